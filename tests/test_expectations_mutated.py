"""No expectation that ships can be altered without being noticed.

Each one is altered in every way that makes it say something else: another party, article, state,
beneficiary or means, owed for not owed, another reason. Every alteration must fail, and say what
was expected and what was found.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from charter.engine.charters import resolve
from charter.engine.run import Run, run_once
from charter.findings.claims import IsOver
from charter.findings.outcome import State
from charter.rules.terms import Means
from charter.scenario.case import (
    Case,
    Expectation,
    ExpectedBound,
    ExpectedBreach,
    ExpectedDuty,
    ExpectedNobody,
)
from charter.scenario.expected import NOT_OWED
from charter.scenario.load import load_scenarios
from charter.testing.compare import check_case
from charter.truth import Truth

FOLDER = Path(__file__).parent.parent / "scenarios"
NOBODY = "Atlantis"
NEVER = IsOver("an event that is not there")
PATHS = sorted(FOLDER.rglob("*.scenario"))
ARTICLES = ("1", "4", "5", "6", "8(1)", "8(2)", "8(3)", "8(4)", "17", "91")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_alteration_of_an_expectation_fails_and_says_what_differs(path):
    survivors = [
        f"{case.title}, line {altered.line}: {found.expected}"
        for case in load_scenarios(path, resolve).cases
        for altered, found in _altered(case, path)
        if found.held or not found.expected or not found.found or found.expected == found.found
    ]
    assert not survivors, "\n".join(survivors)


def test_there_are_alterations_of_every_form_of_expectation():
    cases = [case for path in PATHS for case in load_scenarios(path, resolve).cases]
    forms = {type(each) for case in cases for each in case.expectations}
    assert forms == {ExpectedDuty, ExpectedNobody, ExpectedBreach, ExpectedBound}
    states = {
        state
        for case in cases
        for each in case.expectations
        if isinstance(each, ExpectedDuty) and not each.negated
        for state in each.states
    }
    assert states >= {State.OWED, State.UNDETERMINED, State.PERFORMED, State.ENDED}


def _altered(case: Case, path: Path):
    """Each alteration of each expectation that holds, with what becomes of it."""
    rerun = cache(lambda reading: run_once(case, path.parent, reading=reading))
    run = rerun(None)
    checked = check_case(run, rerun)
    for number, (each, found) in enumerate(zip(case.expectations, checked, strict=True)):
        if not found.held:
            assert each.contested
            continue
        own = rerun(each.reading)
        for other in alterations(each, own):
            yield other, _check(run, number, other, rerun)
        yield from _left_out(run, number, own, rerun)


def _check(run: Run, number: int, other: Expectation, rerun):
    expectations = list(run.case.expectations)
    expectations[number] = other
    case = replace(run.case, expectations=tuple(expectations))
    again = lambda reading: replace(rerun(reading), case=case)  # noqa: E731
    return check_case(replace(run, case=case), again)[number]


def _left_out(run: Run, number: int, own: Run, rerun):
    """ "Nobody else" fails when a line that alone tells of a duty is left out."""
    each = run.case.expectations[number]
    if not (isinstance(each, ExpectedNobody) and each.besides):
        return
    case = replace(run.case, expectations=(each,))
    owing = [row for row in own.outcome.duties if row.state in NOT_OWED]
    if owing:
        again = lambda reading: replace(rerun(reading), case=case)  # noqa: E731
        yield each, check_case(replace(run, case=case), again)[0]


def alterations(each: Expectation, run: Run) -> Iterator[Expectation]:
    """The expectation altered in every way that makes a held one say something untrue."""
    match each:
        case ExpectedDuty(negated=True):
            yield replace(each, negated=False, states=(State.OWED,))
            yield from _other_reasons(each)
            if each.because:
                yield replace(each, party=NOBODY)
        case ExpectedDuty():
            yield from _of_duty(each)
        case ExpectedNobody():
            yield from _other_reasons(each)
        case ExpectedBreach():
            yield from _of_breach(each)
        case ExpectedBound():
            yield from (replace(each, truth=truth) for truth in Truth if truth is not each.truth)
            if each.truth is not Truth.FALSE:
                yield replace(each, party=NOBODY)
            if each.truth is Truth.UNKNOWN:
                yield replace(each, depends_on=(*each.depends_on, NEVER))


def _of_duty(each: ExpectedDuty) -> Iterator[Expectation]:
    yield replace(each, party=NOBODY)
    yield replace(each, beneficiary=NOBODY)
    yield replace(each, means=(*each.means, Means.FINANCIAL))
    yield replace(each, depends_on=(*each.depends_on, NEVER))
    yield replace(each, event="an event that is not there")
    yield from _other_reasons(each)
    yield from (replace(each, states=(state,)) for state in State if state not in each.states)
    if each.states[0] in NOT_OWED:
        yield replace(each, negated=True, states=NOT_OWED)
    if each.article:
        own = each.article
        yield replace(each, not_articles=(own,))
        yield from (replace(each, article=other) for other in ARTICLES if not other.startswith(own))


def _of_breach(each: ExpectedBreach) -> Iterator[Expectation]:
    yield from _other_reasons(each)
    if each.negated:
        yield replace(each, negated=False)
        yield replace(each, negated=False, undetermined=True)
        return
    yield replace(each, negated=True, undetermined=False)
    yield replace(each, undetermined=not each.undetermined)
    yield replace(each, party=NOBODY)
    yield replace(each, event="an event that is not there")
    yield replace(each, depends_on=(*each.depends_on, NEVER))
    own = (each.article or "").partition("(")[0]
    yield from (replace(each, article=other) for other in ARTICLES if not other.startswith(own))


def _other_reasons(each: ExpectedDuty | ExpectedNobody | ExpectedBreach) -> Iterator[Expectation]:
    """Another reason besides, or a reason that is the other way round."""
    yield replace(each, because=(*each.because, (NEVER, True)))
    for number, (claim, truth) in enumerate(each.because):
        turned = (*each.because[:number], (claim, not truth), *each.because[number + 1 :])
        yield replace(each, because=turned)
