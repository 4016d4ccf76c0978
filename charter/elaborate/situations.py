"""Events that are described and not named: "any action which threatens the independence of …"."""

from collections.abc import Sequence

from charter.elaborate.account import Account
from charter.elaborate.bonds import is_status
from charter.elaborate.objects import assets, borne, interests, target_of
from charter.elaborate.parties import author, is_who, names
from charter.elaborate.places import AREA_PREPOSITIONS, place_at
from charter.elaborate.tails import tail
from charter.elaborate.verbal import last_run
from charter.rules.pattern import EventPattern, PlaceLimit
from charter.rules.terms import Author, Part, Target
from charter.syntax.phrases import is_that, name_of
from charter.syntax.tree import Node

BY_FORCE_OF = frozenset({"THREATEN", "ENDANGERED", "VIOLATE", "OVERTHROW", "UNDERMINE"})
"""Verbs by which a situation, an action or a state bears on an interest."""


def threatening(row: Sequence[Node], at: int, kind: str, account: Account) -> EventPattern | None:
    """As in "any development which might threaten their independence", "if X threatens Y"."""
    as_noun = row[at].form == "event"
    if not as_noun and (name_of(row[at]) not in BY_FORCE_OF or _is_passive(row, at)):
        return None
    step = _past_adverbs(row, at + 1)
    hit = borne(row, step)
    if hit is None or (kind == "infraction" and not is_status(hit.what)):
        return None
    does = _subject(row, at, account)
    account.take(*row[at : hit.end])
    account.note(Part.TARGET, *row[step : hit.end])
    pattern = EventPattern(
        kinds=(kind,),
        words=account.words(*row[: hit.end]),
        target=target_of(hit.whom) if hit.whom else None,
        target_names=names(hit.whom),
        interests=interests(hit.what),
        assets=assets(hit.what),
        author=author(does) if does else Author.ANYONE,
        author_names=names(does),
    )
    if hit.is_own:
        pattern = pattern.model_copy(update={"target": Target.ONE_OR_MORE_PARTIES})
    found = tail(row, hit.end, pattern, account).pattern
    return found if found.place else found.model_copy(update={"place": _place(row, at, account)})


def _place(row: Sequence[Node], at: int, account: Account) -> PlaceLimit | None:
    """Where the situation arises ("a situation arises in Europe which threatens the peace")."""
    for n in range(at):
        if name_of(row[n]) in AREA_PREPOSITIONS and account.is_free(row[n]):
            where = place_at(row, n, account)
            if where and where[1] <= at:
                return where[0]
    return None


def take_subject(row: Sequence[Node], at: int, account: Account) -> None:
    """Take the situation that is the subject of an event ("a situation posing a threat to")."""
    begin = at
    while begin and row[begin - 1].form in ("verb", "finite", "formula", "modal"):
        begin -= 1
    verbs = row[begin:at]
    if not any(name_of(verb) in ("POSE", "GIVE_RISE", "CONSIDERED") for verb in verbs):
        return
    start = _relative(row, begin)
    if start and _is_situation(row[start - 1]):
        account.take(row[start - 1], *row[start:at])


def _is_passive(row: Sequence[Node], at: int) -> bool:
    """Whether a participle says what its subject suffers ("is threatened")."""
    said = row[at].phrases()[0].text.lower()
    step = at - 1
    while step >= 0 and row[step].form == "formula":
        step -= 1
    return said.endswith("ed") and step >= 0 and row[step].form == "finite" and not _has(row[step])


def _has(node: Node) -> bool:
    return name_of(node) == "HAS"


def _past_adverbs(row: Sequence[Node], at: int) -> int:
    while at < len(row) and row[at].form == "formula":
        at += 1
    return at


