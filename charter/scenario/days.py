"""Dates as scenarios write them to days as far as they are known."""

from calendar import month_name, monthrange
from datetime import date, timedelta

from charter.dates import UNKNOWN_DAY, Day
from charter.scenario.names import Mistake
from charter.source import Span
from charter.syntax.tree import Node

MONTHS = {name.casefold(): number for number, name in enumerate(month_name) if name}
FIRST_YEAR = 1
A_DATE = "a date is written as `2 October 2023`"


def day_of(node: Node) -> Day:
    """The day that a date names, as far as it does; a date that does not exist is a mistake."""
    if node.has("NO_DATE"):
        return UNKNOWN_DAY
    (inner,) = node.nodes(
        "on_day", "either_day", "in_month", "in_year", "between", "before", "after"
    )
    dates = [_date(each) for each in inner.nodes("day")]
    match inner.form:
        case "on_day":
            return Day.on(dates[0])
        case "either_day":
            return _span_of(_first(inner, dates), dates[-1], inner.span)
        case "between":
            return _span_of(dates[0], dates[1], inner.span)
        case "in_month":
            return Day.in_month(_year(inner), _month(inner))
        case "in_year":
            return Day(date(_year(inner), 1, 1), date(_year(inner), 12, 31))
        case "before":
            return Day(None, _moved(dates[0], -1, inner.span))
        case "after":
            return Day(_moved(dates[0], 1, inner.span), None)
        case unknown:
            raise AssertionError(unknown)


def exact_day(node: Node) -> Day:
    """The day that a plain date names."""
    (day,) = node.nodes("day")
    return Day.on(_date(day))


def _first(node: Node, dates: list[date]) -> date:
    """The first of two days; a bare number is a day of the month of the second."""
    numbers = node.phrases("FIRST_DAY")
    if not numbers:
        return dates[0]
    return _existing(dates[-1].year, dates[-1].month, int(numbers[0].text), numbers[0].span)


def _span_of(first: date, second: date, span: Span) -> Day:
    if second < first:
        help = "name the earlier day first"
        raise Mistake("C309", f"{_said(second)} is before {_said(first)}", span, help=help)
    return Day(first, second)


def _date(node: Node) -> date:
    iso = node.phrases("ISO_DAY")
    if iso:
        year, month, day = (int(part) for part in iso[0].text.split("-"))
        return _existing(year, month, day, node.span)
    (number,) = node.phrases("DAY_NUMBER")
    return _existing(_year(node), _month(node), int(number.text), node.span)


def _existing(year: int, month: int, day: int, span: Span) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise _no_such_day(year, month, day, span) from None


def _no_such_day(year: int, month: int, day: int, span: Span) -> Mistake:
    if not 1 <= month <= len(MONTHS):
        return Mistake("C308", f"there is no month {month}", span, help="months go from 1 to 12")
    if year < FIRST_YEAR:
        return Mistake("C308", f"there is no year {year}", span, help=A_DATE)
    named = f"{month_name[month]} {year}"
    help = f"{named} has {monthrange(year, month)[1]} days"
    return Mistake("C308", f"there is no {day} {named}", span, help=help)


def _year(node: Node) -> int:
    (phrase,) = node.phrases("YEAR")
    year = int(phrase.text)
    if year < FIRST_YEAR:
        raise Mistake("C308", f"there is no year {phrase.text}", phrase.span, help=A_DATE)
    return year


def _month(node: Node) -> int:
    (phrase,) = node.phrases("MONTH_NAME")
    return MONTHS[phrase.text.casefold()]


def _moved(day: date, days: int, span: Span) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise Mistake("C308", f"no day lies beyond {_said(day)}", span, help=A_DATE) from None


def _said(day: date) -> str:
    return f"{day.day} {month_name[day.month]} {day.year}"
