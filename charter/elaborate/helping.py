"""Help, its refusal, neutrality and peace."""

from collections.abc import Callable

from charter.elaborate import events, forcing, narrowing
from charter.elaborate.acts import Act
from charter.elaborate.adverbials import MEANT
from charter.elaborate.clausework import Clausework
from charter.elaborate.doing import (
    EACH_OTHER,
    Done,
    is_forbidden,
    other,
    take,
    tells_more,
    whom_of,
)
from charter.elaborate.parties import names
from charter.rules.pattern import EventPattern, MeansUse
from charter.rules.provision import Who
from charter.rules.terms import Action, Means, Modality, Role, Target
from charter.syntax.heads import name_of
from charter.syntax.tree import Node


def _aided(work: Clausework, act: Act) -> Who:
    """Who is aided: by name, one another, or the party that is struck."""
    whom = whom_of(work, act)
    if whom and whom.role in (Role.EACH_OTHER, Role.NAMED, Role.ORGAN):
        return whom
    if name_of(act.verb) == "DEFEND" and whom and whom.role is Role.EACH_PARTY:
        return EACH_OTHER
    return Who(role=Role.ATTACKED_PARTY)


def _assist(work: Clausework, act: Act) -> Done:
    take(work, act, "AID", "MEASURES", "TAKE")
    _all_in_its_power(work, act)
    if is_forbidden(work, act) and (act.has("ENEMY", "STATE", "STATES") or _to_author(work, act)):
        take(work, act, "ENEMY", "STATE", "STATES", "ALLY", "PARTY", "NAME")
        return Done(Action.WITHHOLD_HELP_TO_ENEMY)
    against = events.find(act.nodes, work.account) if act.name == "DEFEND" else None
    return Done(Action.ASSIST, beneficiary=_aided(work, act), triggers=_as_suffered(against))


def _to_author(work: Clausework, act: Act) -> bool:
    """Whether aid would go to a state that is named as the author of the event."""
    hostile = {name for each in work.qualifiers.triggers for name in each.author_names}
    return bool(hostile & set(names([node for node in act.nodes if node.form == "names"])))


def _as_suffered(event: EventPattern | None) -> tuple[EventPattern, ...]:
    """An event that the Parties defend themselves against strikes one or more of them."""
    if event is None:
        return ()
    target = event.target or Target.ONE_OR_MORE_PARTIES
    return (event.model_copy(update={"target": target}),)


def _all_in_its_power(work: Clausework, act: Act) -> None:
    """As in "All the support and assistance in its power": all means."""
    for node in act.nodes:
        wide = node.has("ALL_IN_ITS_POWER") or (node.has("AID") and node.has("ALL", "EVERY"))
        if wide and node.form in ("means", "term"):
            work.account.take(node)
            use = MeansUse(means=Means.ALL_MEANS, words=work.account.words(node))
            work.adverbials.means.append((node, use))
        elif node.has("AID") and (kind := _sort_of_aid(node)):
            use = MeansUse(means=kind, words=work.account.words(node))
            work.adverbials.means.append((node, use))
        elif node.form == "means" and work.account.is_free(node):
            work.account.take(node)
            work.adverbials.means.append((node, _use(work, node)))


def _sort_of_aid(node: Node) -> Means | None:
    """The means that stand in the words for help ("other assistance", "armed support")."""
    if node.has("OTHER"):
        return Means.OTHER
    armed = any(phrase.text.lower() == "armed" for phrase in node.phrases("QUALITY"))
    return Means.ARMED_FORCE if armed else None


def _use(work: Clausework, node: Node) -> MeansUse:
    name = node.phrases()[-1].name
    return MeansUse(means=MEANT.get(name) or Means(name.lower()), words=work.account.words(node))


def _give(work: Clausework, act: Act) -> Done:
    if is_forbidden(work, act) and forcing.is_own_territory(act):
        return forcing.deny_own_territory(work, act)
    return _assist(work, act) if act.has("AID") else other(work, act)


