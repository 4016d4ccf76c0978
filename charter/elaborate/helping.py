"""Help, and its refusal."""

from collections.abc import Callable
from dataclasses import replace

from charter.elaborate import alliances, events, forcing, preventing, regarding, territories
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.doing import (
    EACH_OTHER,
    Done,
    is_forbidden,
    other,
    take,
    whom_of,
)
from charter.elaborate.means import MEANT
from charter.elaborate.objects import target_of
from charter.elaborate.parties import is_who, names, reference
from charter.rules.pattern import EventPattern, MeansUse
from charter.rules.provision import Who
from charter.rules.terms import Action, Author, Means, Role, Target
from charter.syntax.phrases import is_that, name_of
from charter.syntax.tree import Node


def _aided(work: Clausework, act: Act, whom: Who | None) -> Who:
    """Who is aided: by name, one another, or the party that is struck."""
    if whom and whom.role is Role.NAMED and _is_struck(work, whom):
        return Who(role=Role.ATTACKED_PARTY)
    if whom and whom.role in (Role.EACH_OTHER, Role.NAMED, Role.ORGAN):
        return whom
    if name_of(act.verb) == "DEFEND" and whom and whom.role is Role.EACH_PARTY:
        return EACH_OTHER
    return Who(role=Role.ATTACKED_PARTY)


def _is_struck(work: Clausework, whom: Who) -> bool:
    """Whether a state by its name is the one that the event strikes."""
    return any(set(whom.names) <= set(each.target_names) for each in work.qualifiers.triggers)


def _act(work: Clausework, act: Act) -> Done:
    """Acting to meet a danger, which is help; acting in concert; or acting somehow."""
    if work.qualifiers.triggers:
        return _assist(work, act)
    return Done(Action.COOPERATE) if work.adverbials.in_common else other(work, act)


def _assist(work: Clausework, act: Act) -> Done:
    if is_forbidden(work, act) and (made := alliances.hostile(work, act)):
        return made
    take(work, act, "AID", "MEASURES", "TAKE")
    _all_in_its_power(work, act)
    if is_forbidden(work, act) and (_is_stranger(act) or _to_author(work, act)):
        take(work, act, "ENEMY", "STATE", "STATES", "ALLY", "PARTY", "NAME")
        war = () if work.qualifiers.triggers else _at_war(work, act)
        return Done(Action.WITHHOLD_HELP_TO_ENEMY, triggers=war)
    if down := preventing.put_down(work, act):
        return replace(down, beneficiary=_aided(work, act, whom_of(work, act)))
    against = events.find(act.nodes, work.account) if act.name == "DEFEND" else None
    if act.name == "DEFEND":
        work.account.take(*(node for node in act.nodes if node.form in ("asset", "interest")))
    _with_troops(work, act)
    whom = _meant(work, act) or whom_of(work, act)
    return Done(
        Action.ASSIST,
        beneficiary=_aided(work, act, whom),
        triggers=_on(_as_suffered(against), whom),
        whom=whom,
    )


def _meant(work: Clausework, act: Act) -> Who | None:
    """Whom "defend them" means: those named in the duty before."""
    before = work.duty.beneficiary if work.duty else None
    pronoun = next((node for node in act.nodes if name_of(node) in ("THEY", "IT")), None)
    if act.name != "DEFEND" or pronoun is None or before is None or before.role is not Role.NAMED:
        return None
    if work.account.text(pronoun).endswith(("self", "selves")) or work.qualifiers.triggers:
        return None
    work.account.take(pronoun)
    return before


def _on(struck: tuple[EventPattern, ...], whom: Who | None) -> tuple[EventPattern, ...]:
    """The events that somebody is defended against, on them where they are named."""
    if whom is None or whom.role is not Role.NAMED:
        return struck
    update = {"target": Target.NAMED, "target_names": whom.names}
    return tuple(each.model_copy(update=update) for each in struck)


def _with_troops(work: Clausework, act: Act) -> None:
    """Troops that are sent are means ("send to its aid 20,000 men")."""
    for node in act.nodes:
        if node.has("FORCES") and node.form == "asset" and work.account.is_free(node):
            use = MeansUse(means=Means.ARMED_FORCE, words=work.account.words(node))
            work.adverbials.means.append((node, use))
            work.account.take(node)


def _is_stranger(act: Act) -> bool:
    """Whether help would go to anybody but a Party ("to the aggressor", "to a third party")."""
    persons = [node for node in act.nodes if is_who(node)]
    outside = {"state", "third_state", "group"}
    if persons and reference(persons[0]) in outside:
        return True
    return act.has("ENEMY", "STATE", "STATES") or not persons


def _at_war(work: Clausework, act: Act) -> tuple[EventPattern, ...]:
    """The war that the state to be left alone wages ("a State which is at war with another")."""
    which = next((n for n, node in enumerate(act.nodes) if _is_relative(node)), None)
    if which is None or which + 1 == len(act.nodes):
        return ()
    work.account.taken.difference_update(node.span.start for node in act.nodes[which:])
    event = events.find(act.nodes[which:], work.account)
    if event is None:
        return ()
    work.account.take(act.nodes[which])
    rest = [node for node in act.nodes[which:] if is_who(node)]
    work.account.take(*rest[:1])
    target = target_of(rest[:1]) if rest else None
    state = next((node for node in reversed(act.nodes[:which]) if is_who(node)), None)
    third = state is not None and reference(state) == "third_state"
    author = Author.THIRD_STATE if third else Author.ANYONE
    return (event.model_copy(update={"target": target, "author": author}),)


