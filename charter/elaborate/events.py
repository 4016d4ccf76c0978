"""Rows of phrases that speak of events to patterns of events."""

from collections.abc import Sequence
from dataclasses import dataclass

from charter.elaborate.account import Account
from charter.elaborate.parties import (
    AUTHORS,
    TARGETS,
    is_who,
    listed,
    names,
    reference,
)
from charter.rules.pattern import Condition, EventPattern, Interests, PlaceLimit
from charter.rules.terms import Asset, Author, ConditionKind, Interest, Needs, Quality, Target
from charter.syntax.clauses import name_of
from charter.syntax.tree import Node

SEVERAL_KINDS = {"THREAT_OR_USE_OF_FORCE": ("threat_of_force", "use_of_force")}
SAME_KIND = {
    "AT_WAR": "war",
    "CIVIL_STRIFE": "rebellion",
    "UPON_FORCE": "use_of_force",
    "ARMED_FORCE": "use_of_force",
}
VERBS_OF_KIND = {"ATTACKED": "attack", "THREATEN": "threat", "INVADED": "invasion"}
BY_THE_SUBJECT = frozenset({"EMBARK", "COMMIT", "RESORT", "TAKE", "ENTER"})
"""Verbs whose subject brings the event about; with any other it suffers it or is involved."""
INTERESTS = frozenset(each.name for each in Interest)
ASSETS = frozenset(each.name for each in Asset)
AREA_PREPOSITIONS = frozenset({"IN", "WITHIN", "OUTSIDE", "NORTH_OF", "AT"})


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands behind an event as far as it was read, and where the reading ended."""

    pattern: EventPattern
    end: int


def is_event(node: Node) -> bool:
    """Whether a phrase names a kind of event."""
    return node.form == "event"


def kinds(node: Node) -> tuple[str, ...]:
    """The kinds of events that a phrase names."""
    names = [phrase.name for kind in node.nodes("kind") for phrase in kind.phrases()]
    return tuple(
        k for name in names for k in SEVERAL_KINDS.get(name, (SAME_KIND.get(name, name.lower()),))
    )


def find(row: Sequence[Node], account: Account) -> EventPattern | None:
    """The pattern of the event that a row speaks of, if it does; takes the phrases it rests on."""
    for at, node in enumerate(row):
        if is_event(node) and account.is_free(node):
            return _nominal(row, at, account)
        if verb := _verb_of_kind(row, at):
            return _passive(row, at, verb, account)
    return None


def _verb_of_kind(row: Sequence[Node], at: int) -> str | None:
    name = name_of(row[at])
    if row[at].form == "loose" and name == "ATTACKED":
        return VERBS_OF_KIND[name]
    return VERBS_OF_KIND.get(name) if row[at].form == "verb" else None


def nominal(row: Sequence[Node], at: int, account: Account) -> Tail:
    """The pattern of the event named at a place, with what stands behind it."""
    start, node = at, row[at]
    account.take(node)
    unprovoked = (Quality.UNPROVOKED,) if node.has("UNPROVOKED") else ()
    pattern = EventPattern(kinds=kinds(node), words=account.words(node), qualities=unprovoked)
    at = _more_kinds(row, at + 1, account)
    more = tuple(
        kind
        for each in row[:at]
        if is_event(each)
        and each is not node
        and not account.is_free(each)
        and each.span.start > node.span.start
        for kind in kinds(each)
    )
    pattern = pattern.model_copy(update={"kinds": tuple(dict.fromkeys((*pattern.kinds, *more)))})
    read = tail(row, at, pattern, account)
    words = account.words(*row[start : read.end])
    return Tail(read.pattern.model_copy(update={"words": words}), read.end)


def _more_kinds(row: Sequence[Node], at: int, account: Account) -> int:
    """Where a list of kinds ends: "aggression or threat of aggression"."""
    while at < len(row):
        step = at
        while step < len(row) and (
            row[step].form in ("joint", "comma")
            or _is_other(row[step])
            or (step > at and row[step - 1].form == "event" and name_of(row[step]) == "OF")
        ):
            step += 1
        if (
            step > at
            and step < len(row)
            and is_event(row[step])
            and row[at].form in ("joint", "comma")
        ):
            account.take(*row[at : step + 1])
            at = step + 1
        elif name_of(row[at]) == "OF" and at + 1 < len(row) and is_event(row[at + 1]):
            account.take(row[at], row[at + 1])
            at += 2
        else:
            return at
    return at


def _is_other(node: Node) -> bool:
    return node.form == "loose" and name_of(node) in ("OTHER", "A", "ANY")


def tail(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail:
    """The pattern narrowed by what follows the event: on whom, by whom, where."""
    while at < len(row):
        step = at + 1 if row[at].form == "comma" and at + 1 < len(row) else at
        found = _part(row, step, pattern, account)
        if found is None:
            break
        account.take(row[at])
        pattern, at = found.pattern, found.end
    return Tail(pattern, at)


def _part(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail | None:
    """One part of an event's tail, if one begins here."""
    name = name_of(row[at])
    if name in ("ON", "TO", "OF", "OCCUR", "AND") and (hit := _struck(row, at, pattern, account)):
        return hit
    if name in ("BY", "WITH", "FROM") and (by := _author(row, at, pattern, account)):
        return by
    if name == "IN_ANY_PLACE":
        return _anywhere(row, at, pattern, account)
    if name == "FORCES_DEPLOYED":
        return _deployed(row, at, pattern, account)
    if name in AREA_PREPOSITIONS and (where := place_at(row, at, account)):
        return Tail(pattern.model_copy(update={"place": where[0]}), where[1])
    if name == "OCCUR":
        account.take(row[at])
        return Tail(pattern, at + 1)
    return None


