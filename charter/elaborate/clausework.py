"""A clause taken apart: who, how firmly, what, on which event, with which qualifiers."""

from collections.abc import Sequence
from dataclasses import dataclass

from charter.elaborate import adverbials, events, qualifiers
from charter.elaborate.account import Account
from charter.elaborate.acts import Act, acts
from charter.elaborate.adverbials import Adverbials
from charter.elaborate.parties import is_who, listed, reference, who
from charter.elaborate.qualifiers import Qualifiers
from charter.rules.model import Words
from charter.rules.provision import Who
from charter.rules.terms import Modality
from charter.syntax.clauses import Clause, name_of
from charter.syntax.tree import Node

MODALITIES = {
    "MUST": Modality.MUST,
    "WORK_TO": Modality.MUST,
    "MUST_NOT": Modality.MUST_NOT,
    "MAY": Modality.MAY,
    "WOULD": Modality.MUST,
    "SHOULD": Modality.DECLARES,
}


@dataclass(frozen=True, slots=True)
class Clausework:
    """A clause and everything about it that its provisions share."""

    clause: Clause
    account: Account
    subject: tuple[Node, ...]
    bearer: Who | None
    said: str
    modality: Modality | None
    qualifiers: Qualifiers
    adverbials: Adverbials
    acts: tuple[Act, ...]

    @property
    def unread(self) -> tuple[Words, ...]:
        """The words of the clause that nothing has taken."""
        return self.account.unread(self.clause.row)


def take_apart(clause: Clause, account: Account, before: "Clausework | None") -> Clausework:
    """A clause taken apart; what it shares with the clause before it comes from there."""
    leads = qualifiers.split(clause.leads, is_lead=True)
    body = qualifiers.split(clause.body, is_lead=False)
    within = qualifiers.split(clause.subject, is_lead=False)
    subject = _subject(clause, before, within[0].nodes)
    account.take(clause.head, *clause.framed)
    said = qualifiers.read((*leads, *within[1:]), account)
    if clause.shares_subject and before and not said.triggers:
        said = before.qualifiers.shared().and_(said)
    own = body[0].nodes
    if clause.head.form == "verb":
        account.taken.discard(clause.head.span.start)
        own = (clause.head, *own)
    behind = qualifiers.read(body[1:], account)
    found = adverbials.read(own, account)
    bearer, name = _bearer(subject, account)
    return Clausework(
        clause,
        account,
        subject,
        bearer,
        name,
        _modality(clause, name, found),
        said.and_(behind),
        found,
        acts(own, account),
    )


def _subject(
    clause: Clause, before: "Clausework | None", own: tuple[Node, ...]
) -> tuple[Node, ...]:
    if clause.antecedent is not None:
        return (clause.antecedent,)
    if clause.shares_subject and before:
        return before.subject
    return own


def _bearer(subject: Sequence[Node], account: Account) -> tuple[Who | None, str]:
    """Whom a subject binds, and what its words refer to; none where it is no phrase of who."""
    first = next((at for at, node in enumerate(subject) if is_who(node)), None)
    if first is None or any(events.is_event(node) for node in subject[:first]):
        return None, ""
    if any(node.form not in ("loose", "formula", "joint") for node in subject[:first]):
        return None, ""
    end = listed(subject, first)
    nodes = [node for node in subject[first:end] if is_who(node)]
    account.take(*subject[:end])
    return who(nodes), reference(nodes[0])


def _modality(clause: Clause, said: str, found: Adverbials) -> Modality | None:
    name = name_of(clause.head)
    modality = MODALITIES.get(name)
    if said == "no_party" and modality in (Modality.MUST, Modality.MAY):
        return Modality.MUST_NOT
    if name == "WOULD" and clause.frame is not None and name_of(clause.frame) == "DECLARE_THAT":
        return Modality.DECLARES
    if modality is Modality.MUST and found.own_judgment:
        return Modality.MUST_OWN_JUDGMENT
    return modality
