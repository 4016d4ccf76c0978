"""The subject of an event in a clause of its own: who suffers it, or brings it about."""

from collections.abc import Sequence

from charter.elaborate.account import Account
from charter.elaborate.links import is_of_verb
from charter.elaborate.parties import is_who, listed
from charter.elaborate.tails import is_interest
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def subject(
    row: Sequence[Node], at: int, account: Account, *, own: bool
) -> tuple[Sequence[Node], Sequence[Node]] | None:
    """The phrase of who in front of an event's verb, and the verbs between."""
    first = next((n for n in range(at) if is_who(row[n]) and account.is_free(row[n])), None)
    if first is None or (first and not _may_precede(row, first)):
        return None
    end = listed(row, first)
    begin = at
    while begin > end and is_of_verb(row[begin - 1]):
        begin -= 1
    verbs = row[begin:at]
    if not own and not any(node.form in ("finite", "verb", "opener") for node in verbs):
        return None
    return row[first:end], verbs


def _may_precede(row: Sequence[Node], first: int) -> bool:
    """Whether the phrase of who at a place may be a subject by what stands before it."""
    before = name_of(row[first - 1])
    return before not in ("OF", "BETWEEN") or (before == "OF" and is_interest(row, first - 2))


def interests_of(row: Sequence[Node], whom: Sequence[Node], account: Account) -> tuple[Node, ...]:
    """The interests of the subject in front of it ("the security of a Party is in danger")."""
    first = row.index(whom[0])
    begin = first
    while begin and (is_interest(row, begin - 1) or name_of(row[begin - 1]) in ("OF", "AND", "OR")):
        begin -= 1
    what = tuple(row[begin:first])
    if not any(is_interest(what, n) for n in range(len(what))):
        return ()
    account.take(*what)
    return what
