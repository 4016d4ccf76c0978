"""Events that the words tie to another: an attack that leads to war, a war that comes of one.

The tie is a condition of the norm in its own words; that both events are spoken of is noted on the
first.
"""

from collections.abc import Sequence
from itertools import pairwise

from charter.elaborate import events, links
from charter.elaborate.account import Account
from charter.rules.pattern import Condition, EventPattern
from charter.rules.terms import Author, ConditionKind
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

CAUSES = frozenset({"consequence", "result"})

Compounded = tuple[EventPattern, tuple[Condition, ...]]


def compounded(pattern: EventPattern, nodes: Sequence[Node], account: Account) -> Compounded:
    """The event with the one that the words tie to it, if they do, and the tie as a condition."""
    at = next((n for n, node in enumerate(nodes) if _is_cause(node, account)), None)
    if at is None and "war" in pattern.kinds:
        at = next((n for n, (by, what) in enumerate(pairwise(nodes)) if _is_by(by, what)), None)
    if at is not None and account.is_free(nodes[at]):
        return _caused(pattern, nodes, at, account)
    return _leading_to_war(pattern, nodes, account)


def caused_first(nodes: Sequence[Node], account: Account) -> tuple[EventPattern | None, int]:
    """The cause that a conditional begins with ("if by reason of an attack a Party is at war")."""
    at = next((n for n, node in enumerate(nodes[:4]) if node.form == "event"), None)
    first = next((node for node in nodes if node.form != "comma"), None)
    if first is None or at is None or not (_is_cause(first, account) or name_of(first) == "BY"):
        return None, 0
    read = events.nominal(nodes, at, account)
    account.take(*nodes[:at])
    return read.pattern, read.end


def after_cause(pattern: EventPattern, cause: EventPattern) -> EventPattern:
    """The event that came of a cause told first: by the author of that."""
    update: dict[str, object] = {
        "qualities": (*pattern.qualities, *cause.qualities),
        "compound": tuple(dict.fromkeys((*cause.kinds, *pattern.compound))),
    }
    if pattern.author is Author.ANYONE:
        update |= {"author": cause.author, "author_names": cause.author_names}
    return pattern.model_copy(update=update)


def _is_by(by: Node, what: Node) -> bool:
    """As in "is put in a state of war by an invasion"."""
    return name_of(by) == "BY" and what.form == "event"


def _is_cause(node: Node, account: Account) -> bool:
    return name_of(node) == "BECAUSE_OF" or (node.form == "unread" and account.text(node) in CAUSES)


def _caused(pattern: EventPattern, nodes: Sequence[Node], at: int, account: Account) -> Compounded:
    """As in "hostilities in consequence of aggression by the latter"."""
    cause = events.find(nodes[at:], account)
    if cause is None:
        return pattern, ()
    begin = at - 1 if at and nodes[at - 1].form == "preposition" else at
    update: dict[str, object] = {"qualities": (*pattern.qualities, *cause.qualities)}
    if pattern.author is Author.ANYONE:
        update |= {"author": cause.author, "author_names": cause.author_names}
    unprovoked = pattern.model_copy(update=update)
    return _tied(unprovoked, cause.kinds, nodes[begin:], account)


def _leading_to_war(pattern: EventPattern, nodes: Sequence[Node], account: Account) -> Compounded:
    """As in "is attacked and thus finds itself in a state of war"."""
    at = next((n for n, node in enumerate(nodes) if _is_war(node, account)), None)
    if at is None or "war" in pattern.kinds:
        return pattern, ()
    begin = at
    while begin and (links.is_of_verb(nodes[begin - 1]) or nodes[begin - 1].form == "joint"):
        begin -= 1
    if not any(node.form == "joint" for node in nodes[begin:at]):
        return pattern, ()
    war = events.nominal(nodes, at, account)
    if pattern.author is Author.ANYONE:
        update = {"author": war.pattern.author, "author_names": war.pattern.author_names}
        pattern = pattern.model_copy(update=update)
    return _tied(pattern, ("war",), nodes[begin : at + 1], account)


def _is_war(node: Node, account: Account) -> bool:
    return events.is_event(node) and account.is_free(node) and "war" in events.kinds(node)


def _tied(
    pattern: EventPattern, kinds: tuple[str, ...], tie: Sequence[Node], account: Account
) -> Compounded:
    account.hold(*tie)
    words = account.words(*(node for node in tie if node.form != "joint"))
    condition = Condition(kind=ConditionKind.OTHER, words=words, of_trigger=True)
    return pattern.model_copy(update={"compound": kinds}), (condition,)
