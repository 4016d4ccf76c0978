"""Who may leave a treaty, on what notice, and when that takes effect."""

from collections.abc import Sequence
from itertools import pairwise

from charter.elaborate import final
from charter.elaborate.acts import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.numbers import has_figure, period
from charter.rules.model import Number
from charter.rules.pattern import EventPattern
from charter.rules.provision import Provision, Who, Withdrawal
from charter.rules.terms import Author, Modality, Role
from charter.syntax.heads import name_of
from charter.syntax.tree import Node


def effect(work: Clausework, act: Act) -> Provision:
    """When a withdrawal takes effect."""
    final.take_subject(work)
    work.account.take(act.verb)
    number = final.figure(work, act.nodes)
    final.take(work, act.nodes, "DATE", "AFTER", "NOTICE")
    work.account.take(*(node for node in act.nodes if node.form == "unread"))
    return Withdrawal.model_validate(
        final.shared(work, bearer=Who(role=Role.ONE_PARTY), number=number)
    )


OPENING = frozenset({"UNLESS", "IF", "IN_CASE", "UNTIL", "PROVIDED_THAT", "INSOFAR"})
OF_A_NOTICE = ("party", "charter", "organ", "pronoun", "names")
"""What a notice is addressed to, or speaks of."""


def withdraw(work: Clausework, act: Act) -> Provision | None:
    """A withdrawal by the subject ("any Party may denounce"), or of the treaty ("may be …")."""
    account = work.account
    final.take_subject(work)
    account.take(act.verb)
    final.take(work, act.nodes, "NOTICE", "EXPIRY", "DATE", "BEFORE")
    account.take(*(node for node in act.nodes if node.form in OF_A_NOTICE))
    account.take(*(node for node in act.nodes if name_of(node) == "GIVE"))
    at_end = act.has("EXPIRY") and work.qualifiers.number is not None
    number = None if at_end else final.figure(work, act.nodes) or _notice(work)
    number = number or work.qualifiers.number or _after_a_time(work)
    return Withdrawal.model_validate(
        final.shared(
            work,
            modality=Modality.MUST_NOT if work.modality is Modality.MUST_NOT else Modality.MAY,
            bearer=_leaver(work),
            number=number,
            in_writing=work.adverbials.in_writing,
            manner=(*work.adverbials.manner, *_addressed(work, act)),
        )
    )


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


def _after_a_time(work: Clausework) -> Number | None:
    """As in "At the end of the tenth year, any Party may withdraw"."""
    leads = work.clause.leads
    return final.figure(work, leads) if any(node.has("EXPIRY") for node in leads) else None


def released(work: Clausework, act: Act) -> Provision | None:
    """That a Party may cease to be one; or when, after its notice, it does."""
    return withdraw(work, act) if work.modality is Modality.MAY else effect(work, act)


def terminate(work: Clausework, act: Act) -> Provision | None:
    """As in "Either Party may terminate this Agreement": a withdrawal."""
    treaty = any(node.form == "charter" or name_of(node) == "IT" for node in act.nodes[:1])
    return withdraw(work, act) if treaty and work.modality is Modality.MAY else None


def denied(work: Clausework) -> Provision | None:
    """As in "This Treaty shall not be subject to denunciation"."""
    row = work.clause.body
    subject_to = any(name_of(node) == "SUBJECT_TO" for node in row)
    leaving = any(node.has("NOTICE", "WITHDRAWAL") for node in row)
    if not (subject_to and leaving and final.is_about_the_treaty(work)) or work.acts:
        return None
    final.take_subject(work)
    work.account.take(*row)
    modality = Modality.MUST_NOT if work.modality is Modality.MUST_NOT else Modality.MAY
    fields = final.shared(work, modality=modality)
    return Withdrawal.model_validate(fields | {"conditions": ()})


def notified(work: Clausework, act: Act) -> Provision | None:
    """How a notice is given ("notice of withdrawal shall be given in writing to …")."""
    if _wishes_to_leave(work):
        return withdraw(work, act)
    leaving = any(node.has("NOTICE", "WITHDRAWAL") for node in work.subject)
    if not leaving or work.modality is not Modality.MUST:
        return None
    final.take_subject(work)
    account = work.account
    account.take(act.verb, *(node for node in act.nodes if node.form in OF_A_NOTICE))
    trigger = EventPattern(
        kinds=("notice",), words=account.words(*work.subject), author=Author.PARTY
    )
    return Withdrawal.model_validate(
        final.shared(
            work,
            modality=Modality.MUST,
            bearer=Who(role=Role.ONE_PARTY),
            triggers=(trigger,),
            number=final.figure(work, act.nodes),
            in_writing=work.adverbials.in_writing,
        )
    )


def _wishes_to_leave(work: Clausework) -> bool:
    """As in "A Party wishing to withdraw shall give notice": its right to do so is implied."""
    return any(name_of(node) == "DENOUNCE" for node in work.clause.subject)


def implied(work: Clausework, row: Sequence[Node]) -> list[Provision]:
    """The withdrawal that a conditional or an end of a clause on duration speaks of, if any."""
    leaves = any(_leaves(node) for node in row)
    opens = any(name_of(node) in OPENING for node in row)
    time = _time_of_notice(row)
    if not (leaves and opens and time):
        return []
    return [
        Withdrawal(
            citation=work.account.context.citation,
            modality=Modality.MAY,
            bearer=Who(role=Role.ONE_PARTY),
            number=period(time),
        )
    ]


def _time_of_notice(row: Sequence[Node]) -> Node | None:
    """The period that goes with a notice: the first behind it, else the last in front of it."""
    at = next((n for n, node in enumerate(row) if _leaves(node)), 0)
    behind = (node for node in row[at:] if _is_figure(node))
    before = (node for node in reversed(row[:at]) if _is_figure(node))
    return next(behind, None) or next(before, None)


def _is_figure(node: Node) -> bool:
    return node.form == "period" and has_figure(node)


def _leaves(node: Node) -> bool:
    return name_of(node) in ("DENOUNCE", "REPORT") or node.has("NOTICE")


def _notice(work: Clausework) -> Number | None:
    """A period of notice that stands in front of the verb."""
    return final.figure(work, [node for node in work.clause.body if work.account.is_free(node)])


def _addressed(work: Clausework, act: Act) -> Sequence[str]:
    return [
        work.account.words(node, after).text
        for node, after in pairwise(act.nodes)
        if name_of(node) == "TO" and after.form == "party"
    ]


def give_notice(work: Clausework, act: Act) -> Provision | None:
    """Giving notice of termination is a withdrawal."""
    if told := notified(work, act):
        return told
    asked = work.modality is Modality.MUST and _wishes_to_leave(work)
    if not act.has("NOTICE") or act.has("AID") or not (asked or work.modality is Modality.MAY):
        return None
    work.account.take(*act.nodes)
    return withdraw(work, act)
