"""Help that is owed in words for a duty: an obligation of aid, the casus foederis."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from charter.elaborate import actions
from charter.elaborate.act import Act
from charter.elaborate.acts import acts
from charter.elaborate.bearers import bound
from charter.elaborate.clausework import Clausework
from charter.elaborate.doing import Done
from charter.elaborate.norms import norm, of_act
from charter.elaborate.parties import is_who, listed, reference, who
from charter.rules.pattern import EventPattern
from charter.rules.provision import Norm, Who
from charter.rules.terms import Action, Modality, Part, Role
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def given_rise(work: Clausework, event: EventPattern) -> Iterator[Norm]:
    """The duty in "shall give rise to a duty of assistance by …" and "shall oblige … to …"."""
    if _binds_nobody(work):
        return
    row = [node for act in work.acts for node in act.row]
    bearers = _bearers(row, work)
    aid = _aid_owed(row)
    owed = [node for node in row if node.has("DUTY")]
    if not bearers or any(node.has("NO") for node in owed):
        return
    if not aid:
        yield from _bound_to(work, event, bearers)
        return
    work.account.take(*owed)
    work.account.take(work.acts[0].verb, *aid, *_aided(row, aid))
    said = replace(work.qualifiers, triggers=(event,))
    made = replace(work, bearer=bound(bearers), modality=Modality.MUST, qualifiers=said)
    yield _help_owed(made, aid)


def _bound_to(work: Clausework, event: EventPattern, bearers: Sequence[Node]) -> Iterator[Norm]:
    """What an event obliges to besides help ("shall oblige the others to take up arms")."""
    row = work.acts[0].nodes
    to = next((n for n, node in enumerate(row) if name_of(node) == "TO"), len(row))
    said = replace(work.qualifiers, triggers=(event,))
    does = acts(row[to + 1 :], work.account)
    made = replace(
        work, bearer=bound(bearers), modality=Modality.MUST, qualifiers=said, acts=does, subject=()
    )
    found = [each for act in does if (each := norm(made, act))]
    if found:
        work.account.take(work.acts[0].verb, *row[to : to + 1])
    yield from found


FORCE = frozenset({"attack", "armed_attack", "aggression", "invasion", "use_of_force"})


def is_force(event: EventPattern) -> bool:
    """Whether an event is force that one Party suffers, so that to resist it is to help."""
    return bool(FORCE & set(event.kinds))


def resisted(work: Clausework, event: EventPattern) -> Norm:
    """As in "an aggression against one shall be met by the others with all their forces"."""
    act = work.acts[0]
    by = [node for node in _bearers(act.nodes, work) if is_who(node)]
    work.account.take(*act.verbs, *(node for node in act.nodes if node.has("AID")))
    said = replace(work.qualifiers, triggers=(*work.qualifiers.triggers, event))
    made = replace(work, bearer=bound(by) if by else None, qualifiers=said)
    return of_act(made, act, Done(Action.ASSIST, beneficiary=Who(role=Role.ATTACKED_PARTY)))


def _aided(row: Sequence[Node], aid: Sequence[Node]) -> Sequence[Node]:
    """The words for the Party that is to be helped, right behind the help ("to assist it")."""
    at = row.index(aid[-1]) + 1
    whom = at < len(row) and (name_of(row[at]) in ("IT", "LATTER") or _is_struck(row[at]))
    return row[at : at + 1] if whom else ()


def _is_struck(node: Node) -> bool:
    return node.form in ("party", "state") and reference(node) == "attacked_party"


def obligation(work: Clausework) -> Norm | None:
    """As in "shall have towards it an obligation of aid and assistance": a duty to assist."""
    row = work.clause.body
    has = any(name_of(node) == "HAS" for node in row[:2])
    aid = _aid_owed(row)
    if not (has and aid and work.bearer and work.modality):
        return None
    account = work.account
    account.take(*row[: row.index(aid[-1]) + 1])
    return _help_owed(work, aid)


def _help_owed(work: Clausework, aid: Sequence[Node]) -> Norm:
    """The duty to help that words for an obligation stand for, by their verb or noun of help."""
    at = next(n for n, node in enumerate(aid) if _is_of_help(node))
    act = Act((aid[at],), tuple(aid[at + 1 :]))
    done = actions.READERS[act.name](work, act)
    help_done = done if done and done.action is Action.ASSIST else Done(Action.ASSIST)
    for_it = help_done.beneficiary or Who(role=Role.ATTACKED_PARTY)
    return of_act(work, act, replace(help_done, beneficiary=for_it))


def _is_of_help(node: Node) -> bool:
    return node.has("AID") or name_of(node) in GIVING


GIVING = frozenset({"GIVE", "GO_TO_AID", "SEND", "COME", "DEFEND", "AIDING"})
"""Verbs by which help is given."""


def resting(work: Clausework) -> Norm | None:
    """As in "The obligation to assist shall rest upon all the Parties": a duty to assist."""
    row = [node for node in work.clause.body if node.form != "formula"]
    rests = next((n for n, node in enumerate(row) if _rests(work, node)), len(row))
    aid = _aid_owed(work.clause.subject)
    if not aid or rests == len(row):
        return None
    first = rests + (2 if name_of(row[min(rests + 1, len(row) - 1)]) in BINDING else 1)
    if first >= len(row) or not is_who(row[first]):
        return None
    if _binds_nobody(work):
        return None
    end = listed(row, first)
    bearer = bound([node for node in row[first:end] if is_who(node)])
    work.account.take(*work.clause.subject, *row[rests:end])
    return _help_owed(replace(work, bearer=bearer), aid)


def _rests(work: Clausework, node: Node) -> bool:
    """Whether a verb says on whom a duty is ("shall devolve on", "shall fall upon")."""
    return name_of(node) == "DEVOLVE" or work.account.text(node) in ("fall upon", "fall on")


def _binds_nobody(work: Clausework) -> bool:
    """Whether a clause denies that there is a duty; no rule holds that, so "not" is left unread."""
    denied = work.modality is Modality.MUST_NOT
    if denied:
        work.account.taken.discard(work.clause.head.span.start)
    return denied


ARISING = frozenset({"OCCUR", "ENTER_INTO_FORCE", "APPLY"})
"""Verbs by which a duty of help is said to be there."""


def casus_foederis(work: Clausework) -> Norm | None:
    """As in "the casus foederis arises for the other Parties": they must assist."""
    subject = next((node for node in work.clause.subject if node.has("CASUS")), None)
    row = (work.clause.head, *work.clause.body)
    arises = next((node for node in row if name_of(node) in ARISING), None)
    if subject is None or arises is None or not work.qualifiers.triggers:
        return None
    at = next((n for n, node in enumerate(row[:-1]) if name_of(node) == "FOR"), None)
    whom = row[at + 1] if at is not None and is_who(row[at + 1]) else None
    work.account.take(subject, arises, *((row[at or 0], whom) if whom else ()))
    work = replace(
        work,
        bearer=who([whom]) if whom else Who(role=Role.OTHER_PARTIES),
        modality=Modality.MUST,
    )
    act = Act((subject,), (arises,))
    return of_act(work, act, Done(Action.ASSIST, beneficiary=Who(role=Role.ATTACKED_PARTY)))


BINDING = ("OBLIGE", "BIND", "BY", "OF", "ON", "FOR")
"""What stands before those who are bound ("imposes on", "entails for", "on the part of")."""


def _bearers(row: Sequence[Node], work: Clausework) -> list[Node]:
    """The phrases of who behind "by" (or "of"), or behind a verb that obliges."""
    for at in range(len(row) - 1):
        if name_of(row[at]) in BINDING and is_who(row[at + 1]):
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
        while end < len(row) and _is_of_aid(row, end):
            end += 1
        return list(row[at:end])
    return []


def _is_of_aid(row: Sequence[Node], at: int) -> bool:
    """Whether a phrase goes on with the help that is owed: what, of what sort, to whom."""
    if _is_of_help(row[at]) or _joins_aid(row, at) or row[at].form in ("means", "pronoun"):
        return True
    to_whom = name_of(row[at]) == "TO" and at + 1 < len(row) and is_who(row[at + 1])
    return to_whom or (is_who(row[at]) and name_of(row[at - 1]) in ("TO", "AID", *GIVING))


def _aid_after(row: Sequence[Node], at: int) -> int | None:
    """Where the words for help begin behind "a duty of" or "to"."""
    if row[at].has("DUTY") and name_of(row[at + 1]) in ("OF", "TO"):
        begin = at + 2
    elif name_of(row[at]) == "TO":
        begin = at + 1
    else:
        return None
    return begin if begin < len(row) and _is_of_help(row[begin]) else None


def _joins_aid(row: Sequence[Node], at: int) -> bool:
    return row[at].form == "joint" and at + 1 < len(row) and row[at + 1].has("AID")
