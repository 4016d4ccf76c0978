"""By whom an event is brought about: a coordination of powers, or those between whom it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from charter.elaborate.account import Account
from charter.elaborate.narrowing import JOINING as JOINED
from charter.elaborate.objects import assets, target_of
from charter.elaborate.parties import AUTHORS, author, is_who, listed, names, reference
from charter.rules.pattern import EventPattern
from charter.rules.terms import Asset, Author, Part, Target
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

MOVING = frozenset({Asset.FORCES, Asset.SHIPS, Asset.AIRCRAFT})
"""What a state has that is not bound to its territory."""


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands behind an event as far as it was read, and where the reading ended."""

    pattern: EventPattern
    end: int


def of_whom(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail | None:
    """As in "an attack of a third Power": of whoever makes it."""
    told = at + 1 < len(row) and row[at + 1].form in ("state", "names", "group")
    if not told or not MADE & set(pattern.kinds) or pattern.author is not Author.ANYONE:
        return None
    return by_whom(row, at, pattern, account, is_joined=False)


MADE = frozenset({"attack", "armed_attack", "aggression", "use_of_force"})
"""Kinds of events that are "of" those who make them."""


def of_forces(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail | None:
    """As in "the mobilisation of the forces of X": X is who mobilises."""
    step = at + 1
    while step < len(row) and (row[step].form == "asset" or name_of(row[step]) == "OF"):
        step += 1
    found = by_whom(row, step - 1, pattern, account, is_joined=False)
    if found:
        account.take(*row[at:step])
    return found


def by_whom(
    row: Sequence[Node], at: int, pattern: EventPattern, account: Account, *, is_joined: bool
) -> Tail | None:
    """By whom; after "or by" a further author.

    Of several authors of different sorts the first counts: "by Germany or any of her allies".
    """
    first = _past_forces(row, at + 1)
    found = _those(row, first)
    if found is None:
        return _by_foreign_forces(row, at, pattern, account)
    whom, end = found
    account.take(*_told(row[at:end]))
    account.note(Part.AUTHOR, *row[at:end])
    who_does = author(whom)
    before = pattern.author_names if is_joined else ()
    if is_joined and pattern.author is not Author.ANYONE:
        who_does = pattern.author
    named = (*before, *names(whom)) if who_does is Author.NAMED else before
    update = {"author": who_does, "author_names": tuple(dict.fromkeys(named))}
    return Tail(pattern.model_copy(update=update), end)


def _by_foreign_forces(
    row: Sequence[Node], at: int, pattern: EventPattern, account: Account
) -> Tail | None:
    """As in "the occupation by foreign forces of …": by a third Power, whoever it is."""
    if at + 1 >= len(row) or row[at + 1].form != "asset":
        return None
    said = {word for node in row[at + 1 : at + 2] for word in account.text(node).split()}
    if "foreign" not in said or pattern.author is not Author.ANYONE:
        return None
    account.take(*row[at : at + 2])
    account.note(Part.AUTHOR, *row[at : at + 2])
    return Tail(pattern.model_copy(update={"author": Author.THIRD_STATE}), at + 2)


def beside(pattern: EventPattern, row: Sequence[Node]) -> EventPattern:
    """The event by an outsider, where its author is a State that borders on another."""
    borders = any(name_of(node) == "BORDERING" for node in row)
    if pattern.author is not Author.STATE or not borders:
        return pattern
    return pattern.model_copy(update={"author": Author.THIRD_STATE})


def _told(row: Sequence[Node]) -> tuple[Node, ...]:
    """The words for authors without the limits on them, which are read as such."""
    kept: list[Node] = []
    at = 0
    while at < len(row):
        past = past_limit(row, at)
        if past == at:
            kept.append(row[at])
        at = max(past, at + 1)
    return tuple(kept)


def _those(row: Sequence[Node], first: int) -> tuple[tuple[Node, ...], int] | None:
    """The authors coordinated from a place, and where they end; none where no author begins."""
    if first >= len(row) or not _can_act(row[first]):
        return None
    end = listed(row, first)
    whom = [node for node in row[first:end] if is_who(node)]
    end = past_limit(row, end)
    while (step := _further(row, end)) is not None:
        end = listed(row, step)
        whom += [node for node in row[step:end] if is_who(node) and not _is_ally(node)]
        end = past_limit(row, end)
    return tuple(whom), end


def past_limit(row: Sequence[Node], at: int) -> int:
    """Past words that tell an author apart ("allied with Japan"): a limit, and not taken here."""
    if at >= len(row) or not (_joins(row[at]) or name_of(row[at]) in TELLING_APART):
        return at
    last = next((n for n in range(at + 1, min(at + 8, len(row))) if is_who(row[n])), None)
    inner = row[at + 1 : last] if last is not None else ()
    if last is None or any(node.form in ("comma", "event", "joint") for node in inner):
        return at
    goes_on = last + 1 < len(row) and name_of(row[last + 1]) == "FILLER"
    return last + 2 if goes_on else last + 1


TELLING_APART = frozenset({"WHICH", "LIKELY_TO", "BORDERING"})


def _joins(node: Node) -> bool:
    """Whether a participle says with whom a state goes ("allied", "associated")."""
    return node.form == "unread" and node.phrases()[0].text.lower() in JOINED


def _can_act(node: Node) -> bool:
    return is_who(node) and reference(node) in AUTHORS


def _further(row: Sequence[Node], at: int) -> int | None:
    """Where a further author begins behind "or": "or of Bulgaria", "or any of her allies"."""
    step = at + 1 if at < len(row) and row[at].form == "comma" else at
    if step >= len(row) or name_of(row[step]) not in JOINING:
        return None
    alternative = name_of(row[step]) == "OR"
    step += 1
    again = step < len(row) and name_of(row[step]) in ("BY", "OF", "FROM")
    step = _past_forces(row, step + 1) if again else step
    if step >= len(row) or not is_who(row[step]) or not (again or alternative):
        return None
    follows = row[step + 1] if step + 1 < len(row) else None
    acts = follows is not None and (follows.form in ("finite", "modal") or follows.form == "verb")
    spoken_of = row[step].form == "state" and row[step].has("THIS")
    outside = reference(row[step]) in OUTSIDERS or _is_ally(row[step]) or (again and spoken_of)
    return step if outside and not acts else None


JOINING = frozenset({"OR", "AND"})
OUTSIDERS = frozenset({"state", "third_state", "names", "group"})


def _is_ally(node: Node) -> bool:
    """Whether an author's own allies are meant ("any of her allies")."""
    said = {phrase.text.lower() for phrase in node.phrases("PARTY", "PARTIES")}
    theirs = {phrase.text.lower() for phrase in node.phrases("POSSESSIVE")}
    return bool(said & ALLIES) and bool(theirs & {"its", "her", "his", "their"})


ALLIES = frozenset({"ally", "allies", "confederates", "allied powers", "allied states"})


def whose_forces(row: Sequence[Node], at: int) -> int:
    """Where the forces begin by which those at a place act ("the troops of X enter Y")."""
    if at < 2 or name_of(row[at - 1]) != "OF" or row[at - 2].form != "asset":
        return at
    moving = set(assets([row[at - 2]]))
    return at - 2 if moving and moving <= MOVING else at


def _past_forces(row: Sequence[Node], at: int) -> int:
    """Past forces, to whose they are: "by the armed forces of a third Power"."""
    of_whom = at + 1 < len(row) and name_of(row[at + 1]) == "OF"
    if of_whom and row[at].has("MEASURES") and row[at].form == "term":
        return at + 2
    if of_whom and row[at].form == "asset":
        return at + 2 if assets(row[at : at + 1])[:1] and set(assets([row[at]])) <= MOVING else at
    return at


def between(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail | None:
    """As in "Between one of them and Turkey": the Party is struck, the other is the author."""
    ends = _sides(row, at + 1)
    if not ends:
        return None
    first: tuple[Node, ...] = (row[ends[0]],)
    told = _those(row, ends[-1]) if len(ends) > 1 else None
    last, end = told or ((row[ends[-1]],), ends[-1] + 1)
    account.take(*_told(row[at:end]))
    if len(ends) > 1 and _is_outsider(first[0]) and not _is_outsider(last[0]):
        first, last = last, first
    account.note(Part.AUTHOR, *last)
    account.note(Part.TARGET, *first)
    return Tail(pattern.model_copy(update=_opposed(pattern, first, last)), end)


def _sides(row: Sequence[Node], at: int) -> tuple[int, ...]:
    """The places of the phrases of who joined from a place on."""
    found: list[int] = []
    while at < len(row) and len(found) < MOST_SIDES:
        if is_who(row[at]):
            found.append(at)
        elif row[at].form not in ("joint", "comma", "loose") and name_of(row[at]) != "BETWEEN":
            break
        at += 1
    return tuple(found)


MOST_SIDES = 2


def _is_outsider(node: Node) -> bool:
    return reference(node) in OUTSIDERS


def _opposed(
    pattern: EventPattern, first: Sequence[Node], last: Sequence[Node]
) -> dict[str, object]:
    """Who is struck and who is the author where an event is between two, or among the Parties."""
    update: dict[str, object] = {"target": target_of(first), "target_names": names(first)}
    said = {reference(first[0]), reference(last[0])}
    if "dispute" in pattern.kinds and said.isdisjoint(("state", "third_state")):
        return {"target": Target.ONE_OR_MORE_PARTIES, "author": Author.PARTY, "target_names": ()}
    if first[0] is not last[0]:
        by = author(last) if reference(last[0]) in AUTHORS else Author.ANYONE
        return update | {"author": by, "author_names": names(last)}
    if _is_outsider(first[0]):
        return update | ({"author": Author.THIRD_STATE} if "third_state" in said else {})
    return update | {"author": Author.PARTY}
