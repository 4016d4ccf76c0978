"""Figures and dates in words to values."""

from datetime import date

from charter.rules.model import Number
from charter.rules.terms import Unit
from charter.syntax.tree import Node

COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "sixteen": 16,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "twenty-five": 25, "thirty": 30, "fifty": 50,
    "ninety": 90, "thirteen": 13, "fourteen": 14, "seventeen": 17, "twenty-two": 22,
    "thirty-five": 35, "forty": 40, "sixty": 60, "hundred": 100, "one hundred": 100,
    "ninety-nine": 99,
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "fourteenth": 14, "fifteenth": 15,
    "seventy": 70, "eighty": 80, "thirteenth": 13, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "fortieth": 40, "fiftieth": 50, "seventieth": 70,
    "eightieth": 80, "hundredth": 100,
    "twentieth": 20, "thirtieth": 30, "sixtieth": 60, "ninetieth": 90,
}  # fmt: skip
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
    if term := node.phrases("YEAR_TERM"):
        return Number(value=figure(term[0].text.split("-")[0]) or 1, unit=Unit.YEARS)
    *determiners, unit = node.phrases()
    figures = [figure(each.text) for each in determiners]
    value = next((each for each in figures if each is not None), 1)
    return Number(value=value, unit=Unit(unit.name.lower()))


def has_figure(node: Node) -> bool:
    """Whether a period says how long: "six months", "a year", not "the day"."""
    return node.has("COUNT", "NUMBER", "ONE_OF", "A", "ANOTHER", "ORDINAL", "YEAR_TERM")


def figure(text: str) -> int | None:
    """The figure that a word stands for, if it is one.

    >>> figure("Twenty"), figure("12"), figure("the")
    (20, 12, None)
    """
    if text.isdigit():
        return int(text)
    tens, _, ones = text.lower().partition("-")
    if ones and tens in COUNTS and ones in COUNTS:
        return COUNTS[tens] + COUNTS[ones]
    return COUNTS.get(text.lower())


def calendar_date(node: Node) -> date | None:
    """The date of a date phrase, or ``None`` where the calendar has no such day."""
    day, month, year = (phrase.text for phrase in node.phrases())
    try:
        return date(int(year), MONTHS.index(month.lower()) + 1, int(day))
    except ValueError:
        return None


def articles_of(text: str) -> tuple[str, ...]:
    """The numbers of the articles that a phrase names.

    >>> articles_of("articles 2 and 3")
    ('2', '3')
    """
    words = (word.strip(",") for word in text.split())
    return tuple(word for word in words if any(letter.isdigit() for letter in word))
