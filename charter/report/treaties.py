"""Treaties themselves: the shelf of the library, one charter whole, and whom it binds on a day."""

from collections.abc import Iterator
from datetime import date

from charter.dates import UNKNOWN_DAY, Day
from charter.findings.outcome import Bound
from charter.report import days, norms, phrases
from charter.report.document import (
    Block,
    Cell,
    Column,
    Document,
    Listing,
    Paragraph,
    Section,
    Style,
    Table,
    Text,
    cell,
    text,
    without_empty,
)
from charter.report.document import Run as Styled
from charter.report.prose import Prose
from charter.rules.treaty import ActOn, ArticleText, Reading, Treaty
from charter.truth import Truth

ADVICE = "One reading of the treaty, not legal advice."


def shelf(treaties: tuple[Treaty, ...]) -> Document:
    """The treaties that ship with the program."""
    columns = (Column("Name"), Column("Treaty", yields=True), Column("Parties", yields=True))
    rows = tuple(
        (cell(each.name), cell(each.title), cell(phrases.listed(each.parties))) for each in treaties
    )
    return Document("The library", ADVICE, (Table(columns, rows),))


def whole(treaty: Treaty) -> Document:
    """A charter: its heading, its acts, its articles, its readings."""
    blocks: tuple[Block, ...] = (
        Listing(tuple(_heading(treaty))),
        *_acts(treaty),
        *(_article(each) for each in treaty.articles),
        *_readings(treaty),
    )
    return Document(treaty.title, ADVICE, blocks)


def _heading(treaty: Treaty) -> Iterator[Text]:
    yield text(Styled("Name: ", Style.STRONG), treaty.name)
    if treaty.short_name:
        yield text(Styled("Short name: ", Style.STRONG), treaty.short_name)
    yield text(Styled("Parties: ", Style.STRONG), phrases.listed(treaty.parties))
    yield text(Styled("Source: ", Style.STRONG), treaty.source or "none is named")
    if treaty.note:
        yield text(Styled("Note: ", Style.STRONG), treaty.note)


def _acts(treaty: Treaty) -> Iterator[Section]:
    columns = (Column("Party"), Column("Act"), Column("When", yields=True))
    rows = tuple(
        (cell(each.party), cell(each.act.value.replace("_", " ")), cell(_when(each)))
        for each in treaty.acts
    )
    if rows:
        yield Section("Acts", (Table(columns, rows),))


def _when(act: ActOn) -> str:
    """When an act was done; where its day is not known, it may not have been done at all."""
    day = Day(act.earliest, act.latest)
    return "not known" if day == UNKNOWN_DAY else days.day(day)


def _article(article: ArticleText) -> Section:
    title = f". {article.title}" if article.title else ""
    blocks: list[Block] = []
    blocks += [Paragraph(text(line)) for line in article.text.splitlines()]
    if article.gap is not None:
        blocks.insert(0, Paragraph(text(Styled(f"Gap: {article.gap}", Style.OPEN))))
    return Section(f"{phrases.capital(norms.numbered(article.number))}{title}", tuple(blocks))


def _readings(treaty: Treaty) -> Iterator[Section]:
    """The readings that the charter states, and those of what its words leave open."""
    for heading, is_found in (("Readings", False), ("Left open by the words", True)):
        items = tuple(_reading(each) for each in treaty.readings if each.is_found == is_found)
        if items:
            yield Section(heading, (Listing(items),))


def _reading(reading: Reading) -> Text:
    default = " (default)" if reading.is_default else ""
    rest = f"{default}, on {reading.point}. {phrases.capital(reading.reason)}"
    return text(Styled(f"“{reading.name}”", Style.STRONG), rest)


BOUND_COLUMNS = (
    Column("Party"),
    Column("Bound"),
    Column("From", yields=True),
    Column("Until", yields=True),
    Column("By, or depending on", yields=True),
)


def participation(treaty: Treaty, on: date, rows: tuple[Bound, ...]) -> Document:
    """Who is bound by a treaty on a day, since when and by which act."""
    words = Prose.of((treaty,))
    title = f"{treaty.title}: whom it binds on {days.date_words(on)}"
    table = without_empty(Table(BOUND_COLUMNS, tuple(_bound(row, words, on) for row in rows)))
    reading = text(
        "Under the reading"
        f"{'s' if len(treaty.taken) != 1 else ''} "
        f"{phrases.listed(tuple(f'“{each}”' for each in treaty.taken))}."
    )
    note = text("Reservations: the charter records none.")
    more = (Paragraph(reading),) if treaty.taken else ()
    return Document(title, ADVICE, (table, *more, Paragraph(note)))


def _bound(row: Bound, words: Prose, on: date) -> tuple[Cell, ...]:
    since = days.dated(row.since) if row.since else ""
    until = days.dated(row.until) if row.until else ""
    rests = tuple(words.claim(each, Truth.UNKNOWN) for each in row.depends_on)
    by = f"depends on {phrases.listed(rests)}" if rests else row.act
    return cell(row.party), cell(_is_bound(row, on)), cell(since), cell(until), cell(by)


def _is_bound(row: Bound, on: date) -> Styled:
    match row.truth:
        case Truth.TRUE:
            return Styled("yes", Style.GOOD)
        case Truth.FALSE:
            return Styled(_unbound(row, on), Style.BAD)
        case Truth.UNKNOWN:
            return Styled("not known", Style.OPEN)


def _unbound(row: Bound, on: date) -> str:
    """Whether a party that is not bound is to be bound later, or was bound before."""
    if row.since and row.since.earliest and row.since.earliest > on:
        return "not yet"
    return "no longer" if row.until and row.until.latest and row.until.latest <= on else "no"
