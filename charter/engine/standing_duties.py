"""Duties that no event triggers, as what they forbid: to respect a state is not to infringe it."""

from charter.rules.pattern import EventPattern
from charter.rules.provision import Norm, Who
from charter.rules.terms import Action, Role, Target

_CONTRARY = {
    Action.RESPECT: ("infringement", "use_of_force"),
    Action.DENY_TERRITORY: ("toleration_of_armed_groups", "lending_of_territory"),
}
"""The kinds of events by which the bearer of a standing duty does what it is to leave."""


def as_forbidding(norm: Norm) -> Norm:
    """The norm itself, or a standing duty as the prohibition of its contrary."""
    kinds = _CONTRARY.get(norm.action)
    if kinds is None or norm.kind != "duty" or norm.triggers or norm.conduct:
        return norm
    if norm.action is Action.RESPECT and norm.beneficiary is None:
        return norm
    bare = EventPattern(kinds=kinds, words=norm.action_words)
    conduct = bare.model_copy(update=_against(norm.beneficiary))
    return norm.model_copy(update={"kind": "prohibition", "conduct": (conduct,)})


def _against(whom: Who | None) -> dict[str, object]:
    """Whom the conduct strikes: the one to whom the duty is owed."""
    match whom:
        case Who(role=Role.NAMED, names=names):
            return {"target": Target.NAMED, "target_names": names}
        case Who(role=Role.EACH_OTHER | Role.EACH_PARTY | Role.OTHER_PARTIES):
            return {"target": Target.OTHER_PARTY}
        case Who(role=Role.THIRD_STATES):
            return {"target": Target.THIRD_STATES}
        case _:
            return {}
