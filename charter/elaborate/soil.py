"""A state's soil: its use as a means of help, and what happens on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from charter.elaborate.account import Account
from charter.rules.pattern import EventPattern, MeansUse, PlaceLimit
from charter.rules.terms import Means, Part
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

PARTS = frozenset({"TERRITORY", "PORTS", "ROADS", "INFRASTRUCTURE"})


@dataclass(frozen=True, slots=True)
class Lent:
    """Soil that is lent as a means, and where the words for it end."""

    node: Node
    use: MeansUse
    end: int


def use_of_soil(row: Sequence[Node], at: int, account: Account) -> Lent | None:
    """As in "including the use of its ports and airfields"."""
    begin = at + 1
    while begin < len(row) and _leads_to_soil(row[begin]):
        begin += 1
    end = begin
    while end < len(row) and (_is_soil(row[end]) or row[end].form in ("joint", "comma")):
        end += 1
    while end > begin and not _is_soil(row[end - 1]):
        end -= 1
    used = any(name_of(node) == "USE" for node in row[at:begin])
    if not used or end == begin:
        return None
    account.take(*row[at:end])
    account.note(Part.MEANS, *row[at:end])
    words = account.words(*row[begin:end])
    return Lent(row[begin], MeansUse(means=Means.TERRITORY, words=words), end)


def _leads_to_soil(node: Node) -> bool:
    return node.form in ("loose", "preposition") or name_of(node) == "USE"


def _is_soil(node: Node) -> bool:
    return node.form == "asset" and node.phrases()[-1].name in PARTS


def on_own_soil(row: Sequence[Node], found: EventPattern, account: Account) -> EventPattern:
    """As in "is the victim of an attack on its territory": there, and not on what is abroad."""
    for on, soil in pairwise(row):
        own = soil.form == "asset" and soil.has("POSSESSIVE") and soil.has("TERRITORY")
        if own and name_of(on) in ("ON", "IN", "WITHIN") and found.place is None:
            words = account.words(on, soil)
            return found.model_copy(update={"place": PlaceLimit(text=words.text, words=words)})
    return found
