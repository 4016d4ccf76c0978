"""The layout of a charter file: heading lines, articles, readings; and its canonical form."""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from charter.source import Source, Span
from charter.syntax.grammar import parser

if TYPE_CHECKING:
    from lark import Token, Tree

WIDTH = 78
INDENT = "  "


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file; ``kind`` is the grammar's name for it (``HEADER``, ``BODY``, …)."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Part:
    """A head line and the lines that follow it."""

    head: Line
    lines: tuple[Line, ...]

    @property
    def kind(self) -> str:
        """The kind of the head line."""
        return self.head.kind

    @property
    def body(self) -> Span:
        """The span of the lines after the head."""
        end = self.head.span.end
        return Span(end, self.lines[-1].span.end if self.lines else end)


@dataclass(frozen=True, slots=True)
class Layout:
    """A charter file as its parts, in order; ``lead`` are the lines before the first of them."""

    source: Source
    lead: tuple[Line, ...]
    parts: tuple[Part, ...]

    def of(self, kind: str) -> tuple[Part, ...]:
        """The parts of a kind: ``HEADER``, ``ARTICLE`` or ``READING``."""
        return tuple(part for part in self.parts if part.kind == kind)

    def headings(self) -> Iterator[tuple[str, Span]]:
        """Each heading line's key with the span of its value, lines that continue it included."""
        for part in self.of("HEADER"):
            text = self.source.text[part.head.span.start : self._last(part)]
            key, _, value = text.partition(":")
            colon = part.head.span.start + len(key)
            start = colon + 1 + len(value) - len(value.lstrip())
            stop = part.head.span.start + len(text.rstrip())
            yield key.strip(), Span(start, stop) if value.strip() else Span(colon + 1, colon + 1)

    def is_indented(self, line: Line) -> bool:
        """Whether a line begins with space; only such lines go on with a heading."""
        return self.source.text[line.span.start].isspace()

    def _last(self, part: Part) -> int:
        """Where the last line that goes on with a heading ends."""
        words = [
            line.span.end for line in part.lines if line.kind == "BODY" and self.is_indented(line)
        ]
        return max([part.head.span.end, *words])

    def body(self, part: Part) -> str:
        """The text of a part's body with comments blanked out, so that offsets stay true."""
        return "".join(
            " " * (line.span.end - line.span.start) if line.kind == "COMMENT" else self._text(line)
            for line in part.lines
        )

    def _text(self, line: Line) -> str:
        return self.source.text[line.span.start : line.span.end]


def read_layout(source: Source) -> Layout:
    """The layout of a charter file; every text has one."""
    tree = parser("charter", ("start",)).parse(source.text)
    lead = tuple(_line(child) for child in tree.children if not hasattr(child, "children"))
    return Layout(source, lead, tuple(_part(each) for each in tree.find_data("part")))


def _part(tree: "Tree[Token]") -> Part:
    head, *rest = (_line(child) for child in tree.children)
    return Part(head, tuple(rest))


def _line(token: "Token | Tree[Token]") -> Line:
    return Line(token.type, Span(token.start_pos, token.end_pos))  # type: ignore[union-attr, arg-type]


def format_charter(source: Source) -> str:
    """The charter in canonical layout: the same words, indented and wrapped alike.

    Formatting what is formatted changes nothing.
    """
    layout = read_layout(source)
    blocks = [_wrapped(source, layout.lead, "")]
    previous = "LEAD" if blocks[0] else None
    for part in layout.parts:
        head = " ".join(source.text[part.head.span.start : part.head.span.end].split())
        apart: list[str] = (
            [""] if previous and (previous, part.kind) != ("HEADER", "HEADER") else []
        )
        blocks.append([*apart, head, *_wrapped(source, part.lines, INDENT)])
        previous = part.kind
    return "\n".join(line for block in blocks for line in block).strip("\n") + "\n"


def _wrapped(source: Source, lines: Iterable[Line], indent: str) -> list[str]:
    """Lines as paragraphs: words wrapped, comments each on their own line, single blank lines."""
    paragraphs: list[str] = []
    for kind, group in groupby(lines, key=lambda line: line.kind):
        texts = [source.text[line.span.start : line.span.end].strip() for line in group]
        match kind:
            case "BODY":
                paragraphs.extend(_paragraphs(texts, indent))
            case "COMMENT":
                paragraphs.extend(indent + text for text in texts)
            case _:
                paragraphs.append("")
    while paragraphs and not paragraphs[-1]:
        paragraphs.pop()
    return paragraphs


def _paragraphs(lines: list[str], indent: str) -> Iterator[str]:
    """Words wrapped at the width; a numbered paragraph, a gap or a reason starts on a new line."""
    run: list[str] = []
    for line in lines:
        if run and _starts_paragraph(line):
            yield from _fill(run, indent)
            run = []
        run.append(line)
    yield from _fill(run, indent)


def _fill(run: list[str], indent: str) -> list[str]:
    hanging = indent + INDENT if run[0].startswith(("Gap:", "Reason:")) else indent
    return textwrap.wrap(
        " ".join(" ".join(run).split()),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _starts_paragraph(line: str) -> bool:
    first = line.split(" ", 1)[0]
    numbered = first.strip("().").isalnum() and len(first) <= 5 and first[-1] in ".)"
    return numbered or line.startswith(("Gap:", "Reason:", "In Article", "In the heading"))
