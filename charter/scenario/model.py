"""A world: who there is, what is stated, what happens. Frozen values without any law."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto
from types import MappingProxyType

from charter.dates import UNKNOWN_DAY, Day
from charter.findings.claims import Claim
from charter.rules.terms import Act, Action, Asset, Means, Quality


class Sort(StrEnum):
    """What an actor is."""

    STATE = auto()
    ORGANISATION = auto()
    ARMED_GROUP = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's membership of an organisation, half-open in time; open sides are not limited."""

    member: str
    organisation: str
    since: Day = UNKNOWN_DAY
    until: Day | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can act or be acted upon; ``iso`` and ``cow`` are codes where it has them."""

    name: str
    sort: Sort
    iso: str | None = None
    cow: int | None = None


@dataclass(frozen=True, slots=True)
class Struck:
    """Whom an event hits; ``asset`` is the part of it that is hit, where the scenario says so.

    Without an asset the event is directed against the actor itself, on its territory.
    """

    actor: str
    asset: Asset | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens; ``label`` is unique in its scenario ("the intervention").

    ``authors`` is ``None`` where the scenario does not say who did it, and empty where nobody did
    (an earthquake). ``place`` is where it happens, ``origin`` whence it comes, by name.
    ``qualities`` are those stated, true or false.
    """

    label: str
    kind: str
    day: Day
    authors: tuple[str, ...] | None
    struck: tuple[Struck, ...] = ()
    place: str | None = None
    origin: str | None = None
    qualities: Mapping[Quality, bool] = field(default_factory=lambda: MappingProxyType({}))
    line: int = 0


@dataclass(frozen=True, slots=True)
class Performance:
    """A party does what a duty asks, towards somebody (or nobody in particular).

    ``event`` is the label of the event whose duty it performs, or ``None`` for any.
    """

    party: str
    action: Action
    towards: str | None
    means: tuple[Means, ...]
    day: Day
    event: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Ending:
    """An event ends, and with ``restored`` also what its duties were to restore is restored."""

    event: str
    day: Day
    restored: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class TreatyAct:
    """A state's act towards a treaty, which is cited by the charter's name."""

    party: str
    act: Act
    treaty: str
    day: Day
    line: int = 0


@dataclass(frozen=True, slots=True)
class Suspension:
    """The operation of a treaty is suspended, for one party or (``None``) for all.

    The time is half-open; without a day of its beginning it has been suspended all along.
    """

    treaty: str
    party: str | None
    since: Day | None = None
    until: Day | None = None


@dataclass(frozen=True, slots=True)
class World:
    """All that a scenario states.

    ``actors`` holds every actor by name; ``places`` maps a place's name to what it is said to lie
    in (a state, another place, or an area in a clause's own words). ``facts`` are claims stated
    true or false, or with ``None`` said to be not known, whatever is else taken of them. ``as_of``
    is the day on which the states of duties are asked for, or ``None`` for after all that is
    stated. With ``closed`` what is not stated is taken as false.
    """

    actors: Mapping[str, Actor]
    events: tuple[Event, ...] = ()
    performances: tuple[Performance, ...] = ()
    endings: tuple[Ending, ...] = ()
    acts: tuple[TreatyAct, ...] = ()
    memberships: tuple[Membership, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    places: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    facts: Mapping[Claim, bool | None] = field(default_factory=lambda: MappingProxyType({}))
    as_of: Day | None = None
    closed: bool = False
