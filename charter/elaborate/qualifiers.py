"""What subordinators add to a clause: triggers, conditions, exceptions, ends, purposes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from charter.elaborate import events, instruments, narrowing
from charter.elaborate.account import Account
from charter.elaborate.breaches import breach
from charter.elaborate.compounds import compounded
from charter.elaborate.numbers import articles_of, period
from charter.elaborate.parties import is_who
from charter.elaborate.subordinates import Subordinate
from charter.rules.model import Number, Words
from charter.rules.pattern import Condition, EventPattern, PlaceLimit
from charter.rules.terms import Author, ConditionKind, Part, Target
from charter.syntax.heads import name_of
from charter.syntax.tree import Node

TRIGGERING = frozenset({"IF", "SHOULD", "IN_CASE", "IN_EVENT_OF", "WHEN", "WHERE", "AS_SOON_AS"})
AN_END = frozenset({"UNTIL", "WHILE", "DURING"})
WITHOUT_EFFECT = frozenset({"IN_MANNER", "WHETHER"})


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

    def shared(self, *, whole: bool) -> "Qualifiers":
        """What governs every clause of a sentence: its conditionals; of one subject, all of it."""
        return Qualifiers(triggers=self.triggers, conditions=self.conditions if whole else ())

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
        )


def read(found: Sequence[Subordinate], account: Account) -> Qualifiers:
    """What the subordinators of a row say."""
    total = Qualifiers()
    for each in found:
        if each.opener is not None:
            told = _read(each, account)
            account.note(_part(told), each.opener, *each.nodes)
            total = total.and_(told)
    return total


def _part(told: Qualifiers) -> Part:
    """The part that a subordinate plays by what it says; one without effect is a recital."""
    if told.triggers:
        return Part.TRIGGER
    if told.until:
        return Part.UNTIL
    return Part.CONDITION if told.conditions or told.exceptions else Part.RECITAL


def read_subject(found: Sequence[Subordinate], account: Account) -> Qualifiers:
    """What the subordinators within a subject say; a matter that it concerns narrows it."""
    total = Qualifiers()
    for each in found:
        told = _read(each, account)
        narrows = each.name == "REGARDING" and not told.triggers and each.nodes
        total = total.and_(_condition(each, account) if narrows else told)
    return total


def _read(each: Subordinate, account: Account) -> Qualifiers:
    assert each.opener
    if not any(len(account.text(node)) > 1 for node in each.nodes):
        return Qualifiers()
    account.take(each.opener)
    if each.name in TRIGGERING:
        return _trigger(each, account)
    if each.name in AN_END:
        account.take(*each.nodes)
        return Qualifiers(until=account.words(each.opener, *each.nodes))
    if each.name in WITHOUT_EFFECT:
        account.take(*each.nodes)
        return Qualifiers()
    reader = READERS.get(each.name, _condition)
    return reader(each, account)


def of_subject(row: Sequence[Node], account: Account) -> Qualifiers:
    """What narrows the subject of a clause: "the parties to any dispute", "a Party which has …"."""
    free = [node for node in row if account.is_free(node)]
    if broken := next((node for node in free if name_of(node) == "VIOLATE"), None):
        account.take(*free)
        words = account.words(broken)
        event = EventPattern(kinds=("infraction",), words=words, author=Author.PARTY)
        return Qualifiers(triggers=(event,))
    if not any(events.is_event(node) for node in free):
        return Qualifiers()
    account.take(*(node for node in free[:1] if node.form == "preposition"))
    pattern = events.find(free, account)
    if pattern and "dispute" in pattern.kinds and pattern.target is None:
        pattern = pattern.model_copy(update={"target": Target.ANY})
    limits = tuple(narrowing.limits([node for node in free if node.form != "comma"], account))
    return Qualifiers(triggers=(pattern,) if pattern else (), conditions=limits)


def narrowed(row: Sequence[Node], account: Account) -> Qualifiers:
    """What narrows an event that is a subject: "any difference which cannot be settled by …"."""
    at = next((n for n, node in enumerate(row) if name_of(node) == "WHICH"), None)
    if at is None or not events.is_event(row[0]):
        return Qualifiers()
    if not any(node.form == "negation" or name_of(node) == "MUST_NOT" for node in row[at:]):
        return Qualifiers()
    account.take(*row[at:])
    stated = Condition(kind=ConditionKind.OTHER, words=account.words(*row[at:]))
    return Qualifiers(conditions=(stated,))


def _trigger(each: Subordinate, account: Account) -> Qualifiers:
    """The event of a conditional; one that speaks of no event is a condition in its own words."""
    if any(node.has("AGREEMENT") for node in each.nodes):
        account.take(*each.nodes)
        words = account.words(*each.nodes)
        consulted = Condition(kind=ConditionKind.AFTER_CONSULTATION, words=words)
        return Qualifiers(conditions=(consulted,))
    pattern = breach(each.nodes, account) or events.find(each.nodes, account)
    if pattern is None:
        return _unknown(each, account)
    account.take(*(node for node in each.nodes if _is_own_verb(node)))
    pattern = _between_them(pattern, each.nodes, account)
    pattern, ties = compounded(pattern, each.nodes, account)
    limits = (
        *ties,
        *narrowing.regions(each.nodes, account),
        *narrowing.limits(each.nodes, account),
    )
    return Qualifiers(triggers=(pattern,), conditions=limits)


def _unknown(each: Subordinate, account: Account) -> Qualifiers:
    """A conditional that speaks of no known event: a verb that nobody knows stays unread."""
    found = _condition(each, account)
    verbs = (n for before, n in pairwise(each.nodes) if _is_unknown_verb(before, n))
    told = any(map(is_who, each.nodes))
    unknown = [*verbs, *(node for node in each.nodes if told and events.tells_of(node))]
    account.taken.difference_update(node.span.start for node in unknown)
    return found


def _is_unknown_verb(before: Node, node: Node) -> bool:
    """Whether a word that nobody knows stands where the verb does ("X is embargoed")."""
    return node.form == "unread" and (before.form == "finite" or is_who(before))


def _between_them(pattern: EventPattern, nodes: Sequence[Node], account: Account) -> EventPattern:
    """A dispute that arises between the Parties, wherever the words for that stand."""
    between = next((n for n, node in enumerate(nodes) if name_of(node) == "BETWEEN"), None)
    if between is None or "dispute" not in pattern.kinds or between + 1 >= len(nodes):
        return pattern
    account.take(nodes[between], nodes[between + 1])
    update = {"target": Target.ONE_OR_MORE_PARTIES, "author": Author.PARTY}
    return pattern.model_copy(update=update)


def _is_own_verb(node: Node) -> bool:
    return node.form in ("modal", "finite") or name_of(node) in ("SHOULD", "CONSIDERED")


def _condition(each: Subordinate, account: Account) -> Qualifiers:
    account.take(*each.nodes)
    if not each.nodes:
        return Qualifiers()
    if any(name_of(node) == "REQUESTS" for node in each.nodes):
        asked = Condition(kind=ConditionKind.ON_REQUEST, words=account.words(*each.nodes))
        return Qualifiers(conditions=(asked,))
    return Qualifiers(conditions=(_other(each, account),))


def _other(each: Subordinate, account: Account) -> Condition:
    words = account.words(*each.nodes)
    own = "constitutional" in words.text.lower()
    kind = ConditionKind.OWN_CONSTITUTIONAL_PROCESS if own else ConditionKind.OTHER
    return Condition(kind=kind, words=words)


def _exception(each: Subordinate, account: Account) -> Qualifiers:
    account.take(*each.nodes)
    return Qualifiers(exceptions=(_other(each, account),)) if each.nodes else Qualifiers()


def _according(each: Subordinate, account: Account) -> Qualifiers:
    """A tie to the Charter, to constitutions, to this treaty (no condition), or to another."""
    kind = instruments.instrument(each, account)
    if kind is ConditionKind.OTHER and each.opener and account.text(each.opener) == "under":
        return Qualifiers()
    account.take(*each.nodes)
    if kind is None or not each.nodes:
        return Qualifiers()
    return Qualifiers(conditions=(Condition(kind=kind, words=account.words(*each.nodes)),))


def _exercising(each: Subordinate, account: Account) -> Qualifiers:
    account.take(*each.nodes)
    if instruments.is_un_charter(each, account):
        words = account.words(*each.nodes)
        return Qualifiers(conditions=(Condition(kind=ConditionKind.UN_CHARTER, words=words),))
    return Qualifiers()


def _purpose(each: Subordinate, account: Account) -> Qualifiers:
    articles = [node for node in each.nodes if node.form == "article"]
    if dispute := _dispute(each, account):
        return Qualifiers(triggers=(dispute,))
    account.take(*each.nodes)
    if articles:
        numbers = tuple(n for node in articles for n in articles_of(account.text(node)))
        return Qualifiers(articles=numbers)
    assert each.opener
    return Qualifiers(aim=account.words(each.opener, *each.nodes))


def _dispute(each: Subordinate, account: Account) -> EventPattern | None:
    """A dispute that force is not to decide ("in order to resolve disputes")."""
    if not any(events.is_event(n) and "dispute" in events.kinds(n) for n in each.nodes):
        return None
    found = events.find(each.nodes, account)
    return found and _between_them(found, each.nodes, account)


def _notwithstanding(each: Subordinate, account: Account) -> Qualifiers:
    """What changes nothing, but that a Party has kept the peace: it did not provoke."""
    account.take(*each.nodes)
    if not any(node.has("PROVOCATION") for node in each.nodes):
        return Qualifiers()
    words = account.words(*each.nodes)
    return Qualifiers(conditions=(Condition(kind=ConditionKind.UNPROVOKED, words=words),))


def _without(each: Subordinate, account: Account) -> Qualifiers:
    theirs = any(is_who(node) for node in each.nodes)
    agreed = theirs and any(node.has("CONSENT") for node in each.nodes)
    consulting = agreed or any("consult" in account.text(node) for node in each.nodes)
    kind = ConditionKind.AFTER_CONSULTATION if consulting else ConditionKind.OTHER
    if any(node.has("PROVOCATION") for node in each.nodes):
        kind = ConditionKind.UNPROVOKED
    account.take(*each.nodes)
    if any(node.has("NOTICE") for node in each.nodes):
        return Qualifiers()
    return Qualifiers(conditions=(Condition(kind=kind, words=account.words(*each.nodes)),))


def _regarding(each: Subordinate, account: Account) -> Qualifiers:
    """On which event something is done; other matters narrow it."""
    pattern = events.find(each.nodes, account)
    return Qualifiers(triggers=(pattern,)) if pattern else Qualifiers()


def _after(each: Subordinate, account: Account) -> Qualifiers:
    """As in "After the treaty has been in force for twenty years": a condition, with its figure."""
    figure = next((node for node in each.nodes if node.form == "period"), None)
    found = _condition(each, account)
    return replace(found, number=period(figure)) if figure else found


READERS: dict[str, Callable[[Subordinate, Account], Qualifiers]] = {
    "UNLESS": _exception,
    "EXCEPT": _exception,
    "ACCORDING": _according,
    "EXERCISING": _exercising,
    "FOR_PURPOSE": _purpose,
    "IN_ORDER": _purpose,
    "WITHOUT": _without,
    "NOTWITHSTANDING": _notwithstanding,
    "REGARDING": _regarding,
    "AFTER": _after,
    "BEFORE": _after,
}
