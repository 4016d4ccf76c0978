"""Who and what is made up: states, an organisation, an armed group, places and days."""

from datetime import date, timedelta
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

from charter.dates import UNKNOWN_DAY, Day
from charter.scenario.model import Actor, Sort

_T = TypeVar("_T")

STATES = ("Ruritania", "Syldavia", "Borduria", "Graustark")
OUTSIDER, ORGANISATION, GROUP = "Lutha", "Concord", "Night Riders"
OUTSIDERS = {
    OUTSIDER: Actor(OUTSIDER, Sort.STATE),
    ORGANISATION: Actor(ORGANISATION, Sort.ORGANISATION),
    GROUP: Actor(GROUP, Sort.ARMED_GROUP),
}
PLACES = ("Strelsau", "Klow")
AREA = "the common area"
CONDITION = "peace and stability break down"

_FIRST = date(1950, 1, 1)
_DAYS = tuple(_FIRST + timedelta(days=far) for far in (0, 1, 31, 59, 90, 181, 182, 365))


@cache
def dates() -> st.SearchStrategy[date]:
    """One of a few days around which much happens, so that some fall on, before and after it."""
    return st.sampled_from(_DAYS)


@cache
def early() -> st.SearchStrategy[date]:
    """One of the first of those days, on which treaties are made."""
    return st.sampled_from(_DAYS[:3])


@cache
def days() -> st.SearchStrategy[Day]:
    """A day that is known exactly, or to lie between two days, or not at all."""
    between = st.tuples(dates(), dates()).map(lambda pair: Day(min(pair), max(pair)))
    return st.one_of(dates().map(Day.on), between, st.just(UNKNOWN_DAY))


@cache
def some_of(
    names: tuple[str, ...], *, least: int = 0, most: int | None = None
) -> st.SearchStrategy[tuple[str, ...]]:
    """Some of the names, each at most once."""
    return st.lists(st.sampled_from(names), min_size=least, max_size=most, unique=True).map(tuple)


def mostly(
    plain: st.SearchStrategy[_T], other: st.SearchStrategy[_T], *, times: int = 4
) -> st.SearchStrategy[_T]:
    """The plain one in all but one of so many cases: where all is rare, nothing ever follows."""
    return st.sampled_from(range(times)).flatmap(lambda turn: other if turn == times - 1 else plain)
