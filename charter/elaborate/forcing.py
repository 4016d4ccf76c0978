"""Force and territory: what a clause forbids, and what it guards against."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from charter.elaborate import events, settling, tails
from charter.elaborate.acts import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.doing import (
    EACH_OTHER,
    Done,
    aimed_at,
    is_forbidden,
    other,
    take,
    whom_of,
)
from charter.elaborate.objects import struck, target_of
from charter.elaborate.parties import is_who, names, reference, who
from charter.rules.pattern import Condition, EventPattern
from charter.rules.provision import Who
from charter.rules.terms import Action, Author, ConditionKind, Modality, Role, Target
from charter.syntax.heads import name_of
from charter.syntax.tree import Node

STRIKES = {"invade": "invasion", "occupy": "occupation"}
"""The kinds of the verbs that are no nouns as well."""


TOWARD = {
    Target.OTHER_PARTY: EACH_OTHER,
    Target.ONE_PARTY: EACH_OTHER,
    Target.ONE_OR_MORE_PARTIES: EACH_OTHER,
    Target.THIRD_STATES: Who(role=Role.THIRD_STATES),
}
"""To whom it is owed not to strike; a Party strikes none but others."""


def _combat(work: Clausework, act: Act) -> Done:
    found = listed_events(work, act.nodes)
    return Done(_against({kind for each in found for kind in each.kinds}), triggers=found)


def _against(kinds: set[str]) -> Action:
    """The action that fights events of some kinds."""
    if kinds & {"terrorism", "organised_crime"}:
        return Action.COMBAT_TERRORISM
    return Action.PREVENT_OR_SETTLE_REBELLION if "rebellion" in kinds else Action.OTHER


def listed_events(work: Clausework, row: Sequence[Node]) -> tuple[EventPattern, ...]:
    """The events listed behind a verb; a place at the end limits every item of the list."""
    found: list[EventPattern] = []
    for at, node in enumerate(row):
        if events.is_event(node) and work.account.is_free(node):
            work.account.take(node)
            pattern = EventPattern(kinds=events.kinds(node), words=work.account.words(node))
            found.append(tails.tail(row, at + 1, pattern, work.account).pattern)
    where = next((each.place for each in reversed(found) if each.place), work.adverbials.place)
    return tuple(each if each.place else each.model_copy(update={"place": where}) for each in found)


def _prevent(work: Clausework, act: Act) -> Done:
    if is_own_territory(act) and not _is_of_bands(act):
        return deny_own_territory(work, act)
    pattern = events.find(act.nodes, work.account) or _of_bands(work, act)
    if pattern is None:
        return other(work, act)
    threat = pattern.kinds == ("threat",)
    action = Action.PREVENT_OR_SETTLE_REBELLION if threat else _against(set(pattern.kinds))
    return Done(action, triggers=(pattern,))


def _is_of_bands(act: Act) -> bool:
    """Whether armed bands are what is prevented, and not the use of a territory."""
    groups = any(node.form == "group" for node in act.nodes)
    return groups and not act.has("TERRITORY_USE") and act.nodes[0].form != "asset"


def _of_bands(work: Clausework, act: Act) -> EventPattern | None:
    """What armed bands do, by their name ("prevent the formation of armed bands")."""
    group = next((node for node in act.nodes if node.form == "group"), None)
    if group is None:
        return None
    work.account.take(*(node for node in act.nodes if node.form in ("group", "term")))
    kind = "terrorism" if "terror" in work.account.text(group) else "rebellion"
    after = [node for node in act.nodes if is_who(node) and node is not group]
    work.account.take(*after[:1])
    return EventPattern(
        kinds=(kind,),
        words=work.account.words(group),
        author=Author.NON_STATE,
        target=target_of(after[:1]) if after else None,
    )


def _refrain(work: Clausework, act: Act) -> Done:
    negative = Modality.MUST_NOT
    if act.has("AID"):
        take(work, act, "AID", "FROM", "GIVE")
        whom_of(work, act)
        return Done(Action.WITHHOLD_HELP_TO_ENEMY, modality=negative)
    pattern = events.find(act.nodes, work.account)
    if pattern is None and _speaks_of_war(work, act):
        return _renounced(work, act)
    if pattern is None:
        return other(work, act, negative)
    return Done(
        Action.REFRAIN_FROM_FORCE,
        modality=negative,
        conduct=(_own(pattern, work),),
        beneficiary=_toward(pattern) or _in_their_relations(work),
    )


def _in_their_relations(work: Clausework) -> Who | None:
    """Among whom, where the words say "in their relations with each other"."""
    found = [n for n in work.clause.row if name_of(n) == "AMONG_THEMSELVES"]
    theirs = any("international" not in work.account.text(node) for node in found)
    return EACH_OTHER if theirs else None


def _speaks_of_war(work: Clausework, act: Act) -> bool:
    """Whether "it" is the recourse to war that the clause has just condemned."""
    before = [each for each in work.acts if each.name == "CONDEMN"]
    return bool(before and act.nodes and name_of(act.nodes[0]) == "IT")


def _renounced(work: Clausework, act: Act) -> Done:
    work.account.take(*act.nodes)
    mutual = "AMONG_THEMSELVES" in {name_of(node) for node in work.clause.body}
    war = EventPattern(kinds=("use_of_force",), words=work.account.words(*act.row))
    return Done(
        Action.REFRAIN_FROM_FORCE,
        modality=Modality.MUST_NOT,
        conduct=(war,),
        beneficiary=EACH_OTHER if mutual else None,
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
        conduct=(_own(pattern, work),) if forbidden else (),
        beneficiary=_toward(pattern) or _in_dispute((*work.qualifiers.triggers, *matter)),
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
        conduct=(_own(pattern, work),),
        beneficiary=_toward(pattern)
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


def _toward(pattern: EventPattern) -> Who | None:
    if pattern.target in TOWARD:
        return TOWARD[pattern.target]
    return Who(role=Role.NAMED, names=pattern.target_names) if pattern.target_names else None


def _own(found: EventPattern, work: Clausework) -> EventPattern:
    """The pattern as conduct of the bearer, with the qualities that its adverbials add."""
    qualities = tuple(dict.fromkeys((*found.qualities, *work.adverbials.qualities())))
    return found.model_copy(update={"qualities": qualities})


def _strike(work: Clausework, act: Act) -> Done:
    """Attacking somebody is conduct that a clause forbids."""
    if events.is_event(act.verb):
        (kind,) = events.kinds(act.verb)
    else:
        kind = STRIKES[work.account.text(act.verb)]
    pattern = _direct(work, act.nodes, kind, act)
    if not is_forbidden(work, act):
        return Done(Action.OTHER)
    return Done(
        Action.REFRAIN_FROM_FORCE, conduct=(_own(pattern, work),), beneficiary=_toward(pattern)
    )


def _direct(work: Clausework, nodes: Sequence[Node], kind: str, act: Act) -> EventPattern:
    """The pattern of a verb of force with the object that follows it without a preposition."""
    bare = EventPattern(kinds=(kind,), words=work.account.words(*act.row))
    hit = struck(nodes, 0, work.account)
    return tails.tail(nodes, hit.end, hit.narrow(bare), work.account).pattern if hit else bare


def _allow(work: Clausework, act: Act) -> Done:
    """Letting armed groups strike from one's territory (GA res. 2625, principle 1)."""
    groups = [node for node in act.nodes if node.form == "group"]
    at = next((n for n, node in enumerate(act.nodes) if _is_strike(node)), None)
    if not groups or at is None:
        return _deny(work, act)
    work.account.take(*groups, *act.nodes[: at + 1])
    pattern = _direct(work, act.nodes[at + 1 :], "toleration_of_armed_groups", act)
    conduct = (_own(pattern, work),) if is_forbidden(work, act) else ()
    return Done(Action.DENY_TERRITORY, conduct=conduct)


