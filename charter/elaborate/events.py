"""Rows of phrases that speak of events to patterns of events."""

from collections.abc import Sequence
from dataclasses import dataclass

from charter.elaborate.account import Account
from charter.elaborate.objects import assets, interests, owned, struck, target_of
from charter.elaborate.parties import AUTHORS, author, is_who, listed, names, reference
from charter.elaborate.places import AREA_PREPOSITIONS, anywhere, place_at
from charter.rules.pattern import EventPattern
from charter.rules.terms import Asset, Author, Part, Quality, Target
from charter.syntax.clauses import name_of
from charter.syntax.tree import Node

SEVERAL_KINDS = {"THREAT_OR_USE_OF_FORCE": ("threat_of_force", "use_of_force")}
SAME_KIND = {
    "AT_WAR": "war",
    "DIFFERENCE": "dispute",
    "CIVIL_STRIFE": "rebellion",
    "AGGRESSIVE_ACT": "aggression",
    "ACT_OF_VIOLENCE": "use_of_force",
    "UPON_FORCE": "use_of_force",
    "UPON_WAR": "war",
}
VERBS_OF_KIND = {"ATTACKED": "attack", "THREATEN": "threat"}
BY_THE_SUBJECT = frozenset({"EMBARK", "COMMIT", "RESORT", "ENTER"})
"""Verbs whose subject brings the event about; with any other it suffers it or is involved."""
MOVING = frozenset({Asset.FORCES, Asset.SHIPS, Asset.AIRCRAFT})
"""What a state has that is not bound to its territory."""
BETWEEN_EVENTS = frozenset({"OTHER", "A", "ANY", "THE"})


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
    found = [phrase.name for kind in node.nodes("kind") for phrase in kind.phrases()]
    return tuple(kind for name in found for kind in _kinds_of(name))


def _kinds_of(name: str) -> tuple[str, ...]:
    return SEVERAL_KINDS.get(name, (SAME_KIND.get(name, name.lower()),))


def find(row: Sequence[Node], account: Account) -> EventPattern | None:
    """The pattern of the event that a row speaks of, if it does; takes the phrases it rests on."""
    for at, node in enumerate(row):
        if node.form == "term" and node.has("MEASURES") and (taken := _taken(row, at, account)):
            return taken
        if is_event(node) and account.is_free(node):
            return _of_clause(row, at, account)
        if verb := _verb_of_kind(row, at):
            return _threatening(row, at, verb, account) or _passive(row, at, verb, account)
    return None


def _taken(row: Sequence[Node], at: int, account: Account) -> EventPattern | None:
    """Measures that somebody has taken ("when the Security Council has taken the measures")."""
    verbs = [node for node in row[:at] if node.form in ("finite", "verb")]
    subject = next((node for node in row[:at] if is_who(node)), None)
    if subject is None or not any(name_of(node) == "TAKE" for node in verbs):
        return None
    account.take(row[at], subject, *verbs)
    return EventPattern(
        kinds=("measures_taken",),
        words=account.words(row[at]),
        author=AUTHORS.get(reference(subject), Author.ANYONE),
        author_names=names([subject]),
    )


def _verb_of_kind(row: Sequence[Node], at: int) -> str | None:
    """The kind that a verb stands for ("is attacked", "is threatened")."""
    name = name_of(row[at])
    is_verb = row[at].form == "verb" or (row[at].form == "loose" and name == "ATTACKED")
    return VERBS_OF_KIND.get(name) if is_verb else None


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
    read = tail(row, at, pattern, account)
    words = account.words(*row[start : read.end])
    return Tail(read.pattern.model_copy(update={"words": words}), read.end)


def _list_of_kinds(row: Sequence[Node], at: int, account: Account) -> tuple[tuple[str, ...], int]:
    """The kinds of a list of events, and where it ends: "aggression or threat of aggression"."""
    found = list(kinds(row[at]))
    account.take(row[at])
    at += 1
    while (following := _next_event(row, at)) is not None:
        account.take(*row[at : following + 1])
        found.extend(kinds(row[following]))
        at = following + 1
    return tuple(dict.fromkeys(found)), at


def _next_event(row: Sequence[Node], at: int) -> int | None:
    """The place of the next event of a list, joined by "or" or "of" ("threat of war")."""
    step = at
    while step < len(row) and (row[step].form in ("joint", "comma") or _is_other(row[step])):
        step += 1
    if step == at and step < len(row) and name_of(row[step]) == "OF":
        step += 1
    joined = step > at and row[at].form in ("joint", "comma", "preposition")
    return step if joined and step < len(row) and is_event(row[step]) else None


def _is_other(node: Node) -> bool:
    return node.form == "loose" and name_of(node) in BETWEEN_EVENTS


