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
    territory; ``may_be`` are kinds that it amounts to only by the facts of the case, ``by_groups``
    more such kinds where an armed group is its author.
    """

    name: str
    label: str
    parents: tuple[str, ...]
    infringes: frozenset[Interest]
    may_be: tuple[str, ...]
    by_groups: tuple[str, ...]
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
        tuple(filter(None, row["by_groups"].split(";"))),
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
def possible(kind: str, *, by_group: bool = False) -> frozenset[str]:
    """The kinds that an event stated to be of one kind may turn out to be of.

    They are the kinds below it, those that such an event amounts to only by the facts of the
    case, and in turn what those may turn out to be.

    >>> "invasion" in possible("attack"), "bombardment" in possible("terrorism")
    (True, True)
    """
    found: set[str] = set()
    pending = [kind]
    while pending:
        at = pending.pop()
        if at not in found:
            found.add(at)
            pending.extend(each.name for each in kinds().values() if at in each.parents)
            above = [kinds()[each] for each in ancestors(at)]
            pending.extend(may for each in above for may in each.may_be)
            pending.extend(may for each in above if by_group for may in each.by_groups)
    return frozenset(found)


@cache
def is_a(kind: str, wanted: str, *, by_group: bool = False) -> Truth:
    """Whether an event stated to be of one kind is of another.

    Not stated where it may turn out to be of a kind that is a case of the one wanted: an attack
    may be an armed attack, and so a use of force. With ``by_group`` its author is or may be an
    armed group, whose attack may be an act of terrorism.

    >>> is_a("invasion", "attack"), is_a("sanctions", "attack"), is_a("attack", "invasion")
    (<Truth.TRUE: 'true'>, <Truth.FALSE: 'false'>, <Truth.UNKNOWN: 'not stated'>)
    """
    if wanted in ancestors(kind):
        return Truth.TRUE
    if any(wanted in ancestors(each) for each in possible(kind, by_group=by_group)):
        return Truth.UNKNOWN
    return Truth.FALSE
