"""What is taken of an event: stated, presumed, or not known."""

from dataclasses import replace
from typing import Any

import pytest
from engine_worlds import ECOWAS, GUINEA, MALI, NIGER, REBELS, attack, event, world

from charter.engine.happening import Happening
from charter.engine.stated import stated
from charter.findings.claims import AuthorIs, HasQuality, Infringes, IsKind, Strikes
from charter.findings.derivation import Basis
from charter.rules.terms import Asset, Interest, Quality
from charter.scenario.model import Event, Struck
from charter.truth import Truth

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
SOVEREIGNTY, INTEGRITY = Interest.SOVEREIGNTY, Interest.TERRITORIAL_INTEGRITY


def happening(what: Event, *, closed: bool = False, facts: Any = None, **more: Any) -> Happening:
    return Happening(what, stated(world(what, facts=facts, closed=closed, **more)))


@pytest.mark.parametrize(
    ("kind", "truth", "basis"),
    [
        ("invasion", T, Basis.STATED),
        ("attack", T, Basis.BY_LOGIC),
        ("sanctions", F, Basis.BY_LOGIC),
    ],
)
def test_a_kind_is_of_every_kind_above_it(kind, truth, basis):
    step = happening(event("invasion", NIGER)).is_kind(kind)
    assert (step.truth, step.basis) == (truth, basis)


@pytest.mark.parametrize(
    ("by", "truth"), [((ECOWAS,), F), ((REBELS,), U), ((ECOWAS, REBELS), U), (None, U)]
)
def test_whether_an_attack_is_terrorism_turns_on_who_may_have_done_it(by, truth):
    what = replace(attack(NIGER), authors=by)
    assert happening(what).is_kind("terrorism").truth is truth


def test_a_narrower_kind_is_not_known_and_in_a_closed_world_false():
    assert happening(event("attack", NIGER)).is_kind("invasion").truth is U
    assert happening(event("attack", NIGER), closed=True).is_kind("invasion").truth is F


def test_a_stated_kind_holds_of_the_kinds_above_and_a_denied_one_of_those_below():
    facts = {IsKind("it", "armed_attack"): True, IsKind("it", "aggression"): True}
    cyber = happening(event("cyber_operation", NIGER), facts=facts)
    assert cyber.is_kind("attack").truth is T
    assert cyber.is_kind("use_of_force").truth is T
    denied = happening(event("attack", NIGER), facts={IsKind("it", "armed_attack"): False})
    assert denied.is_kind("armed_attack").basis is Basis.STATED
    assert (denied.is_kind("invasion").truth, denied.is_kind("attack").truth) == (F, T)


def test_an_author_is_who_is_listed_unless_a_fact_says_otherwise():
    known = happening(attack(by=(ECOWAS, GUINEA)), facts={AuthorIs("it", GUINEA): False})
    assert known.authors == (ECOWAS,)
    assert [known.is_author(each).truth for each in (ECOWAS, GUINEA, MALI)] == [T, F, F]
    assert (known.may_be_by(ECOWAS), known.may_be_by(MALI)) == (True, False)


def test_where_nobody_says_who_did_it_anybody_may_have():
    facts = {AuthorIs("it", GUINEA): True, AuthorIs("it", MALI): False}
    open_case = happening(attack(by=None), facts=facts)
    assert [open_case.is_author(each).truth for each in (GUINEA, MALI, ECOWAS)] == [T, F, U]
    assert open_case.may_be_by(ECOWAS)
    assert happening(attack(by=None), closed=True).is_author(MALI).truth is F


def test_what_is_struck_is_the_actor_itself_or_the_part_named():
    found = happening(
        event("attack", NIGER, Struck(MALI, Asset.FORCES_ABROAD)),
        facts={Strikes("it", GUINEA, Asset.PORTS): True, Strikes("it", MALI, Asset.SHIPS): False},
    )
    assert found.victims == (NIGER, MALI, GUINEA)
    assert found.strikes(NIGER, Asset.TERRITORY).truth is T
    assert found.strikes(NIGER, Asset.FORCES).truth is F
    assert found.strikes(MALI).truth is T
    assert found.strikes(MALI, Asset.FORCES).truth is T
    assert found.strikes(MALI, Asset.FORCES_ABROAD).truth is T
    assert found.strikes(MALI, Asset.TERRITORY).truth is F
    assert found.strikes(GUINEA, Asset.PORTS).truth is T


def test_a_clause_on_forces_abroad_is_not_met_by_forces_at_home():
    found = happening(event("attack", Struck(MALI, Asset.FORCES)))
    assert found.strikes(MALI, Asset.FORCES_ABROAD).truth is F


def test_an_armed_attack_on_a_territory_infringes_both_interests():
    step = happening(attack()).infringes(INTEGRITY, NIGER)
    assert (step.truth, step.basis) == (T, Basis.PRESUMED)
    denied = {Infringes("it", INTEGRITY, NIGER): False}
    assert happening(attack(), facts=denied).infringes(INTEGRITY, NIGER).truth is F


@pytest.mark.parametrize(
    ("kind", "sovereignty", "integrity"),
    [
        ("overflight", T, U),
        ("attack", T, U),
        ("rebellion", T, T),
        ("threat_of_force", T, T),
        ("coup", F, F),
        ("sanctions", F, F),
        ("cyber_operation", U, U),
        ("event", U, U),
    ],
)
def test_each_kind_infringes_what_it_is_taken_to(kind, sovereignty, integrity):
    found = happening(event(kind, NIGER))
    assert found.infringes(SOVEREIGNTY, NIGER).truth is sovereignty
    assert found.infringes(INTEGRITY, NIGER).truth is integrity


def test_a_stated_kind_infringes_as_the_kind_itself_does():
    facts = {IsKind("it", "armed_attack"): True}
    assert (
        happening(event("cyber_operation", NIGER), facts=facts).infringes(INTEGRITY, NIGER).truth
        is T
    )
    facts = {IsKind("it", "armed_attack"): False}
    assert happening(attack(), facts=facts).infringes(INTEGRITY, NIGER).truth is U


def test_an_attack_on_a_part_of_a_state_infringes_its_interests_at_home_only():
    abroad = event("armed_attack", Struck(MALI, Asset.AIRCRAFT), place="Tin-Zaouatène")
    places = {"Tin-Zaouatène": ("Kidal",), "Kidal": ("Mali",)}
    assert happening(abroad).infringes(SOVEREIGNTY, MALI).truth is U
    assert happening(abroad, places=places).infringes(SOVEREIGNTY, MALI).truth is T
    assert happening(abroad, places=places).infringes(SOVEREIGNTY, NIGER).truth is U


def test_a_quality_is_stated_or_not_known():
    found = happening(
        attack(qualities={Quality.FROM_PARTY_TERRITORY: False}),
        facts={HasQuality("it", Quality.UNPROVOKED): True},
    )
    assert found.has_quality(Quality.UNPROVOKED).truth is T
    assert found.has_quality(Quality.FROM_PARTY_TERRITORY).truth is F
    assert found.has_quality(Quality.FROM_TERRITORY_AT_DISPOSAL).truth is U


def test_some_kinds_are_by_definition_acts_of_armed_forces():
    assert happening(event("blockade", NIGER)).has_quality(Quality.ARMED_FORCES_USED).truth is T
    assert happening(event("threat", NIGER)).has_quality(Quality.ARMED_FORCES_USED).truth is U
    denied = attack(qualities={Quality.ARMED_FORCES_USED: False})
    assert happening(denied).has_quality(Quality.ARMED_FORCES_USED).truth is F