def tail(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail:
    """The pattern narrowed by what follows the event: on whom, by whom, where."""
    while at < len(row):
        if at + 1 < len(row) and _leads_on(row[at], row[at + 1]):
            account.take(row[at])
            at += 1
        joins = row[at].form in ("comma", "joint")
        step = at + 1 if joins and at + 1 < len(row) else at
        if step + 1 < len(row) and joins and row[step].form == "joint":
            step += 1
        found = _part(row, step, pattern, account, is_joined=joins)
        if found is None:
            break
        account.take(*row[at:step])
        pattern, at = found.pattern, found.end
    return Tail(pattern, at)


def _leads_on(verb: Node, following: Node) -> bool:
    """Whether a verb only carries on to a part of the tail ("which occurs", "committed by")."""
    if name_of(verb) == "COMMIT":
        return name_of(following) == "BY"
    return is_of_verb(verb) and name_of(following) == "OCCUR"


def _part(
    row: Sequence[Node], at: int, pattern: EventPattern, account: Account, *, is_joined: bool
) -> Tail | None:
    """One part of an event's tail, if one begins here."""
    name = name_of(row[at])
    if name in ("BY", "WITH", "FROM"):
        return _author(row, at, pattern, account, is_joined=is_joined)
    if name == "BETWEEN":
        return _between(row, at, pattern, account)
    if name == "IN_ANY_PLACE":
        limit = anywhere(row[at], account)
        return Tail(pattern.model_copy(update={"place": limit}), at + 1)
    if name == "FORCES_DEPLOYED":
        return _deployed(row, at, pattern, account)
    if name in AREA_PREPOSITIONS:
        where = place_at(row, at, account)
        return Tail(pattern.model_copy(update={"place": where[0]}), where[1]) if where else None
    if name == "OCCUR":
        account.take(row[at])
        return Tail(pattern, at + 1)
    if is_joined and (name != "ON" or _other_sort(row, at, pattern)):
        return None
    return _on(row, at, pattern, account)


def _other_sort(row: Sequence[Node], at: int, pattern: EventPattern) -> bool:
    """Whether "or on …" goes on from a state's territory to its forces, or back."""
    if pattern.target is None and not pattern.assets:
        return False
    on_forces = bool(MOVING & set(pattern.assets))
    ahead = [node for node in row[at + 1 : at + 4] if node.form == "asset"]
    return bool(ahead) and bool(MOVING & set(assets(ahead[:1]))) != on_forces


def _on(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail | None:
    """Whom or what the event is directed against."""
    if name_of(row[at]) not in ("ON", "TO", "OF", "DIRECTED"):
        return None
    if (
        "infraction" in pattern.kinds
        and at + 1 < len(row)
        and row[at + 1].form in ("charter", "article")
    ):
        account.take(row[at], row[at + 1])
        return Tail(pattern, at + 2)
    is_of = name_of(row[at]) == "OF"
    broken = is_of and at + 1 < len(row) and row[at + 1].form in ("charter", "article")
    if pattern.kinds == ("infringement",) and broken:
        account.take(row[at], row[at + 1])
        return Tail(pattern.model_copy(update={"kinds": ("infraction",)}), at + 2)
    if (
        is_of
        and pattern.kinds not in (("infringement",), ("infraction",))
        and not _is_interest(row, at + 1)
    ):
        return None
    hit = struck(row, at + 1, account)
    if hit is None:
        return _on_one(row, at, pattern, account)
    account.take(row[at])
    return Tail(hit.narrow(pattern), hit.end)


def _on_one(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail | None:
    """As in "An attack on one": on any one of the Parties."""
    if at + 1 >= len(row) or row[at + 1].form != "loose" or account.text(row[at + 1]) != "one":
        return None
    account.take(row[at], row[at + 1])
    return Tail(pattern.model_copy(update={"target": Target.ONE_PARTY}), at + 2)


def _is_interest(row: Sequence[Node], at: int) -> bool:
    return at < len(row) and row[at].form in ("interest", "asset")


def _author(
    row: Sequence[Node], at: int, pattern: EventPattern, account: Account, *, is_joined: bool
) -> Tail | None:
    """By whom; after "or by" a further author."""
    if at + 1 >= len(row) or not is_who(row[at + 1]):
        return None
    end = listed(row, at + 1)
    whom = [node for node in row[at + 1 : end] if is_who(node)]
    said = reference(whom[0])
    if said not in AUTHORS:
        return None
    account.take(*row[at:end])
    account.note(Part.AUTHOR, *row[at:end])
    who_does = author(whom)
    before = pattern.author_names if is_joined else ()
    if is_joined and not before and pattern.author is not Author.ANYONE:
        who_does = pattern.author
    update = {"author": who_does, "author_names": (*before, *names(whom))}
    return Tail(pattern.model_copy(update=update), end)


def _between(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail | None:
    """As in "Between one of them and Turkey": the first is struck, the second is the author."""
    ends = [n for n in range(at + 1, min(at + 5, len(row))) if is_who(row[n])]
    if not ends:
        return None
    account.take(*row[at : ends[-1] + 1])
    first, last = row[ends[0]], row[ends[-1]]
    account.note(Part.AUTHOR, *row[ends[0] + 1 : ends[-1] + 1])
    account.note(Part.TARGET, first)
    update: dict[str, object] = {"target": target_of([first]), "target_names": names([first])}
    if "dispute" in pattern.kinds:
        update |= {"target": Target.ONE_OR_MORE_PARTIES, "author": Author.PARTY}
    elif len(ends) > 1:
        author = AUTHORS.get(reference(last), Author.ANYONE)
        update |= {"author": author, "author_names": names([last])}
    else:
        update |= {"author": Author.PARTY} if reference(first) != "state" else {}
    return Tail(pattern.model_copy(update=update), ends[-1] + 1)


def _deployed(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail:
    """As in "Including forces deployed outside the area": forces abroad count as well."""
    end = at + 1
    while end < len(row) and row[end].form in ("formula", "preposition", "area", "loose"):
        end += 1
    account.take(*row[at:end])
    update = {"assets": (*pattern.assets, Asset.FORCES_ABROAD)}
    return Tail(pattern.model_copy(update=update), end)


# ------------------------------------------------------------------ in a clause of its own


def _of_clause(row: Sequence[Node], at: int, account: Account) -> EventPattern:
    """An event named in a clause: with the subject that suffers it or brings it about."""
    if active := _active(row, at, account):
        return active
    found = nominal(row, at, account).pattern
    subject = _subject(row, at, account)
    if subject is None:
        return owned(found)
    if found.target is not None and found.author is not Author.ANYONE:
        return found
    whom, verbs = subject
    account.take(*whom, *verbs)
    brings = found.target is not None or any(name_of(verb) in BY_THE_SUBJECT for verb in verbs)
    nodes = [node for node in whom if is_who(node)]
    account.note(Part.AUTHOR if brings else Part.TARGET, *whom)
    if brings:
        update = {"author": author(nodes), "author_names": names(nodes)}
        return found.model_copy(update=update)
    return found.model_copy(update={"target": target_of(nodes), "target_names": names(nodes)})


def _active(row: Sequence[Node], at: int, account: Account) -> EventPattern | None:
    """As in "if Germany attacks France": a verb, though it looks like a noun."""
    bare = len(row[at].parts) == 1 and kinds(row[at]) in (("attack",), ("blockade",))
    if not bare or not at or not is_who(row[at - 1]):
        return None
    if at + 1 >= len(row) or not (is_who(row[at + 1]) or _is_interest(row, at + 1)):
        return None
    subject = _last_run(row, at, account)
    hit = struck(row, at + 1, account)
    if subject is None or hit is None:
        return None
    whom = [node for node in row[subject[0] : at] if is_who(node)]
    account.take(row[at], *row[subject[0] : at])
    account.note(Part.AUTHOR, *whom)
    pattern = EventPattern(
        kinds=kinds(row[at]),
        words=account.words(*row[subject[0] : hit.end]),
        author=author(whom),
        author_names=names(whom),
    )
    return tail(row, hit.end, hit.narrow(pattern), account).pattern


def _subject(
    row: Sequence[Node], at: int, account: Account
) -> tuple[Sequence[Node], Sequence[Node]] | None:
    """The phrase of who in front of an event's verb, and the verbs between."""
    first = next((n for n in range(at) if is_who(row[n]) and account.is_free(row[n])), None)
    if first is None or (first and name_of(row[first - 1]) in ("OF", "BETWEEN")):
        return None
    end = listed(row, first)
    begin = at
    while begin > end and is_of_verb(row[begin - 1]):
        begin -= 1
    verbs = row[begin:at]
    if not any(node.form in ("finite", "verb", "opener") for node in verbs):
        return None
    return row[first:end], verbs


def is_of_verb(node: Node) -> bool:
    """Whether a phrase may stand between a subject and the event it suffers or makes."""
    if node.form in ("finite", "verb", "preposition", "formula"):
        return True
    return name_of(node) in ("SHOULD", "A", "THE") and node.form in ("opener", "loose")


def _passive(row: Sequence[Node], at: int, kind: str, account: Account) -> EventPattern | None:
    """As in "X is attacked by Y", "the independence of X is threatened"."""
    subject = _last_run(row, at, account)
    if subject is None:
        return None
    start, end = subject
    whom = [node for node in row[start:end] if is_who(node)]
    first = next(
        (n for n in range(start) if _is_interest(row, n) and account.is_free(row[n])), start
    )
    what = row[first:start]
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


def _threatening(row: Sequence[Node], at: int, kind: str, account: Account) -> EventPattern | None:
    """As in "any development which might threaten their independence"."""
    if not _is_interest(row, at + 1):
        return None
    hit = struck(row, at + 1, account)
    if hit is None:
        return None
    account.take(row[at], *(node for node in row[:at] if node.has("DEVELOPMENT")))
    pattern = EventPattern(kinds=(kind,), words=account.words(*row[: hit.end]))
    return owned(hit.narrow(pattern))


def _last_run(row: Sequence[Node], at: int, account: Account) -> tuple[int, int] | None:
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
