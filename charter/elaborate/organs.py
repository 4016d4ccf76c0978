"""Organs and offices: what is set up, who holds it, how it is to be."""

from collections.abc import Sequence

from charter.elaborate import final, savings
from charter.elaborate.account import is_sign
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.events import is_event
from charter.elaborate.parties import names
from charter.rules.provision import Institution, Provision, Who
from charter.rules.terms import Modality, Role
from charter.syntax.phrases import name_of
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
    row = (work.clause.head, *work.clause.body)
    passive = any(name_of(node) == "IS" for node in row) and work.clause.head.form != "verb"
    nodes = work.clause.subject or act.nodes if passive else act.nodes
    if not any(is_set_up(work, node) for node in nodes) or work.modality is Modality.MUST_NOT:
        return None
    account = work.account
    if passive and any(account.text(node) == "so" for node in row):
        return arranged(work, act)
    account.take(*act.verbs)
    take_told(work, nodes)
    take_told(work, act.nodes)
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


def take_told(work: Clausework, nodes: Sequence[Node]) -> None:
    """Take what is told of an organ: no key holds how it is made up, or what it is to consider.

    What conditions or denies is not such; what an organ "which" is told of shall or may do is.
    """
    which = next((n for n, node in enumerate(nodes) if name_of(node) == "WHICH"), len(nodes))
    told = (n for n in nodes[which:] if name_of(n) in ("MUST", "MAY"))
    work.account.hold(*(node for node in nodes if not is_sign(node)), *told)


def created(work: Clausework, act: Act) -> Provision | None:
    """As in "the Parties create a Council"; else what the treaty leaves as it is."""
    return establish(work, act) or savings.save(work, act)


OF_ORGANS = (
    "council", "committee", "board", "commission", "organization", "organisation", "secretariat",
    "assembly", "staff", "command", "conference", "tribunal", "court", "board", "bureau",
    "secretary-general", "agency", "mechanism", "headquarters", "parliament", "authority",
    "confederation", "federation", "union", "alliance", "community", "league", "entente",
)  # fmt: skip
"""How the names of organs end."""


def is_set_up(work: Clausework, node: Node) -> bool:
    """Whether a phrase names what can be set up: an organ, an alliance."""
    if node.form in ("names", "means"):
        return work.account.text(node).endswith(OF_ORGANS)
    return node.has("ORGANS", "ORGAN", "ALLIANCE", "COMMUNITY")


def nature(work: Clausework) -> Provision | None:
    """What an organ is ("the Council shall be the supreme organ of the Alliance")."""
    row = work.clause.body
    be = name_of(work.clause.head) == "MUST" and bool(row) and name_of(row[0]) == "IS"
    what = next((node for node in row[1:3] if node.has("ORGANS")), None) if be else None
    if what is None or not work.subject or work.subject[0].form not in ("names", "organ"):
        return None
    final.take_subject(work)
    take_told(work, row)
    bearer = Who(role=Role.ORGAN, names=names(work.subject))
    return Institution.model_validate(
        final.shared(work, what=work.account.words(*row), bearer=bearer, modality=work.modality)
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
    work.account.hold(act.verb, *act.nodes)
    what = work.account.words(*act.row)
    return Institution.model_validate(
        final.shared(work, what=what, bearer=work.bearer, modality=work.modality)
    )


def meet(work: Clausework, act: Act) -> Provision | None:
    """When an organ meets and of whom it is made: "the Council shall meet once a year"."""
    of_organ = work.bearer is not None and work.bearer.role is Role.ORGAN
    on_organ = act.nodes[:1] and act.nodes[0].form == "organ"
    if not (of_organ or on_organ) or work.modality is Modality.MUST_NOT:
        return None
    work.account.take(act.verb)
    take_told(work, [node for node in act.nodes if not is_event(node)])
    what = work.account.words(*act.row)
    return Institution.model_validate(
        final.shared(work, what=what, bearer=work.bearer, modality=work.modality)
    )


def assisted(work: Clausework, act: Act) -> Provision | None:
    """By whom an organ "shall be assisted"."""
    passive = any(name_of(node) == "IS" for node in work.clause.body)
    return meet(work, act) if passive else None


def _is_seat(work: Clausework, node: Node) -> bool:
    return any(word in work.account.text(node) for word in ("seat", "headquarters"))


def seat(work: Clausework) -> Provision | None:
    """Where the seat of an organ is ("the headquarters shall be at …")."""
    row = work.clause.body
    if len(row) > 1 and name_of(row[0]) == "HAS" and _is_seat(work, row[1]):
        take_told(work, row)
        what = work.account.words(*row)
        return Institution.model_validate(
            final.shared(work, what=what, bearer=work.bearer, modality=work.modality)
        )
    is_seat = any(node.has("ORGANS") for node in work.subject)
    be = name_of(work.clause.head) == "IS" or (bool(row) and name_of(row[0]) == "IS")
    if not (is_seat and be) or work.acts:
        return None
    final.take_subject(work)
    work.account.take(*row[:3])
    return Institution.model_validate(final.shared(work, what=work.account.words(*work.subject)))
