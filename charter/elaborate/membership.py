"""Who may join a treaty, on whose invitation and by whose consent."""

from collections.abc import Sequence
from itertools import pairwise

from charter.elaborate import depositing, final, narrowing
from charter.elaborate.account import MARKS, is_light
from charter.elaborate.acts import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.parties import is_who, who
from charter.rules.pattern import Condition, EventPattern
from charter.rules.provision import Accession, Provision, Who
from charter.rules.terms import Author, ConditionKind, Modality, Role, Unit
from charter.syntax.heads import name_of
from charter.syntax.tree import Node


def opening(work: Clausework, act: Act) -> Provision | None:
    """To whom the treaty is open; what a candidate must be is a condition in its own words."""
    if not final.is_about_the_treaty(work):
        return None
    states = next((node for node in act.nodes if node.form == "state"), None)
    if states is None:
        return None
    final.take_subject(work)
    merits = final.behind(act, states)
    work.account.take(act.verb, states, *_before(act, states))
    told = final.other(work, merits)
    if any(node.form == "area" for node in merits):
        told = tuple(each.model_copy(update={"kind": ConditionKind.REGION}) for each in told)
    conditions = (*final.stated(work), *told)
    return Accession.model_validate(
        final.shared(
            work,
            modality=Modality.MAY,
            bearer=Who(role=Role.OTHERS),
            open_to=work.account.words(states),
            conditions=conditions,
        )
    )


def _before(act: Act, node: Node) -> tuple[Node, ...]:
    return tuple(each for each in act.nodes if each.span.start < node.span.start)


def consent(work: Clausework, act: Act) -> Provision | None:
    """By whose agreement a state accedes ("Accession requires the unanimous agreement …")."""
    if final.is_about_the_treaty(work) and act.has("RATIFICATION"):
        return depositing.ratify(work, act)
    if not any(node.has("ACCESSION", "MEMBERSHIP") for node in work.subject):
        return None
    votes = final.share(work, act.nodes, Unit.VOTES)
    if votes is None:
        return None
    final.take_subject(work)
    work.account.take(act.verb, *(node for node in act.nodes if is_who(node)))
    return Accession.model_validate(final.shared(work, number=votes))


def invite(work: Clausework, act: Act) -> Provision | None:
    """The Parties may invite other states."""
    states = next((n for n in (*act.nodes, *work.subject) if n.form in ("state", "names")), None)
    if states is None or not _joins(work):
        return None
    work.account.take(*_joining(work.clause.body))
    if states in work.subject:
        return _invited(work, act, states)
    votes = final.share(work, work.clause.body, Unit.VOTES)
    work.account.take(act.verb, states)
    merits = [
        n
        for n in work.clause.body
        if n.span.start > states.span.start and _is_word(n) and work.account.is_free(n)
    ]
    conditions = (
        *final.stated(work),
        *narrowing.regions([states], work.account),
        *final.other(work, merits),
    )
    bearer = work.bearer.model_copy(update={"role": Role.ALL_PARTIES}) if work.bearer else None
    return Accession.model_validate(
        final.shared(
            work,
            modality=work.modality,
            bearer=bearer,
            beneficiary=_guest(states),
            open_to=work.account.words(states),
            conditions=conditions,
            number=votes,
        )
    )


def _guest(states: Node) -> Who:
    """Whom an invitation is for: a state by its name, or any."""
    return who([states]) if states.form == "names" else Who(role=Role.THIRD_STATES)


TO_JOIN = frozenset({"ACCEDE", "BECOME_PARTY", "COOPERATE", "ENTER"})


def _joins(work: Clausework) -> bool:
    """Whether an invitation is one to join the treaty, not to a meeting."""
    return bool(_joining(work.clause.body)) or any(node.form == "state" for node in work.subject)


def _joining(row: Sequence[Node]) -> tuple[Node, ...]:
    """What somebody is invited to: "to accede to this Treaty"."""
    for at, (before, node) in enumerate(pairwise(row)):
        if name_of(before) == "TO" and name_of(node) in TO_JOIN:
            return tuple(row[at:])
    return ()


OF_AN_ACCESSION = ("charter", "party", "organ", "names", "verb", "joint")
"""What an accession is to, and with whom an instrument is left."""


def _invited(work: Clausework, act: Act, states: Node) -> Provision:
    """As in "any other State may, by unanimous agreement, be invited to accede"."""
    votes = final.share(work, work.clause.body, Unit.VOTES)
    merits = [n for n in work.clause.subject if n.span.start > states.span.start]
    by = next(
        (node for verb, node in pairwise(act.row) if name_of(verb) == "BY" and is_who(node)), None
    )
    host = who([by]) if by is not None and by.form == "organ" else Who(role=Role.ALL_PARTIES)
    work.account.take(act.verb, states, *act.nodes)
    return Accession.model_validate(
        final.shared(
            work,
            modality=work.modality,
            bearer=host,
            beneficiary=Who(role=Role.THIRD_STATES),
            open_to=work.account.words(states),
            conditions=(*final.stated(work), *final.other(work, merits)),
            number=votes,
        )
    )


def _is_word(node: Node) -> bool:
    return node.form != "unread" or node.phrases()[0].text not in MARKS


def accede(work: Clausework, act: Act) -> Provision | None:
    """A state may become a party, by depositing an instrument."""
    if work.modality is not Modality.MAY:
        return None
    merits = _merits(work)
    final.take_subject(work)
    votes = final.share(work, act.nodes, Unit.VOTES) or final.share(
        work, work.clause.row, Unit.VOTES
    )
    final.take(work, act.nodes, "INSTRUMENT", "DEPOSIT", "CHARTER", "TO_THIS_TREATY")
    work.account.take(act.verb, *(node for node in act.nodes if node.form in OF_AN_ACCESSION))
    instruments = [node for node in act.nodes if node.has("INSTRUMENT")]
    triggers = tuple(
        EventPattern(
            kinds=("ratification",), words=work.account.words(node), author=Author.THIRD_STATE
        )
        for node in instruments[:1]
    )
    return Accession.model_validate(
        final.shared(
            work,
            modality=Modality.MAY,
            bearer=Who(role=Role.OTHERS),
            triggers=triggers,
            conditions=(*final.stated(work), *merits),
            number=votes,
        )
    )


def _merits(work: Clausework) -> tuple[Condition, ...]:
    """What a candidate has to be, as far as its own phrase says: a region, "which shares …"."""
    states = next((node for node in work.clause.subject if node.form == "state"), None)
    if states is None:
        return ()
    behind = [n for n in work.clause.subject if n.span.start > states.span.start]
    told = not all(is_light(node) or name_of(node) == "INVITE" for node in behind)
    regions = tuple(narrowing.regions([states], work.account))
    return (*regions, *(final.other(work, behind) if told else ()))
