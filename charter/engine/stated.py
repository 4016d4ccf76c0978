"""The stated facts of a world, indexed by what is asked of them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from charter.engine.places import containers, normal
from charter.findings.claims import (
    AuthorIs,
    Claim,
    InForce,
    IsKind,
    IsParty,
    Met,
    Strikes,
    Within,
)
from charter.findings.derivation import Basis, Step
from charter.rules.terms import Asset, ConditionKind
from charter.scenario.model import Sort, World
from charter.truth import Truth


@dataclass(frozen=True, slots=True)
class Stated:
    """What a world states, and what to make of its silence.

    ``kinds``, ``authors`` and ``strikes`` hold what is stated of each event, by its label;
    ``within`` and ``met`` are keyed by a clause's words in normal form; ``parties`` holds, by
    treaty, those that a fact makes a party.
    """

    facts: Mapping[Claim, bool | None]
    closed: bool
    kinds: Mapping[str, Mapping[str, bool | None]]
    authors: Mapping[str, Mapping[str, bool | None]]
    strikes: Mapping[str, tuple[tuple[str, Asset | None], ...]]
    within: Mapping[tuple[str, str | None, str], bool | None]
    met: Mapping[tuple[str, ConditionKind, str], Mapping[str | None, bool | None]]
    parties: Mapping[str, tuple[str, ...]]
    places: Mapping[str, tuple[str, ...]]
    groups: frozenset[str]

    def says(self, claim: Claim) -> bool:
        """Whether a fact speaks of a claim: that it is so, is not, or is not known."""
        return bool(self.facts) and claim in self.facts

    def leaf(self, claim: Claim, otherwise: Truth, basis: Basis) -> Step:
        """The claim as stated, or else as a default rule has it, or else as silence counts."""
        if self.facts and claim in self.facts:
            return self.said(claim, self.facts[claim])
        if otherwise is Truth.UNKNOWN:
            return self.silent(claim)
        return Step(claim, otherwise, basis)

    def said(self, claim: Claim, value: bool | None) -> Step:
        """A claim as a fact states it; what is said to be not known counts as silence does."""
        return self.silent(claim) if value is None else Step(claim, Truth.of(value), Basis.STATED)

    def silent(self, claim: Claim) -> Step:
        """A claim on which nothing is stated: false in a closed world, else not known."""
        return Step(claim, Truth.FALSE if self.closed else Truth.UNKNOWN, Basis.SILENT)

    def condition(self, claim: Met) -> Step:
        """A condition as a fact states it: by its words or by its kind, or silence."""
        words = normal(claim.text)
        forms = ((claim.kind, words), (ConditionKind.OTHER, words), (claim.kind, ""))
        for kind, text in forms:
            said = self.met.get((claim.event, kind, text), {})
            value = said.get(claim.party, said.get(None))
            if value is not None:
                return Step(claim, Truth.of(value), Basis.STATED)
        return self.silent(claim)

    def lies_in(self, place: str | None) -> frozenset[str]:
        """The normal names of a place and of everything that it is stated to lie in."""
        return containers(self.places, place)


def stated(world: World) -> Stated:
    """The world's facts in the form in which the engine asks for them."""
    kinds: dict[str, dict[str, bool | None]] = defaultdict(dict)
    authors: dict[str, dict[str, bool | None]] = defaultdict(dict)
    strikes: dict[str, tuple[tuple[str, Asset | None], ...]] = {}
    within: dict[tuple[str, str | None, str], bool | None] = {}
    met: dict[tuple[str, ConditionKind, str], dict[str | None, bool | None]] = defaultdict(dict)
    parties: dict[str, tuple[str, ...]] = {}
    for claim, value in world.facts.items():
        match claim:
            case IsKind(event, kind):
                kinds[event][kind] = value
            case AuthorIs(event, actor):
                authors[event][actor] = value
            case Strikes(event, victim, asset) if value:
                strikes[event] = (*strikes.get(event, ()), (victim, asset))
            case Within(event, place, area):
                within[event, place, normal(area)] = value
            case Met(event, sort, text, party):
                met[event, sort, normal(text)][party] = value
            case IsParty(party, treaty) | InForce(party, treaty, _) if value:
                parties[treaty] = (*parties.get(treaty, ()), party)
            case _:
                pass
    places: dict[str, tuple[str, ...]] = {}
    for place, into in world.places.items():
        places[normal(place)] = (*places.get(normal(place), ()), *into)
    groups = frozenset(
        name for name, actor in world.actors.items() if actor.sort is Sort.ARMED_GROUP
    )
    return Stated(
        world.facts, world.closed, kinds, authors, strikes, within, met, parties, places, groups
    )
