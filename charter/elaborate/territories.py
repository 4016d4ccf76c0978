"""Territory: what a Party shall not give up, nor leave to others, nor let be used."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from charter.elaborate import events
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.doing import EACH_OTHER, Done, aimed_at, is_forbidden, other
from charter.elaborate.forcing import direct, own, toward
from charter.elaborate.parties import is_who, names, reference, who
from charter.rules.pattern import Condition
from charter.rules.provision import Who
from charter.rules.terms import Action, ConditionKind, Modality, Role, Target
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def _allow(work: Clausework, act: Act) -> Done:
    """Letting armed groups strike from one's territory (GA res. 2625, principle 1)."""
    groups = [node for node in act.nodes if node.form == "group"]
    at = next((n for n, node in enumerate(act.nodes) if _is_strike(node)), None)
    if not groups or at is None:
        return _deny(work, act)
    work.account.take(*groups, *act.nodes[: at + 1])
    pattern = direct(work, act.nodes[at + 1 :], "toleration_of_armed_groups", act)
    conduct = (own(pattern, work),) if is_forbidden(work, act) else ()
    return Done(Action.DENY_TERRITORY, conduct=conduct)


def _is_strike(node: Node) -> bool:
    return events.is_event(node) or name_of(node) in ("STRIKE", "ATTACKING", "INVADES")


def _speaks_of_it(work: Clausework, act: Act) -> bool:
    """Whether "it" is the territory of an act before ("nor allow it to be used for …")."""
    pronoun = bool(act.nodes) and name_of(act.nodes[0]) == "IT"
    return pronoun and any(is_own_territory(each) for each in work.acts if each is not act)


def _shares_territory(work: Clausework, act: Act) -> bool:
    """Whether the territory named behind a later verb is this verb's object as well.

    As in "not to cede to X, nor to exchange with her, nor to permit her to occupy, any territory".
    """
    objects = any(node.form in ("term", "asset", "interest", "unread") for node in act.nodes)
    later = [each for each in work.acts if each.verb.span.start > act.verb.span.start]
    return not objects and any(is_own_territory(each) for each in later)


def exchanged(work: Clausework, act: Act) -> Done | None:
    """Territory that shall not be given in exchange, if that is what is exchanged."""
    territory = is_own_territory(act) or _shares_territory(work, act)
    return _deny(work, act) if territory and is_forbidden(work, act) else None


def used(work: Clausework, act: Act) -> Done | None:
    """Using territory, where a clause forbids it to its own or to anybody."""
    territory = any(node.form == "asset" and node.has("TERRITORY") for node in act.nodes)
    if not territory or not is_forbidden(work, act):
        return None
    return deny_own_territory(work, act)


def _deny(work: Clausework, act: Act) -> Done:
    """Giving up territory, or leaving it to another, where a clause forbids it."""
    arms = act.name == "CEDE" and act.has("AID", "AMOUNT") and is_forbidden(work, act)
    if arms and act.has("ENEMY", "STATE", "STATES", "NON_STATE"):
        return _arms_forbidden(work, act)
    own = is_own_territory(act) or bool(work.adverbials.origins) or _speaks_of_it(work, act)
    own = own or _shares_territory(work, act)
    by_name = act.name == "CEDE" and bool(act.nodes) and act.nodes[0].form == "names"
    cedes = by_name or any(node.form in ("asset", "area") for node in act.nodes)
    if not (cedes or own) or not is_forbidden(work, act):
        return other(work, act)
    bearer = work.bearer.names if work.bearer else ()
    foreign = (n for n, node in enumerate(act.nodes) if node.form == "names")
    strangers = [
        act.nodes[n]
        for n in foreign
        if names([act.nodes[n]])[0] not in bearer
        and not (_is_adjective(act.nodes, n) or (by_name and not n))
    ]
    used_for = events.find(act.nodes, work.account)
    work.account.take(*(node for node in act.nodes if node.form != "unread"))
    adverse = tuple(
        Condition(kind=ConditionKind.NAMED_ADVERSARY, words=work.account.words(node))
        for node in strangers[:1]
    )
    whom = toward(used_for) if used_for and used_for.target is Target.OTHER_PARTY else None
    whom = whom or _harmed(act)
    return Done(Action.DENY_TERRITORY, beneficiary=whom, conditions=adverse, has_own_place=True)


