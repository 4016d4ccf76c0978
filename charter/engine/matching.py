"""Which rows of an outcome an expectation or a question speaks of."""

from collections.abc import Iterable, Iterator

from charter.findings.claims import Claim
from charter.findings.derivation import Step
from charter.findings.outcome import Obligation, Outcome, Refusal, State
from charter.scenario.case import ExpectedBreach, ExpectedDuty
from charter.truth import Truth

OWING = frozenset({State.OWED, State.UNDETERMINED, State.BREACHED})
"""States in which it cannot be said that the duty is not owed."""

DONE_WITH = frozenset({State.EXCUSED, State.ENDED})
"""States of a duty that nobody needs to reckon with any more."""


def duties(outcome: Outcome, asked: ExpectedDuty) -> tuple[Obligation, ...]:
    """The duties that fit in everything but their state, whatever their article is not to be."""
    return tuple(row for row in outcome.duties if _fits(row, asked) and means_fit(row, asked))


def other_means(outcome: Outcome, asked: ExpectedDuty) -> tuple[Obligation, ...]:
    """The duties that fit in everything but their means and their article."""
    return tuple(row for row in outcome.duties if _fits_person(row, asked))


def refusals(outcome: Outcome, asked: ExpectedDuty) -> tuple[Refusal, ...]:
    """The duties that are not owed, and fit, those with the fewest failing conditions first."""
    found = (row for row in outcome.refusals if _is_duty(row) and _fits(row, asked))
    return tuple(sorted(found, key=lambda row: len(row.failing)))


def breaches(outcome: Outcome, asked: ExpectedBreach) -> tuple[Obligation, ...]:
    """The prohibitions and duties of the party that are breached, or may be."""
    rows = dict.fromkeys((*outcome.breaches, *outcome.prohibitions))
    return tuple(
        row
        for row in rows
        if row.state in (State.BREACHED, State.UNDETERMINED)
        and row.bearer == asked.party
        and _in_article(row, asked)
    )


def unbroken(outcome: Outcome, asked: ExpectedBreach) -> tuple[Refusal, ...]:
    """The prohibitions that the party does not breach, closest first."""
    found = (
        row
        for row in outcome.refusals
        if not _is_duty(row) and row.bearer == asked.party and _in_article(row, asked)
    )
    return tuple(sorted(found, key=lambda row: len(row.failing)))


def duty_refusals(outcome: Outcome) -> tuple[Refusal, ...]:
    """The refusals that speak of duties, and not of prohibitions or permissions."""
    return tuple(filter(_is_duty, outcome.refusals))


def steps(root: Step) -> Iterator[Step]:
    """The step and every step under it, from the top down."""
    waiting = [root]
    while waiting:
        step = waiting.pop()
        yield step
        waiting.extend(reversed(step.premises))


def shows(root: Step, claim: Claim, truth: Truth) -> bool:
    """Whether a derivation holds the claim, with that truth."""
    return any(step.claim == claim and step.truth is truth for step in steps(root))


def steps_of(rows: Iterable[Obligation | Refusal]) -> tuple[Step, ...]:
    """The derivations of rows, where they have them."""
    return tuple(row.why for row in rows if row.why is not None)


def _is_duty(row: Refusal) -> bool:
    return row.norm.kind in ("duty", "declaration", "disputes")


def _fits(row: Obligation | Refusal, asked: ExpectedDuty) -> bool:
    return _fits_person(row, asked) and _in_article(row, asked)


def _fits_person(row: Obligation | Refusal, asked: ExpectedDuty) -> bool:
    return (
        row.bearer == asked.party
        and asked.beneficiary in (None, row.beneficiary)
        and asked.action in (None, row.norm.action)
    )


def _in_article(row: Obligation | Refusal, asked: ExpectedDuty | ExpectedBreach) -> bool:
    return asked.article in (None, row.article) and asked.treaty in (None, row.treaty)


def means_fit(row: Obligation | Refusal, asked: ExpectedDuty) -> bool:
    """Whether every means that is asked for is one of the norm's."""
    return set(asked.means) <= {each.means for each in row.norm.means}
