"""What subordinators add to a clause: triggers, conditions, exceptions, ends, purposes."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from charter.elaborate import conditionals, events, instruments, narrowing
from charter.elaborate.account import Account
from charter.elaborate.conditionals import Qualifiers
from charter.elaborate.numbers import articles_of, period
from charter.elaborate.parties import is_who
from charter.elaborate.subordinates import Subordinate
from charter.rules.pattern import Condition, EventPattern
from charter.rules.terms import Author, ConditionKind, Part, Target
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

TRIGGERING = frozenset({"IF", "SHOULD", "IN_CASE", "IN_EVENT_OF", "WHEN", "WHERE", "AS_SOON_AS"})
AN_END = frozenset({"UNTIL", "WHILE", "DURING"})
WITHOUT_EFFECT = frozenset({"IN_MANNER", "WHETHER", "EVEN_IF"})


def read(found: Sequence[Subordinate], account: Account, *, is_lead: bool = False) -> Qualifiers:
    """What the subordinators of a row say; "during a war" in front of a clause sets it off."""
    total = Qualifiers()
    for each in found:
        if each.opener is not None:
            during = is_lead and each.name == "DURING" and any(map(events.tells_of, each.nodes[:1]))
            told = conditionals.trigger(each, account) if during else _read(each, account)
            account.take(*((each.opener,) if during else ()))
            account.note(_part(told), each.opener, *each.nodes)
            total = total.and_(told)
    return total


def fronted(row: Sequence[Node], account: Account) -> Qualifiers:
    """An event in front of a clause without a conjunction ("Upon an attack …", "Faced with …")."""
    opens = bool(row) and (name_of(row[0]) in FRONTING or row[0].form == "preposition")
    if not opens or not any(events.tells_of(node) for node in row[:4]):
        return Qualifiers()
    told = conditionals.trigger(Subordinate(row[0], tuple(row[1:])), account)
    account.take(row[0])
    account.note(_part(told), *row)
    return told


FRONTING = frozenset({"VICTIM", "DURING"})


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
        total = total.and_(conditionals.condition(each, account) if narrows else told)
    return total


def _read(each: Subordinate, account: Account) -> Qualifiers:
    assert each.opener
    if not any(len(account.text(node)) > 1 for node in each.nodes):
        return _unless_otherwise(each, account)
    account.take(each.opener)
    if each.name in TRIGGERING:
        return conditionals.trigger(each, account)
    if each.name in AN_END:
        return _end(each, account)
    if each.name in WITHOUT_EFFECT:
        account.take(*each.nodes)
        return Qualifiers()
    reader = READERS.get(each.name, conditionals.condition)
    return reader(each, account)


def _end(each: Subordinate, account: Account) -> Qualifiers:
    """What ends a provision; how long it is still to last is a figure that decides."""
    assert each.opener
    account.hold(*each.nodes)
    figure = next((node for node in each.nodes if node.form == "period"), None)
    words = account.words(each.opener, *each.nodes)
    return Qualifiers(until=words, number=period(figure) if figure else None)


def _unless_otherwise(each: Subordinate, account: Account) -> Qualifiers:
    """An exception that stands by itself: "unless otherwise agreed"."""
    if each.opener is None or "otherwise" not in account.text(each.opener):
        return Qualifiers()
    account.take(each.opener)
    words = account.words(each.opener)
    return Qualifiers(exceptions=(Condition(kind=ConditionKind.OTHER, words=words),))


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
    account.hold(*row[at:])
    stated = Condition(kind=ConditionKind.OTHER, words=account.words(*row[at:]))
    return Qualifiers(conditions=(stated,))


def _exception(each: Subordinate, account: Account) -> Qualifiers:
    """What is excepted; "except by pacific means" tells the means, and is left to the act."""
    if any(node.has("PROCEDURES", "PEACEFUL_MEANS") for node in each.nodes[:2]):
        return Qualifiers()
    """What a norm does not apply to; "unless it was provoked" asks that it be unprovoked."""
    account.hold(*each.nodes)
    if not each.nodes:
        return Qualifiers()
    told = conditionals.stated(each, account)
    if told.kind is ConditionKind.UNPROVOKED:
        return Qualifiers(conditions=(told,))
    if told.kind in NEVER_AN_EXCEPTION:
        told = told.model_copy(update={"kind": ConditionKind.OTHER})
    return Qualifiers(exceptions=(told,))


NEVER_AN_EXCEPTION = frozenset({ConditionKind.AGGRESSOR_NOT_PARTY, ConditionKind.UN_CHARTER})


def _according(each: Subordinate, account: Account) -> Qualifiers:
    """A tie to the Charter, to constitutions, to this treaty (no condition), or to another."""
    if each.nodes and events.is_event(each.nodes[0]):
        return conditionals.trigger(each, account)
    kind = instruments.instrument(each, account)
    if kind is ConditionKind.OTHER and each.opener and account.text(each.opener) == "under":
        return Qualifiers()
    account.hold(*each.nodes)
    if kind is None or not each.nodes:
        return Qualifiers()
    beside, words = kind is ConditionKind.OTHER, account.words(*each.nodes)
    return Qualifiers(conditions=(Condition(kind=kind, words=words, alongside=beside),))


def _exercising(each: Subordinate, account: Account) -> Qualifiers:
    account.hold(*each.nodes)
    if instruments.is_un_charter(each, account):
        words = account.words(*each.nodes)
        return Qualifiers(conditions=(Condition(kind=ConditionKind.UN_CHARTER, words=words),))
    return Qualifiers()


PURPOSES = frozenset({"for the purpose of", "for the purposes of"})


def _purpose(each: Subordinate, account: Account) -> Qualifiers:
    articles = [node for node in each.nodes if node.form == "article"]
    if dispute := _dispute(each, account):
        return Qualifiers(triggers=(dispute,))
    account.hold(*each.nodes)
    meaning = each.opener is not None and account.text(each.opener) not in PURPOSES
    if meaning and instruments.is_un_charter(each, account):
        words = account.words(*each.nodes)
        return Qualifiers(conditions=(Condition(kind=ConditionKind.UN_CHARTER, words=words),))
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
    return found and conditionals.between_them(found, each.nodes, account)


def _notwithstanding(each: Subordinate, account: Account) -> Qualifiers:
    """What changes nothing, but that a Party has kept the peace: it did not provoke."""
    account.hold(*each.nodes)
    if not any(node.has("PROVOCATION") for node in each.nodes):
        return Qualifiers()
    words = account.words(*each.nodes)
    return Qualifiers(conditions=(Condition(kind=ConditionKind.UNPROVOKED, words=words),))


AGREEING = (
    "consent", "agreement", "approval", "knowledge", "assent", "authori", "permission",
    "concurrence", "understanding", "sanction", "accord", "leave", "advice", "authority", "counsel",
    "acquiescence", "countenance",
)  # fmt: skip
"""What a state gives beforehand that is asked."""


BLAMELESS = re.compile(
    r"having (?:itself |themselves )?(?:been the first|resorted|committed|first)"
    r"|being (?:itself )?the (?:aggressor|assailant)|having been the aggressor"
    r"|(?:any |just |legitimate |good |sufficient |reasonable |lawful )+"
    r"(?:cause|ground|motive|reason)"
    r"|having given (?:any |just )*(?:cause|ground|occasion|offence)"
)
"""Words behind "without" that say that the Party did not provoke."""


def _without(each: Subordinate, account: Account) -> Qualifiers:
    theirs = any(is_who(node) for node in each.nodes)
    text = account.text(*each.nodes) if each.nodes else ""
    agreed = theirs and any(word in text for word in AGREEING)
    consulting = agreed or "consult" in text
    kind = ConditionKind.AFTER_CONSULTATION if consulting else ConditionKind.OTHER
    blameless = not consulting and BLAMELESS.match(text) is not None
    if any(node.has("PROVOCATION") for node in each.nodes) or blameless:
        kind = ConditionKind.UNPROVOKED
    account.hold(*each.nodes)
    forceful = not blameless and any(events.is_event(node) for node in each.nodes)
    addressed = any(name_of(node) == "TO" for node in each.nodes)
    if forceful or (not addressed and any(node.has("NOTICE") for node in each.nodes)):
        return Qualifiers()
    words, provoked = account.words(*each.nodes), kind is ConditionKind.UNPROVOKED
    return Qualifiers(conditions=(Condition(kind=kind, words=words, negated=not provoked),))


def _regarding(each: Subordinate, account: Account) -> Qualifiers:
    """On which event something is done; other matters narrow it."""
    if any(name_of(node) == "AS" for node in each.nodes) and each.opener:
        account.leave(each.opener)  # "regarding this as an attack": what it counts as
        return Qualifiers()
    pattern = events.find(each.nodes, account)
    return Qualifiers(triggers=(pattern,)) if pattern else Qualifiers()


def _after(each: Subordinate, account: Account) -> Qualifiers:
    """As in "After the treaty has been in force for twenty years": a condition, with its figure."""
    told = any(map(events.tells_of, each.nodes)) and not any(n.has("NOTICE") for n in each.nodes)
    if each.name == "AFTER" and told and each.nodes and is_who(each.nodes[0]):
        return conditionals.trigger(each, account)
    figure = next((node for node in each.nodes if node.form == "period"), None)
    found = conditionals.condition(each, account)
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
