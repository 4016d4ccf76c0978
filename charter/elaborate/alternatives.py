"""Events told as alternatives: "is attacked by X, or finds itself threatened with attack"."""

from collections.abc import Sequence

from charter.elaborate import events, verbal
from charter.elaborate.account import Account
from charter.elaborate.links import is_of_verb
from charter.elaborate.tails import tail
from charter.rules.pattern import EventPattern
from charter.rules.terms import Author
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def find_all(row: Sequence[Node], account: Account) -> tuple[EventPattern, ...]:
    """The events that a row speaks of as alternatives: "is attacked, or threatened with attack"."""
    first = events.find(row, account)
    if first is None:
        return ()
    found = [first]
    for at, node in enumerate(row):
        if name_of(node) in ("OR", "AND") and account.is_free(node):
            other = _alternative(row, at + 1, first, account)
            if other is None:
                break
            account.take(node)
            found.append(other)
            found[0] = _by_the_same(found[0], other)
            if _is_shared(row, at, found[0], other, account):
                found[0] = _of_the_author(found[0], other)
            if _is_other_event(row, at):
                found[0] = _like(found[0], other)
    return tuple(found)


def _by_the_same(first: EventPattern, other: EventPattern) -> EventPattern:
    """A threat by those who bring the event about ("threatened with war or at war with X")."""
    same = "threat" in first.kinds and set(other.kinds) <= set(first.kinds)
    same = same or ("war" in first.kinds and set(first.kinds) <= set(other.kinds))
    return _of_the_author(first, other) if same else first


def _of_the_author(first: EventPattern, other: EventPattern) -> EventPattern:
    """An event with the author of the other, where it has none of its own."""
    if first.author is not Author.ANYONE:
        return first
    return first.model_copy(update={"author": other.author, "author_names": other.author_names})


OF_NOBODY = frozenset({"disaster", "rebellion", "coup", "dispute", "measures_taken"})
"""Kinds of events that no outsider is the author of."""


def _is_shared(
    row: Sequence[Node], at: int, first: EventPattern, other: EventPattern, account: Account
) -> bool:
    """Whether an author behind the last of several events is that of the others too.

    As in "is attacked or invaded by a third Power"; a new verb behind a comma begins anew.
    """
    if OF_NOBODY & {*first.kinds, *other.kinds} or name_of(row[at]) != "OR":
        return False
    anew = row[at - 1].form == "comma" and row[at + 1].form == "finite"
    by = next((n for n in range(at + 1, len(row)) if name_of(row[n]) == "BY"), None)
    told = by is not None and any(events.tells_of(node) for node in row[at + 1 : by])
    return told and not anew and not account.is_free(row[by or 0])


def _is_other_event(row: Sequence[Node], at: int) -> bool:
    """Whether the first event is said to be one of those described ("or any other event …")."""
    return any(node.has("DEVELOPMENT") and node.has("OTHER") for node in row[at + 1 : at + 4])


def _alternative(
    row: Sequence[Node], at: int, first: EventPattern, account: Account
) -> EventPattern | None:
    """The event told by what follows a joint, with those whom the first one befalls."""
    begin = at
    while begin < len(row) and is_of_verb(row[begin]) and not events.tells_of(row[begin]):
        begin += 1
    if begin < len(row) and row[begin].has("DEVELOPMENT", "ATTEMPTS"):
        account.take(*row[at:begin])
        described = events.find(row[begin:], account)
        return described and _like(described, first)
    if begin >= len(row) or not (events.tells_of(row[begin]) and account.is_free(row[begin])):
        return None
    if name_of(row[at - 1]) == "AND" and events.is_event(row[begin]):
        return None
    other = _further(row[begin:], account)
    if other is None:
        return None
    account.take(*row[at:begin])
    return _like(other, first)


def _like(other: EventPattern, first: EventPattern) -> EventPattern:
    """An event that befalls those whom the first one befalls, where it names nobody."""
    if other.target is not None:
        return other
    update = {"target": first.target, "target_names": first.target_names}
    return other.model_copy(update=update)


def _further(row: Sequence[Node], account: Account) -> EventPattern | None:
    """The event that the words at the beginning of a row tell of, whoever suffers it."""
    if events.is_event(row[0]):
        return events.nominal(row, 0, account).pattern
    kind = verbal.VERBS_OF_KIND.get(name_of(row[0]))
    if kind is None:
        return None
    account.take(row[0])
    pattern = EventPattern(kinds=(kind,), words=account.words(row[0]))
    if len(row) > 2 and name_of(row[1]) in ("WITH", "BY") and events.is_event(row[2]):
        account.take(row[1])
        what = events.nominal(row, 2, account).pattern
        return what.model_copy(update={"kinds": (kind, *what.kinds)})
    return tail(row, 1, pattern, account).pattern
