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
    while begin > end and _is_between(row, begin - 1, end):
        begin -= 1
    verbs = [node for node in row[begin:at] if node.form != "area"]
    if not own and not any(node.form in ("finite", "verb", "opener") for node in verbs):
        return None
    return row[first:end], verbs


def _is_between(row: Sequence[Node], at: int, end: int) -> bool:
    """Whether a phrase may stand between a subject and its event."""
    return is_of_verb(row[at]) or _is_self(row[at]) or _is_parenthetic(row, at, end)


def _is_self(node: Node) -> bool:
    """Whether a pronoun is that of somebody himself ("has to defend itself against …")."""
    return node.form == "pronoun" and node.phrases()[-1].text.lower().endswith(("self", "selves"))


def _is_parenthetic(row: Sequence[Node], at: int, start: int) -> bool:
    """Whether an area behind a verb leads on to the event ("the victim in Europe of an attack")."""
    return row[at].form == "area" and at - 1 > start and row[at - 1].form == "preposition"


def _may_precede(row: Sequence[Node], first: int) -> bool:
    """Whether the phrase of who at a place may be a subject by what stands before it."""
    before = name_of(row[first - 1])
    return before not in ("OF", "BETWEEN") or (before == "OF" and is_interest(row, first - 2))


def interests_of(row: Sequence[Node], whom: Sequence[Node], account: Account) -> tuple[Node, ...]:
    """The interests of the subject in front of it ("the security of a Party is in danger")."""
    first = row.index(whom[0])
    begin = first
    while begin and _leads_to(row, begin - 1):
        begin -= 1
    what = tuple(row[begin:first])
    if not any(is_interest(what, n) for n in range(len(what))):
        return ()
    account.take(*what)
    return what


def _leads_to(row: Sequence[Node], at: int) -> bool:
    """Whether a phrase belongs to the interests in front of whose they are."""
    listed = row[at].form == "comma" and at > 0 and is_interest(row, at - 1)
    return is_interest(row, at) or name_of(row[at]) in ("OF", "AND", "OR") or listed
