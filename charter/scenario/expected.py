"""Sentences under Then to expectations."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import TypedDict

from charter.findings.claims import AuthorIs, Claim, HappenedOn
from charter.findings.outcome import State
from charter.rules.terms import Action, Means
from charter.scenario.case import ExpectedBreach, ExpectedDuty, ExpectedNobody, Expectation
from charter.scenario.deeds import object_of
from charter.scenario.draft import Draft
from charter.scenario.facts import Asked, Fact, facts_of
from charter.scenario.names import Mistake
from charter.scenario.targets import action_of, means_of
from charter.scenario.worlds import Statement
from charter.source import Source
from charter.syntax.tree import Node

CLAIMS = (
    *("owes", "must", "nobody", "breaches", "undetermined", "has_state", "duty_state"),
    "nobody_breaches",
)
QUALIFIERS = (
    *("including", "under", "not_under", "because", "because_of", "by_event", "depending"),
)
REPEATABLE = frozenset({"not_under"})

STATES = {
    "PERFORMED": State.PERFORMED,
    "BREACHED": State.BREACHED,
    "EXCUSED": State.EXCUSED,
    "IS_PERFORMED": State.PERFORMED,
    "IS_BREACHED": State.BREACHED,
    "IS_EXCUSED": State.EXCUSED,
    "IS_SUSPENDED": State.SUSPENDED,
    "IS_ENDED": State.ENDED,
}


class _Said(TypedDict):
    """What every expectation has."""

    text: str
    line: int
    span: object
    reading: str | None
    contested: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line under Then while it is read: what it claims, its qualifiers by form."""

    draft: Draft
    claim: Node
    said: tuple[str, int, object, str | None, bool]
    undetermined: bool


def expectations_of(source: Source, each: Statement, draft: Draft) -> Iterator[Expectation]:
    """The expectations that a sentence states: one for each party and each beneficiary it names."""
    raise NotImplementedError
