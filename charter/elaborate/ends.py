"""To what end help is given: "in repelling the attack", "for its defence", "against the enemy"."""

from collections.abc import Sequence

from charter.elaborate import events
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.parties import is_who, reference
from charter.rules.pattern import EventPattern
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

RESISTING = ("RESIST", "DEFEND", "DEFENCE")
"""Words that say that somebody is defended, or an attack met."""
LEADING = frozenset({"IN", "TO", "FOR", "WITH", "OF", "ON", "FOR_PURPOSE", "IN_ORDER"})
STRANGERS = frozenset({"state", "third_state", "group"})


def is_of_defence(nodes: Sequence[Node]) -> bool:
    """Whether phrases tell of defending somebody or of meeting an attack."""
    return any(node.has(*RESISTING) for node in nodes)


def defence(work: Clausework, act: Act) -> tuple[EventPattern, ...]:
    """The events that help is to meet, if they are others than those that set it off.

    Takes the words of the end: the verb or noun of defence, what is defended, the enemy.
    """
    found: list[EventPattern] = []
    for at, node in enumerate(act.nodes):
        if _is_resisting(act.nodes, at) and work.account.is_free(node):
            work.account.take(node, *_leads(act.nodes, at))
            found.extend(_met(work, _end_of(act.nodes, at)))
        elif _is_against(work, act.nodes, at):
            work.account.take(node)
            found.extend(_met(work, act.nodes[at + 1 :]))
    _against_the_enemy(work, act)
    return tuple(found)


def _is_against(work: Clausework, row: Sequence[Node], at: int) -> bool:
    """Whether an event follows that the help goes against ("aid against any attack")."""
    against = name_of(row[at]) == "ON" and work.account.text(row[at]) == "against"
    follows = at + 1 < len(row) and events.is_event(row[at + 1])
    return against and follows and work.account.is_free(row[at + 1])


def _is_resisting(row: Sequence[Node], at: int) -> bool:
    """Whether a word tells of defending or of meeting an attack ("in meeting the attack")."""
    follows = row[at + 1] if at + 1 < len(row) else None
    meets = row[at].has("MEETING", "MEET") and follows is not None and events.is_event(follows)
    return meets or row[at].has(*RESISTING)


def _leads(row: Sequence[Node], at: int) -> list[Node]:
    """What stands before the word for defence: a preposition, a joint, a bare determiner."""
    begin = at
    while begin and (row[begin - 1].form == "joint" or name_of(row[begin - 1]) in LEADING):
        begin -= 1
    return list(row[begin:at])


def _end_of(row: Sequence[Node], at: int) -> Sequence[Node]:
    """What stands behind a word for defence, up to the next one."""
    end = at + 1
    while end < len(row) and not row[end].has(*RESISTING):
        end += 1
    return row[at + 1 : end]


def _met(work: Clausework, row: Sequence[Node]) -> list[EventPattern]:
    """The event that is met, if it is another than the one that sets the help off."""
    if not any(map(events.is_event, row[:4])):
        work.account.take(*_defended(row))
        return []
    known = {kind for each in work.qualifiers.triggers for kind in each.kinds}
    found = events.find(row, work.account)
    if found is None or (set(found.kinds) <= known and found.target is None):
        return []
    return [found]


def _defended(row: Sequence[Node]) -> list[Node]:
    """What is defended: somebody's territory, freedom, rights or neutrality."""
    end = next((n for n, node in enumerate(row) if not _is_of_the_defended(node)), len(row))
    return [node for node in row[:end] if node.form in ("asset", "interest", "term")]


def _is_of_the_defended(node: Node) -> bool:
    joins = node.form in ("joint", "preposition", "comma", "formula")
    return joins or node.form in ("asset", "interest") or node.has("NEUTRALITY", "RIGHTS")


def _against_the_enemy(work: Clausework, act: Act) -> None:
    """Takes those against whom help is given, where the words only repeat who struck."""
    for at, node in enumerate(act.nodes):
        before = act.nodes[at - 1] if at else None
        led = before is not None and name_of(before) in ("ON", "RESIST", "WITH")
        if led and _is_the_enemy(node):
            work.account.take(node)


def _is_the_enemy(node: Node) -> bool:
    if node.has("ENEMY"):
        return True
    return is_who(node) and reference(node) in STRANGERS and node.has("SUCH", "THIS")
