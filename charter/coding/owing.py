"""Who of the parties owes what a norm asks."""

from collections.abc import Sequence

from charter.coding.finding import NO, Finding, Reason, unsettled, yes
from charter.coding.pledges import ground
from charter.rules.provision import Norm
from charter.rules.terms import Action, Role, Target

NOT_A_PARTY = frozenset({Role.ORGAN, Role.OTHERS, Role.THIRD_STATES})
OWED_TO_THE_VICTIM = frozenset(
    {Action.ASSIST, Action.REMAIN_NEUTRAL, Action.WITHHOLD_HELP_TO_ENEMY, Action.GUARANTEE}
)


def owes(norm: Norm, party: str, parties: Sequence[str]) -> Finding:
    """Whether a party bears a norm, by its name or by its role.

    In a role every party stands, except the one that alone can be the victim of the event.
    A prohibition without a bearer binds all; a duty without one is open.
    """
    bearer = norm.bearer
    if bearer is None:
        is_ban = norm.kind in ("prohibition", "disputes")
        return yes() if is_ban else unsettled(Reason.NO_BEARER, ground(norm))
    if bearer.role in NOT_A_PARTY:
        return NO
    if bearer.names:
        named = set(bearer.names) & set(parties)
        if not named:
            return unsettled(Reason.NO_BEARER, ground(norm))
        return yes() if party in named else NO
    return NO if party == _only_victim(norm) else yes()


def is_one_sided(norm: Norm, parties: Sequence[str]) -> bool:
    """Whether some party bears the norm and another does not."""
    return len({owes(norm, each, parties).truth for each in parties}) > 1


def _only_victim(norm: Norm) -> str | None:
    """The one party to which help is owed, where the clause names it alone."""
    if norm.action not in OWED_TO_THE_VICTIM:
        return None
    named = {
        each.target_names if each.target is Target.NAMED else () for each in norm.triggers
    } or {norm.beneficiary.names if norm.beneficiary else ()}
    (names, *more) = named
    return names[0] if len(names) == 1 and not more else None
