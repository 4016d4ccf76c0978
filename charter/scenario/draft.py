"""A world while its sentences are taken in, one after another."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from charter.dates import Day
from charter.findings.claims import Claim
from charter.rules.terms import Act
from charter.scenario import register
from charter.scenario.model import (
    Ending,
    Event,
    Membership,
    Performance,
    Suspension,
    TreatyAct,
    World,
)
from charter.scenario.names import Mistake, Names, plain
from charter.source import Span
from charter.suggest import listed
from charter.syntax.tree import Node

ActKey = tuple[str, Act, str]
Told = tuple[str, str] | ActKey
"""What a sentence speaks of: an event or an ending, by its label, or an act."""


@dataclass(slots=True)
class Draft:
    """What the sentences so far state. ``varied`` is true while a variation's are taken in.

    A later statement takes the place of an earlier one; within one layer (the scenario itself, or
    a variation) two that contradict each other are a mistake; ``fresh`` holds those of the layer,
    ``inherited`` the performances of the layer before it, which are all that it can undo. ``told``
    holds the sentence that last told each event, ending and act; ``sentence`` is the one that is
    taken in now.
    """

    names: Names
    varied: bool = False
    events: dict[str, Event] = field(default_factory=dict)
    performances: list[Performance] = field(default_factory=list)
    inherited: tuple[Performance, ...] = ()
    endings: list[Ending] = field(default_factory=list)
    acts: dict[ActKey, TreatyAct] = field(default_factory=dict)
    memberships: list[Membership] = field(default_factory=list)
    suspensions: dict[tuple[str, str | None], Suspension] = field(default_factory=dict)
    not_members: set[tuple[str, str]] = field(default_factory=set)
    facts: dict[Claim, bool | None] = field(default_factory=dict)
    fresh: dict[object, Span] = field(default_factory=dict)
    told: dict[Told, Span] = field(default_factory=dict)
    sentence: Span = field(default_factory=lambda: Span(0, 0))
    as_of: Day | None = None
    closed: bool = False

    def vary(self) -> None:
        """Begin the layer of a variation."""
        self.varied = True
        self.fresh.clear()
        self.inherited = tuple(self.performances)

    def add_event(self, event: Event, span: Span) -> None:
        """Take in an event; in a variation it takes the place of one of the same name."""
        key = ("event", event.label)
        if key in self.fresh:
            help = "give one of them another name in brackets after its sentence"
            message = f"two events are called `{event.label}`"
            raise Mistake("C316", message, span, self.fresh[key], help=help)
        self.fresh[key] = span
        self.change_event(event)

    def change_event(self, event: Event) -> None:
        """Let an event be otherwise than it was stated."""
        self.told["event", event.label] = self.sentence
        self.events[event.label] = event

    def end(self, ending: Ending) -> None:
        """Take in the end of an event, in the place of one stated before."""
        self.told["ending", ending.event] = self.sentence
        self.endings = [each for each in self.endings if each.event != ending.event]
        self.endings.append(ending)

    def act(self, act: TreatyAct) -> None:
        """Take in an act towards a treaty, in the place of a like one."""
        key = (act.party, act.act, act.treaty)
        self.told[key] = self.sentence
        self.acts[key] = act

    def remove_event(self, label: str) -> None:
        """Let an event not happen, and nothing be done because of it."""
        del self.events[label]
        self.performances = [each for each in self.performances if each.event != label]
        self.endings = [each for each in self.endings if each.event != label]

    def state(self, claim: Claim, value: bool, span: Span) -> None:
        """Take in a fact."""
        if claim in self.fresh and self.facts.get(claim) is not value:
            help = "state one of them"
            message = "this contradicts what is stated before"
            raise Mistake("C321", message, span, self.fresh[claim], help=help)
        self.fresh[claim] = span
        self.facts[claim] = value

    def unstate(self, claim: Claim) -> None:
        """Let a fact be not stated."""
        self.facts.pop(claim, None)

    def leave_open(self, claim: Claim) -> None:
        """Take in that a fact is not known, also where it is else taken to be so or not."""
        self.facts[claim] = None

    def event(self, node: Node) -> Event:
        """The event that a name stands for."""
        (phrase,) = node.phrases("EVENT")
        label = plain(phrase.text)
        if label not in self.events:
            raise unknown_event(label, tuple(self.events), phrase.span)
        return self.events[label]

    def labels(self, node: Node | None) -> tuple[str, ...]:
        """The event that is named, or every event where none is."""
        return (self.event(node).label,) if node else tuple(self.events)

    def only_event(self, node: Node | None, span: Span) -> Event:
        """The event that is named, or the only one there is."""
        if node is not None:
            return self.event(node)
        if len(self.events) != 1:
            raise which_event(tuple(self.events), span)
        return next(iter(self.events.values()))

    def replace_event(self, event: Event, **changes: object) -> None:
        """Let some properties of an event be others."""
        self.change_event(replace(event, **changes))  # type: ignore[arg-type]

    def world(self) -> World:
        """The world as stated, with the memberships that the register knows of its actors."""
        return World(
            actors=MappingProxyType(dict(self.names.actors)),
            events=tuple(self.events.values()),
            performances=tuple(self.performances),
            endings=tuple(self.endings),
            acts=tuple(self.acts.values()),
            memberships=tuple(self._memberships()),
            suspensions=tuple(self.suspensions.values()),
            places=MappingProxyType(dict(self.names.places)),
            facts=MappingProxyType(dict(self.facts)),
            as_of=self.as_of,
            closed=self.closed,
        )

    def _memberships(self) -> Iterator[Membership]:
        said = {(each.member, each.organisation) for each in self.memberships} | self.not_members
        actors = self.names.actors
        for each in register.memberships():
            pair = (each.member, each.organisation)
            if pair not in said and actors.keys() >= set(pair):
                yield each
        yield from self.memberships


def unknown_event(label: str, known: tuple[str, ...], span: Span) -> Mistake:
    """The mistake of naming an event that is not there."""
    message = f"no event is called `{label}`"
    if not known:
        help = f"give it its name in brackets under When: `on …, … ({label}).`"
        return Mistake("C311", message, span, help=help)
    return Mistake(
        "C311", message, span, help=f"what happens is called {listed(known, last='and')}"
    )


def which_event(known: tuple[str, ...], span: Span) -> Mistake:
    """The mistake of not saying which of several events is meant."""
    if not known:
        return Mistake("C320", "no event is there to speak of", span, help="state one under When")
    return Mistake(
        "C320", "which event is meant is not said", span, help=f"name {listed(known, last='or')}"
    )
