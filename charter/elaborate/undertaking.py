"""What somebody promises without more, withdraws, or considers itself to be."""

from collections.abc import Callable

from charter.elaborate import events
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.doing import EACH_OTHER, Done, other
from charter.rules.terms import Action


def _withdraw(work: Clausework, act: Act) -> Done | None:
    """Withdrawing forces, which ends no treaty."""
    forces = any(node.has("FORCES") for node in (*work.clause.subject, *act.nodes))
    return other(work, act) if forces else None


FRIENDSHIP = frozenset({"friendship", "amity", "secrecy", "concord", "alliance"})


def _promise(work: Clausework, act: Act) -> Done:
    """As in "promise one another peace and friendship"."""
    work.account.take(*(node for node in act.nodes if node.form in ("mutual", "joint")))
    work.account.hold(*(node for node in act.nodes if work.account.text(node) in FRIENDSHIP))
    return Done(Action.OTHER, beneficiary=EACH_OTHER)


def regards_itself(work: Clausework, act: Act) -> bool:
    """Whether somebody shall "consider itself" to be something: a duty, and no definition."""
    first = next(iter(act.nodes), None)
    reflexive = first is not None and work.account.text(first).endswith(("self", "selves"))
    return act.name == "CONSIDERED" and reflexive and work.bearer is not None


def _consider(work: Clausework, act: Act) -> Done | None:
    """As in "shall consider itself in a state of war": something other that is to be done."""
    if not regards_itself(work, act):
        return None
    if act.has("NEUTRAL"):
        work.account.take(*act.nodes)
        return Done(Action.REMAIN_NEUTRAL)
    at_war = [node for node in act.nodes if node.form == "event" and events.kinds(node) == ("war",)]
    work.account.take(*at_war, *(node for node in act.nodes if node.has("ENEMY")))
    return other(work, act)


READERS: dict[str, Callable[[Clausework, Act], Done | None]] = {
    "CONSIDERED": _consider,
    "DENOUNCE": _withdraw,
    "PEACE": _promise,
}
