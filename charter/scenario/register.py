"""The register of actors: today's states and main organisations, by every name they go by.

The tables are ``charter/library/states.csv``, ``organisations.csv`` and ``memberships.csv``. A name
that two actors share ("Congo", "Korea") is nobody's, so that it is asked about and never guessed.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from charter.dates import UNKNOWN_DAY, Day, by
from charter.scenario.model import Actor, Membership, Sort
from charter.truth import Truth, conjunction, disjunction, negation

LONGEST_NAME = 100
"""A longer name is not compared with the register; no actor's name comes near it."""

CLOSE_ENOUGH = 0.72
"""How alike two folded names must be for one to be suggested for the other (1 is equal)."""


@cache
def actors() -> Mapping[str, Actor]:
    """Every actor of the register by its canonical name.

    >>> actors()["Niger"].cow
    436
    """
    return MappingProxyType({actor.name: actor for actor, _ in _entries()})


def find(name: str) -> Actor | None:
    """The one actor that goes by a name, official name or other spelling, if there is one.

    The name as written is tried first, then without regard to case, accents, hyphens and a leading
    "the".

    >>> find("the Ivory Coast").name, find("Congo")
    ("Côte d'Ivoire", None)
    """
    return _by_spelling().get(name) or _by_folded().get(_folded(name))


def canonical(names: Iterable[str]) -> tuple[str, ...]:
    """The names by which the register knows some actors; those that it does not know stay.

    >>> canonical(("Great Britain", "Ruritania"))
    ('United Kingdom', 'Ruritania')
    """
    known = ((name, find(name)) for name in names)
    return tuple(actor.name if actor else name for name, actor in known)


def suggest(name: str, extra: Iterable[str] = ()) -> tuple[str, ...]:
    """Up to three names that may have been meant, the closest first.

    ``extra`` are names that count besides those of the register, such as a scenario's own actors.
    A register's actor is suggested by its canonical name, whatever spelling was close; a name that
    several share ("Korea") suggests each of them.

    >>> suggest("Turky"), suggest("Korea")
    (('Türkiye',), ('North Korea', 'South Korea'))
    """
    if len(name) > LONGEST_NAME:
        return ()
    wanted = _folded(name)
    spellings = [(each, actor.name) for each, actor in _by_folded().items()]
    spellings += [(_folded(each), each) for each in extra if len(each) <= LONGEST_NAME]
    scored = [(_likeness(wanted, spelling), meant) for spelling, meant in spellings]
    ranked = sorted((-score, meant) for score, meant in scored if score >= CLOSE_ENOUGH)
    return tuple(dict.fromkeys(meant for _, meant in ranked))[:3]


@cache
def memberships() -> tuple[Membership, ...]:
    """Every membership of an organisation that the register knows, past ones included."""
    return tuple(
        Membership(
            row["member"],
            row["organisation"],
            _day(row["since"]),
            _day(row["until"]) if row["until"] else None,
        )
        for row in _rows("memberships")
    )


def members(organisation: str, day: Day) -> Mapping[str, Truth]:
    """Whether each state that ever was a member of an organisation is one on a day.

    Not stated where a date that decides is not known. Empty for an organisation whose membership
    the register does not hold: ask ``is_member`` of a single state.

    >>> members("ECOWAS", Day.on(date(2025, 1, 29)))["Niger"]
    <Truth.FALSE: 'false'>
    """
    spells = _spells(organisation)
    return {
        name: disjunction(holds_on(each, day) for each in spells if each.member == name)
        for name in dict.fromkeys(each.member for each in spells)
    }


def is_member(state: str, organisation: str, day: Day) -> Truth:
    """Whether a state is a member of an organisation on a day, both by their canonical names.

    Not stated for an organisation whose membership the register does not hold.

    >>> is_member("Ghana", "NATO", Day.on(date(2023, 1, 1)))
    <Truth.FALSE: 'false'>
    """
    if not _spells(organisation):
        return Truth.UNKNOWN
    return members(organisation, day).get(state, Truth.FALSE)


def holds_on(membership: Membership, day: Day) -> Truth:
    """Whether a membership holds on a day; the day on which it ends is already outside.

    A membership with nothing said of its beginning is not limited on that side.

    >>> holds_on(Membership("Ruritania", "League"), UNKNOWN_DAY)
    <Truth.TRUE: 'true'>
    """
    begun = Truth.TRUE if membership.since == UNKNOWN_DAY else by(membership.since, day)
    over = Truth.FALSE if membership.until is None else by(membership.until, day)
    return conjunction((begun, negation(over)))


def _rows(table: str) -> Iterator[dict[str, str]]:
    text = (files("charter") / "library" / f"{table}.csv").read_text("utf-8")
    return iter(csv.DictReader(text.splitlines()))


@cache
def _spells(organisation: str) -> tuple[Membership, ...]:
    return tuple(each for each in memberships() if each.organisation == organisation)


@cache
def _entries() -> tuple[tuple[Actor, tuple[str, ...]], ...]:
    """Every actor, with all its names, the canonical one first."""
    states = ((_state(row), _names(row)) for row in _rows("states"))
    organisations = (
        (Actor(row["name"], Sort(row["sort"])), _names(row)) for row in _rows("organisations")
    )
    return (*states, *organisations)


def _state(row: dict[str, str]) -> Actor:
    return Actor(row["name"], Sort.STATE, row["iso3"] or None, int(row["cow"] or 0) or None)


def _names(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(filter(None, (row["name"], row["official"], *row["aliases"].split(";"))))


@cache
def _by_spelling() -> Mapping[str, Actor]:
    return {name: actor for actor, names in _entries() for name in names}


@cache
def _by_folded() -> Mapping[str, Actor]:
    return {_folded(name): actor for name, actor in _by_spelling().items()}


def _folded(name: str) -> str:
    """A name without what spellings of it differ in: case, accents, marks, abbreviations, "the"."""
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", name)
        if not unicodedata.combining(letter)
    )
    plain = bare.casefold().replace("’", "'").replace("-", " ").replace("&", " and ")
    spelt_out = re.sub(r"\bst(?:\.|\b)", "saint", plain)
    return " ".join(spelt_out.split()).removeprefix("the ")


def _likeness(wanted: str, spelling: str) -> float:
    """How alike two folded names are; a name all of whose words the other has is close enough."""
    matcher = SequenceMatcher(None, spelling, wanted)
    if matcher.real_quick_ratio() >= CLOSE_ENOUGH and matcher.quick_ratio() >= CLOSE_ENOUGH:
        ratio = matcher.ratio()
        if ratio >= CLOSE_ENOUGH:
            return ratio
    return CLOSE_ENOUGH if set(wanted.split()) < set(spelling.split()) else 0.0


def _day(written: str) -> Day:
    """The day that a table states: a date, a month, a year, or ``from..to`` of which each may lack.

    INVARIANT: never ``UNKNOWN_DAY``, which in a membership means that it is not limited.
    """
    earliest, dots, latest = written.partition("..")
    if not dots:
        latest = earliest
    return Day(_period(earliest).earliest or date.min, _period(latest).latest)


def _period(written: str) -> Day:
    parts = tuple(int(each) for each in written.split("-") if each)
    match parts:
        case ():
            return UNKNOWN_DAY
        case (year,):
            return Day(date(year, 1, 1), date(year, 12, 31))
        case (year, month):
            return Day.in_month(year, month)
        case _:
            return Day.on(date(*parts))
