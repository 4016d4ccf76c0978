"""Expectations, and what was found in their place, as sentences."""

from typing import assert_never

from charter.findings.claims import Claim
from charter.findings.outcome import Bound, Obligation, Refusal
from charter.report import phrases
from charter.report.norms import standing
from charter.report.prose import Prose
from charter.scenario.case import (
    Expectation,
    ExpectedBound,
    ExpectedBreach,
    ExpectedDuty,
    ExpectedNobody,
)
from charter.truth import Truth

Reason = tuple[Claim, bool]


def expected(asked: Expectation, prose: Prose) -> str:
    """What was expected, in a sentence of its own; the user's words stay in ``text``."""
    match asked:
        case ExpectedDuty():
            return _duty(asked, prose)
        case ExpectedNobody(besides=besides):
            more = "more than the lines above say" if besides else "anything"
            return f"nobody owes {more}{because(asked.because, prose)}"
        case ExpectedBreach():
            return _breach(asked, prose)
        case ExpectedBound():
            return _bound(asked, prose)
        case _:
            assert_never(asked)


def _duty(asked: ExpectedDuty, prose: Prose) -> str:
    owed = phrases.OWED[asked.action] if asked.action else "something"
    using = tuple(phrases.MEANS[each] for each in asked.means)
    means = f", including {phrases.listed(using)}" if using else ""
    verb = "does not owe" if asked.negated else "owes"
    to = f"{asked.beneficiary} " if asked.beneficiary else ""
    states = phrases.listed(tuple(map(str, asked.states)), last="or")
    state = "" if asked.negated else f", {states}"
    not_under = f", not under Article {', '.join(asked.not_articles)}" if asked.not_articles else ""
    rests = _rests(asked.depends_on, prose)
    whole = f"{asked.party} {verb} {to}{owed}{means}{_where(asked, prose)}{not_under}{state}{rests}"
    return f"{whole}{_event(asked)}{because(asked.because, prose)}"


def _breach(asked: ExpectedBreach, prose: Prose) -> str:
    where = _where(asked, prose).replace(" under ", " ") or " an article"
    where += f" by {asked.event}" if asked.event else ""
    if asked.undetermined:
        rests = _rests(asked.depends_on, prose)
        return f"it is undetermined whether {asked.party} breaches{where}{rests}"
    who = asked.party or "nobody"
    verb = "does not breach" if asked.negated and asked.party else "breaches"
    return f"{who} {verb}{where}{because(asked.because, prose)}"


def _bound(asked: ExpectedBound, prose: Prose) -> str:
    day = f"the day of {asked.event}" if asked.event else "the day of every event"
    treaty = prose.treaty(asked.treaty)
    match asked.truth:
        case Truth.TRUE:
            return f"{treaty} binds {asked.party} on {day}"
        case Truth.FALSE:
            return f"{treaty} does not bind {asked.party} on {day}"
        case Truth.UNKNOWN:
            rests = _rests(asked.depends_on, prose)
            return f"it is undetermined whether {treaty} binds {asked.party} on {day}{rests}"


def standings(found: tuple[tuple[str, Bound], ...], prose: Prose) -> str:
    """Whether a charter binds a party on the day of each event."""
    return "; ".join(
        f"on the day of {event}, {prose.treaty(row.treaty)} {prose.bound(row, (row.party,))}"
        for event, row in found
    )


def _event(asked: ExpectedDuty) -> str:
    return f", because of {asked.event}" if asked.event else ""


def _where(asked: ExpectedDuty | ExpectedBreach, prose: Prose) -> str:
    article = f"Article {asked.article}" if asked.article else ""
    treaty = prose.treaty(asked.treaty) if asked.treaty else ""
    where = " of ".join(filter(None, (article, treaty)))
    return f" under {where}" if where else ""


def _rests(claims: tuple[Claim, ...], prose: Prose) -> str:
    rests = tuple(prose.claim(each, Truth.UNKNOWN) for each in claims)
    return f", depending on {phrases.listed(rests)}" if rests else ""


def because(reasons: tuple[Reason, ...], prose: Prose) -> str:
    """Reasons at the end of a sentence; empty where there are none."""
    said = tuple(prose.claim(claim, Truth.of(truth)) for claim, truth in reasons)
    return f", because {phrases.listed(said)}" if said else ""


def rows(found: tuple[Obligation, ...], prose: Prose) -> str:
    """Duties with their states, and on what they depend."""
    return "; ".join(
        f"{prose.obligation(row)}: {standing(row)}{_open(row, prose)}" for row in found
    )


def breaches(found: tuple[Obligation, ...], prose: Prose) -> str:
    """Breaches with the article and the event, and on what they depend."""
    return "; ".join(
        f"{row.bearer}, {prose.place(row.treaty, row.norm.citation)}, by {row.event}: "
        f"{standing(row)}{_open(row, prose)}"
        for row in found
    )


def _open(row: Obligation, prose: Prose) -> str:
    rests = tuple(prose.claim(each, Truth.UNKNOWN) for each in row.depends_on)
    return f" (depends on {phrases.listed(rests)})" if rests else ""


def refused(who: str | None, routes: tuple[Refusal, ...], prose: Prose) -> str:
    """That there is nothing of the kind, with what the routes lack."""
    reasons = tuple(dict.fromkeys(_lacking(row, prose) for row in routes))
    found = f"nothing of the kind for {who}" if who else "nothing of the kind for anybody"
    return f"{found}: {'; '.join(reasons)}" if reasons else found


def _lacking(row: Refusal, prose: Prose) -> str:
    failing = prose.reasons(tuple((step.claim, step.truth) for step in row.failing))
    where = prose.place(row.treaty, row.norm.citation)
    return f"under {where}, {failing}" if failing else f"not under {where}"
