"""Those of whom a treaty asks nothing, asked about: why they owe nothing and are owed nothing."""

import pytest
from engine_worlds import (
    BURKINA,
    ECOWAS,
    LIPTAKO,
    MALI,
    NIGER,
    TOGO,
    attack,
    norm,
    of,
    simple,
    world,
)

from charter.engine.evaluate import evaluate
from charter.engine.plan import plan
from charter.findings.claims import AuthorIs, IsParty, Strikes
from charter.rules.terms import Action

NAME = "liptako-gourma"


def about(treaty, event, *names):
    return evaluate(plan((treaty,)), world(event), about=names)


def refusals(found, bearer, beneficiary):
    return [
        {(step.claim, step.negated) for step in row.failing}
        for row in found.refusals
        if (row.bearer, row.beneficiary, row.article) == (bearer, beneficiary, "6")
    ]


def test_who_is_no_party_owes_nothing_for_that_reason():
    found = about(LIPTAKO, attack(), TOGO)
    assert refusals(found, TOGO, NIGER) == [{(IsParty(TOGO, NAME), False)}]


def test_who_is_no_party_and_the_author_lacks_both():
    found = about(LIPTAKO, attack(), ECOWAS)
    lacking = {(IsParty(ECOWAS, NAME), False), (AuthorIs("it", ECOWAS), True)}
    assert refusals(found, ECOWAS, NIGER) == [lacking]


def test_who_is_not_struck_is_owed_nothing_for_that_reason():
    found = about(LIPTAKO, attack(), BURKINA)
    (lacking,) = refusals(found, MALI, BURKINA)
    assert (Strikes("it", BURKINA), False) in lacking


@pytest.mark.parametrize("names", [(), (TOGO,), (BURKINA, MALI), (ECOWAS, TOGO, NIGER)])
def test_asking_about_somebody_changes_no_answer(names):
    plain, asked = about(LIPTAKO, attack()), about(LIPTAKO, attack(), *names)
    assert (plain.duties, plain.prohibitions) == (asked.duties, asked.prohibitions)


def test_a_clause_that_asks_for_no_victim_owes_those_asked_about_nothing():
    treaty = simple(norm(Action.ASSIST, "6", triggers=(of("attack", target=None),)))
    asked = about(treaty, attack(), BURKINA)
    assert asked.duties == about(treaty, attack()).duties
    assert {row.beneficiary for row in asked.duties} == {NIGER}
    assert refusals(asked, MALI, BURKINA) == [{(Strikes("it", BURKINA), False)}]
