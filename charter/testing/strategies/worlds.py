"""What may happen under a treaty: events, acts, performances, and facts stated or left open."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from charter.dates import Day
from charter.findings import claims as c
from charter.rules.kinds import ancestors, kinds
from charter.rules.terms import Act, Action, Asset, Author, ConditionKind, Interest, Means, Quality
from charter.rules.treaty import Treaty
from charter.scenario.model import (
    Actor,
    Ending,
    Event,
    Membership,
    Performance,
    Sort,
    Struck,
    Suspension,
    TreatyAct,
    World,
)
from charter.testing.strategies.cast import (
    AREA,
    CONDITION,
    ORGANISATION,
    OUTSIDER,
    OUTSIDERS,
    PLACES,
    dates,
    days,
    mostly,
    some_of,
)
from charter.testing.strategies.patterns import KINDS

LABELS = ("the attack", "the raid")


def cast_of(treaty: Treaty) -> dict[str, Actor]:
    """The parties to a treaty, and a state, an organisation and an armed group that are none.

    >>> from charter.elaborate.library import load
    >>> sorted(cast_of(load("liptako-gourma")))
    ['Burkina Faso', 'Concord', 'Lutha', 'Mali', 'Niger', 'Night Riders']
    """
    return {**{each: Actor(each, Sort.STATE) for each in treaty.parties}, **OUTSIDERS}


@st.composite
def events(draw: st.DrawFn, treaty: Treaty, *, label: str = LABELS[0]) -> Event:
    """Something of any kind that happens among the parties to a treaty and others.

    Who did it, the day and the place may be not known, and each quality is stated true, stated
    false, or not stated.

    >>> from charter.elaborate.library import load
    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10, deadline=None, database=None)
    ... @given(events(load("liptako-gourma"), label="the raid"))
    ... def nothing_happens_without_a_name(event):
    ...     assert event.label == "the raid"
    >>> nothing_happens_without_a_name()
    """
    return draw(_events(treaty.parties, label))


@cache
def _events(parties: tuple[str, ...], label: str) -> st.SearchStrategy[Event]:
    names = (*parties, *OUTSIDERS)
    hit = st.builds(Struck, st.sampled_from(names), st.none() | st.sampled_from(Asset))
    one = st.sampled_from((OUTSIDER, *parties)).map(lambda author: (author,))
    parties_hit = st.builds(Struck, st.sampled_from(parties)).map(lambda struck: (struck,))
    places = st.none() | st.sampled_from((*PLACES, *parties))
    qualities = st.dictionaries(st.sampled_from(Quality), st.booleans(), max_size=2)
    return st.builds(
        Event,
        label=st.just(label),
        kind=mostly(
            st.sampled_from(("armed_attack", "invasion")),
            st.sampled_from(KINDS) | st.sampled_from(sorted(kinds())),
            times=3,
        ),
        day=mostly(dates().map(Day.on), days()),
        authors=mostly(one, some_of(names, most=2) | st.none(), times=3),
        struck=mostly(parties_hit, st.lists(hit, max_size=2, unique=True).map(tuple), times=3),
        place=places,
        origin=places,
        qualities=qualities.map(MappingProxyType),
    )


@st.composite
def worlds(draw: st.DrawFn, treaty: Treaty, *, most_events: int = 2) -> World:
    """Up to ``most_events`` events under a treaty, what states did, and some facts, true or false.

    A fact may speak of an event or a state in any way in which a scenario can, also to say that
    it is not known. What is not stated is left open: ``dataclasses.replace(world, closed=True)``
    takes it as false.

    >>> from charter.elaborate.library import load
    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10, deadline=None, database=None)
    ... @given(worlds(load("liptako-gourma")))
    ... def all_who_act_are_there(world):
    ...     assert {who for each in world.events for who in each.authors or ()} <= {*world.actors}
    >>> all_who_act_are_there()
    """
    labels = LABELS[: draw(mostly(st.integers(1, most_events), st.just(0), times=9))]
    happening = {each: draw(events(treaty, label=each)) for each in labels}
    said = draw(_stated(treaty.parties, treaty.name))
    facts = {
        claim: value
        for claim, value in said["facts"].items()
        if value is not None or not _is_told(claim, happening)
    }
    return World(
        actors=MappingProxyType(cast_of(treaty)),
        events=tuple(happening.values()),
        endings=draw(_endings(labels)) if labels else (),
        **{**said, "facts": _frozen(facts)},
    )


def _is_told(claim: c.Claim, happening: Mapping[str, Event]) -> bool:
    """Whether an event is itself told as being what a claim says; that is then not left open."""
    match claim:
        case c.AuthorIs(label, actor) if label in happening:
            return actor in (happening[label].authors or ())
        case c.IsKind(label, kind) if label in happening:
            return kind in ancestors(happening[label].kind)
        case c.Strikes(label, victim, asset) if label in happening:
            return Struck(victim, asset) in happening[label].struck
        case _:
            return False


@cache
def _stated(parties: tuple[str, ...], treaty: str) -> st.SearchStrategy[dict[str, Any]]:
    """What a world states besides its events and how they end, field by field."""
    acts = st.builds(
        TreatyAct,
        party=st.sampled_from((*parties, OUTSIDER)),
        act=st.sampled_from(Act),
        treaty=st.just(treaty),
        day=days(),
    )
    wider = some_of((*parties, AREA, PLACES[-1]), most=2)
    said = _claims(parties, treaty, LABELS)
    values = st.sampled_from((True, False, None))
    facts = st.dictionaries(said, values, min_size=1, max_size=3)
    return st.fixed_dictionaries(
        {
            "performances": st.lists(_performances(parties), max_size=1).map(tuple),
            "acts": mostly(st.just(()), st.lists(acts, max_size=2, unique_by=_which).map(tuple)),
            "memberships": st.lists(_memberships(parties), max_size=1).map(tuple),
            "suspensions": mostly(st.just(()), _suspensions(parties, treaty)),
            "places": st.dictionaries(st.sampled_from(PLACES), wider, max_size=2).map(_frozen),
            "facts": mostly(st.just({}), facts, times=2).map(_frozen),
            "as_of": mostly(st.none(), dates().map(Day.on)),
        }
    )


def _frozen(mapping: dict[Any, Any]) -> Mapping[Any, Any]:
    return MappingProxyType(mapping)


def _performances(parties: tuple[str, ...]) -> st.SearchStrategy[Performance]:
    party = st.sampled_from(parties)
    return st.builds(
        Performance,
        party=party,
        action=st.sampled_from((Action.ASSIST, Action.CONSULT)),
        towards=st.none() | party,
        means=some_of((*Means,), most=1),
        day=days(),
        event=st.none() | st.sampled_from(LABELS),
    )


def _memberships(parties: tuple[str, ...]) -> st.SearchStrategy[Membership]:
    return st.builds(
        Membership, member=st.sampled_from(parties), organisation=st.just(ORGANISATION)
    )


def _suspensions(
    parties: tuple[str, ...], treaty: str
) -> st.SearchStrategy[tuple[Suspension, ...]]:
    whose, day = st.none() | st.sampled_from(parties), st.none() | dates().map(Day.on)
    return st.builds(Suspension, st.just(treaty), whose, day, day).map(lambda one: (one,))


@cache
def _endings(labels: tuple[str, ...]) -> st.SearchStrategy[tuple[Ending, ...]]:
    event = st.sampled_from(labels)
    ending = st.builds(Ending, event=event, day=days(), restored=st.booleans())
    return st.lists(ending, max_size=1).map(tuple)


def _which(act: TreatyAct) -> tuple[str, Act, Day]:
    return act.party, act.act, act.day


def claims(treaty: Treaty, labels: tuple[str, ...]) -> st.SearchStrategy[c.Claim]:
    """A claim that a scenario may state of some events, of the parties, or of the treaty.

    >>> from charter.elaborate.library import load
    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10, deadline=None, database=None)
    ... @given(claims(load("liptako-gourma"), ("the attack",)))
    ... def a_claim_says_what_it_claims(claim):
    ...     assert repr(claim)
    >>> a_claim_says_what_it_claims()
    """
    return _claims(treaty.parties, treaty.name, labels)


@cache
def _claims(
    parties: tuple[str, ...], treaty: str, labels: tuple[str, ...]
) -> st.SearchStrategy[c.Claim]:
    event = st.sampled_from(labels)
    return st.one_of(
        *_of_events(event, (*parties, *OUTSIDERS), treaty),
        *_of_parties(event, (*parties, OUTSIDER), treaty),
    )


def _of_events(
    event: st.SearchStrategy[str], actors: tuple[str, ...], treaty: str
) -> list[st.SearchStrategy[c.Claim]]:
    actor = st.sampled_from(actors)
    sort = st.sampled_from((Author.STATE, Author.PARTY, Author.NON_STATE))
    area = st.sampled_from((AREA, "the territory of the Parties"))
    request = st.builds(c.Met, event, st.just(ConditionKind.ON_REQUEST), st.just(""), actor)
    return [
        st.builds(c.AuthorIs, event, actor),
        st.builds(c.IsKind, event, st.sampled_from(KINDS)),
        st.builds(c.Strikes, event, actor, st.none() | st.sampled_from(Asset)),
        st.builds(c.Infringes, event, st.sampled_from(Interest), actor),
        st.builds(c.HasQuality, event, st.sampled_from(Quality)),
        st.builds(c.AuthorOfSort, event, sort, st.just(treaty)),
        st.builds(c.Within, event, st.none() | st.sampled_from(PLACES), area),
        request | st.builds(c.Met, event, st.just(ConditionKind.OTHER), st.just(CONDITION)),
        st.builds(c.IsOver, event) | st.builds(c.Restored, event),
    ]


def _of_parties(
    event: st.SearchStrategy[str], states: tuple[str, ...], treaty: str
) -> list[st.SearchStrategy[c.Claim]]:
    state, name = st.sampled_from(states), st.just(treaty)
    return [
        st.builds(c.IsParty, state, name) | st.builds(c.InForce, state, name, event),
        st.builds(c.EnteredIntoForce, name, event),
        st.builds(c.ActDone, state, st.sampled_from(Act), name, event),
        st.builds(c.Consented, state, name),
    ]
