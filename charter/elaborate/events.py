"""Rows of phrases that speak of events to patterns of events."""

from collections.abc import Sequence

from charter.elaborate import doings, matters, situations, verbal
from charter.elaborate.account import Account
from charter.elaborate.authors import Tail, whose_forces
from charter.elaborate.links import is_of_verb
from charter.elaborate.objects import assets, interests, owned, target_of
from charter.elaborate.parties import author, is_who, names, reference
from charter.elaborate.places import of_area, place_among
from charter.elaborate.soil import on_own_soil
from charter.elaborate.subjects import interests_of, subject
from charter.elaborate.tails import tail
from charter.rules.pattern import EventPattern, PlaceLimit
from charter.rules.terms import Author, Part, Quality, Target
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

SEVERAL_KINDS = {"THREAT_OR_USE_OF_FORCE": ("threat_of_force", "use_of_force")}
SAME_KIND = {
    "AT_WAR": "war",
    "DIFFERENCE": "dispute",
    "CIVIL_STRIFE": "rebellion",
    "OCCURRENCE": "other",
    "GO_TO_WAR": "war",
    "AGGRESSIVE_ACT": "aggression",
    "ACT_OF_VIOLENCE": "use_of_force",
    "UPON_FORCE": "use_of_force",
    "UPON_WAR": "war",
}
BY_THE_SUBJECT = frozenset({"ORDERS", "EMBARK", "COMMIT", "RESORT", "ENTER", "POSE", "GIVE_RISE"})
"""Verbs whose subject brings the event about; with any other it suffers it or is involved."""
BETWEEN_EVENTS = frozenset({"OTHER", "A", "ANY", "THE"})


def is_event(node: Node) -> bool:
    """Whether a phrase names a kind of event."""
    return node.form == "event"


def tells_of(node: Node) -> bool:
    """Whether a phrase names an event or is a verb for one."""
    return (
        is_event(node)
        or name_of(node) in verbal.VERBS_OF_KIND
        or name_of(node) in doings.ACTIVE_VERBS
        or node.has("CONFLICT")
        or matters.is_entry(node)
    )


def kinds(node: Node) -> tuple[str, ...]:
    """The kinds of events that a phrase names."""
    found = [phrase.name for kind in node.nodes("kind") for phrase in kind.phrases()]
    return tuple(kind for name in found for kind in _kinds_of(name))


def _kinds_of(name: str) -> tuple[str, ...]:
    return SEVERAL_KINDS.get(name, (SAME_KIND.get(name, name.lower()),))


def find(row: Sequence[Node], account: Account) -> EventPattern | None:
    """The pattern of the event that a row speaks of, if it does; takes the phrases it rests on."""
    for at, node in enumerate(row):
        if not account.is_free(node):
            continue
        if told := matters.told_by_a_noun(row, at, account):
            return told
        if is_event(node):
            menaced = _is_verb(node) and situations.threatening(row, at, "threat", account)
            return menaced or _of_clause(row, at, account)
        if acted := doings.acting(row, at, account):
            return acted
        if verb := verbal.verb_of_kind(row, at):
            found = situations.threatening(row, at, verb, account)
            return found or _struck(row, at, verb, account)
    return None


def _is_verb(node: Node) -> bool:
    """Whether a phrase for a threat may be a verb ("which menace the security of …")."""
    return len(node.parts) == 1 and kinds(node) == ("threat",)


def _struck(row: Sequence[Node], at: int, kind: str, account: Account) -> EventPattern | None:
    """As in "is attacked by", "is threatened with attack by", "is menaced by an aggression"."""
    with_event = (
        at + 2 < len(row) and name_of(row[at + 1]) in ("WITH", "BY") and is_event(row[at + 2])
    )
    if not with_event:
        return verbal.passive(row, at, kind, account)
    found = verbal.passive(row[: at + 1], at, kind, account)
    if found is None:
        return None
    account.take(row[at + 1])
    what = nominal(row, at + 2, account)
    if kind == "rebellion" and what.pattern.kinds == ("use_of_force",):
        return found
    return found.model_copy(
        update={
            "kinds": tuple(dict.fromkeys((*_of_verb(kind), *what.pattern.kinds))),
            "words": account.words(*row[: what.end]),
            "author": what.pattern.author,
            "author_names": what.pattern.author_names,
            "qualities": what.pattern.qualities,
            "place": what.pattern.place or found.place,
        }
    )


