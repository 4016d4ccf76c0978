"""Three truth values under strong Kleene logic.

A fact is true, false or not stated, and so is everything that follows from it. SQL's NULL
agrees with these tables.
"""

from collections.abc import Iterable
from enum import Enum


class Truth(Enum):
    """Whether a claim holds, fails, or cannot be told from what is stated."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "not stated"

    @classmethod
    def of(cls, value: bool | None) -> "Truth":
        """The truth value of a stated boolean, or UNKNOWN where nothing is stated.

        >>> Truth.of(None)
        <Truth.UNKNOWN: 'not stated'>
        """
        if value is None:
            return cls.UNKNOWN
        return cls.TRUE if value else cls.FALSE


def negation(value: Truth) -> Truth:
    """True for false and false for true; the negation of what is not stated is not stated.

    >>> negation(Truth.UNKNOWN)
    <Truth.UNKNOWN: 'not stated'>
    """
    return _OPPOSITES[value]


_OPPOSITES = {
    Truth.TRUE: Truth.FALSE,
    Truth.FALSE: Truth.TRUE,
    Truth.UNKNOWN: Truth.UNKNOWN,
}


def conjunction(values: Iterable[Truth]) -> Truth:
    """False if any value is false, else unknown if any is unknown, else true.

    >>> conjunction([Truth.UNKNOWN, Truth.FALSE])
    <Truth.FALSE: 'false'>
    """
    found = Truth.TRUE
    for value in values:
        if value is Truth.FALSE:
            return value
        if value is Truth.UNKNOWN:
            found = value
    return found


def disjunction(values: Iterable[Truth]) -> Truth:
    """True if any value is true, else unknown if any is unknown, else false.

    >>> disjunction([])
    <Truth.FALSE: 'false'>
    """
    found = Truth.FALSE
    for value in values:
        if value is Truth.TRUE:
            return value
        if value is Truth.UNKNOWN:
            found = value
    return found
