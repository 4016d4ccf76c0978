"""Breaches of the treaty as events: who "violates this Treaty" or has broken its principles."""

from collections.abc import Sequence

from charter.elaborate.account import Account
from charter.elaborate.bonds import binds
from charter.elaborate.parties import is_who, names, reference
from charter.elaborate.tails import tail
from charter.rules.pattern import EventPattern
from charter.rules.terms import Author
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def breach(row: Sequence[Node], account: Account) -> EventPattern | None:
    """The breach of which a conditional speaks: "if one of the Parties violates this Treaty".

    What is broken is a treaty, an article, the obligations under one or what was said before; the
    violation of a territory or a neutrality is another event.
    """
    at = next((n for n, node in enumerate(row) if name_of(node) == "VIOLATE"), None)
    if at and row[at - 1].form == "finite" and any(map(binds, row[:at])):
        return _broken(row, at, account)
    whom = next((node for node in row[:at] if is_who(node)), None) if at is not None else None
    if at is None or whom is None or not any(binds(node) for node in row[at + 1 :]):
        return None
    stop = max(n for n, node in enumerate(row) if n > at and binds(node)) + 1
    account.take(*row[:stop])
    named = names([whom]) if reference(whom) == "names" else ()
    author = Author.NAMED if named else Author.PARTY
    words = account.words(*row[:stop])
    return EventPattern(kinds=("infraction",), words=words, author=author, author_names=named)


def _broken(row: Sequence[Node], at: int, account: Account) -> EventPattern:
    """As in "if any of the provisions of this Treaty is violated by a Party"."""
    account.hold(*row[: at + 1])
    words = account.words(*row[: at + 1])
    pattern = EventPattern(kinds=("infraction",), words=words)
    return tail(row, at + 1, pattern, account).pattern
