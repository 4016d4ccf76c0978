"""Conditionals: the event that sets a clause off, and what else must be so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from charter.elaborate import alternatives, authors, events, floating, judging, narrowing
from charter.elaborate.account import Account
from charter.elaborate.breaches import breach
from charter.elaborate.compounds import after_cause, caused_first, compounded
from charter.elaborate.parties import is_who
from charter.elaborate.stipulated import kind_of
from charter.elaborate.subordinates import Subordinate
from charter.rules.model import Number, Words
from charter.rules.pattern import Condition, EventPattern, PlaceLimit
from charter.rules.terms import Author, ConditionKind, Target
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What the subordinators of a clause say, read."""

    triggers: tuple[EventPattern, ...] = ()
    conditions: tuple[Condition, ...] = ()
    exceptions: tuple[Condition, ...] = ()
    until: Words | None = None
    aim: Words | None = None
    place: PlaceLimit | None = None
    number: Number | None = None
    articles: tuple[str, ...] = ()
    of_event: tuple[Condition, ...] = ()
    """Those of the conditions that narrow the event of a conditional, and go where it goes."""

    def shared(self, *, whole: bool) -> "Qualifiers":
        """What governs every clause of a sentence: its conditionals; of one subject, all of it."""
        conditions = self.conditions if whole else self.of_event
        return Qualifiers(triggers=self.triggers, conditions=conditions, of_event=self.of_event)

    def and_(self, other: "Qualifiers") -> "Qualifiers":
        """These and those of another row, in this order."""
        return Qualifiers(
            self.triggers + other.triggers,
            self.conditions + other.conditions,
            self.exceptions + other.exceptions,
            self.until or other.until,
            self.aim or other.aim,
            self.place or other.place,
            self.number or other.number,
            self.articles + other.articles,
            self.of_event + other.of_event,
        )


def trigger(each: Subordinate, account: Account) -> Qualifiers:
    """The event of a conditional; one that speaks of no event is a condition in its own words."""
    nodes, denied = floating.blameless(each.nodes, account)
    told = _trigger(Subordinate(each.opener, nodes), account)
    conditions, of_event = (*told.conditions, *denied), (*told.of_event, *denied)
    return replace(told, conditions=conditions, of_event=of_event) if denied else told


def _trigger(each: Subordinate, account: Account) -> Qualifiers:
    if _is_denied(each.nodes):
        denied = condition(each, account)
        account.leave(*_behind_comma(each.nodes))
        return denied
    if _is_agreed(each.nodes):
        account.hold(*each.nodes)
        words = account.words(*each.nodes)
        consulted = Condition(kind=ConditionKind.AFTER_CONSULTATION, words=words)
        return Qualifiers(conditions=(consulted,))
    if _decides_that(each.nodes):
        return condition(each, account)
    begin = judging.judged(each.nodes)
    cause, at = caused_first(each.nodes[begin:], account)
    whole = judging.opinion(each.nodes[begin + at :], account)
    row = floating.settled(whole, account)
    nodes = row.nodes
    broken = breach(nodes, account)
    found = row.placed((broken,) if broken else alternatives.find_all(nodes, account))
    if not found:
        return _unknown(each, account)
    by_whom = judging.by_another(each.nodes[:begin], account)
    account.hold(*(node for node in nodes if _is_own_verb(node)))
    pattern = judging.of_the_judge(found[0], each.nodes, begin)
    pattern = authors.beside(between_them(pattern, nodes, account), whole)
    pattern, ties = compounded(pattern, nodes, account)
    pattern = after_cause(pattern, cause) if cause else pattern
    limits = (
        *by_whom,
        *ties,
        *_asked(nodes, account),
        *narrowing.told_apart(each.nodes, account),
        *narrowing.own_limits(pattern, whole, account),
    )
    return Qualifiers(triggers=(pattern, *found[1:]), conditions=limits, of_event=limits)


def _behind_comma(nodes: Sequence[Node]) -> list[Node]:
    """The verbs behind a comma, which may tell of something else than what does not happen."""
    comma = next((n for n, node in enumerate(nodes) if node.form == "comma"), len(nodes))
    return [node for node in nodes[comma:] if node.form in ("verb", "unread", "event")]


def _is_agreed(nodes: Sequence[Node]) -> bool:
    """Whether a conditional asks for an agreement, and speaks of no event besides."""
    return any(node.has("AGREEMENT") for node in nodes) and not any(map(events.tells_of, nodes))


