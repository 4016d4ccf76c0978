"""How wide the columns of a table are, where room is short."""

from textwrap import wrap
from unicodedata import combining, east_asian_width

from charter.report.document import Cell, Table

LEAST = 4
TALL = 2


def depth(words: str) -> int:
    """How many columns the words take on a terminal; a wide letter takes two.

    >>> depth("Niger"), depth("日本")
    (5, 4)
    """
    return sum(_letter(each) for each in words)


def _letter(letter: str) -> int:
    if combining(letter):
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1


def column_widths(table: Table, width: int, gap: int) -> tuple[int, ...]:
    """A width for each column: its longest line, less what the widest yielding ones give up.

    No column falls below its longest word, so that no word is crushed; a table whose words are
    too many for the width is wider than asked.
    """
    wanted = [_longest(table, at) for at in range(len(table.columns))]
    floors = [max(LEAST, _longest_word(table, at)) for at in range(len(table.columns))]
    excess = sum(wanted) + gap * (len(wanted) - 1) - width
    for yields in (True, False):
        while excess > 0:
            giving = [
                at
                for at, column in enumerate(table.columns)
                if column.yields is yields and wanted[at] > floors[at]
            ]
            if not giving:
                break
            wanted[max(giving, key=wanted.__getitem__)] -= 1
            excess -= 1
    return tuple(wanted)


def wrapped(words: str, width: int) -> list[str]:
    """The words broken into lines of a width where they allow it; one empty line for no words."""
    return wrap(words, max(width, 1), break_long_words=False, break_on_hyphens=False) or [""]


def stacked(cell: Cell, width: int) -> list[str]:
    """The lines of a cell in a column of a width."""
    return [line for text in cell for line in wrapped(str(text), width)]


def is_tall(table: Table, widths: tuple[int, ...]) -> bool:
    """Whether some row takes so many lines that the rows need a line between them."""
    return len(table.rows) > 1 and any(
        len(stacked(cell, width)) > TALL
        for row in table.rows
        for cell, width in zip(row, widths, strict=True)
    )


def _column(table: Table, at: int) -> list[str]:
    cells = (str(line) for row in table.rows for line in row[at])
    return [table.columns[at].heading, *cells]


def _longest(table: Table, at: int) -> int:
    return max(map(depth, _column(table, at)))


def _longest_word(table: Table, at: int) -> int:
    return max(depth(word) for line in _column(table, at) for word in line.split() or [""])
