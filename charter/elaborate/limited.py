"""What the words for the states in an event say of them, where no conditional has said it.

As in "shall resist any attack by a European Power", "any State not a Party which attacks another".
"""

from collections.abc import Sequence

from charter.elaborate import narrowing
from charter.elaborate.account import Account
from charter.elaborate.clausework import Clausework
from charter.rules.pattern import Condition, EventPattern
from charter.rules.provision import CountsAs, Norm, Provision
from charter.rules.terms import ConditionKind
from charter.syntax.tree import Node


def limited(work: Clausework, provision: Provision) -> Provision:
    """A norm with the limits on the states of its events as conditions.

    What counts as what holds no condition, so that there the words for them stay unread.
    """
    match provision:
        case Norm():
            told = _told(work, provision.triggers)
            known = {each.kind for each in provision.conditions}
            new = tuple(each for each in told if each.kind not in known)
            if not new:
                return provision
            return provision.model_copy(update={"conditions": (*provision.conditions, *new)})
        case CountsAs():
            _leave(work, provision.pattern)
            return provision
        case _:
            return provision


def _told(work: Clausework, events: Sequence[EventPattern]) -> list[Condition]:
    """What is told of the states in the words for some events, each kind once."""
    found: dict[ConditionKind, Condition] = {}
    for event in events:
        nodes = _words_of(event, work.clause.row, work.account)
        placed = event.place is not None or event.situated is not None
        for each in (*narrowing.told_apart(nodes, work.account), *_joined(nodes, work.account)):
            if not (placed and each.kind is ConditionKind.REGION):
                found.setdefault(each.kind, each)
    return list(found.values())


def _joined(nodes: Sequence[Node], account: Account) -> list[Condition]:
    """With whom an author must go together ("Germany or any State allied with it")."""
    return list(narrowing.limits(nodes, account))


def _words_of(event: EventPattern, row: Sequence[Node], account: Account) -> list[Node]:
    """The phrases of a clause that tell of an event."""
    start, end = event.words.start, event.words.end
    if not row or account.words(row[-1]).end <= start or account.words(row[0]).start >= end:
        return []
    return [node for node in row if start <= account.words(node).start < end]


def _leave(work: Clausework, event: EventPattern) -> None:
    """Leave the states unread that are told apart in what counts as something."""
    account = work.account
    for node in _words_of(event, work.clause.row, account):
        apart = any(True for _ in narrowing.told_apart([node], account))
        held = event.place is not None and not narrowing.is_no_party(node)
        if apart and not held:
            account.taken.discard(node.span.start)
