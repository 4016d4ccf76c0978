"""Sentences to syntax trees, and sentences that do not parse to the words that stopped them."""

from charter.source import Span
from charter.syntax.grammar import actions
from charter.syntax.joining import joined
from charter.syntax.parsing import Stopped, parse
from charter.syntax.tree import Node

__all__ = ["HEADING_STARTS", "Stopped", "parse_heading", "parse_sentence", "parse_with"]

HEADING_STARTS = ("interpretation", "entry_when", "acts", "signing")


def parse_sentence(text: str, span: Span) -> Node | Stopped:
    """The row of phrases that a sentence of a treaty is."""
    tree = parse_with("treaty", ("sentence",), text, span, "sentence")
    return tree if isinstance(tree, Stopped) else Node(tree.form, joined(tree.nodes()), tree.span)


def parse_heading(text: str, span: Span, start: str) -> Node | Stopped:
    """The syntax tree of a heading line or of a sentence of a reading, from a start rule.

    Never raises; what does not follow the grammar comes back as ``Stopped``.
    """
    return parse_with("heading", HEADING_STARTS, text, span, start)


def parse_with(
    grammar: str, starts: tuple[str, ...], text: str, span: Span, start: str
) -> Node | Stopped:
    """The syntax tree of the words in a span, by any grammar of ours; otherwise ``Stopped``."""
    return parse(actions(grammar, starts), text, span, start)
