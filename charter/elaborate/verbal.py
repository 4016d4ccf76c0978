"""Events told by a verb: "X is attacked", "if X invades Y", "what threatens their security"."""

from collections.abc import Sequence

from charter.elaborate.account import Account
from charter.elaborate.objects import assets, interests, owned, struck, target_of
from charter.elaborate.parties import author, is_who, names
from charter.elaborate.tails import is_interest, tail
from charter.rules.pattern import EventPattern
from charter.rules.terms import Part
from charter.syntax.heads import name_of
from charter.syntax.tree import Node

VERBS_OF_KIND = {
    "ATTACKED": "attack",
    "THREATEN": "threat",
    "ENDANGERED": "danger",
    "INVADED": "invasion",
    "OCCUPIED": "occupation",
}


ACTIVE_VERBS = {"INVADES": "invasion", "MOBILISES": "mobilisation"}


def verb_of_kind(row: Sequence[Node], at: int) -> str | None:
    """The kind that a verb stands for ("is attacked", "is threatened")."""
    name = name_of(row[at])
    is_verb = row[at].form == "verb" or (row[at].form == "loose" and name == "ATTACKED")
    return VERBS_OF_KIND.get(name) if is_verb else None


def doing(row: Sequence[Node], at: int, kind: str, account: Account) -> EventPattern | None:
    """As in "if X invades Y", "if X mobilises its forces against Y"."""
    subject = last_run(row, at, account)
    if subject is None:
        return None
    whom = [node for node in row[subject[0] : at] if is_who(node)]
    account.take(*row[subject[0] : at + 1])
    pattern = EventPattern(
        kinds=(kind,),
        words=account.words(*row[subject[0] : at + 1]),
        author=author(whom),
        author_names=names(whom),
    )
    end = at + 1
    if kind == "mobilisation":
        while end < len(row) and row[end].form == "asset":
            account.take(row[end])
            end += 1
    elif hit := struck(row, end, account):
        pattern, end = hit.narrow(pattern), hit.end
    return tail(row, end, pattern, account).pattern


def passive(row: Sequence[Node], at: int, kind: str, account: Account) -> EventPattern | None:
    """As in "X is attacked by Y", "the independence of X is threatened"."""
    subject = last_run(row, at, account)
    if subject is None:
        return None
    start, end = subject
    whom = [node for node in row[start:end] if is_who(node)]
    first = next(
        (n for n in range(start) if is_interest(row, n) and account.is_free(row[n])), start
    )
    what = row[first:start]
    between = [node for node in row[start:at] if node.form in ("finite", "joint")]
    account.take(row[at], *what, *row[start:end], *between)
    account.note(Part.TARGET, *what, *row[start:end])
    pattern = EventPattern(
        kinds=(kind,),
        words=account.words(*row[start : at + 1]),
        target=target_of(whom),
        target_names=names(whom),
        interests=interests(what),
        assets=assets(what),
    )
    return tail(row, at + 1, pattern, account).pattern


def threatening(row: Sequence[Node], at: int, kind: str, account: Account) -> EventPattern | None:
    """As in "any development which might threaten their independence"."""
    if at + 1 < len(row) and row[at + 1].has("PEACE"):
        return _peace_threatened(row, at, kind, account)
    if not is_interest(row, at + 1):
        return None
    hit = struck(row, at + 1, account)
    if hit is None:
        return None
    account.take(row[at], *(node for node in row[:at] if node.has("DEVELOPMENT")))
    pattern = EventPattern(kinds=(kind,), words=account.words(*row[: hit.end]))
    return owned(hit.narrow(pattern))


def _peace_threatened(
    row: Sequence[Node], at: int, kind: str, account: Account
) -> EventPattern | None:
    """As in "a situation which threatens the peace of the Balkans"."""
    before = (n for n in row[:at] if n.has("DEVELOPMENT") or name_of(n) in ("OCCUR", "WHICH"))
    account.take(*row[at : at + 2], *before)
    pattern = EventPattern(kinds=(kind,), words=account.words(*row[: at + 2]))
    return tail(row, at + 2, pattern, account).pattern


def last_run(row: Sequence[Node], at: int, account: Account) -> tuple[int, int] | None:
    """The last list of phrases of who in front of a place."""
    free = (n for n in range(at - 1, -1, -1) if is_who(row[n]) and account.is_free(row[n]))
    last = next(free, None)
    if last is None:
        return None
    start = last
    while start > 1 and _is_before(row, start):
        start -= 2
    return start, last + 1


def _is_before(row: Sequence[Node], start: int) -> bool:
    """Whether a phrase of who and a joint stand right in front of another."""
    return row[start - 1].form == "joint" and row[start - 2].form == row[start].form
