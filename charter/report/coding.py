"""The coding sheet as a report: each column's code, its meaning, and the words it rests on."""

from collections.abc import Iterable, Iterator, Mapping

from charter.coding.finding import Code, Doubt, Ground
from charter.coding.sheet import Member, Sheet
from charter.report import phrases
from charter.report.coding_words import COLUMNS, OF_PLEDGE, PLEDGES, REASONS, meaning
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
)
from charter.report.document import Run as Styled
from charter.report.norms import cited

ADVICE = "One reading of the treaty, not legal advice."
HEADINGS = (
    Column("Column"),
    Column("Code"),
    Column("Meaning", yields=True),
    Column("Rests on", yields=True),
)
OF_THE_TREATY = tuple(
    each
    for each in COLUMNS
    if each not in PLEDGES and each[:5] not in OF_PLEDGE and each[-3:] != "con"
)


def coding_sheet(found: Sheet) -> Document:
    """The sheet of a treaty: pledges, their conditions, the treaty's own columns, its members."""
    blocks: tuple[Block, ...] = (
        *_unread(found),
        Section("Pledges", (_table(found.alliance, PLEDGES, found),)),
        *_conditions(found),
        Section("The treaty", (_table(found.alliance, OF_THE_TREATY, found),)),
        Section("Who owes", (_members(found.members),)),
    )
    return Document(f"Coding sheet: {found.treaty.title}", ADVICE, blocks)


def _unread(found: Sheet) -> Iterator[Block]:
    if found.not_read:
        notice = "Not read whole, so that no code can say that something is not there:"
        listed = tuple(text(Styled(said, Style.OPEN)) for said in map(_why, found.not_read))
        yield Section("What was not read", (Paragraph(text(notice)), Listing(listed)))


def _conditions(found: Sheet) -> Iterator[Section]:
    """The conditions of each pledge that is made or may be; of another there are none."""
    for prefix, (pledge, called) in OF_PLEDGE.items():
        code = found.alliance[pledge]
        if 0 not in (code.value, code.as_read):
            columns = (each for each in COLUMNS if each.startswith(prefix))
            yield Section(f"Conditions of {called}", (_table(found.alliance, columns, found),))


def _table(codes: Mapping[str, Code], columns: Iterable[str], found: Sheet) -> Table:
    return Table(HEADINGS, tuple(_row(each, codes[each], found) for each in columns))


def _row(column: str, code: Code, found: Sheet) -> tuple[Cell, ...]:
    return (cell(column), cell(_value(code)), cell(meaning(column, code)), _rests_on(code, found))


def _value(code: Code) -> Text:
    """An unknown code is shown as a question, so that it is not taken for a 0."""
    return text(Styled("?", Style.OPEN)) if code.value is None else text(str(code.value))


def _rests_on(code: Code, found: Sheet) -> Cell:
    if code.doubts and code.doubts == found.not_read:
        return cell("what was not read")
    return tuple(text(each) for each in (*_by_place(code.grounds), *map(_why, code.doubts)))


def _by_place(grounds: tuple[Ground, ...]) -> Iterator[str]:
    """Each place with its words: "Article 6: “an attack”, “assist it”"."""
    places: dict[str, list[str]] = {}
    for each in grounds:
        places.setdefault(_place(each), []).extend(_words(each))
    for where, words in places.items():
        yield f"{where}: {', '.join(words)}" if words else where


def _place(ground: Ground) -> str:
    return phrases.capital(cited(ground.citation).removeprefix("the "))


def _words(ground: Ground) -> tuple[str, ...]:
    return (f"“{' '.join(ground.words.quoted.split())}”",) if ground.words else ()


def _why(doubt: Doubt) -> str:
    """Why a code is unknown, with the words that leave it so."""
    said = REASONS[doubt.reason]
    where = next(_by_place((doubt.ground,))) if doubt.ground else None
    return f"{where} ({said})" if where else said


def _members(members: tuple[Member, ...]) -> Table:
    """The pledges party by party."""
    rows = tuple(
        (cell(each.name), *((_value(each.codes[pledge]),) for pledge in PLEDGES))
        for each in members
    )
    return Table((Column("Party", yields=True), *map(Column, PLEDGES)), rows)
