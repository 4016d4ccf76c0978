"""What narrows an event or a state, and is a condition in its own words."""

from collections.abc import Iterator, Sequence

from charter.elaborate.account import Account, is_light
from charter.elaborate.objects import is_of_a_region
from charter.rules.pattern import Condition
from charter.rules.terms import ConditionKind
from charter.syntax.heads import name_of
from charter.syntax.tree import Node


def regions(nodes: Sequence[Node], account: Account) -> Iterator[Condition]:
    """A state that is said to be of a part of the world ("a European Power")."""
    for node in nodes:
        if is_of_a_region(node):
            yield Condition(kind=ConditionKind.REGION, words=account.words(node))
            return


def limits(nodes: Sequence[Node], account: Account) -> Iterator[Condition]:
    """Clauses that narrow the event of a conditional, and that its pattern does not hold."""
    run: list[Node] = []
    for node in (*nodes, None):
        if node is not None and account.is_free(node) and node.form != "comma":
            run.append(node)
            continue
        if run and _narrows(run) and not all(map(is_light, run)):
            account.take(*run)
            yield Condition(kind=ConditionKind.OTHER, words=account.words(*run))
        run = []


def _narrows(run: Sequence[Node]) -> bool:
    if run[0].form == "unread" and len(run) > 1:
        return run[0].phrases()[0].text.endswith("ed") and run[1].form == "preposition"
    opens = run[0].form in ("preposition", "verb") or name_of(run[0]) in ("DURING", "IN_THAT_CASE")
    return opens or any(name_of(node) == "WHICH" for node in run[:5])
