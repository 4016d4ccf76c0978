"""Offices of a treaty's organs: who presides, who is sent, what is told of a new organ."""

from collections.abc import Sequence
from dataclasses import replace

from charter.elaborate import final, organs, revising
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.rules.provision import Institution, Provision
from charter.rules.terms import Modality, Role
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

OFFICERS = (
    "representative", "delegate", "member", "secretary", "commander", "president", "chairman",
    "alternate", "deput", "delegation", "officer", "plenipotentiar", "commissioner", "expert",
    "liaison", "director", "national", "envoy",
)  # fmt: skip
"""How the words for those begin that are appointed to an organ."""
APPOINTING = frozenset(
    {
        "appoint", "appoints", "appointed", "designate", "designates", "designated", "elect",
        "elects", "elected", "nominate", "nominates", "nominated", "assign", "delegate", "accredit",
    }
)  # fmt: skip


def presiding(work: Clausework) -> Provision | None:
    """As in "The presidency of the Council shall be held by each member in turn"."""
    subject = work.clause.subject
    meets = any(node.has("MEETING") for node in subject[:3])
    meets = meets and not any(n.has("QUORUM") for n in (*subject, *work.clause.body))
    meets = meets and all(act.verb.form == "unread" for act in work.acts)
    meets = meets and any(node.form == "organ" for node in subject)
    if not meets and not any(node.has("OFFICE") for node in subject[:1]):
        return None
    if work.modality is Modality.MUST_NOT:
        return None
    return _institution(work)


def there_is(work: Clausework) -> Provision | None:
    """As in "There shall be a Council, composed of …"."""
    row = work.clause.body
    there = any(work.account.text(node) == "there" for node in work.clause.leads)
    if work.bearer and row[:1] and name_of(row[0]) == "HAS" and _has_seat(work, row):
        return _institution(work)
    if not there or name_of(work.clause.head) != "MUST" or not row or name_of(row[0]) != "IS":
        return None
    made = [n for n in row[1:4] if organs.is_set_up(work, n)]
    return _institution(work) if made and not made[0].has("NO") else None


def _has_seat(work: Clausework, row: Sequence[Node]) -> bool:
    """As in "Each Member shall have one representative on the Council"."""
    organ = any(node.form == "organ" or organs.is_set_up(work, node) for node in row)
    votes = any(node.has("VOTE", "VOTING") for node in row)
    text = work.account.text(*row)
    return organ and not votes and any(word in text for word in OFFICERS)


def appoint(work: Clausework, act: Act) -> Provision | None:
    """As in "Each Party shall appoint a representative to the Committee"."""
    if work.account.text(act.verb) not in APPOINTING or work.modality is not Modality.MUST:
        return None
    row = (*work.clause.subject, *work.clause.body)
    passive = name_of(next(iter(work.clause.body), act.verb)) == "IS"
    if work.bearer is not None and work.bearer.role is Role.ORGAN and not passive:
        return None
    organ = any(node.form == "organ" or organs.is_set_up(work, node) for node in row)
    officer = any(word in work.account.text(*row) for word in OFFICERS)
    holder = passive and officer and len(work.clause.subject) == 1
    if not (organ or holder) or not officer:
        return None
    agreed = revising.by_agreement(work, act)
    made = _institution(replace(work, bearer=None) if passive else work)
    return made.model_copy(update={"conditions": (*made.conditions, *agreed)})


def constitutes(work: Clausework) -> Provision | None:
    """As in "The Parties shall constitute a Permanent Council composed of …"."""
    act = work.acts[0]
    text = work.account.text(act.verb)
    makes = text.startswith("constitute") and any(
        organs.is_set_up(work, node) for node in act.nodes[:2]
    )
    return organs.establish(work, act) if makes and work.bearer else None


def is_told_of(work: Clausework, before: Sequence[Provision], made: Sequence[Provision]) -> bool:
    """Whether a clause only tells of the organ that the one before it sets up.

    As in "a Joint Staff, to which each of them shall assign officers": one card a sentence.
    """
    set_up = bool(before) and isinstance(before[-1], Institution)
    row = [node for node in work.clause.row if node.form not in ("comma", "joint")][:2]
    relative = any(name_of(n) == "WHICH" or work.account.text(n) == "whose" for n in row)
    if not (set_up and relative) or not all(isinstance(each, Institution) for each in made):
        return False
    _take_told(work)
    return True


def _institution(work: Clausework) -> Institution:
    _take_told(work)
    number = final.figure(work, work.clause.body)
    return Institution.model_validate(
        final.shared(
            work,
            what=work.account.words(*work.clause.row),
            bearer=work.bearer if work.clause.subject else None,
            modality=work.modality,
            number=number,
        )
    )


def _take_told(work: Clausework) -> None:
    """Take what is told of an office: no key holds who it is, or how it goes round."""
    row: Sequence[Node] = (*work.clause.leads, *work.clause.subject, *work.clause.body)
    organs.take_told(work, row)