def _struck(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail | None:
    """The pattern with the target, interests and assets behind "on"."""
    if name_of(row[at]) == "AND":
        return None
    begin = at + 1
    if name_of(row[at]) == "OCCUR":
        if begin >= len(row) or name_of(row[begin]) != "ON":
            return None
        begin += 1
    what, end = _interests_and_assets(row, begin)
    hit = list(what)
    if what:
        if end >= len(row) or name_of(row[end]) != "OF":
            return _without_owner(row, at, end, pattern, what, account)
        end += 1
    if end >= len(row) or not is_who(row[end]):
        return None
    stop = listed(row, end)
    if name_of(row[at]) == "OF" and not what and pattern.kinds != ("infringement",):
        return None
    whom = [node for node in row[end:stop] if is_who(node)]
    account.take(*row[at:stop])
    limit, stop = _of_area(row, stop, account)
    return Tail(_hit(pattern, hit, whom, limit), stop)


def _without_owner(
    row: Sequence[Node],
    at: int,
    end: int,
    pattern: EventPattern,
    what: Sequence[Node],
    account: Account,
) -> Tail | None:
    """A part of a state that its possessive ties to a party ("its forces")."""
    if not any(node.has("POSSESSIVE") for node in what):
        return None
    account.take(*row[at:end])
    found = _hit(pattern, what, [], None)
    return Tail(found.model_copy(update={"target": Target.ONE_OR_MORE_PARTIES}), end)


def _of_area(row: Sequence[Node], at: int, account: Account) -> tuple[PlaceLimit | None, int]:
    """The area that a state is said to be of ("a country of the area")."""
    if at + 1 < len(row) and name_of(row[at]) == "OF" and row[at + 1].form == "area":
        account.take(row[at], row[at + 1])
        words = account.words(row[at + 1])
        return PlaceLimit(text=f"within {words.text}", words=words), at + 2
    return None, at


def _hit(
    pattern: EventPattern, what: Sequence[Node], whom: Sequence[Node], limit: PlaceLimit | None
) -> EventPattern:
    update: dict[str, object] = {"place": limit or pattern.place}
    if whom:
        update |= {"target": target_of(whom), "target_names": names(whom)}
    interests = [node for node in what if node.form == "interest"]
    if interests:
        update["interests"] = _interests(what)
    update["assets"] = (*pattern.assets, *assets(what))
    return pattern.model_copy(update=update)


def target_of(whom: Sequence[Node]) -> Target:
    """The target that phrases of who stand for."""
    said = [reference(node) for node in whom]
    if {"another_party", "third_state"} <= set(said) or {"another_party", "state"} <= set(said):
        return Target.OTHER_PARTY_OR_THIRD_STATE
    return TARGETS.get(said[0], Target.ANY)


def _interests_and_assets(row: Sequence[Node], at: int) -> tuple[tuple[Node, ...], int]:
    """The interests and parts of a state listed from a place, and where the list ends."""
    found: list[Node] = []
    while at < len(row):
        if row[at].form in ("interest", "asset"):
            found.append(row[at])
        elif not (found and row[at].form in ("joint", "comma") and _goes_on(row, at)):
            break
        at += 1
    return tuple(_with_joints(row, found, at)), at


def _goes_on(row: Sequence[Node], at: int) -> bool:
    while at < len(row) and row[at].form in ("joint", "comma"):
        at += 1
    return at < len(row) and row[at].form in ("interest", "asset")


def _with_joints(row: Sequence[Node], found: Sequence[Node], end: int) -> Sequence[Node]:
    if not found:
        return found
    start = next(at for at, node in enumerate(row) if node is found[0])
    return row[start:end]


def _interests(what: Sequence[Node]) -> Interests | None:
    items = [node.phrases()[-1].name for node in what if node.form == "interest"]
    known = tuple(dict.fromkeys(Interest(name.lower()) for name in items if name in INTERESTS))
    needs = Needs.ANY if any(name_of(node) == "OR" for node in what) else Needs.ALL
    return Interests(items=known, needs=needs) if known else None


def assets(what: Sequence[Node]) -> tuple[Asset, ...]:
    """The parts of a state that some phrases name."""
    found = [node.phrases()[-1].name for node in what if node.form == "asset"]
    return tuple(Asset(name.lower()) for name in found if name in ASSETS)


def _author(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail | None:
    begin = at + 1
    if begin < len(row) and row[begin].form == "loose" and name_of(row[begin]) in ("THE", "A"):
        begin += 1
    if begin >= len(row) or not is_who(row[begin]):
        return None
    end = listed(row, begin)
    whom = [node for node in row[begin:end] if is_who(node)]
    said = reference(whom[0])
    if said not in AUTHORS:
        return None
    account.take(*row[at:end])
    author = (
        Author.SEVERAL_POWERS if whom[0].has("STATES") and said == "third_state" else AUTHORS[said]
    )
    update = {"author": author, "author_names": names(whom)}
    return Tail(pattern.model_copy(update=update), end)


def _anywhere(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail:
    account.take(row[at])
    words = account.words(row[at])
    limit = PlaceLimit(text=words.text, words=words, anywhere=True)
    return Tail(pattern.model_copy(update={"place": limit}), at + 1)


def _deployed(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail:
    """As in "including forces deployed outside the area": forces abroad count as well."""
    end = at + 1
    while end < len(row) and row[end].form in ("formula", "preposition", "area", "loose"):
        end += 1
    account.take(*row[at:end])
    update = {"assets": (*pattern.assets, Asset.FORCES_ABROAD)}
    return Tail(pattern.model_copy(update=update), end)


def place_at(row: Sequence[Node], at: int, account: Account) -> tuple[PlaceLimit, int] | None:
    """The limit that a phrase of place sets, if one begins here, and where it ends."""
    end = at + 1
    while end < len(row) and row[end].form == "loose":
        end += 1
    if end >= len(row):
        return None
    if row[end].form == "asset" and row[end].phrases()[-1].name == "TERRITORY":
        return _territory(row, at, end, account)
    if row[end].form != "area":
        return None
    stop = end + 1
    while stop + 1 < len(row) and _area_goes_on(row, stop):
        stop += 2
    account.take(*row[at:stop])
    words = account.words(*row[at:stop])
    return PlaceLimit(text=words.text, words=words), stop


def _area_goes_on(row: Sequence[Node], at: int) -> bool:
    follows = row[at + 1]
    if name_of(row[at]) in ("OR", "AND"):
        return follows.form == "area"
    return name_of(row[at]) in ("OF", "NORTH_OF") and (
        follows.form in ("area", "names") or is_who(follows)
    )


def _territory(
    row: Sequence[Node], at: int, end: int, account: Account
) -> tuple[PlaceLimit, int] | None:
    stop = end + 1
    if stop + 1 < len(row) and name_of(row[stop]) == "OF" and is_who(row[stop + 1]):
        stop += 2
    elif not row[end].has("POSSESSIVE"):
        return None
    account.take(*row[at:stop])
    words = account.words(*row[at:stop])
    return PlaceLimit(text=words.text, words=words), stop


def _nominal(row: Sequence[Node], at: int, account: Account) -> EventPattern:
    found = nominal(row, at, account).pattern
    subject = _subject_before(row, at, account)
    if subject is None or (found.target is not None and found.author is not Author.ANYONE):
        return found
    whom, verbs = subject
    account.take(*whom, *verbs)
    nodes = [node for node in whom if is_who(node)]
    by_it = any(name_of(verb) in BY_THE_SUBJECT for verb in verbs) and found.target is not None
    if by_it or found.target is not None:
        said = AUTHORS.get(reference(nodes[0]), Author.PARTY)
        return found.model_copy(update={"author": said, "author_names": names(nodes)})
    return found.model_copy(update={"target": target_of(nodes), "target_names": names(nodes)})


def _subject_before(
    row: Sequence[Node], at: int, account: Account
) -> tuple[Sequence[Node], Sequence[Node]] | None:
    """The phrase of who in front of an event's verb, and the verbs between."""
    first = next((n for n in range(at) if is_who(row[n]) and account.is_free(row[n])), None)
    if first is None or (first and name_of(row[first - 1]) in ("OF", "BETWEEN")):
        return None
    end = listed(row, first)
    verbs = [
        node
        for node in row[end:at]
        if node.form in ("finite", "verb", "preposition") or name_of(node) in ("SHOULD", "VICTIM")
    ]
    if not any(node.form in ("finite", "verb", "opener") for node in verbs):
        return None
    return row[first:end], verbs


def _passive(row: Sequence[Node], at: int, kind: str, account: Account) -> EventPattern | None:
    """As in "X is attacked by Y", "the independence of X is threatened"."""
    before = [node for node in row[:at] if account.is_free(node)]
    whom = [node for node in before if is_who(node)]
    what = [node for node in before if node.form in ("interest", "asset")]
    if not whom:
        return None
    first = next(n for n, node in enumerate(row) if node is whom[0])
    end = listed(row, first)
    whom = [node for node in row[first:end] if is_who(node)]
    account.take(row[at], *whom, *what, *(n for n in row[:at] if n.form in ("finite", "joint")))
    pattern = EventPattern(
        kinds=(kind,),
        words=account.words(*row[first : at + 1]),
        target=target_of(whom),
        target_names=names(whom),
        interests=_interests(_with_joints(row, what, first)) if what else None,
        assets=assets(what),
    )
    return tail(row, at + 1, pattern, account).pattern


def limiting(account: Account, nodes: Sequence[Node]) -> tuple[Condition, ...]:
    """Words that narrow an event and that no part of its pattern holds, as a condition."""
    free = [node for node in nodes if account.is_free(node)]
    if not free:
        return ()
    account.take(*nodes)
    return (Condition(kind=ConditionKind.OTHER, words=account.words(*nodes)),)


def struck_directly(row: Sequence[Node], pattern: EventPattern, account: Account) -> EventPattern:
    """The pattern of a verb of force with the object that follows it without a preposition."""
    what, end = _interests_and_assets(row, 0)
    at = end
    if what and at < len(row) and name_of(row[at]) == "OF":
        at += 1
    if at >= len(row) or not is_who(row[at]):
        return pattern
    stop = at + 1
    while stop + 1 < len(row) and row[stop].form == "joint" and is_who(row[stop + 1]):
        stop += 2
    whom = [node for node in row[at:stop] if is_who(node)]
    account.take(*row[:stop])
    limit, stop = _of_area(row, stop, account)
    return tail(row, stop, _hit(pattern, what, whom, limit), account).pattern
