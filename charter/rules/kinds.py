"""The hierarchy of kinds of events: which kind is a case of which.

It follows the United Nations definition of aggression (General Assembly resolution 3314, 1974,
article 3); the table is ``charter/library/kinds.csv``.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from charter.rules.terms import Interest
from charter.truth import Truth


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event.

    ``infringes`` are the interests that such an event infringes when it strikes a state on its
    territory; ``may_be`` are kinds that it amounts to only by the facts of the case.
    """

    name: str
    label: str
    parents: tuple[str, ...]
    infringes: frozenset[Interest]
    may_be: tuple[str, ...]
    source: str


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its name, parents before children."""
    table = (files("charter") / "library" / "kinds.csv").read_text("utf-8")
    return {row["kind"]: _kind(row) for row in csv.DictReader(table.splitlines())}


def _kind(row: dict[str, str]) -> Kind:
    return Kind(
        row["kind"],
        row["name"],
        tuple(filter(None, row["parents"].split(";"))),
        frozenset(Interest(each) for each in row["infringes"].split(";") if each),
        tuple(filter(None, row["may_be"].split(";"))),
        row["source"],
    )


@cache
def ancestors(kind: str) -> frozenset[str]:
    """A kind and every kind that it is a case of.

    >>> "aggression" in ancestors("invasion"), "armed_attack" in ancestors("overflight")
    (True, False)
    """
    found = {kind}
    for parent in kinds()[kind].parents:
        found |= ancestors(parent)
    return frozenset(found)


@cache
def infringed_by(kind: str) -> frozenset[Interest]:
    """The interests that an event of this kind infringes unless a fact says otherwise.

    A kind that names none takes over those of the kinds it is a case of.
    """
    own = kinds()[kind]
    if own.infringes or not own.parents:
        return own.infringes
    return frozenset().union(*(infringed_by(parent) for parent in own.parents))


@cache
def is_a(kind: str, wanted: str) -> Truth:
    """Whether an event stated to be of one kind is of another.

    Not stated where the wanted kind is narrower than the one stated (an attack may be an armed
    attack), or one that such an event amounts to only by the facts of the case.

    >>> is_a("invasion", "attack"), is_a("sanctions", "attack"), is_a("attack", "invasion")
    (<Truth.TRUE: 'true'>, <Truth.FALSE: 'false'>, <Truth.UNKNOWN: 'not stated'>)
    """
    if wanted in ancestors(kind):
        return Truth.TRUE
    possible = frozenset().union(*(kinds()[each].may_be for each in ancestors(kind)))
    if kind in ancestors(wanted) or any(wanted in ancestors(each) for each in possible):
        return Truth.UNKNOWN
    return Truth.FALSE
