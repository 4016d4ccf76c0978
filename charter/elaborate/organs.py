"""Organs and offices: what is set up, who holds it, how decisions are taken and bind."""

from collections.abc import Sequence

from charter.elaborate import final
from charter.elaborate.acts import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.numbers import figure
from charter.elaborate.parties import names
from charter.rules.model import Number
from charter.rules.pattern import Condition
from charter.rules.provision import Decision, Institution, Provision, Who
from charter.rules.terms import ConditionKind, Modality, Role, Unit
from charter.syntax.clauses import name_of
from charter.syntax.tree import Node


def decided(work: Clausework) -> Provision | None:
    """How decisions are taken ("decisions are taken by unanimity")."""
    if not any(node.has("DECISIONS") for node in work.subject):
        return None
    row = work.clause.body
    if any(name_of(node) == "ENFORCEABLE" for node in row):
        return _binding(work)
    number = final.share(work, row, Unit.VOTES) or _votes(work, row)
    if number is None:
        return None
    final.take_subject(work)
    work.account.take(*(node for node in row if name_of(node) == "TAKE"))
    return Decision.model_validate(final.shared(work, bearer=Who(role=Role.ORGAN), number=number))


def decide(work: Clausework, act: Act) -> Provision | None:
    """By what share of votes an organ decides."""
    if work.bearer is None or work.bearer.role is not Role.ORGAN:
        return None
    number = final.share(work, act.nodes, Unit.VOTES)
    if number is None:
        return None
    work.account.take(act.verb)
    return Decision.model_validate(
        final.shared(work, modality=work.modality, bearer=work.bearer, number=number)
    )


def _votes(work: Clausework, row: Sequence[Node]) -> Number | None:
    """A number of votes: "by an affirmative vote of nine members"."""
    at = next((n for n, node in enumerate(row) if node.has("VOTE")), None)
    if at is None:
        return None
    for node in row[at : at + 3]:
        for phrase in node.phrases("COUNT", "NUMBER"):
            work.account.take(*row[at : at + 3])
            return Number(value=figure(phrase.text) or 1, unit=Unit.VOTES)
    return None


def _binding(work: Clausework) -> Provision:
    final.take_subject(work)
    row = work.clause.body
    work.account.take(*(node for node in row if name_of(node) == "ENFORCEABLE"))
    return Decision.model_validate(
        final.shared(work, modality=work.modality)
        | {"conditions": (*_organ_decides(work), *work.qualifiers.conditions)}
    )


def _organ_decides(work: Clausework) -> tuple[Condition, ...]:
    words = work.account.words(*work.clause.body)
    return (Condition(kind=ConditionKind.BY_DECISION_OF_ORGAN, words=words),)


def accept(work: Clausework, act: Act) -> Provision | None:
    """The Parties accept and carry out decisions of an organ."""
    if not act.has("DECISIONS"):
        return None
    work.account.take(act.verb, *act.nodes)
    fields = final.shared(work, modality=work.modality, bearer=work.bearer)
    conditions = (*_organ_decides(work), *work.qualifiers.conditions)
    return Decision.model_validate(fields | {"conditions": conditions})


def office(work: Clausework) -> Provision | None:
    """Who holds an office under the charter ("Mali is the depositary")."""
    row = work.clause.body
    what = next((node for node in row if node.has("DEPOSITARY")), None)
    if what is None or name_of(work.clause.head) != "IS":
        return None
    work.account.take(what, *(node for node in row if node.form == "charter"))
    holder = next(iter(names(work.subject)), None)
    return Institution.model_validate(
        final.shared(work, what=work.account.words(what), holder=holder)
    )


def establish(work: Clausework, act: Act) -> Provision | None:
    """An organisation or an organ is set up: "hereby" at once, or by a duty to do so."""
    things = [node for node in act.nodes if node.has("ORGANS", "ORGAN", "ALLIANCE")]
    if not things:
        return None
    account = work.account
    account.take(act.verb, *act.nodes)
    bearer = work.bearer
    if bearer and bearer.role is Role.EACH_PARTY:
        bearer = bearer.model_copy(update={"role": Role.ALL_PARTIES})
    return Institution.model_validate(
        final.shared(
            work,
            what=account.words(*act.nodes),
            bearer=bearer,
            modality=work.modality,
            manner=tuple(work.adverbials.manner),
        )
    )


def complete(work: Clausework, act: Act) -> Provision | None:
    """That further texts are to complete the charter."""
    texts = next((node for node in act.nodes if node.has("TEXTS")), None)
    if texts is None:
        return None
    final.take_subject(work)
    work.account.take(act.verb, texts)
    return Institution.model_validate(
        final.shared(work, what=work.account.words(texts), modality=work.modality)
    )


def arranged(work: Clausework, act: Act) -> Provision | None:
    """How an organ of the treaty is to be: "the council shall be so organised as to …"."""
    if work.bearer is None or work.bearer.role is not Role.ORGAN:
        return None
    work.account.take(act.verb, *act.nodes)
    what = work.account.words(*act.row)
    return Institution.model_validate(
        final.shared(work, what=what, bearer=work.bearer, modality=work.modality)
    )


def expel(work: Clausework, act: Act) -> Provision | None:
    """What an organ may decide against a Party: "may be expelled by the General Assembly"."""
    organs = [node for node in work.clause.body if node.form == "organ"]
    if not organs or work.modality is not Modality.MAY:
        return None
    work.account.take(act.verb, *act.nodes)
    by = _agent(act.nodes)
    bearer = Who(role=Role.ORGAN, names=names([by])) if by else None
    fields = final.shared(work, modality=work.modality, bearer=bearer)
    return Decision.model_validate(
        fields | {"conditions": (*_organ_decides(work), *work.qualifiers.conditions)}
    )


def _agent(nodes: Sequence[Node]) -> Node | None:
    for at in range(len(nodes) - 1):
        if name_of(nodes[at]) == "BY" and nodes[at + 1].form == "organ":
            return nodes[at + 1]
    return None
