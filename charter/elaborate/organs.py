"""Organs and offices: what is set up, who holds it, how it is to be."""

from collections.abc import Sequence

from charter.elaborate import final
from charter.elaborate.acts import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.events import is_event
from charter.elaborate.parties import names
from charter.elaborate.votes import organ_decides
from charter.rules.provision import Decision, Institution, Provision, Who
from charter.rules.terms import Modality, Role
from charter.syntax.heads import name_of
from charter.syntax.tree import Node


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
    passive = any(name_of(node) == "IS" for node in work.clause.body) and not act.nodes
    nodes = work.clause.subject if passive else act.nodes
    if not any(_is_set_up(work, node) for node in nodes):
        return None
    account = work.account
    account.take(act.verb, *nodes)
    bearer = None if passive else work.bearer
    if bearer and bearer.role is Role.EACH_PARTY:
        bearer = bearer.model_copy(update={"role": Role.ALL_PARTIES})
    return Institution.model_validate(
        final.shared(
            work,
            what=account.words(*nodes),
            bearer=bearer,
            modality=work.modality,
            manner=tuple(work.adverbials.manner),
        )
    )


OF_ORGANS = (
    "council", "committee", "board", "commission", "organization", "organisation", "secretariat",
    "assembly", "staff", "command", "conference", "tribunal", "court",
)  # fmt: skip
"""How the names of organs end."""


def _is_set_up(work: Clausework, node: Node) -> bool:
    """Whether a phrase names what can be set up: an organ, an alliance."""
    if node.form == "names":
        return work.account.text(node).endswith(OF_ORGANS)
    return node.has("ORGANS", "ORGAN", "ALLIANCE")


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


def meet(work: Clausework, act: Act) -> Provision | None:
    """When an organ meets and of whom it is made: "the Council shall meet once a year"."""
    if work.bearer is None or work.bearer.role is not Role.ORGAN:
        return None
    work.account.take(act.verb)
    final.take_known(work, [node for node in act.nodes if not is_event(node)])
    what = work.account.words(*act.row)
    return Institution.model_validate(
        final.shared(work, what=what, bearer=work.bearer, modality=work.modality)
    )


def seat(work: Clausework) -> Provision | None:
    """Where the seat of an organ is ("the headquarters shall be at …")."""
    row = work.clause.body
    if len(row) > 1 and name_of(row[0]) == "HAS" and "seat" in work.account.text(row[1]):
        work.account.take(*row[:4])
        what = work.account.words(*row)
        return Institution.model_validate(
            final.shared(work, what=what, bearer=work.bearer, modality=work.modality)
        )
    is_seat = any(node.has("ORGANS") for node in work.subject)
    if not (is_seat and row and name_of(row[0]) == "IS") or work.acts:
        return None
    final.take_subject(work)
    work.account.take(*row[:3])
    return Institution.model_validate(final.shared(work, what=work.account.words(*work.subject)))


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
        fields | {"conditions": (*organ_decides(work), *final.stated(work))}
    )


def _agent(nodes: Sequence[Node]) -> Node | None:
    for at in range(len(nodes) - 1):
        if name_of(nodes[at]) == "BY" and nodes[at + 1].form == "organ":
            return nodes[at + 1]
    return None
