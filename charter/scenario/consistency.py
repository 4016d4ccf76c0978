"""Expectations of one case that exclude each other, whatever the law says."""

from collections.abc import Iterator
from itertools import permutations

from charter.findings.outcome import State
from charter.scenario.case import Expectation, ExpectedBreach, ExpectedDuty, ExpectedNobody
from charter.scenario.names import Mistake

OF_DUTY = ("party", "beneficiary", "action", "article", "treaty", "event")
OF_BREACH = ("party", "article", "treaty", "event")
STANDING = frozenset({State.OWED, State.UNDETERMINED, State.BREACHED})
"""The states in which a duty that is not owed cannot be."""


def contradictions(expected: tuple[Expectation, ...]) -> Iterator[Mistake]:
    """A mistake for each pair of which one denies what the other expects."""
    seen = set()
    for denial, claim in permutations(expected, 2):
        pair = frozenset({denial.line, claim.line})
        under_one_reading = denial.reading == claim.reading
        settled = not (denial.contested or claim.contested)
        if under_one_reading and settled and pair not in seen and _denies(denial, claim):
            seen.add(pair)
            message = "these two expectations exclude each other"
            help = "keep one of them, or put one under a Variation"
            yield Mistake("C328", message, *sorted((denial.span, claim.span)), help=help)


def _denies(denial: Expectation, claim: Expectation) -> bool:
    match denial, claim:
        case ExpectedNobody(besides=False), ExpectedDuty(negated=False):
            return bool(STANDING & set(claim.states))
        case ExpectedDuty(negated=True), ExpectedDuty(negated=False):
            return bool(STANDING & set(claim.states)) and _speaks_of(denial, claim, OF_DUTY)
        case ExpectedBreach(negated=True), ExpectedBreach(negated=False):
            return _speaks_of(denial, claim, OF_BREACH)
        case _:
            return False


def _speaks_of(denial: Expectation, claim: Expectation, fields: tuple[str, ...]) -> bool:
    """Whether the denial is of the very thing claimed, or of more."""
    return all(getattr(denial, each) in (None, getattr(claim, each)) for each in fields)
