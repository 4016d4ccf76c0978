"""What an event is called where its sentence gives it no name."""

from collections.abc import Collection

from charter.scenario.model import Struck

NOUNS = {
    "attack_on_forces": "attack",
    "sending_of_armed_bands": "sending of armed bands",
    "toleration_of_armed_groups": "letting through of armed groups",
    "lending_of_territory": "lending of territory for an attack",
    "threat_of_force": "threat of force",
    "hostile_alliance": "alliance",
    "other": "other event",
}

PREPOSITIONS = {
    "of": ("invasion", "occupation", "annexation", "bombardment", "blockade", "overflight"),
    "in": ("rebellion", "terrorism", "coup", "disaster", "overstay_of_forces"),
    "against": ("hostile_alliance",),
    "with": ("separate_peace",),
    "into": ("sending_of_armed_bands", "border_incursion"),
    "on": ("attack", "armed_attack", "attack_on_forces", "lending_of_territory"),
}

ASSETS = {
    "forces_abroad": "forces abroad",
    "infrastructure": "strategic infrastructure",
}

ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def default_label(kind: str, struck: tuple[Struck, ...], taken: Collection[str]) -> str:
    """A readable name for an event that no other event has.

    >>> default_label("armed_attack", (Struck("Niger"),), {"the armed attack on Niger"})
    'the second armed attack on Niger'
    """
    noun = NOUNS.get(kind, kind.replace("_", " "))
    where = f" {_preposition(kind)} {_target(struck)}" if struck else ""
    plain = f"the {noun}{where}"
    if plain not in taken:
        return plain
    numbered = (f"the {each} {noun}{where}" for each in ORDINALS)
    later = (f"{plain} number {number}" for number in range(len(ORDINALS) + 2, len(taken) + 13))
    return next(each for each in (*numbered, *later) if each not in taken)


def _preposition(kind: str) -> str:
    return next((word for word, found in PREPOSITIONS.items() if kind in found), "against")


def _target(struck: tuple[Struck, ...]) -> str:
    first = struck[0]
    if len(struck) > 1:
        return "several targets"
    if first.asset is None:
        return first.actor
    return f"the {ASSETS.get(first.asset, first.asset)} of {first.actor}"
