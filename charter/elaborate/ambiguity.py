"""What an ambiguity is: words that can be taken in more than one way, and the ways in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from charter.elaborate.sentences import Read
from charter.source import Span
from charter.syntax.clauses import span_of
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

VOWELS = tuple("aeiou")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to take ambiguous words: its name, the reason for it, and words that say it."""

    name: str
    reason: str
    read_as: str


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A stretch of a sentence and the ways to take it, the first of them first by convention.

    With ``is_of_events`` the ways speak of different events; with any other they speak of the
    same, or one of them was misread.
    """

    span: Span
    ways: tuple[Way, ...]
    is_of_events: bool = False


def said(made: Read, nodes: Sequence[Node]) -> str:
    """The words of some phrases of a sentence, on one line."""
    runs = _neighbours(made, nodes)
    return " ".join(within(made, span_of(run)) for run in runs)


def _neighbours(made: Read, nodes: Sequence[Node]) -> list[list[Node]]:
    """Phrases in runs of those that stand next to each other."""
    runs: list[list[Node]] = []
    for node in nodes:
        before = runs[-1][-1] if runs else None
        text = made.context.wording.text
        if before and not text[before.span.end : node.span.start].strip():
            runs[-1].append(node)
        else:
            runs.append([node])
    return runs


def within(made: Read, span: Span) -> str:
    """The words of a stretch of a sentence, on one line, its first letter as amid a sentence."""
    words = " ".join(made.context.wording.text[span.start : span.end].split())
    is_opening = span.start == made.context.sentence.start
    return words[:1].lower() + words[1:] if is_opening else words


def is_mark(node: Node) -> bool:
    """Whether a phrase is a comma or another mark."""
    words = "".join(phrase.text for phrase in node.phrases())
    return node.form == "comma" or (node.form == "unread" and not any(map(str.isalnum, words)))


def trimmed(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """A run of phrases without the marks at its end."""
    end = len(nodes)
    while end and is_mark(nodes[end - 1]):
        end -= 1
    return tuple(nodes[:end])


def is_or(node: Node) -> bool:
    """Whether a phrase is "or"."""
    return name_of(node) == "OR"


def joined(*parts: str) -> str:
    """Words put together, with single spaces and none before a comma."""
    return " ".join(" ".join(parts).split()).replace(" ,", ",")


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a list."""
    head = ", ".join(words[:-1])
    return f"{head} {last} {words[-1]}" if head else words[-1]
