"""Clauses that bind: duties, prohibitions, permissions and declarations."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from charter.elaborate import events
from charter.elaborate.acts import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.parties import is_who, listed, who
from charter.rules.pattern import Condition, EventPattern
from charter.rules.provision import Norm, Who
from charter.rules.terms import Action, Modality, Role, Target
from charter.syntax.clauses import name_of
from charter.syntax.tree import Node

KINDS = {
    Modality.MUST: "duty",
    Modality.MUST_OWN_JUDGMENT: "duty",
    Modality.MAY: "permission",
    Modality.MUST_NOT: "prohibition",
    Modality.DECLARES: "declaration",
}
STRIKES = {"invade": "invasion", "occupy": "occupation", "attack": "attack", "blockade": "blockade"}
JOINT_ACTIONS = frozenset({Action.CONSULT, Action.COOPERATE})
FOR_THE_VICTIM = frozenset({Action.ASSIST, Action.REMAIN_NEUTRAL, Action.WITHHOLD_HELP_TO_ENEMY})
TO_EACH_OTHER = frozenset({Action.CONSULT, Action.COOPERATE, Action.NO_SEPARATE_PEACE})
SINGLED_OUT = frozenset(
    {Target.ONE_PARTY, Target.ONE_OR_MORE_PARTIES, Target.OTHER_PARTY, Target.NAMED}
)


@dataclass(frozen=True, slots=True)
class Done:
    """What an act amounts to: its action, what it adds to the norm, whether words turn its sign."""

    action: Action
    modality: Modality | None = None
    beneficiary: Who | None = None
    bearer: Role | None = None
    triggers: tuple[EventPattern, ...] = ()
    conduct: tuple[EventPattern, ...] = ()
    conditions: tuple[Condition, ...] = ()
    disputes: bool = False


def norm(work: Clausework, act: Act) -> Norm | None:
    """The norm that one act of a clause makes, or none where its verb is not one of a norm."""
    reader = READERS.get(act.name)
    if reader is None or work.modality is None or _binds_nobody_known(work):
        return None
    work.account.take(*act.verbs)
    done = reader(work, act)
    return _norm(work, act, done)


def _binds_nobody_known(work: Clausework) -> bool:
    """Whether the subject of an active verb is somebody whom the words do not tell."""
    passive = any(name_of(node) == "IS" for node in work.clause.body)
    return work.bearer is None and bool(work.clause.subject) and not passive


def _norm(work: Clausework, act: Act, done: Done) -> Norm:
    modality = done.modality or _modality(work, act)
    triggers = (*work.qualifiers.triggers, *done.triggers)
    bearer, beneficiary = _between_whom(work, done, triggers)
    account, found = work.account, work.adverbials
    place = found.place or work.qualifiers.place
    return Norm(
        kind="disputes" if done.disputes else KINDS[modality],
        citation=account.context.citation,
        modality=modality,
        action=done.action,
        action_words=account.words(*act.row),
        bearer=bearer,
        beneficiary=beneficiary,
        triggers=triggers,
        conduct=done.conduct,
        conditions=(*work.qualifiers.conditions, *found.conditions, *done.conditions),
        exceptions=work.qualifiers.exceptions,
        duty_kind=found.duty_kind,
        means=tuple(found.means) if not done.conduct else (),
        place=None if any(each.place == place for each in triggers) else place,
        until=work.qualifiers.until,
        aim=found.aim or work.qualifiers.aim,
        manner=tuple(found.manner),
    )


def _modality(work: Clausework, act: Act) -> Modality:
    assert work.modality
    if act.is_denied and work.modality is not Modality.MUST_NOT:
        return Modality.MUST_NOT
    return work.modality


def _between_whom(
    work: Clausework, done: Done, triggers: Sequence[EventPattern]
) -> tuple[Who | None, Who | None]:
    """Bearer and beneficiary: what the act says of them, else what follows from the trigger."""
    bearer, beneficiary = work.bearer, done.beneficiary
    struck = next((each for each in triggers if each.target in SINGLED_OUT), None)
    mutual = beneficiary is not None and beneficiary.role is Role.EACH_OTHER
    if done.action in FOR_THE_VICTIM and struck and (beneficiary is None or mutual):
        beneficiary = Who(role=Role.ATTACKED_PARTY)
        if mutual and bearer and bearer.role is Role.EACH_PARTY:
            bearer = Who(role=Role.OTHER_PARTIES)
    if beneficiary is None and done.action in TO_EACH_OTHER:
        beneficiary = Who(role=Role.EACH_OTHER)
    if done.bearer and bearer and bearer.role is Role.EACH_PARTY:
        bearer = replace_role(bearer, done.bearer)
    elif done.action in JOINT_ACTIONS and bearer and bearer.role is Role.EACH_PARTY:
        bearer = replace_role(bearer, Role.ALL_PARTIES)
    return bearer, beneficiary


def replace_role(whom: Who, role: Role) -> Who:
    """The same phrase in another role."""
    return whom.model_copy(update={"role": role})


def given_rise(work: Clausework, event: EventPattern) -> Norm | None:
    """The duty in "shall give rise to a duty of assistance by …" and "shall oblige … to …"."""
    account = work.account
    row = [node for act in work.acts for node in act.row]
    bearers = _bearers(row, "OBLIGE" if work.acts[0].name == "OBLIGE" else "BY", work)
    aid = _aid_owed(row)
    if not bearers or not aid:
        return None
    account.take(work.acts[0].verb, *aid)
    return Norm(
        kind="duty",
        citation=account.context.citation,
        modality=Modality.MUST,
        action=Action.ASSIST,
        action_words=account.words(*[node for node in aid if node.has("AID")][:1], aid[-1]),
        bearer=who(bearers),
        beneficiary=Who(role=Role.ATTACKED_PARTY),
        triggers=(event,),
        conditions=(*work.qualifiers.conditions, *work.adverbials.conditions),
        exceptions=work.qualifiers.exceptions,
        duty_kind=work.adverbials.duty_kind,
        means=tuple(work.adverbials.means),
        place=work.adverbials.place,
        until=work.qualifiers.until,
        aim=work.adverbials.aim or work.qualifiers.aim,
        manner=tuple(work.adverbials.manner),
    )


def _bearers(row: Sequence[Node], by: str, work: Clausework) -> list[Node]:
    """The phrases of who behind "by" (or "of"), or behind a verb that obliges."""
    for at in range(len(row) - 1):
        if name_of(row[at]) in (by, "OF") and is_who(row[at + 1]):
            end = listed(row, at + 1)
            work.account.take(*row[at:end])
            return [node for node in row[at + 1 : end] if is_who(node)]
    return []


def _aid_owed(row: Sequence[Node]) -> list[Node]:
    """The words for the help that is owed: "a duty of assistance and relief", "to assist"."""
    for at, node in enumerate(row):
        duty = node.has("DUTY") and at + 2 < len(row) and name_of(row[at + 1]) == "OF"
        verb = name_of(node) == "TO" and at + 1 < len(row)
        if not (duty or verb) or not row[at + (2 if duty else 1)].has("AID"):
            continue
        end = at + (2 if duty else 1)
        while end < len(row) and (
            row[end].has("AID")
            or (row[end].form == "joint" and end + 1 < len(row) and row[end + 1].has("AID"))
        ):
            end += 1
        return list(row[at:end])
    return []


# ------------------------------------------------------------------ whom an act is done to


def _whom(work: Clausework, act: Act) -> Who | None:
    """The person an act is done to or for: the first phrase of who behind the verb."""
    for at, node in enumerate(act.nodes):
        if is_who(node) and work.account.is_free(node):
            end = listed(act.nodes, at)
            found = [each for each in act.nodes[at:end] if is_who(each)]
            work.account.take(*act.nodes[at:end])
            return who(found)
    return None


def _aided(work: Clausework, act: Act) -> Who:
    """Who is aided: by name, one another, or the party that is struck."""
    whom = _whom(work, act)
    if whom and whom.role in (Role.EACH_OTHER, Role.NAMED, Role.ORGAN):
        return whom
    if name_of(act.verb) == "DEFEND" and whom and whom.role is Role.EACH_PARTY:
        return Who(role=Role.EACH_OTHER)
    return Who(role=Role.ATTACKED_PARTY)


def _take(work: Clausework, act: Act, *names: str) -> None:
    """Take the phrases of some names, with their determiners, wherever they stand in an act."""
    work.account.take(*(node for node in act.nodes if _named(node, names)))


def _named(node: Node, names: Sequence[str]) -> bool:
    return any(phrase.name in names for phrase in node.phrases())


def _is_enemy(act: Act) -> bool:
    """Whether aid is spoken of that goes to the attacker, or to a state that is no party."""
    return act.has("ENEMY", "STATE", "STATES")


# ------------------------------------------------------------------ acts


def _assist(work: Clausework, act: Act) -> Done:
    _take(work, act, "AID", "ALL_IN_ITS_POWER", "MEASURES")
    denied = act.is_denied or work.modality is Modality.MUST_NOT
    if denied and _is_enemy(act):
        _take(work, act, "ENEMY", "STATE", "STATES", "ALLY", "PARTY")
        return Done(Action.WITHHOLD_HELP_TO_ENEMY)
    return Done(Action.ASSIST, beneficiary=_aided(work, act))


def _give(work: Clausework, act: Act) -> Done:
    if act.has("AID"):
        return _assist(work, act)
    return _other(work, act)


def _use(work: Clausework, act: Act) -> Done:
    return _other(work, act)


def _consult(work: Clausework, act: Act) -> Done:
    whom = _whom(work, act)
    return Done(Action.CONSULT, beneficiary=whom if whom and whom.role is Role.ORGAN else None)


def _cooperate(work: Clausework, act: Act) -> Done:
    _take(work, act, "INFORMATION")
    _whom(work, act)
    return Done(Action.COOPERATE, bearer=Role.ALL_PARTIES)


def _combat(work: Clausework, act: Act) -> Done:
    found = _listed_events(work, act)
    return Done(Action.COMBAT_TERRORISM, triggers=tuple(found))


def _listed_events(work: Clausework, act: Act) -> list[EventPattern]:
    """The events listed behind a verb; a place at the end limits every item of the list."""
    found: list[EventPattern] = []
    for at, node in enumerate(act.nodes):
        if events.is_event(node) and work.account.is_free(node):
            work.account.take(node)
            found.append(EventPattern(kinds=events.kinds(node), words=work.account.words(node)))
            read = events.tail(act.nodes, at + 1, found[-1], work.account)
            found[-1] = read.pattern
    where = next((each.place for each in reversed(found) if each.place), work.adverbials.place)
    return [each if each.place else each.model_copy(update={"place": where}) for each in found]


def _prevent(work: Clausework, act: Act) -> Done:
    pattern = events.find(act.nodes, work.account)
    if pattern is None:
        return _other(work, act)
    known = {"rebellion", "threat"} & set(pattern.kinds)
    action = Action.PREVENT_OR_SETTLE_REBELLION if known else Action.OTHER
    return Done(action, triggers=(pattern,))


def _refrain(work: Clausework, act: Act) -> Done:
    negative = Modality.MUST_NOT
    if act.has("AID"):
        _take(work, act, "AID", "FROM", "GIVE")
        _whom(work, act)
        return Done(Action.WITHHOLD_HELP_TO_ENEMY, modality=negative)
    pattern = events.find(act.nodes, work.account)
    if pattern is None:
        return Done(Action.OTHER, modality=negative)
    return Done(
        Action.REFRAIN_FROM_FORCE,
        modality=negative,
        conduct=(_own(pattern, work),),
        beneficiary=_toward(pattern),
    )


def _toward(pattern: EventPattern) -> Who | None:
    if pattern.target is Target.OTHER_PARTY:
        return Who(role=Role.EACH_OTHER)
    return Who(role=Role.NAMED, names=pattern.target_names) if pattern.target_names else None


def _own(found: EventPattern, work: Clausework) -> EventPattern:
    """The pattern as conduct of the bearer, with the qualities that its adverbials add."""
    qualities = tuple(dict.fromkeys((*found.qualities, *work.adverbials.qualities())))
    return found.model_copy(update={"qualities": qualities})


def _strike(work: Clausework, act: Act) -> Done:
    """Attacking somebody: forbidden conduct, or help for whom the clause is about."""
    kind = STRIKES[work.account.text(act.verb)]
    bare = EventPattern(kinds=(kind,), words=work.account.words(*act.row))
    struck = events.struck_directly(act.nodes, bare, work.account)
    if _modality(work, act) is Modality.MUST_NOT:
        return Done(
            Action.REFRAIN_FROM_FORCE, conduct=(_own(struck, work),), beneficiary=_toward(struck)
        )
    return Done(Action.OTHER)


def _allow(work: Clausework, act: Act) -> Done:
    """Letting armed groups strike from one's territory (GA res. 2625, principle 1)."""
    account = work.account
    groups = [node for node in act.nodes if node.form == "group"]
    at = next(
        (
            n
            for n, node in enumerate(act.nodes)
            if events.is_event(node) or name_of(node) == "STRIKE"
        ),
        None,
    )
    if not groups or at is None:
        return Done(Action.OTHER)
    account.take(*groups, *act.nodes[: at + 1])
    bare = EventPattern(kinds=("toleration_of_armed_groups",), words=account.words(*act.row))
    struck = events.struck_directly(act.nodes[at + 1 :], bare, account)
    forbidden = _modality(work, act) is Modality.MUST_NOT
    return Done(Action.DENY_TERRITORY, conduct=(_own(struck, work),) if forbidden else ())


