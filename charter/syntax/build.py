"""Lark's trees to syntax trees, and sentences that do not parse to the words that stopped them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from charter.source import Span
from charter.syntax.grammar import parser
from charter.syntax.tree import Node, Phrase

if TYPE_CHECKING:
    from lark import Token, Tree

HEADING_STARTS = ("interpretation", "entry_when", "acts", "signing")


@dataclass(frozen=True, slots=True)
class Stopped:
    """A sentence that could not be read: the words that stopped the reader, what it could take."""

    span: Span
    expected: frozenset[str]


def parse_sentence(text: str, span: Span) -> Node | Stopped:
    """The row of phrases that a sentence of a treaty is."""
    return parse_with("treaty", ("sentence",), text, span, "sentence")


def parse_heading(text: str, span: Span, start: str) -> Node | Stopped:
    """The syntax tree of a heading line or of a sentence of a reading, from a start rule.

    Never raises; what does not follow the grammar comes back as ``Stopped``.
    """
    return parse_with("heading", HEADING_STARTS, text, span, start)


def parse_with(
    grammar: str, starts: tuple[str, ...], text: str, span: Span, start: str
) -> Node | Stopped:
    """The syntax tree of the words in a span, by any grammar of ours; otherwise ``Stopped``."""
    from lark.exceptions import UnexpectedToken

    try:
        tree = parser(grammar, starts).parse(text[span.start : span.end], start)
    except UnexpectedToken as error:
        return Stopped(_place(error.token, span), frozenset(error.expected))
    return _node(tree, span.start)


def _place(token: "Token", span: Span) -> Span:
    """Where a token stands; the end of the sentence where it broke off."""
    if token.type == "$END" or token.start_pos is None or token.end_pos is None:
        return Span(max(span.start, span.end - 1), span.end)
    return Span(span.start + token.start_pos, span.start + token.end_pos)


def _node(tree: "Tree[Token]", start: int) -> Node:
    """A tree of lark's, whose text starts at an offset, as a node."""
    parts = tuple(
        _phrase(child, start) if isinstance(child, str) else _node(child, start)
        for child in tree.children
    )
    return Node(str(tree.data), parts, _span(tree, parts, start))


def _phrase(token: "Token", start: int) -> Phrase:
    assert token.start_pos is not None
    assert token.end_pos is not None
    return Phrase(token.type, str(token), Span(start + token.start_pos, start + token.end_pos))


def _span(tree: "Tree[Token]", parts: Sequence[Node | Phrase], start: int) -> Span:
    """Where a construct stands: from its first word to its last, those left out of it included."""
    if not tree.meta.empty:
        return Span(start + tree.meta.start_pos, start + tree.meta.end_pos)
    return Span(parts[0].span.start, parts[-1].span.end) if parts else Span(0, 0)
