"""Decisions of organs: by which vote they are taken, what an organ may do, whom they bind."""

from collections.abc import Sequence

from charter.elaborate import final
from charter.elaborate.account import is_light
from charter.elaborate.acts import Act
from charter.elaborate.breaches import breach
from charter.elaborate.clausework import Clausework
from charter.elaborate.numbers import figure
from charter.elaborate.parties import is_who, names, who
from charter.rules.model import Number
from charter.rules.pattern import Condition
from charter.rules.provision import Decision, Norm, Provision, Who
from charter.rules.terms import ConditionKind, Modality, Role, Unit
from charter.syntax.heads import name_of
from charter.syntax.tree import Node


def decided(work: Clausework) -> Provision | None:
    """How decisions are taken ("decisions are taken by unanimity"), or that they bind."""
    if not any(node.has("DECISIONS") for node in work.subject):
        return None
    row = work.clause.body
    if any(name_of(node) == "ENFORCEABLE" or _are_binding(work, node) for node in row):
        return _binding(work)
    number = final.share(work, row, Unit.VOTES) or _votes(work, row)
    if number is None:
        return None
    conditions = _qualified(work, row)
    organs = names([node for node in work.subject if node.form == "organ"])
    final.take_subject(work)
    work.account.take(*(node for node in row if name_of(node) in ("TAKE", "OTHER_ACT")))
    fields = final.shared(work, bearer=Who(role=Role.ORGAN, names=organs), number=number)
    return Decision.model_validate(fields | {"conditions": (*final.stated(work), *conditions)})


def _qualified(work: Clausework, row: Sequence[Node]) -> tuple[Condition, ...]:
    """What narrows a majority: "of the members present and voting", not "of its members"."""
    account = work.account
    at = next((n for n, node in enumerate(row) if node.has("SHARE", "VOTE")), len(row))
    behind = [node for node in row[at:] if account.is_free(node) and not node.has("SHARE", "VOTE")]
    if len(behind) > 1 and name_of(behind[0]) == "OF" and is_who(behind[1]):
        whose, behind = behind[:2], behind[2:]
        account.take(*whose)
    words = [node for node in behind if node.form != "opener"]
    return () if all(map(is_light, words)) else final.other(work, words)


def decide(work: Clausework, act: Act) -> Provision | None:
    """By what share of votes an organ decides, or what it may decide."""
    if work.bearer is None or work.bearer.role is not Role.ORGAN:
        return None
    number = final.share(work, act.nodes, Unit.VOTES)
    if number is None and work.modality is not Modality.MAY:
        return None
    work.account.take(act.verb)
    return Decision.model_validate(
        final.shared(work, modality=work.modality, bearer=work.bearer, number=number)
    )


def empowered(work: Clausework, norm: Norm) -> Provision:
    """What an organ may do is its decision; a permission of anybody else is left as it is."""
    of_organ = norm.bearer is not None and norm.bearer.role is Role.ORGAN
    if norm.kind != "permission" or not of_organ or norm.citation is None:
        return norm
    number = final.share(work, work.clause.body, Unit.VOTES)
    free = [node for node in work.clause.body if is_who(node) or work.account.is_free(node)]
    broken = breach(free, work.account) if not norm.triggers else None
    return Decision(
        citation=norm.citation,
        modality=norm.modality,
        bearer=norm.bearer,
        triggers=(broken,) if broken else norm.triggers,
        conditions=(*norm.conditions, *norm.exceptions),
        until=norm.until,
        number=number or norm.number,
    )


def has_vote(work: Clausework) -> Provision | None:
    """How many votes a member has ("each Member shall have one vote")."""
    row = work.clause.body
    if len(row) < 2 or name_of(row[0]) != "HAS" or work.bearer is None:
        return None
    number = _votes(work, row)
    if number is None:
        return None
    final.take_subject(work)
    work.account.take(row[0])
    return Decision.model_validate(
        final.shared(work, modality=work.modality, bearer=work.bearer, number=number)
    )


def abstain(work: Clausework, act: Act) -> Provision | None:
    """Who is not to vote ("a party to a dispute shall abstain from voting")."""
    final.take_subject(work)
    work.account.take(act.verb)
    whole = work.account.words(*(work.clause.subject or work.clause.row))
    outside = tuple(
        each for each in final.stated(work) if not whole.start <= each.words.start < whole.end
    )
    fields = final.shared(work, modality=work.modality, bearer=work.bearer)
    return Decision.model_validate(fields | {"triggers": (), "conditions": outside})


def _votes(work: Clausework, row: Sequence[Node]) -> Number | None:
    """A number of votes: "one vote", "by an affirmative vote of nine members"."""
    at = next((n for n, node in enumerate(row) if node.has("VOTE")), None)
    if at is None:
        return None
    own = row[at].phrases("COUNT", "NUMBER", "ONE_OF")
    for node in row[at : at + 3]:
        for phrase in own or node.phrases("COUNT", "NUMBER"):
            work.account.take(*row[at : at + (1 if own else 3)])
            return Number(value=figure(phrase.text) or 1, unit=Unit.VOTES)
    return None


def _are_binding(work: Clausework, node: Node) -> bool:
    return name_of(node) == "REMAIN_IN_FORCE" and "binding" in work.account.text(node)


def _binding(work: Clausework) -> Provision:
    """That decisions bind, and whom."""
    final.take_subject(work)
    row = work.clause.body
    at = next(
        n for n, node in enumerate(row) if name_of(node) in ("ENFORCEABLE", "REMAIN_IN_FORCE")
    )
    work.account.take(*(node for node in row if name_of(node) == "ENFORCEABLE"), row[at])
    bound = [n for n in row[at + 1 :] if n.form == "party" and work.account.is_free(n)][:1]
    work.account.take(*bound)
    return Decision.model_validate(
        final.shared(work, modality=work.modality, bearer=who(bound) if bound else None)
        | {"conditions": (*organ_decides(work), *final.stated(work))}
    )


def organ_decides(work: Clausework) -> tuple[Condition, ...]:
    """The condition that an organ has decided."""
    words = work.account.words(*work.clause.body)
    return (Condition(kind=ConditionKind.BY_DECISION_OF_ORGAN, words=words),)


def accept(work: Clausework, act: Act) -> Provision | None:
    """The Parties accept and carry out decisions of an organ."""
    if not act.has("DECISIONS"):
        return None
    work.account.take(*act.verbs, *act.nodes)
    fields = final.shared(work, modality=work.modality, bearer=work.bearer)
    conditions = (*organ_decides(work), *final.stated(work))
    return Decision.model_validate(fields | {"conditions": conditions})
