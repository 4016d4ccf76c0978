"""Replaying a derivation gives its conclusion; who asks for none gets the same answer."""

from hypothesis import given
from laws import answer, cases, law, listed, rows, whole

from charter.findings.derivation import Step
from charter.findings.outcome import State
from charter.truth import Truth, conjunction, disjunction, negation

# A derivation says whether a duty has arisen; what became of it since is for its state to say.
SHOWN = {
    State.UNDETERMINED: {Truth.UNKNOWN, Truth.TRUE},
    State.PERFORMED: {Truth.UNKNOWN, Truth.TRUE},
    State.EXCUSED: {Truth.FALSE},
}


def replayed(step: Step) -> Truth:
    """The truth of a step computed anew from its leaves; every step on the way must agree."""
    if step.premises:
        found = ((each, replayed(each)) for each in step.premises)
        below = [negation(truth) if each.negated else truth for each, truth in found]
        assert step.truth is (disjunction if step.any_of else conjunction)(below), step
    return step.truth


@law(80)
@given(cases())
def test_replaying_a_derivation_gives_its_conclusion(case):
    outcome = answer(*case)
    for row in listed(outcome):
        assert row.why is not None
        assert replayed(row.why) in SHOWN.get(row.state, {Truth.TRUE})
    for refusal in outcome.refusals:
        assert replayed(refusal.why) is Truth.FALSE
        assert refusal.failing


@law(80)
@given(cases())
def test_with_and_without_derivations_the_answers_are_the_same(case):
    full, bare = answer(*case), answer(*case, explain=False)
    assert whole(full) == whole(bare)
    assert bare.refusals == ()
    assert all(row.why is None for row in listed(bare))


@law(40)
@given(cases())
def test_a_row_is_owed_or_refused_and_not_both(case):
    outcome = answer(*case)
    refused = {
        (each.norm.citation, each.bearer, each.beneficiary, each.event) for each in outcome.refusals
    }
    assert not refused & {
        (each.norm.citation, each.bearer, each.beneficiary, each.event) for each in listed(outcome)
    }
    assert len(rows(listed(outcome))) + len(refused) == len(listed(outcome)) + len(outcome.refusals)
