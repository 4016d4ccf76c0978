"""What may stand anywhere in front of the verb of an event, and belongs to the event as a whole.

Places ("should, in Europe, be attacked"), asides ("either alone or with other Powers") and what
tells an author apart ("Germany or any State allied with it") are taken out of the row, so that
what reads the event finds who, verb and whom next to each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from charter.elaborate import events
from charter.elaborate.account import Account
from charter.elaborate.authors import past_limit
from charter.elaborate.places import (
    AREA_PREPOSITIONS,
    anywhere,
    on_land,
    or_else,
    place_at,
    place_named,
)
from charter.rules.pattern import Condition, EventPattern, PlaceLimit
from charter.rules.terms import ConditionKind
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


@dataclass(frozen=True, slots=True)
class Settled:
    """The row of an event without what floated in it, and where it said that the event lies."""

    nodes: tuple[Node, ...]
    place: PlaceLimit | None = None

    def placed(self, patterns: Sequence[EventPattern]) -> tuple[EventPattern, ...]:
        """The events, each in the place that was said, if it has none of its own."""
        if self.place is None:
            return tuple(patterns)
        update = {"place": self.place}
        return tuple(
            each if each.place or each.situated else each.model_copy(update=update)
            for each in patterns
        )


def settled(nodes: Sequence[Node], account: Account) -> Settled:
    """The row without the places, asides and limits that stand in front of its event."""
    first = next((n for n, node in enumerate(nodes) if events.tells_of(node)), 0)
    kept: list[Node] = []
    place: PlaceLimit | None = None
    at = 0
    while at < first:
        limit, end = _floats(nodes, at, account)
        if end == at or end > first:
            kept.append(nodes[at])
            at += 1
            continue
        place = or_else(place, limit)
        at = _past_comma(nodes, end, kept, account)
    return Settled((*kept, *nodes[at:]), place)


def blameless(
    nodes: Sequence[Node], account: Account
) -> tuple[tuple[Node, ...], tuple[Condition, ...]]:
    """The row without an aside between commas that denies provocation, and that as a condition.

    As in "if one of them, having given no provocation, is attacked".
    """
    commas = [n for n, node in enumerate(nodes) if node.form == "comma"]
    for begin, end in pairwise(commas):
        aside = nodes[begin + 1 : end]
        if _denies_provocation(aside):
            account.hold(*nodes[begin : end + 1])
            told = Condition(kind=ConditionKind.UNPROVOKED, words=account.words(*aside))
            return (*nodes[:begin], *nodes[end + 1 :]), (told,)
    return tuple(nodes), ()


def _denies_provocation(aside: Sequence[Node]) -> bool:
    """Whether an aside says that whoever is struck did not begin ("not being the aggressor")."""
    denied = any(node.form == "negation" or node.has("NO") for node in aside)
    begins = any(node.has("PROVOCATION", "ENEMY") for node in aside)
    opens = any(node.form in ("opener", "event") for node in aside)
    return denied and begins and not opens


def _floats(nodes: Sequence[Node], at: int, account: Account) -> tuple[PlaceLimit | None, int]:
    """Where a place, an aside or a limit ends that begins at a place; the same place if none."""
    name = name_of(nodes[at])
    if name == "FILLER":
        account.take(nodes[at])
        return None, at + 1
    if name == "IN_ANY_PLACE":
        return anywhere(nodes[at], account), at + 1
    before = name_of(nodes[at - 1]) if at else ""
    if name in AREA_PREPOSITIONS and before != "SITUATED" and _is_bare(nodes, at):
        found = place_at(nodes, at, account) or place_named(nodes, at, account)
        return found or (None, at)
    if found := on_land(nodes, at, account):
        return found
    behind_a_state = at > 0 and nodes[at - 1].form in ("state", "names")
    return None, past_limit(nodes, at) if behind_a_state else at


def _is_bare(nodes: Sequence[Node], at: int) -> bool:
    """Whether an area or a country follows, and not the territory of somebody."""
    ahead = nodes[at + 1 : at + 3]
    return (
        bool(ahead)
        and ahead[0].form in ("area", "names", "loose")
        and not any(node.form == "asset" for node in ahead)
    )


def _past_comma(nodes: Sequence[Node], end: int, kept: list[Node], account: Account) -> int:
    """Past the comma behind what floats, and without the one in front of it."""
    if end >= len(nodes) or nodes[end].form != "comma":
        return end
    opened = bool(kept) and kept[-1].form == "comma"
    if opened:
        kept.pop()
    listed = any(node.form == "comma" for node in kept)
    if not (opened or not kept or listed):
        return end
    account.take(nodes[end])
    return end + 1
