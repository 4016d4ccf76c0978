"""How many acts of states are enough, and the day on which they are."""

from collections.abc import Iterable
from datetime import date

from charter.dates import Day
from charter.findings.derivation import Step
from charter.truth import Truth


def deciding(acts: tuple[Step, ...], needed: int) -> Iterable[Step]:
    """The acts that together decide whether enough are done: all true where they are.

    Where too few can be, those not done; where it cannot be told, those done and those not known.
    """
    done = [each for each in acts if each.truth is Truth.TRUE]
    possible = [each for each in acts if each.truth is not Truth.FALSE]
    if len(done) >= needed:
        return done
    if len(possible) >= needed:
        return possible
    return [each for each in acts if each.truth is Truth.FALSE]


def nth(days: list[Day], number: int) -> Day:
    """The day on which a number of acts are done, as far as their days are known."""
    earliest = sorted(day.earliest or date.min for day in days)[number - 1]
    latest = sorted(day.latest or date.max for day in days)[number - 1]
    return Day(None if earliest == date.min else earliest, None if latest == date.max else latest)
