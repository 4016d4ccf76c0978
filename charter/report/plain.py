"""A document as plain text: no colour, no control characters, at most so many columns wide."""

from collections.abc import Iterator
from typing import assert_never

from charter.report.document import (
    Block,
    Branch,
    Document,
    Listing,
    Paragraph,
    Section,
    Table,
    Text,
    Tree,
)
from charter.report.widths import column_widths, depth, is_tall, stacked, wrapped

GAP = "  "
NARROWEST = 20


def plain(document: Document, width: int) -> str:
    """The document as lines of text, each no wider than ``width`` where its words allow."""
    return "\n".join(_document(document, max(width, NARROWEST))) + "\n"


def _document(document: Document, width: int) -> Iterator[str]:
    yield from wrapped(document.title, width)
    yield "=" * min(width, depth(document.title))
    if document.subtitle:
        yield from wrapped(document.subtitle, width)
    for block in document.blocks:
        yield ""
        yield from _block(block, width)


def _block(block: Block, width: int) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield from wrapped(str(text), width)
        case Listing(items):
            for item in items:
                yield from _hung("- ", item, width)
        case Table():
            yield from _table(block, width)
        case Tree(root):
            yield from _branch(root, "", "", width)
        case Section(heading, blocks):
            yield from wrapped(heading, width)
            yield "-" * min(width, depth(heading))
            yield from _section(blocks, width)
        case _:
            assert_never(block)


def _section(blocks: tuple[Block, ...], width: int) -> Iterator[str]:
    for number, block in enumerate(blocks):
        if number:
            yield ""
        yield from _block(block, width)


def _hung(mark: str, text: Text, width: int) -> Iterator[str]:
    lines = wrapped(str(text), width - len(mark))
    for number, line in enumerate(lines):
        yield (" " * len(mark) if number else mark) + line


def _branch(branch: Branch, head: str, below: str, width: int) -> Iterator[str]:
    for number, line in enumerate(wrapped(str(branch.text), max(width - len(head), NARROWEST))):
        yield (below if number else head) + line
    for number, child in enumerate(branch.branches):
        last = number == len(branch.branches) - 1
        mark, under = ("`- ", "   ") if last else ("|- ", "|  ")
        yield from _branch(child, below + mark, below + under, width)


def _table(table: Table, width: int) -> Iterator[str]:
    widths = column_widths(table, width, len(GAP))
    headings = (column.heading for column in table.columns)
    yield from _stacked(list(map(wrapped, headings, widths)), widths)
    yield GAP.join("-" * each for each in widths)
    tall = is_tall(table, widths)
    for index, row in enumerate(table.rows):
        if tall and index:
            yield ""
        cells = [stacked(cell, each) for cell, each in zip(row, widths, strict=True)]
        yield from _stacked(cells, widths)


def _stacked(cells: list[list[str]], widths: tuple[int, ...]) -> Iterator[str]:
    """The lines of cells that stand beside one another."""
    for number in range(max(map(len, cells))):
        yield _row([each[number] if number < len(each) else "" for each in cells], widths)


def _row(words: list[str], widths: tuple[int, ...]) -> str:
    padded = (word + " " * (each - depth(word)) for word, each in zip(words, widths, strict=True))
    return GAP.join(padded).rstrip()
