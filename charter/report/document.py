"""A report before it has a form: sections, paragraphs, tables, lists and trees of styled text.

Every form (colour, plain, Markdown) is made from the same document, so that none says more or
less than another. A style marks what a text is, never how it looks.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum, auto


class Style(StrEnum):
    """What a stretch of text is."""

    PLAIN = auto()
    STRONG = auto()
    FAINT = auto()
    GOOD = auto()
    BAD = auto()
    OPEN = auto()
    CITED = auto()
    UNREAD = auto()
    TRIGGER = auto()
    TARGET = auto()
    AUTHOR = auto()
    BEARER = auto()
    MODALITY = auto()
    ACTION = auto()
    MEANS = auto()
    CONDITION = auto()
    PLACE = auto()
    UNTIL = auto()
    RECITAL = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text, to be wrapped where it is too long."""

    runs: tuple[Run, ...]

    def __str__(self) -> str:
        return "".join(run.text for run in self.runs)


def text(*parts: "str | Run | Text") -> Text:
    """A text made of strings, runs and other texts.

    >>> str(text("state: ", Run("owed", Style.GOOD)))
    'state: owed'
    """
    return Text(tuple(_runs(parts)))


def _runs(parts: "Iterable[str | Run | Text]") -> Iterable[Run]:
    for part in parts:
        match part:
            case str():
                yield Run(part)
            case Run():
                yield part
            case Text(runs):
                yield from runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text on its own; ``indent`` sets it in by so many columns."""

    text: Text


@dataclass(frozen=True, slots=True)
class Listing:
    """Texts one below the other, each with a mark."""

    items: tuple[Text, ...]


Cell = tuple[Text, ...]
"""Texts stacked in one cell of a table."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, and whether its words yield room first where room is short."""

    heading: str
    yields: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under headings."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A text with others that hang from it."""

    text: Text
    branches: "tuple[Branch, ...]" = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """A root text and its branches."""

    root: Branch


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading."""

    heading: str
    blocks: "tuple[Block, ...]"


Block = Paragraph | Listing | Table | Tree | Section


@dataclass(frozen=True, slots=True)
class Document:
    """A titled report; ``subtitle`` is a line that qualifies the title."""

    title: str
    subtitle: str | None
    blocks: tuple[Block, ...]


def cell(*lines: str | Run | Text) -> Cell:
    """A table cell with a text on each line."""
    return tuple(text(line) for line in lines)


def without_empty(table: Table) -> Table:
    """The table without the columns in which no row says anything."""
    kept = [
        at
        for at in range(len(table.columns))
        if any(str(line) for row in table.rows for line in row[at])
    ]
    rows = (tuple(row[at] for at in kept) for row in table.rows)
    return Table(tuple(table.columns[at] for at in kept), tuple(rows))


def table_rows(document: Document) -> int:
    """How many rows all the tables of a document have."""
    waiting: list[Block] = list(document.blocks)
    found = 0
    while waiting:
        match waiting.pop():
            case Table(_, rows):
                found += len(rows)
            case Section(_, blocks):
                waiting.extend(blocks)
            case _:
                continue
    return found
