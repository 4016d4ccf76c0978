"""Days as far as they are known: an exact day, a span of possible days, or not known at all."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from charter.truth import Truth


@dataclass(frozen=True, slots=True)
class Day:
    """A day known to lie between two dates, both included; ``None`` leaves a side open.

    ``Day(None, None)`` is a day of which nothing is known.
    """

    earliest: date | None
    latest: date | None

    @classmethod
    def on(cls, day: date) -> "Day":
        """The exact day.

        >>> Day.on(date(2023, 9, 16)).exact
        datetime.date(2023, 9, 16)
        """
        return cls(day, day)

    @classmethod
    def in_month(cls, year: int, month: int) -> "Day":
        """Some day of a month.

        >>> Day.in_month(2024, 2).latest
        datetime.date(2024, 2, 29)
        """
        return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]))

    @property
    def exact(self) -> date | None:
        """The day itself where it is exactly known, else ``None``."""
        return self.earliest if self.earliest == self.latest else None


UNKNOWN_DAY = Day(None, None)


def by(first: Day, second: Day) -> Truth:
    """Whether the first day has come when the second has: first on or before second.

    >>> by(Day.on(date(2023, 9, 16)), Day.on(date(2023, 9, 16)))
    <Truth.TRUE: 'true'>
    >>> by(UNKNOWN_DAY, Day.on(date(2023, 9, 16)))
    <Truth.UNKNOWN: 'not stated'>
    """
    if first.latest and second.earliest and first.latest <= second.earliest:
        return Truth.TRUE
    if first.earliest and second.latest and first.earliest > second.latest:
        return Truth.FALSE
    return Truth.UNKNOWN


def latest_of(days: tuple[Day, ...]) -> Day:
    """The last of several days, as far as it is known; at least one day is needed.

    Where one of them is not known, the last is no earlier than the last one stated.

    >>> latest_of((Day.on(date(2023, 10, 9)), UNKNOWN_DAY)).earliest
    datetime.date(2023, 10, 9)
    """
    floors = [day.earliest for day in days if day.earliest]
    ceilings = [day.latest for day in days if day.latest]
    return Day(max(floors, default=None), max(ceilings) if len(ceilings) == len(days) else None)


def earliest_of(days: tuple[Day, ...]) -> Day:
    """The first of several days, as far as it is known; at least one day is needed.

    >>> earliest_of((Day.on(date(2023, 10, 9)), Day(date(2023, 10, 1), None))).latest
    datetime.date(2023, 10, 9)
    """
    floors = [day.earliest for day in days if day.earliest]
    ceilings = [day.latest for day in days if day.latest]
    return Day(min(floors) if len(floors) == len(days) else None, min(ceilings, default=None))


def later(day: Day, *, years: int = 0, months: int = 0, days: int = 0) -> Day:
    """The day that lies a calendar period later; the last of the month where it has no such day.

    Past the end of the calendar it is known only that the day is no earlier.

    >>> later(Day.on(date(2024, 8, 31)), months=6).exact
    datetime.date(2025, 2, 28)
    """
    return Day(
        _shifted(day.earliest, years, months, days, past=date.max),
        _shifted(day.latest, years, months, days, past=None),
    )


def _shifted(
    start: date | None, years: int, months: int, days: int, *, past: date | None
) -> date | None:
    if start is None:
        return None
    month = start.month - 1 + months
    year = start.year + years + month // 12
    month = month % 12 + 1
    if year > date.max.year:
        return past
    moved = date(year, month, min(start.day, monthrange(year, month)[1])).toordinal() + days
    return date.fromordinal(moved) if moved <= date.max.toordinal() else past
