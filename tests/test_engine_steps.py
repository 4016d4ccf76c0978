"""Steps: the Kleene tables over derivations."""

import pytest
from engine_worlds import cited

from charter.engine.closeness import failing
from charter.engine.steps import (
    all_of,
    any_of,
    denied,
    effective,
    either,
    open_claims,
    rests_on,
)
from charter.findings.claims import AuthorIs, Either, FallsUnder, InForce, IsKind, IsParty, Owes
from charter.findings.derivation import Basis, Cite, Step
from charter.rules.terms import Action
from charter.truth import Truth

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
HEAD = FallsUnder("it", None, "t", "6")


def leaf(name: str, truth: Truth) -> Step:
    return Step(IsKind("it", name), truth, Basis.STATED)


@pytest.mark.parametrize(
    ("values", "together", "alone"),
    [
        ((T, T), T, T),
        ((T, U), U, T),
        ((U, T), U, T),
        ((U, F), F, U),
        ((F, U), F, U),
        ((F, F), F, F),
        ((T, F), F, T),
        ((), T, F),
    ],
)
def test_a_step_follows_from_its_premises_by_strong_kleene(values, together, alone):
    premises = [leaf(str(at), value) for at, value in enumerate(values)]
    assert all_of(HEAD, premises).truth is together
    assert all_of(HEAD, premises, thorough=False).truth is together
    assert any_of(HEAD, premises).truth is alone


def test_without_thoroughness_the_first_failure_ends_the_search():
    premises = [leaf("a", T), leaf("b", F), leaf("c", F)]
    assert len(all_of(HEAD, premises, thorough=False).premises) == 2
    assert len(all_of(HEAD, premises).premises) == 3


def test_a_denied_premise_contributes_the_opposite_and_keeps_its_own_truth():
    step = denied(leaf("a", T))
    assert (step.truth, effective(step), effective(denied(step))) == (T, F, T)
    assert all_of(HEAD, [step]).truth is F


def test_one_alternative_needs_no_choice():
    assert either((leaf("a", T),)) == leaf("a", T)
    assert either((leaf("a", F), leaf("b", T))).claim == Either(
        (IsKind("it", "a"), IsKind("it", "b"))
    )


def test_an_open_step_names_what_could_still_turn_it_and_nothing_settled():
    settled = all_of(HEAD, [leaf("x", U), leaf("y", F)])
    step = all_of(HEAD, [leaf("a", T), denied(leaf("b", U)), any_of(HEAD, [settled, leaf("c", U)])])
    assert open_claims(step) == (IsKind("it", "b"), IsKind("it", "c"))
    assert open_claims(leaf("a", T)) == ()


def test_a_failure_is_traced_to_its_conditions_each_once():
    author = denied(Step(AuthorIs("it", "Mali"), T, Basis.STATED))
    choice = any_of(Either(()), [leaf("a", F), leaf("b", F)])
    owed = Owes("Niger", "Mali", Action.ASSIST, "t", "6", "it")
    step = all_of(owed, [leaf("t", T), choice, author, leaf("a", F), leaf("u", U)])
    assert [each.claim for each in failing(step)] == [
        IsKind("it", "a"),
        IsKind("it", "b"),
        AuthorIs("it", "Mali"),
    ]


def test_not_being_bound_is_a_reason_of_its_own_unless_one_is_no_party():
    bound = InForce("Mali", "t", "it")
    party = Step(IsParty("Mali", "t"), T, Basis.BY_ARTICLE)
    late = all_of(bound, [party, leaf("late", F)])
    assert failing(all_of(HEAD, [late])) == (late,)
    outsider = Step(IsParty("Mali", "t"), F, Basis.BY_ARTICLE)
    assert failing(all_of(HEAD, [all_of(bound, [outsider])])) == (outsider,)


def test_a_step_rests_on_the_rules_of_its_grounds_and_not_of_what_fails():
    six, seven, eight = (Cite("t", cited(number)) for number in "678")
    good = all_of(HEAD, [leaf("a", T)], cite=seven)
    bad = all_of(HEAD, [leaf("a", F)], cite=eight)
    step = all_of(HEAD, [any_of(HEAD, [good, bad])], cite=six)
    assert list(rests_on(step)) == [six, seven]
    assert step.basis is Basis.BY_ARTICLE
