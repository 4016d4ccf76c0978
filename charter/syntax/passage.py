"""A passage of treaty text as its sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lark import Tree

from charter.source import Span
from charter.syntax.grammar import parser

if TYPE_CHECKING:
    from lark import Token


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage and the number or letter it stands under, as "1" or "2(a)".

    What stands right behind the heading of a part ("Article 3.") may be its title.
    """

    span: Span
    paragraph: str | None
    may_be_title: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage: its sentences, what it says was not seen, and the reason it gives, as spans."""

    sentences: tuple[Sentence, ...]
    gaps: tuple[Span, ...]
    reasons: tuple[Span, ...]


def read_passage(text: str) -> Passage:
    """The sentences of a text, with the gaps and reasons it states; every text is a passage.

    >>> passage = read_passage("1. Mali aids Niger. Nobody else does. Gap: the rest.")
    >>> [(each.paragraph, each.span.start) for each in passage.sentences]
    [('1', 3), ('1', 20)]
    """
    tree = parser("passage", ("start",)).parse(text)
    sentences: list[Sentence] = []
    number: str | None = None
    for item in tree.find_data("item"):
        number = _number(item, number)
        sentences.extend(_sentences(item, number))
    sentences.sort(key=lambda each: each.span)
    return Passage(tuple(sentences), _all(tree, "GAP"), _all(tree, "REASON"))


def _sentences(item: "Tree[Token]", number: str | None) -> Iterator[Sentence]:
    """The sentence behind some marks, and the titles among these."""
    *marks, words = item.children
    for each in item.find_data("title"):
        yield Sentence(_span(each.children[0]), None, True)
    if not isinstance(words, Tree):
        yield Sentence(_span(words), number, bool(marks) and _kind(marks[-1]) == "LABEL")


def _number(item: "Tree[Token]", before: str | None) -> str | None:
    """The number that a sentence stands under: its own, else that before it in the same part."""
    numbers = [_bare(str(each)) for each in item.children if _kind(each) == "NUMBERING"]
    if numbers:
        return "".join(numbers)
    return None if any(_kind(each) == "LABEL" for each in item.children) else before


def _kind(mark: "Token | Tree[Token]") -> str:
    """The terminal of a mark; a title has none."""
    return str(getattr(mark, "type", ""))


def _bare(mark: str) -> str:
    mark = mark.strip("()[].:-–— \t")
    return mark if mark[0].isdigit() else f"({mark})"


def _all(tree: "Tree[Token]", kind: str) -> tuple[Span, ...]:
    return tuple(_span(each) for each in tree.children if _kind(each) == kind)


def _span(token: "Token | Tree[Token]") -> Span:
    return Span(token.start_pos, token.end_pos)  # type: ignore[union-attr, arg-type]
