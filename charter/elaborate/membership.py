"""Who may join a treaty, on whose invitation and by whose consent."""

from collections.abc import Sequence
from itertools import pairwise

from charter.elaborate import (
    admission,
    candidates,
    depositing,
    entry,
    final,
    formal,
    leaving,
    narrowing,
    notices,
)
from charter.elaborate.account import MARKS, Account
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.parties import is_who, listed, who
from charter.rules.pattern import Condition, EventPattern
from charter.rules.provision import Accession, Provision, Who
from charter.rules.terms import Author, ConditionKind, Modality, Role, Unit
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def opening(work: Clausework, act: Act) -> Provision | None:
    """To whom the treaty is open; what a candidate must be is a condition in its own words."""
    membership = any(node.has("MEMBERSHIP", "ACCESSION") for node in work.subject)
    if not (membership or final.is_about_the_treaty(work)) or work.modality is Modality.MUST_NOT:
        return None
    states = next((node for node in act.nodes if node.form in ("state", "names", "party")), None)
    if states is None and not act.has("ACCESSION", "SIGNATURE") and "open" not in _last(work, act):
        return None
    final.take_subject(work)
    work.account.take(act.verb)
    merits: tuple[Condition, ...] = ()
    if states is None:
        formal.take(work.account, act.nodes)
    else:
        work.account.take(states, *_before(act, states))
        _take_by_accession(work, act)
        merits = (
            *_in_place(work, states),
            *candidates.merits(work, states, final.behind(act, states)),
        )
    return Accession.model_validate(
        final.shared(
            work,
            modality=Modality.MAY,
            bearer=Who(role=Role.OTHERS),
            open_to=work.account.words(states) if states else None,
            conditions=(*final.stated(work), *merits),
        )
    )


def _take_by_accession(work: Clausework, act: Act) -> None:
    """Take that a state joins "by accession", which goes without saying."""
    for before, node in pairwise(act.nodes):
        if name_of(before) == "BY" and node.has("ACCESSION"):
            work.account.take(before, node)


def _in_place(work: Clausework, states: Node) -> tuple[Condition, ...]:
    """The area right behind a candidate, where it was read as a place of the clause."""
    place = work.adverbials.place
    if place is None or place.words.start > work.account.words(states).end + 1:
        return ()
    return (Condition(kind=ConditionKind.REGION, words=place.words),)


def _last(work: Clausework, act: Act) -> str:
    """The verb of a treaty that is open to nobody in particular ("shall remain open")."""
    return work.account.text(act.verb) if not act.nodes else ""


def _before(act: Act, node: Node) -> tuple[Node, ...]:
    return tuple(each for each in act.nodes if each.span.start < node.span.start)


def invite(work: Clausework, act: Act) -> Provision | None:
    """The Parties may invite other states."""
    states = next((n for n in (*act.nodes, *work.subject) if n.form in ("state", "names")), None)
    if states is None or not _joins(work):
        return None
    work.account.take(*_joining(work.clause.body))
    if states in work.subject:
        return _invited(work, act, states)
    share = final.share(work, work.clause.body, Unit.VOTES)
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
    bearer = work.bearer
    if bearer and bearer.role is not Role.ORGAN:
        bearer = bearer.model_copy(update={"role": Role.ALL_PARTIES})
    return Accession.model_validate(
        final.shared(
            work,
            modality=work.modality,
            bearer=bearer,
            beneficiary=_guest(states, (*act.nodes, *work.clause.subject), work.account),
            open_to=work.account.words(states),
            conditions=conditions,
            number=share,
        )
    )


def _guest(states: Node, row: Sequence[Node], account: Account) -> Who:
    """Whom an invitation is for: states by their names, or any."""
    if states.form != "names":
        return Who(role=Role.THIRD_STATES)
    first = row.index(states)
    invited = row[first : listed(row, first)]
    account.take(*invited)
    return who([node for node in invited if node.form == "names"])


def _joins(work: Clausework) -> bool:
    """Whether an invitation is one to join the treaty, not to a meeting."""
    return bool(_joining(work.clause.body)) or any(node.form == "state" for node in work.subject)


def _joining(row: Sequence[Node]) -> tuple[Node, ...]:
    """What somebody is invited to: "to accede to this Treaty"."""
    for at, (before, node) in enumerate(pairwise(row)):
        if name_of(before) == "TO" and name_of(node) in admission.TO_JOIN:
            return tuple(row[at:])
    return ()


OF_AN_ACCESSION = ("charter", "party", "organ", "names", "verb", "joint")
"""What an accession is to, and with whom an instrument is left."""


def _invited(work: Clausework, act: Act, states: Node) -> Provision:
    """As in "any other State may, by unanimous agreement, be invited to accede"."""
    share = final.share(work, work.clause.body, Unit.VOTES)
    behind = [n for n in work.clause.subject if n.span.start > states.span.start]
    merits = candidates.merits(work, states, behind)
    by = next(
        (node for verb, node in pairwise(act.row) if name_of(verb) == "BY" and is_who(node)), None
    )
    host = who([by]) if by is not None and by.form == "organ" else Who(role=Role.ALL_PARTIES)
    work.account.take(act.verb, states, *([by] if by else []))
    formal.take(work.account, act.row)
    return Accession.model_validate(
        final.shared(
            work,
            modality=work.modality,
            bearer=host,
            beneficiary=_guest(states, (*act.nodes, *work.clause.subject), work.account),
            open_to=work.account.words(states),
            conditions=(*final.stated(work), *merits),
            number=share,
        )
    )


