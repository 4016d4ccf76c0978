"""Lark's trees to syntax trees, and sentences that do not parse to the words that stopped them."""

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
    from lark import TextSlice
    from lark.exceptions import UnexpectedToken

    try:
        tree = parser(grammar, starts).parse(TextSlice(text, span.start, span.end), start)
    except UnexpectedToken as error:
        return Stopped(_place(error.token, span), frozenset(error.expected))
    return _node(tree)


def _place(token: "Token", span: Span) -> Span:
    """Where a token stands; the end of the sentence where it broke off."""
    if token.type == "$END" or token.start_pos is None or token.end_pos is None:
        return Span(max(span.start, span.end - 1), span.end)
    return Span(token.start_pos, token.end_pos)


def _node(tree: "Tree[Token]") -> Node:
    parts = tuple(_part(child) for child in tree.children)
    return Node(str(tree.data), parts, _span(tree))


def _part(child: "Tree[Token] | Token") -> Node | Phrase:
    from lark import Token

    if isinstance(child, Token):
        return Phrase(child.type, str(child), Span(child.start_pos or 0, child.end_pos or 0))
    return _node(child)


def _span(tree: "Tree[Token]") -> Span:
    meta = tree.meta
    if meta.empty:
        return Span(0, 0)
    return Span(meta.start_pos, meta.end_pos)
