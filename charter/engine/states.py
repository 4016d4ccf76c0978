"""What became of a duty that has arisen: performed, ended, or still owed."""

from dataclasses import dataclass
from datetime import date

from charter.dates import Day, by
from charter.engine.stated import Stated
from charter.findings.claims import Claim, IsOver, Restored
from charter.findings.outcome import State
from charter.rules.provision import Norm
from charter.rules.terms import Action
from charter.scenario.model import Ending, Event, Performance, World
from charter.truth import Truth, disjunction


@dataclass(frozen=True, slots=True)
class Fate:
    """The state of a duty, until when it lasted, and the claims on which its end depends."""

    state: State
    until: date | None = None
    depends_on: tuple[Claim, ...] = ()


def has_happened(world: World, day: Day) -> Truth:
    """Whether something on a day does not lie after the day that is asked about."""
    return Truth.TRUE if world.as_of is None else by(day, world.as_of)


def performed(
    world: World, norm: Norm, bearer: str, beneficiary: str | None, event: Event
) -> Truth:
    """Whether the bearer has done, for the event, some of what the norm asks.

    Some performance is enough unless the text asks for more, and counts for the bearer alone. What
    is done on a day that is not exactly known, or is said to be done for the event, is taken to
    have been done in time unless it cannot have been.
    """
    return disjunction(
        _since(world, event, done)
        for done in world.performances
        if done.party == bearer
        and done.action is norm.action
        and (done.towards is None or beneficiary in {None, done.towards})
    )


def helps_enemy(world: World, norm: Norm, bearer: str, event: Event) -> Truth:
    """Whether the bearer has helped an author of the event, though it was to leave that.

    Help that is given once the event is over helps no enemy.
    """
    if norm.action not in _AGAINST_HELP:
        return Truth.FALSE
    ends = [each.day for each in world.endings if each.event == event.label]
    return disjunction(
        _since(world, event, done)
        for done in world.performances
        if done.party == bearer
        and done.action is Action.ASSIST
        and done.towards in (event.authors or ())
        and not any(by(end, done.day) is Truth.TRUE for end in ends)
    )


_AGAINST_HELP = frozenset({Action.WITHHOLD_HELP_TO_ENEMY, Action.REMAIN_NEUTRAL})


def _since(world: World, event: Event, done: Performance) -> Truth:
    """Whether something was done for an event: not for another, and not before it."""
    if done.event not in {None, event.label} or has_happened(world, done.day) is Truth.FALSE:
        return Truth.FALSE
    in_time = by(event.day, done.day)
    is_taken_so = in_time is Truth.UNKNOWN and (done.event or not done.day.exact)
    return Truth.TRUE if is_taken_so else in_time


def fate(world: World, facts: Stated, norm: Norm, event: Event) -> Fate:
    """Whether a duty that has arisen and is not performed is still owed.

    It ends when the event is over and, where the clause names an aim, what the duty was to restore
    is restored. Silence about either means that it goes on.
    """
    endings = [each for each in world.endings if each.event == event.label]
    asked: list[tuple[Claim, list[Ending]]] = [(IsOver(event.label), endings)]
    if norm.aim:
        asked.append((Restored(event.label), [each for each in endings if each.restored]))
    unknown = []
    for claim, ends in asked:
        value = _said(facts, claim, *(_by_now(world, each) for each in ends))
        if value is Truth.FALSE:
            return Fate(State.OWED)
        if value is Truth.UNKNOWN:
            unknown.append(claim)
    if unknown:
        return Fate(State.UNDETERMINED, depends_on=tuple(unknown))
    return Fate(State.ENDED, _last(endings))


def _said(facts: Stated, claim: Claim, *endings: Truth) -> Truth:
    """Whether it is so by a fact, else by any ending; a closed world has only what is sure."""
    stated = facts.says(claim)
    found = Truth.of(facts.facts[claim]) if stated else disjunction(endings)
    return Truth.FALSE if facts.closed and found is Truth.UNKNOWN else found


def _by_now(world: World, ending: Ending) -> Truth:
    return Truth.TRUE if world.as_of is None else by(ending.day, world.as_of)


def _last(endings: list[Ending]) -> date | None:
    return max((each.day.exact for each in endings if each.day.exact), default=None)
