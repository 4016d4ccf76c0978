"""Events told by the verb of whoever brings them about: "if X attacks or invades Y"."""

from collections.abc import Sequence

from charter.elaborate.account import Account
from charter.elaborate.authors import whose_forces
from charter.elaborate.objects import Struck, struck
from charter.elaborate.parties import author, is_who, names
from charter.elaborate.tails import is_interest, tail
from charter.elaborate.verbal import has_subject, is_overrun, last_run
from charter.rules.pattern import EventPattern
from charter.rules.terms import Part
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

ACTIVE_VERBS = {
    "INVADES": "invasion",
    "STRIKE": "invasion",
    "CROSSES": "invasion",
    "LANDS": "invasion",
    "SEIZES": "occupation",
    "ATTACKING": "attack",
    "ANNEXES": "territorial_change",
    "BOMBARDS": "bombardment",
    "MOBILISES": "mobilisation",
    "MOBILISE": "mobilisation",
    "MASSES": "mobilisation",
}
"""The kinds of events that verbs stand for, whose subject brings the event about."""
STRIKES = {
    "overrun": "invasion", "raid": "invasion", "occupy": "occupation", "occupying": "occupation",
    "bombard": "bombardment", "bombarding": "bombardment", "blockading": "blockade",
}  # fmt: skip
"""The kinds of verbs whose terminal stands for several."""
INTO = frozenset({"CROSSES", "ENTER"})
"""Verbs that tell of an invasion only where a state's soil or its frontiers follow."""
BARE = frozenset({"attack", "blockade", "threat"})
"""Kinds that the same word stands for as a noun and as a verb."""


def kind_at(row: Sequence[Node], at: int) -> str | None:
    """The kind that the verb at a place stands for ("attacks", "invades", "crosses")."""
    node = row[at]
    if node.form == "event":
        bare = len(node.parts) == 1
        kind = node.nodes("kind")[0].phrases()[0].name.lower() if bare else ""
        return kind if kind in BARE else None
    if name_of(node) == "ENTER" and node.phrases()[-1].text.lower() in ("enter", "enter into"):
        return "invasion"
    return kind_of(node) if node.form == "verb" and not is_overrun(row, at) else None


def kind_of(verb: Node) -> str | None:
    """The kind of a verb by its own words, else by its terminal."""
    return STRIKES.get(verb.phrases()[0].text.lower()) or ACTIVE_VERBS.get(name_of(verb))


def acting(row: Sequence[Node], at: int, account: Account) -> EventPattern | None:
    """As in "if X invades or attacks Y", "if X threatens to attack Y", "if X mobilises"."""
    verbs, end = _verbs(row, at)
    if not verbs or not has_subject(row, at):
        return None
    subject = last_run(row, at, account)
    hit = _hit(row, end, verbs, account)
    if subject is None or (hit is None and _needs_object(row, at, verbs)):
        return None
    whom = [node for node in row[subject[0] : at] if is_who(node)]
    account.take(*row[whose_forces(row, subject[0]) : end])
    account.note(Part.AUTHOR, *whom)
    pattern = EventPattern(
        kinds=verbs,
        words=account.words(*row[subject[0] : hit.end if hit else end]),
        author=author(whom),
        author_names=names(whom),
    )
    pattern, end = (
        (hit.narrow(pattern), hit.end) if hit else (pattern, _own_forces(row, end, account))
    )
    return tail(row, end, pattern, account).pattern


def _verbs(row: Sequence[Node], at: int) -> tuple[tuple[str, ...], int]:
    """The kinds of the verbs that share a subject and an object, and where they end."""
    found: list[str] = []
    end = at
    while end < len(row):
        kind, stop = _verb(row, end)
        if kind is None:
            break
        found.extend(kind)
        end = stop
        step = end
        while step < len(row) and row[step].form in ("joint", "comma", "formula"):
            step += 1
        if step == end or step >= len(row) or _verb(row, step)[0] is None:
            break
        end = step
    return tuple(dict.fromkeys(found)), end


def _verb(row: Sequence[Node], at: int) -> tuple[tuple[str, ...] | None, int]:
    """The kinds of one verb, with "threatens to" in front of it, and where it ends."""
    if name_of(row[at]) == "THREATEN" and at + 2 < len(row) and name_of(row[at + 1]) == "TO":
        kind = kind_at(row, at + 2)
        return (("threat", kind), at + 3) if kind else (None, at)
    kind = kind_at(row, at)
    return ((kind,), at + 1) if kind else (None, at)


def _hit(row: Sequence[Node], at: int, kinds: Sequence[str], account: Account) -> Struck | None:
    """What the verbs strike, behind them; a mobilisation strikes nobody."""
    if at >= len(row) or kinds[0] == "mobilisation":
        return None
    step = at + 1 if name_of(row[at]) in ("INTO", "TO") and at + 1 < len(row) else at
    return struck(row, step, account) if is_who(row[step]) or is_interest(row, step) else None


def _needs_object(row: Sequence[Node], at: int, kinds: Sequence[str]) -> bool:
    """Whether verbs tell of no event where nothing that they strike follows."""
    return name_of(row[at]) in INTO or row[at].form == "event" or len(kinds) > 1


def _own_forces(row: Sequence[Node], end: int, account: Account) -> int:
    """Where the forces that somebody mobilises end."""
    while end < len(row) and row[end].form == "asset":
        account.take(row[end])
        end += 1
    return end
