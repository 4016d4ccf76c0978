"""A document in colour on a terminal, with rich. Every state is also a word."""

from io import StringIO
from typing import assert_never

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table as RichTable
from rich.text import Text as RichText
from rich.tree import Tree as RichTree

from charter.report.document import (
    Block,
    Branch,
    Cell,
    Document,
    Listing,
    Paragraph,
    Section,
    Style,
    Table,
    Text,
    Tree,
)
from charter.report.widths import column_widths, depth, is_tall

LOOKS: dict[Style, str] = {
    Style.PLAIN: "",
    Style.STRONG: "bold",
    Style.FAINT: "dim",
    Style.GOOD: "green",
    Style.BAD: "bold red",
    Style.OPEN: "yellow",
    Style.CITED: "italic",
    Style.UNREAD: "underline",
    Style.TRIGGER: "red",
    Style.TARGET: "magenta",
    Style.AUTHOR: "bright_red",
    Style.BEARER: "blue",
    Style.MODALITY: "bold",
    Style.ACTION: "green",
    Style.MEANS: "cyan",
    Style.CONDITION: "yellow",
    Style.PLACE: "bright_cyan",
    Style.UNTIL: "bright_magenta",
    Style.RECITAL: "dim italic",
}
GAP = 2


def coloured(document: Document, width: int) -> str:
    """The document with the control characters of a terminal; without colour under NO_COLOR."""
    console = Console(width=width, force_terminal=True, highlight=False, file=StringIO())
    with console.capture() as captured:
        show(document, console)
    return captured.get()


def show(document: Document, console: Console) -> None:
    """Print the document on a console, no wider than the console is."""
    console.print(_title(document))
    for block in document.blocks:
        console.print()
        console.print(_block(block, console.width))


def _title(document: Document) -> RenderableType:
    lines = [RichText(document.title, style="bold")]
    if document.subtitle:
        lines.append(RichText(document.subtitle, style="dim"))
    return Panel(Group(*lines), box=box.ROUNDED, border_style="cyan", padding=(0, 1))


def _block(block: Block, width: int) -> RenderableType:
    match block:
        case Paragraph(text):
            return _text(text)
        case Listing(items):
            return _listing(items)
        case Table():
            return _table(block, width)
        case Tree(root):
            return _tree(root)
        case Section(heading, blocks):
            return _section(heading, blocks, width)
        case _:
            assert_never(block)


def _section(heading: str, blocks: tuple[Block, ...], width: int) -> RenderableType:
    parts: list[RenderableType] = [_heading(heading, width)]
    for number, block in enumerate(blocks):
        if number:
            parts.append(RichText(""))
        parts.append(_block(block, width))
    return Group(*parts)


def _heading(heading: str, width: int) -> RenderableType:
    """The heading with a line after it, where there is room; a long one is broken, never cut."""
    words = RichText(heading, style="bold cyan")
    return Rule(words, align="left", style="cyan") if depth(heading) < width - GAP else words


def _listing(items: tuple[Text, ...]) -> RenderableType:
    grid = RichTable.grid(padding=(0, 1))
    for item in items:
        grid.add_row(RichText("•", style="cyan"), _text(item))
    return grid


def _table(table: Table, width: int) -> RenderableType:
    """A table with the same column widths as the plain form, so that both break alike."""
    widths = column_widths(table, width, GAP)
    made = RichTable(
        box=box.SIMPLE_HEAD,
        header_style="bold",
        show_edge=False,
        border_style="dim",
        pad_edge=False,
        padding=(0, GAP - 1, 0, 0),
        leading=int(is_tall(table, widths)),
    )
    for column, each in zip(table.columns, widths, strict=True):
        made.add_column(column.heading, width=each, overflow="fold")
    for row in table.rows:
        made.add_row(*map(_cell, row))
    return made


def _cell(cell: Cell) -> RenderableType:
    return Group(*map(_text, cell))


def _tree(root: Branch) -> RenderableType:
    tree = RichTree(_text(root.text), guide_style="cyan")
    waiting = [(tree, child) for child in root.branches]
    for parent, branch in waiting:
        made = parent.add(_text(branch.text))
        waiting.extend((made, child) for child in branch.branches)
    return Padding(tree, (0, 0, 0, 0))


def _text(text: Text) -> RichText:
    made = RichText()
    for run in text.runs:
        made.append(run.text, style=LOOKS[run.style])
    return made
