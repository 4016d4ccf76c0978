"""Which rows of an outcome an expectation or a question speaks of."""

from dataclasses import replace

from charter.engine.closeness import nearest_first
from charter.engine.places import normal
from charter.engine.steps import grounds
from charter.findings.claims import Claim, Counted, Met, Within
from charter.findings.derivation import Step
from charter.findings.outcome import Bound, Obligation, Outcome, Refusal, State
from charter.rules.terms import ConditionKind
from charter.scenario.case import ExpectedBound, ExpectedBreach, ExpectedDuty
from charter.truth import Truth

OWING = frozenset({State.OWED, State.UNDETERMINED, State.BREACHED})
"""States in which it cannot be said that the duty is not owed."""


def duties(outcome: Outcome, asked: ExpectedDuty) -> tuple[Obligation, ...]:
    """The duties that fit in everything but their state, whatever their article is not to be."""
    return tuple(row for row in outcome.asked if _fits(row, asked) and means_fit(row, asked))


def other_means(outcome: Outcome, asked: ExpectedDuty) -> tuple[Obligation, ...]:
    """The duties that fit in everything but their means and their article."""
    return tuple(row for row in outcome.asked if _fits_person(row, asked))


def refusals(outcome: Outcome, asked: ExpectedDuty) -> tuple[Refusal, ...]:
    """The duties that are not owed, and fit, the closest first."""
    return nearest_first(row for row in outcome.refusals if _is_duty(row) and _fits(row, asked))


def breaches(outcome: Outcome, asked: ExpectedBreach) -> tuple[Obligation, ...]:
    """The prohibitions and duties of the party that are breached, or may be."""
    rows = dict.fromkeys((*outcome.breaches, *outcome.prohibitions))
    return tuple(row for row in rows if _is_breach(row) and _of_breach(row, asked))


def _is_breach(row: Obligation) -> bool:
    """Whether it is breached or may be; what is to be left may only be asked."""
    may_be = row.state is State.UNDETERMINED and not row.norm.forbears
    return row.state is State.BREACHED or may_be


def unbroken(outcome: Outcome, asked: ExpectedBreach) -> tuple[Refusal, ...]:
    """The prohibitions that the party does not breach, closest first."""
    return nearest_first(
        row for row in outcome.refusals if row.norm.kind == "prohibition" and _of_breach(row, asked)
    )


def standings(outcome: Outcome, asked: ExpectedBound) -> tuple[tuple[str, Bound], ...]:
    """Whether the charter binds the party on the day of each event that is meant."""
    return tuple(
        (event, row)
        for event, row in outcome.bound
        if (row.party, row.treaty) == (asked.party, asked.treaty) and asked.event in (None, event)
    )


def duty_refusals(outcome: Outcome) -> tuple[Refusal, ...]:
    """The refusals that speak of duties to do or to leave something, and of no breach."""
    return tuple(filter(_is_duty, outcome.refusals))


def shows(root: Step, claim: Claim, truth: Truth) -> bool:
    """Whether the claim, with that truth, is among the grounds of a derivation."""
    wanted = canonical(claim)
    return any(step.truth is truth and canonical(step.claim) == wanted for step in grounds(root))


def rests_on(row: Obligation | Bound, claims: tuple[Claim, ...]) -> bool:
    """Whether a row depends on each of the claims, and perhaps on others."""
    return set(map(canonical, claims)) <= set(map(canonical, row.depends_on))


def canonical(claim: Claim) -> Claim:
    """The claim as it is compared with what a sentence says.

    An area goes by its name, however a sentence leads to it, and what an event counts as is said
    without the victim, who is the one of whom the row speaks. A condition goes by its words,
    whatever its kind, and a request by who makes it.

    >>> canonical(Within("the raid", "Djibo", "in the common area")).area
    'common area'
    """
    match claim:
        case Within(area=area):
            return replace(claim, area=normal(area))
        case Counted():
            return replace(claim, victim=None)
        case Met(kind=ConditionKind.ON_REQUEST):
            return replace(claim, text="")
        case Met(text=text):
            return replace(claim, kind=ConditionKind.OTHER, text=normal(text))
        case _:
            return claim


def _is_duty(row: Refusal) -> bool:
    return row.norm.forbears or row.norm.kind in ("duty", "declaration", "disputes")


def _fits(row: Obligation | Refusal, asked: ExpectedDuty) -> bool:
    return _fits_person(row, asked) and _in_article(row, asked)


def _fits_person(row: Obligation | Refusal, asked: ExpectedDuty) -> bool:
    return (
        row.bearer == asked.party
        and asked.beneficiary in (None, row.beneficiary)
        and asked.action in (None, row.norm.action)
        and _by_event(row, asked)
    )


def _of_breach(row: Obligation | Refusal, asked: ExpectedBreach) -> bool:
    return asked.party in (None, row.bearer) and _in_article(row, asked) and _by_event(row, asked)


def _in_article(row: Obligation | Refusal, asked: ExpectedDuty | ExpectedBreach) -> bool:
    in_article = asked.article is None or is_under(row, (asked.article,))
    return in_article and asked.treaty in (None, row.treaty)


def is_under(row: Obligation | Refusal, articles: tuple[str, ...]) -> bool:
    """Whether a row is under one of the articles, or of their paragraphs ("8(3)")."""
    cited = row.norm.citation
    return cited.article in articles or cited.limb in articles


def _by_event(row: Obligation | Refusal, asked: ExpectedDuty | ExpectedBreach) -> bool:
    return asked.event in (None, row.event)


def means_fit(row: Obligation | Refusal, asked: ExpectedDuty) -> bool:
    """Whether every means that is asked for is one of the norm's."""
    return set(asked.means) <= {each.means for each in row.norm.means}
