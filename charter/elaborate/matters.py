"""Events told by a noun that alone is none: a conflict in which somebody is, measures taken."""

from collections.abc import Sequence

from charter.elaborate.account import Account
from charter.elaborate.parties import AUTHORS, is_who, names, reference
from charter.elaborate.tails import tail
from charter.rules.pattern import EventPattern
from charter.rules.terms import Author
from charter.syntax.heads import name_of
from charter.syntax.tree import Node


def conflict(row: Sequence[Node], at: int, account: Account) -> EventPattern | None:
    """A conflict that somebody is in ("a conflict between one of them and a third Power")."""
    if "conflict" not in account.text(row[at]):
        return None
    bare = EventPattern(kinds=("war",), words=account.words(row[at]))
    read = tail(row, at + 1, bare, account)
    if read.pattern.target is None:
        return None
    account.take(row[at])
    return read.pattern


def question(row: Sequence[Node], at: int, account: Account) -> EventPattern | None:
    """A question that arises between the Parties is a dispute."""
    arises = row[at].has("MATTER") and any(name_of(node) == "OCCUR" for node in row)
    if not arises or not any(name_of(node) == "BETWEEN" for node in row[at:]):
        return None
    bare = EventPattern(kinds=("dispute",), words=account.words(row[at]))
    account.take(row[at])
    return tail(row, at + 1, bare, account).pattern


def measures_taken(row: Sequence[Node], at: int, account: Account) -> EventPattern | None:
    """Measures that somebody has taken ("when the Security Council has taken the measures")."""
    if row[at].form != "term" or not row[at].has("MEASURES"):
        return None
    verbs = [node for node in row[:at] if node.form in ("finite", "verb")]
    subject = next((node for node in row[:at] if is_who(node)), None)
    if subject is None or not any(name_of(node) == "TAKE" for node in verbs):
        return None
    account.take(row[at], subject, *verbs)
    return EventPattern(
        kinds=("measures_taken",),
        words=account.words(row[at]),
        author=AUTHORS.get(reference(subject), Author.ANYONE),
        author_names=names([subject]),
    )
