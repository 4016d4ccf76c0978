"""The reading card: a flat summary of one provision, as a coding sheet would have it."""

from collections.abc import Iterable

from charter.rules.model import Model, Number
from charter.rules.pattern import Condition, EventPattern, PlaceLimit
from charter.rules.provision import (
    Accession,
    CountsAs,
    Decision,
    Definition,
    Duration,
    EntryIntoForce,
    Institution,
    Norm,
    Provision,
    Purpose,
    Savings,
    Scope,
    Unread,
    Who,
    Withdrawal,
)
from charter.rules.terms import (
    Action,
    Asset,
    Author,
    ConditionKind,
    Modality,
    Quality,
    Target,
)

ON_CARD = frozenset(
    {
        "armed_attack", "attack", "aggression", "threat", "war", "invasion", "blockade",
        "mobilisation", "rebellion", "terrorism", "territorial_change", "infraction", "dispute",
        "danger", "occupation", "economic_pressure", "disaster", "measures_taken", "notice",
        "ratification", "other",
    }
)  # fmt: skip
BROADER = {
    "use_of_force": "armed_attack",
    "bombardment": "armed_attack",
    "threat_of_force": "threat",
    "annexation": "territorial_change",
    "sanctions": "economic_pressure",
    "coup": "rebellion",
}
"""The kind of the card that stands for a kind it does not have; for the rest it is ``other``."""


FINAL_CLAUSES = (
    Accession, Decision, Duration, EntryIntoForce, Institution, Savings, Scope, Withdrawal,
)  # fmt: skip


class CountedAs(Model):
    """What an event is deemed to be, and against whom."""

    event: tuple[str, ...]
    against: str | None


class Card(Model):
    """One provision: what triggers it, who owes what to whom, how firmly, where, until when.

    What is unknown or absent is ``None`` or empty, never a guess; ``unread`` lists the words that
    had no part in it.
    """

    provision: str
    modality: str | None = None
    action: str | None = None
    bearer: str | None = None
    bearer_names: tuple[str, ...] = ()
    beneficiary: str | None = None
    beneficiary_names: tuple[str, ...] = ()
    trigger: tuple[str, ...] = ()
    trigger_target: str | None = None
    trigger_target_names: tuple[str, ...] = ()
    trigger_by: str | None = None
    trigger_by_names: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    place: str | None = None
    until: str | None = None
    number: Number | None = None
    counts_as: CountedAs | None = None
    unread: tuple[str, ...] = ()


def cards(provisions: Iterable[Provision]) -> tuple[Card, ...]:
    """The cards of the provisions, in order; a recital and a sentence not read have none."""
    found = (card(each) for each in provisions)
    return tuple(each for each in found if each)


def card(provision: Provision) -> Card | None:
    """The card of a provision, or ``None`` where it has none."""
    fields = _fields(provision)
    if fields is None:
        return None
    unread = tuple(words.text for words in provision.unread)
    return Card.model_validate({"provision": provision.kind, "unread": unread} | fields)


def _fields(provision: Provision) -> dict[str, object] | None:
    match provision:
        case Purpose() | Unread():
            return None
        case Norm():
            return _of_norm(provision)
        case CountsAs():
            return _of_counting(provision)
        case _:
            return _of_treaty_law(provision)


def _of_norm(norm: Norm) -> dict[str, object]:
    place = norm.place or next(filter(None, map(_whereabouts, norm.triggers)), None)
    return {
        "modality": norm.modality,
        "action": None if _speaks_of_no_action(norm) else norm.action,
        **_who("bearer", norm.bearer),
        **_who("beneficiary", norm.beneficiary),
        **_trigger(norm.triggers),
        "conditions": _conditions(norm.triggers, norm.conditions + norm.exceptions, place),
        "means": tuple(dict.fromkeys(use.means for use in norm.means)),
        "place": _place(place),
        "until": norm.until.text if norm.until else None,
        "number": norm.number,
    }


def _whereabouts(event: EventPattern) -> PlaceLimit | None:
    """Where an event, or whoever it strikes, must be."""
    return event.place or event.counted_in or event.situated


def _speaks_of_no_action(norm: Norm) -> bool:
    return norm.kind == "declaration" and norm.action is Action.OTHER


