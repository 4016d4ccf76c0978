"""Alliances, and peace: what is concluded or joined, against whom, together or alone."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from charter.elaborate import events, forcing, territories
from charter.elaborate.act import Act, verb_text
from charter.elaborate.clausework import Clausework
from charter.elaborate.doing import (
    EACH_OTHER,
    Done,
    aimed_at,
    is_forbidden,
    other,
    take,
    tells_more,
)
from charter.elaborate.parties import is_who, who
from charter.rules.pattern import Condition
from charter.rules.provision import Who
from charter.rules.terms import Action, ConditionKind, Modality, Role
from charter.syntax.phrases import name_of

JOINING = frozenset(
    {"REFRAIN", "FROM", "COOPERATE", "ENTER", "CONCLUDE", "ACCEDE", "AID", "GIVE", "AIDING"}
)


def hostile(work: Clausework, act: Act) -> Done | None:
    """A coalition with the Party that it would be directed against; none where it is not said.

    The words stand behind the last of the things joined ("conclude no alliance nor take part in
    any coalition directed against the other").
    """
    last = next((n for n in reversed(work.acts) if n.name in JOINING and aimed_at(n.nodes)), act)
    against = aimed_at(last.nodes)
    if against is None or not (act.has("ALLIANCE", "CHARTER", "MEASURES") or _allies(act)):
        return None
    at, end = against
    persons = [node for node in last.nodes[at:end] if is_who(node)]
    whom = who(persons) if persons else EACH_OTHER
    account = work.account
    account.take(*(n for n in last.nodes[:end] if n.form != "unread"))
    account.take(*(n for n in act.nodes if act is not last and n.form != "unread"))
    struck = whom.role is Role.ATTACKED_PARTY and bool(work.qualifiers.triggers)
    return Done(
        Action.REFRAIN_FROM_HOSTILE_ALLIANCE,
        beneficiary=whom if struck or whom.role is Role.NAMED else EACH_OTHER,
        further=last.nodes[:end],
    )


def _allies(act: Act) -> bool:
    """Whether a verb says by itself that an alliance is made ("ally itself with")."""
    return verb_text(act.verb).startswith(("ally", "associate"))


def enter(work: Clausework, act: Act) -> Done:
    """Joining a coalition or a war, or concluding an agreement."""
    if act.has("PEACE") and act.name == "ENTER":
        return peace(work, act)
    if made := hostile(work, act):
        return made
    if is_forbidden(work, act) and territories.is_own_territory(act):
        return territories.deny_own_territory(work, act)
    if any(events.is_event(node) for node in act.nodes):
        return _join_in(work, act)
    if _in_it(act) and is_forbidden(work, act) and _of_war(work):
        work.account.take(*act.nodes)
        return Done(Action.REMAIN_NEUTRAL)
    if not act.has("ALLIANCE", "CHARTER", "MEASURES"):
        return other(work, act)
    known = [node for node in act.nodes if node.form != "unread"]
    work.account.take(*(node for node in known if not tells_more(node) or node.has("ALLIANCE")))
    return Done(Action.OTHER)


def _become(work: Clausework, act: Act) -> Done | None:
    """Becoming a party to what is directed against another; of this treaty others tell."""
    return hostile(work, act) if is_forbidden(work, act) else None


def _in_it(act: Act) -> bool:
    """Whether "it" is what would be joined."""
    return [name_of(node) for node in act.nodes if name_of(node) != "IN"] == ["IT"]


def _of_war(work: Clausework) -> bool:
    return any("war" in each.kinds for each in work.qualifiers.triggers)


def _join_in(work: Clausework, act: Act) -> Done:
    """Taking part in a war, which a neutral does not, or in an attack."""
    forbidden = is_forbidden(work, act) or "no part" in verb_text(act.verb)
    event = next(node for node in act.nodes if events.is_event(node))
    kinds = set(events.kinds(event))
    if not forbidden or not kinds & {"war", "use_of_force", "attack", "aggression"}:
        return other(work, act)
    at = act.nodes.index(event)
    strikes = any(name_of(node) == "ON" for node in act.nodes[at + 1 : at + 2])
    if strikes or "war" not in kinds:
        return forcing.resort(work, act)
    war = None if work.qualifiers.triggers else events.find(act.nodes, work.account)
    work.account.take(event)
    singled = war is not None and war.target is not None
    return Done(
        Action.REMAIN_NEUTRAL,
        modality=Modality.MUST_NOT,
        triggers=(war,) if war and singled else (),
    )


def peace(work: Clausework, act: Act) -> Done:
    """Making peace, alone or together."""
    if not (act.has("PEACE") or act.name == "MAKE_PEACE"):
        return enter(work, act)
    if act.name == "MAKE_PEACE" and not (is_forbidden(work, act) or act.is_only):
        return other(work, act)
    take(work, act, "PEACE", "AGREEMENT", "AND", "OR", "ON", "BY", "ENEMY", "ONLY", "WITH")
    positive = Modality.MUST if act.is_only or act.has("ONLY") else None
    with_it = any(name_of(node) == "IT" for node in act.nodes)
    whom = Who(role=Role.ATTACKED_PARTY) if with_it else EACH_OTHER
    take(work, act, "IT")
    return Done(
        Action.NO_SEPARATE_PEACE,
        modality=positive,
        beneficiary=whom,
        conditions=_enemies(work, act),
    )


def _enemies(work: Clausework, act: Act) -> tuple[Condition, ...]:
    """The state by its name with which there shall be no peace, or none until it is beaten."""
    row = work.clause.body
    until = next((n for n, node in enumerate(row) if name_of(node) == "UNTIL"), len(row))
    beaten = [node for node in row[until:] if node.form == "names"]
    with_it = [b for a, b in pairwise(act.nodes) if name_of(a) == "WITH" and b.form == "names"]
    work.account.take(*with_it)
    return tuple(
        Condition(kind=ConditionKind.NAMED_ADVERSARY, words=work.account.words(node))
        for node in (*with_it, *beaten)[:1]
    )


def _abstain(work: Clausework, act: Act) -> Done:
    """Abstaining from a share in what is directed against another, or from force, or from help."""
    joins = act.has("ALLIANCE") and not act.has("AID") and aimed_at(act.nodes) is not None
    made = hostile(work, act) if joins else None
    return replace(made, modality=Modality.MUST_NOT) if made else forcing.refrain(work, act)


READERS: dict[str, Callable[[Clausework, Act], Done | None]] = {
    "CONCLUDE": peace,
    "ENTER": enter,
    "ACCEDE": enter,
    "BECOME_PARTY": _become,
    "MAKE_PEACE": peace,
    "REFRAIN": _abstain,
    "FROM": _abstain,
}
"""Acts by which something is concluded, joined or ended."""
