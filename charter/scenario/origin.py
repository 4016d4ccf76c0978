"""Whence an event comes, and what its sentence says of how it was done."""

from collections.abc import Mapping
from types import MappingProxyType

from charter.rules.terms import Quality
from charter.scenario.draft import Draft
from charter.scenario.names import Mistake
from charter.syntax.tree import Node

QUALITIES = {
    "WITHOUT_PROVOCATION": Quality.UNPROVOKED,
    "WITH_ARMED_FORCES": Quality.ARMED_FORCES_USED,
}


def origin_of(
    draft: Draft, tails: Mapping[str, Node], authors: tuple[str, ...] | None
) -> tuple[str | None, bool]:
    """Whence it comes, and whether that is territory placed at the author's disposal."""
    ways = [tails[key] for key in ("from_place", "from_own", "at_disposal") if key in tails]
    if len(ways) > 1:
        spans = (each.span for each in ways[:2])
        help = "keep one of them"
        raise Mistake("C319", "it is said twice whence this comes", *spans, help=help)
    if not ways:
        return None, False
    (way,) = ways
    if way.form == "from_place":
        return draft.names.place(way.nodes("place")[0]), False
    if way.form == "at_disposal":
        return draft.names.actor(way.nodes("name")[0]), True
    if authors is None or len(authors) != 1:
        message = "whose territory it is, is not clear"
        raise Mistake("C319", message, way.span, help="name one author")
    return authors[0], False


def qualities_of(
    draft: Draft, tails: Mapping[str, Node], origin: str | None, *, at_disposal: bool
) -> Mapping[Quality, bool]:
    """The qualities that the sentence gives the event."""
    found = {quality: True for key, quality in QUALITIES.items() if key in tails}
    if at_disposal:
        found[Quality.FROM_TERRITORY_AT_DISPOSAL] = True
    if origin in draft.names.parties:
        found[Quality.FROM_PARTY_TERRITORY] = True
    return MappingProxyType(found)
