"""Events told by a verb: "X is attacked", "if X invades Y", "what threatens their security"."""

from collections.abc import Sequence

from charter.elaborate.account import Account
from charter.elaborate.objects import assets, interests, struck, target_of
from charter.elaborate.parties import author, is_who, names
from charter.elaborate.tails import is_interest, is_status, tail
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
    "BLOCKADED": "blockade",
    "VIOLATE": "infraction",
}
ACTIVE_VERBS = {
    "INVADES": "invasion",
    "STRIKE": "invasion",
    "MOBILISES": "mobilisation",
    "MOBILISE": "mobilisation",
}


def verb_of_kind(row: Sequence[Node], at: int) -> str | None:
    """The kind that a verb stands for ("is attacked", "is threatened")."""
    name = name_of(row[at])
    is_verb = row[at].form == "verb" or (row[at].form == "loose" and name == "ATTACKED")
    return VERBS_OF_KIND.get(name) if is_verb else None


def has_subject(row: Sequence[Node], at: int) -> bool:
    """Whether a phrase of who stands in front of a verb, with "should" or adverbs between."""
    before = at - 1
    while before >= 0 and (
        row[before].form in ("formula", "modal", "finite") or name_of(row[before]) == "SHOULD"
    ):
        before -= 1
    return before >= 0 and is_who(row[before])


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
    first = next((n for n in range(start) if _is_thing(row, n) and account.is_free(row[n])), start)
    what = row[first:start]
    if kind == "infraction" and not is_status([n for n in what if name_of(n) != "OF"]):
        return None
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


def _is_thing(row: Sequence[Node], at: int) -> bool:
    return is_interest(row, at) or row[at].has("NEUTRALITY")


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
