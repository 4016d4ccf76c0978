"""Expected against found: what became of each expectation of a case, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from charter.engine import matching
from charter.engine.run import Run
from charter.findings.checked import Checked
from charter.findings.claims import Claim
from charter.findings.derivation import Step
from charter.findings.outcome import Obligation, Refusal, State
from charter.report import phrases
from charter.report.prose import Prose, standing
from charter.scenario.case import Expectation, ExpectedBreach, ExpectedDuty, ExpectedNobody
from charter.truth import Truth

Reason = tuple[Claim, bool]


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
        expected=_expected(expectation, Prose.of(run.treaties)),
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
        case _:
            assert_never(expectation)


def _owed(asked: ExpectedDuty, run: Run) -> _Verdict:
    rows = matching.duties(run.outcome, asked)
    fitting = tuple(row for row in rows if row.state in asked.states and _for_reasons(row, asked))
    barred = _barred(asked, run)
    if fitting and not barred:
        return _Verdict(True, _rows(fitting, run), matching.steps_of(fitting))
    near = barred or rows or matching.other_means(run.outcome, asked)
    if near:
        return _Verdict(False, _near(asked, near, run), matching.steps_of(near))
    return _refused(matching.refusals(run.outcome, asked), run, asked.party, held=False)


def _barred(asked: ExpectedDuty, run: Run) -> tuple[Obligation, ...]:
    """Duties of the same kind under an article that they must not be under."""
    return tuple(
        row
        for row in matching.other_means(run.outcome, asked)
        if row.article in asked.not_articles and row.state in matching.OWING
    )


def _for_reasons(row: Obligation, asked: ExpectedDuty) -> bool:
    reasons = all(_is_reason(row.why, each) for each in asked.because)
    return reasons and set(asked.depends_on) <= set(row.depends_on)


def _is_reason(why: Step | None, reason: Reason) -> bool:
    claim, truth = reason
    return why is not None and matching.shows(why, claim, Truth.of(truth))


def _near(asked: ExpectedDuty, rows: tuple[Obligation, ...], run: Run) -> str:
    """What stands in place of the duty expected, and which of its reasons are not there."""
    prose = Prose.of(run.treaties)
    absent = [
        prose.claim(claim, Truth.of(truth))
        for claim, truth in asked.because
        if not any(_is_reason(row.why, (claim, truth)) for row in rows)
    ]
    reasons = f"; no part of that because {phrases.listed(tuple(absent))}" if absent else ""
    return _rows(rows, run) + reasons


def _not_owed(asked: ExpectedDuty, run: Run) -> _Verdict:
    against = matching.OWING if State.OWED in asked.states else frozenset(asked.states)
    rows = tuple(row for row in matching.duties(run.outcome, asked) if row.state in against)
    if rows:
        return _Verdict(False, _rows(rows, run), matching.steps_of(rows))
    routes = matching.refusals(run.outcome, asked)
    gone = tuple(row for row in matching.duties(run.outcome, asked))
    if gone:
        return _Verdict(not asked.because, _rows(gone, run), matching.steps_of(gone))
    return _refused(routes, run, asked.party, held=_each_fails(routes, asked.because))


def _nobody(asked: ExpectedNobody, run: Run) -> _Verdict:
    counted = _beyond(asked, run)
    if counted:
        return _Verdict(False, _rows(counted, run), matching.steps_of(counted))
    routes = matching.duty_refusals(run.outcome)
    held = _each_fails(routes, asked.because)
    return _refused(routes, run, "nobody", held=held)


def _beyond(asked: ExpectedNobody, run: Run) -> tuple[Obligation, ...]:
    """Duties still to be reckoned with that the expectation does not allow for."""
    rows = run.outcome.duties
    if not asked.besides:
        return rows
    allowed = {row for each in _positive(run) for row in matching.duties(run.outcome, each)}
    return tuple(row for row in rows if row.state not in matching.DONE_WITH and row not in allowed)


def _positive(run: Run) -> tuple[ExpectedDuty, ...]:
    return tuple(
        each
        for each in run.case.expectations
        if isinstance(each, ExpectedDuty) and not each.negated
    )


def _each_fails(routes: tuple[Refusal, ...], because: tuple[Reason, ...]) -> bool:
    """Whether the reasons are at work in every refused route; no route shows no reason."""
    if not because:
        return True
    return bool(routes) and all(
        all(_is_reason(route.why, reason) for reason in because) for route in routes
    )


def _breached(asked: ExpectedBreach, run: Run) -> _Verdict:
    rows = matching.breaches(run.outcome, asked)
    wanted = State.UNDETERMINED if asked.undetermined else State.BREACHED
    fitting = tuple(
        row for row in rows if row.state is wanted and set(asked.depends_on) <= set(row.depends_on)
    )
    if rows:
        return _Verdict(bool(fitting), _breach_rows(fitting or rows, run), matching.steps_of(rows))
    return _refused(matching.unbroken(run.outcome, asked), run, asked.party, held=False)


def _not_breached(asked: ExpectedBreach, run: Run) -> _Verdict:
    rows = matching.breaches(run.outcome, asked)
    if rows:
        return _Verdict(False, _breach_rows(rows, run), matching.steps_of(rows))
    return _refused(matching.unbroken(run.outcome, asked), run, asked.party, held=True)


def _rows(rows: tuple[Obligation, ...], run: Run) -> str:
    """Duties with their states, and on what they depend."""
    prose = Prose.of(run.treaties)
    return "; ".join(f"{prose.obligation(row)}: {standing(row)}{_open(row, prose)}" for row in rows)


def _breach_rows(rows: tuple[Obligation, ...], run: Run) -> str:
    prose = Prose.of(run.treaties)
    return "; ".join(
        f"{row.bearer}, {prose.article(row.treaty, row.article)}, by {row.event}: "
        f"{standing(row)}{_open(row, prose)}"
        for row in rows
    )


def _open(row: Obligation, prose: Prose) -> str:
    rests = tuple(prose.claim(each, Truth.UNKNOWN) for each in row.depends_on)
    return f" (depends on {phrases.listed(rests)})" if rests else ""


MOST_ROUTES = 3


def _refused(routes: tuple[Refusal, ...], run: Run, who: str, *, held: bool) -> _Verdict:
    """That it is not owed or not breached, with the reasons of the closest routes."""
    prose = Prose.of(run.treaties)
    closest = sorted(routes, key=lambda row: len(row.failing))[:MOST_ROUTES]
    reasons = tuple(dict.fromkeys(_reason(row, prose) for row in closest))
    found = f"nothing of the kind for {who}" if who != "nobody" else "nobody owes anything"
    because = f": {'; '.join(reasons)}" if reasons else ""
    return _Verdict(held, found + because, matching.steps_of(closest))


def _reason(row: Refusal, prose: Prose) -> str:
    failing = prose.reasons(tuple((step.claim, step.truth) for step in row.failing))
    where = prose.article(row.treaty, row.article)
    return f"under {where}, {failing}" if failing else f"not under {where}"


def _expected(asked: Expectation, prose: Prose) -> str:
    """What was expected, in a sentence of its own; the user's words stay in ``text``."""
    match asked:
        case ExpectedDuty():
            return _expected_duty(asked, prose)
        case ExpectedNobody(besides=besides):
            more = "more than the lines above say" if besides else "anything"
            return f"nobody owes {more}{_because(asked.because, prose)}"
        case ExpectedBreach():
            return _expected_breach(asked, prose)
        case _:
            assert_never(asked)


