"""What becomes of duties: performed, ended, in conflict."""

from datetime import date

import pytest
from engine_worlds import (
    ASSIST,
    ATTACK,
    BURKINA,
    GUINEA,
    LIPTAKO,
    MALI,
    NIGER,
    NO_TERROR,
    OCTOBER,
    attack,
    norm,
    of,
    outcome,
    rows,
    simple,
)

from charter.dates import UNKNOWN_DAY, Day
from charter.findings.claims import AuthorIs, HappenedOn, IsOver, Restored
from charter.findings.derivation import Cite
from charter.findings.outcome import Conflict
from charter.rules.terms import Action, Means, Role
from charter.scenario.model import Ending, Event, Performance

NOVEMBER = date(2023, 11, 14)


def help_by(party: str = MALI, day: date = NOVEMBER, **more: object) -> Performance:
    given = {"action": Action.ASSIST, "towards": NIGER, **more}
    return Performance(party=party, means=(Means.MILITARY,), day=Day.on(day), **given)


def mali(**more: object) -> str:
    return mali_of(attack(), **more)


def mali_of(happening: Event, **more: object) -> str:
    return rows(outcome(LIPTAKO, happening, **more))[MALI, NIGER, "6"]


@pytest.mark.parametrize(
    ("done", "state"),
    [
        (help_by(), "performed"),
        (help_by(towards=None), "performed"),
        (help_by(event="it"), "performed"),
        (help_by(day=OCTOBER), "performed"),
        (help_by(day=date(2023, 10, 1)), "owed"),
        (help_by(event="something else"), "owed"),
        (help_by(towards=BURKINA), "owed"),
        (help_by(action=Action.CONSULT), "owed"),
        (help_by(BURKINA), "owed"),
    ],
)
def test_a_duty_is_performed_by_its_bearer_for_its_event_towards_whom_it_is_owed(done, state):
    assert mali(performances=(done,)) == state


def test_a_duty_owed_to_nobody_in_particular_is_performed_towards_anybody():
    told = norm(Action.CONSULT, triggers=(of("attack"),))
    done = help_by(action=Action.CONSULT, towards=NIGER)
    found = rows(outcome(simple(told), attack(), performances=(done,)))
    assert found[MALI, None, "6"] == "performed"
    assert found[BURKINA, None, "6"] == "owed"


def test_what_is_done_after_the_day_asked_about_does_not_count_yet():
    october = Day.on(date(2023, 10, 31))
    assert mali(performances=(help_by(),), as_of=october) == "owed"
    assert mali(performances=(help_by(),), as_of=Day.on(NOVEMBER)) == "performed"


def test_an_event_after_the_day_asked_about_has_not_happened():
    assert rows(outcome(LIPTAKO, attack(), as_of=Day.on(date(2023, 10, 1)))) == {}
    assert mali(as_of=Day.on(OCTOBER)) == "owed"


def test_what_follows_from_an_event_that_may_lie_after_the_day_asked_about_is_undetermined():
    asked = Day.on(date(2023, 10, 10))
    (found,) = outcome(LIPTAKO, attack(by=BURKINA, on=Day.in_month(2023, 10)), as_of=asked).duties
    assert (found.state.value, found.depends_on) == ("undetermined", (HappenedOn("it"),))
    sure = attack(on=Day(OCTOBER, date(2023, 10, 9)))
    assert mali_of(sure, as_of=asked) == "owed"


def test_help_that_may_have_come_before_the_attack_leaves_the_duty_undetermined():
    late = attack(on=Day.in_month(2023, 10))
    assert mali_of(late, performances=(help_by(day=OCTOBER),)) == "undetermined"
    assert mali_of(late, performances=(help_by(day=OCTOBER, event="it"),)) == "performed"
    assert mali_of(late, performances=(help_by(day=date(2023, 9, 30)),)) == "owed"
    assert mali_of(late, performances=(help_by(day=OCTOBER),), closed=True) == "owed"


def test_a_duty_that_may_have_arisen_and_may_have_ended_depends_on_both():
    restored = Ending("it", UNKNOWN_DAY, restored=True)
    found = outcome(
        LIPTAKO, attack(by=None), facts=NO_TERROR, endings=(restored,), as_of=Day.on(NOVEMBER)
    )
    assert set(found.duties[0].depends_on) == {
        AuthorIs("it", found.duties[0].bearer),
        IsOver("it"),
        Restored("it"),
    }


