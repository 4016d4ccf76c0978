"""Which provisions make which of the five pledges."""

from collections.abc import Callable, Sequence
from enum import StrEnum, auto

from charter.coding import events
from charter.coding.finding import NO, Finding, Ground, Reason, all_of, any_of, unsettled, yes
from charter.rules.pattern import EventPattern
from charter.rules.provision import CountsAs, Norm, Provision
from charter.rules.terms import Action, Against, ConditionKind, Means, Role, Target


class Pledge(StrEnum):
    """The five pledges, by the names of their columns."""

    DEFENSE = auto()
    OFFENSE = auto()
    NEUTRAL = auto()
    NONAGG = auto()
    CONSUL = auto()


Parties = Sequence[str]
MILITARY = frozenset({Means.ARMED_FORCE, Means.ALL_MEANS, Means.MILITARY})
NEAR_HELP = frozenset({Action.GUARANTEE, Action.MOBILISE, Action.COOPERATE, Action.OTHER})
"""Actions that may amount to military help, which their names do not say."""


def ground(norm: Norm) -> Ground:
    """The words of a norm that say what is to be done."""
    return Ground(norm.citation, norm.action_words)


def made_by(norm: Norm, pledge: Pledge, parties: Parties) -> Finding:
    """Whether a norm makes a pledge; who owes it is another question."""
    return MAKES[pledge](norm, parties)


# ------------------------------------------------------------------ defence and offence


def _defense(norm: Norm, parties: Parties) -> Finding:
    return _help(norm, parties, _for_defense)


def _offense(norm: Norm, parties: Parties) -> Finding:
    return _help(norm, parties, _for_offense)


EventFinding = Callable[[Norm, EventPattern, Parties], Finding]


def _help(norm: Norm, parties: Parties, on: EventFinding) -> Finding:
    """Military help, promised on an event that makes it a pledge of the kind asked about."""
    if norm.action is not Action.ASSIST and norm.action not in NEAR_HELP:
        return NO
    if norm.action in NEAR_HELP and not norm.triggers and norm.action is not Action.GUARANTEE:
        return NO
    called_for = [on(norm, each, parties) for each in norm.triggers]
    event = any_of(called_for) if norm.triggers else _no_event(norm)
    return all_of(_promised(norm), _is_help(norm), _by_arms(norm), event)


def _no_event(norm: Norm) -> Finding:
    other = [each.words for each in norm.conditions if each.kind is ConditionKind.OTHER]
    if other:
        return unsettled(Reason.OWN_WORDS, *(Ground(norm.citation, each) for each in other))
    return unsettled(Reason.NO_EVENT, ground(norm))


def _is_help(norm: Norm) -> Finding:
    if norm.action is Action.ASSIST:
        return yes(ground(norm))
    return unsettled(Reason.OTHER_ACTION, ground(norm))


def _promised(norm: Norm) -> Finding:
    """A duty promises; so does a declaration that one would assist, as coders take it."""
    match norm.kind:
        case "permission" | "prohibition":
            return NO
        case "declaration" if norm.action is not Action.ASSIST:
            return unsettled(Reason.ONLY_DECLARED, ground(norm))
        case _:
            return yes()


def _by_arms(norm: Norm) -> Finding:
    """Help without named means is of any kind, so by arms too; named means limit it."""
    named = {each.means for each in norm.means}
    if not named or named & MILITARY:
        return yes()
    if Means.OTHER in named:
        used = (each.words for each in norm.means if each.means is Means.OTHER)
        return unsettled(Reason.OTHER_MEANS, *(Ground(norm.citation, each) for each in used))
    return NO


def _for_defense(norm: Norm, pattern: EventPattern, parties: Parties) -> Finding:
    if events.is_internal(pattern) or events.strikes_outsider(pattern, parties):
        return NO
    if events.attacks(pattern) or events.is_war(pattern):
        return yes(Ground(norm.citation, pattern.words))
    return unsettled(Reason.VAGUE_EVENT, Ground(norm.citation, pattern.words))


def _for_offense(norm: Norm, pattern: EventPattern, parties: Parties) -> Finding:
    """Help to a state that was not attacked, or to one that is no party."""
    here = Ground(norm.citation, pattern.words)
    if events.is_internal(pattern):
        return NO
    if events.strikes_outsider(pattern, parties):
        is_settled = events.attacks(pattern) or events.is_war(pattern)
        return yes(here) if is_settled else unsettled(Reason.VAGUE_EVENT, here)
    if events.is_war(pattern) and not events.unprovoked(norm, pattern):
        beside = any(events.attacks(each) for each in norm.triggers)
        return unsettled(Reason.WAR_BESIDE_ATTACK, here) if beside else yes(here)
    if events.attacks(pattern) or events.is_war(pattern):
        return NO
    return unsettled(Reason.VAGUE_EVENT, here)


