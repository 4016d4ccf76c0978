"""Help by what is given, sent, placed at somebody's disposal or employed for him."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

from charter.elaborate import ends, events, forcing, regarding, territories
from charter.elaborate.account import LIGHT_DETERMINERS
from charter.elaborate.act import Act, verb_text
from charter.elaborate.clausework import Clausework
from charter.elaborate.doing import Done, is_forbidden, other, take, whom_of
from charter.elaborate.helping import aided, assist
from charter.elaborate.lent import has_lent, lend, lends_soil
from charter.elaborate.parties import is_who, names, who
from charter.rules.pattern import MeansUse
from charter.rules.provision import Who
from charter.rules.terms import Action, Means, Modality, Role
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

Reader = Callable[[Clausework, Act], Done | None]

PARTIES = frozenset({Role.EACH_OTHER, Role.OTHER_PARTIES, Role.ATTACKED_PARTY, Role.NAMED})
"""Whom what is given helps, also where no event sets it off."""


def _give(work: Clausework, act: Act) -> Done:
    if is_forbidden(work, act) and act.has("AID", "AMOUNT") and act.has("ENEMY", "STATE", "LATTER"):
        return assist(work, act)
    if invades := forcing.incursion(work, act):
        return invades
    if is_forbidden(work, act) and territories.is_own_territory(act):
        return territories.deny_own_territory(work, act)
    if is_forbidden(work, act) and act.has("TERRITORY_USE"):
        return territories.deny_own_territory(work, act)
    if act.has("AID") or _is_military_aid(act):
        lend(work, act)
        return assist(work, act)
    if act.has("GUARANTEE") and not is_forbidden(work, act):
        take(work, act, "GUARANTEE")
        work.account.take(*(node for node in act.nodes if _is_bare_quality(node)))
        return regarding.guarantee(work, act)
    if act.has("INFORMATION") and not is_forbidden(work, act):
        return regarding.informed(work, act)
    return for_defence(work, act) or _lent(work, act) or other(work, act)


def _is_bare_quality(node: Node) -> bool:
    """Whether only adjectives are left of a noun that is read ("a mutual guarantee")."""
    light = LIGHT_DETERMINERS | {"QUALITY"}
    return node.form == "loose" and all(phrase.name in light for phrase in node.phrases())


def _is_military_aid(act: Act) -> bool:
    """Whether the words for means name the help itself."""
    said = (phrase.text.lower() for node in act.nodes for phrase in node.phrases("MILITARY"))
    return any(text.endswith(" aid") for text in said)


def _lent(work: Clausework, act: Act) -> Done | None:
    """Furnishing troops, money or one's soil to a Party: help by that means."""
    if is_forbidden(work, act) or not has_lent(work, act):
        return None
    if work.modality is Modality.MAY and not work.qualifiers.triggers:
        return None
    if lends_soil(act) and not work.qualifiers.triggers:
        return None
    free = [node for node in act.nodes if work.account.is_free(node)]
    whom = whom_of(work, act)
    if not (work.qualifiers.triggers or _is_a_party(whom)):
        work.account.taken.difference_update(node.span.start for node in free)
        return None
    lend(work, act)
    met = ends.defence(work, act)
    take(work, act, "AID")
    return Done(Action.ASSIST, beneficiary=aided(work, act, whom), triggers=met, whom=whom)


def _is_a_party(whom: Who | None) -> bool:
    return whom is not None and whom.role in PARTIES


def _take(work: Clausework, act: Act) -> Done:
    """Taking action, "to assist" the party that is struck or to some other end."""
    if is_forbidden(work, act) and any(map(events.is_event, act.nodes)):
        return forcing.resort(work, act)
    if not (act.has("MEASURES") and _is_to_help(work, act)):
        return other(work, act)
    take(work, act, "TO", "GIVE", "FOR")
    return assist(work, act)


