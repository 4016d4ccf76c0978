"""Recitals within a sentence: what the Parties recognise or desire, which binds nobody.

As in "The Parties, desiring to keep the peace, shall …" and "Considering that …, they agree …".
"""

from collections.abc import Sequence
from dataclasses import replace

from charter.syntax.heads import HEADS
from charter.syntax.phrases import FINITE, PHRASES_OF_WHO, name_of
from charter.syntax.tree import Node

Split = tuple[tuple[Node, ...], tuple[tuple[Node, ...], ...]]
"""The phrases of a sentence that are no recital, and its recitals."""


def without(row: tuple[Node, ...]) -> Split:
    """A row of phrases without its recitals, and these.

    A recital is one only where the sentence goes on behind it, or where the sentence has no head
    at all; otherwise its words stay where they are, to be read or reported.
    """
    found: list[tuple[Node, ...]] = []
    kept: list[Node] = []
    at = 0
    while at < len(row):
        end = _end(row, at) if _begins(row, at) else at
        if end > at:
            found.append(row[at:end])
        else:
            kept.append(_as_unread(row[at]) if name_of(row[at]) == "RECITING" else row[at])
        at = max(end, at + 1)
    return tuple(kept), tuple(found)


def _as_unread(node: Node) -> Node:
    """A phrase that begins no recital here ("any Party wishing to …") as words without meaning."""
    (phrase,) = node.phrases()
    return replace(node, form="unread", parts=(replace(phrase, name="UNREAD"),))


def _begins(row: Sequence[Node], at: int) -> bool:
    """Whether a recital may begin here: at the start of a sentence, or behind a comma."""
    if name_of(row[at]) != "RECITING":
        return False
    joined = at > 1 and row[at - 1].form == "joint" and row[at - 2].form == "comma"
    return at == 0 or joined or row[at - 1].form == "comma"


def _end(row: Sequence[Node], start: int) -> int:
    """Where a recital ends: behind the comma after which the sentence goes on."""
    for at in range(start + 1, len(row) - 1):
        if row[at].form == "comma" and _goes_on(row, start, at + 1):
            return at + 1
    return len(row) if _is_last(row, start) else start


def _is_last(row: Sequence[Node], start: int) -> bool:
    """Whether a recital ends its sentence: no head follows, and nothing joined by a comma."""
    rest = row[start:]
    commas = (n for n, node in enumerate(rest[:-1]) if node.form == "comma")
    parts = all(name_of(rest[n + 1]) in ("INCLUDING", "RECITING") for n in commas)
    return not any(node.form in HEADS for node in rest) and (parts or not start)


def _goes_on(row: Sequence[Node], start: int, at: int) -> bool:
    """Whether the sentence goes on here: with its subject, or where that stands, with its head."""
    if start == 0:
        return row[at].form in PHRASES_OF_WHO and _is_head(row, _behind_adverbs(row, at + 1))
    after = _behind_adverbs(row, at)
    if after < len(row) and row[after].form in HEADS:
        return True
    return start > 1 and row[start - 2].form in PHRASES_OF_WHO and _is_head(row, after)


def _is_head(row: Sequence[Node], at: int) -> bool:
    return at < len(row) and (row[at].form in HEADS or row[at].form in FINITE)


def _behind_adverbs(row: Sequence[Node], at: int) -> int:
    while at < len(row) and row[at].form == "formula":
        at += 1
    return at
