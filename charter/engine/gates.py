"""Conditions that decide, as the engine runs them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from charter.rules.pattern import Condition
from charter.rules.terms import ConditionKind
from charter.scenario.register import canonical

# These say under which other rules a norm stands, not what must be the case for it to apply.
_NOT_GATING = frozenset({ConditionKind.UN_CHARTER, ConditionKind.OWN_CONSTITUTIONAL_PROCESS})


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition that must be met, or with ``negated`` must not be met.

    It is not asked of an event by one of ``unless_by``.
    """

    kind: ConditionKind
    text: str
    negated: bool
    unless_by: tuple[str, ...] = ()


def gates(conditions: Iterable[Condition]) -> Iterator[Gate]:
    """Those of some conditions that ask for something."""
    for each in conditions:
        if each.kind not in _NOT_GATING and not each.alongside:
            named = canonical(each.unless_by)
            yield Gate(each.kind, each.words.text, each.negated, named)
