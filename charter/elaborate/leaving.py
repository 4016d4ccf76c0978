"""Who may leave a treaty, on what notice, and when that takes effect."""

from collections.abc import Sequence
from itertools import pairwise

from charter.elaborate import final, formal, notices
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.numbers import period
from charter.rules.pattern import Condition, EventPattern
from charter.rules.provision import Provision, Who, Withdrawal
from charter.rules.terms import Author, ConditionKind, Modality, Role
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def effect(work: Clausework, act: Act) -> Provision | None:
    """When a withdrawal takes effect."""
    if work.modality is Modality.MUST_NOT:
        return None
    row = work.clause.row
    formal.take(work.account, work.clause.subject)
    whose = _whose(row)
    work.account.take(act.verb, *whose, *(n for n in row if whose and name_of(n) == "ONLY"))
    conditions = tuple(each for each in final.stated(work) if not _is_of_a_notice(work, each))
    number = final.figure(work, row)
    formal.take(work.account, row)
    fields = final.shared(work, bearer=Who(role=Role.ONE_PARTY), number=number, until=None)
    return Withdrawal.model_validate(fields | {"conditions": conditions, "triggers": ()})


def _whose(row: Sequence[Node]) -> tuple[Node, ...]:
    """Those whose withdrawal takes effect: "for the denouncing Party", "as regards that State"."""
    return tuple(
        node
        for before, whom in pairwise([n for n in row if name_of(n) != "ONLY"])
        if name_of(before) in ("FOR", "REGARDING", "TO", "ENTER_INTO_FORCE", "CEASE_IN_FORCE")
        if whom.form in ("party", "state")
        for node in (before, whom)
    )


def _is_of_a_notice(work: Clausework, stated: Condition) -> bool:
    """Whether a condition only says that notice was given, so that its words are read as that."""
    nodes = formal.spanned(work, stated.words)
    if not (any(notices.leaves(node) for node in nodes) and formal.is_wholly(nodes)):
        return False
    formal.release(work, stated)
    return True


def _as_said(stated: Condition) -> Condition:
    """What a right to withdraw depends on; an organ's decision is one of its own words there."""
    decided = stated.kind is ConditionKind.BY_DECISION_OF_ORGAN
    return stated.model_copy(update={"kind": ConditionKind.OTHER}) if decided else stated


OF_A_NOTICE = ("party", "charter", "organ", "pronoun", "names")
"""What a notice is addressed to, or speaks of."""


def withdraw(work: Clausework, act: Act) -> Provision | None:
    """A withdrawal by the subject ("any Party may denounce"), or of the treaty ("may be …")."""
    if act.is_denied or any(node.has("FORCES") for node in (*work.clause.subject, *act.nodes)):
        return None
    row = (*work.clause.leads, *work.clause.subject, act.verb, *work.clause.body)
    found = notices.times(row)
    stated = () if _is_of_who_leaves(work) else final.stated(work)
    kept = tuple(_as_said(each) for each in stated if not _is_said(work, each, found))
    account = work.account
    final.take_subject(work)
    account.take(act.verb, *(node for node in (found.notice, found.in_force) if node))
    formal.take(account, row)
    account.take(*(node for node in act.nodes if node.form in OF_A_NOTICE))
    account.take(*(node for node in row if name_of(node) == "GIVE"))
    time = found.notice or found.in_force
    fields = final.shared(
        work,
        modality=Modality.MUST_NOT if work.modality is Modality.MUST_NOT else Modality.MAY,
        bearer=_leaver(work),
        number=period(time) if time else None,
        counts=notices.counts(row, found),
        after=period(found.in_force) if found.notice and found.in_force else None,
        in_writing=work.adverbials.in_writing,
        manner=(*work.adverbials.manner, *_addressed(work, act)),
        until=None,
    )
    stated = (*kept, *_time_in_force(work, found, kept))
    stated = (*stated, *(_on_event(each) for each in work.qualifiers.triggers))
    own = {"conditions": _beside(work, found, stated), "triggers": ()}
    return Withdrawal.model_validate(fields | own)


def _on_event(event: EventPattern) -> Condition:
    """The event upon which a Party may leave, as a condition in its own words."""
    return Condition(kind=ConditionKind.OTHER, words=event.words)


def _beside(
    work: Clausework, found: notices.Times, stated: Sequence[Condition]
) -> tuple[Condition, ...]:
    """The conditions of a withdrawal; a time in force that is a figure asks for nothing more."""
    if found.notice is None or found.in_force is None:
        return tuple(stated)
    start = work.account.words(found.in_force).start
    return tuple(
        each.model_copy(update={"alongside": each.words.start <= start < each.words.end})
        for each in stated
    )


def _is_said(work: Clausework, stated: Condition, found: notices.Times) -> bool:
    """Whether a condition is one of notice or of time, which the figures hold."""
    if _is_of_a_notice(work, stated):
        return True
    nodes = formal.spanned(work, stated.words)
    alone = found.notice is None and found.in_force in nodes and _is_of_time(nodes)
    if alone:
        formal.release(work, stated)
    return alone


def _is_of_time(nodes: Sequence[Node]) -> bool:
    """Whether some phrases only say how long the treaty has been in force."""
    in_force = any(name_of(node) in ("REMAIN_IN_FORCE", "IN_FORCE") for node in nodes)
    others = [node for node in nodes if name_of(node) not in ("REMAIN_IN_FORCE", "FOR", "WITHIN")]
    return formal.is_wholly(others) and (in_force or any(notices.is_figure(node) for node in nodes))


