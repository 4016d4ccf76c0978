"""What narrows an event or a state, and is a condition in its own words."""

from collections.abc import Iterator, Sequence

from charter.elaborate.account import Account, is_light
from charter.elaborate.objects import is_of_a_region
from charter.elaborate.parties import is_who
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
    """Whether words limit an event by a clause or phrase that names nobody who could be in it."""
    names = [name_of(node) for node in run]
    if {"WHICH", "LIKELY_TO"} & set(names[:5]) or "NOT" in names[:3]:
        return True
    if run[0].form == "unread" and len(run) > 1:
        participle = run[0].phrases()[0].text.endswith("ed") and run[1].form == "preposition"
        return participle and not any(node.form == "preposition" for node in run[2:])
    if any(node.form == "event" or is_who(node) for node in run):
        return False
    return run[0].form in ("preposition", "verb") or names[0] in ("DURING", "IN_THAT_CASE")
