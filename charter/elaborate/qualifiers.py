"""What subordinators add to a clause: triggers, conditions, exceptions, ends, purposes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from charter.elaborate import events
from charter.elaborate.account import Account, is_light
from charter.elaborate.numbers import period
from charter.rules.model import Number, Words
from charter.rules.pattern import Condition, EventPattern, PlaceLimit
from charter.rules.terms import ConditionKind
from charter.syntax.clauses import name_of
from charter.syntax.tree import Node

TRIGGERING = frozenset({"IF", "SHOULD", "IN_CASE", "IN_EVENT_OF", "WHEN", "AS_SOON_AS"})
PHRASAL = frozenset(
    {
        "IN_EVENT_OF", "WITHOUT_PREJUDICE", "SUBJECT_TO", "ACCORDING", "FOR_PURPOSE", "IN_ORDER",
        "EXERCISING", "REGARDING", "WITHOUT", "NOTWITHSTANDING", "EXCEPT",
    }
)  # fmt: skip
"""Subordinators of a phrase, which ends at a comma; the others open a clause."""
STAYING = frozenset({"WHICH", "WHERE", "WHETHER", "INCLUDING", "FAVOURING", "TOWARDS", "SHOULD"})
"""Those that belong to what stands before them, and open nothing inside a body."""
AN_END = frozenset({"UNTIL", "WHILE"})
WITHOUT_EFFECT = frozenset({"NOTWITHSTANDING", "IN_MANNER"})


@dataclass(frozen=True, slots=True)
class Subordinate:
    """The phrases that one subordinator governs; without one, those of the clause itself."""

    opener: Node | None
    nodes: tuple[Node, ...]

    @property
    def name(self) -> str:
        """The name of the subordinator."""
        return name_of(self.opener) if self.opener else ""


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

    def shared(self) -> "Qualifiers":
        """What governs every clause of a sentence: its conditionals."""
        return Qualifiers(triggers=self.triggers, conditions=self.conditions)

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


def split(row: Sequence[Node], *, is_lead: bool) -> tuple[Subordinate, ...]:
    """A row as the phrases of the clause itself and those of each of its subordinators."""
    own: list[Node] = []
    found: list[Subordinate] = []
    at = 0
    while at < len(row):
        node = row[at]
        if node.form != "opener" or (name_of(node) in STAYING and not (is_lead and at == 0)):
            own.append(node)
            at += 1
            continue
        end = _end(row, at, is_lead=is_lead)
        found.append(Subordinate(node, tuple(row[at + 1 : end])))
        at = end
    return (Subordinate(None, tuple(own)), *found)


def _end(row: Sequence[Node], start: int, *, is_lead: bool) -> int:
    """Where what a subordinator governs ends."""
    phrasal = name_of(row[start]) in PHRASAL and not is_lead
    for at in range(start + 1, len(row)):
        opens = row[at].form == "opener" and name_of(row[at]) not in STAYING
        if opens or (phrasal and row[at].form == "comma"):
            return at
    return len(row)


def read(found: Sequence[Subordinate], account: Account) -> Qualifiers:
    """What the subordinators of a row say."""
    total = Qualifiers()
    for each in found:
        if each.opener is not None:
            total = total.and_(_read(each, account))
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


def _trigger(each: Subordinate, account: Account) -> Qualifiers:
    """The event of a conditional; one that speaks of no event is a condition in its own words."""
    pattern = events.find(each.nodes, account)
    if pattern is None:
        return _condition(each, account)
    limits = tuple(_limits(each.nodes, account))
    return Qualifiers(triggers=(pattern,), conditions=limits)


def _limits(nodes: Sequence[Node], account: Account) -> Iterator[Condition]:
    """Clauses that narrow the event of a conditional, and that its pattern does not hold."""
    run: list[Node] = []
    for node in (*nodes, None):
        if node is not None and account.is_free(node) and node.form != "comma":
            run.append(node)
            continue
        if run and _narrows(run) and not all(map(is_light, run)):
            account.take(*run)
            yield Condition(kind=ConditionKind.OTHER, words=account.words(*run))
        run = []


def _narrows(run: Sequence[Node]) -> bool:
    return run[0].form in ("preposition", "verb") or name_of(run[0]) == "WHICH"


def _condition(each: Subordinate, account: Account) -> Qualifiers:
    if not each.nodes:
        return Qualifiers()
    account.take(*each.nodes)
    return Qualifiers(conditions=(_other(each, account),))


def _other(each: Subordinate, account: Account) -> Condition:
    return Condition(kind=ConditionKind.OTHER, words=account.words(*each.nodes))


def _exception(each: Subordinate, account: Account) -> Qualifiers:
    account.take(*each.nodes)
    return Qualifiers(exceptions=(_other(each, account),)) if each.nodes else Qualifiers()


def _according(each: Subordinate, account: Account) -> Qualifiers:
    """A tie to the Charter, to constitutions, to this treaty (no condition), or to another."""
    kind = _instrument(each, account)
    account.take(*each.nodes)
    if kind is None or not each.nodes:
        return Qualifiers()
    return Qualifiers(conditions=(Condition(kind=kind, words=account.words(*each.nodes)),))


def _instrument(each: Subordinate, account: Account) -> ConditionKind | None:
    text = account.text(*each.nodes) if each.nodes else ""
    if "constitutional" in text:
        return ConditionKind.OWN_CONSTITUTIONAL_PROCESS
    if _is_un_charter(each, account):
        return ConditionKind.UN_CHARTER
    if any(node.form in ("charter", "article") for node in each.nodes) or "treaty" in text:
        return None
    return ConditionKind.OTHER


def _is_un_charter(each: Subordinate, account: Account) -> bool:
    """The Charter by its name, or "the present Charter" where the United Nations are spoken of."""
    if any(node.has("UN_CHARTER") for node in each.nodes):
        return True
    charters = (node for node in each.nodes if node.form in ("charter", "names"))
    said = any("charter" in account.text(node) for node in charters)
    return said and "united nations" in account.context.citation.words.text.lower()


def _exercising(each: Subordinate, account: Account) -> Qualifiers:
    account.take(*each.nodes)
    if _is_un_charter(each, account):
        words = account.words(*each.nodes)
        return Qualifiers(conditions=(Condition(kind=ConditionKind.UN_CHARTER, words=words),))
    return Qualifiers()


def _purpose(each: Subordinate, account: Account) -> Qualifiers:
    articles = [node for node in each.nodes if node.form == "article"]
    account.take(*each.nodes)
    if articles:
        numbers = tuple(n for node in articles for n in _numbers(account.text(node)))
        return Qualifiers(articles=numbers)
    assert each.opener
    return Qualifiers(aim=account.words(each.opener, *each.nodes))


def _numbers(text: str) -> list[str]:
    return [word.strip(",") for word in text.split() if any(letter.isdigit() for letter in word)]


def _without(each: Subordinate, account: Account) -> Qualifiers:
    consulting = each.nodes and account.text(each.nodes[0]).startswith("consult")
    kind = ConditionKind.AFTER_CONSULTATION if consulting else ConditionKind.OTHER
    account.take(*each.nodes)
    return Qualifiers(conditions=(Condition(kind=kind, words=account.words(*each.nodes)),))


def _regarding(each: Subordinate, account: Account) -> Qualifiers:
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
    "REGARDING": _regarding,
    "AFTER": _after,
    "BEFORE": _after,
}
