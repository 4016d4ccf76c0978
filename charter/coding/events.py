"""What the events of a rule are to a coder: attacks, wars, crises, or none of these."""

from collections.abc import Sequence

from charter.rules.kinds import ancestors
from charter.rules.pattern import EventPattern
from charter.rules.provision import Norm
from charter.rules.terms import ConditionKind, Quality, Target

AN_ATTACK = frozenset({"attack", "use_of_force"})
WIDER_THAN_ATTACK = frozenset({"infringement", "hostile_act"})
TENSION = frozenset({"threat", "threat_of_force", "danger", "mobilisation"})
NOT_MILITARY = frozenset(
    {
        "disaster", "economic_pressure", "sanctions", "notice", "ratification", "measures_taken",
        "organised_crime",
    }
)  # fmt: skip
INTERNAL = frozenset({"rebellion", "terrorism", "coup", "toleration_of_armed_groups"})


def attacks(pattern: EventPattern) -> bool:
    """Whether the event is, or takes in, an attack that somebody suffers.

    >>> from charter.rules.model import Words
    >>> words = Words(text="a war", start=0, end=5)
    >>> attacks(EventPattern(kinds=("war",), words=words))
    False
    """
    return pattern.as_counted or any(_is_attack(kind) for kind in pattern.kinds)


def _is_attack(kind: str) -> bool:
    if kind == "war":  # it may have been begun by the state that asks for help
        return False
    return kind in WIDER_THAN_ATTACK or bool(AN_ATTACK & ancestors(kind))


def is_war(pattern: EventPattern) -> bool:
    """Whether a war, by whomever begun, is among the events."""
    return "war" in (*pattern.kinds, *pattern.compound)


def is_tension(pattern: EventPattern) -> bool:
    """Whether a threat, a danger or a mobilisation is among the events."""
    return bool(TENSION & set(pattern.kinds))


def is_no_crisis(pattern: EventPattern) -> bool:
    """Whether none of the events is of a military kind."""
    return set(pattern.kinds) <= NOT_MILITARY


def is_internal(pattern: EventPattern) -> bool:
    """Whether the events are of a state's own territory, or of no military kind."""
    return set(pattern.kinds) <= NOT_MILITARY | INTERNAL


def unprovoked(norm: Norm, pattern: EventPattern) -> bool:
    """Whether the event counts only if it was not provoked."""
    asked = any(each.kind is ConditionKind.UNPROVOKED for each in norm.conditions)
    return asked or Quality.UNPROVOKED in pattern.qualities


def strikes_outsider(pattern: EventPattern, parties: Sequence[str]) -> bool:
    """Whether the event hits only states that are not parties."""
    if pattern.target is Target.NAMED and pattern.target_names:
        return not set(pattern.target_names) & set(parties)
    return pattern.target is Target.THIRD_STATES
