"""What became of a duty that has arisen: performed, ended, or still owed."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from charter.dates import Day, by
from charter.engine.stated import Stated
from charter.findings.claims import Claim, IsOver, Restored
from charter.findings.outcome import State
from charter.rules.provision import Norm
from charter.scenario.model import Ending, Event, Performance, World
from charter.truth import Truth, conjunction, disjunction


@dataclass(frozen=True, slots=True)
class Fate:
    """The state of a duty, until when it lasted, and the claims on which its end depends."""

    state: State
    until: date | None = None
    depends_on: tuple[Claim, ...] = ()


def has_happened(world: World, day: Day) -> bool:
    """Whether something on a day is not known to lie after the day that is asked about."""
    return world.as_of is None or by(day, world.as_of) is not Truth.FALSE


def is_performed(
    world: World, norm: Norm, bearer: str, beneficiary: str | None, event: Event
) -> bool:
    """Whether the bearer has done, for the event, some of what the norm asks.

    Some performance is enough unless the text asks for more, and counts for the bearer alone.
    """

    def performs(done: Performance) -> bool:
        return (
            done.party == bearer
            and done.action is norm.action
            and (done.towards is None or beneficiary in {None, done.towards})
            and done.event in {None, event.label}
            and by(event.day, done.day) is not Truth.FALSE
            and has_happened(world, done.day)
        )

    return any(performs(each) for each in world.performances)


def fate(world: World, facts: Stated, norm: Norm, event: Event) -> Fate:
    """Whether a duty that has arisen and is not performed is still owed.

    It ends when the event is over and, where the clause names an aim, what the duty was to restore
    is restored. Silence about either means that it goes on.
    """
    endings = [each for each in world.endings if each.event == event.label]
    restoring = [each for each in endings if each.restored]
    asked: dict[Claim, list[Ending] | None] = {
        IsOver(event.label): endings,
        Restored(event.label): restoring if norm.aim else None,
    }
    found = {
        claim: _said(facts, claim, *(_by_now(world, each) for each in ends))
        for claim, ends in asked.items()
        if ends is not None
    }
    match conjunction(found.values()):
        case Truth.TRUE:
            return Fate(State.ENDED, _last(endings))
        case Truth.UNKNOWN:
            unknown = (claim for claim, value in found.items() if value is Truth.UNKNOWN)
            return Fate(State.UNDETERMINED, depends_on=tuple(unknown))
        case Truth.FALSE:
            return Fate(State.OWED)
        case never:
            assert_never(never)


def _said(facts: Stated, claim: Claim, *endings: Truth) -> Truth:
    """Whether it is so by a fact, else by any ending; a closed world has only what is sure."""
    value = facts.facts.get(claim)
    if value is not None:
        return Truth.of(value)
    found = disjunction(endings)
    return Truth.FALSE if facts.closed and found is Truth.UNKNOWN else found


def _by_now(world: World, ending: Ending) -> Truth:
    return Truth.TRUE if world.as_of is None else by(ending.day, world.as_of)


def _last(endings: list[Ending]) -> date | None:
    return max((each.day.exact for each in endings if each.day.exact), default=None)
