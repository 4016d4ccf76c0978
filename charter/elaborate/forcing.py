"""Force: what a clause forbids, condemns or resists."""

from collections.abc import Callable, Sequence

from charter.elaborate import events, settling, tails
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
from charter.elaborate.doings import kind_of
from charter.elaborate.objects import struck
from charter.elaborate.parties import is_who, reference
from charter.rules.pattern import EventPattern
from charter.rules.provision import Who
from charter.rules.terms import Action, Author, Means, Modality, Role, Target
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

TOWARD = {
    Target.OTHER_PARTY: EACH_OTHER,
    Target.ONE_PARTY: EACH_OTHER,
    Target.ONE_OR_MORE_PARTIES: EACH_OTHER,
    Target.THIRD_STATES: Who(role=Role.THIRD_STATES),
    Target.ANY: Who(role=Role.THIRD_STATES),
}
"""To whom it is owed not to strike; a Party strikes none but others."""


def refrain(work: Clausework, act: Act) -> Done:
    """What is refrained from: force, help, or something else."""
    negative = Modality.MUST_NOT
    if act.has("AID"):
        take(work, act, "AID", "FROM", "GIVE")
        whom_of(work, act)
        return Done(Action.WITHHOLD_HELP_TO_ENEMY, modality=negative)
    if _is_pressure(act):
        return other(work, act, negative)
    pattern = events.find(act.nodes, work.account)
    if pattern is None and _speaks_of_war(work, act):
        return _renounced(work, act)
    if pattern is None:
        return other(work, act, negative)
    theirs = _in_their_relations(work)
    return Done(
        Action.REFRAIN_FROM_FORCE,
        modality=negative,
        conduct=(_on_each_other(own(pattern, work), theirs),),
        beneficiary=toward(pattern) or theirs,
    )


def _is_pressure(act: Act) -> bool:
    """Whether what is refrained from is pressure without force ("economic coercion")."""
    kinds = [kind for node in act.nodes if events.is_event(node) for kind in events.kinds(node)]
    return bool(kinds) and {"economic_pressure", "sanctions"}.issuperset(kinds)


def _in_their_relations(work: Clausework) -> Who | None:
    """Among whom, where the words say "in their relations with each other"."""
    found = [n for n in work.clause.row if name_of(n) == "AMONG_THEMSELVES"]
    theirs = any("international" not in work.account.text(node) for node in found)
    return EACH_OTHER if theirs else None


def _on_each_other(found: EventPattern, theirs: Who | None) -> EventPattern:
    """Conduct that is forbidden among the Parties strikes another of them."""
    if theirs is None or found.target:
        return found
    return found.model_copy(update={"target": Target.OTHER_PARTY})


def _speaks_of_war(work: Clausework, act: Act) -> bool:
    """Whether "it" is the recourse to war that the clause has just condemned."""
    before = [each for each in work.acts if each.name == "CONDEMN"]
    return bool(before and act.nodes and name_of(act.nodes[0]) == "IT")


def _renounced(work: Clausework, act: Act) -> Done:
    work.account.take(*act.nodes)
    mutual = "AMONG_THEMSELVES" in {name_of(node) for node in work.clause.body}
    theirs = EACH_OTHER if mutual else None
    war = EventPattern(kinds=("use_of_force",), words=work.account.words(*act.row))
    return Done(
        Action.REFRAIN_FROM_FORCE,
        modality=Modality.MUST_NOT,
        conduct=(_on_each_other(war, theirs),),
        beneficiary=theirs,
    )


def resort(work: Clausework, act: Act) -> Done:
    """Using force, or going to war."""
    pattern = _used(work, act)
    if pattern is None and act.name == "RESORT":
        return settling.settle(work, act)
    if pattern is None:
        return other(work, act)
    forbidden = is_forbidden(work, act)
    matter = settling.at_issue(work, act)
    return Done(
        Action.REFRAIN_FROM_FORCE if forbidden else Action.OTHER,
        conduct=(own(pattern, work),) if forbidden else (),
        beneficiary=toward(pattern) or _in_dispute((*work.qualifiers.triggers, *matter)),
        triggers=matter,
    )


def use_arms(work: Clausework, act: Act) -> Done:
    """Using arms or armed forces against somebody, which a clause forbids."""
    at = next(n for n, node in enumerate(act.nodes) if node.form in ("means", "asset"))
    work.account.take(act.nodes[at])
    bare = EventPattern(kinds=("use_of_force",), words=work.account.words(*act.row))
    pattern = tails.tail(act.nodes, at + 1, bare, work.account).pattern
    return Done(
        Action.REFRAIN_FROM_FORCE,
        conduct=(own(pattern, work),),
        beneficiary=toward(pattern)
        or _in_their_relations(work)
        or _in_dispute(work.qualifiers.triggers),
    )


def _in_dispute(triggers: Sequence[EventPattern]) -> Who | None:
    """Force in a dispute between the Parties would go against each other."""
    between = (t for t in triggers if "dispute" in t.kinds)
    return EACH_OTHER if any(each.author is Author.PARTY for each in between) else None


def _used(work: Clausework, act: Act) -> EventPattern | None:
    """The force that is used: the verb's own object, or the verb itself ("resort to war")."""
    if not events.is_event(act.verb):
        return events.find(act.nodes, work.account)
    words = work.account.words(*act.row)
    kinds, at = events.kinds(act.verb), 0
    if len(act.nodes) > 1 and act.nodes[0].form == "joint" and events.is_event(act.nodes[1]):
        kinds, at = (*kinds, *events.kinds(act.nodes[1])), 2
        work.account.take(*act.nodes[:2])
    bare = EventPattern(kinds=kinds, words=words)
    return tails.tail(act.nodes, at, bare, work.account).pattern


