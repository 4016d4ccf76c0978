"""A duty that is said again: "The same obligation shall devolve upon Italy if France attacks"."""

from collections.abc import Sequence

from charter.elaborate.clausework import Clausework
from charter.elaborate.parties import is_who, listed, who
from charter.rules.provision import Norm, Who
from charter.rules.terms import Part
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

HOLDING = frozenset({"DEVOLVE", "APPLY", "OCCUR"})
TOWARDS_BEARER = frozenset({"ON", "TO", "BY", "FOR"})


def repeated(work: Clausework) -> Norm | None:
    """The duty spoken of before, for the bearer and on the event that this clause names."""
    subject = next((node for node in work.clause.subject if node.has("SAME_DUTY")), None)
    row = (work.clause.head, *work.clause.body)
    holds = next((node for node in row if name_of(node) in HOLDING), None)
    if subject is None or holds is None or work.duty is None:
        return None
    account = work.account
    account.take(subject, holds)
    account.note(Part.ACTION, subject)
    said = work.qualifiers
    return work.duty.model_copy(
        update={
            "citation": account.context.citation,
            "bearer": _bearer(row, work) or work.duty.bearer,
            "triggers": said.triggers or work.duty.triggers,
            "conditions": (*said.conditions, *work.adverbials.conditions),
            "exceptions": said.exceptions,
            "until": said.until or work.duty.until,
            "place": work.adverbials.place or said.place,
        }
    )


def _bearer(row: Sequence[Node], work: Clausework) -> Who | None:
    """On whom the duty is said to lie, if the words say so."""
    for at, node in enumerate(row[:-1]):
        if name_of(node) in TOWARDS_BEARER and is_who(row[at + 1]):
            end = listed(row, at + 1)
            work.account.take(*row[at:end])
            work.account.note(Part.BEARER, *row[at + 1 : end])
            return who([each for each in row[at + 1 : end] if is_who(each)])
    return None