def _is_to_help(work: Clausework, act: Act) -> bool:
    """Whether something is done "to assist" somebody, or where an event strikes, "to repel" it."""
    for at, node in enumerate(act.nodes):
        before = name_of(act.nodes[at - 1]) if at else ""
        led = any(name_of(each) in ("TO", "FOR", "IN", "GIVE") for each in act.nodes[:at])
        if node.has("AID") and led:
            return True
        defends = node.has(*ends.RESISTING) and before in ("TO", "FOR", "IN")
        if defends and work.qualifiers.triggers and not is_forbidden(work, act):
            return True
    return False


def _bring(work: Clausework, act: Act) -> Done:
    """Bringing help, or bringing a dispute before somebody."""
    return assist(work, act) if act.has("AID") else regarding.settle(work, act)


def _carry_out(work: Clausework, act: Act) -> Done | None:
    """Carrying out an attack, which a clause forbids; of decisions carried out others tell."""
    strikes = is_forbidden(work, act) and any(map(events.is_event, act.nodes))
    return forcing.resort(work, act) if strikes else None


def _in_readiness(work: Clausework, act: Act) -> Done | None:
    """Holding troops in readiness for war."""
    if not act.has("READINESS") or is_forbidden(work, act):
        return None
    work.account.take(*(n for n in act.nodes if n.form == "asset" or n.has("READINESS", "COUNT")))
    return Done(Action.MOBILISE)


def _place(work: Clausework, act: Act) -> Done:
    """Placing forces or territory at somebody's disposal."""
    if ready := _in_readiness(work, act):
        return ready
    disposal = [node for node in act.nodes if _is_disposal(work, node)]
    if not disposal and "available" not in work.account.text(act.verb):
        return other(work, act)
    if is_forbidden(work, act) and territories.is_own_territory(act):
        return territories.deny_own_territory(work, act)
    work.account.take(*disposal)
    made = _lent(work, act)
    if made is None:
        work.account.taken.difference_update(node.span.start for node in disposal)
    return made or _held(work, act)


def _held(work: Clausework, act: Act) -> Done:
    """What is held for somebody, to no end that the clause names."""
    held = next((n for n in reversed(act.nodes) if n.form in ("names", "organ")), None)
    return replace(other(work, act), beneficiary=who([held]) if held else None)


def _is_disposal(work: Clausework, node: Node) -> bool:
    return node.form == "means" and "disposal" in work.account.text(node)


def _employ(work: Clausework, act: Act) -> Done:
    """As in "Employ all its forces to attack X", "in its defence": help by that means."""
    if act.nodes and events.is_event(act.nodes[0]):
        return forcing.resort(work, act)
    if is_forbidden(work, act) and act.has("ARMED_FORCE", "FORCES", "MILITARY"):
        return forcing.use_arms(work, act)
    if is_forbidden(work, act) and territories.is_own_territory(act):
        return territories.deny_own_territory(work, act)
    if not is_forbidden(work, act) and _is_to_help(work, act):
        take(work, act, "TO", "FOR", "IN")
        lend(work, act)
        return assist(work, act)
    strikes = act.has("ATTACK", "STRIKE", "ATTACKING") or _against_author(work, act)
    if not (has_lent(work, act) and strikes):
        return other(work, act)
    take(work, act, "FORCES")
    work.account.take(*act.nodes)
    return Done(Action.ASSIST)


def _against_author(work: Clausework, act: Act) -> bool:
    """Whether something is turned on the enemy, or on who is named as the author of the event."""
    hostile = {name for each in work.qualifiers.triggers for name in each.author_names}
    return any(
        name_of(before) == "ON" and (node.has("ENEMY") or bool(hostile & set(names([node]))))
        for before, node in pairwise(act.nodes)
    )


def for_defence(work: Clausework, act: Act) -> Done | None:
    """Joining somebody who is struck, or taking part in his defence, with whatever verb."""
    if is_forbidden(work, act) or not (_sets_off(work) and _joins(act)):
        return None
    take(work, act, "TO", "WITH", "IN", "FOR")
    lend(work, act)
    return assist(work, act)


def _sets_off(work: Clausework) -> bool:
    """Whether an event strikes one whom others are bound to help."""
    helper = work.bearer is not None and work.bearer.role in (Role.OTHER_PARTIES, Role.NAMED)
    return helper and bool(work.qualifiers.triggers)


