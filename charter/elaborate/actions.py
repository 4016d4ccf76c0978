"""The verbs of norms: what an act amounts to, done to whom, on which event."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from charter.elaborate import events
from charter.elaborate.acts import Act
from charter.elaborate.adverbials import MEANT
from charter.elaborate.clausework import Clausework
from charter.elaborate.numbers import period
from charter.elaborate.objects import struck
from charter.elaborate.parties import is_who, listed, names, reference, who
from charter.rules.model import Number
from charter.rules.pattern import Condition, EventPattern, MeansUse
from charter.rules.provision import Who
from charter.rules.terms import Action, Author, ConditionKind, Means, Modality, Role, Target
from charter.syntax.clauses import name_of
from charter.syntax.tree import Node

STRIKES = {
    "invade": "invasion",
    "occupy": "occupation",
    "attack": "attack",
    "blockade": "blockade",
}
EACH_OTHER = Who(role=Role.EACH_OTHER)


@dataclass(frozen=True, slots=True)
class Done:
    """What an act amounts to: its action, what it adds to the norm, whether words turn its sign."""

    action: Action
    modality: Modality | None = None
    beneficiary: Who | None = None
    triggers: tuple[EventPattern, ...] = ()
    conduct: tuple[EventPattern, ...] = ()
    conditions: tuple[Condition, ...] = ()
    disputes: bool = False
    number: Number | None = None
    is_agentless: bool = False
    has_own_place: bool = False
    """Whether a place is part of the act's own words and limits nothing else."""


def modality(work: Clausework, act: Act) -> Modality:
    """How firmly an act binds, with the "not" right before its verb."""
    assert work.modality
    return Modality.MUST_NOT if act.is_denied else work.modality


def is_forbidden(work: Clausework, act: Act) -> bool:
    """Whether a clause forbids an act."""
    return modality(work, act) is Modality.MUST_NOT


# ------------------------------------------------------------------ whom an act is done to


def whom_of(work: Clausework, act: Act) -> Who | None:
    """The person an act is done to or for: the first phrase of who behind the verb."""
    for at, node in enumerate(act.nodes):
        if is_who(node) and work.account.is_free(node):
            end = listed(act.nodes, at)
            work.account.take(*act.nodes[at:end])
            return who([each for each in act.nodes[at:end] if is_who(each)])
    return None


def take(work: Clausework, act: Act, *names: str) -> None:
    """Take the phrases of some names, with their determiners, wherever they stand in an act."""
    work.account.take(*(node for node in act.nodes if _named(node, names)))


def _named(node: Node, names: Sequence[str]) -> bool:
    return any(phrase.name in names for phrase in node.phrases())


def _aided(work: Clausework, act: Act) -> Who:
    """Who is aided: by name, one another, or the party that is struck."""
    whom = whom_of(work, act)
    if whom and whom.role in (Role.EACH_OTHER, Role.NAMED, Role.ORGAN):
        return whom
    if name_of(act.verb) == "DEFEND" and whom and whom.role is Role.EACH_PARTY:
        return EACH_OTHER
    return Who(role=Role.ATTACKED_PARTY)


# ------------------------------------------------------------------ help, and its refusal


def _assist(work: Clausework, act: Act) -> Done:
    take(work, act, "AID", "MEASURES")
    _all_in_its_power(work, act)
    if is_forbidden(work, act) and act.has("ENEMY", "STATE", "STATES"):
        take(work, act, "ENEMY", "STATE", "STATES", "ALLY", "PARTY")
        return Done(Action.WITHHOLD_HELP_TO_ENEMY)
    against = events.find(act.nodes, work.account) if act.name == "DEFEND" else None
    return Done(Action.ASSIST, beneficiary=_aided(work, act), triggers=_as_suffered(against))


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
        elif node.has("AID") and node.has("OTHER"):
            use = MeansUse(means=Means.OTHER, words=work.account.words(node))
            work.adverbials.means.append((node, use))
        elif node.form == "means" and work.account.is_free(node):
            work.account.take(node)
            work.adverbials.means.append((node, _use(work, node)))


def _use(work: Clausework, node: Node) -> MeansUse:
    name = node.phrases()[-1].name
    return MeansUse(means=MEANT.get(name) or Means(name.lower()), words=work.account.words(node))


def _give(work: Clausework, act: Act) -> Done:
    return _assist(work, act) if act.has("AID") else _other(work, act)


def _employ(work: Clausework, act: Act) -> Done:
    """As in "Employ all its forces to attack X": help with armed force."""
    force = act.has("FORCES", "WHOLE_STRENGTH") or _with_strength(work, act)
    strikes = act.has("ATTACK", "STRIKE")
    if not (force and strikes):
        return _other(work, act)
    take(work, act, "FORCES")
    work.account.take(*act.nodes)
    return Done(Action.ASSIST)


