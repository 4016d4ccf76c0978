"""How near a duty that is not owed came to being owed, and what it lacked.

Three places tell what came nearest: the report ("what is not owed, and why"), the answer to "why
not", and an expectation that gives a reason. All three ask here.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple

from charter.engine.steps import effective
from charter.findings.claims import (
    AuthorIs,
    Breaches,
    Claim,
    Counted,
    Either,
    FallsUnder,
    InForce,
    IsKind,
    Owes,
    Strikes,
)
from charter.findings.derivation import Step
from charter.findings.outcome import Refusal
from charter.truth import Truth

_DERIVED = (Owes, Breaches, FallsUnder, Either, Counted)
_CLASSES = (FallsUnder, Counted)

Conditions = dict[tuple[Claim, bool], Step]
"""Failing conditions by what tells them apart: the claim, and whether it had to fail."""

Distance = tuple[int, int]


class _Lack(NamedTuple):
    """What a failed step lacks: on one nearest way, and on all the ways that are as near."""

    one: Conditions
    all: Conditions

    @property
    def distance(self) -> Distance:
        return _distance(self.one)


def failing(step: Step) -> tuple[Step, ...]:
    """The conditions that a failed step lacks, each once: on the nearest ways to it, no others.

    Where several conditions are asked for together, all that fail are lacking. Where any one of
    several would do, only the nearest are told: of an attack on Guinea it is told that Guinea is
    no party, and not that it would have to be a party's ship that is struck.
    """
    return tuple(_lack(step).all.values())


def nearest_way(step: Step) -> tuple[Step, ...]:
    """The conditions that a failed step lacks on one of the nearest ways to it."""
    return tuple(_lack(step).one.values())


def distance(row: Refusal) -> Distance:
    """How far a refused duty is from being owed; the smaller, the nearer.

    A route whose article speaks of such an event, and lacks only a party, a date or a place, is the
    nearer the fewer conditions fail. All routes whose articles speak of other events are farther,
    and equally far: it makes no difference that they would fail for other reasons too. Farthest are
    those of an event that somebody else brought about.
    """
    lack = _lack(row.why)
    if any(isinstance(claim, AuthorIs) and not negated for claim, negated in lack.one):
        return (2, 0)
    far, conditions = lack.distance
    return (1, 0) if far else (0, conditions)


def nearest_first(rows: Iterable[Refusal]) -> tuple[Refusal, ...]:
    """Refused duties in the order of their distance; those equally near keep their order."""
    return tuple(sorted(rows, key=distance))


def closest(rows: Iterable[Refusal]) -> tuple[Refusal, ...]:
    """The closest refused routes: all those that no other of the rows comes nearer than."""
    ordered = nearest_first(rows)
    return tuple(row for row in ordered if distance(row) == distance(ordered[0]))


def closest_of_each(rows: Iterable[Refusal]) -> tuple[tuple[Refusal, ...], ...]:
    """The closest refused routes of each bearer on account of each event."""
    return tuple(closest(each) for each in _grouped(rows, lambda row: (row.bearer, row.event)))


def explained(rows: Iterable[Refusal], by: Callable[[Refusal], bool]) -> bool:
    """Whether one reason is why none of the rows is owed, by what it says of each of them.

    On account of each event, where some routes lacked only a party, a date or a place, the reason
    has to be at work in a closest route of each bearer: that an armed attack is no act of terrorism
    is not why nobody helps Guinea; that Guinea is not a party is. Where every article speaks of
    other events, it has to be at work for all the bearers of one article.
    """
    return all(_explained(each, by) for each in _grouped(rows, lambda row: row.event))


def _explained(rows: list[Refusal], by: Callable[[Refusal], bool]) -> bool:
    near = [row for row in rows if distance(row)[0] == 0]
    if near:
        return all(any(map(by, each)) for each in closest_of_each(near))
    norms = _grouped(rows, lambda row: (row.treaty, row.norm.citation.words.start, row.norm.action))
    return any(all(map(by, each)) for each in norms)


def _grouped(rows: Iterable[Refusal], key: Callable[[Refusal], Hashable]) -> list[list[Refusal]]:
    found: dict[Hashable, list[Refusal]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return list(found.values())


def _lack(step: Step) -> _Lack:
    if step.negated or not step.premises or not _opens(step):
        own: Conditions = {(step.claim, step.negated): step}
        return _Lack(own, own)
    parts = [_lack(each) for each in step.premises if effective(each) is Truth.FALSE]
    if not step.any_of:
        if isinstance(step.claim, _CLASSES):
            # What a class asks of its events besides is nothing to an event of another kind.
            parts = [each for each in parts if each.distance[0]] or parts
        return _Lack(_merged(each.one for each in parts), _merged(each.all for each in parts))
    least = min(each.distance for each in parts)
    near = [each for each in parts if each.distance == least]
    return _Lack(near[0].one, _merged(each.all for each in near))


def _opens(step: Step) -> bool:
    """Whether the reason for a failure lies deeper: for one who is no party, in that alone."""
    if isinstance(step.claim, InForce):
        return step.premises[0].truth is Truth.FALSE
    return isinstance(step.claim, _DERIVED)


def _merged(parts: Iterable[Conditions]) -> Conditions:
    found: Conditions = {}
    for each in parts:
        for key, step in each.items():
            found.setdefault(key, step)
    return found


def _distance(conditions: Conditions) -> Distance:
    return sum(_is_of_the_event(claim) for claim, _ in conditions), len(conditions)


def _is_of_the_event(claim: Claim) -> bool:
    """Whether an article that asks for it, in vain, speaks of events of another sort.

    Of another kind, done to nobody like the victim, or to ships where none is struck.
    """
    match claim:
        case IsKind() | FallsUnder() | Counted():
            return True
        case Strikes(asset=asset):
            return asset is not None
        case _:
            return False
