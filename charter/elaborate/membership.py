"""Who may join a treaty, by whose consent, and who may leave it, on what notice."""

from collections.abc import Sequence
from itertools import pairwise

from charter.elaborate import final, qualifiers
from charter.elaborate.account import MARKS
from charter.elaborate.acts import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.numbers import has_figure, period
from charter.elaborate.parties import is_who
from charter.rules.model import Number
from charter.rules.pattern import EventPattern
from charter.rules.provision import Accession, Provision, Who, Withdrawal
from charter.rules.terms import Author, Modality, Role, Unit
from charter.syntax.clauses import name_of
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
    conditions = (*work.qualifiers.conditions, *final.other(work, merits))
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
    if not any(node.has("ACCESSION") for node in work.subject):
        return None
    votes = final.share(work, act.nodes, Unit.VOTES)
    if votes is None:
        return None
    final.take_subject(work)
    work.account.take(act.verb, *(node for node in act.nodes if is_who(node)))
    return Accession.model_validate(final.shared(work, number=votes))


def invite(work: Clausework, act: Act) -> Provision | None:
    """The Parties may invite other states."""
    states = next((n for n in (*act.nodes, *work.subject) if n.form == "state"), None)
    if states is None:
        return None
    if states in work.subject:
        return _invited(work, act, states)
    votes = final.share(work, work.clause.body, Unit.VOTES)
    work.account.take(act.verb, states)
    merits = [n for n in work.clause.body if n.span.start > states.span.start and _is_word(n)]
    conditions = (
        *work.qualifiers.conditions,
        *qualifiers.regions([states], work.account),
        *final.other(work, merits),
    )
    bearer = work.bearer.model_copy(update={"role": Role.ALL_PARTIES}) if work.bearer else None
    return Accession.model_validate(
        final.shared(
            work,
            modality=work.modality,
            bearer=bearer,
            beneficiary=Who(role=Role.THIRD_STATES),
            open_to=work.account.words(states),
            conditions=conditions,
            number=votes,
        )
    )


OF_AN_ACCESSION = ("charter", "party", "organ", "names", "verb", "joint")
"""What an accession is to, and with whom an instrument is left."""


def _invited(work: Clausework, act: Act, states: Node) -> Provision:
    """As in "any other State may, by unanimous agreement, be invited to accede"."""
    votes = final.share(work, work.clause.body, Unit.VOTES)
    merits = [n for n in work.clause.subject if n.span.start > states.span.start]
    work.account.take(act.verb, states, *act.nodes)
    return Accession.model_validate(
        final.shared(
            work,
            modality=work.modality,
            bearer=Who(role=Role.ALL_PARTIES),
            beneficiary=Who(role=Role.THIRD_STATES),
            open_to=work.account.words(states),
            conditions=(*work.qualifiers.conditions, *final.other(work, merits)),
            number=votes,
        )
    )


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


def _is_word(node: Node) -> bool:
    return node.form != "unread" or node.phrases()[0].text not in MARKS


def accede(work: Clausework, act: Act) -> Provision | None:
    """A state may become a party, by depositing an instrument."""
    if work.modality is not Modality.MAY:
        return None
    final.take_subject(work)
    votes = final.share(work, act.nodes, Unit.VOTES)
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
            number=votes,
        )
    )


OPENING = frozenset({"UNLESS", "IF", "IN_CASE", "UNTIL", "PROVIDED_THAT", "INSOFAR"})
OF_A_NOTICE = ("party", "charter", "organ", "pronoun", "names")
"""What a notice is addressed to, or speaks of."""


def withdraw(work: Clausework, act: Act) -> Provision | None:
    """A withdrawal by the subject ("any Party may denounce"), or of the treaty ("may be …")."""
    account = work.account
    final.take_subject(work)
    account.take(act.verb)
    final.take(work, act.nodes, "NOTICE", "EXPIRY", "DATE")
    account.take(*(node for node in act.nodes if node.form in OF_A_NOTICE))
    account.take(*(node for node in act.nodes if name_of(node) == "GIVE"))
    at_end = act.has("EXPIRY") and work.qualifiers.number is not None
    number = None if at_end else final.figure(work, act.nodes) or _notice(work)
    number = number or work.qualifiers.number
    return Withdrawal.model_validate(
        final.shared(
            work,
            modality=Modality.MUST_NOT if work.modality is Modality.MUST_NOT else Modality.MAY,
            bearer=Who(role=Role.ONE_PARTY),
            number=number,
            in_writing=work.adverbials.in_writing,
            manner=(*work.adverbials.manner, *_addressed(work, act)),
        )
    )


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
    if not act.has("NOTICE") or act.has("AID") or work.modality is not Modality.MAY:
        return None
    work.account.take(*act.nodes)
    return withdraw(work, act)
