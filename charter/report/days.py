"""Days as far as they are known, in words."""

from datetime import date

from charter.dates import Day


def date_words(on: date) -> str:
    """A date in words.

    >>> date_words(date(2023, 10, 2))
    '2 October 2023'
    """
    return f"{on.day} {on:%B} {on.year}"


def dated(on: Day) -> str:
    """A day as far as it is known, as a noun.

    >>> dated(Day.on(date(2023, 10, 2))), dated(Day(date(2023, 1, 1), None))
    ('2 October 2023', '1 January 2023 or later')
    """
    match on:
        case Day(date() as first, None):
            return f"{date_words(first)} or later"
        case Day(None, date() as last):
            return f"{date_words(last)} or earlier"
        case _:
            return day(on).removeprefix("on ").removeprefix("in ")


def day(on: Day) -> str:
    """A day as far as it is known.

    >>> day(Day.on(date(2023, 10, 2))), day(Day.in_month(2023, 10)), day(Day(None, None))
    ('on 2 October 2023', 'in October 2023', 'on a day not known')
    >>> day(Day(date(2023, 1, 1), None))
    'on or after 1 January 2023'
    """
    match on:
        case Day(None, None):
            return "on a day not known"
        case Day(date() as first, None):
            return f"on or after {date_words(first)}"
        case Day(None, date() as last):
            return f"on or before {date_words(last)}"
        case Day(date() as first, date() as last) if first == last:
            return f"on {date_words(first)}"
        case Day(date() as first, date() as last) if on == Day.in_month(first.year, first.month):
            return f"in {first:%B} {first.year}"
        case Day(date() as first, date() as last):
            return f"between {date_words(first)} and {date_words(last)}"
        case _:
            raise AssertionError(on)
