"""Reservations to the treaty: that none are made, or who may make them to what."""

from charter.elaborate import final, formal
from charter.elaborate.clausework import Clausework
from charter.rules.pattern import Condition
from charter.rules.provision import Norm, Provision
from charter.rules.terms import Action, Modality
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

VERBS = frozenset(
    {"TAKE", "CONCLUDE", "SUBMIT", "ALLOW", "ACCEPT", "DECLARE", "PROHIBIT", "ENTER", "OTHER_ACT"}
)
"""Verbs of making reservations, and of what becomes of them."""


def reserved(work: Clausework) -> Provision | None:
    """As in "This Convention shall not be subject to reservations", "No reservation is made"."""
    row = (*work.clause.subject, *work.clause.body)
    if not any(node.has("RESERVATION") for node in row):
        return None
    none = [n for n in row if n.has("RESERVATION") and n.has("NO")]
    denied = [*none, *(n for n in row if name_of(n) in ("NOT", "NEVER"))]
    forbidden = work.modality is Modality.MUST_NOT or bool(denied)
    verbs = [act for act in work.acts if name_of(act.verb) not in VERBS]
    if verbs or not (forbidden or work.modality is Modality.MAY):
        return None
    final.take_subject(work)
    known = [n for n in row if n.has("RESERVATION") or _is_known(n)]
    work.account.take(*known, *denied, *(act.verb for act in work.acts))
    formal.take(work.account, row)
    return Norm(
        kind="prohibition" if forbidden else "permission",
        citation=work.account.context.citation,
        modality=Modality.MUST_NOT if forbidden else Modality.MAY,
        action=Action.OTHER,
        action_words=work.account.words(*work.clause.body),
        bearer=work.bearer if not any(n.has("RESERVATION") for n in work.clause.subject) else None,
        conditions=tuple(each for each in final.stated(work) if not _is_only_when(work, each)),
    )


def _is_only_when(work: Clausework, stated: Condition) -> bool:
    """Whether a condition says only that reservations are meant, or when they are made."""
    nodes = formal.spanned(work, stated.words)
    return formal.is_wholly(nodes) or any(node.has("RESERVATION") for node in nodes)


def _is_known(node: Node) -> bool:
    """Whether a phrase says to what reservations are made, or that they are not open."""
    return node.form in ("charter", "article") or name_of(node) in ("SUBJECT_TO", "TO", *VERBS)