def _neutral(work: Clausework, act: Act) -> Done:
    if not act.has("NEUTRALITY", "NEUTRAL"):
        return _other(work, act)
    _take(work, act, "NEUTRALITY", "NEUTRAL", "TOWARDS")
    whom = _whom(work, act)
    thirds = whom is not None and whom.role is Role.THIRD_STATES
    return Done(Action.REMAIN_NEUTRAL, beneficiary=whom if thirds else None)


def _peace(work: Clausework, act: Act) -> Done:
    if act.has("PEACE"):
        _take(work, act, "PEACE", "AGREEMENT", "AND", "OR", "ON", "BY")
        positive = Modality.MUST if act.is_only else None
        return Done(
            Action.NO_SEPARATE_PEACE, modality=positive, beneficiary=Who(role=Role.EACH_OTHER)
        )
    return _enter(work, act)


def _enter(work: Clausework, act: Act) -> Done:
    if not act.has("ALLIANCE", "CHARTER", "MEASURES"):
        return _other(work, act)
    _take(work, act, "ALLIANCE", "CHARTER", "MEASURES", "DIRECTED")
    if act.has("DIRECTED"):
        _whom(work, act)
        return Done(Action.REFRAIN_FROM_HOSTILE_ALLIANCE, beneficiary=Who(role=Role.EACH_OTHER))
    return Done(Action.OTHER)


