"""Clauses that say what counts as what, and what a term means."""

from collections.abc import Sequence

from charter.elaborate import against, authors, events, tails
from charter.elaborate.account import Account
from charter.elaborate.clausework import Clausework
from charter.elaborate.objects import owned
from charter.rules.pattern import EventPattern
from charter.rules.provision import CountsAs, Provision
from charter.rules.terms import ConditionKind, Target
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def subject_event(work: Clausework) -> EventPattern | None:
    """The event that a clause has as its subject."""
    row = work.clause.subject
    at = next((n for n, node in enumerate(row) if events.is_event(node)), None)
    if at is None or any(node.form not in ("loose", "formula") for node in row[:at]):
        return None
    if not _is_whole(row[at]):
        return None
    found = owned(events.nominal(row, at, work.account).pattern)
    if found.target is None and any(name_of(node) == "WHETHER" for node in row):
        return found.model_copy(update={"target": Target.ANY})
    return found


def _is_whole(node: Node) -> bool:
    """Whether a phrase for an event can be a subject: "any attack", "attacks", not "attack"."""
    kind = node.nodes("kind")[0].phrases()[-1]
    return len(node.parts) > 1 or kind.text.lower().endswith("s") or kind.name not in COUNTED


COUNTED = frozenset({"ATTACK", "ARMED_ATTACK", "INVASION", "INFRINGEMENT", "BLOCKADE", "THREAT"})
"""Kinds that a determiner goes with, in the singular."""


def is_denied(work: Clausework) -> bool:
    """Whether a clause says that something does not count; the words that say so are left unread.

    No provision holds that an event is not another, so that the reader stops at them.
    """
    row = (work.clause.head, *work.clause.body)
    signs = [node for node in row if name_of(node) in ("MUST_NOT", "NOT", "NEVER")]
    work.account.taken.difference_update(node.span.start for node in signs)
    return bool(signs)


def leave_conditions(work: Clausework, made: Sequence[Provision]) -> None:
    """Leave the words unread that condition what counts as what: no provision holds them."""
    rules = [each.pattern for each in made if isinstance(each, CountsAs)]
    said = work.qualifiers
    stated = [
        each
        for each in (*said.conditions, *said.exceptions, *work.adverbials.conditions)
        if each.kind is not ConditionKind.REGION
    ]
    others = [
        each
        for each in said.triggers
        if each not in rules and not each.words.text.lower().startswith("such")
    ]
    if not rules or not (stated or others or said.until):
        return
    account = work.account
    starts = {each.words.start for each in stated}
    left = [n for n in work.clause.row if account.words(n).start in starts or n.form == "opener"]
    account.taken.difference_update(node.span.start for node in left)


def inclusion(work: Clausework) -> list[Provision]:
    """A definition by inclusion: one provision for each event, and for each sort of target."""
    act = work.acts[0]
    account = work.account
    account.take(*act.verbs)
    subject = [node for node in work.clause.subject if events.is_event(node)]
    if not subject:
        return []
    account.take(*work.clause.subject)
    whom = against.against(work.clause.subject)
    return [
        CountsAs(
            citation=account.context.citation,
            pattern=pattern,
            as_kinds=events.kinds(subject[0]),
            against=whom,
            includes=True,
            for_articles=work.qualifiers.articles,
        )
        for pattern in _included(act.nodes, account)
    ]


def following(work: Clausework) -> list[Provision]:
    """As in "The following shall constitute aggression: the blockade of …; the invasion of …"."""
    act = work.acts[0]
    first = next((n for n, node in enumerate(act.nodes) if events.is_event(node)), None)
    if first is None:
        return []
    account = work.account
    named = [node for node in act.nodes[:first] if node.form != "unread"]
    account.take(act.verb, *work.clause.subject, *named, act.nodes[first])
    return [
        CountsAs(
            citation=account.context.citation,
            pattern=pattern,
            as_kinds=events.kinds(act.nodes[first]),
            includes=True,
            for_articles=work.qualifiers.articles,
        )
        for pattern in _included(act.nodes[first + 1 :], account)
    ]


def tells_what_follows(work: Clausework) -> bool:
    """Whether a clause says of "the following" acts what they are."""
    return any(name_of(node) == "FOLLOWING" for node in work.clause.subject)


def _included(row: Sequence[Node], account: Account) -> list[EventPattern]:
    """The events included; a further "on …" is a target more of the same event."""
    found: list[EventPattern] = []
    at = 0
    while at < len(row):
        if events.is_event(row[at]) and account.is_free(row[at]):
            read = events.nominal(row, at, account)
            found.append(owned(_of_the_same(read.pattern, row[at : read.end], found)))
            at = read.end
        elif found and name_of(row[at]) == "ON" and account.is_free(row[at]):
            at = _further_target(row, at, found, account)
        else:
            account.take(*([row[at]] if row[at].form == "joint" else []))
            at += 1
    return found


def _of_the_same(
    pattern: EventPattern, row: Sequence[Node], before: Sequence[EventPattern]
) -> EventPattern:
    """An event of a list with the target of the one before, where "its" speaks of that."""
    speaks_back = any(node.has("POSSESSIVE") for node in row)
    if pattern.target is not None or not before or not speaks_back:
        return pattern
    return pattern.model_copy(update={"target": before[-1].target})


def _further_target(
    row: Sequence[Node], at: int, found: list[EventPattern], account: Account
) -> int:
    """Reads "on …" behind an event: its target, if it has none yet or the sort is another."""
    bare = found[-1].model_copy(update={"assets": (), "place": None, "target": None})
    read = tails.tail(row, at, bare, account)
    if read.end == at:
        return at + 1
    new = owned(read.pattern)
    if found[-1].target is None:
        found[-1] = new
    elif _strikes_forces(new) != _strikes_forces(found[-1]):
        found.append(new)
    else:
        both = tuple(dict.fromkeys((*found[-1].assets, *new.assets)))
        place = found[-1].place or new.place
        found[-1] = found[-1].model_copy(update={"assets": both, "place": place})
    return read.end


def _strikes_forces(pattern: EventPattern) -> bool:
    return bool(authors.MOVING & set(pattern.assets))