def _take(work: Clausework, act: Act) -> Done:
    """Taking action, "to assist" the party that is struck or to some other end."""
    names = [name_of(node) for node in act.nodes]
    to_aid = any(n and names[n - 1] == "TO" and act.nodes[n].has("AID") for n in range(len(names)))
    if not (to_aid and act.has("MEASURES")):
        return other(work, act)
    take(work, act, "TO")
    return _assist(work, act)


def _employ(work: Clausework, act: Act) -> Done:
    """As in "Employ all its forces to attack X": help with armed force."""
    if act.nodes and events.is_event(act.nodes[0]):
        return forcing.resort(work, act)
    force = act.has("FORCES", "WHOLE_STRENGTH") or _with_strength(work, act)
    strikes = act.has("ATTACK", "STRIKE")
    if not (force and strikes):
        return other(work, act)
    take(work, act, "FORCES")
    work.account.take(*act.nodes)
    return Done(Action.ASSIST)


def _with_strength(work: Clausework, act: Act) -> bool:
    return any(act.covers(node) for node, _ in work.adverbials.means)


def _neutral(work: Clausework, act: Act) -> Done:
    if not (act.has("NEUTRALITY", "NEUTRAL") or act.name == "NEUTRAL"):
        return other(work, act)
    war = None if work.qualifiers.triggers else events.find(act.nodes, work.account)
    take(work, act, "NEUTRALITY", "NEUTRAL", "TOWARDS", "STATE")
    if any(work.account.text(node) in ("regime", "status") for node in act.nodes):
        work.account.take(*act.nodes)
        return Done(Action.GUARANTEE)
    whom = whom_of(work, act)
    outside = any(node.form == "state" for node in act.nodes if name_of(node) in ("ALL", "OTHER"))
    thirds = (whom and whom.role is Role.THIRD_STATES) or outside
    declares = Modality.DECLARES if act.name == "FORM" else None
    return Done(
        Action.REMAIN_NEUTRAL,
        modality=declares,
        beneficiary=Who(role=Role.THIRD_STATES) if thirds and not declares else None,
        triggers=(war,) if war else (),
        conditions=tuple(narrowing.regions(act.nodes, work.account)) if war else (),
    )


def _peace(work: Clausework, act: Act) -> Done:
    if not act.has("PEACE"):
        return _enter(work, act)
    take(work, act, "PEACE", "AGREEMENT", "AND", "OR", "ON", "BY", "ENEMY", "ONLY")
    positive = Modality.MUST if act.is_only or act.has("ONLY") else None
    with_it = any(name_of(node) == "IT" for node in act.nodes)
    whom = Who(role=Role.ATTACKED_PARTY) if with_it else EACH_OTHER
    take(work, act, "IT", "WITH")
    return Done(Action.NO_SEPARATE_PEACE, modality=positive, beneficiary=whom)


def _enter(work: Clausework, act: Act) -> Done:
    if act.has("PEACE") and act.name == "ENTER":
        return _peace(work, act)
    if not act.has("ALLIANCE", "CHARTER", "MEASURES"):
        return other(work, act)
    if any(each.has("DIRECTED") for each in work.acts if each.name in ("ENTER", "CONCLUDE")):
        work.account.take(*act.nodes)
        return Done(Action.REFRAIN_FROM_HOSTILE_ALLIANCE, beneficiary=EACH_OTHER)
    known = [node for node in act.nodes if node.form != "unread"]
    work.account.take(*(node for node in known if not tells_more(node) or node.has("ALLIANCE")))
    return Done(Action.OTHER)


def _mobilise(work: Clausework, act: Act) -> Done:
    work.account.take(*(node for node in act.nodes if node.form == "asset"))
    return Done(Action.MOBILISE)


READERS: dict[str, Callable[[Clausework, Act], Done]] = {
    "AID": _assist,
    "GO_TO_AID": _assist,
    "DEFEND": _assist,
    "ACT": _assist,
    "GIVE": _give,
    "TAKE": _take,
    "USE": _employ,
    "OBSERVE": _neutral,
    "FORM": _neutral,
    "NEUTRAL": _neutral,
    "CONCLUDE": _peace,
    "ENTER": _enter,
    "MOBILISE": _mobilise,
}
