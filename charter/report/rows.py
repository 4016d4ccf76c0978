"""Tables of what is owed, forbidden, allowed and breached."""

from charter.engine.run import Run, key_of
from charter.findings.outcome import Conflict, Obligation, State
from charter.report import days, norms, phrases
from charter.report.document import (
    Block,
    Cell,
    Column,
    Listing,
    Section,
    Style,
    Table,
    Text,
    cell,
    text,
)
from charter.report.document import Run as Styled
from charter.report.prose import Prose
from charter.rules.model import Citation
from charter.truth import Truth

LOOKS: dict[State, Style] = {
    State.OWED: Style.GOOD,
    State.UNDETERMINED: Style.OPEN,
    State.PERFORMED: Style.PLAIN,
    State.BREACHED: Style.BAD,
    State.EXCUSED: Style.PLAIN,
    State.SUSPENDED: Style.OPEN,
    State.ENDED: Style.FAINT,
}

DUTY_COLUMNS = (
    Column("Who"),
    Column("To whom"),
    Column("What, and how firmly", yields=True),
    Column("Under"),
    Column("State", yields=True),
)


def duties(run: Run) -> Section:
    """Every duty that an event triggers: who, to whom, what, under which article, its state."""
    rows = run.outcome.asked
    if not rows:
        return Section("Duties", (Listing((text("No event here triggers a duty."),)),))
    return Section("Duties", (_table(rows, run), _words(rows, run), *_remarks(rows)))


def permissions(run: Run) -> tuple[Section, ...]:
    """What somebody may do; no section where there is nothing."""
    rows = run.outcome.permissions
    return (Section("Permissions", (_table(rows, run), _words(rows, run))),) if rows else ()


def _table(rows: tuple[Obligation, ...], run: Run) -> Table:
    words = Prose.of(run.treaties, run.case.world)
    several = len({row.event for row in rows}) > 1
    return Table(DUTY_COLUMNS, tuple(_row(row, run, words, several=several) for row in rows))


def _row(row: Obligation, run: Run, words: Prose, *, several: bool) -> tuple[Cell, ...]:
    on_account = (Styled(f"on account of {row.event}", Style.FAINT),) if several else ()
    return (
        cell(row.bearer),
        cell(row.beneficiary or "nobody in particular"),
        cell(norms.duty(row.norm), *on_account, *notes(row, words)),
        under(row, words),
        state(row, run),
    )


def under(row: Obligation, words: Prose) -> Cell:
    """The article with its paragraph, and the treaty."""
    where = norms.cited(row.norm.citation).replace("Article ", "Art. ")
    return cell(where, words.treaty(row.treaty))


def state(row: Obligation, run: Run) -> Cell:
    """The state as a word, to when it runs, and how many readings turn it."""
    until = (f"until {days.date_words(row.until)}",) if row.until else ()
    number = len(run.turned.get(key_of(row), ()))
    readings = "1 reading turns it" if number == 1 else f"{number} readings turn it"
    turns = (Styled(readings, Style.FAINT),) if number else ()
    return cell(Styled(norms.standing(row), LOOKS[row.state]), *until, *turns)


def notes(row: Obligation, words: Prose) -> tuple[Text, ...]:
    """What qualifies a row: the facts on which it depends, words that were not read."""
    open_facts = tuple(words.claim(each, Truth.UNKNOWN) for each in row.depends_on)
    unread = tuple(f"“{each.text}”" for each in row.tainted_by)
    found = (
        ("depends on ", open_facts, Style.OPEN),
        ("rests on words not read: ", unread, Style.BAD),
    )
    return tuple(
        text(Styled(head + phrases.listed(items), style)) for head, items, style in found if items
    )


def _words(rows: tuple[Obligation, ...], run: Run) -> Listing:
    """Each clause in its own words: where, when and to what end it binds stands there."""
    words = Prose.of(run.treaties, run.case.world)
    clauses = dict.fromkeys((row.treaty, row.norm.citation) for row in rows)
    cited = tuple(
        text(f"{phrases.capital(words.place(treaty, each))}: ", quoted(each))
        for treaty, each in clauses
    )
    replaced = any("[" in each.words.quoted for _, each in clauses)
    return Listing((*cited, text(Styled(REPLACED, Style.FAINT))) if replaced else cited)


REPLACED = (
    "In square brackets: what a reading chosen here puts in the place of the charter's words."
)
SOME_HELP = "performed: some of what is asked was done; whether it was enough is not judged"


def _remarks(rows: tuple[Obligation, ...]) -> tuple[Block, ...]:
    """How a duty that several bear is discharged, and what discharge says; each once."""
    some = [SOME_HELP for row in rows if row.state is State.PERFORMED]
    said = dict.fromkeys(filter(None, (*(norms.together(row.norm) for row in rows), *some)))
    return (Listing(tuple(text(phrases.capital(each), ".") for each in said)),) if said else ()


def quoted(citation: Citation) -> Text:
    """The words of an article; what a reading puts in the place of others in square brackets."""
    return text(Styled(f"“{citation.words.quoted}”", Style.CITED))


BREACH_COLUMNS = (
    Column("Who"),
    Column("Against whom", yields=True),
    Column("What was asked of it", yields=True),
    Column("Under"),
    Column("State", yields=True),
)


def breaches(run: Run) -> tuple[Section, ...]:
    """Prohibitions breached or possibly breached, and duties breached; conflicts of norms."""
    words = Prose.of(run.treaties, run.case.world)
    engaged = (row for row in run.outcome.prohibitions if not row.norm.forbears)
    found = dict.fromkeys((*run.outcome.breaches, *engaged))
    blocks: list[Block] = []
    if found:
        rows = tuple(_breach(row, run, words) for row in found)
        blocks.append(Table(BREACH_COLUMNS, rows))
    if run.outcome.conflicts:
        blocks.append(Listing(tuple(_conflict(each, words) for each in run.outcome.conflicts)))
    return (Section("Breaches and conflicts", tuple(blocks)),) if blocks else ()


def _breach(row: Obligation, run: Run, words: Prose) -> tuple[Cell, ...]:
    by = Styled(f"by {row.event}", Style.FAINT)
    return (
        cell(row.bearer),
        cell(phrases.listed(against(row, run)) or "nobody in particular"),
        cell(norms.duty(row.norm), by, *notes(row, words)),
        under(row, words),
        state(row, run),
    )


def against(row: Obligation, run: Run) -> tuple[str, ...]:
    """Whom a breach wrongs: the one to whom it was owed, else those whom the event strikes."""
    if row.beneficiary:
        return (row.beneficiary,)
    struck = (
        each.actor
        for event in run.case.world.events
        if event.label == row.event
        for each in event.struck
    )
    return tuple(dict.fromkeys(each for each in struck if each != row.bearer))


def _conflict(conflict: Conflict, words: Prose) -> Text:
    between = phrases.listed(
        tuple(words.place(each.treaty, each.citation) for each in conflict.between)
    )
    ranked = f"{conflict.resolved_by} ranks them" if conflict.resolved_by else "nothing ranks them"
    style = Style.PLAIN if conflict.resolved_by else Style.BAD
    head = f"{conflict.party} cannot satisfy both {between}: "
    return text(head, Styled(ranked, style), ".")
