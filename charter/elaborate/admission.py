"""By whose vote or consent a state is admitted to a treaty or a league."""

from itertools import pairwise

from charter.elaborate import depositing, final, formal, votes
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.parties import is_who, who
from charter.rules.pattern import Condition
from charter.rules.provision import Accession, Provision, Who
from charter.rules.terms import Modality, Role, Unit
from charter.syntax.phrases import name_of

TO_JOIN = frozenset({"ACCEDE", "BECOME_PARTY", "COOPERATE", "ENTER"})


def decided(work: Clausework, act: Act) -> Provision | None:
    """As in "The Council shall decide upon the admission of a State unanimously"."""
    row = (*work.clause.leads, *work.clause.subject, *act.nodes)
    joins = any(n.has("MEMBERSHIP", "ACCESSION") or name_of(n) in TO_JOIN for n in row)
    joins = joins and not any(name_of(n) in ("TERMINATE", "EXPEL", "DENOUNCE") for n in row)
    number = final.share(work, work.clause.row, Unit.VOTES) if joins else None
    if number is None or work.modality is Modality.MUST_NOT:
        return votes.decide(work, act)
    pairs = pairwise((act.verb, *act.nodes))
    by = [n for before, n in pairs if work.account.text(before).endswith("by") and is_who(n)]
    bearer = who(by[:1]) if by else work.bearer
    final.take_subject(work)
    work.account.take(
        act.verb, *by, *(n for n in act.nodes if is_who(n) or n.has("MEMBERSHIP", "VOTE"))
    )
    formal.take(work.account, work.clause.row)
    work.account.take(*(n for n in work.clause.leads if n.form != "negation"))
    fields = final.shared(work, modality=work.modality, bearer=bearer, number=number)
    return Accession.model_validate(fields | {"conditions": _beside_applying(work)})


def applied_for(work: Clausework, act: Act) -> Provision | None:
    """As in "The application for membership shall be submitted to the Council"."""
    if work.modality is not Modality.MUST:
        return None
    passive = name_of(next(iter(work.clause.body), act.verb)) == "IS"
    final.take_subject(work)
    work.account.hold(*(n for n in work.clause.subject if n.form != "negation"))
    work.account.take(
        act.verb, *(n for n in act.nodes if is_who(n) or n.has("MEMBERSHIP", "VALIDITY"))
    )
    formal.take(work.account, (*work.clause.leads, *act.nodes))
    bearer = None if passive else Who(role=Role.OTHERS)
    fields = final.shared(work, modality=work.modality, bearer=bearer)
    return Accession.model_validate(fields | {"conditions": _beside_applying(work)})


def _beside_applying(work: Clausework) -> tuple[Condition, ...]:
    """The conditions of an admission, without that somebody applies for it."""
    leads = work.account.words(*work.clause.leads) if work.clause.leads else None
    return tuple(
        each
        for each in final.stated(work)
        if leads is None or not leads.start <= each.words.start < leads.end
    )


def subject_to(work: Clausework) -> Provision | None:
    """As in "The admission of a State is subject to the unanimous approval of the Council"."""
    row = work.clause.body
    asks = any(name_of(node) == "SUBJECT_TO" for node in row)
    joins = any(node.has("MEMBERSHIP", "ACCESSION") for node in work.clause.subject)
    number = final.share(work, row, Unit.VOTES) if asks and joins and not work.acts else None
    if number is None:
        return None
    final.take_subject(work)
    work.account.take(*(n for n in row if name_of(n) == "SUBJECT_TO" or is_who(n)))
    formal.take(work.account, row)
    fields = final.shared(work, modality=work.modality, number=number)
    return Accession.model_validate(fields | {"conditions": ()})


def by_vote(work: Clausework, act: Act) -> Provision | None:
    """As in "New members shall be admitted by a unanimous vote of the Council"."""
    number = final.share(work, work.clause.body, Unit.VOTES)
    if number is None:
        return None
    final.take_subject(work)
    work.account.take(act.verb, *(n for n in act.nodes if is_who(n)))
    formal.take(work.account, act.nodes)
    return Accession.model_validate(final.shared(work, modality=work.modality, number=number))


def consent(work: Clausework, act: Act) -> Provision | None:
    """By whose agreement a state accedes ("Accession requires the unanimous agreement …")."""
    if any(node.has("AMENDMENT") for node in work.subject):
        return votes.passed(work, act)
    if final.is_about_the_treaty(work) and act.has("RATIFICATION"):
        return depositing.ratify(work, act)
    if not any(node.has("ACCESSION", "MEMBERSHIP") for node in work.subject):
        return None
    share = final.share(work, act.nodes, Unit.VOTES)
    if share is None:
        return None
    final.take_subject(work)
    work.account.take(act.verb, *(node for node in act.nodes if is_who(node)))
    return Accession.model_validate(final.shared(work, number=share))
