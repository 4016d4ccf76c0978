"""What a card says is done, and to whom, as a verb with its object."""

from charter.report.card import Card
from charter.report.treaty_english import Unworded, whom

ANYBODY = "anybody"
SINGLED_OUT = ("one_party", "one_or_more_parties", "other_party", "named", "forces_of_party")
"""Targets beside which "one another" would be read as the party that is struck."""

Acts = dict[tuple[str, str | None], str]
ACTS: Acts = {
    ("assist", ANYBODY): "assist {}",
    ("report", ANYBODY): "inform {}",
    ("guarantee", ANYBODY): "guarantee the independence of {}",
    ("respect", ANYBODY): "respect the independence of {}",
    ("consult", "each_other"): "consult one another",
    ("consult", "attacked_party"): "consult {}",
    ("consult", "organ"): "consult {}",
    ("cooperate", "each_other"): "cooperate",
    ("remain_neutral", None): "remain neutral",
    ("remain_neutral", "attacked_party"): "remain neutral",
    ("remain_neutral", "third_states"): "remain neutral towards all other States",
    ("other", None): "take other measures",
    ("other", "attacked_party"): "take other measures towards the attacked Party",
}
"""What is done, by the action and by whom it is done for."""

BIDDEN: Acts = {
    ("no_separate_peace", "each_other"): "only conclude peace together",
    ("deny_territory", None): "prevent the use of its territory",
}
"""Actions of which the words differ when they are duties."""

FORBIDDEN: Acts = {
    ("refrain_from_force", None): "refrain from the threat or use of force",
    ("refrain_from_force", "each_other"): (
        "refrain from the threat or use of force against another Party"
    ),
    ("refrain_from_force", "named"): "refrain from the threat or use of force against {}",
    ("refrain_from_hostile_alliance", "each_other"): (
        "enter into any alliance directed against another Party"
    ),
    ("withhold_help_to_enemy", None): "assist the aggressor",
    ("withhold_help_to_enemy", "attacked_party"): "assist the aggressor",
    ("no_separate_peace", "each_other"): "conclude peace separately",
    ("deny_territory", None): "cede its territory",
}
"""What is forbidden; said of a duty it would be the contrary."""

SIGNED = {"must": BIDDEN, "must_not": FORBIDDEN}

OF_SOMETHING = frozenset(
    {
        "deny_territory", "guarantee", "other", "refrain_from_force",
        "refrain_from_hostile_alliance", "respect",
    }
)  # fmt: skip
"""Actions with an object that the card does not tell."""

BENEFICIARIES = {
    "attacked_party": "the attacked Party",
    "each_other": "one another",
    "third_states": "a third State",
    "all_parties": "all the Parties",
}


def done(card: Card, own: str | None) -> str:
    """What is done, to whom; ``own`` are the words of the clause for it.

    They are used where the card does not say what the action is about: whose territory is denied
    to whom, what is respected. Other words would say what the clause does not.
    """
    action = card.action or "other"
    if own and action in OF_SOMETHING:
        return own
    if (
        card.beneficiary == "each_other"
        and action == "assist"
        and card.trigger_target in SINGLED_OUT
    ):
        raise Unworded("beneficiary", "each_other")
    known = ACTS | SIGNED.get(card.modality or "", {})
    said = known.get((action, card.beneficiary)) or known.get((action, ANYBODY))
    if said is None:
        raise Unworded("action", f"{action} for {card.beneficiary}")
    return said.format(_to_whom(card)) if "{}" in said else said


def _to_whom(card: Card) -> str:
    role = card.beneficiary
    if role is None:
        raise Unworded("beneficiary", None)
    return whom("beneficiary", role, card.beneficiary_names, BENEFICIARIES)