def _with_strength(work: Clausework, act: Act) -> bool:
    return any(act.covers(node) for node, _ in work.adverbials.means)


def _neutral(work: Clausework, act: Act) -> Done:
    if not (act.has("NEUTRALITY", "NEUTRAL") or act.name == "NEUTRAL"):
        return _other(work, act)
    take(work, act, "NEUTRALITY", "NEUTRAL", "TOWARDS", "STATE")
    whom = whom_of(work, act)
    outside = any(node.form == "state" for node in act.nodes if name_of(node) in ("ALL", "OTHER"))
    thirds = (whom and whom.role is Role.THIRD_STATES) or outside
    declares = Modality.DECLARES if act.name == "FORM" else None
    return Done(
        Action.REMAIN_NEUTRAL,
        modality=declares,
        beneficiary=Who(role=Role.THIRD_STATES) if thirds and not declares else None,
    )


def _peace(work: Clausework, act: Act) -> Done:
    if not act.has("PEACE"):
        return _enter(work, act)
    take(work, act, "PEACE", "AGREEMENT", "AND", "OR", "ON", "BY")
    positive = Modality.MUST if act.is_only else None
    return Done(Action.NO_SEPARATE_PEACE, modality=positive, beneficiary=EACH_OTHER)


# ------------------------------------------------------------------ together


def _consult(work: Clausework, act: Act) -> Done:
    whom = whom_of(work, act)
    organ = whom if whom and whom.role is Role.ORGAN else None
    return Done(Action.CONSULT, beneficiary=organ)


def _cooperate(work: Clausework, act: Act) -> Done:
    take(work, act, "INFORMATION")
    whom_of(work, act)
    return Done(Action.COOPERATE)


# ------------------------------------------------------------------ against evils


def _combat(work: Clausework, act: Act) -> Done:
    found = _listed_events(work, act)
    known = {"terrorism", "organised_crime"} & {kind for each in found for kind in each.kinds}
    return Done(Action.COMBAT_TERRORISM if known else Action.OTHER, triggers=found)


def _listed_events(work: Clausework, act: Act) -> tuple[EventPattern, ...]:
    """The events listed behind a verb; a place at the end limits every item of the list."""
    found: list[EventPattern] = []
    for at, node in enumerate(act.nodes):
        if events.is_event(node) and work.account.is_free(node):
            work.account.take(node)
            pattern = EventPattern(kinds=events.kinds(node), words=work.account.words(node))
            found.append(events.tail(act.nodes, at + 1, pattern, work.account).pattern)
    where = next((each.place for each in reversed(found) if each.place), work.adverbials.place)
    return tuple(each if each.place else each.model_copy(update={"place": where}) for each in found)


def _prevent(work: Clausework, act: Act) -> Done:
    if _own_territory(act):
        return _deny_own_territory(work, act)
    pattern = events.find(act.nodes, work.account)
    if pattern is None:
        return _other(work, act)
    known = {"rebellion", "threat"} & set(pattern.kinds)
    action = Action.PREVENT_OR_SETTLE_REBELLION if known else Action.OTHER
    return Done(action, triggers=(pattern,))


def _settle(work: Clausework, act: Act) -> Done:
    if any("dispute" in each.kinds for each in work.qualifiers.triggers):
        work.account.take(*(node for node in act.nodes if node.form in ("loose", "unread")))
        return Done(Action.SETTLE_PEACEFULLY, beneficiary=EACH_OTHER, disputes=True)
    pattern = events.find(act.nodes, work.account)
    if pattern is None or "dispute" not in pattern.kinds:
        return _other(work, act)
    return Done(Action.SETTLE_PEACEFULLY, triggers=(_between_parties(pattern),), disputes=True)


def _between_parties(pattern: EventPattern) -> EventPattern:
    target = pattern.target or Target.ONE_OR_MORE_PARTIES
    return pattern.model_copy(update={"target": target})


# ------------------------------------------------------------------ force and territory


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
        return _other(work, act, negative)
    return Done(
        Action.REFRAIN_FROM_FORCE,
        modality=negative,
        conduct=(_own(pattern, work),),
        beneficiary=_toward(pattern),
    )


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


def _resort(work: Clausework, act: Act) -> Done:
    pattern = events.find(act.nodes, work.account)
    if pattern is None:
        return _other(work, act)
    forbidden = is_forbidden(work, act)
    return Done(
        Action.REFRAIN_FROM_FORCE if forbidden else Action.OTHER,
        conduct=(_own(pattern, work),) if forbidden else (),
        beneficiary=_toward(pattern),
    )


