"""What breaches a prohibition whose act is no use of force: an alliance, a peace of one's own."""

from charter.rules.model import Words
from charter.rules.pattern import EventPattern
from charter.rules.provision import Who
from charter.rules.terms import Action, Modality, Role, Target

KINDS = {
    Action.REFRAIN_FROM_HOSTILE_ALLIANCE: "hostile_alliance",
    Action.NO_SEPARATE_PEACE: "separate_peace",
}
"""The kind of event that such an act is."""


def conduct_of(
    action: Action, modality: Modality, words: Words, beneficiary: Who | None
) -> tuple[EventPattern, ...]:
    """The conduct that a prohibition of an act forbids; an alliance is one against somebody."""
    if modality is not Modality.MUST_NOT or action not in KINDS:
        return ()
    bare = EventPattern(kinds=(KINDS[action],), words=words)
    if action is not Action.REFRAIN_FROM_HOSTILE_ALLIANCE or beneficiary is None:
        return (bare,)
    return (bare.model_copy(update=_against(beneficiary)),)


def _against(whom: Who) -> dict[str, object]:
    if whom.role is Role.NAMED:
        return {"target": Target.NAMED, "target_names": whom.names}
    return {"target": Target.OTHER_PARTY} if whom.role is Role.EACH_OTHER else {}