# ------------------------------------------------------------------ the other three


def _neutral(norm: Norm, _parties: Parties) -> Finding:
    if norm.kind in ("permission", "disputes"):
        return NO
    match norm.action:
        case Action.REMAIN_NEUTRAL if norm.kind == "declaration":
            return unsettled(Reason.ONLY_DECLARED, ground(norm))
        case Action.REMAIN_NEUTRAL if norm.kind == "prohibition":
            return unsettled(Reason.NEUTRALITY_DENIED, ground(norm))
        case Action.REMAIN_NEUTRAL:
            return yes(ground(norm))
        case Action.WITHHOLD_HELP_TO_ENEMY:
            return any_of(_no_help(norm, each) for each in norm.triggers)
        case _:
            return NO


def _no_help(norm: Norm, pattern: EventPattern) -> Finding:
    """Whoever gives the enemy no help of any kind does not join its war either."""
    if not (events.attacks(pattern) or events.is_war(pattern)):
        return NO
    if norm.means or norm.kind == "declaration":
        return unsettled(Reason.OTHER_MEANS, ground(norm))
    return yes(ground(norm))


def _nonagg(norm: Norm, parties: Parties) -> Finding:
    """A renunciation of force among the Parties; one towards every state takes them in."""
    if norm.action is Action.OTHER and norm.kind == "prohibition":
        return unsettled(Reason.OTHER_BAN, ground(norm))
    if norm.action is not Action.REFRAIN_FROM_FORCE or norm.kind == "permission":
        return NO
    if norm.kind == "declaration":
        return unsettled(Reason.ONLY_DECLARED, ground(norm))
    named = norm.beneficiary.names if norm.beneficiary else ()
    if named and not set(named) & set(parties):
        return NO
    if _leaves_parties_out(norm):
        return unsettled(Reason.THIRD_STATES, ground(norm))
    return yes(ground(norm))


def _leaves_parties_out(norm: Norm) -> bool:
    towards = norm.beneficiary.role if norm.beneficiary else None
    targets = {each.target for each in norm.conduct}
    return towards is not Role.EACH_OTHER and targets == {Target.THIRD_STATES}


def _consul(norm: Norm, _parties: Parties) -> Finding:
    """Consultation in a crisis; a promise to consult on matters at large is none."""
    if norm.action is not Action.CONSULT or norm.kind in ("permission", "prohibition"):
        return NO
    if norm.kind == "declaration":
        return unsettled(Reason.ONLY_DECLARED, ground(norm))
    if norm.triggers:
        return any_of(_crisis(norm, each) for each in norm.triggers)
    other = (each.words for each in norm.conditions if each.kind is ConditionKind.OTHER)
    return any_of(unsettled(Reason.OWN_WORDS, Ground(norm.citation, each)) for each in other)


def _crisis(norm: Norm, pattern: EventPattern) -> Finding:
    if events.attacks(pattern) or events.is_war(pattern) or events.is_tension(pattern):
        return yes(ground(norm), Ground(norm.citation, pattern.words))
    if events.is_no_crisis(pattern):
        return NO
    return unsettled(Reason.VAGUE_EVENT, Ground(norm.citation, pattern.words))


MAKES: dict[Pledge, Callable[[Norm, Parties], Finding]] = {
    Pledge.DEFENSE: _defense,
    Pledge.OFFENSE: _offense,
    Pledge.NEUTRAL: _neutral,
    Pledge.NONAGG: _nonagg,
    Pledge.CONSUL: _consul,
}


# ------------------------------------------------------------------ an attack on one


def only_counted(provisions: Sequence[Provision]) -> Finding:
    """An attack on one counts as one on the others: it says no more of what is then owed."""
    rules = (each for each in provisions if isinstance(each, CountsAs) and not each.includes)
    return any_of(
        unsettled(Reason.ONLY_COUNTED, Ground(each.citation, each.pattern.words))
        for each in rules
        if each.against in (Against.ALL_PARTIES, Against.OTHER_PARTIES, Against.OTHER_PARTY)
    )
