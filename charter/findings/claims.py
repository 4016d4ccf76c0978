"""The claims that answers rest on: stated in a scenario, asked for by a rule, or derived.

A claim is a value without a truth of its own. One vocabulary serves the facts of a scenario, the
steps of a derivation, the facts that an undetermined result depends on, and the reasons that an
expectation names. ``charter.report.prose`` says each in words.
"""

from dataclasses import dataclass

from charter.rules.terms import Action, Asset, Author, ConditionKind, Interest, Quality


@dataclass(frozen=True, slots=True)
class IsParty:
    """A state is, by its acts, a party to a treaty (at whatever time)."""

    party: str
    treaty: str


@dataclass(frozen=True, slots=True)
class InForce:
    """A treaty is in force for a party on the day of an event (``event`` is its label)."""

    party: str
    treaty: str
    event: str


@dataclass(frozen=True, slots=True)
class EnteredIntoForce:
    """A treaty as a whole has entered into force by the day of an event."""

    treaty: str
    event: str


@dataclass(frozen=True, slots=True)
class Expired:
    """A treaty has come to its end by the day of an event: its last term is over, for instance."""

    treaty: str
    event: str


@dataclass(frozen=True, slots=True)
class ActDone:
    """A state has done an act (as in ``rules.terms.Act``) towards a treaty by an event's day."""

    party: str
    act: str
    treaty: str
    event: str


@dataclass(frozen=True, slots=True)
class Suspended:
    """The operation of a treaty is suspended for a party on the day of an event."""

    party: str
    treaty: str
    event: str


@dataclass(frozen=True, slots=True)
class Consented:
    """The parties have given the consent that the accession of a state needs."""

    party: str
    treaty: str


@dataclass(frozen=True, slots=True)
class HappenedOn:
    """The day of an event is known well enough to decide."""

    event: str


@dataclass(frozen=True, slots=True)
class IsKind:
    """An event is of a kind."""

    event: str
    kind: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A treaty counts an event, done to a party, as being of a kind.

    ``victim`` is ``None`` where the event strikes nobody in particular.
    """

    event: str
    kind: str
    victim: str | None
    treaty: str


@dataclass(frozen=True, slots=True)
class FallsUnder:
    """An event, done to a victim or to nobody in particular, is one that an article speaks of.

    It is the claim of a clause's whole class of events, and is derived, never stated.
    """

    event: str
    victim: str | None
    treaty: str
    article: str | None


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of several claims holds; derived, never stated."""

    claims: "tuple[Claim, ...]"


@dataclass(frozen=True, slots=True)
class AuthorIs:
    """An actor brought an event about, alone or with others."""

    event: str
    actor: str


@dataclass(frozen=True, slots=True)
class AuthorOfSort:
    """The author of an event is of the sort that a clause asks for."""

    event: str
    sort: Author
    treaty: str


@dataclass(frozen=True, slots=True)
class Strikes:
    """An event is directed against an actor, or a part of it where ``asset`` is named."""

    event: str
    victim: str
    asset: Asset | None = None


@dataclass(frozen=True, slots=True)
class Infringes:
    """An event infringes an interest of an actor."""

    event: str
    interest: Interest
    victim: str


@dataclass(frozen=True, slots=True)
class HasQuality:
    """An event has a quality."""

    event: str
    quality: Quality


@dataclass(frozen=True, slots=True)
class Within:
    """A place lies within an area; ``area`` is the words of a clause ("the common area").

    ``place`` is a place's name, or ``None`` for wherever the event happened.
    """

    event: str
    place: str | None
    area: str


@dataclass(frozen=True, slots=True)
class Met:
    """A further condition of a clause is met: its kind and its words, for an event and a party.

    ``party`` is whom the condition speaks of, as the one that requests; ``None`` where nobody.
    """

    event: str
    kind: ConditionKind
    text: str
    party: str | None = None


@dataclass(frozen=True, slots=True)
class IsOver:
    """An event has ended."""

    event: str


@dataclass(frozen=True, slots=True)
class Restored:
    """What an event's duties were to restore is restored."""

    event: str


@dataclass(frozen=True, slots=True)
class Owes:
    """A bearer owes an action to a beneficiary (or to nobody in particular) because of an event."""

    bearer: str
    beneficiary: str | None
    action: Action
    treaty: str
    article: str | None
    event: str


@dataclass(frozen=True, slots=True)
class Breaches:
    """A party breaches a prohibition by an event."""

    party: str
    treaty: str
    article: str | None
    event: str


Claim = (
    IsParty
    | InForce
    | EnteredIntoForce
    | Expired
    | ActDone
    | Suspended
    | Consented
    | HappenedOn
    | IsKind
    | Counted
    | FallsUnder
    | Either
    | AuthorIs
    | AuthorOfSort
    | Strikes
    | Infringes
    | HasQuality
    | Within
    | Met
    | IsOver
    | Restored
    | Owes
    | Breaches
)
