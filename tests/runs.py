"""Cases built by hand and run for real, for the tests of reports, comparisons and the program."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from charter.dates import Day
from charter.engine.run import Run, run_case, run_readings
from charter.findings.claims import Claim
from charter.rules.terms import Action, Means
from charter.scenario.case import Case, Expectation
from charter.scenario.model import Actor, Event, Performance, Sort, Struck, World

ATTACK = "the intervention"
STATES = ("Burkina Faso", "Mali", "Niger", "Togo", "Guinea")


def actors() -> dict[str, Actor]:
    states = {name: Actor(name, Sort.STATE) for name in STATES}
    return {**states, "ECOWAS": Actor("ECOWAS", Sort.ORGANISATION)}


def attack(
    victim: str = "Niger",
    author: str | None = "ECOWAS",
    *,
    on: Day | None = None,
    kind: str = "armed_attack",
) -> Event:
    day = on or Day.on(date(2023, 10, 2))
    authors = None if author is None else (author,)
    return Event(ATTACK, kind, day, authors, (Struck(victim),))


def help_given(party: str = "Mali") -> Performance:
    day = Day.on(date(2023, 10, 9))
    return Performance(party, Action.ASSIST, "Niger", (Means.ARMED_FORCE,), day)


def case(
    *events: Event,
    expectations: tuple[Expectation, ...] = (),
    performances: tuple[Performance, ...] = (),
    facts: Mapping[Claim, bool] = MappingProxyType({}),
    variation: str | None = None,
) -> Case:
    world = World(actors(), events or (attack(),), performances, facts=facts)
    return Case(
        scenario="ECOWAS sends troops into Niger",
        variation=variation,
        charters=("liptako-gourma",),
        world=world,
        expectations=expectations,
        line=1,
    )


def run(asked: Case | None = None, reading: str | None = None, *, closed: bool = False) -> Run:
    return run_case(asked or case(), Path(), reading=reading, closed=closed, file="a.scenario")


def all_readings(asked: Case | None = None) -> tuple[Run, ...]:
    return run_readings(asked or case(), Path(), file="a.scenario")