def _expected_duty(asked: ExpectedDuty, prose: Prose) -> str:
    owed = phrases.OWED[asked.action] if asked.action else "something"
    using = tuple(phrases.MEANS[each] for each in asked.means)
    means = f", including {phrases.listed(using)}" if using else ""
    verb = "does not owe" if asked.negated else "owes"
    to = f"{asked.beneficiary} " if asked.beneficiary else ""
    states = phrases.listed(tuple(map(str, asked.states)), last="or")
    state = "" if asked.negated else f", {states}"
    not_under = f", not under Article {', '.join(asked.not_articles)}" if asked.not_articles else ""
    rests = _rests(asked.depends_on, prose)
    because = _because(asked.because, prose)
    where = _where(asked, prose)
    return f"{asked.party} {verb} {to}{owed}{means}{where}{not_under}{state}{rests}{because}"


def _expected_breach(asked: ExpectedBreach, prose: Prose) -> str:
    where = _where(asked, prose).replace(" under ", " ") or " an article"
    if asked.undetermined:
        rests = _rests(asked.depends_on, prose)
        return f"it is undetermined whether {asked.party} breaches{where}{rests}"
    return f"{asked.party} {'does not breach' if asked.negated else 'breaches'}{where}"


def _where(asked: ExpectedDuty | ExpectedBreach, prose: Prose) -> str:
    article = f"Article {asked.article}" if asked.article else ""
    treaty = prose.treaty(asked.treaty) if asked.treaty else ""
    where = " of ".join(filter(None, (article, treaty)))
    return f" under {where}" if where else ""


def _rests(claims: tuple[Claim, ...], prose: Prose) -> str:
    rests = tuple(prose.claim(each, Truth.UNKNOWN) for each in claims)
    return f", depending on {phrases.listed(rests)}" if rests else ""


def _because(reasons: tuple[Reason, ...], prose: Prose) -> str:
    said = tuple(prose.claim(claim, Truth.of(truth)) for claim, truth in reasons)
    return f", because {phrases.listed(said)}" if said else ""
