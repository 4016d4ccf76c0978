"""Other words for leaving a treaty: renouncing or terminating it, ceasing to be a Party."""

from charter.elaborate import final, formal
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.leaving import effect, withdraw
from charter.rules.provision import Norm, Provision, Withdrawal
from charter.rules.terms import Action, Modality
from charter.syntax.phrases import name_of


def released(work: Clausework, act: Act) -> Provision | None:
    """That a Party may cease to be one; or when, after its notice, it does."""
    return withdraw(work, act) if work.modality is Modality.MAY else effect(work, act)


def renounced(work: Clausework, act: Act) -> Provision | None:
    """As in "any Party may renounce the present Charter": a withdrawal.

    What else somebody may refrain from is left to them, and forbids nothing.
    """
    if work.modality is not Modality.MAY:
        return None
    treaty = any(
        n.form == "charter" or n.has("MEMBERSHIP") or name_of(n) == "IT" for n in act.nodes[:1]
    )
    return withdraw(work, act) if treaty else _left_to(work, act)


def _left_to(work: Clausework, act: Act) -> Provision:
    """As in "A Party may abstain from …": what it is stays unread."""
    work.account.take(act.verb)
    return Norm(
        kind="permission",
        citation=work.account.context.citation,
        modality=Modality.MAY,
        action=Action.OTHER,
        action_words=work.account.words(*act.row),
        bearer=work.bearer,
        triggers=work.qualifiers.triggers,
        conditions=final.stated(work),
    )


def terminate(work: Clausework, act: Act) -> Provision | None:
    """As in "Either Party may terminate this Agreement": a withdrawal."""
    passive = name_of(next(iter(work.clause.body), act.verb)) == "IS"
    nodes = work.subject if passive else act.nodes[:1]
    treaty = any(node.form == "charter" or name_of(node) == "IT" for node in nodes)
    agreed = any(node.has("AGREEMENT", "CONSENT") for node in act.nodes)
    return withdraw(work, act) if treaty and not agreed and _may_or_not(work) else None


def _may_or_not(work: Clausework) -> bool:
    return work.modality in (Modality.MAY, Modality.MUST_NOT)


def denied(work: Clausework) -> Provision | None:
    """As in "This Treaty shall not be subject to denunciation"."""
    row = work.clause.body
    if work.acts or not any(name_of(node) == "SUBJECT_TO" for node in row):
        return None
    leaving = any(node.has("NOTICE", "WITHDRAWAL") for node in row)
    if not (leaving and final.is_about_the_treaty(work)):
        return None
    final.take_subject(work)
    formal.take(work.account, row)
    work.account.take(*(node for node in row if name_of(node) == "SUBJECT_TO"))
    nots = [node for node in row if name_of(node) == "NOT"]
    work.account.take(*nots)
    forbidden = work.modality is Modality.MUST_NOT or nots
    fields = final.shared(work, modality=Modality.MUST_NOT if forbidden else Modality.MAY)
    return Withdrawal.model_validate(fields | {"conditions": work.qualifiers.exceptions})