def _of_verb(kind: str) -> tuple[str, ...]:
    """The kind of a verb, but of one that tells of nothing but its cause ("is disturbed by")."""
    return () if kind == "event" else (kind,)


# ------------------------------------------------------------------ named by a noun


def nominal(row: Sequence[Node], at: int, account: Account) -> Tail:
    """The pattern of the event named at a place, with what stands behind it."""
    start = at
    found, at = _list_of_kinds(row, at, account)
    unprovoked = any(node.has("UNPROVOKED") for node in row[start:at] if is_event(node))
    pattern = EventPattern(
        kinds=found,
        words=account.words(row[start]),
        qualities=(Quality.UNPROVOKED,) if unprovoked else (),
    )
    read = tail(row, at, _own_dispute(pattern, row[start], account), account)
    update: dict[str, object] = {"words": account.words(*row[start : read.end])}
    if read.pattern.author is Author.STATE and read.pattern.target is Target.THIRD_STATES:
        update["target"] = Target.ANY
    return Tail(read.pattern.model_copy(update=update), read.end)


def _own_dispute(pattern: EventPattern, node: Node, account: Account) -> EventPattern:
    """A dispute that is "theirs" is between them, unless it is called international."""
    words = account.text(node).split()
    if pattern.kinds != ("dispute",) or not {"their", "its", "our"} & set(words[:2]):
        return pattern
    author = pattern.author if "international" in words else Author.PARTY
    return pattern.model_copy(update={"target": Target.ONE_OR_MORE_PARTIES, "author": author})


def _list_of_kinds(row: Sequence[Node], at: int, account: Account) -> tuple[tuple[str, ...], int]:
    """The kinds of a list of events, and where it ends: "aggression or threat of aggression"."""
    found = list(kinds(row[at]))
    account.take(row[at])
    at += 1
    while (following := _next_event(row, at)) is not None:
        account.take(*row[at : following + 1])
        found.extend(() if row[following].has("SUCH") else kinds(row[following]))
        at = following + 1
    if at + 2 < len(row) and is_event(row[at + 1]) and account.text(row[at]) == "(":
        account.take(*row[at : at + 3])
        found.extend(kinds(row[at + 1]))
        at += 3
    return tuple(dict.fromkeys(found)), at


def _next_event(row: Sequence[Node], at: int) -> int | None:
    """The place of the next event of a list, joined by "or" or "of" ("threat of war")."""
    step = at
    if _is_split(row, at) or _is_aside(row, at):
        step += 1
    while step < len(row) and (row[step].form in ("joint", "comma") or _is_other(row[step])):
        step += 1
    again = ("OF", "TO", "FROM", "WITH") if step > at and _is_joint(row[step - 1]) else ("OF",)
    if step < len(row) and name_of(row[step]) in again and (step == at or len(again) > 1):
        step += 1
    while len(again) > 1 and step < len(row) and _is_other(row[step]):
        step += 1
    joined = step > at and row[at].form in ("joint", "comma", "preposition", "formula")
    return step if joined and step < len(row) and is_event(row[step]) else None


def _is_aside(row: Sequence[Node], at: int) -> bool:
    """Whether words of no moment stand before a joint ("an attack organised from abroad, or …")."""
    follows = row[at + 1].form if at + 1 < len(row) else ""
    return at < len(row) and name_of(row[at]) == "FILLER" and follows in ("joint", "comma")


def _is_split(row: Sequence[Node], at: int) -> bool:
    """Whether a preposition waits for what stands behind the next event ("an attack on, or …")."""
    if at + 1 >= len(row) or name_of(row[at]) not in ("ON", "TO"):
        return False
    return row[at + 1].form in ("joint", "comma")


def _is_joint(node: Node) -> bool:
    return node.form in ("joint", "comma")


def _is_other(node: Node) -> bool:
    return node.form == "loose" and name_of(node) in BETWEEN_EVENTS


# ------------------------------------------------------------------ in a clause of its own