def _time_in_force(
    work: Clausework, found: notices.Times, kept: Sequence[Condition]
) -> tuple[Condition, ...]:
    """The time in force as a condition beside a notice, where no condition holds it yet."""
    if found.notice is None or found.in_force is None:
        return ()
    words = work.account.words(found.in_force)
    if any(each.words.start <= words.start < each.words.end for each in kept):
        return ()
    return (Condition(kind=ConditionKind.OTHER, words=words),)


def _leaver(work: Clausework) -> Who | None:
    """Who leaves: any single Party; where one has broken the treaty, the others; or none."""
    if work.bearer and work.bearer.role in (Role.NAMED, Role.ORGAN):
        return work.bearer
    known = work.bearer is not None and work.bearer.role is Role.OTHER_PARTIES
    denied = work.modality is Modality.MUST_NOT
    if denied and work.bearer is None:
        return None
    if work.bearer and ((known and work.qualifiers.triggers) or denied):
        return work.bearer
    return Who(role=Role.ONE_PARTY)


def notified(work: Clausework, act: Act) -> Provision | None:
    """How a notice is given ("notice of withdrawal shall be given in writing to …")."""
    if work.modality is Modality.MUST and _tells_of_leaving(work, act):
        return _asked(work, act)
    leaving = any(node.has("NOTICE", "WITHDRAWAL") for node in work.subject)
    if leaving and work.modality is Modality.MAY and act.name == "GIVE":
        return withdraw(work, act)
    if not leaving or work.modality is not Modality.MUST or notices.is_passed_on(act):
        return None
    final.take_subject(work)
    account = work.account
    row = (*work.clause.subject, act.verb, *act.nodes)
    account.take(act.verb, *(node for node in act.nodes if node.form in OF_A_NOTICE))
    number = final.figure(work, act.nodes)
    stated = () if _is_of_who_leaves(work) else final.stated(work)
    kept = tuple(each for each in stated if not _is_of_a_notice(work, each))
    formal.take(account, (*work.clause.leads, *row))
    trigger = EventPattern(
        kinds=("notice",), words=account.words(*work.subject), author=Author.PARTY
    )
    return Withdrawal.model_validate(
        final.shared(
            work,
            modality=Modality.MUST,
            bearer=Who(role=Role.ONE_PARTY),
            triggers=(trigger,),
            number=number,
            in_writing=work.adverbials.in_writing,
            conditions=kept,
        )
    )


def _is_of_who_leaves(work: Clausework) -> bool:
    """Whether a clause begins "in the event of a Party wishing to denounce it": no condition."""
    leads = work.clause.leads
    wishing = any(name_of(node) in ("RECITING", "WISH", "DECIDE") for node in leads)
    if not (wishing and any(name_of(node) == "DENOUNCE" for node in leads)):
        return False
    work.account.take(leads[0])
    return True


def contents(work: Clausework) -> Provision | None:
    """What a notice must hold ("such notice shall include a statement of the events …")."""
    act = next(iter(work.acts), None)
    notice = any(node.has("NOTICE") for node in work.clause.subject)
    if act is None or act.name != "INCLUDES" or not notice or work.modality is not Modality.MUST:
        return None
    final.take_subject(work)
    work.account.take(*act.verbs)
    work.account.hold(*(n for n in act.nodes if n.form not in ("negation", "modal")))
    words = work.account.words(*work.clause.subject)
    trigger = EventPattern(kinds=("notice",), words=words, author=Author.PARTY)
    fields = final.shared(
        work, modality=Modality.MUST, bearer=Who(role=Role.ONE_PARTY), triggers=(trigger,)
    )
    return Withdrawal.model_validate(fields)


def _wishes_to_leave(work: Clausework) -> bool:
    """As in "A Party wishing to withdraw shall give notice": its right to do so is implied."""
    own = any(name_of(node) == "DENOUNCE" for node in work.clause.subject)
    return own or _is_of_who_leaves(work)


def _addressed(work: Clausework, act: Act) -> Sequence[str]:
    return [
        work.account.words(node, after).text
        for node, after in pairwise(act.nodes)
        if name_of(node) == "TO" and after.form == "party"
    ]


def sent(work: Clausework, act: Act) -> Provision | None:
    """As in "such a State shall send a notification of withdrawal to the depositary"."""
    if work.modality is not Modality.MUST or not act.has("NOTICE"):
        return None
    return _must(work, act)


def _tells_of_leaving(work: Clausework, act: Act) -> bool:
    """As in "a Party shall give notice of its intention to withdraw", "a Party that decides to"."""
    if work.clause.subject and any(node.has("NOTICE", "WITHDRAWAL") for node in work.subject):
        return False
    words = [work.account.text(node) for node in act.nodes]
    said = act.has("DENOUNCE", "WITHDRAWAL") or any("terminat" in text for text in words)
    return _wishes_to_leave(work) or (said and act.has("NOTICE", "FORMALITY"))


def _asked(work: Clausework, act: Act) -> Provision | None:
    """The notice that is asked of whoever leaves; with its time, a right to leave is implied."""
    row = (*work.clause.leads, *work.clause.subject, act.verb, *work.clause.body)
    if _wishes_to_leave(work) and notices.times(row).notice:
        return withdraw(work, act)
    return _must(work, act)


def _must(work: Clausework, act: Act) -> Provision | None:
    """A withdrawal as what whoever leaves has to do."""
    made = withdraw(work, act)
    words = work.account.words(act.verb)
    trigger = EventPattern(kinds=("notice",), words=words, author=Author.PARTY)
    return made and made.model_copy(update={"modality": Modality.MUST, "triggers": (trigger,)})


def give_notice(work: Clausework, act: Act) -> Provision | None:
    """Giving notice of termination is a withdrawal."""
    if told := notified(work, act):
        return told
    if not act.has("NOTICE") or act.has("AID") or work.modality is not Modality.MAY:
        return None
    return withdraw(work, act)