def _joins(act: Act) -> bool:
    """Whether an act is done in defence, or is joining the one who is struck."""
    if ends.is_of_defence(act.nodes):
        return True
    if act.name == "COMBAT":
        return act.has("ENEMY")
    joins = any(verb_text(verb).split()[0] in ("join", "unite") for verb in act.verbs)
    return joins and bool(act.nodes) and (is_who(act.nodes[0]) or act.has("FORCES"))


def allow(work: Clausework, act: Act) -> Done | None:
    """Letting a Party that is struck use one's ports or pass through one's territory."""
    lends = work.qualifiers.triggers and lends_soil(act) and not act.is_denied
    return _lent(work, act) if lends else None


def _promised(work: Clausework, act: Act) -> Done | None:
    """As in "guarantee each other assistance": help, and nothing that is stood for."""
    return assist(work, act) if act.has("AID") and not is_forbidden(work, act) else None


def _go_to_war(work: Clausework, act: Act) -> Done:
    """Declaring or making war, as an ally does on the aggressor, or as nobody shall."""
    if is_forbidden(work, act):
        return forcing.resort(work, act)
    if not work.qualifiers.triggers:
        return other(work, act)
    work.account.take(act.verb)
    work.account.take(*(n for n in act.nodes if n.has("ENEMY") or name_of(n) in ("ON", "WITH")))
    hostile = {name for each in work.qualifiers.triggers for name in each.author_names}
    work.account.take(*(n for n in act.nodes if n.form == "names" and hostile & set(names([n]))))
    ends.defence(work, act)
    if verb_text(act.verb).endswith(" arms"):
        use = MeansUse(means=Means.ARMED_FORCE, words=work.account.words(act.verb))
        work.adverbials.means.append((act.verb, use))
    whom = whom_of(work, act)
    return Done(Action.ASSIST, beneficiary=aided(work, act, whom), whom=whom)


READERS: dict[str, Reader] = {
    "GIVE": _give,
    "SEND": _give,
    "REGISTER": regarding.transmitted,
    "TAKE": _take,
    "USE": _employ,
    "SUBMIT": _bring,
    "ACCEPT": _carry_out,
    "PLACE": _place,
    "GO_TO_WAR": _go_to_war,
}


def _adopt(work: Clausework, act: Act) -> Done | None:
    """Adopting measures to help somebody, or ordering a mobilisation."""
    if is_forbidden(work, act):
        return None
    if act.nodes and events.is_event(act.nodes[0]):
        return _mobilising(work, act)
    to_help = act.has("MEASURES") and _is_to_help(work, act)
    return _take(work, act) if to_help else for_defence(work, act)


def _mobilising(work: Clausework, act: Act) -> Done | None:
    """As in "order the mobilisation of its army", "proceed to a general mobilisation"."""
    at = next((n for n, node in enumerate(act.nodes) if events.is_event(node)), None)
    if at is None or is_forbidden(work, act) or events.kinds(act.nodes[at]) != ("mobilisation",):
        return None
    behind = (node for node in act.nodes[at:] if node.form in ("event", "asset"))
    work.account.take(*behind, *(node for node in act.nodes[:at] if _is_bare_quality(node)))
    return Done(Action.MOBILISE)


JOINING = ("ENTER", "COOPERATE", "AIM_VERB", "ACT", "COMBAT")
IN_DEFENCE: dict[str, Reader] = {
    **dict.fromkeys(JOINING, for_defence),
    "ALLOW": allow,
    "OTHER_ACT": _adopt,
    "OBSERVE": _in_readiness,
    "RESORT": _mobilising,
    "ACCEPT": _mobilising,
    "GUARANTEE": _promised,
}
"""Verbs that are help where their object is somebody's defence, and what reads them so."""


def first(others: Mapping[str, Reader]) -> dict[str, Reader]:
    """The readers of verbs, each behind the one that reads it as help."""
    return {**others, **{name: _before(each, others[name]) for name, each in IN_DEFENCE.items()}}


def _before(reader: Reader, otherwise: Reader) -> Reader:
    return lambda work, act: reader(work, act) or otherwise(work, act)
