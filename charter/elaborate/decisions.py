"""Whom the decisions of an organ bind: those who must carry them out or accept them."""

from collections.abc import Sequence

from charter.elaborate import final
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.parties import is_who, who
from charter.rules.model import Number
from charter.rules.pattern import Condition
from charter.rules.provision import Decision, Provision, Who
from charter.rules.terms import ConditionKind, Modality, Role, Unit
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

BINDING = frozenset({"ENFORCEABLE", "BIND"})


def obeyed(work: Clausework) -> Provision | None:
    """As in "Decisions of the Council shall be carried out by all the Members"."""
    row = work.clause.body
    at = next((n for n, node in enumerate(row) if work.account.text(node) in OBEYING), None)
    if at is None or at + 2 >= len(row) or name_of(row[at + 1]) != "BY" or not is_who(row[at + 2]):
        return None
    if work.modality is not Modality.MUST:
        return None
    final.take_subject(work)
    work.account.hold(row[at])
    work.account.take(row[at + 2])
    fields = final.shared(work, modality=work.modality, bearer=who([row[at + 2]]))
    return Decision.model_validate(
        fields | {"conditions": (*organ_decides(work), *final.stated(work))}
    )


OBEYING = frozenset({"carried out", "implemented", "executed", "complied with", "accepted"})


def are_binding(work: Clausework, node: Node) -> bool:
    """Whether a verb of staying in force says that decisions bind."""
    return name_of(node) == "REMAIN_IN_FORCE" and "binding" in work.account.text(node)


def binding(work: Clausework) -> Provision:
    """That decisions bind, and whom."""
    number = final.share(work, work.clause.subject, Unit.VOTES) or _of_its_kind(work)
    final.take_subject(work)
    row = work.clause.body
    at = next(n for n, node in enumerate(row) if name_of(node) in (*BINDING, "REMAIN_IN_FORCE"))
    work.account.take(*(node for node in row if name_of(node) in BINDING), row[at])
    only = next((n for n, node in enumerate(row) if name_of(node) == "ONLY"), None)
    limits = final.other(work, row[only:]) if only is not None else ()
    bound = [n for n in row[at + 1 :] if n.form in ("party", "state", "pronoun")][:1]
    work.account.take(*bound)
    return Decision.model_validate(
        final.shared(
            work, modality=work.modality or Modality.MUST, bearer=_bound(bound), number=number
        )
        | {"conditions": (*organ_decides(work), *limits, *final.stated(work))}
    )


def _bound(nodes: Sequence[Node]) -> Who | None:
    """Whom a decision binds: the Parties, also where only those are that accept it."""
    if not nodes:
        return None
    return Who(role=Role.EACH_PARTY) if nodes[0].form == "state" else who(nodes)


def _of_its_kind(work: Clausework) -> Number | None:
    """The share of votes that the words for the decisions have ("unanimous decisions")."""
    for node in work.clause.subject:
        text = work.account.text(node)
        if node.has("DECISIONS") and ("unanimous" in text or "majority" in text):
            return Number(value="all" if "unanimous" in text else "majority", unit=Unit.VOTES)
    return None


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
