"""Contrasts between two clauses: ", while" where it only joins them, as "and" does."""

from collections.abc import Sequence
from dataclasses import replace

from charter.syntax.heads import HEADS
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

CONTRASTING = frozenset({"while", "whilst", "whereas"})


def joined(row: tuple[Node, ...]) -> tuple[Node, ...]:
    """A row of phrases in which a contrast is a joint like any other.

    As in "Decisions shall be taken unanimously, while those on procedure shall be taken by a
    majority": two rules. What lasts ("while a war lasts, the Parties shall …") is none.
    """
    places = [at for at in range(1, len(row)) if _contrasts(row, at)]
    if not places:
        return row
    return tuple(_as_and(node) if at in places else node for at, node in enumerate(row))


def _contrasts(row: Sequence[Node], at: int) -> bool:
    if row[at].form != "opener" or name_of(row[at]) not in ("WHILE", "RECITING"):
        return False
    if row[at].phrases()[0].text.lower() not in CONTRASTING or row[at - 1].form != "comma":
        return False
    told = any(node.form in HEADS for node in row[:at])
    behind = next((n for n in row[at + 1 :] if n.form in HEADS or n.form == "opener"), None)
    return told and behind is not None and name_of(behind) in ("MUST", "MUST_NOT", "MAY")


def _as_and(node: Node) -> Node:
    (phrase,) = node.phrases()
    return replace(node, form="joint", parts=(replace(phrase, name="AND"),))