def _is_strike(node: Node) -> bool:
    return events.is_event(node) or name_of(node) == "STRIKE"


def _speaks_of_it(work: Clausework, act: Act) -> bool:
    """Whether "it" is the territory of an act before ("nor allow it to be used for …")."""
    pronoun = bool(act.nodes) and name_of(act.nodes[0]) == "IT"
    return pronoun and any(is_own_territory(each) for each in work.acts if each is not act)


def _deny(work: Clausework, act: Act) -> Done:
    """Giving up territory, or leaving it to another, where a clause forbids it."""
    own = is_own_territory(act) or bool(work.adverbials.origins) or _speaks_of_it(work, act)
    cedes = act.name == "CEDE" or any(node.form in ("asset", "area") for node in act.nodes)
    if not (cedes or own):
        return other(work, act)
    bearer = work.bearer.names if work.bearer else ()
    foreign = (n for n, node in enumerate(act.nodes) if node.form == "names")
    strangers = [
        act.nodes[n]
        for n in foreign
        if names([act.nodes[n]])[0] not in bearer and not _is_adjective(act.nodes, n)
    ]
    used_for = events.find(act.nodes, work.account)
    work.account.take(*act.nodes)
    adverse = tuple(
        Condition(kind=ConditionKind.NAMED_ADVERSARY, words=work.account.words(node))
        for node in strangers[:1]
    )
    whom = _toward(used_for) if used_for and used_for.target is Target.OTHER_PARTY else None
    whom = whom or _harmed(act)
    return Done(Action.DENY_TERRITORY, beneficiary=whom, conditions=adverse, has_own_place=True)


def _is_adjective(nodes: Sequence[Node], at: int) -> bool:
    """Whether a name only tells whose territory is meant ("Norwegian territory")."""
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
    work.account.take(*act.nodes)
    whom = (_toward(used_for) if used_for else None) or _harmed(act)
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
    if not is_own_territory(act):
        return other(work, act)
    done = deny_own_territory(work, act)
    passive = act.row[0] is not act.verb
    return replace(done, modality=Modality.MUST_NOT) if passive else done


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


def _resist(work: Clausework, act: Act) -> Done:
    """Resisting an event that strikes, which is what the duty is about."""
    pattern = events.find(act.nodes, work.account)
    return Done(Action.OTHER, triggers=(pattern,)) if pattern else other(work, act)


READERS: dict[str, Callable[[Clausework, Act], Done]] = {
    "COMBAT": _combat,
    "PREVENT": _prevent,
    "PROHIBIT": _forbid,
    "REFRAIN": _refrain,
    "COMMIT": resort,
    "RESORT": resort,
    "UPON_FORCE": resort,
    "UPON_WAR": resort,
    "ATTACK": _strike,
    "BLOCKADE": _strike,
    "STRIKE": _strike,
    "ALLOW": _allow,
    "CEDE": _deny,
    "CONDEMN": _condemn,
    "RESIST": _resist,
}