def _is_word(node: Node) -> bool:
    return node.form != "unread" or node.phrases()[0].text not in MARKS


def accede(work: Clausework, act: Act) -> Provision | None:
    """A state may become a party, by depositing an instrument or by a declaration."""
    if act.is_denied:
        return None
    row = work.clause.subject
    if row and row[0].form == "charter":
        row = tuple(n for before, n in pairwise(act.nodes) if name_of(before) == "BY")
    states = next((n for n in row if n.form in ("state", "names", "party")), None)
    if states is not None and work.modality is Modality.MUST:
        return entry.joined(work, act, states) or admission.by_vote(work, act)
    denied = work.modality is Modality.MUST_NOT and states is not None and states.form == "state"
    if states is None or not (work.modality is Modality.MAY or denied):
        return None
    known = (*work.clause.subject, *(act.nodes if states in act.nodes else ()))
    behind = [n for n in known if n.span.start > states.span.start]
    merits = (*_in_place(work, states), *candidates.merits(work, states, behind))
    final.take_subject(work)
    work.account.take(states)
    share = final.share(work, act.nodes, Unit.VOTES) or final.share(
        work, work.clause.row, Unit.VOTES
    )
    formal.take(work.account, act.row)
    joined = (n for n in act.nodes if n.form in OF_AN_ACCESSION or n.has("ALLIANCE"))
    also = (n for n in work.clause.body if name_of(n) in ("ACCEDE", "BECOME_PARTY"))
    work.account.take(act.verb, *joined, *also)
    return Accession.model_validate(
        final.shared(
            work,
            modality=work.modality,
            bearer=Who(role=Role.OTHERS),
            triggers=_by_instrument(work),
            conditions=(*_further(work), *merits),
            number=share,
        )
    )


def declared(work: Clausework, act: Act) -> Provision | None:
    """As in "Any State may declare its intention to accede to this Charter"."""
    joins = any(name_of(node) in admission.TO_JOIN for node in act.nodes)
    denied = any(node.form == "negation" for node in work.clause.body)
    return accede(work, act) if joins and not denied and work.modality is Modality.MAY else None


def join(work: Clausework, act: Act) -> Provision | None:
    """As in "Any State may join this Pact": an accession, where a treaty or a league is joined."""
    joins = work.account.text(act.verb) == "join" and act.nodes[:1]
    joined = joins and (act.nodes[0].form in ("charter", "organ") or act.nodes[0].has("ALLIANCE"))
    by_state = any(node.form == "state" for node in work.clause.subject)
    return accede(work, act) if joined and by_state else None


def _further(work: Clausework) -> tuple[Condition, ...]:
    """The conditions of an accession; from when it is open is none."""
    return tuple(each for each in final.stated(work) if not _is_only_when(work, each))


def _is_only_when(work: Clausework, stated: Condition) -> bool:
    nodes = formal.spanned(work, stated.words)
    known = all(node.form != "unread" or work.account.text(node) in MARKS for node in nodes)
    voted = any(node.has("SHARE") for node in nodes) and any(n.has("MEMBERSHIP") for n in nodes)
    if known and voted:
        return True
    if any(node.has("SHARE", "CONSENT", "AGREEMENT") for node in nodes):
        return stated.kind is ConditionKind.AFTER_CONSULTATION
    before = [node for node in work.clause.row if nodes and node.span.start < nodes[0].span.start]
    after = bool(before) and name_of(before[-1]) == "AFTER"
    return after and formal.is_wholly(nodes) and not any(map(notices.is_figure, nodes))


def _by_instrument(work: Clausework) -> tuple[EventPattern, ...]:
    """The instrument by which a state accedes, or the notice that it gives of its intention."""
    papers = [n for n in work.clause.body if n.has("INSTRUMENT", "NOTICE") or _tells(work, n)]
    return tuple(
        EventPattern(
            kinds=("notice" if _tells(work, node) else "ratification",),
            words=work.account.words(node),
            author=Author.THIRD_STATE,
        )
        for node in papers[:1]
    )


def _tells(work: Clausework, node: Node) -> bool:
    return name_of(node) == "REPORT" and any(n.has("FORMALITY") for n in work.clause.body)


def _wishes_to_join(work: Clausework) -> bool:
    """As in "A State desiring to accede shall notify its intention"."""
    subject = work.clause.subject
    by_state = any(node.form == "state" for node in subject[:1])
    return by_state and any(name_of(node) in admission.TO_JOIN for node in subject)


def _is_passive(work: Clausework) -> bool:
    return bool(work.clause.body) and name_of(work.clause.body[0]) == "IS"


def notified(work: Clausework, act: Act) -> Provision | None:
    """As in "may notify … of its intention to accede", or to withdraw."""
    if work.modality is Modality.MUST and _wishes_to_join(work):
        return admission.applied_for(work, act)
    joining = any(node.has("ACCESSION") for node in work.clause.subject)
    if joining and work.modality is Modality.MUST and _is_passive(work):
        return depositing.deposit(work, act)
    if any(work.account.text(node) == "registration" for node in act.nodes):
        return depositing.kept(work, act)
    papers = any(node.has("RATIFICATION", "INSTRUMENT") for node in work.clause.subject)
    if papers and name_of(next(iter(work.clause.body), act.verb)) == "IS":
        return depositing.deposit(work, act)
    joins = any(node.has("ACCEDE", "BECOME_PARTY", "ACCESSION") for node in act.nodes)
    if joins and work.modality is Modality.MAY:
        return accede(work, act)
    return leaving.notified(work, act)