def _of_counting(rule: CountsAs) -> dict[str, object]:
    place = _whereabouts(rule.pattern)
    against = rule.against.value if rule.against else None
    return {
        **_trigger((rule.pattern,)),
        "conditions": _conditions((rule.pattern,), (), place),
        "place": _place(place),
        "counts_as": CountedAs(event=_kinds(rule.as_kinds), against=against),
    }


def _of_treaty_law(provision: Provision) -> dict[str, object]:
    if isinstance(provision, Definition):
        return {}
    assert isinstance(provision, FINAL_CLAUSES), provision
    on_event = isinstance(provision, Scope) and provision.triggers
    place = provision.place if isinstance(provision, Scope) else None
    strange = () if isinstance(provision, EntryIntoForce) else provision.triggers
    place = place or next(filter(None, map(_whereabouts, provision.triggers)), None)
    return {
        "modality": provision.modality,
        **_who("bearer", provision.bearer),
        **_who("beneficiary", provision.beneficiary),
        **(_trigger(provision.triggers) or _own_trigger(provision)),
        "conditions": _conditions(strange, provision.conditions, place if on_event else None),
        "place": _place(place),
        "until": provision.until.text if provision.until else None,
        "number": provision.number or _delay(provision),
    }


def _own_trigger(provision: Provision) -> dict[str, object]:
    """The act that a final clause is about, where it names no event."""
    match provision:
        case EntryIntoForce(of="act") | EntryIntoForce(by="date"):
            return {}
        case EntryIntoForce(by="ratification"):
            author = Author.NAMED if provision.names else Author.PARTY
            return {
                "trigger": ("ratification",),
                "trigger_by": author,
                "trigger_by_names": provision.names,
            }
        case EntryIntoForce():
            return {"trigger": ("other",), "trigger_by": Author.PARTY}
        case Withdrawal(modality=Modality.MAY | None):
            return {"trigger": ("notice",), "trigger_by": Author.PARTY}
        case _:
            return {}


def _delay(provision: Provision) -> Number | None:
    return provision.delay if isinstance(provision, EntryIntoForce) else None


def _who(key: str, who: Who | None) -> dict[str, object]:
    if who is None:
        return {}
    return {key: who.role, f"{key}_names": who.names}


def _trigger(patterns: tuple[EventPattern, ...]) -> dict[str, object]:
    if not patterns:
        return {}
    first = patterns[0]
    # Of alternatives that differ, "the territory or the forces of a Party", the first is the one.
    on_forces = {Asset.FORCES, Asset.SHIPS, Asset.AIRCRAFT} & set(first.assets[:1])
    return {
        "trigger": _kinds(
            kind
            for each in patterns
            for kind in (*(each.counted_from or each.kinds), *each.compound)
        ),
        "trigger_target": Target.FORCES_OF_PARTY if on_forces else first.target,
        "trigger_target_names": first.target_names,
        "trigger_by": _author(first),
        "trigger_by_names": first.author_names,
    }


def _author(event: EventPattern) -> Author | None:
    """By whom; of an event known only by reference the words do not say."""
    if event.referred:
        return None
    return Author.ANYONE if event.author is Author.STATE else event.author


def _kinds(kinds: Iterable[str]) -> tuple[str, ...]:
    """Kinds by the names that the card has for them."""
    named = (kind if kind in ON_CARD else BROADER.get(kind, "other") for kind in kinds)
    return tuple(dict.fromkeys(named))


def _conditions(
    patterns: tuple[EventPattern, ...], stated: tuple[Condition, ...], place: PlaceLimit | None
) -> tuple[ConditionKind, ...]:
    strangers = _strangers(patterns)
    unprovoked = any(Quality.UNPROVOKED in each.qualities for each in patterns)
    found = [ConditionKind.UNPROVOKED] if unprovoked else []
    found += [ConditionKind.NAMED_ADVERSARY] if strangers else []
    found += [ConditionKind.REGION] if place and not place.anywhere else []
    further = (each.kind for each in stated if not each.of_trigger)
    return tuple(dict.fromkeys((*found, *further)))


def _strangers(patterns: tuple[EventPattern, ...]) -> bool:
    """Whether a state is named against which a provision is turned."""
    hostile = (each for each in patterns if not NO_HARM & set(each.kinds))
    return any(each.author is Author.NAMED and each.author_names for each in hostile)


NO_HARM = frozenset({"measures_taken", "ratification", "notice"})


def _place(place: PlaceLimit | None) -> str | None:
    return place.text if place else None
