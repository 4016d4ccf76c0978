"""An unrelated fact changes nothing."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from laws import answer, cases, law, states, whole

from charter.dates import UNKNOWN_DAY
from charter.findings.claims import HasQuality, Infringes, IsKind, IsParty, Met
from charter.rules.terms import Act, Action, ConditionKind, Interest, Quality
from charter.scenario.model import (
    Actor,
    Event,
    Membership,
    Performance,
    Sort,
    Struck,
    TreatyAct,
    World,
)

STRANGER, ELSEWHERE, OTHER = "Zenda", "the quarrel", "another-treaty"
FACTS = (
    HasQuality(ELSEWHERE, Quality.UNPROVOKED),
    IsKind(ELSEWHERE, "armed_attack"),
    Infringes("the attack", Interest.SECURITY, STRANGER),
    IsParty(STRANGER, OTHER),
    Met("the attack", ConditionKind.OTHER, "the moon is full"),
)


def with_facts(world: World, value: bool) -> World:
    return replace(world, facts={**world.facts, **dict.fromkeys(FACTS, value)})


def with_people(world: World, _: bool) -> World:
    """A stranger, a member of something, who enters another treaty and helps somebody."""
    stranger = Actor(STRANGER, Sort.STATE)
    return replace(
        world,
        actors={**world.actors, STRANGER: stranger},
        places={**world.places, "Hentzau": (STRANGER,)},
        memberships=(*world.memberships, Membership(STRANGER, "Concord")),
        acts=(*world.acts, TreatyAct(STRANGER, Act.ACCESSION, OTHER, UNKNOWN_DAY)),
        performances=(
            *world.performances,
            Performance(STRANGER, Action.ASSIST, None, (), UNKNOWN_DAY),
        ),
    )


@law(80)
@given(cases(), st.sampled_from((with_facts, with_people)), st.booleans())
def test_an_unrelated_fact_changes_nothing(case, adding, value):
    treaty, world = case
    assert whole(answer(treaty, adding(world, value))) == whole(answer(treaty, world))


@law(80)
@given(cases())
def test_another_event_changes_nothing_of_what_follows_from_the_first(case):
    treaty, world = case
    quarrel = Event(ELSEWHERE, "dispute", UNKNOWN_DAY, (STRANGER,), (Struck(STRANGER),))
    wider = replace(
        world,
        actors={**world.actors, STRANGER: Actor(STRANGER, Sort.STATE)},
        events=(*world.events, quarrel),
    )
    # A prohibition that holds only in a certain case may have it come about by any event.
    steady = [each for each in treaty.provisions if not getattr(each, "conduct", ())]
    treaty = treaty.model_copy(update={"provisions": tuple(steady)})
    found = {at: row for at, row in states(answer(treaty, wider)).items() if at.event != ELSEWHERE}
    assert found == states(answer(treaty, world))