def _toward(pattern: EventPattern) -> Who | None:
    if pattern.target is Target.OTHER_PARTY:
        return EACH_OTHER
    return Who(role=Role.NAMED, names=pattern.target_names) if pattern.target_names else None


def _own(found: EventPattern, work: Clausework) -> EventPattern:
    """The pattern as conduct of the bearer, with the qualities that its adverbials add."""
    qualities = tuple(dict.fromkeys((*found.qualities, *work.adverbials.qualities())))
    return found.model_copy(update={"qualities": qualities})


def _strike(work: Clausework, act: Act) -> Done:
    """Attacking somebody is conduct that a clause forbids."""
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
    return events.tail(nodes, hit.end, hit.narrow(bare), work.account).pattern if hit else bare


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


def _deny(work: Clausework, act: Act) -> Done:
    """Giving up territory, or leaving it to another, where a clause forbids it."""
    cedes = act.name == "CEDE" or any(node.form in ("asset", "area") for node in act.nodes)
    if not cedes:
        return _other(work, act)
    bearer = work.bearer.names if work.bearer else ()
    strangers = [n for n in act.nodes if n.form == "names" and names([n])[0] not in bearer]
    work.account.take(*act.nodes)
    adverse = tuple(
        Condition(kind=ConditionKind.NAMED_ADVERSARY, words=work.account.words(node))
        for node in strangers[:1]
    )
    return Done(Action.DENY_TERRITORY, conditions=adverse, has_own_place=True)


def _own_territory(act: Act) -> bool:
    return any(node.has("TERRITORY") and node.has("POSSESSIVE") for node in act.nodes) or act.has(
        "TERRITORY_USE"
    )


def _deny_own_territory(work: Clausework, act: Act) -> Done:
    """As in "Shall prevent its territory from being used for …"."""
    work.account.take(*act.nodes)
    return Done(Action.DENY_TERRITORY, has_own_place=True)


def _forbid(work: Clausework, act: Act) -> Done:
    return _deny_own_territory(work, act) if _own_territory(act) else _other(work, act)


def _enter(work: Clausework, act: Act) -> Done:
    if not act.has("ALLIANCE", "CHARTER", "MEASURES"):
        return _other(work, act)
    if any(each.has("DIRECTED") for each in work.acts if each.name in ("ENTER", "CONCLUDE")):
        work.account.take(*act.nodes)
        return Done(Action.REFRAIN_FROM_HOSTILE_ALLIANCE, beneficiary=EACH_OTHER)
    work.account.take(*act.nodes)
    return Done(Action.OTHER)


# ------------------------------------------------------------------ regard for others


def _guarantee(work: Clausework, act: Act) -> Done:
    return Done(Action.GUARANTEE, beneficiary=_holder(work, act))


def _respect(work: Clausework, act: Act) -> Done:
    return Done(Action.RESPECT, beneficiary=_holder(work, act))


def _holder(work: Clausework, act: Act) -> Who | None:
    """Whose interests an act is about: "the independence of Belgium"."""
    things = [node for node in act.nodes if node.form in ("interest", "asset", "joint")]
    work.account.take(*things, *(node for node in act.nodes if node.has("NEUTRALITY")))
    whom = whom_of(work, act)
    own = any(node.has("POSSESSIVE") for node in things)
    return whom or (EACH_OTHER if own else None)


def _report(work: Clausework, act: Act) -> Done:
    told = _reported(work, act)
    passive = any(name_of(node) == "IS" for node in work.clause.body)
    work.account.take(*(n for n in work.clause.subject if n.form == "joint"))
    informed = work.bearer if passive and work.bearer and work.bearer.role is Role.ORGAN else None
    whom = informed or whom_of(work, act)
    organ = whom if whom and whom.role is Role.ORGAN else None
    parties = whom is not None and organ is None and whom.role is not Role.NAMED
    to = organ or (Who(role=Role.ALL_PARTIES) if parties else None)
    bearer_free = informed is not None
    return Done(Action.REPORT, beneficiary=to, triggers=told, is_agentless=bearer_free)


def _reported(work: Clausework, act: Act) -> tuple[EventPattern, ...]:
    """What is reported: events and measures in the subject or behind the verb."""
    found = []
    for node in (*work.clause.subject, *act.nodes):
        if work.account.is_free(node) and (kinds := _kinds_reported(node)):
            work.account.take(node)
            author = _who_does(work, node, kinds)
            bare = EventPattern(kinds=kinds, words=work.account.words(node), author=author)
            found.append(_taken_by(work, node, bare))
    return tuple(found)


