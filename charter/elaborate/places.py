"""Phrases of place to limits: in which area something must lie."""

from collections.abc import Sequence

from charter.elaborate.account import Account
from charter.elaborate.parties import is_who
from charter.rules.pattern import PlaceLimit
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

AREA_PREPOSITIONS = frozenset({"IN", "WITHIN", "OUTSIDE", "NORTH_OF", "AT"})


def place_at(row: Sequence[Node], at: int, account: Account) -> tuple[PlaceLimit, int] | None:
    """The limit that a phrase of place sets, if one begins here, and where it ends."""
    end = at + 1
    while end < len(row) and row[end].form == "loose":
        end += 1
    if end >= len(row):
        return None
    if row[end].form == "asset" and row[end].phrases()[-1].name == "TERRITORY":
        return _territory(row, at, end, account)
    if row[end].form != "area" or _is_field(row, end):
        return None
    stop = end + 1
    while stop + 1 < len(row) and _goes_on(row, stop):
        stop += 2
    account.hold(*row[at:stop])
    words = account.words(*row[at:stop])
    return PlaceLimit(text=words.text, words=words), stop


def _is_field(row: Sequence[Node], at: int) -> bool:
    """Whether an "area" is a field of activity ("in the area of defence and security")."""
    of = at + 2 < len(row) and row[at].has("AREA") and name_of(row[at + 1]) == "OF"
    return of and row[at + 2].form in ("unread", "verb", "interest", "term", "event")


def _goes_on(row: Sequence[Node], at: int) -> bool:
    follows = row[at + 1]
    if name_of(row[at]) in ("OR", "AND"):
        return follows.form == "area"
    return name_of(row[at]) in ("OF", "NORTH_OF") and (
        follows.form in ("area", "names") or is_who(follows)
    )


def _territory(
    row: Sequence[Node], at: int, end: int, account: Account
) -> tuple[PlaceLimit, int] | None:
    """As in "In the territory of the Parties": an area, unless it is a state's own."""
    stop = end + 1
    of_somebody = stop + 1 < len(row) and name_of(row[stop]) in ("OF", "UNDER_RULE_OF")
    if of_somebody and is_who(row[stop + 1]):
        stop += 2
    elif stop < len(row) and name_of(row[stop]) == "JURISDICTION":
        stop += 1
    elif not row[end].has("POSSESSIVE"):
        return None
    account.hold(*row[at:stop])
    words = account.words(*row[at:stop])
    return PlaceLimit(text=words.text, words=words), stop


def anywhere(node: Node, account: Account) -> PlaceLimit:
    """Words that lift every limit ("in any place")."""
    account.take(node)
    words = account.words(node)
    return PlaceLimit(text=words.text, words=words, anywhere=True)


def of_area(row: Sequence[Node], at: int, account: Account) -> tuple[PlaceLimit | None, int]:
    """The area that a state is said to be of ("a country of the area")."""
    if at + 1 < len(row) and name_of(row[at]) == "OF" and row[at + 1].form == "area":
        account.take(row[at], row[at + 1])
        words = account.words(row[at + 1])
        return PlaceLimit(text=f"within {words.text}", words=words), at + 2
    return None, at
