"""Clauses that bind: duties, prohibitions, permissions and declarations."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from charter.elaborate import actions, doing, final
from charter.elaborate.acts import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.doing import Done
from charter.elaborate.parties import is_who, listed, who
from charter.rules.pattern import Condition, EventPattern, MeansUse
from charter.rules.provision import Norm, Who
from charter.rules.terms import Action, Means, Modality, Part, Role, Target, Unit
from charter.syntax.clauses import name_of
from charter.syntax.tree import Node

KINDS = {
    Modality.MUST: "duty",
    Modality.MUST_OWN_JUDGMENT: "duty",
    Modality.MAY: "permission",
    Modality.MUST_NOT: "prohibition",
    Modality.DECLARES: "declaration",
}
FOR_THE_VICTIM = frozenset({Action.ASSIST, Action.REMAIN_NEUTRAL, Action.WITHHOLD_HELP_TO_ENEMY})
TO_EACH_OTHER = frozenset({Action.CONSULT, Action.COOPERATE, Action.NO_SEPARATE_PEACE})
IN_COMMON = frozenset({Action.CONSULT, Action.COOPERATE})
SINGLED_OUT = frozenset(
    {Target.ONE_PARTY, Target.ONE_OR_MORE_PARTIES, Target.OTHER_PARTY, Target.NAMED}
)


def norm(work: Clausework, act: Act) -> Norm | None:
    """The norm that one act of a clause makes, or none where its verb is not one of a norm."""
    reader = actions.READERS.get(act.name)
    if reader is None or work.modality is None or _binds_nobody_known(work):
        return None
    work.account.take(*act.verbs)
    return _norm(work, act, reader(work, act))


def _binds_nobody_known(work: Clausework) -> bool:
    """Whether the subject of an active verb is somebody whom the words do not tell."""
    passive = any(name_of(node) == "IS" for node in work.clause.body)
    return work.bearer is None and bool(work.clause.subject) and not passive


def _norm(work: Clausework, act: Act, done: Done) -> Norm:
    modality = done.modality or doing.modality(work, act)
    triggers = (*work.qualifiers.triggers, *done.triggers)
    bearer, beneficiary = _between_whom(work, act, done, triggers)
    account, found = work.account, work.adverbials
    place = found.place or work.qualifiers.place
    kind = KINDS[modality]
    return Norm(
        kind="disputes" if done.disputes else kind,
        citation=account.context.citation,
        modality=modality,
        action=done.action,
        action_words=account.words(*act.row),
        bearer=bearer,
        beneficiary=beneficiary,
        triggers=triggers,
        conduct=done.conduct,
        conditions=(*_standing(work), *found.conditions, *done.conditions),
        exceptions=work.qualifiers.exceptions,
        duty_kind=found.duty_kind,
        means=_means(work, act) if kind == "duty" else (),
        place=None if done.has_own_place or any(t.place == place for t in triggers) else place,
        until=work.qualifiers.until,
        aim=found.aim or work.qualifiers.aim,
        manner=tuple(found.manner),
        number=done.number or work.qualifiers.number,
    )


def _standing(work: Clausework) -> tuple[Condition, ...]:
    """The conditions of a clause; a time that the treaty has been in force is its figure."""
    conditions = work.qualifiers.conditions
    if work.qualifiers.number is None:
        return conditions
    return tuple(each for each in conditions if "in force" not in each.words.text)


def _means(work: Clausework, act: Act) -> tuple[MeansUse, ...]:
    """The means that stand with an act; those in front of the first act are its own."""
    first = work.acts[0] if work.acts else act
    uses = work.adverbials.means
    before = first.verb.span.start if act is first else act.verb.span.start
    return tuple(
        use for node, use in uses if act.covers(node) or (act is first and node.span.start < before)
    )


def _between_whom(
    work: Clausework, act: Act, done: Done, triggers: Sequence[EventPattern]
) -> tuple[Who | None, Who | None]:
    """Bearer and beneficiary: what the act says of them, else what follows from the trigger."""
    bearer, beneficiary = work.bearer, done.beneficiary
    struck = next((each for each in triggers if each.target in SINGLED_OUT), None)
    mutual = beneficiary is not None and beneficiary.role is Role.EACH_OTHER
    if done.action in FOR_THE_VICTIM and struck and (beneficiary is None or mutual):
        beneficiary = Who(role=Role.ATTACKED_PARTY)
        if mutual and bearer and bearer.role is Role.EACH_PARTY:
            bearer = in_role(bearer, Role.OTHER_PARTIES)
    if beneficiary is None and done.action in TO_EACH_OTHER:
        others = bearer is not None and bearer.role is Role.OTHER_PARTIES and struck
        beneficiary = Who(role=Role.ATTACKED_PARTY if others else Role.EACH_OTHER)
    beneficiary = beneficiary or work.addressee
    together = done.action in IN_COMMON or act.is_joint or work.adverbials.in_common
    if done.is_agentless:
        bearer = None
    if together and bearer and bearer.role is Role.EACH_PARTY:
        bearer = in_role(bearer, Role.ALL_PARTIES)
    return bearer, beneficiary


def in_role(whom: Who, role: Role) -> Who:
    """The same phrase in another role."""
    return whom.model_copy(update={"role": role})


# ------------------------------------------------------------------ duties that an event gives


def given_rise(work: Clausework, event: EventPattern) -> Iterator[Norm]:
    """The duty in "shall give rise to a duty of assistance by …" and "shall oblige … to …"."""
    account = work.account
    row = [node for act in work.acts for node in act.row]
    bearers = _bearers(row, work)
    aid = _aid_owed(row)
    if not bearers or not aid:
        return
    account.take(work.acts[0].verb, *aid)
    words = [node for node in aid if node.has("AID")]
    yield Norm(
        kind="duty",
        citation=account.context.citation,
        modality=Modality.MUST,
        action=Action.ASSIST,
        action_words=account.words(words[0], words[-1]),
        bearer=who(bearers),
        beneficiary=Who(role=Role.ATTACKED_PARTY),
        triggers=(event,),
        conditions=(*work.qualifiers.conditions, *work.adverbials.conditions),
        exceptions=work.qualifiers.exceptions,
        duty_kind=work.adverbials.duty_kind,
        means=tuple(use for _, use in work.adverbials.means),
        place=work.adverbials.place,
        until=work.qualifiers.until,
        aim=work.adverbials.aim or work.qualifiers.aim,
        manner=tuple(work.adverbials.manner),
    )


def obligation(work: Clausework) -> Norm | None:
    """As in "shall have towards it an obligation of aid and assistance": a duty to assist."""
    row = work.clause.body
    has = any(name_of(node) == "HAS" for node in row[:2])
    aid = _aid_owed(row)
    if not (has and aid and work.bearer and work.modality):
        return None
    account = work.account
    account.take(*row[: row.index(aid[-1]) + 1])
    words = [node for node in aid if node.has("AID")]
    act = Act((words[0],), tuple(words[1:]))
    return _norm(work, act, Done(Action.ASSIST, beneficiary=Who(role=Role.ATTACKED_PARTY)))


def with_antecedent(work: Clausework, event: EventPattern | None) -> Clausework:
    """A clause with "such an attack" taken for the attack that the sentence spoke of before."""
    triggers = work.qualifiers.triggers
    if event is None or not any(_is_such(each, event) for each in triggers):
        return work
    meant = tuple(event if _is_such(each, event) else each for each in triggers)
    return replace(work, qualifiers=replace(work.qualifiers, triggers=meant))


def _is_such(each: EventPattern, event: EventPattern) -> bool:
    same = set(each.kinds) <= {*event.kinds, *event.counted_from}
    return same and each.target is None and each.words.text.lower().startswith("such")


def _bearers(row: Sequence[Node], work: Clausework) -> list[Node]:
    """The phrases of who behind "by" (or "of"), or behind a verb that obliges."""
    for at in range(len(row) - 1):
        if name_of(row[at]) in ("OBLIGE", "BY", "OF") and is_who(row[at + 1]):
            end = listed(row, at + 1)
            work.account.take(*row[at:end])
            work.account.note(Part.BEARER, *row[at:end])
            return [node for node in row[at + 1 : end] if is_who(node)]
    return []


def _aid_owed(row: Sequence[Node]) -> list[Node]:
    """The words for the help that is owed: "a duty of assistance and relief", "to assist"."""
    for at in range(len(row) - 1):
        begin = _aid_after(row, at)
        if begin is None:
            continue
        end = begin
        while end < len(row) and (row[end].has("AID") or _joins_aid(row, end)):
            end += 1
        return list(row[at:end])
    return []


def _aid_after(row: Sequence[Node], at: int) -> int | None:
    """Where the words for help begin behind "a duty of" or "to"."""
    if row[at].has("DUTY") and name_of(row[at + 1]) == "OF":
        begin = at + 2
    elif name_of(row[at]) == "TO":
        begin = at + 1
    else:
        return None
    return begin if begin < len(row) and row[begin].has("AID") else None


def _joins_aid(row: Sequence[Node], at: int) -> bool:
    return row[at].form == "joint" and at + 1 < len(row) and row[at + 1].has("AID")


# ------------------------------------------------------------------ what is said of an event


def _of_event(work: Clausework, event: EventPattern, **fields: object) -> Norm:
    """A norm about the event that is the subject of its clause."""
    account = work.account
    shared: dict[str, object] = {
        "citation": account.context.citation,
        "modality": work.modality,
        "action_words": account.words(work.clause.head, *work.clause.body),
        "bearer": None,
        "triggers": (*work.qualifiers.triggers, event),
        "conditions": (*work.qualifiers.conditions, *work.adverbials.conditions),
        "exceptions": work.qualifiers.exceptions,
        "place": None,
    }
    return Norm.model_validate(shared | fields)


def declaration(work: Clausework, event: EventPattern | None = None) -> Norm:
    """What is declared of an event or a state of things: no operative duty."""
    work.account.take(*(node for act in work.acts for node in act.row))
    work.account.take(*work.clause.subject, *work.clause.body)
    speaker = who(work.speaker) if work.speaker and is_who(work.speaker[0]) else None
    found = event or next(iter(work.qualifiers.triggers), None)
    return Norm(
        kind="declaration",
        citation=work.account.context.citation,
        modality=Modality.DECLARES,
        action=Action.OTHER,
        action_words=work.account.words(work.clause.head, *work.clause.body),
        bearer=speaker if event is None or work.clause.frame else None,
        triggers=(found,) if found else (),
    )


def declared_help(work: Clausework, event: EventPattern) -> Norm:
    """As in "Declares that it would act to meet the common danger": help that is declared."""
    act = work.acts[0]
    work.account.take(*act.row)
    return _of_event(
        work,
        event,
        kind=KINDS[work.modality or Modality.DECLARES],
        action=Action.ASSIST,
        bearer=work.bearer,
        beneficiary=Who(role=Role.ATTACKED_PARTY),
    )


def entitled(work: Clausework, event: EventPattern) -> Norm:
    """As in "A breach by one of the parties entitles the other to invoke it"."""
    act = work.acts[0]
    account = work.account
    at = next((n for n, node in enumerate(act.nodes) if is_who(node)), None)
    bearer = who([act.nodes[at]]) if at is not None else None
    account.take(*(node for each in work.acts for node in each.row))
    votes = final.share(work, act.nodes, Unit.VOTES)
    return _of_event(
        work,
        event.model_copy(update={"target": None}),
        kind="permission",
        modality=Modality.MAY,
        action=Action.OTHER,
        bearer=bearer,
        number=votes,
    )


def reported(work: Clausework, event: EventPattern) -> Norm | None:
    """What is reported where an event is the subject: it, and what else is."""
    made = norm(work, work.acts[0])
    return made and made.model_copy(update={"triggers": (event, *made.triggers)})


def prohibited(work: Clausework, event: EventPattern) -> Norm:
    """An event is prohibited ("any resort to force is prohibited"), of nobody in particular."""
    act = work.acts[0]
    work.account.take(act.verb)
    between = any(each.target is Target.ONE_OR_MORE_PARTIES for each in work.qualifiers.triggers)
    return _of_event(
        work,
        event,
        kind="prohibition",
        modality=Modality.MUST_NOT,
        action=Action.REFRAIN_FROM_FORCE,
        conduct=(event,),
        triggers=work.qualifiers.triggers,
        beneficiary=Who(role=Role.EACH_OTHER) if between else None,
    )


def disputes(work: Clausework, event: EventPattern) -> Norm:
    """Disputes shall be settled, or submitted to a court."""
    act = work.acts[0]
    account = work.account
    organs = [node for node in act.nodes if node.form == "organ"]
    account.take(act.verb, *organs)
    means = tuple(
        MeansUse(means=Means.PEACEFUL_MEANS, words=account.words(node)) for node in organs[:1]
    )
    return _of_event(
        work,
        event,
        kind="disputes",
        action=Action.SETTLE_PEACEFULLY,
        bearer=work.bearer,
        beneficiary=Who(role=Role.EACH_OTHER),
        means=(*(use for _, use in work.adverbials.means), *means),
    )