def toward(pattern: EventPattern) -> Who | None:
    """To whom it is owed not to strike as a pattern says."""
    if pattern.target in TOWARD:
        return TOWARD[pattern.target]
    return Who(role=Role.NAMED, names=pattern.target_names) if pattern.target_names else None


def own(found: EventPattern, work: Clausework) -> EventPattern:
    """The pattern as conduct of the bearer, with the qualities that its adverbials add."""
    qualities = tuple(dict.fromkeys((*found.qualities, *work.adverbials.qualities())))
    return found.model_copy(update={"qualities": qualities})


def _strike(work: Clausework, act: Act) -> Done:
    """Attacking somebody is conduct that a clause forbids."""
    if events.is_event(act.verb):
        (kind,) = events.kinds(act.verb)
    else:
        kind = kind_of(act.verb) or "invasion"
    pattern = direct(work, act.nodes, kind, act)
    if not is_forbidden(work, act):
        return Done(Action.OTHER)
    return Done(
        Action.REFRAIN_FROM_FORCE, conduct=(own(pattern, work),), beneficiary=toward(pattern)
    )


def _invade(work: Clausework, act: Act) -> Done | None:
    """As in "from invading the territory of another"."""
    return _strike(work, act) if is_forbidden(work, act) else None


def incursion(work: Clausework, act: Act) -> Done | None:
    """Sending forces into the territory of another, which a clause forbids."""
    at = next((n for n, node in enumerate(act.nodes) if name_of(node) in ENTERING), None)
    troops = any(node.form == "asset" and node.has("FORCES") for node in act.nodes[:at])
    if at is None or not troops or not is_forbidden(work, act) or at + 1 == len(act.nodes):
        return None
    if not any(node.form == "asset" and node.has("TERRITORY") for node in act.nodes[at:]):
        return None
    pattern = direct(work, act.nodes[at + 1 :], "invasion", act)
    if pattern.target is None:
        return None
    work.account.take(*act.nodes[: at + 1])
    return Done(
        Action.REFRAIN_FROM_FORCE, conduct=(own(pattern, work),), beneficiary=toward(pattern)
    )


ENTERING = frozenset({"INTO", "IN", "ON", "TO"})


def moved(work: Clausework, act: Act) -> Done:
    """Acts without an action of their own, which may move forces."""
    return incursion(work, act) or _intervention(work, act) or other(work, act)


def _intervention(work: Clausework, act: Act) -> Done | None:
    """Intervening by armed force in somebody's territory, which a clause forbids."""
    armed = any(use.means is Means.ARMED_FORCE for _, use in work.adverbials.means)
    if not (armed and is_forbidden(work, act) and work.account.text(act.verb)[:5] == "inter"):
        return None
    work.account.take(*(node for node in act.nodes if node.form != "unread"))
    theirs = any(reference(n) in OTHERS for n in work.clause.body if is_who(n))
    force = EventPattern(kinds=("use_of_force",), words=work.account.words(*act.row))
    whom = EACH_OTHER if theirs else None
    on_them = _on_each_other(own(force, work), whom)
    return Done(
        Action.REFRAIN_FROM_FORCE, conduct=(on_them,), beneficiary=whom, has_own_place=theirs
    )


OTHERS = frozenset({"other_parties", "another_party", "each_other"})


def direct(work: Clausework, nodes: Sequence[Node], kind: str, act: Act) -> EventPattern:
    """The pattern of a verb of force with the object that follows it without a preposition."""
    bare = EventPattern(kinds=(kind,), words=work.account.words(*act.row))
    hit = struck(nodes, 0, work.account)
    return tails.tail(nodes, hit.end, hit.narrow(bare), work.account).pattern if hit else bare


def _condemn(work: Clausework, act: Act) -> Done:
    pattern = events.find(act.nodes, work.account)
    if pattern is None:
        return other(work, act)
    matter = events.find([n for n in act.nodes if work.account.is_free(n)], work.account)
    if matter and "dispute" in matter.kinds:
        work.account.take(*act.nodes)
        about = (matter.model_copy(update={"target": matter.target or Target.ANY}),)
        return Done(Action.REFRAIN_FROM_FORCE, triggers=about)
    return Done(Action.REFRAIN_FROM_FORCE)


def _violate(work: Clausework, act: Act) -> Done | None:
    """Violating a frontier by armed force, which a clause forbids; of breaches others tell."""
    armed = any(use.means is Means.ARMED_FORCE for _, use in work.adverbials.means)
    if not is_forbidden(work, act) or not (armed or act.has("ARMED_FORCE", "USE_OF_FORCE")):
        return None
    work.account.take(*(node for node in act.nodes if node.form == "means"))
    force = direct(work, act.nodes, "use_of_force", act)
    return Done(Action.REFRAIN_FROM_FORCE, conduct=(own(force, work),), beneficiary=toward(force))


READERS: dict[str, Callable[[Clausework, Act], Done | None]] = {
    "COMMIT": resort,
    "RESORT": resort,
    "UPON_FORCE": resort,
    "UPON_WAR": resort,
    "ATTACK": _strike,
    "BLOCKADE": _strike,
    "STRIKE": _strike,
    "INVADES": _invade,
    **dict.fromkeys(("ATTACKING", "SEIZES", "BOMBARDS"), _invade),
    "OTHER_ACT": moved,
    "CONDEMN": _condemn,
    "VIOLATE": _violate,
}
