"""Why something is owed, and why not: derivations as trees of sentences."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from charter.engine.run import Run
from charter.findings.claims import Breaches, FallsUnder, Owes
from charter.findings.derivation import Basis, Cite, Step
from charter.findings.outcome import Obligation, Refusal
from charter.report import phrases, prose
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
from charter.report.refused import citation_of, condition_state
from charter.report.rows import LOOKS
from charter.truth import Truth

NAMES_ITS_ARTICLE = (Owes, Breaches, FallsUnder)
ANY_OF: dict[Truth, str] = {
    Truth.TRUE: " — any one of these suffices:",
    Truth.FALSE: " — not one of these holds:",
    Truth.UNKNOWN: " — any one of these would suffice:",
}
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

    def branch(self, step: Step) -> Branch:
        """The step and all that it follows from."""
        mark = condition_state(step)
        again = bool(step.premises) and step in self.told
        hidden = again or (self.only_open and mark == "met")
        if not hidden:
            self.told.add(step)
        branches = () if hidden else tuple(self._under(step))
        return Branch(self._line(step, mark, again=again), branches)

    def _under(self, step: Step) -> Iterator[Branch]:
        """The words that carry the step, then its premises."""
        if step.cite and step.cite not in self.quoted and step.cite.citation.words.text:
            self.quoted.add(step.cite)
            yield Branch(text(Styled(f"“{step.cite.citation.words.text}”", Style.CITED)))
        settled = step.any_of and step.truth is not Truth.FALSE
        for premise in step.premises:
            failed = settled and condition_state(premise) == "not met"
            yield self.named(premise) if failed else self.branch(premise)

    def named(self, step: Step) -> Branch:
        """The step alone: an alternative that fails is no part of why another one holds."""
        return Branch(self._line(step, condition_state(step), again=False))

    def _line(self, step: Step, mark: str, *, again: bool) -> Text:
        shown = Truth.TRUE if step.truth is Truth.UNKNOWN else step.truth
        claim = self.words.claim(step.claim, shown)
        named = isinstance(step.claim, NAMES_ITS_ARTICLE) or not step.cite
        where = "" if named else f", {citation_of(step, self.words)}"
        rest = _rests(step) + (" (as above)" if again else "")
        return text(Styled(f"{mark}: ", MARKS[mark]), claim, Styled(f"{where}{rest}", Style.FAINT))


def _rests(step: Step) -> str:
    """What a step without premises rests on, or how its premises work together."""
    if len(step.premises) > 1 and step.any_of:
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
        "State: ", Styled(prose.standing(row), LOOKS[row.state]), f" (on account of {row.event})."
    )
    blocks: list[Block] = [Paragraph(head)]
    if row.depends_on:
        blocks.append(Paragraph(_depends(row, words)))
    if row.why:
        blocks.append(Tree(Teller(words).branch(row.why)))
    return Section(phrases.capital(words.obligation(row)), tuple(blocks))


def _depends(row: Obligation, words: Prose) -> Text:
    rests = tuple(words.claim(each, Truth.UNKNOWN) for each in row.depends_on)
    return text(Styled(f"It depends on {phrases.listed(rests)}.", Style.OPEN))


def why_not(run: Run, rows: tuple[Refusal, ...], asked: str) -> Document:
    """The closest failed routes, each condition met, not met, not stated or defeated."""
    words = Prose.of(run.treaties, run.case.world)
    if not rows:
        nothing = text(
            "No rule of these charters could give rise to it: “", asked, "” has no route at all."
        )
        return Document(run.case.title, circumstances(run), (Paragraph(nothing),))
    blocks = tuple(_route(row, words) for row in rows)
    return Document(run.case.title, circumstances(run), blocks)


def _route(row: Refusal, words: Prose) -> Section:
    number = len(row.failing)
    what = "1 condition fails" if number == 1 else f"{number} conditions fail"
    head = f"{phrases.capital(words.refusal(row))}: {what}"
    lines = text(f"On account of {row.event}.")
    quoted = text(Styled(f"“{row.norm.citation.words.text}”", Style.CITED))
    teller = Teller(words, only_open=True)
    root = Branch(
        text(Styled("Conditions", Style.STRONG)),
        tuple(teller.branch(step) for step in row.why.premises or (row.why,)),
    )
    return Section(head, (Paragraph(lines), Paragraph(quoted), Tree(root)))


def circumstances(run: Run) -> str:
    """The reading and the assumption under which a run was made."""
    reading = "default readings" if run.reading == "default" else f"reading “{run.reading}”"
    silence = (
        "what is not stated is taken as false"
        if run.assume == "closed"
        else "what is not stated is left open"
    )
    return f"{run.file} · {reading} · {silence}" if run.file else f"{reading} · {silence}"
