"""Norms that one party cannot both satisfy."""

from collections.abc import Iterator

from charter.findings.derivation import Cite
from charter.findings.outcome import Conflict, Obligation, State
from charter.rules.terms import Action
from charter.scenario.model import World


def conflicts(rows: tuple[Obligation, ...], world: World) -> tuple[Conflict, ...]:
    """Each duty of assistance against each duty to keep out of it or to withhold help, once.

    Neither is preferred: an unranked conflict is reported, never resolved in silence.
    """
    owed = [each for each in rows if each.state is State.OWED]
    helps = [each for each in owed if each.norm.action is Action.ASSIST and each.beneficiary]
    return tuple(dict.fromkeys(_between(helps, owed, world)))


def _between(helps: list[Obligation], owed: list[Obligation], world: World) -> Iterator[Conflict]:
    authors = {each.label: each.authors or () for each in world.events}
    for duty in helps:
        for other in owed:
            if other.bearer == duty.bearer and _forbids(other, duty, authors[other.event]):
                yield Conflict(duty.bearer, (_cite(duty), _cite(other)), None)


def _forbids(other: Obligation, duty: Obligation, enemies: tuple[str, ...]) -> bool:
    """Neutral in an event is who helps nobody in it; an enemy is the author of another event."""
    match other.norm.action:
        case Action.REMAIN_NEUTRAL:
            return other.event == duty.event
        case Action.WITHHOLD_HELP_TO_ENEMY:
            return duty.beneficiary in enemies
        case _:
            return False


def _cite(row: Obligation) -> Cite:
    return Cite(row.treaty, row.norm.citation)
