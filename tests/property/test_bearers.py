"""Who owes whom: nobody itself, no author help against its own attack, co-victims as words say."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from laws import answer, cases, law, listed
from pacts import pact

from charter.dates import Day
from charter.findings.claims import AuthorIs
from charter.findings.outcome import State
from charter.rules.terms import Action, Role
from charter.scenario.model import Event, Struck, World
from charter.testing.strategies.cast import OUTSIDER, STATES, early
from charter.testing.strategies.worlds import cast_of

HELP = {Action.ASSIST, Action.GUARANTEE}


@law(60)
@given(cases())
def test_nobody_owes_itself(case):
    outcome = answer(*case)
    assert not [each for each in listed(outcome) if each.bearer == each.beneficiary]
    assert not [each for each in outcome.refusals if each.bearer == each.beneficiary]


@law(60)
@given(cases())
def test_an_author_owes_no_help_against_its_own_attack(case):
    treaty, world = case
    did = {each.label: each.authors or () for each in world.events}
    for row in listed(answer(treaty, world)):
        if row.norm.action in HELP:
            stated = world.facts.get(AuthorIs(row.event, row.bearer))
            is_author = row.bearer in did[row.event] if stated is None else stated
            assert not is_author, row


@law(40)
@given(early().map(Day.on), st.integers(2, 4), st.data())
def test_co_victims_help_each_other_where_all_the_parties_do_and_not_where_the_others_do(
    signed, size, data
):
    parties = STATES[:size]
    struck = data.draw(st.sets(st.sampled_from(parties), min_size=1))
    event = Event(
        "the attack",
        "armed_attack",
        signed,
        (OUTSIDER,),
        tuple(Struck(each) for each in sorted(struck)),
    )
    for role, helpers in (
        (Role.ALL_PARTIES, {*parties}),
        (Role.OTHER_PARTIES, {*parties} - struck),
    ):
        rules = pact(role, signed, parties)
        world = World(actors=cast_of(rules), events=(event,))
        owed = {
            (each.bearer, each.beneficiary)
            for each in answer(rules, world).duties
            if each.state is State.OWED
        }
        assert owed == {(a, b) for a in helpers for b in struck if a != b}


@law(20)
@given(early().map(Day.on), st.sampled_from(STATES[:2]))
def test_the_party_attacked_by_another_is_helped_by_the_rest(signed, author):
    rules = pact(Role.ALL_PARTIES, signed, STATES[:3])
    (victim,) = set(STATES[:2]) - {author}
    event = Event("the attack", "armed_attack", signed, (author,), (Struck(victim),))
    world = replace(World(actors=cast_of(rules)), events=(event,))
    owed = {(each.bearer, each.beneficiary) for each in answer(rules, world).duties}
    assert owed == {(STATES[2], victim)}