def _subject(row: Sequence[Node], at: int, account: Account) -> list[Node]:
    """Who threatens, if the subject is a phrase of who; a situation or an action is nobody."""
    begin = at
    while begin and (row[begin - 1].form in ("modal", "formula", "finite")):
        begin -= 1
    tried = _attempting(row, begin - 2) if name_of(row[begin - 1]) == "TO" else None
    if tried is not None:
        account.hold(*row[tried:at])
        return _trying(row, tried, account)
    start = _relative(row, begin)
    account.take(*(node for node in row[start:at] if not _is_placed(node)))
    if start != begin or not begin:
        return _of_action(row, start, account)
    if _is_situation(row[start - 1]):
        account.take(row[start - 1])
        return []
    run = last_run(row, at, account) if is_who(row[start - 1]) else None
    if run is None:
        return []
    account.take(*row[run[0] : run[1]])
    account.note(Part.AUTHOR, *row[run[0] : run[1]])
    return [node for node in row[run[0] : run[1]] if is_who(node)]


ATTEMPTING = ("attempts", "attempt", "seek", "seeks", "endeavours", "endeavour", "tries", "try")


def _attempting(row: Sequence[Node], at: int) -> int | None:
    """Where "attempts", "seeks" or "an attempt is made" begins, of what ends at a place."""
    while at > 0 and (
        row[at].form in ("finite", "formula", "means", "preposition") or name_of(row[at]) == "TAKE"
    ):
        at -= 1
    tries = row[at].has("ATTEMPTS") or (
        row[at].phrases()[-1:] and (row[at].phrases()[-1].text.lower() in ATTEMPTING)
    )
    return at if tries else None


def _trying(row: Sequence[Node], at: int, account: Account) -> list[Node]:
    """Who attempts it, where the attempt has a subject."""
    before = at - 1
    while before > 0 and (
        row[before].form in ("modal", "formula") or name_of(row[before]) == "SHOULD"
    ):
        before -= 1
    if before < 0 or not is_who(row[before]):
        return []
    account.take(*row[before:at])
    account.note(Part.AUTHOR, row[before])
    return [row[before]]


def _relative(row: Sequence[Node], begin: int) -> int:
    """Where "which", "that" or "likely to" in front of a verb begins, else the same place."""
    start = begin
    while start and (
        name_of(row[start - 1]) in ("WHICH", "LIKELY_TO", "JUDGMENT", "JUDGED", "OCCUR", "TO")
        or is_that(row[start - 1])
        or row[start - 1].form == "comma"
        or _is_placed(row[start - 1])
        or row[start - 1].form == "finite"
    ):
        start -= 1
    return (
        start if any(name_of(n) != "TO" and n.form != "comma" for n in row[start:begin]) else begin
    )


def _of_action(row: Sequence[Node], start: int, account: Account) -> list[Node]:
    """What is described, and by whom it is done ("any action by a European Power which …")."""
    at = start - 1
    does: list[Node] = []
    while at > 0 and (name_of(row[at]) in ("OCCUR", "SHOULD", "FILLER") or row[at].form == "modal"):
        account.take(row[at])
        at -= 1
    if at > 1 and is_who(row[at]) and name_of(row[at - 1]) in ("BY", "OF"):
        does, at = [row[at]], at - 2
    if at < 0 or not _is_situation(row[at]):
        return []
    account.take(*(node for node in row[at:start] if not _is_placed(node)))
    return does or _taken_by(row, at, account)


def _taken_by(row: Sequence[Node], at: int, account: Account) -> list[Node]:
    """Who does what is described ("should any State adopt measures which threaten …")."""
    if (
        at < 2
        or name_of(row[at - 1]) not in ("TAKE", "OTHER_ACT", "COMMIT")
        or not is_who(row[at - 2])
    ):
        return []
    account.take(row[at - 2], row[at - 1])
    account.note(Part.AUTHOR, row[at - 2])
    return [row[at - 2]]


def _is_placed(node: Node) -> bool:
    """Whether a phrase of place stands between a situation and what is said of it."""
    return node.form == "area" or name_of(node) in AREA_PREPOSITIONS


def _is_situation(node: Node) -> bool:
    return node.has("DEVELOPMENT", "MEASURES", "CASES")