def _is_denied(nodes: Sequence[Node]) -> bool:
    """Whether a conditional says that something does not happen ("if no Party is attacked")."""
    return any(node.has("NO", "NEITHER", "NEITHER_OF", "NEITHER_OF_THEM") for node in nodes)


def _asked(nodes: Sequence[Node], account: Account) -> tuple[Condition, ...]:
    """That the Party so requests, said with the event ("if it is attacked and so requests")."""
    at = next((n for n, node in enumerate(nodes) if name_of(node) in ASKING), None)
    if at is None:
        return ()
    begin = at
    while begin and (
        nodes[begin - 1].form in ("joint", "comma") or name_of(nodes[begin - 1]) in ("FILLER", "IT")
    ):
        begin -= 1
    by_whom = name_of(nodes[at]) == "ON_REQUEST" and any(map(is_who, nodes[at + 1 : at + 2]))
    account.take(*nodes[begin : at + 2 if by_whom else at + 1])
    return (Condition(kind=ConditionKind.ON_REQUEST, words=account.words(nodes[at])),)


ASKING = frozenset({"REQUESTS", "ON_REQUEST"})


def _decides_that(nodes: Sequence[Node]) -> bool:
    """Whether the one bound judges the event himself ("if it decides that …")."""
    names = [name_of(node) for node in nodes[:3]]
    return "IT" in names and "DECIDE" in names


def _unknown(each: Subordinate, account: Account) -> Qualifiers:
    """A conditional that speaks of no known event: a verb that nobody knows stays unread."""
    found = condition(each, account)
    verbs = (n for before, n in pairwise(each.nodes) if _is_unknown_verb(before, n))
    unknown = [*verbs, *(node for node in each.nodes if events.tells_of(node))]
    unknown += [node for node in each.nodes if name_of(node) == "VIOLATE" or node.has("CONFLICT")]
    if all(told.kind is ConditionKind.OTHER for told in found.conditions):
        unknown += _left(each)
    account.taken.difference_update(node.span.start for node in unknown)
    return found


def _left(each: Subordinate) -> list[Node]:
    """The words that may tell of an event that nobody knows: what befalls or is done by whom.

    As in "in the event of a strike", "if a Party secedes from the Union".
    """
    if each.name == "IN_EVENT_OF":
        return [node for node in each.nodes if node.form == "unread"]
    first = next((node for node in each.nodes if node.form not in ("comma", "formula")), None)
    told_of = first is not None and (
        first.form in ("party", "state", "names")
        or name_of(first) in ("ONE_OF_THEM", "ANY_OF_THEM", "ONE_OR_MORE_OF_THEM")
    )
    done = told_of and not any(node.form == "negation" for node in each.nodes)
    return [node for node in each.nodes if done and node.form in ("unread", "verb")]


def _is_unknown_verb(before: Node, node: Node) -> bool:
    """Whether a word that nobody knows stands where the verb does ("X is embargoed")."""
    return node.form == "unread" and (before.form == "finite" or is_who(before))


def between_them(pattern: EventPattern, nodes: Sequence[Node], account: Account) -> EventPattern:
    """A dispute that arises between the Parties, wherever the words for that stand."""
    between = next((n for n, node in enumerate(nodes) if name_of(node) == "BETWEEN"), None)
    if between is None or "dispute" not in pattern.kinds or between + 1 >= len(nodes):
        return pattern
    if pattern.author is not Author.ANYONE:
        return pattern
    account.take(nodes[between], nodes[between + 1])
    update = {"target": Target.ONE_OR_MORE_PARTIES, "author": Author.PARTY}
    return pattern.model_copy(update=update)


def _is_own_verb(node: Node) -> bool:
    return node.form in ("modal", "finite") or name_of(node) in ("SHOULD", "CONSIDERED")


def condition(each: Subordinate, account: Account) -> Qualifiers:
    """What a subordinator asks for, in its own words; a request is known as one."""
    account.hold(*each.nodes)
    return Qualifiers(conditions=(stated(each, account),)) if each.nodes else Qualifiers()


def stated(each: Subordinate, account: Account) -> Condition:
    """The condition that the words behind a subordinator state."""
    kind = kind_of(each.nodes, account)
    beside = each.name == "WITHOUT_PREJUDICE"
    return Condition(kind=kind, words=account.words(*each.nodes), alongside=beside)
