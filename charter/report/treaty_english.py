"""The values of a reading card in treaty English, as the grammar reads them back."""

from collections.abc import Mapping

from charter.report import phrases
from charter.report.card import Card

BEARERS = {
    "each_party": "each Party",
    "other_parties": "each other Party",
    "all_parties": "all the Parties",
    "attacked_party": "the attacked Party",
    "one_party": "any Party",
}
TARGETS = {
    "one_or_more_parties": "one or more of the Parties",
    "one_party": "one of the Parties",
    "other_party": "another Party",
    "all_parties": "all the Parties",
    "forces_of_party": "the armed forces of a Party",
    "third_states": "a third State",
    "other_party_or_third_state": "another Party or a third State",
    "any": "any State",
}
AUTHORS = {
    "third_state": "a third State",
    "several_powers": "two or more third States",
    "party": "a Party",
    "non_state": "armed groups",
}
AGAINST = {
    "other_parties": "the other Parties",
    "all_parties": "all the Parties",
    "other_party": "another Party",
    "one_party": "one of the Parties",
    "one_or_more_parties": "one or more of the Parties",
}
EVENTS = {
    "armed_attack": "an armed attack",
    "attack": "an attack",
    "aggression": "an aggression",
    "threat": "a threat",
    "war": "a war",
    "invasion": "an invasion",
    "blockade": "a blockade",
    "mobilisation": "a mobilisation",
    "rebellion": "a rebellion",
    "terrorism": "terrorism",
    "territorial_change": "a territorial change",
    "infraction": "a breach",
    "dispute": "a dispute",
    "danger": "a danger",
    "occupation": "an occupation",
    "economic_pressure": "economic pressure",
    "disaster": "a disaster",
    "other": "another occurrence",
}
KINDS = {
    "organised_crime": "organised crime",
    "coup": "a coup",
    "bombardment": "a bombardment",
    "annexation": "an annexation",
    "use_of_force": "a use of force",
    "threat_of_force": "a threat of force",
    "sanctions": "sanctions",
}
"""Kinds of events that the card has no name of its own for."""

TOWARD = frozenset({"threat", "danger", "disaster", "other"})
"""Events that are "to" somebody; the others are "against" somebody."""

MEANS = {
    "armed_force": "armed force",
    "all_means": "all means",
    "military": "military means",
    "economic": "economic means",
    "political": "political means",
    "peaceful_means": "peaceful means",
    "financial": "financial means",
    "other": "other means",
}
CONDITIONS = {
    "on_request": "on request",
    "own_constitutional_process": "in accordance with its constitutional processes",
    "un_charter": "in accordance with the Charter of the United Nations",
    "after_consultation": "if previous agreement has been reached",
    "other": "provided that the other conditions of the provision are met",
}
"""The conditions that words of their own state, in the order in which a sentence has them."""


class Unworded(Exception):
    """A field has a value for which there are no words."""

    def __init__(self, field: str, value: object) -> None:
        self.field = field
        self.value = value
        super().__init__(f"{field} {value}")


ENDING = ("until ", "while ", "during ", "as long as ", "so long as ")
LYING = ("in ", "within ", "outside ", "throughout ", "at ", "north of ", "south of ")


def place_of(card: Card) -> str:
    """The words for where, which are quoted; ``Unworded`` where they name no place as such."""
    if card.place and not card.place.lower().startswith(LYING):
        raise Unworded("place", card.place)
    return card.place or ""


def worded(field: str, value: str, table: Mapping[str, str]) -> str:
    """The words for a value, or ``Unworded``."""
    if value not in table:
        raise Unworded(field, value)
    return table[value]


def whom(field: str, role: str, names: tuple[str, ...], table: Mapping[str, str]) -> str:
    """A party, state or organ: by name where it has one, else by its role."""
    if role in ("named", "organ"):
        if not names:
            raise Unworded(field, role)
        article = "the " if role == "organ" else ""
        return phrases.listed(tuple(f"{article}{each}" for each in names))
    return worded(field, role, table)