def _who_does(work: Clausework, node: Node, kinds: tuple[str, ...]) -> Author:
    """Who gives notice or ratifies: a Party, or a state that joins."""
    if "ratification" in kinds:
        joins = "accession" in work.account.text(node)
        return Author.THIRD_STATE if joins else Author.PARTY
    return Author.PARTY if "notice" in kinds else Author.ANYONE


def _taken_by(work: Clausework, node: Node, event: EventPattern) -> EventPattern:
    """Measures with those who take them ("measures taken by Members", "by regional agencies")."""
    row = [*work.clause.subject, *work.clause.body]
    at = next(n for n, each in enumerate(row) if each is node)
    for n in range(at + 1, min(at + 8, len(row) - 1)):
        if name_of(row[n]) == "BY":
            return events.tail(row, n, event, work.account).pattern
    return event


def _kinds_reported(node: Node) -> tuple[str, ...]:
    if events.is_event(node):
        return events.kinds(node)
    for phrase, kind in (
        ("MEASURES", "measures_taken"),
        ("ACCESSION", "ratification"),
        ("RATIFICATION", "ratification"),
        ("NOTICE", "notice"),
    ):
        if node.form == "term" and node.has(phrase):
            return (kind,)
    if node.form == "term" and node.has("INSTRUMENT"):
        return ("ratification",)
    return ()


def _terminate(work: Clausework, _: Act) -> Done:
    measures = any(node.has("MEASURES") for node in work.subject)
    work.account.take(*work.subject)
    return Done(Action.TERMINATE_MEASURES if measures else Action.OTHER)


def _declare(work: Clausework, act: Act) -> Done:
    if act.has("NEUTRALITY"):
        take(work, act, "NEUTRALITY")
        work.account.take(*act.nodes)
        return Done(Action.REMAIN_NEUTRAL)
    return _other(work, act)


def _condemn(work: Clausework, act: Act) -> Done:
    pattern = events.find(act.nodes, work.account)
    if pattern is None:
        return _other(work, act)
    matter = events.find([n for n in act.nodes if work.account.is_free(n)], work.account)
    if matter and "dispute" in matter.kinds:
        work.account.take(*act.nodes)
        about = (matter.model_copy(update={"target": matter.target or Target.ANY}),)
        return Done(Action.REFRAIN_FROM_FORCE, triggers=about)
    return Done(Action.REFRAIN_FROM_FORCE)


def _other(work: Clausework, act: Act, turned: Modality | None = None) -> Done:
    """An act that no action of the card stands for: its words are its content."""
    party = next((node for node in act.nodes if node.form == "party"), None)
    struck_party = party is not None and reference(party) == "attacked_party"
    which = next((n for n, node in enumerate(act.nodes) if name_of(node) == "WHICH"), None)
    work.account.take(*(node for node in act.nodes[:which] if not _tells_more(node)))
    ends = act.has("EXPIRY")
    time = next((node for node in act.nodes if node.form == "period"), None)
    number = period(time) if ends and time else None
    whom = Who(role=Role.ATTACKED_PARTY) if struck_party and work.qualifiers.triggers else None
    return Done(Action.OTHER, modality=turned, beneficiary=whom, number=number)


def _tells_more(node: Node) -> bool:
    """Whether a phrase speaks of help, force or the like, so that more may be meant than words."""
    strong = ("AID", "NEUTRALITY", "PEACE", "ALLIANCE", "CONSULT", "GUARANTEE", "DEFEND")
    return events.is_event(node) or any(phrase.name in strong for phrase in node.phrases())


READERS: dict[str, Callable[[Clausework, Act], Done]] = {
    "AID": _assist,
    "GO_TO_AID": _assist,
    "DEFEND": _assist,
    "GIVE": _give,
    "USE": _employ,
    "CONSULT": _consult,
    "COOPERATE": _cooperate,
    "COMBAT": _combat,
    "PREVENT": _prevent,
    "PROHIBIT": _forbid,
    "SETTLE": _settle,
    "SUBMIT": _settle,
    "REFRAIN": _refrain,
    "RESORT": _resort,
    "ATTACK": _strike,
    "BLOCKADE": _strike,
    "STRIKE": _strike,
    "ALLOW": _allow,
    "CEDE": _deny,
    "OBSERVE": _neutral,
    "FORM": _neutral,
    "NEUTRAL": _neutral,
    "CONCLUDE": _peace,
    "ENTER": _enter,
    "GUARANTEE": _guarantee,
    "RESPECT": _respect,
    "REPORT": _report,
    "TERMINATE": _terminate,
    "CONDEMN": _condemn,
    "DECLARE": _declare,
    "OTHER_ACT": _other,
    "TAKE": _other,
    "RESIST": _other,
    "MOBILISE": _other,
}
