"""Why something is owed, and why not: derivations as trees of sentences."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from charter.engine.run import Run
from charter.findings.claims import Breaches, Claim, Either, FallsUnder, Owes
from charter.findings.derivation import Basis, Cite, Step
from charter.findings.outcome import Obligation, Refusal
from charter.report import norms, phrases
from charter.report.document import (
    Block,
    Branch,
    Document,
    Paragraph,
    Section,
    Style,
    Text,
    Tree,
    text,
)
from charter.report.document import Run as Styled
from charter.report.prose import Prose
from charter.report.refused import citation_of, condition_state, reason_against
from charter.report.rows import LOOKS, quoted
from charter.truth import Truth

NAMES_ITS_ARTICLE = (Owes, Breaches, FallsUnder)
ANY_OF: dict[Truth, str] = {
    Truth.TRUE: " — any one of these suffices:",
    Truth.FALSE: " — not one of these holds:",
    Truth.UNKNOWN: " — any one of these would suffice:",
}
MOST_ROUTES = 4
MARKS: dict[str, Style] = {
    "met": Style.GOOD,
    "not met": Style.BAD,
    "not stated": Style.OPEN,
    "defeated by": Style.BAD,
}


@dataclass(slots=True)
class Teller:
    """Tells derivations as trees; what was told before is not told again in full.

    With ``only_open`` the branches under a condition that is met are left out: they are not why
    something fails.
    """

    words: Prose
    only_open: bool = False
    told: set[Step] = field(default_factory=set)
    quoted: set[Cite] = field(default_factory=set)

    def conditions(self, step: Step) -> tuple[Branch, ...]:
        """The conditions that a whole derivation asks for, its own words being quoted already."""
        if step.cite:
            self.quoted.add(step.cite)
        return tuple(map(self.branch, step.premises)) or (self.branch(step),)

    def branch(self, step: Step, *, suffices: bool = False) -> Branch:
        """The step and all that it follows from; what has one way only is told as that way."""
        step = _folded(step)
        mark = condition_state(step)
        again = bool(step.premises) and step in self.told
        hidden = again or (self.only_open and mark == "met")
        if not hidden:
            self.told.add(step)
        below = () if hidden else tuple(self._under(step))
        rest = " (as above)" if again else "" if hidden else _rests(step)
        return Branch(self._line(step, f"{mark}, sufficient" if suffices else mark, rest), below)

    def _under(self, step: Step) -> Iterator[Branch]:
        """The words that carry the step, then its premises."""
        if step.cite and step.cite not in self.quoted and step.cite.citation.words.text:
            self.quoted.add(step.cite)
            yield Branch(quoted(step.cite.citation))
        premises = _alternatives(step)
        for each in premises:
            suffices = step.any_of and step.truth is Truth.TRUE and len(premises) > 1
            yield self.branch(each, suffices=suffices and condition_state(each) == "met")

    def _line(self, step: Step, mark: str, rest: str) -> Text:
        shown = Truth.TRUE if step.truth is Truth.UNKNOWN else step.truth
        claim = self.words.claim(_placed(step), shown)
        named = isinstance(step.claim, NAMES_ITS_ARTICLE) or not step.cite
        where = "" if named else f", {citation_of(step, self.words)}"
        look = MARKS[condition_state(step)]
        return text(Styled(f"{mark}: ", look), claim, Styled(f"{where}{rest}", Style.FAINT))


def _placed(step: Step) -> Claim:
    """The claim of a step, an article named with the paragraph that the step rests on."""
    if isinstance(step.claim, FallsUnder) and step.cite and step.cite.citation.paragraph:
        citation = step.cite.citation
        return replace(step.claim, article=citation.limb)
    return step.claim


def _alternatives(step: Step) -> tuple[Step, ...]:
    """The premises; of several ways, only those that are open where one is, and none within ways.

    An alternative that fails is no part of why another one holds.
    """
    if not step.any_of:
        return step.premises
    ways = tuple(way for each in step.premises for way in _ways(each))
    if step.truth is Truth.FALSE:
        return ways
    return tuple(way for way in ways if condition_state(way) != "not met")


def _ways(step: Step) -> tuple[Step, ...]:
    """The ways to a claim that has several; else the step itself."""
    same = all(each.claim == step.claim for each in step.premises)
    return _alternatives(step) if step.any_of and step.premises and same else (step,)


def _folded(step: Step) -> Step:
    """The one way that is left of several, where it says the same as they."""
    ways = _alternatives(step) if step.any_of and not step.negated else ()
    if len(ways) != 1 or not (isinstance(step.claim, Either) or ways[0].claim == step.claim):
        return step
    return _folded(ways[0])


def _rests(step: Step) -> str:
    """What a step without premises rests on, or how its premises work together."""
    if step.any_of and len(_alternatives(step)) > 1:
        return ANY_OF[step.truth]
    if step.premises:
        return ""
    match step.basis:
        case Basis.BY_LOGIC | Basis.BY_ARTICLE | Basis.SILENT:
            return ""
        case Basis.STATED | Basis.PRESUMED:
            return f" — {step.basis.value}"


def why(run: Run, rows: tuple[Obligation, ...]) -> Document:
    """Every sufficient ground of the rows, down to articles and stated facts."""
    words = Prose.of(run.treaties, run.case.world)
    blocks = tuple(_grounds(row, words) for row in rows)
    return Document(run.case.title, circumstances(run), blocks)


def _grounds(row: Obligation, words: Prose) -> Section:
    head = text(
        "State: ", Styled(norms.standing(row), LOOKS[row.state]), f" (on account of {row.event})."
    )
    blocks: list[Block] = [Paragraph(head)]
    if row.depends_on:
        blocks.append(Paragraph(_depends(row, words)))
    if row.why:
        blocks += [Paragraph(quoted(row.norm.citation)), _conditions(Teller(words), row.why)]
    return Section(phrases.capital(words.obligation(row)), tuple(blocks))


def _conditions(teller: Teller, why: Step) -> Tree:
    return Tree(Branch(text(Styled("Conditions", Style.STRONG)), teller.conditions(why)))


def _depends(row: Obligation, words: Prose) -> Text:
    rests = tuple(words.claim(each, Truth.UNKNOWN) for each in row.depends_on)
    return text(Styled(f"It depends on {phrases.listed(rests)}.", Style.OPEN))


def why_not(run: Run, rows: tuple[Refusal, ...], asked: str) -> Document:
    """The closest failed routes, each condition met, not met, not stated or defeated."""
    words = Prose.of(run.treaties, run.case.world)
    blocks = [_route(row, run, words) for row in rows[:MOST_ROUTES]]
    more = len(rows) - len(blocks)
    told: list[Block] = [*blocks] or [_no_route(run, asked)]
    if more:
        told.append(Paragraph(text(f"{more} more {'routes fail' if more > 1 else 'route fails'}.")))
    return Document(run.case.title, circumstances(run), tuple(told))


def _no_route(run: Run, asked: str) -> Paragraph:
    treaties = phrases.listed(tuple(each.label for each in run.treaties), last="or")
    return Paragraph(text(f"No article of {treaties} asks for that: “{asked.rstrip('.?! ')}”."))


def _route(row: Refusal, run: Run, words: Prose) -> Section:
    lines = text(f"On account of {row.event}: {reason_against(row, run, words)}.")
    return Section(
        phrases.capital(words.refusal(row)),
        (
            Paragraph(lines),
            Paragraph(quoted(row.norm.citation)),
            _conditions(Teller(words, only_open=True), row.why),
        ),
    )


def circumstances(run: Run) -> str:
    """The reading and the assumption under which a run was made."""
    reading = "default readings" if run.reading == "default" else f"reading “{run.reading}”"
    silence = (
        "what is not stated is taken as false"
        if run.assume == "closed"
        else "what is not stated is left open"
    )
    return f"{run.file} · {reading} · {silence}" if run.file else f"{reading} · {silence}"
