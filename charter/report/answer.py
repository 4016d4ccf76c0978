"""The answer in a sentence or two, for the reader who reads nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from charter.engine.run import DutyKey, Run, key_of
from charter.findings.claims import ActDone, AuthorIs, Claim
from charter.findings.outcome import Conflict, Obligation, State
from charter.report import norms, phrases
from charter.report.document import Paragraph, Style, text
from charter.report.document import Run as Styled
from charter.report.prose import Prose
from charter.report.refused import nothing_owed
from charter.rules.provision import Norm
from charter.truth import Truth

MOST_SENTENCES = 5
MOST_NAMES = 3
MOST_FACTS = 2
EACH = "each of them"
SINCE_THEN: dict[State, str] = {
    State.BREACHED: "is not performed",
    State.PERFORMED: "is performed",
    State.EXCUSED: "is excused",
    State.SUSPENDED: "is suspended",
    State.ENDED: "has ended",
}


@dataclass(frozen=True, slots=True)
class Alike:
    """Rows that differ in nothing but who bears them and on account of which events."""

    rows: tuple[Obligation, ...]

    @property
    def first(self) -> Obligation:
        """One that stands for all."""
        return self.rows[0]

    @property
    def bearers(self) -> tuple[str, ...]:
        """Who bears them."""
        return tuple(dict.fromkeys(row.bearer for row in self.rows))

    @property
    def events(self) -> tuple[str, ...]:
        """The events on account of which they are borne."""
        return tuple(dict.fromkeys(row.event for row in self.rows))


def in_short(run: Run) -> Paragraph:
    """What is owed, breached or open, in sentences; what is too much for them is counted."""
    said = tuple(_Teller(run, Prose.of(run.treaties, run.case.world)).sentences())
    more = len(said) - MOST_SENTENCES
    rest = (f"{more} more {'answers stand' if more > 1 else 'answer stands'} below.",)
    whole = (*said[:MOST_SENTENCES], *(rest if more > 0 else ()), *_cautions(run))
    return Paragraph(text(Styled("In short: ", Style.STRONG), " ".join(whole)))


def _cautions(run: Run) -> Iterator[str]:
    """What the reader of the first lines must not miss."""
    rows = (*run.outcome.duties, *run.outcome.prohibitions, *run.outcome.permissions)
    if any(row.tainted_by for row in rows):
        yield "Some of this rests on words that were not read: see the warnings."
    elif any(each.unread for treaty in run.treaties for each in treaty.provisions):
        yield "Some words were not read, and might matter: see the warnings."
    if run.turns:
        yield "Another reading would turn some of this: see below."


@dataclass(frozen=True, slots=True)
class _Teller:
    run: Run
    words: Prose

    def sentences(self) -> Iterator[str]:
        """Firm answers first, then what is open, then what is behind us."""
        outcome = self.run.outcome
        rows = (*outcome.duties, *outcome.prohibitions)
        if not outcome.asked:
            yield f"{phrases.capital(nothing_owed(self.run, self.words))}."
        yield from map(self._owed, alike(_in(outcome.asked, State.OWED)))
        yield from map(self._breached, alike(_in(outcome.prohibitions, State.BREACHED)))
        yield from map(self._past, alike(_in(outcome.duties, State.BREACHED)))
        yield from map(self._conflicting, outcome.conflicts)
        yield from map(self._open, alike(_in(rows, State.UNDETERMINED)))
        yield from map(self._past, alike(_in(outcome.duties, *list(SINCE_THEN)[1:])))
        yield from map(self._owed, alike(outcome.permissions))

    def _owed(self, group: Alike) -> str:
        """Burkina Faso and Mali owe Niger assistance, including armed force (Article 6)."""
        return f"{self._bears(group)}{self._account(group)}."

    def _past(self, group: Alike) -> str:
        """What Mali owed Niger is performed: assistance, including armed force (Article 6)."""
        row = group.first
        to = f" {row.beneficiary}" if row.beneficiary else ""
        what = ", ".join((phrases.OWED[row.norm.action], *norms.means(row.norm)))
        owed = f"What {phrases.listed(group.bearers)} owed{to} {SINCE_THEN[row.state]}"
        return f"{owed}: {what} ({self._article(row)}){self._account(group)}."

    def _breached(self, group: Alike) -> str:
        """Mali breaches Article 8(1)."""
        verb = "breaches" if len(group.bearers) == 1 else "breach"
        who = phrases.listed(group.bearers)
        return f"{who} {verb} {self._article(group.first)}{self._account(group)}."

    def _open(self, group: Alike) -> str:
        """Whether Mali breaches Article 8(3) depends on whether the raid comes from there."""
        said = self._breached(group) if _is_prohibition(group.first) else self._owed(group)
        clause = said.removesuffix(".")
        comma = "," if "," in clause else ""
        return f"Whether {clause}{comma} depends on {self._rests(group)}."

    def _rests(self, group: Alike) -> str:
        """The facts not stated, if all rests on the same; beyond the first few their number."""
        claims = {tuple(_of_bearer(each, row) for each in row.depends_on) for row in group.rows}
        several = len(group.bearers) > 1
        shown = claims.pop() if several else group.first.depends_on
        if (claims and several) or not shown:
            return "facts that are not stated"
        rests = tuple(self.words.claim(each, Truth.UNKNOWN) for each in shown[:MOST_FACTS])
        more = len(shown) - len(rests)
        others = (f"{more} more {'facts' if more > 1 else 'fact'} not stated",) if more else ()
        return phrases.listed((*rests, *others))

    def _conflicting(self, conflict: Conflict) -> str:
        places = (self.words.place(each.treaty, each.citation) for each in conflict.between)
        return f"{conflict.party} cannot satisfy both {phrases.listed(tuple(places))}."

    def _bears(self, group: Alike) -> str:
        row = group.first
        return f"{norms.bears(row.norm, group.bearers, row.beneficiary)} ({self._article(row)})"

    def _article(self, row: Obligation) -> str:
        """The article; its treaty too where there are several."""
        several = len(self.run.treaties) > 1
        citation = row.norm.citation
        return self.words.place(row.treaty, citation) if several else norms.cited(citation)

    def _account(self, group: Alike) -> str:
        """On account of which events, where the scenario has several."""
        if len(self.run.case.world.events) < 2:
            return ""
        named = group.events[:MOST_NAMES]
        more = len(group.events) - len(named)
        others = (f"{more} other event{'s' if more > 1 else ''}",) if more else ()
        return f", on account of {phrases.listed((*named, *others))}"


def _of_bearer(claim: Claim, row: Obligation) -> Claim:
    """The claim with each of several bearers in the place of the one whose row it is."""
    match claim:
        case AuthorIs(event, actor) if actor == row.bearer:
            return AuthorIs(event, EACH)
        case ActDone(party, act, treaty, event) if party == row.bearer:
            return ActDone(EACH, act, treaty, event)
        case _:
            return claim


def _is_prohibition(row: Obligation) -> bool:
    return row.norm.kind == "prohibition" and not row.norm.forbears


def _in(rows: Iterable[Obligation], *states: State) -> tuple[Obligation, ...]:
    return tuple(row for row in rows if row.state in states)


def alike(rows: Iterable[Obligation]) -> tuple[Alike, ...]:
    """Rows put together where they differ in their bearers and events alone.

    Only bearers that bear the same on account of the same events stand together, so that nothing
    is said of anybody that the rows do not say.
    """
    borne: dict[tuple[DutyKey, Norm, State], list[Obligation]] = {}
    for row in rows:
        borne.setdefault((key_of(row)._replace(event=""), row.norm, row.state), []).append(row)
    groups: dict[tuple[DutyKey, Norm, State, tuple[str, ...]], list[Obligation]] = {}
    for (key, norm, state), found in borne.items():
        events = tuple(row.event for row in found)
        groups.setdefault((key._replace(bearer=""), norm, state, events), []).extend(found)
    return tuple(Alike(tuple(each)) for each in groups.values())
