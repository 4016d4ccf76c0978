"""A treaty that is suspended for a party on the day of an event: what it would owe is suspended."""

from dataclasses import replace
from datetime import date

from engine_worlds import BURKINA, MALI, NIGER
from runs import actors, attack, case, run

from charter.dates import Day
from charter.findings.outcome import State
from charter.scenario.model import Suspension

AES = "liptako-gourma"


def states(*suspensions: Suspension, day: Day | None = None):
    asked = case(attack(on=day))
    world = replace(asked.world, suspensions=suspensions)
    rows = run(replace(asked, world=world)).outcome.duties
    return {row.bearer: row.state for row in rows}


def on(month: int, day: int) -> Day:
    return Day.on(date(2023, month, day))


def test_the_first_day_of_a_suspension_is_inside_and_the_day_of_its_end_outside():
    within = states(Suspension(AES, MALI, on(10, 2), on(10, 3)))
    assert within == {MALI: State.SUSPENDED, BURKINA: State.OWED}
    assert states(Suspension(AES, MALI, on(10, 1), on(10, 2)))[MALI] is State.OWED
    assert states(Suspension(AES, MALI, on(10, 3)))[MALI] is State.OWED


def test_nothing_is_owed_to_a_party_for_which_the_treaty_is_suspended():
    found = states(Suspension(AES, NIGER))
    assert found == {MALI: State.SUSPENDED, BURKINA: State.SUSPENDED}


def test_a_treaty_suspended_as_a_whole_is_so_for_every_party():
    assert set(states(Suspension(AES, None)).values()) == {State.SUSPENDED}


def test_of_another_treaty_a_suspension_says_nothing():
    assert set(states(Suspension("another", None)).values()) == {State.OWED}


def test_where_the_day_of_the_event_decides_it_is_undetermined():
    asked = case(attack(on=Day(date(2023, 10, 1), date(2023, 10, 31))))
    world = replace(asked.world, suspensions=(Suspension(AES, MALI, on(10, 9)),))
    (row,) = (
        each for each in run(replace(asked, world=world)).outcome.duties if each.bearer == MALI
    )
    assert row.state is State.UNDETERMINED
    assert [type(each).__name__ for each in row.depends_on] == ["HappenedOn"]


def test_what_would_breach_a_suspended_treaty_is_no_breach():
    asked = case(attack(author="Mali"))
    world = replace(asked.world, suspensions=(Suspension(AES, MALI),))
    outcome = run(replace(asked, world=world)).outcome
    assert outcome.breaches == ()
    assert State.SUSPENDED in {each.state for each in outcome.prohibitions}


def test_whoever_the_treaty_does_not_bind_owes_nothing_suspended():
    assert "Togo" in actors()
    assert "Togo" not in states(Suspension(AES, "Togo"))
