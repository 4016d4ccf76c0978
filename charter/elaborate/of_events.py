"""Norms about the event that is the subject of its clause: reported, prohibited, declared."""

from charter.elaborate import events, final, forcing, norms, passives, tails
from charter.elaborate.account import is_sign
from charter.elaborate.bearers import bound
from charter.elaborate.clausework import Clausework
from charter.elaborate.parties import is_who, who
from charter.rules.pattern import EventPattern
from charter.rules.provision import Norm, Who
from charter.rules.terms import Action, Author, Modality, Role, Target, Unit
from charter.syntax.phrases import name_of


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
    work.account.hold(*(node for act in work.acts for node in act.row))
    of_event = any(events.is_event(node) for node in work.clause.subject)
    work.account.hold(*(() if of_event else work.clause.subject), *work.clause.body)
    persons = [node for node in work.speaker if is_who(node)]
    speaker = who(persons) if persons and is_who(work.speaker[0]) else None
    found = event or next(iter(work.qualifiers.triggers), None) or _declared_of(work)
    if found is None:
        row = (*work.clause.subject, *work.clause.body)
        unknown = [node for node in row if events.tells_of(node) and node.form != "term"]
        work.account.taken.difference_update(node.span.start for node in unknown)
    return Norm(
        kind="declaration",
        citation=work.account.context.citation,
        modality=Modality.DECLARES,
        action=Action.OTHER,
        action_words=work.account.words(work.clause.head, *work.clause.body),
        bearer=speaker if event is None or work.clause.frame else None,
        triggers=(found,) if found else (),
    )


def is_held_to_be(work: Clausework) -> bool:
    """Whether somebody holds something to be so ("regard the frontiers as inviolable").

    An event or a condition among the words would be more than a view that is taken.
    """
    row = work.clause.body
    if work.clause.head.form != "verb" or work.bearer is None or work.qualifiers.triggers:
        return False
    conditional = bool(work.qualifiers.conditions or work.qualifiers.exceptions)
    says = work.account.text(work.clause.head)
    if conditional or any(is_sign(node) or events.is_event(node) for node in row):
        return False
    return says.startswith(("consider", "regard", "view", "look", "hold")) and any(
        name_of(node) in ("AS", "IS") or node.has("QUALITY") for node in (*row, work.clause.head)
    )


def _declared_of(work: Clausework) -> EventPattern | None:
    """The event that a clause says something of ("recognise that any attack on … concerns …")."""
    row = work.clause.body
    at = next((n for n, node in enumerate(row) if events.is_event(node)), None)
    if at is None or any(node.form != "loose" for node in row[:at]):
        return None
    return events.nominal(row, at, work.account).pattern


def declared_help(work: Clausework, event: EventPattern) -> Norm:
    """As in "Declares that it would act to meet the common danger": help that is declared."""
    act = work.acts[0]
    work.account.take(*act.row)
    return _of_event(
        work,
        event,
        kind=norms.KINDS[work.modality or Modality.DECLARES],
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
    made = norms.norm(work, work.acts[0])
    return made and made.model_copy(update={"triggers": (event, *made.triggers)})


def withheld(work: Clausework, event: EventPattern) -> Norm:
    """As in "such disputes shall not be referred to any tribunal": of nobody in particular."""
    act = work.acts[0]
    work.account.take(*act.row)
    said = {"kind": "prohibition", "modality": Modality.MUST_NOT, "action": Action.OTHER}
    return _of_event(work, event, **said)


def prohibited(work: Clausework, event: EventPattern) -> Norm:
    """An event is prohibited ("any resort to force is prohibited"), of nobody in particular."""
    act = work.acts[0]
    by, rest = passives.agent(act.nodes)
    work.account.take(act.verb, *(node for node in act.nodes if node not in rest))
    event = tails.tail(rest, 0, event, work.account).pattern
    against = forcing.toward(event) if event.target and by else None
    between = any(each.target is Target.ONE_OR_MORE_PARTIES for each in work.qualifiers.triggers)
    between = between or (event.author is Author.PARTY and event.target is not None)
    return _of_event(
        work,
        event,
        kind="prohibition",
        modality=Modality.MUST_NOT,
        action=Action.REFRAIN_FROM_FORCE,
        conduct=(event,),
        triggers=work.qualifiers.triggers,
        bearer=_each(bound([n for n in by if is_who(n)])) if by else None,
        beneficiary=Who(role=Role.EACH_OTHER) if between else against,
    )


def _each(whom: Who) -> Who:
    """Whom "by a Party" binds where it is forbidden: each of them."""
    return norms.in_role(whom, Role.EACH_PARTY) if whom.role is Role.ONE_PARTY else whom
