"""Duties, permissions and declarations that an event triggers: whose they are, and towards whom."""

from collections.abc import Iterator
from typing import assert_never

from charter.engine.conditions import condition
from charter.engine.ledger import Case, Ledger
from charter.engine.matter import Matter
from charter.engine.plan import PlannedNorm
from charter.engine.steps import denied, either
from charter.findings.claims import Owes
from charter.findings.derivation import Step
from charter.rules.terms import Action, Role

# Owed to the one that is struck, on whose account they arise, and not by the one that struck it.
_FOR_VICTIM = frozenset(
    {Action.ASSIST, Action.GUARANTEE, Action.REMAIN_NEUTRAL, Action.WITHHOLD_HELP_TO_ENEMY}
)
# The party struck has these to do as well, in its own house.
_ALSO_AT_HOME = frozenset({Action.PREVENT_OR_SETTLE_REBELLION, Action.COMBAT_TERRORISM})

_ONE_STRUCK = frozenset({Role.ATTACKED_PARTY, Role.ONE_PARTY})
_SEVERAL = frozenset({Role.EACH_OTHER, Role.EACH_PARTY, Role.OTHER_PARTIES})
_BY_NAME = frozenset({Role.NAMED, Role.ORGAN})


def enter_duties(matter: Matter, norm: PlannedNorm, ledger: Ledger) -> None:
    """Note, for each bearer and beneficiary of a triggered norm, whether the event engages it."""
    if not (ledger.explain or matter.may_engage(norm.triggers)):
        return
    for bearer in bearers(matter, norm):
        for beneficiary, victims in _beneficiaries(matter, norm, bearer):
            claim = Owes(
                bearer, beneficiary, norm.action, matter.treaty.name, norm.article, matter.label
            )
            base = _premises(matter, norm, bearer, beneficiary, victims)
            exceptions = (condition(matter, each, victims) for each in norm.exceptions)
            ledger.enter(Case(matter, norm, bearer, beneficiary, claim, base, exceptions))


def bearers(matter: Matter, norm: PlannedNorm) -> tuple[str, ...]:
    """All whom the words of a norm bind, bound on the day or not.

    Whom "the other Parties" leaves out depends on facts, and is for the premises to say.
    """
    match norm.bearer:
        case Role.NAMED | Role.ORGAN:
            return norm.bearer_names
        case Role.ATTACKED_PARTY:
            return matter.happening.victims
        case Role.EACH_PARTY | Role.ALL_PARTIES | Role.OTHER_PARTIES | Role.ONE_PARTY:
            return matter.standing.members
        case None | Role.EACH_OTHER | Role.THIRD_STATES | Role.OTHERS:
            return ()
        case _:
            assert_never(norm.bearer)


def _is_for_victim(norm: PlannedNorm) -> bool:
    if norm.beneficiary in _ONE_STRUCK:
        return True
    return norm.action in _FOR_VICTIM and norm.beneficiary in {None, Role.ALL_PARTIES, *_SEVERAL}


def _is_owed_to_party(norm: PlannedNorm) -> bool:
    """Whether the beneficiary must be a party, and no trigger has already asked for that."""
    if norm.strikes_party and _is_for_victim(norm):
        return False
    return norm.beneficiary not in {None, *_BY_NAME}


def _beneficiaries(
    matter: Matter, norm: PlannedNorm, bearer: str
) -> Iterator[tuple[str | None, tuple[str | None, ...]]]:
    """Each beneficiary with the victims on whose account it is owed; nobody owes itself."""
    struck = (bearer,) if norm.bearer is Role.ATTACKED_PARTY else matter.candidates
    if _is_for_victim(norm):
        for victim in struck:
            if victim != bearer:
                yield victim, (victim,)
            elif norm.action in _ALSO_AT_HOME:
                yield None, (victim,)
        return
    for each in _others(matter, norm):
        if each != bearer:
            yield each, struck


def _others(matter: Matter, norm: PlannedNorm) -> tuple[str | None, ...]:
    """Those to whom a norm is owed that is not owed on account of being struck."""
    if norm.beneficiary in _SEVERAL:
        return matter.standing.members
    if norm.beneficiary in _BY_NAME:
        return norm.beneficiary_names or (None,)
    return (None,)


def _premises(
    matter: Matter,
    norm: PlannedNorm,
    bearer: str,
    beneficiary: str | None,
    victims: tuple[str | None, ...],
) -> Iterator[Step]:
    if norm.bearer is Role.ORGAN:
        yield matter.standing.entered(matter.happening.moment)
    else:
        yield matter.binds(bearer)
    if norm.bearer is Role.OTHER_PARTIES:
        yield denied(matter.happening.strikes(bearer))
    if norm.action is Action.SETTLE_PEACEFULLY:
        for side in filter(None, (bearer, beneficiary)):
            yield _is_side(matter, side)
    yield matter.engages(norm.triggers, victims, bearer)
    if beneficiary and beneficiary in victims and beneficiary not in matter.victims:
        yield matter.happening.strikes(beneficiary)
    if beneficiary and _is_owed_to_party(norm):
        yield matter.binds(beneficiary)
    if norm.action in _FOR_VICTIM:
        yield denied(matter.is_author(bearer))
    for each in norm.conditions:
        yield condition(matter, each, victims)
    if norm.place:
        yield matter.within(norm.place)


def _is_side(matter: Matter, party: str) -> Step:
    """Whether a party is one of those at odds: a dispute is for its own parties to settle."""
    return either((matter.happening.strikes(party), matter.is_author(party)))
