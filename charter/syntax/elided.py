"""Heads that are left out: "shall be ratified and the ratifications exchanged"."""

from collections.abc import Sequence
from dataclasses import replace

from charter.source import Span
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

PAPERS = ("RATIFICATION", "INSTRUMENT")


def supplied(row: tuple[Node, ...]) -> tuple[Node, ...]:
    """A row of phrases with the head said again before a participle that goes without one.

    What is supplied stands nowhere in the text: behind the phrase before it, and empty.
    """
    place = next((n for n in range(len(row)) if _is_bare(row, n)), None)
    if place is None:
        return row
    head = next((n for n in range(place) if name_of(row[n]) == "MUST"), None)
    if head is None or name_of(row[head + 1]) != "IS":
        return row
    end = row[place - 1].span.end
    again = tuple(replace(node, span=Span(end, end)) for node in row[head : head + 2])
    return (*row[:place], *again, *row[place:])


def _is_bare(row: Sequence[Node], at: int) -> bool:
    """Whether a participle of what is done with papers follows these, joined and without a verb."""
    if row[at].form != "verb" or name_of(row[at]) != "DEPOSIT":
        return False
    if not row[at].phrases()[0].text.lower().endswith("ed"):
        return False
    before = at - 1
    while before > 0 and row[before].form == "formula":
        before -= 1
    return before > 1 and row[before].has(*PAPERS) and row[before - 1].form == "joint"