def _guarantee(work: Clausework, act: Act) -> Done:
    return Done(Action.GUARANTEE, beneficiary=_holder(work, act), bearer=None)


def _respect(work: Clausework, act: Act) -> Done:
    return Done(Action.RESPECT, beneficiary=_holder(work, act))


def _holder(work: Clausework, act: Act) -> Who | None:
    """Whose interests an act is about: "the independence of Belgium"."""
    work.account.take(*(node for node in act.nodes if node.form in ("interest", "asset", "joint")))
    whom = _whom(work, act)
    own = any(node.has("POSSESSIVE") for node in act.nodes if node.form in ("interest", "asset"))
    return whom or (Who(role=Role.EACH_OTHER) if own else None)


def _report(work: Clausework, act: Act) -> Done:
    account = work.account
    events_of = _reported(work, act)
    whom = _whom(work, act)
    organ = whom if whom and whom.role is Role.ORGAN else None
    others = whom is not None and organ is None and whom.role is not Role.NAMED
    to = organ or (Who(role=Role.ALL_PARTIES) if others else None)
    del account
    return Done(Action.REPORT, beneficiary=to, triggers=events_of)


def _reported(work: Clausework, act: Act) -> tuple[EventPattern, ...]:
    """What is reported: events and measures in the subject or behind the verb."""
    found = []
    for node in (*work.clause.subject, *act.nodes):
        if not work.account.is_free(node):
            continue
        kind = _kind_reported(node)
        if kind:
            work.account.take(node)
            found.append(EventPattern(kinds=kind, words=work.account.words(node)))
    return tuple(found)


