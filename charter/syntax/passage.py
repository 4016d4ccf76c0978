"""A passage of treaty text as its sentences."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from charter.source import Span
from charter.syntax.grammar import parser

if TYPE_CHECKING:
    from lark import Token, Tree


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage and the number or letter it stands under, as "1" or "2(a)"."""

    span: Span
    paragraph: str | None


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
        *numbers, words = item.children
        if numbers:
            number = "".join(_bare(token) for token in numbers)
        sentences.append(Sentence(_span(words), number))
    sentences.sort(key=lambda each: each.span)
    return Passage(tuple(sentences), _all(tree, "GAP"), _all(tree, "REASON"))


def _bare(token: "Token | Tree[Token]") -> str:
    mark = str(token).strip("(). \t")
    return mark if mark.isdigit() else f"({mark})"


def _all(tree: "Tree[Token]", kind: str) -> tuple[Span, ...]:
    return tuple(_span(each) for each in tree.children if getattr(each, "type", None) == kind)


def _span(token: "Token | Tree[Token]") -> Span:
    return Span(token.start_pos, token.end_pos)  # type: ignore[union-attr, arg-type]
