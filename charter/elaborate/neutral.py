"""Neutrality, observed or declared, and what else is maintained."""

from collections.abc import Callable

from charter.elaborate import events, narrowing, regarding
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.doing import Done, other, take, whom_of
from charter.rules.provision import Who
from charter.rules.terms import Action, Modality, Role
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def _neutral(work: Clausework, act: Act) -> Done:
    if act.name == "OBSERVE" and act.has("REPORT"):
        take(work, act, "REPORT")
        return regarding.report(work, act)
    if not (act.has("NEUTRALITY", "NEUTRAL") or act.name == "NEUTRAL"):
        kept = act.name == "OBSERVE" and (act.has(*regarding.KEPT) or _status(work, act))
        if not kept:
            return other(work, act)
        work.account.take(
            *(node for node in act.nodes if node.form == "unread" and _is_status(work, node))
        )
        return regarding.guarantee(work, act)
    war = None if work.qualifiers.triggers else events.find(act.nodes, work.account)
    take(work, act, "NEUTRALITY", "NEUTRAL", "TOWARDS", "STATE")
    if _status(work, act):
        work.account.take(*act.nodes)
        return Done(Action.GUARANTEE)
    whom = whom_of(work, act)
    if act.name in ("NEUTRAL", "OBSERVE") and _neutral_state(act):
        work.account.take(*(node for node in act.nodes if node.form == "state"))
        return Done(Action.REMAIN_NEUTRAL, modality=Modality.DECLARES)
    outside = any(node.form == "state" for node in act.nodes if name_of(node) in ("ALL", "OTHER"))
    thirds = (whom and whom.role is Role.THIRD_STATES) or outside
    declares = Modality.DECLARES if act.name == "FORM" else None
    struck = whom if whom and whom.role is Role.ATTACKED_PARTY else None
    return Done(
        Action.REMAIN_NEUTRAL,
        modality=declares,
        beneficiary=Who(role=Role.THIRD_STATES) if thirds and not declares else struck,
        triggers=(war,) if war else (),
        conditions=tuple(narrowing.regions(act.nodes, work.account)) if war else (),
    )


def _neutral_state(act: Act) -> bool:
    """Whether somebody is to be "a neutral State"."""
    names = [name_of(node) for node in act.row]
    at = names.index("NEUTRAL") if "NEUTRAL" in names else len(names)
    return at + 1 < len(names) and act.row[at + 1].form == "state"


def _status(work: Clausework, act: Act) -> bool:
    """Whether a regime or status is what is maintained."""
    return any(_is_status(work, node) for node in act.nodes)


def _is_status(work: Clausework, node: Node) -> bool:
    return work.account.text(node) in ("regime", "status")


READERS: dict[str, Callable[[Clausework, Act], Done]] = {
    "OBSERVE": _neutral,
    "FORM": _neutral,
    "NEUTRAL": _neutral,
}
