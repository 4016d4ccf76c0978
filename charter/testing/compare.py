"""Expected against found: what became of each expectation of a case, in words.

What is owed is what is owed, undetermined or breached; a duty that is performed, ended or excused
is owed no more, by a party as by "nobody". A reason why something is not owed is judged on the
closest refused routes (``charter.engine.closeness``), and has to be at work there: a condition
that fails, or what makes it fail.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import assert_never

from charter.engine import matching
from charter.engine.closeness import explained, nearest_first
from charter.engine.run import Run
from charter.findings.checked import Checked
from charter.findings.claims import Claim
from charter.findings.derivation import Step
from charter.findings.outcome import Obligation, Refusal, State
from charter.report.prose import Prose
from charter.scenario.case import (
    Expectation,
    ExpectedBound,
    ExpectedBreach,
    ExpectedDuty,
    ExpectedNobody,
)
from charter.testing import sentences
from charter.testing.sentences import Reason
from charter.truth import Truth

MOST_ROUTES = 3


@dataclass(frozen=True, slots=True)
class _Verdict:
    """Whether an expectation held, what was found instead, and what decides it."""

    held: bool
    found: str
    steps: tuple[Step, ...] = ()


def check_case(run: Run, rerun: Callable[[str], Run]) -> tuple[Checked, ...]:
    """What became of every expectation of the run's case, in their order.

    An expectation under a named reading is checked against ``rerun`` of that reading.
    """
    return tuple(_checked(each, _of(run, rerun, each)) for each in run.case.expectations)


def _of(run: Run, rerun: Callable[[str], Run], expectation: Expectation) -> Run:
    named = expectation.reading
    return run if named is None or named == run.reading else rerun(named)


def _checked(expectation: Expectation, run: Run) -> Checked:
    verdict = _verdict(expectation, run)
    return Checked(
        text=expectation.text,
        line=expectation.line,
        held=verdict.held,
        contested=expectation.contested,
        expected=sentences.expected(expectation, Prose.of(run.treaties, run.case.world)),
        found=verdict.found,
        steps=verdict.steps,
    )


def _verdict(expectation: Expectation, run: Run) -> _Verdict:
    match expectation:
        case ExpectedDuty(negated=True):
            return _not_owed(expectation, run)
        case ExpectedDuty():
            return _owed(expectation, run)
        case ExpectedNobody():
            return _nobody(expectation, run)
        case ExpectedBreach(negated=True):
            return _not_breached(expectation, run)
        case ExpectedBreach():
            return _breached(expectation, run)
        case ExpectedBound():
            return _bound(expectation, run)
        case _:
            assert_never(expectation)


def _owed(asked: ExpectedDuty, run: Run) -> _Verdict:
    rows = matching.duties(run.outcome, asked)
    fitting = tuple(row for row in rows if row.state in asked.states and _for_reasons(row, asked))
    barred = _barred(asked, run) or _settling(rows, asked.states)
    if fitting and not barred:
        return _on_duties(True, fitting, run)
    near = barred or rows or matching.other_means(run.outcome, asked)
    if near:
        return _on_duties(False, near, run, without=_absent(near, asked.because))
    return _on_routes(False, matching.refusals(run.outcome, asked), run, asked.party)


def _barred(asked: ExpectedDuty, run: Run) -> tuple[Obligation, ...]:
    """Duties of the same kind under an article that they must not be under."""
    return tuple(
        row
        for row in matching.other_means(run.outcome, asked)
        if matching.is_under(row, asked.not_articles)
        and row.state in matching.OWING.union(asked.states)
    )


def _settling(rows: tuple[Obligation, ...], wanted: tuple[State, ...]) -> tuple[Obligation, ...]:
    """The rows that settle what is expected to be undetermined; one of several is enough."""
    if State.UNDETERMINED not in wanted:
        return ()
    return tuple(row for row in rows if row.state in matching.OWING.difference(wanted))


def _for_reasons(row: Obligation, asked: ExpectedDuty) -> bool:
    return not _absent((row,), asked.because) and matching.rests_on(row, asked.depends_on)


def _absent(
    rows: tuple[Obligation | Refusal, ...], because: tuple[Reason, ...]
) -> tuple[Reason, ...]:
    """The reasons that are no part of why any of the rows is as it is."""
    whys = tuple(row.why for row in rows if row.why)
    return tuple(
        (claim, truth)
        for claim, truth in because
        if not any(matching.shows(why, claim, Truth.of(truth)) for why in whys)
    )


def _not_owed(asked: ExpectedDuty, run: Run) -> _Verdict:
    rows = matching.duties(run.outcome, asked)
    owing = tuple(row for row in rows if row.state in matching.OWING)
    if owing:
        return _on_duties(False, owing, run)
    if rows:
        absent = _absent(rows, asked.because)
        return _on_duties(not absent, rows, run, without=absent)
    routes = matching.refusals(run.outcome, asked)
    return _on_routes(_explain(routes, asked.because), routes, run, asked.party)


def _nobody(asked: ExpectedNobody, run: Run) -> _Verdict:
    allowed = _allowed(asked, run)
    beyond = tuple(
        row for row in run.outcome.asked if row.state in matching.OWING and row not in allowed
    )
    if beyond:
        return _on_duties(False, beyond, run)
    bearers = {row.bearer for row in allowed}
    refused = matching.duty_refusals(run.outcome)
    routes = tuple(row for row in refused if row.bearer not in bearers)
    return _on_routes(_explain(routes, asked.because), routes, run, None)


def _allowed(asked: ExpectedNobody, run: Run) -> tuple[Obligation, ...]:
    """The duties that the other lines of the block expect under the same reading."""
    if not asked.besides:
        return ()
    others = (
        each
        for each in run.case.expectations
        if isinstance(each, ExpectedDuty) and not each.negated and each.reading == asked.reading
    )
    return tuple(row for each in others for row in matching.duties(run.outcome, each))


def _explain(routes: tuple[Refusal, ...], because: tuple[Reason, ...]) -> bool:
    """Whether the reasons are why none of the routes led to a duty.

    A reason speaks only of the events and the charters that it names, and must speak of some
    route. Without a route there is no reason why not.
    """
    if not because:
        return True
    speaks = all(any(_speaks_of(claim, row) for row in routes) for claim, _ in because)
    return speaks and explained(routes, lambda row: _is_explained(row, because))


def _is_explained(row: Refusal, because: tuple[Reason, ...]) -> bool:
    own = tuple(each for each in because if _speaks_of(each[0], row))
    return bool(own) and not _absent((row,), own)


def _speaks_of(claim: Claim, row: Refusal) -> bool:
    """Whether a claim is of the row's event and charter, or of none in particular."""
    event, treaty = getattr(claim, "event", row.event), getattr(claim, "treaty", row.treaty)
    return (event, treaty) == (row.event, row.treaty)