def _kind_reported(node: Node) -> tuple[str, ...]:
    if events.is_event(node):
        return events.kinds(node)
    if node.form == "term" and node.has("MEASURES"):
        return ("measures_taken",)
    return ()


def _terminate(_: Clausework, __: Act) -> Done:
    return Done(Action.TERMINATE_MEASURES)


def _settle(work: Clausework, act: Act) -> Done:
    pattern = events.find(act.nodes, work.account)
    if pattern is None or "dispute" not in pattern.kinds:
        return _other(work, act)
    return Done(Action.SETTLE_PEACEFULLY, triggers=(pattern,), disputes=True)


def _other(_: Clausework, __: Act) -> Done:
    """An act that no action of the card stands for: its words stay its own."""
    return Done(Action.OTHER)


READERS: dict[str, Callable[[Clausework, Act], Done]] = {
    "AID": _assist,
    "GO_TO_AID": _assist,
    "DEFEND": _assist,
    "GIVE": _give,
    "USE": _use,
    "CONSULT": _consult,
    "COOPERATE": _cooperate,
    "COMBAT": _combat,
    "PREVENT": _prevent,
    "SETTLE": _settle,
    "REFRAIN": _refrain,
    "ATTACK": _strike,
    "BLOCKADE": _strike,
    "STRIKE": _strike,
    "ALLOW": _allow,
    "OBSERVE": _neutral,
    "NEUTRAL": _neutral,
    "CONCLUDE": _peace,
    "ENTER": _enter,
    "GUARANTEE": _guarantee,
    "RESPECT": _respect,
    "REPORT": _report,
    "TERMINATE": _terminate,
    "OTHER_ACT": _other,
    "ACT": _assist,
    "TAKE": _other,
    "RESIST": _other,
    "MOBILISE": _other,
    "CEDE": _other,
}
