"""What came nearest to being owed, and what it lacked."""

from engine_worlds import (
    BURKINA,
    ECOWAS,
    GUINEA,
    LIPTAKO,
    MALI,
    NIGER,
    attack,
    event,
    outcome,
)

from charter.engine.closeness import closest, closest_of_each, distance, failing, reasons
from charter.engine.steps import all_of, any_of
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


def test_what_is_asked_for_together_is_lacking_together_and_once():
    step = all_of(HEAD, [PARTY, any_of(HEAD, [SHIPS, PLANES]), PARTY])
    assert failing(step) == (PARTY, SHIPS, PLANES)


def test_an_event_of_another_kind_is_farther_than_any_number_of_other_conditions():
    assert failing(any_of(HEAD, [KIND, all_of(HEAD, [PARTY, SHIPS, PLANES])])) == (
        PARTY,
        SHIPS,
        PLANES,
    )


def test_the_closest_article_is_the_one_that_speaks_of_the_event():
    refused = outcome(LIPTAKO, attack(GUINEA)).refusals
    near = closest_of_each(row for row in refused if row.norm.kind == "duty")
    assert {(row.bearer, row.article) for each in near for row in each} == {
        (each, "6") for each in (BURKINA, MALI, NIGER)
    }
    assert {step.claim for each in near for row in each for step in row.failing} == {
        IsParty(GUINEA, "liptako-gourma")
    }


def test_routes_are_told_apart_by_bearer_and_event():
    refused = outcome(LIPTAKO, attack(GUINEA), event("coup", MALI, by=(), label="other")).refusals
    near = closest_of_each(row for row in refused if row.norm.kind == "duty")
    assert {(each[0].bearer, each[0].event) for each in near} == {
        (bearer, label) for bearer in (BURKINA, MALI, NIGER) for label in ("it", "other")
    }


def test_the_closest_are_all_that_none_comes_nearer_than():
    refused = [
        row
        for row in outcome(LIPTAKO, event("coup", MALI, by=())).refusals
        if row.norm.kind == "duty" and row.bearer == NIGER
    ]
    near = closest(refused)
    assert {distance(row) for row in near} == {min(map(distance, refused))}
    assert closest(()) == ()


def test_the_reasons_of_a_failure_are_the_steps_that_fail_and_nothing_that_holds():
    (row,) = [
        row
        for row in outcome(LIPTAKO, attack(MALI, NIGER)).refusals
        if row.article == "6" and row.bearer == NIGER
    ]
    claims = {step.claim for step in reasons(row.why)}
    assert AuthorIs("it", NIGER) in claims
    assert IsParty(MALI, "liptako-gourma") not in claims
    assert ECOWAS not in {getattr(claim, "actor", None) for claim in claims}
