"""Places by name, and areas in the words of a clause."""

import re
from collections.abc import Mapping
from functools import cache

_LEADING = re.compile(r"^(?:the|in|within|inside|on|at)\s+")

_AREAS = frozenset({"territory", "territories", "area", "areas", "space", "soil"})
_OWNERS = frozenset({"party", "parties", "alliance", "member", "members", "common"})
_LINKS = frozenset(
    {"the", "of", "in", "within", "on", "a", "any", "all", "each", "every", "one", "or", "more"}
    | {"both", "covered", "by", "contracting", "high", "state", "states", "national", "respective"}
)


@cache
def normal(text: str) -> str:
    """A name or the words for an area as they are compared: letter case, spaces and leads apart.

    >>> normal("Within  the common area")
    'common area'
    """
    words = " ".join(text.casefold().split())
    while lead := _LEADING.match(words):
        words = words[lead.end() :]
    return words


@cache
def is_parties_territory(area: str) -> bool:
    """Whether the words mean the territory of the parties and nothing narrower or wider.

    Decided by the words alone: a word for land, a word for the parties, and no other word that
    could limit them.

    >>> is_parties_territory("the territories of the Contracting Parties")
    True
    >>> is_parties_territory("the territory of any of the Parties in Europe")
    False
    """
    words = frozenset(re.findall(r"[^\W\d_]+", area.casefold()))
    return (
        not words.isdisjoint(_AREAS)
        and not words.isdisjoint(_OWNERS)
        and words <= _AREAS | _OWNERS | _LINKS
    )


def is_the_area(area: str) -> bool:
    """Whether the words speak of the area of a treaty without a word of whose it is.

    >>> is_the_area("within the area"), is_the_area("the North Atlantic area")
    (True, False)
    """
    return normal(area) == "area"


def containers(places: Mapping[str, tuple[str, ...]], place: str | None) -> frozenset[str]:
    """The normal names of a place and of all that it lies in, near and far.

    ``places`` is keyed by normal names. A place that is said to lie in itself does no harm.
    """
    found: set[str] = set()
    pending = [place] if place else []
    while pending:
        name = normal(pending.pop())
        if name not in found:
            found.add(name)
            pending.extend(places.get(name, ()))
    return frozenset(found)