def _of_clause(row: Sequence[Node], at: int, account: Account) -> EventPattern:
    """An event named in a clause: with the subject that suffers it or brings it about."""
    if active := doings.acting(row, at, account):
        return active
    found = nominal(row, at, account).pattern
    situations.take_subject(row, at, account)
    told = subject(row, at, account, own=_is_own_act(row[at]))
    if told is None:
        return owned(_of_own_interests(row, at, found, account))
    if found.target is not None and found.author is not Author.ANYONE:
        return found
    whom, verbs = told
    nodes = [node for node in whom if is_who(node)]
    account.take(*whom, *verbs)
    if _brings(found, row[at], nodes, verbs):
        account.take(*row[whose_forces(row, row.index(whom[0])) : at])
        account.note(Part.AUTHOR, *whom)
        by = Author.SEVERAL_POWERS if _joins(nodes, verbs, account) else author(nodes)
        return found.model_copy(update={"author": by, "author_names": names(nodes)})
    account.note(Part.TARGET, *whom)
    found = on_own_soil(row[at:], found, account)
    if found.place is None:
        found = found.model_copy(update={"place": _lying(row, row.index(whom[-1]), at, account)})
    return _suffered(found, nodes, interests_of(row, whom, account))


def _lying(row: Sequence[Node], last: int, at: int, account: Account) -> PlaceLimit | None:
    """Where those lie whom an event befalls, said between them and the event."""
    of_region, _ = of_area(row[:at], last + 1, account)
    return of_region or place_among(row, last, at, account)


def _their_being(row: Sequence[Node], at: int) -> int:
    """Where the verbs begin in "their being the object of …"; nought where there are none."""
    begin = at
    while begin and is_of_verb(row[begin - 1]):
        begin -= 1
    theirs = begin > 0 and row[begin - 1].form == "loose" and row[begin - 1].has("POSSESSIVE")
    return begin if theirs and row[begin].form == "finite" else 0


def _joins(whom: Sequence[Node], verbs: Sequence[Node], account: Account) -> bool:
    """Whether further Powers join in what another has begun, so that there are several."""
    joining = any(account.text(verb).startswith("join") for verb in verbs)
    return joining and reference(whom[0]) == "third_state" and whom[0].has("STATES")


def _of_own_interests(
    row: Sequence[Node], at: int, found: EventPattern, account: Account
) -> EventPattern:
    """As in "its political independence is in danger"."""
    if begin := _their_being(row, at):
        account.take(*row[begin - 1 : at])
        return found.model_copy(update={"target": found.target or Target.ONE_OR_MORE_PARTIES})
    first, what = verbal.own_things(row, at)
    if not what or found.target is not None:
        return found
    account.take(*row[first:at])
    account.note(Part.TARGET, *what)
    return found.model_copy(update={"interests": interests(what), "assets": assets(what)})


def _brings(found: EventPattern, node: Node, whom: Sequence[Node], verbs: Sequence[Node]) -> bool:
    """Whether a subject brings the event about, and does not suffer it or take part in it.

    A Party that goes to war with an outsider is the one that the war befalls.
    """
    inside = reference(whom[0]) not in ("third_state", "state", "names", "organ")
    if inside and "war" in found.kinds and _is_outside(found):
        return False
    if "war" in found.kinds and (found.author is not Author.ANYONE or _is_drawn_in(verbs)):
        return False
    acts = any(name_of(verb) in BY_THE_SUBJECT for verb in verbs)
    return found.target is not None or acts or _is_own_act(node)


def _is_drawn_in(verbs: Sequence[Node]) -> bool:
    """Whether somebody is said to be brought into a war ("compelled to take part in a war")."""
    return any(name_of(verb) == "INVOLVED" for verb in verbs)


def _is_outside(found: EventPattern) -> bool:
    """Whether an event was said to strike an outsider."""
    return found.target in (Target.THIRD_STATES, Target.NAMED)


def _is_own_act(node: Node) -> bool:
    """Whether the words for an event are the verb of its subject ("goes to war")."""
    return any(kind.has("GO_TO_WAR", "UPON_WAR", "UPON_FORCE") for kind in node.nodes("kind"))


def _suffered(found: EventPattern, whom: Sequence[Node], what: Sequence[Node]) -> EventPattern:
    """The event with those whom it befalls; outsiders that it was said to strike are its author."""
    update: dict[str, object] = {"target": target_of(whom), "target_names": names(whom)}
    if _is_outside(found) and found.author is Author.ANYONE:
        named = found.target is Target.NAMED
        update["author"] = Author.NAMED if named else Author.THIRD_STATE
        update["author_names"] = found.target_names
    if what:
        update |= {"interests": interests(what), "assets": assets(what)}
    return found.model_copy(update=update)
