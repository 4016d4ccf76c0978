"""What came nearest to being owed, and what it lacked."""

from engine_worlds import (
    ECOWAS,
    GUINEA,
    LIPTAKO,
    MALI,
    NIGER,
    attack,
    event,
    outcome,
)

from charter.engine.closeness import closest, distance, explained, failing, nearest_way
from charter.engine.steps import all_of, any_of, grounds
from charter.findings.claims import AuthorIs, FallsUnder, IsKind, IsParty, Strikes
from charter.findings.derivation import Basis, Step
from charter.truth import Truth

HEAD = FallsUnder("it", None, "t", "6")


def fails(claim) -> Step:
    return Step(claim, Truth.FALSE, Basis.STATED)


KIND, PARTY = fails(IsKind("it", "attack")), fails(IsParty(GUINEA, "t"))
SHIPS, PLANES = fails(Strikes("it", GUINEA)), fails(Strikes("it", NIGER))


def test_of_several_ways_only_the_nearest_are_lacking():
    far = all_of(HEAD, [SHIPS, PLANES])
    assert failing(any_of(HEAD, [far, PARTY])) == (PARTY,)


def test_ways_that_are_equally_near_are_all_told():
    assert failing(any_of(HEAD, [SHIPS, PLANES])) == (SHIPS, PLANES)


def test_one_nearest_way_is_told_where_several_would_be_too_many():
    step = any_of(HEAD, [SHIPS, PLANES])
    assert nearest_way(step) in ((SHIPS,), (PLANES,))
    assert nearest_way(all_of(HEAD, [PARTY, step]))[0] is PARTY


def test_of_a_class_of_other_events_only_the_kind_is_lacking():
    assert failing(all_of(HEAD, [KIND, SHIPS])) == (KIND,)


def test_what_is_asked_for_together_is_lacking_together_and_once():
    step = all_of(HEAD, [PARTY, any_of(HEAD, [SHIPS, PLANES]), PARTY])
    assert failing(step) == (PARTY, SHIPS, PLANES)


def test_an_event_of_another_kind_is_farther_than_any_number_of_other_conditions():
    assert failing(any_of(HEAD, [KIND, all_of(HEAD, [PARTY, SHIPS, PLANES])])) == (
        PARTY,
        SHIPS,
        PLANES,
    )


def duties_refused(*events, bearer=None):
    return [
        row
        for row in outcome(LIPTAKO, *events).refusals
        if row.norm.kind == "duty" and bearer in (None, row.bearer)
    ]


def lacks(claim):
    return lambda row: claim in {step.claim for step in grounds(row.why)}


NO_PARTY = IsParty(GUINEA, "liptako-gourma")


def test_the_closest_article_is_the_one_that_speaks_of_the_event():
    near = closest(duties_refused(attack(GUINEA), bearer=MALI))
    assert [row.article for row in near] == ["6"]
    assert [step.claim for step in near[0].failing] == [NO_PARTY]


def test_a_reason_has_to_be_at_work_for_each_bearer_in_its_closest_route():
    refused = duties_refused(attack(GUINEA))
    assert explained(refused, lacks(NO_PARTY))
    assert not explained(refused, lacks(IsKind("it", "terrorism")))
    assert not explained(refused, lambda row: row.bearer == MALI)


def test_where_every_article_speaks_of_other_events_one_of_them_is_enough():
    refused = duties_refused(event("coup", MALI, by=()))
    assert explained(refused, lacks(IsKind("it", "attack")))
    assert explained(refused, lacks(IsKind("it", "terrorism")))
    assert not explained(refused, lacks(NO_PARTY))
    assert not explained(refused, lambda row: row.bearer == NIGER)


def test_a_reason_has_to_be_at_work_on_account_of_each_event():
    refused = duties_refused(attack(GUINEA), event("coup", MALI, by=(), label="other"))
    assert not explained(refused, lacks(NO_PARTY))


def test_the_closest_are_all_that_none_comes_nearer_than():
    refused = duties_refused(attack(GUINEA), bearer=NIGER)
    near = closest(refused)
    assert {distance(row) for row in near} == {min(map(distance, refused))}
    assert closest(()) == ()


def test_the_grounds_of_a_failure_are_the_steps_that_fail_and_nothing_that_holds():
    (row,) = [
        row
        for row in outcome(LIPTAKO, attack(MALI, NIGER)).refusals
        if row.article == "6" and row.bearer == NIGER
    ]
    claims = {step.claim for step in grounds(row.why)}
    assert AuthorIs("it", NIGER) in claims
    assert IsParty(MALI, "liptako-gourma") not in claims
    assert ECOWAS not in {getattr(claim, "actor", None) for claim in claims}


def test_what_somebody_else_did_is_farthest_from_a_breach():
    refused = [
        row
        for row in outcome(LIPTAKO, attack(GUINEA, MALI)).refusals
        if row.norm.kind == "prohibition" and row.bearer in {MALI, NIGER}
    ]
    assert {row.bearer for row in closest(refused)} == {MALI}
    assert {distance(row) for row in refused if row.bearer == NIGER} == {(2, 0)}


def test_an_alternative_that_fails_is_no_ground_of_what_holds():
    holds = Step(IsKind("it", "attack"), Truth.TRUE, Basis.STATED)
    step = any_of(HEAD, [holds, SHIPS])
    assert list(grounds(step)) == [step, holds]


def test_one_of_the_nearest_ways_is_told_where_several_are_as_near():
    step = any_of(HEAD, (SHIPS, PLANES))
    assert failing(step) == (SHIPS, PLANES)
    assert nearest_way(step) == (SHIPS,)