SOIL = ("TERRITORY", "PORTS", "COASTS", "ROADS")


def _is_adjective(nodes: Sequence[Node], at: int) -> bool:
    """Whether a name only tells which territory is meant ("Norwegian territory", "of Siam")."""
    before = name_of(nodes[at - 1]) if at else ""
    if before == "IN" or (before == "OF" and at > 1 and nodes[at - 2].has(*SOIL)):
        return True
    if at + 1 == len(nodes) or nodes[at + 1].form != "asset":
        return False
    return len(nodes[at + 1].parts) == 1


def is_own_territory(act: Act) -> bool:
    """Whether an act is one done with one's own territory."""
    return any(node.has("TERRITORY") and node.has("POSSESSIVE") for node in act.nodes) or act.has(
        "TERRITORY_USE"
    )


def deny_own_territory(work: Clausework, act: Act) -> Done:
    """As in "Shall prevent its territory from being used for …"."""
    used_for = events.find(act.nodes, work.account)
    work.account.take(*(node for node in act.nodes if node.form != "unread"))
    whom = (toward(used_for) if used_for else None) or _harmed(act)
    return Done(Action.DENY_TERRITORY, beneficiary=whom, has_own_place=True)


def _harmed(act: Act) -> Who | None:
    """Against whom a territory would be used: for a Party, each other."""
    found = aimed_at(act.nodes)
    persons = act.nodes[found[0] : found[1]] if found else ()
    if not persons:
        last = act.nodes[-1]
        told = {reference(n) for n in act.nodes if is_who(n) and (n.form != "loose" or n is last)}
        return EACH_OTHER if told & {"other_parties", "another_party", "each_other"} else None
    whom = who([node for node in persons if is_who(node)])
    return whom if whom.role is Role.NAMED else EACH_OTHER


def _forbid(work: Clausework, act: Act) -> Done:
    if act.has("AID") and act.has("ENEMY", "STATE", "STATES", "NAME", "NON_STATE"):
        return _arms_forbidden(work, act)
    if not is_own_territory(act):
        return other(work, act)
    done = deny_own_territory(work, act)
    passive = act.row[0] is not act.verb
    return replace(done, modality=Modality.MUST_NOT) if passive else done


def _arms_forbidden(work: Clausework, act: Act) -> Done:
    """As in "shall forbid the export of arms destined for the enemy"."""
    work.account.take(*(node for node in act.nodes if node.form != "unread"))
    passive = act.row[0] is not act.verb
    return Done(Action.WITHHOLD_HELP_TO_ENEMY, modality=Modality.MUST_NOT if passive else None)


def _pass(work: Clausework, act: Act) -> Done:
    """Passing through a territory, which is kept from those who may not."""
    if not is_forbidden(work, act):
        return other(work, act)
    work.account.take(act.verb, *(node for node in act.nodes if node.form != "unread"))
    return Done(Action.DENY_TERRITORY, has_own_place=True)


def _presence(work: Clausework, act: Act) -> Done | None:
    """Foreign bases or troops that there shall not be; of organs set up others tell."""
    foreign = act.has("TERRITORY_USE") or any(
        node.form == "asset" and node.has("FORCES", "PORTS", "SHIPS") for node in act.nodes
    )
    if not foreign or not is_forbidden(work, act):
        return None
    work.account.take(*(node for node in act.nodes if node.form != "unread"))
    return Done(Action.DENY_TERRITORY, has_own_place=True)


READERS: dict[str, Callable[[Clausework, Act], Done | None]] = {
    "ESTABLISH": _presence,
    "TERRITORY_USE": _pass,
    "ALLOW": _allow,
    "VICTIM": _allow,
    "CEDE": _deny,
    "PROHIBIT": _forbid,
}
