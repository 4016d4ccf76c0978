"""Periods of the calendar."""

from collections.abc import Sequence

from charter.dates import Day, later
from charter.rules.model import Number
from charter.rules.terms import Unit


def after(day: Day, period: Number) -> Day | None:
    """The day a period later, or ``None`` where the period is not one of the calendar."""
    if not isinstance(period.value, int):
        return None
    match period.unit:
        case Unit.YEARS:
            return later(day, years=period.value)
        case Unit.MONTHS:
            return later(day, months=period.value)
        case Unit.DAYS:
            return later(day, days=period.value)
        case _:
            return None


def is_of_calendar(period: Number) -> bool:
    """Whether a figure counts years, months or days."""
    return isinstance(period.value, int) and period.unit in (Unit.YEARS, Unit.MONTHS, Unit.DAYS)


def alike(periods: Sequence[Number]) -> Number | None:
    """The one period that is stated; two that differ settle nothing."""
    return periods[0] if len(set(periods)) == 1 else None
