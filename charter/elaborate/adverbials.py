"""What stands behind a verb: means, place, purpose, manner, notice, by whose judgment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from charter.elaborate import references
from charter.elaborate.account import Account
from charter.elaborate.awaited import decision
from charter.elaborate.means import INTRODUCING, means, used
from charter.elaborate.numbers import articles_of
from charter.elaborate.parties import is_who
from charter.elaborate.places import AREA_PREPOSITIONS, place_at
from charter.rules.model import Words
from charter.rules.pattern import Condition, EventPattern, MeansUse, PlaceLimit
from charter.rules.terms import ConditionKind, DutyKind, Means, Part, Quality, Rank
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

COLLECTIVELY = {
    "INDIVIDUALLY_OR_COLLECTIVELY": DutyKind.INDIVIDUALLY_OR_COLLECTIVELY,
    "JOINTLY": DutyKind.JOINTLY,
    "INDIVIDUALLY": DutyKind.EACH,
}
ORIGINS = {
    "FROM_TERRITORY_AT_DISPOSAL": Quality.FROM_TERRITORY_AT_DISPOSAL,
    "FROM_THEIR_TERRITORY": Quality.FROM_PARTY_TERRITORY,
}
MANNERS = frozenset(
    {"AT_ONCE", "AT_LATER_DATE", "AMONG_THEMSELVES", "THROUGH_CHANNEL", "IF_NECESSARY"}
)
MARKING = {
    "JUDGMENT": "own_judgment",
    "JUDGED": "own_judgment",
    "IN_COMMON": "in_common",
    "IN_WRITING": "in_writing",
}
"""Formulas that one field of the adverbials stands for."""


@dataclass(slots=True)
class Adverbials:
    """The adverbials of one clause; built up by one call and read by the next."""

    means: list[tuple[Node, MeansUse]] = field(default_factory=list)
    duty_kind: DutyKind = DutyKind.EACH
    place: PlaceLimit | None = None
    aim: Words | None = None
    conditions: list[Condition] = field(default_factory=list)
    manner: list[str] = field(default_factory=list)
    origins: list[Quality] = field(default_factory=list)
    triggers: list[EventPattern] = field(default_factory=list)
    """Events known by reference: "in this case", "in the cases provided for in Article 2"."""
    in_writing: bool = False
    own_judgment: bool = False
    in_common: bool = False

    def qualities(self) -> tuple[Quality, ...]:
        """The qualities that conduct has by its means and origin."""
        armed = any(use.means is Means.ARMED_FORCE for _, use in self.means)
        return (*((Quality.ARMED_FORCES_USED,) if armed else ()), *self.origins)


def read(row: Sequence[Node], account: Account) -> Adverbials:
    """The adverbials of a row, in whatever order they stand; takes the phrases they are made of.

    Where a definition lists what it includes, each place limits an item of the list.
    """
    found = Adverbials()
    lists = any(name_of(node) == "INCLUDES" for node in row)
    at = 0
    while at < len(row):
        of_list = lists and name_of(row[at]) in AREA_PREPOSITIONS
        of_list = of_list or _of_strife(row, at)
        if account.is_free(row[at]) and not of_list:
            at = max(at + 1, _read(row, at, found, account))
        else:
            at += 1
    return found


def _of_strife(row: Sequence[Node], at: int) -> bool:
    """Whether a place tells whose rebellion it is ("a rebellion in the territory of one")."""
    before = at - 1
    while before > 0 and name_of(row[before]) in ("OCCUR", "WHICH", "LIKELY_TO", "THIS"):
        before -= 1
    if name_of(row[at]) not in ("IN", "WITHIN", "ON") or before < 0 or row[before].form != "event":
        return False
    strife = any(
        kind.has("REBELLION", "CIVIL_STRIFE", "COUP", "DISASTER")
        for kind in row[before].nodes("kind")
    )
    return strife and any(
        node.form in ("party", "pronoun", "names") for node in row[at + 1 : at + 4]
    )


def _read(row: Sequence[Node], at: int, found: Adverbials, account: Account) -> int:
    """Reads the adverbial that begins at a place, if one does, and says where it ends."""
    name = name_of(row[at])
    if row[at].form == "formula":
        return _formula(row, at, found, account)
    if name == "TO" and (end := _aim(row, at)) > at:
        account.hold(*row[at:end])
        found.aim = account.words(*row[at:end])
        return end
    if name in ("ON", "BY") and (decided := decision(row, at, account)):
        found.conditions.append(decided[0])
        return decided[1]
    if name in INTRODUCING and (using := means(row, at, account))[1]:
        found.means.extend(using[1])
        return using[0]
    if name in AREA_PREPOSITIONS and (place := place_at(row, at, account)):
        found.place = found.place or place[0]
        return place[1]
    return at


def _formula(row: Sequence[Node], at: int, found: Adverbials, account: Account) -> int:
    node, name = row[at], name_of(row[at])
    account.take(node)
    if name in OF_SEVERAL_PHRASES:
        return OF_SEVERAL_PHRASES[name](row, at, found, account)
    if name in COLLECTIVELY:
        found.duty_kind = COLLECTIVELY[name]
    elif name in MANNERS:
        found.manner.append(account.text(node))
    elif name == "CONSTITUTIONAL":
        kind = ConditionKind.OWN_CONSTITUTIONAL_PROCESS
        found.conditions.append(Condition(kind=kind, words=account.words(node)))
    elif name == "AS_AGREED":
        kind = ConditionKind.AFTER_CONSULTATION
        found.conditions.append(Condition(kind=kind, words=account.words(node)))
    elif name in MARKING:
        setattr(found, MARKING[name], True)
    elif name == "IN_THAT_CASE":
        found.triggers.append(references.same_event(account.words(node)))
        account.note(Part.TRIGGER, node)
    elif name == "WHOLE_STRENGTH":
        found.means.append((node, used(node, Rank.INCLUDED, None, account)))
    elif name not in ("FILLER", "SELF_DEFENCE"):
        account.taken.discard(node.span.start)
    return at + 1


def _provided(row: Sequence[Node], at: int, found: Adverbials, account: Account) -> int:
    """As in "in the cases provided for in Article 2", "the obligation stipulated in Article 1"."""
    account.taken.discard(row[at].span.start)
    named = at and row[at - 1].has("CASES", "AID", "DUTY", "OBLIGATIONS")
    if not named or at + 2 >= len(row) or row[at + 2].form not in ("article", "charter"):
        return at + 1
    of_case = row[at - 1].has("CASES")
    before = row[at - 2 : at] if of_case and at > 1 and name_of(row[at - 2]) == "IN" else ()
    end = at + 3
    if end + 1 < len(row) and name_of(row[end]) == "OF" and row[end + 1].form == "charter":
        end += 2
    account.take(*before, *row[at:end])
    words = account.words(*row[at - 1 : end])
    found.triggers.append(references.elsewhere(words, articles_of(account.text(row[at + 2]))))
    account.note(Part.TRIGGER, *row[at - 1 : end])
    return end


def _origin(row: Sequence[Node], at: int, found: Adverbials, account: Account) -> int:
    found.origins.append(ORIGINS[name_of(row[at])])
    by_whom = at + 2 < len(row) and name_of(row[at + 1]) == "BY" and is_who(row[at + 2])
    end = at + 3 if by_whom else at + 1
    account.take(*row[at:end])
    account.note(Part.PLACE, *row[at:end])
    return end


def _request(row: Sequence[Node], at: int, found: Adverbials, account: Account) -> int:
    end = at + 2 if at + 1 < len(row) and is_who(row[at + 1]) else at + 1
    if end + 2 < len(row) and name_of(row[end]) == "VICTIM" and name_of(row[end + 2]) == "IT":
        end += 3  # "at the request of the State subjected to it"
    account.take(*row[at:end])
    if end < len(row) and name_of(row[end]) == "RECEIVED":
        return end  # "a request addressed to the depositary" is the bearer's own
    words = account.words(*row[at:end])
    found.conditions.append(Condition(kind=ConditionKind.ON_REQUEST, words=words))
    return end


def _consulted(row: Sequence[Node], at: int, found: Adverbials, account: Account) -> int:
    """As in "after consultation with the other Party"."""
    end = at + 1
    while end < len(row) and (is_who(row[end]) or row[end].form == "joint"):
        end += 1
    account.take(*row[at:end])
    asked = Condition(kind=ConditionKind.AFTER_CONSULTATION, words=account.words(*row[at:end]))
    found.conditions.append(asked)
    return end


OF_SEVERAL_PHRASES: dict[str, Callable[[Sequence[Node], int, Adverbials, Account], int]] = {
    "ON_REQUEST": _request,
    "AFTER_CONSULTING": _consulted,
    "PROVIDED_FOR": _provided,
    **dict.fromkeys(ORIGINS, _origin),
}
"""Formulas that go with phrases around them, and what reads them and says where they end."""


def _aim(row: Sequence[Node], at: int) -> int:
    """Where a statement of purpose that begins with "to" ends: "to restore and ensure security"."""
    end = at + 1
    while end < len(row) and (
        name_of(row[end]) in ("AIM_VERB", "OBSERVE") or row[end].form == "joint"
    ):
        end += 1
    verbs = [node for node in row[at + 1 : end] if node.form == "verb"]
    begin = end
    while end < len(row) and (_is_aimed_at(row[end]) or (row[end].form == "joint" and end > begin)):
        end += 1
    if not verbs or end == begin or name_of(row[at + 1]) not in ("AIM_VERB", "OBSERVE"):
        return at
    if end + 1 < len(row) and row[end].form == "preposition" and row[end + 1].form == "area":
        end += 2
    return end


def _is_aimed_at(node: Node) -> bool:
    if node.form == "interest":
        return node.has("SECURITY")
    if node.form == "term":
        return node.has("PEACE")
    return node.form == "unread" and node.phrases()[0].text.lower() == "international"
