"""For how long a treaty binds: its terms, their renewal, and what ends it."""

from collections.abc import Sequence
from itertools import pairwise

from charter.elaborate import final, numbers, savings
from charter.elaborate.acts import Act
from charter.elaborate.clausework import Clausework
from charter.rules.model import Number
from charter.rules.pattern import Condition, EventPattern
from charter.rules.provision import Duration, Provision
from charter.rules.terms import Author, ConditionKind, Unit
from charter.syntax.heads import name_of
from charter.syntax.tree import Node


def _for_a_time(work: Clausework) -> Number | None:
    """The period behind "for", wherever it stands."""
    for before, node in pairwise(work.clause.body):
        if name_of(before) == "FOR" and node.form == "period":
            return final.figure(work, [node])
    return None


def extension(work: Clausework) -> list[Provision]:
    """A further term ("shall be deemed extended for another five years")."""
    row = work.clause.body
    at = next((n for n, node in enumerate(row) if name_of(node) == "EXTENDED"), None)
    time = next((n for n in row[at:] if n.form == "period"), None) if at is not None else None
    time = time or _next_term(row)
    if time is None or any(act.name == "EXTENDED" for act in work.acts):
        return []
    citation = work.account.context.citation
    return [Duration(citation=citation, number=numbers.period(time))]


def _next_term(row: Sequence[Node]) -> Node | None:
    """The term behind a notice that is not given ("if not denounced, for three more years")."""
    leaves = next((n for n, node in enumerate(row) if name_of(node) == "DENOUNCE"), len(row))
    behind = pairwise(row[leaves:])
    return next((node for b, node in behind if name_of(b) == "FOR" and node.form == "period"), None)


def lasting(work: Clausework) -> Provision | None:
    """As in "shall have the same duration as the Triple Alliance"."""
    term = next((node for node in work.clause.body if node.has("VALIDITY")), None)
    if term is None or name_of(work.clause.body[0]) != "HAS":
        return None
    if not final.is_about_the_treaty(work) or name_of(work.clause.head) != "MUST":
        return None
    final.take_subject(work)
    work.account.take(*work.clause.body)
    if number := final.figure(work, work.clause.body):
        return Duration.model_validate(final.shared(work, number=number))
    words = work.account.words(*(n for n in work.clause.body if n.span.start >= term.span.start))
    return Duration.model_validate(final.shared(work, until=words))


def cease(work: Clausework, act: Act) -> Provision | None:
    """When the treaty ceases: "if the number of Parties should become less than sixteen"."""
    if not final.is_about_the_treaty(work):
        return None
    final.take_subject(work)
    row = work.clause.leads
    account = work.account
    account.take(act.verb, *row)
    time = final.figure(work, act.nodes)
    account.take(*act.nodes)
    at = next((n for n, node in enumerate(row) if node.has("FEWER_THAN")), None)
    number = None
    if (
        at is not None
        and at + 1 < len(row)
        and (value := numbers.figure(account.text(row[at + 1])))
    ):
        number = Number(value=value, unit=Unit.PARTIES)
    number = number or time
    notices = [node for node in row if node.has("NOTICE")]
    triggers = tuple(
        EventPattern(kinds=("notice",), words=account.words(node), author=Author.PARTY)
        for node in notices[:1]
    )
    ends = row or work.clause.body[1:]
    until = account.words(*ends) if ends else None
    triggers = (*work.qualifiers.triggers, *triggers)
    fields = final.shared(work, number=number, until=until, triggers=triggers)
    return Duration.model_validate(fields | {"conditions": work.qualifiers.exceptions})


def remain(work: Clausework, act: Act) -> Provision | None:
    """For how long the treaty remains in force."""
    if not final.is_about_the_treaty(work):
        return None
    if savings.of_other_treaties(work):
        return savings.left_in_force(work, act)
    final.take_subject(work)
    work.account.take(act.verb)
    number = final.figure(work, act.nodes) or _for_a_time(work)
    consulted = _by_agreement(work, act)
    final.take(work, act.nodes, "DATE", "EXPIRY")
    work.account.take(*(node for node in act.nodes if node.form == "party"))
    fields = final.shared(work, number=number)
    conditions = (*final.stated(work), *consulted)
    return Duration.model_validate(fields | {"conditions": conditions} if consulted else fields)


def _by_agreement(work: Clausework, act: Act) -> tuple[Condition, ...]:
    """As in "may be renewed by agreement of the Parties"."""
    agreed = [node for node in act.nodes if node.has("AGREEMENT")][:1]
    work.account.take(*agreed)
    return tuple(
        Condition(kind=ConditionKind.AFTER_CONSULTATION, words=work.account.words(node))
        for node in agreed
    )
