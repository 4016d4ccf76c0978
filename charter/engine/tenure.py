"""How long a treaty binds: its terms and their renewal, and how a party leaves."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from charter.dates import Day, by, latest_of
from charter.engine.gates import Gate, gates
from charter.engine.periods import after, alike, is_of_calendar
from charter.findings.derivation import Cite
from charter.rules.model import Number
from charter.rules.provision import Duration, Withdrawal
from charter.rules.terms import Unit
from charter.rules.treaty import Treaty
from charter.truth import Truth, disjunction

Renewal = Literal["none", "once", "repeated", "endless", "open"]
_MOST_TERMS = 500


@dataclass(frozen=True, slots=True)
class Leaving:
    """How a party leaves.

    ``notice`` is the period of notice, ``in_force`` how long the treaty must have been in force
    before one may be given, ``before_term`` how long before the end of a term one must be given
    for the term not to be renewed; a notice has an effect only if the ``conditions`` are met.
    """

    cite: Cite
    notice: Number | None
    in_force: Number | None
    before_term: Number | None
    conditions: tuple[Gate, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """For how long a treaty binds: a first term, and what follows it where nobody gives notice.

    Nothing follows ("none"), a term of the length ``further`` "once" or "repeated", a time without
    end ("endless"), or what the words do not settle ("open").
    """

    cite: Cite
    first: Number
    renewal: Renewal
    further: Number | None = None


@dataclass(frozen=True, slots=True)
class Least:
    """The treaty ceases for all once it has fewer parties than a number."""

    cite: Cite
    parties: int


def least_of(treaty: Treaty) -> Least | None:
    """How many parties a treaty needs to stay in force, where it says so."""
    for each in treaty.provisions:
        number = each.number if isinstance(each, Duration) else None
        if number and number.unit == Unit.PARTIES and isinstance(number.value, int):
            return Least(Cite(treaty.name, each.citation), number.value)
    return None


def leaving_of(treaty: Treaty) -> Leaving | None:
    """How a party leaves, all the clauses on it taken together."""
    clauses = tuple(each for each in treaty.provisions if isinstance(each, Withdrawal))
    if not clauses:
        return None
    waits = [*_figures(clauses, "in_force"), *(each.after for each in clauses if each.after)]
    stated = dict.fromkeys(gate for each in clauses for gate in gates(each.conditions))
    return Leaving(
        cite=Cite(treaty.name, clauses[0].citation),
        notice=alike(_figures(clauses, "notice")),
        in_force=alike(waits),
        before_term=alike(_figures(clauses, "before_term")),
        conditions=tuple(stated),
    )


def _figures(clauses: Iterable[Withdrawal], counts: str) -> list[Number]:
    return [each.number for each in clauses if each.number and each.counts == counts]


def tenure_of(treaty: Treaty) -> Tenure | None:
    """For how long a treaty binds; ``None`` where it sets no term."""
    terms = [
        each
        for each in treaty.provisions
        if isinstance(each, Duration)
        and not each.triggers
        and (each.number is None or is_of_calendar(each.number))
    ]
    timed = next((each for each in terms if each.number), None)
    if timed is None or timed.number is None:
        return None
    others = [each for each in terms if each is not timed]
    stops = any(isinstance(e, Withdrawal) and e.counts == "before_term" for e in treaty.provisions)
    renewal = _renewal(timed, others, stops=stops)
    further = others[0].number if others else None
    return Tenure(Cite(treaty.name, timed.citation), timed.number, renewal, further)


def _renewal(timed: Duration, others: list[Duration], *, stops: bool) -> Renewal:
    """What follows the first term; agreement that renews it is not known to be given."""
    if not others and timed.until:
        return "endless"
    if not others and not (stops or timed.conditions):
        return "none"
    if len(others) != 1 or any(each.conditions for each in (timed, *others)):
        return "open"
    if others[0].number is None:
        return "endless"
    return "repeated" if others[0].until else "once"


def end_of(tenure: Tenure, entry: Day, lead: Number | None, notices: tuple[Day, ...]) -> Day | None:
    """The day on which the last term is over; ``None`` where none is known to be the last.

    A notice that comes so long before a term is over lets it be the last. Where the words do not
    settle what follows a term, the day is some day from its end on.
    """
    end = after(entry, tenure.first)
    for _ in range(_MOST_TERMS):
        if end is None or tenure.renewal == "none":
            return end
        timely = _in_time(lead, notices, end)
        if timely is not Truth.FALSE:
            return end if timely is Truth.TRUE else Day(end.earliest, None)
        match tenure.renewal:
            case "endless":
                return None
            case "open":
                return Day(end.earliest, None)
            case "once":
                following = after(end, tenure.further) if tenure.further else None
                return Day((following or end).earliest, None)
            case _:
                end = after(end, tenure.further) if tenure.further and notices else None
    return None


def effect_of(
    notice: Day, entry: Day, leaving: Leaving | None, tenure: Tenure | None
) -> Day | None:
    """The day on which a notice lets a party out; ``None`` where it does not by itself.

    A notice that comes too early has no effect, and one that only lets a term be the last has it
    through the term (``end_of``). Where no period is set, the day is some day from the notice on.
    """
    if leaving is None:
        return Day(notice.earliest, None)
    waited = leaving.in_force and after(entry, leaving.in_force)
    may = by(waited, notice) if waited else Truth.TRUE
    ends_term = leaving.before_term and tenure
    if may is Truth.FALSE or (ends_term and leaving.notice is None):
        return None
    day = after(notice, leaving.notice) if leaving.notice else None
    first = after(entry, tenure.first) if tenure and ends_term else None
    if day is None or may is Truth.UNKNOWN:
        return Day((day or notice).earliest, None)
    return latest_of((day, first)) if first else day


def _in_time(lead: Number | None, notices: tuple[Day, ...], end: Day) -> Truth:
    """Whether any notice comes long enough before the end of a term."""
    if lead is None:
        return Truth.FALSE
    due = (after(each, lead) for each in notices)
    return disjunction(by(each, end) for each in due if each)
