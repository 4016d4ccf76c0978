"""Prohibitions and breaches."""

import pytest
from engine_worlds import (
    BURKINA,
    ECOWAS,
    GUINEA,
    LIPTAKO,
    MALI,
    NIGER,
    NO_FORCE,
    PARTIES,
    REBELS,
    attack,
    event,
    forbids,
    limit,
    of,
    outcome,
    rows,
    simple,
    when,
)

from charter.findings.claims import AuthorIs, Breaches, HasQuality, Met, Within
from charter.rules.terms import Action, Asset, ConditionKind, Quality, Role, Target
from charter.scenario.model import Struck

NAME = "liptako-gourma"


def breaching(rules: object, *events: object, **more: object) -> dict[tuple[str, str], str]:
    found = outcome(rules, *events, **more)
    return {(row.bearer, row.event): row.state.value for row in found.prohibitions}


def test_a_party_that_attacks_another_breaches_the_ban_on_force():
    found = outcome(LIPTAKO, attack(by=MALI))
    assert rows(found, "breaches") == {(MALI, None, "8"): "breached"}
    breach = found.breaches[0]
    assert breach.why.claim == Breaches(MALI, NAME, "8", "it")
    assert breach in found.prohibitions


def test_who_is_no_party_breaches_nothing_and_neither_does_who_did_nothing():
    found = outcome(LIPTAKO, attack(by=GUINEA))
    assert found.prohibitions == ()
    refused = {row.bearer: row.failing for row in found.refusals if row.article == "8"}
    assert set(refused) == set(PARTIES)
    assert [step.claim for step in refused[MALI]] == [AuthorIs("it", MALI)]


def test_an_attack_on_oneself_or_a_third_state_is_not_one_on_another_party():
    assert breaching(simple(NO_FORCE), attack(MALI, by=MALI)) == {}
    assert breaching(simple(NO_FORCE), attack(GUINEA, by=MALI)) == {}
    assert breaching(simple(NO_FORCE), event("attack", GUINEA, NIGER, by=MALI)) == {
        (MALI, "it"): "undetermined"
    }


def test_an_author_not_known_leaves_it_open_for_every_party_but_the_victim():
    found = outcome(simple(NO_FORCE), attack(by=None))
    assert breaching(simple(NO_FORCE), attack(by=None)) == {
        (MALI, "it"): "undetermined",
        (BURKINA, "it"): "undetermined",
    }
    assert found.prohibitions[0].depends_on == (AuthorIs("it", BURKINA),)
    assert found.breaches == ()


def test_all_authors_that_are_parties_breach_it():
    joint = attack(by=(MALI, BURKINA, ECOWAS))
    assert breaching(simple(NO_FORCE), joint) == {
        (each, "it"): "breached" for each in (MALI, BURKINA)
    }


@pytest.mark.parametrize("asset", [Asset.PORTS, Asset.ROADS, Asset.COASTS, Asset.INFRASTRUCTURE])
def test_a_blockade_of_any_of_the_assets_by_armed_forces_is_forbidden(asset):
    blockade = event("blockade", Struck(NIGER, asset), by=MALI)
    found = outcome(LIPTAKO, blockade)
    assert len(found.breaches) == 2
    civil = {HasQuality("it", Quality.ARMED_FORCES_USED): False}
    assert len(outcome(LIPTAKO, blockade, facts=civil).breaches) == 1


def test_lending_territory_for_an_attack_on_a_third_state_is_forbidden():
    lent = attack(GUINEA, by=MALI, qualities={Quality.FROM_TERRITORY_AT_DISPOSAL: True})
    assert rows(outcome(LIPTAKO, lent), "breaches") == {(MALI, None, "8"): "breached"}


def test_letting_armed_groups_attack_is_forbidden_whomever_they_strike():
    let = event("toleration_of_armed_groups", NIGER, by=MALI)
    assert rows(outcome(LIPTAKO, let), "breaches") == {(MALI, None, "8"): "breached"}
    assert outcome(LIPTAKO, event("toleration_of_armed_groups", NIGER, by=REBELS)).breaches == ()


@pytest.mark.parametrize(
    ("role", "names", "expected"),
    [
        (Role.EACH_PARTY, (), {MALI}),
        (None, (), {MALI}),
        (Role.NAMED, (BURKINA,), set()),
        (Role.NAMED, (MALI,), {MALI}),
        (Role.ORGAN, ("the Council",), set()),
        (Role.THIRD_STATES, (), set()),
        (Role.OTHERS, (), set()),
    ],
)
def test_the_words_say_whom_a_prohibition_binds(role, names, expected):
    ban = forbids(Action.REFRAIN_FROM_FORCE, of("attack"), bearer=role, bearers=names)
    assert {bearer for bearer, _ in breaching(simple(ban), attack(by=MALI))} == expected


def test_a_prohibition_without_conduct_or_case_gives_no_rows():
    assert breaching(simple(forbids(Action.OTHER)), attack(by=MALI)) == {}


def test_conditions_places_and_exceptions_hold_for_prohibitions_too():
    ban = forbids(
        Action.REFRAIN_FROM_FORCE,
        of("attack"),
        conditions=(when(ConditionKind.OTHER, "if so"),),
        exceptions=(when(ConditionKind.OTHER, "in self-defence"),),
        place=limit("the border region"),
    )
    so = Met("it", ConditionKind.OTHER, "if so")
    defence = Met("it", ConditionKind.OTHER, "in self-defence")
    there = Within("it", None, "the border region")

    def state(**facts: bool) -> set[str]:
        named = {"so": so, "defence": defence, "there": there}
        given = {named[name]: value for name, value in facts.items()}
        return set(breaching(simple(ban), attack(by=MALI), facts=given).values())

    assert state() == {"undetermined"}
    assert state(so=True, there=True) == {"undetermined"}
    assert state(so=True, there=True, defence=False) == {"breached"}
    assert state(so=True, there=True, defence=True) == {"excused"}
    assert state(so=False) == set()
    assert state(there=False) == set()


def test_a_prohibition_for_a_certain_case_holds_once_that_has_come_about():
    ban = forbids(
        Action.NO_SEPARATE_PEACE,
        of("notice", target=None),
        triggers=(of("war"),),
    )
    notice = event("notice", by=MALI, label="the notice")
    assert breaching(simple(ban), notice) == {}
    war = event("war", NIGER, by=GUINEA, label="the war")
    assert breaching(simple(ban), notice, war) == {(MALI, "the notice"): "breached"}
    assert breaching(simple(ban), notice, war, explain=False) == {(MALI, "the notice"): "breached"}


def test_a_target_among_third_states_is_found_among_the_victims():
    ban = forbids(Action.REFRAIN_FROM_FORCE, of("attack", target=Target.THIRD_STATES))
    assert breaching(simple(ban), event("attack", GUINEA, NIGER, by=MALI))
    assert breaching(simple(ban), event("attack", NIGER, by=MALI)) == {}
