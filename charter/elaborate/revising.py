"""How a treaty is revised: on whose request, by whose consent, when."""

from typing import Literal

from charter.elaborate import final, formal
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.parties import is_who
from charter.rules.model import Number
from charter.rules.pattern import Condition
from charter.rules.provision import Norm, Provision
from charter.rules.terms import Action, ConditionKind, Modality, Unit
from charter.syntax.phrases import name_of


def amended(work: Clausework, act: Act) -> Provision | None:
    """As in "The Treaty may be revised by agreement of the Parties"."""
    passive = name_of(next(iter(work.clause.body), act.verb)) == "IS"
    treaty = act.nodes[:1] and (act.nodes[0].form == "charter" or name_of(act.nodes[0]) == "IT")
    about = final.is_about_the_treaty(work) if passive else treaty and work.bearer
    if not about or work.modality not in KINDS:
        return None
    final.take_subject(work)
    work.account.take(act.verb)
    share = _share_that_agrees(work, act)
    agreed = () if share else by_agreement(work, act)
    number = share or _at_the_end(work, act)
    formal.take(work.account, act.nodes)
    return Norm(
        kind=KINDS[work.modality],
        citation=work.account.context.citation,
        modality=work.modality,
        action=Action.OTHER,
        action_words=work.account.words(*act.row),
        bearer=None if passive else work.bearer,
        triggers=work.qualifiers.triggers,
        conditions=(*final.stated(work), *work.adverbials.conditions, *agreed),
        until=work.qualifiers.until,
        number=number,
    )


KINDS: dict[Modality | None, Literal["duty", "permission"]] = {
    Modality.MUST: "duty",
    Modality.MAY: "permission",
}
"""What a clause on the revision of the treaty is, by its modality."""


def _share_that_agrees(work: Clausework, act: Act) -> Number | None:
    """As in "by a majority of two thirds", "with the consent of two thirds of the Members"."""
    at = next((n for n, node in enumerate(act.nodes) if node.has("SHARE")), None)
    number = final.share(work, act.nodes[at:], Unit.VOTES) if at is not None else None
    if at is None or number is None:
        return None
    work.account.take(*(n for n in act.nodes[:at] if n.has("CONSENT", "AGREEMENT", "VOTE")))
    of = at + 1 < len(act.nodes) and name_of(act.nodes[at + 1]) == "OF"
    work.account.take(*(n for n in act.nodes[at + 1 : at + 5 if of else at + 1] if is_who(n)))
    return number


def _at_the_end(work: Clausework, act: Act) -> Number | None:
    """The figure of a term at whose end something is done ("at the end of ten years")."""
    for row in (act.nodes, work.clause.leads):
        if any(node.has("EXPIRY") for node in row):
            number = final.figure(work, row)
            formal.take(work.account, row)
            return number
    return None


def by_agreement(work: Clausework, act: Act) -> tuple[Condition, ...]:
    """As in "may be renewed by agreement of the Parties", "… with the consent of both"."""
    row = act.nodes if act.has("AGREEMENT", "CONSENT") else work.clause.body
    at = next((n for n, node in enumerate(row) if node.has("AGREEMENT", "CONSENT")), None)
    if at is None or not work.account.is_free(row[at]):
        return ()
    agreed = row[at]
    work.account.take(agreed)
    if at + 2 < len(row) and name_of(row[at + 1]) in ("OF", "BETWEEN"):
        work.account.take(*row[at + 1 : at + 3])
    words = work.account.words(agreed)
    return (Condition(kind=ConditionKind.AFTER_CONSULTATION, words=words),)
