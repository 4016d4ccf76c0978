"""Figures and dates in words to values."""

from datetime import date

from charter.rules.model import Number
from charter.rules.terms import Unit
from charter.syntax.tree import Node

COUNTS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


def period(node: Node) -> Number:
    """A period of time as its number and unit.

    >>> from charter.source import Span
    >>> from charter.syntax.build import parse_sentence
    >>> text = "Any Party may denounce this Charter with six months' notice."
    >>> tree = parse_sentence(text, Span(0, len(text)))
    >>> str(period(next(tree.everywhere("period"))))
    "value=6 unit='months'"
    """
    figure, unit = node.phrases()
    value = int(figure.text) if figure.name == "NUMBER" else COUNTS.index(figure.text.lower()) + 1
    return Number(value=value, unit=Unit(unit.name.lower()))


def calendar_date(node: Node) -> date | None:
    """The date of a date phrase, or ``None`` where the calendar has no such day."""
    day, month, year = (phrase.text for phrase in node.phrases())
    try:
        return date(int(year), MONTHS.index(month.lower()) + 1, int(day))
    except ValueError:
        return None
