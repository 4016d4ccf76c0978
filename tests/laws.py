"""What the tests of laws share: how much is tried, made-up cases, and answers as plain values.

``CHARTER_LAWS=2000 python -m pytest tests/property`` tries that many new cases of each law; without
it a few are tried, always the same, so that a run never fails by chance.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from charter.engine.evaluate import evaluate
from charter.engine.plan import plan
from charter.findings.claims import Claim
from charter.findings.derivation import Step
from charter.findings.outcome import Obligation, Outcome, Refusal
from charter.rules.treaty import Treaty
from charter.scenario.model import World
from charter.testing import treaties, worlds

ASKED = os.environ.get("CHARTER_LAWS")
QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def law(tried: int = 50):
    """A property that is tried on a number of made-up cases."""
    return settings(
        max_examples=int(ASKED or tried),
        derandomize=ASKED is None,
        database=None,
        deadline=None,
        suppress_health_check=QUIET,
    )


def cases(**about: int) -> st.SearchStrategy[tuple[Treaty, World]]:
    """A treaty and what happens under it."""
    return treaties().flatmap(lambda treaty: st.tuples(st.just(treaty), worlds(treaty, **about)))


class Key(NamedTuple):
    """Which row of an answer it is, under whatever names and in whatever order."""

    treaty: str
    article: str | None
    bearer: str
    beneficiary: str | None
    event: str


class Row(NamedTuple):
    """All that a row says save why."""

    state: str
    since: object
    until: object
    depends_on: frozenset[Claim]
    tainted_by: tuple[object, ...]


def answer(treaty: Treaty, world: World, *, explain: bool = True) -> Outcome:
    return evaluate(plan((treaty,)), world, explain=explain)


def listed(outcome: Outcome) -> tuple[Obligation, ...]:
    """Every row, of duties, prohibitions and permissions."""
    return (*outcome.duties, *outcome.prohibitions, *outcome.permissions)


def key(row: Obligation | Refusal) -> Key:
    return Key(row.treaty, row.article, row.bearer, row.beneficiary, row.event)


def rows(found: Iterable[Obligation]) -> dict[Key, Row]:
    """The rows by their keys; no two are alike."""
    listed = tuple(found)
    by_key = {key(row): Row(row.state, *_said(row)) for row in listed}
    assert len(by_key) == len(listed), "two rows are told as one"
    return by_key


def _said(row: Obligation) -> tuple[object, ...]:
    return row.since, row.until, frozenset(row.depends_on), tuple(sorted(map(repr, row.tainted_by)))


def states(outcome: Outcome) -> dict[Key, str]:
    """Only the state of each row."""
    return {at: row.state for at, row in rows(listed(outcome)).items()}


def whole(outcome: Outcome) -> tuple[object, ...]:
    """All that an answer says save why, in no order."""
    conflicts = frozenset((each.party, frozenset(each.between)) for each in outcome.conflicts)
    bound = frozenset(
        (event, replace(each, depends_on=frozenset(each.depends_on)))
        for event, each in outcome.bound
    )
    return rows(listed(outcome)), frozenset(map(key, outcome.breaches)), conflicts, bound


def every_step(root: Step) -> Iterator[Step]:
    """A derivation's head and all that lies under it."""
    yield root
    for each in root.premises:
        yield from every_step(each)