def _is_relative(node: Node) -> bool:
    return name_of(node) == "WHICH" or is_that(node)


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
    if name == "MEANS" and node.has("ANY", "ALL", "EVERY"):
        return MeansUse(means=Means.ALL_MEANS, words=work.account.words(node))
    return MeansUse(means=MEANT.get(name) or Means(name.lower()), words=work.account.words(node))


def _give(work: Clausework, act: Act) -> Done:
    if is_forbidden(work, act) and territories.is_own_territory(act):
        return territories.deny_own_territory(work, act)
    if is_forbidden(work, act) and act.has("TERRITORY_USE"):
        return territories.deny_own_territory(work, act)
    if act.has("AID") or _is_military_aid(act):
        return _assist(work, act)
    if act.has("INFORMATION") and not is_forbidden(work, act):
        return regarding.informed(work, act)
    if act.has("FORCES") and work.qualifiers.triggers and not is_forbidden(work, act):
        return _send(work, act)
    return other(work, act)


def _is_military_aid(act: Act) -> bool:
    """Whether the words for means name the help itself."""
    said = (phrase.text.lower() for node in act.nodes for phrase in node.phrases("MILITARY"))
    return any(text.endswith(" aid") for text in said)


def _send(work: Clausework, act: Act) -> Done:
    """Furnishing troops to a Party that is struck: help with armed force."""
    _with_troops(work, act)
    whom = whom_of(work, act)
    return Done(Action.ASSIST, beneficiary=_aided(work, act, whom), whom=whom)


def _take(work: Clausework, act: Act) -> Done:
    """Taking action, "to assist" the party that is struck or to some other end."""
    if is_forbidden(work, act) and any(map(events.is_event, act.nodes)):
        return forcing.resort(work, act)
    names = [name_of(node) for node in act.nodes]
    to_aid = any(n and names[n - 1] == "TO" and act.nodes[n].has("AID") for n in range(len(names)))
    if not (to_aid and act.has("MEASURES")):
        return other(work, act)
    take(work, act, "TO")
    return _assist(work, act)


def _come(work: Clausework, act: Act) -> Done:
    """Coming to somebody's aid, whatever stands between ("come at once to its aid")."""
    if act.has("AID"):
        take(work, act, "TO", "OF")
        return _assist(work, act)
    return forcing.resort(work, act)


def _bring(work: Clausework, act: Act) -> Done:
    """Bringing help, or bringing a dispute before somebody."""
    return _assist(work, act) if act.has("AID") else regarding.settle(work, act)


def _carry_out(work: Clausework, act: Act) -> Done | None:
    """Carrying out an attack, which a clause forbids; of decisions carried out others tell."""
    strikes = is_forbidden(work, act) and any(map(events.is_event, act.nodes))
    return forcing.resort(work, act) if strikes else None


def _place(work: Clausework, act: Act) -> Done:
    """Placing forces or territory at somebody's disposal."""
    if not any("disposal" in work.account.text(node) for node in act.nodes):
        return other(work, act)
    if is_forbidden(work, act) and territories.is_own_territory(act):
        return territories.deny_own_territory(work, act)
    armed = act.has("FORCES", "WHOLE_STRENGTH") or _with_strength(work, act)
    if not (armed and work.qualifiers.triggers):
        return other(work, act)
    _with_troops(work, act)
    work.account.take(*(node for node in act.nodes if node.form in ("asset", "means", "formula")))
    whom = whom_of(work, act)
    return Done(Action.ASSIST, beneficiary=_aided(work, act, whom), whom=whom)


def _employ(work: Clausework, act: Act) -> Done:
    """As in "Employ all its forces to attack X": help with armed force."""
    if act.nodes and events.is_event(act.nodes[0]):
        return forcing.resort(work, act)
    if is_forbidden(work, act) and act.has("ARMED_FORCE", "FORCES", "MILITARY"):
        return forcing.use_arms(work, act)
    if is_forbidden(work, act) and territories.is_own_territory(act):
        return territories.deny_own_territory(work, act)
    force = act.has("FORCES", "WHOLE_STRENGTH") or _with_strength(work, act)
    strikes = act.has("ATTACK", "STRIKE")
    if not (force and strikes):
        return other(work, act)
    take(work, act, "FORCES")
    work.account.take(*act.nodes)
    return Done(Action.ASSIST)


def _with_strength(work: Clausework, act: Act) -> bool:
    return any(act.covers(node) for node, _ in work.adverbials.means)


def _mobilise(work: Clausework, act: Act) -> Done:
    work.account.take(*(node for node in act.nodes if node.form == "asset"))
    return Done(Action.MOBILISE)


READERS: dict[str, Callable[[Clausework, Act], Done | None]] = {
    "AID": _assist,
    "GO_TO_AID": _assist,
    "DEFEND": _assist,
    "ACT": _act,
    "GIVE": _give,
    "SEND": _give,
    "REGISTER": regarding.transmitted,
    "TAKE": _take,
    "USE": _employ,
    "COME": _come,
    "SUBMIT": _bring,
    "ACCEPT": _carry_out,
    "PLACE": _place,
    "AIDING": _assist,
    "MOBILISE": _mobilise,
}
