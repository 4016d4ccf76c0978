"""A document as Markdown, for reports that are handed round."""

import re
from collections.abc import Iterator
from typing import assert_never

from charter.report.document import (
    Block,
    Branch,
    Cell,
    Document,
    Listing,
    Paragraph,
    Run,
    Section,
    Style,
    Table,
    Text,
    Tree,
)

SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")
STARTING = re.compile(r"([-+=]|\d+(?=[.)]))")
"""What would start a list or a heading where it begins a line."""


BOLD = frozenset({Style.STRONG, Style.GOOD, Style.BAD, Style.OPEN, Style.UNREAD})


def markdown(document: Document) -> str:
    """The document as Markdown; nothing in a user's words is read as markup."""
    return "\n".join(_document(document)) + "\n"


def _document(document: Document) -> Iterator[str]:
    yield f"# {_escaped(document.title)}"
    if document.subtitle:
        yield ""
        yield f"*{_escaped(document.subtitle).strip()}*"
    for block in document.blocks:
        yield ""
        yield from _block(block, 2)


def _block(block: Block, level: int) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield _starting(_text(text))
        case Listing(items):
            yield from (f"- {_starting(_text(item))}" for item in items)
        case Table():
            yield from _table(block)
        case Tree(root):
            yield from _branch(root, "")
        case Section(heading, blocks):
            yield f"{'#' * level} {_escaped(heading)}"
            for each in blocks:
                yield ""
                yield from _block(each, level + 1)
        case _:
            assert_never(block)


def _branch(branch: Branch, indent: str) -> Iterator[str]:
    yield f"{indent}- {_starting(_text(branch.text))}"
    for child in branch.branches:
        yield from _branch(child, indent + "  ")


def _table(table: Table) -> Iterator[str]:
    yield _row([_escaped(column.heading) for column in table.columns])
    yield _row(["---"] * len(table.columns))
    for row in table.rows:
        yield _row([_cell(cell) for cell in row])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return "<br>".join(map(_text, cell))


def _text(text: Text) -> str:
    return "".join(map(_run, text.runs))


def _run(run: Run) -> str:
    words = _escaped(run.text)
    if run.style not in BOLD or not words.strip():
        return words
    core = words.strip()
    return words.replace(core, f"**{core}**", 1)


def _escaped(words: str) -> str:
    return SPECIAL.sub(r"\\\1", " ".join(words.splitlines()))


def _starting(line: str) -> str:
    """A line whose first letters are words and no markup: "1. The Parties" is no list."""
    line = line.strip()
    match = STARTING.match(line)
    if match is None:
        return line
    mark, rest = match[1], line[match.end() :]
    return f"{mark}\\{rest}" if mark.isdigit() else f"\\{mark}{rest}"
