"""Whether an event lies in an area of which a treaty speaks."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from charter.engine.happening import Happening
from charter.engine.places import is_parties_territory, is_the_area, normal
from charter.engine.steps import any_of
from charter.findings.claims import Within
from charter.findings.derivation import Basis, Step
from charter.rules.terms import Asset
from charter.scenario.model import Actor, Sort
from charter.truth import Truth


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The place of an event under a treaty; ``binds`` says for whom the treaty is in force."""

    happening: Happening
    actors: Mapping[str, Actor]
    binds: Callable[[str], Step]

    def within(self, area: str) -> Step:
        """Whether the event lies in an area, by what is stated of it and of its place.

        "The area", without a word of whose, takes in the territory of the parties; whether it
        reaches further is not for the words to say.
        """
        event, stated = self.happening.event, self.happening.stated
        claim = Within(event.label, event.place, area)
        for place in (event.place, None):
            key = (event.label, place, normal(area))
            if key in stated.within:
                return stated.said(claim, stated.within[key])
        if normal(area) in self._places():
            return Step(claim, Truth.TRUE, Basis.STATED)
        if is_parties_territory(area):
            return self._in_territory(claim)
        return self._in_area(claim) if is_the_area(area) else stated.silent(claim)

    def _places(self) -> frozenset[str]:
        """What the event is stated to lie in; with no place, what a state struck lies in."""
        if self.happening.event.place:
            return self.happening.places
        lies_in = self.happening.stated.lies_in
        return frozenset[str]().union(*(lies_in(each) for each in self._struck_at_home()))

    def _in_territory(self, claim: Within) -> Step:
        """In the parties' territory: where a party's own is, or where it is itself struck."""
        holders = tuple(self.binds(each) for each in self._holders(claim.place))
        step = any_of(claim, holders)
        if holders and (claim.place or step.truth is not Truth.FALSE):
            return step
        return self.happening.stated.silent(claim)

    def _in_area(self, claim: Within) -> Step:
        step = self._in_territory(claim)
        return step if step.truth is Truth.TRUE else self.happening.stated.silent(claim)

    def _holders(self, place: str | None) -> Iterator[str]:
        """The states in which the place lies; where no place is stated, those struck at home."""
        if place is None:
            yield from self._struck_at_home()
            return
        for name, actor in self.actors.items():
            if actor.sort is Sort.STATE and normal(name) in self.happening.places:
                yield name

    def _struck_at_home(self) -> Iterator[str]:
        for each in self.happening.victims:
            if self.happening.strikes(each, Asset.TERRITORY).truth is Truth.TRUE:
                yield each
