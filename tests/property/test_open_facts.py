"""What holds with facts open holds however they turn out; what depends on facts is settled by them.

A completion states facts that were open: a claim becomes true or false, a day not known becomes
one of the days it may be.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st
from laws import answer, cases, key, law, listed, states

from charter.dates import Day
from charter.engine.steps import open_claims
from charter.findings.claims import Claim, HappenedOn
from charter.findings.outcome import Outcome, State
from charter.scenario.model import Ending, Event, TreatyAct, World

Dated = TypeVar("Dated", Event, Ending, TreatyAct)
EARLIEST, LATEST = date(1949, 12, 1), date(1951, 2, 1)


def opened(outcome: Outcome) -> tuple[Claim, ...]:
    """Every claim that is open anywhere in an answer."""
    found = [claim for row in listed(outcome) for claim in row.depends_on]
    found += [
        claim
        for each in outcome.refusals
        for part in each.why.premises
        for claim in open_claims(part)
    ]
    return tuple(dict.fromkeys(found))


@st.composite
def stated(draw: st.DrawFn, world: World, claims: tuple[Claim, ...]) -> World:
    """The world with each of the claims stated, one way or the other."""
    facts = {claim: draw(st.booleans()) for claim in claims if not isinstance(claim, HappenedOn)}
    when = {claim.event for claim in claims if isinstance(claim, HappenedOn)}
    events = tuple(draw(dated(each)) if each.label in when else each for each in world.events)
    return replace(world, facts={**world.facts, **facts}, events=events)


@st.composite
def dated(draw: st.DrawFn, happens: Dated) -> Dated:
    """The same on one of the days on which it may be, often the first or the last."""
    first, last = happens.day.earliest or EARLIEST, happens.day.latest or LATEST
    far = draw(st.sampled_from((0, (last - first).days)) | st.integers(0, (last - first).days))
    return replace(happens, day=Day.on(first + timedelta(days=far)))


@st.composite
def completions(draw: st.DrawFn, world: World, claims: tuple[Claim, ...]) -> World:
    """The world with some of the claims stated, and some of the days not known now known."""
    some = draw(st.permutations(claims))[: draw(st.integers(0, len(claims)))]
    days = {
        name: tuple(draw(dated(each) | st.just(each)) for each in getattr(world, name))
        for name in ("events", "endings", "acts")
    }
    return draw(stated(replace(world, **days), tuple(some)))


@law(100)
@given(cases(), st.data())
def test_what_is_settled_stays_so_for_every_way_of_stating_open_facts(case, data):
    treaty, world = case
    before = answer(treaty, world)
    after = states(answer(treaty, data.draw(completions(world, opened(before)))))
    for at, state in states(before).items():
        if state is not State.UNDETERMINED:
            assert after.get(at) is state, at
    for refusal in before.refusals:
        # What an exception, or a suspension, keeps from being owed is excused, or suspended, once
        # it is sure that it would be.
        assert after.get(key(refusal), State.EXCUSED) in {State.EXCUSED, State.SUSPENDED}


@law(100)
@given(cases(), st.data())
def test_what_is_undetermined_is_settled_by_the_facts_that_it_names(case, data):
    treaty, world = case
    for row in listed(answer(treaty, world)):
        if row.state is not State.UNDETERMINED:
            assert row.depends_on == ()
            continue
        assert row.depends_on
        settled = answer(treaty, data.draw(stated(world, row.depends_on)))
        assert states(settled).get(key(row)) is not State.UNDETERMINED


@law(60)
@given(cases())
def test_in_a_closed_world_nothing_is_undetermined(case):
    treaty, world = case
    found = answer(treaty, replace(world, closed=True))
    assert State.UNDETERMINED not in states(found).values()
    assert not any(row.depends_on for row in listed(found))