def test_help_given_performs_even_a_duty_that_was_not_sure():
    found = rows(outcome(LIPTAKO, attack(by=None), facts=NO_TERROR, performances=(help_by(),)))
    assert found == {(MALI, NIGER, "6"): "performed", (BURKINA, NIGER, "6"): "undetermined"}


def test_a_duty_with_an_aim_ends_when_all_is_over_and_restored():
    over = Ending("it", Day.on(NOVEMBER))
    restored = Ending("it", Day.on(NOVEMBER), restored=True)
    assert mali(endings=(over,)) == "owed"
    assert mali(endings=(restored,)) == "ended"
    assert mali(endings=(over,), facts={Restored("it"): True}) == "ended"
    assert mali(facts={IsOver("it"): True, Restored("it"): True}) == "ended"
    assert mali(facts={IsOver("it"): True}) == "owed"
    assert mali(endings=(Ending("another", Day.on(NOVEMBER), restored=True),)) == "owed"


def test_a_duty_without_an_aim_ends_with_its_event():
    told = ASSIST.model_copy(update={"aim": None})
    found = outcome(simple(told), attack(), endings=(Ending("it", Day.on(NOVEMBER)),))
    assert {(each.state.value, each.until) for each in found.duties} == {("ended", NOVEMBER)}


def test_a_duty_performed_stays_performed_when_all_is_over():
    restored = Ending("it", Day.on(NOVEMBER), restored=True)
    assert mali(endings=(restored,), performances=(help_by(),)) == "performed"


def test_an_end_on_a_day_not_known_may_or_may_not_have_come():
    restored = Ending("it", UNKNOWN_DAY, restored=True)
    assert mali(endings=(restored,)) == "ended"
    asked = Day.on(NOVEMBER)
    assert mali(endings=(restored,), as_of=asked) == "undetermined"
    found = outcome(LIPTAKO, attack(), endings=(restored,), as_of=asked)
    assert found.duties[0].depends_on == (IsOver("it"), Restored("it"))
    found = outcome(LIPTAKO, attack(), endings=(restored,), as_of=asked, facts={IsOver("it"): True})
    assert found.duties[0].depends_on == (Restored("it"),)
    assert mali(endings=(restored,), as_of=asked, closed=True) == "owed"
    assert mali(endings=(restored,), as_of=asked, facts={IsOver("it"): False}) == "owed"
    settled = {IsOver("it"): True, Restored("it"): True}
    assert mali(endings=(restored,), as_of=asked, facts=settled) == "ended"
    later = Ending("it", Day.on(date(2024, 1, 1)), restored=True)
    assert mali(endings=(later,), as_of=asked) == "owed"


def test_an_undetermined_duty_does_not_end():
    restored = Ending("it", Day.on(NOVEMBER), restored=True)
    found = rows(outcome(LIPTAKO, attack(by=None), endings=(restored,)))
    assert set(found.values()) == {"undetermined"}


NEUTRAL = norm(Action.REMAIN_NEUTRAL, "2", triggers=(of("attack"),))
WITHHOLD = norm(Action.WITHHOLD_HELP_TO_ENEMY, "3", triggers=(ATTACK,), to=Role.ATTACKED_PARTY)


def test_help_and_neutrality_for_one_event_conflict():
    found = outcome(simple(ASSIST, NEUTRAL), attack(by=GUINEA))
    cites = tuple(Cite("liptako-gourma", each.citation) for each in (ASSIST, NEUTRAL))
    assert set(found.conflicts) == {Conflict(each, cites, None) for each in (BURKINA, MALI)}


def test_help_to_one_and_none_to_its_enemy_agree_unless_each_is_the_others_enemy():
    first = attack(NIGER, by=BURKINA, label="first")
    second = attack(BURKINA, by=NIGER, label="second")
    assert outcome(simple(ASSIST, WITHHOLD), first).conflicts == ()
    both = outcome(simple(ASSIST, WITHHOLD), first, second)
    assert [each.party for each in both.conflicts] == [MALI]


def test_help_that_is_not_sure_conflicts_with_nothing_yet():
    found = outcome(simple(ASSIST, NEUTRAL), attack(by=None))
    assert found.conflicts == ()
    excluded = {AuthorIs("it", MALI): False}
    found = outcome(simple(ASSIST, NEUTRAL), attack(by=None), facts=excluded)
    assert [each.party for each in found.conflicts] == [MALI]
