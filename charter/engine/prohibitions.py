"""Prohibitions, and who breaches them by an event."""

from collections.abc import Iterator

from charter.engine.conditions import condition
from charter.engine.ledger import Case, Ledger
from charter.engine.matter import Matter
from charter.engine.plan import PlannedNorm
from charter.engine.steps import any_of
from charter.findings.claims import Breaches, FallsUnder
from charter.findings.derivation import Step
from charter.rules.terms import Role
from charter.truth import Truth


def enter_prohibition(
    matter: Matter, norm: PlannedNorm, ledger: Ledger, others: tuple[Matter, ...]
) -> None:
    """Note, for each party that a prohibition binds, whether it breaches it by the event.

    ``others`` are all the matters of the treaty: a prohibition that holds only in a certain case
    needs that case to have come about by any event.
    """
    for bearer in _bearers(matter, norm):
        if not (ledger.explain or _may_breach(matter, norm, bearer)):
            continue
        claim = Breaches(bearer, matter.treaty.name, norm.article, matter.label)
        base = _premises(matter, norm, bearer, others)
        exceptions = (condition(matter, each, matter.victims) for each in norm.exceptions)
        ledger.enter(Case(matter, norm, bearer, None, claim, base, exceptions))


def _may_breach(matter: Matter, norm: PlannedNorm, bearer: str) -> bool:
    return matter.happening.may_be_by(bearer) and matter.may_engage(norm.conduct)


def _bearers(matter: Matter, norm: PlannedNorm) -> tuple[str, ...]:
    match norm.bearer:
        case Role.NAMED:
            return norm.bearer_names
        case Role.ORGAN | Role.OTHERS | Role.THIRD_STATES:
            return ()
        case _:
            return matter.standing.members


def _premises(
    matter: Matter, norm: PlannedNorm, bearer: str, others: tuple[Matter, ...]
) -> Iterator[Step]:
    author = matter.is_author(bearer)
    yield author
    if author.truth is Truth.FALSE:
        # Who did not do it breaches nothing, whatever it is.
        return
    yield matter.binds(bearer)
    yield matter.engages(norm.conduct, matter.victims, bearer)
    if norm.triggers:
        yield _case(matter, norm, bearer, others)
    for each in norm.conditions:
        yield condition(matter, each, matter.victims)
    if norm.place:
        yield matter.within(norm.place)


def _case(matter: Matter, norm: PlannedNorm, bearer: str, others: tuple[Matter, ...]) -> Step:
    """Whether any event brings about the case in which the prohibition holds."""
    claim = FallsUnder(matter.label, None, matter.treaty.name, norm.article)
    return any_of(claim, (each.engages(norm.triggers, each.victims, bearer) for each in others))
