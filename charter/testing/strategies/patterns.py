"""Made-up classes of events, and the places and conditions that clauses name."""

from functools import cache
from typing import Any

from hypothesis import strategies as st

from charter.rules.model import Words
from charter.rules.pattern import Condition, EventPattern, Interests, PlaceLimit
from charter.rules.terms import Asset, Author, ConditionKind, Interest, Needs, Quality, Target
from charter.testing.strategies.cast import AREA, CONDITION, OUTSIDERS, mostly, some_of

KINDS = (
    "armed_attack",
    "attack",
    "aggression",
    "threat",
    "rebellion",
    "terrorism",
    "blockade",
    "use_of_force",
    "war",
    "event",
)


def words_of(text: str) -> Words:
    """Words of no place in a text."""
    return Words(text=text, start=0, end=len(text))


def several(
    each: st.SearchStrategy[Any], *, least: int = 0, most: int = 2
) -> st.SearchStrategy[tuple[Any, ...]]:
    """Some of what a strategy makes."""
    return st.lists(each, min_size=least, max_size=most).map(tuple)


@cache
def patterns(parties: tuple[str, ...]) -> st.SearchStrategy[EventPattern]:
    """A class of events; whoever is asked for by name is named.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10, deadline=None, database=None)
    ... @given(patterns(("Ruritania", "Syldavia")))
    ... def who_is_asked_for_by_name_is_named(pattern):
    ...     assert bool(pattern.author_names) == (pattern.author == "named")
    >>> who_is_asked_for_by_name_is_named()
    """
    actors = some_of((*parties, *OUTSIDERS), least=1, most=2)
    authors = mostly(st.just(Author.ANYONE), st.sampled_from(Author))
    parties_struck = st.just(Target.ONE_OR_MORE_PARTIES)
    targets = mostly(parties_struck, st.none() | st.sampled_from(Target), times=3)
    return st.builds(
        _pattern,
        st.tuples(authors, actors),
        st.tuples(targets, actors),
        kinds=mostly(some_of(KINDS[:3], least=1), some_of(KINDS, least=1, most=2)),
        words=st.just(words_of("any attack")),
        interests=mostly(st.none(), _interests()),
        assets=mostly(st.just(()), several(st.sampled_from(Asset), least=1)),
        qualities=mostly(st.just(()), several(st.sampled_from(Quality), least=1, most=1)),
        place=mostly(st.none(), places()),
        as_counted=mostly(st.just(False), st.just(True)),
    )


def _pattern(
    author: tuple[Author, tuple[str, ...]],
    target: tuple[Target | None, tuple[str, ...]],
    **fields: Any,
) -> EventPattern:
    return EventPattern(
        author=author[0],
        author_names=author[1] if author[0] is Author.NAMED else (),
        target=target[0],
        target_names=target[1] if target[0] is Target.NAMED else (),
        **fields,
    )


@cache
def _interests() -> st.SearchStrategy[Interests]:
    items = st.lists(st.sampled_from(Interest), min_size=1, max_size=2, unique=True).map(tuple)
    return st.builds(Interests, items=items, needs=st.sampled_from(Needs))


@cache
def places() -> st.SearchStrategy[PlaceLimit]:
    """A place to which a clause is confined, or words that lift every limit."""
    texts = st.sampled_from((AREA, "the territory of the Parties", "Klow", "a demilitarised zone"))
    return st.builds(
        lambda text, anywhere: PlaceLimit(text=text, words=words_of(text), anywhere=anywhere),
        texts,
        st.booleans(),
    )


@cache
def conditions() -> st.SearchStrategy[Condition]:
    """A condition of any kind, or that it must not be met."""
    return st.builds(
        Condition,
        kind=st.sampled_from(ConditionKind),
        words=st.just(words_of(CONDITION)),
        negated=st.booleans(),
    )