def _breached(asked: ExpectedBreach, run: Run) -> _Verdict:
    rows = matching.breaches(run.outcome, asked)
    wanted = State.UNDETERMINED if asked.undetermined else State.BREACHED
    fitting = tuple(
        row
        for row in rows
        if row.state is wanted
        and matching.rests_on(row, asked.depends_on)
        and not _absent((row,), asked.because)
    )
    settling = _settling(rows, (wanted,))
    if rows:
        held = bool(fitting) and not settling
        return _on_breaches(held, settling or fitting or rows, run)
    return _on_routes(False, matching.unbroken(run.outcome, asked), run, asked.party)


def _not_breached(asked: ExpectedBreach, run: Run) -> _Verdict:
    rows = matching.breaches(run.outcome, asked)
    if rows:
        return _on_breaches(False, rows, run)
    routes = matching.unbroken(run.outcome, asked)
    return _on_routes(_explain(routes, asked.because), routes, run, asked.party)


def _bound(asked: ExpectedBound, run: Run) -> _Verdict:
    """Whether the charter binds on every day that is meant; it binds nobody that is no party."""
    rows = matching.standings(run.outcome, asked)
    held = all(
        row.truth is asked.truth and matching.rests_on(row, asked.depends_on) for _, row in rows
    )
    prose = Prose.of(run.treaties)
    if not rows:
        outside = f"{asked.party} is not a party to {prose.treaty(asked.treaty)}"
        return _Verdict(asked.truth is Truth.FALSE, outside)
    return _Verdict(held, sentences.standings(rows, prose))


def _on_duties(
    held: bool, rows: tuple[Obligation, ...], run: Run, *, without: tuple[Reason, ...] = ()
) -> _Verdict:
    prose = Prose.of(run.treaties, run.case.world)
    absent = f"; no part of that{sentences.because(without, prose)}" if without else ""
    return _Verdict(held, sentences.rows(rows, prose) + absent, _whys(rows))


def _on_breaches(held: bool, rows: tuple[Obligation, ...], run: Run) -> _Verdict:
    return _Verdict(
        held, sentences.breaches(rows, Prose.of(run.treaties, run.case.world)), _whys(rows)
    )


def _on_routes(held: bool, routes: tuple[Refusal, ...], run: Run, who: str | None) -> _Verdict:
    """That it is not owed or not breached, told by the closest routes, one for each reason."""
    prose = Prose.of(run.treaties, run.case.world)
    told = {row.failing: row for row in reversed(nearest_first(routes))}
    nearest = nearest_first(told.values())[:MOST_ROUTES]
    return _Verdict(held, sentences.refused(who, nearest, prose), _whys(nearest))


def _whys(rows: Iterable[Obligation | Refusal]) -> tuple[Step, ...]:
    return tuple(row.why for row in rows if row.why is not None)
