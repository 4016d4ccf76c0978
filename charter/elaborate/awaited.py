"""Decisions that a clause waits for: "by decision of the Council"."""

from collections.abc import Sequence

from charter.elaborate.account import Account
from charter.rules.pattern import Condition
from charter.rules.terms import ConditionKind
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

ADVICE = ("recommendation", "recommendations")


def decision(row: Sequence[Node], at: int, account: Account) -> tuple[Condition, int] | None:
    """The decision or advice of an organ that begins at a place, and where its words end."""
    end = at + 4
    if end > len(row) or row[at + 3].form != "organ" or name_of(row[at + 2]) != "OF":
        return None
    if not row[at + 1].has("DECISIONS") and not account.text(row[at + 1]).endswith(ADVICE):
        return None
    account.hold(*row[at:end])
    words = account.words(*row[at:end])
    return Condition(kind=ConditionKind.BY_DECISION_OF_ORGAN, words=words), end
