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
    if end + 1 < len(row) and row[end].form == "names" and row[end + 1].form == "area":
        end += 1
    if end >= len(row):
        return None
    if row[end].form == "asset" and row[end].phrases()[-1].name == "TERRITORY":
        return _territory(row, at, end, account)
    if row[end].form != "area" or _is_field(row, end):
        return None
    stop = end + 1
    while (step := _goes_on(row, stop)) > stop:
        stop = step
    account.hold(*row[at:stop])
    words = account.words(*row[at:stop])
    return PlaceLimit(text=words.text, words=words), stop


def place_named(row: Sequence[Node], at: int, account: Account) -> tuple[PlaceLimit, int] | None:
    """The limit that a country sets in which something lies ("its possessions in India")."""
    if name_of(row[at]) not in ("IN", "WITHIN", "NORTH_OF") or at + 1 >= len(row):
        return None
    if row[at + 1].form != "names":
        return None
    end = at + 2
    while end + 1 < len(row) and name_of(row[end]) in ("OR", "AND") and _is_named(row, end + 1):
        end += 3 if name_of(row[end + 1]) == "IN" else 2
    account.hold(*row[at:end])
    words = account.words(*row[at:end])
    return PlaceLimit(text=words.text, words=words), end


def _is_named(row: Sequence[Node], at: int) -> bool:
    """Whether a country, or "in" and a country, is named at a place."""
    step = at + 1 if name_of(row[at]) == "IN" else at
    lies = step + 1 < len(row) and name_of(row[step + 1]) == "IN"
    return step < len(row) and row[step].form == "names" and not lies


def place_among(row: Sequence[Node], start: int, end: int, account: Account) -> PlaceLimit | None:
    """The limit that a phrase of place sets which stands somewhere in a stretch of a row."""
    for at in range(start, end):
        if name_of(row[at]) not in AREA_PREPOSITIONS or not account.is_free(row[at]):
            continue
        found = place_at(row[:end], at, account) or place_named(row[:end], at, account)
        if found:
            return found[0]
    return None


def _is_field(row: Sequence[Node], at: int) -> bool:
    """Whether an "area" is a field of activity ("in the area of defence and security")."""
    of = at + 2 < len(row) and row[at].has("AREA") and name_of(row[at + 1]) == "OF"
    return of and row[at + 2].form in ("unread", "verb", "interest", "term", "event")


def _goes_on(row: Sequence[Node], at: int) -> int:
    """Where a further area or what tells an area apart ends; the same place if none begins.

    As in "in Europe or in Asia", "in the regions of Asia and of India", "in the area defined in
    Article 4".
    """
    if at + 1 >= len(row):
        return at
    if name_of(row[at]) == "PROVIDED_FOR":
        cited = at + 2 < len(row) and row[at + 2].form in ("article", "charter")
        return at + 3 if cited and row[at + 1].form == "preposition" else at
    if name_of(row[at]) in ("OR", "AND"):
        step = at + 2 if name_of(row[at + 1]) in AGAIN else at + 1
        again = step > at + 1 and step < len(row) and row[step].form == "names"
        return step + 1 if step < len(row) and (row[step].form == "area" or again) else at
    follows = row[at + 1]
    whose = follows.form == "names" or is_who(follows)
    whose = whose and not (name_of(row[at]) == "OF" and row[at - 1].has("REGION"))
    tells = name_of(row[at]) in ("OF", "NORTH_OF")
    return at + 2 if tells and (follows.form == "area" or whose) else at


AGAIN = frozenset({"IN", "WITHIN", "OF", "ON", "NORTH_OF"})
"""Prepositions that may be said again before a further area."""


def on_land(row: Sequence[Node], at: int, account: Account) -> tuple[PlaceLimit, int] | None:
    """As in "on the continent of Europe", "on the Balkan peninsula"."""
    if name_of(row[at]) != "ON" or at + 1 >= len(row) or row[at + 1].form != "area":
        return None
    said = row[at + 1].phrases()[-1].text.lower()
    return place_at(row, at, account) if said.endswith(LAND) else None


LAND = ("continent", "peninsula", "seas", "mainland", "ocean", "islands")
"""What one is "on" and not "in"."""


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


def or_else(place: PlaceLimit | None, other: PlaceLimit | None) -> PlaceLimit | None:
    """Either of two places ("X in Egypt or Y in Libya")."""
    if place is None or other is None or place.anywhere or other.anywhere:
        return place or other
    return place.model_copy(update={"text": f"{place.text} or {other.text}"})


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
