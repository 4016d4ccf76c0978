"""The verbs of the treaty's own law, each with what it makes."""

import re
from collections.abc import Callable

from charter.elaborate import (
    admission,
    decisions,
    depositing,
    ending,
    entry,
    excluding,
    lasting,
    leaving,
    membership,
    notices,
    offices,
    organs,
    reservations,
    revising,
    savings,
    votes,
    voting,
)
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.rules.pattern import Condition
from charter.rules.provision import Duration, Provision
from charter.syntax.phrases import name_of


def _taken(work: Clausework, act: Act) -> Provision | None:
    """A decision that is taken, or a notification that is made."""
    papers = ("INSTRUMENT", "RATIFICATION", "ACCESSION", "NOTICE", "WITHDRAWAL")
    if any(node.has(*papers) for node in work.clause.subject):
        return depositing.effected(work, act)
    return votes.decide(work, act)


def _submitted(work: Clausework, act: Act) -> Provision | None:
    """A treaty that is submitted for ratification, or a submission to judgments."""
    if act.has("RATIFICATION"):
        return depositing.ratify(work, act)
    if any(node.has("MEMBERSHIP", "ACCESSION") for node in work.clause.subject):
        return admission.decided(work, act) or admission.applied_for(work, act)
    applies = any(name_of(node) in admission.TO_JOIN for node in work.clause.leads)
    if applies or (act.nodes[:1] and act.nodes[0].has("MEMBERSHIP")):
        return admission.applied_for(work, act)
    return decisions.accept(work, act)


def _given(work: Clausework, act: Act) -> Provision | None:
    """A notice that is given, a validity that is extended, or what the treaty extends to."""
    to = bool(act.nodes) and name_of(act.nodes[0]) == "TO" and not _lasts(work)
    if to and work.account.text(act.verb) in ("extend", "extends"):
        return savings.apply(work, act)
    return lasting.prolong(work, act) or leaving.give_notice(work, act)


def _lasts(work: Clausework) -> bool:
    """Whether it is a validity or a term that extends."""
    row = (*work.clause.subject, *work.clause.body)
    return any(node.has("VALIDITY") or node.form in ("period", "date") for node in row)


def _applied(work: Clausework, act: Act) -> Provision | None:
    """A treaty that is applied before it is in force, or what applies besides it."""
    return entry.provisional(work, act) or savings.apply(work, act)


def _expelled(work: Clausework, act: Act) -> Provision | None:
    """Those that are excluded from a vote, or a Party that an organ may expel."""
    return votes.no_voter(work, act) or excluding.expel(work, act)


def _other(work: Clausework, act: Act) -> Provision | None:
    """Somebody who is appointed to an organ, or what an organ adopts."""
    return offices.appoint(work, act) or votes.decide(work, act)


READERS: dict[str, Callable[[Clausework, Act], Provision | None]] = {
    "ENTER_INTO_FORCE": entry.entry,
    "DEPOSIT": depositing.deposit,
    "EFFECTED": depositing.effected,
    "RECEIVED": leaving.notified,
    "EXCHANGE": depositing.deposit,
    "RATIFY": depositing.ratify,
    "EXTENDED": lasting.remain,
    "DECIDE": admission.decided,
    "TAKE": _taken,
    "OTHER_ACT": _other,
    "REFRAIN": ending.renounced,
    "ENFORCEABLE": lasting.remain,
    "BIND": lasting.remain,
    "DECLARE": membership.declared,
    "ENTER": votes.no_voter,
    "REMAIN_IN_FORCE": lasting.remain,
    "CEASE_IN_FORCE": lasting.cease,
    "CONCLUDE": lasting.remain,
    "DENOUNCE": leaving.withdraw,
    "CEASE_PARTY": ending.released,
    "TERMINATE": lasting.terminate,
    "REPORT": membership.notified,
    "GIVE": _given,
    "OPEN_TO": membership.opening,
    "REQUIRE": admission.consent,
    "INVITE": membership.invite,
    "ACCEDE": membership.accede,
    "BECOME_PARTY": membership.accede,
    "COOPERATE": membership.join,
    "ADOPTED": votes.passed,
    "ESTABLISH": organs.establish,
    "COMPLETED": organs.complete,
    "ACCEPT": decisions.accept,
    "ABSTAIN": votes.abstain,
    "SUBMIT": _submitted,
    "ACT": votes.decide,
    "AMENDED": revising.amended,
    "SEND": leaving.sent,
    "MEET": organs.meet,
    "AIDING": organs.assisted,
    "EXPEL": _expelled,
    "OBLIGE": voting.calls_upon,
    "ORGANISED": organs.arranged,
    "APPLY": _applied,
    "AFFECT": savings.save,
    "GIVE_RISE": organs.created,
    "CONFIRMED": savings.confirmed,
    "REGISTER": depositing.kept,
    "PREVAIL": savings.save,
    "BE_INTERPRETED": savings.save,
}


def provision(work: Clausework, act: Act) -> Provision | None:
    """The provision that an act of the treaty's own law makes, or none where it is no such act."""
    act = _decided_upon(act)
    if act.name == "CONCLUDE" and act.is_denied:
        return None
    reader = READERS.get(act.name)
    return reader(work, act) if reader else None


def _decided_upon(act: Act) -> Act:
    """What somebody decides to do, where that is an act of a treaty's own law."""
    to_do = len(act.nodes) > 1 and name_of(act.nodes[0]) == "TO"
    if act.name not in ("DECIDE", "WISH", "APPLY") or not to_do:
        return act
    if act.nodes[1].form != "verb" or name_of(act.nodes[1]) not in READERS:
        return act
    return Act((act.nodes[1], act.verb), act.nodes[2:], act.is_denied, until=act.until)


def implied(work: Clausework) -> tuple[list[Provision], list[Provision]]:
    """Withdrawals that a clause on duration implies, before and after it.

    As in "unless denounced six months before", "until a year after either has denounced it".
    """
    before = notices.implied(work, work.clause.leads)
    after = notices.implied(work, work.clause.body)
    return before, [*after, *lasting.extension(work)]


def with_implied(work: Clausework, found: list[Provision]) -> list[Provision]:
    """Durations with the withdrawals that their clause implies."""
    before, after = implied(work)
    return [*before, *_without_condition(found, [*before, *after]), *after]


def _without_condition(found: list[Provision], before: list[Provision]) -> list[Provision]:
    """Durations without the condition that nobody has given notice: the withdrawal says it."""
    if not before:
        return found
    return [
        each.model_copy(update={"conditions": _not_of_a_notice(each)})
        if isinstance(each, Duration)
        else each
        for each in found
    ]


def _not_of_a_notice(each: Duration) -> tuple[Condition, ...]:
    told = ("denounc", "denunciation", "notice", "notif", "terminat", "withdraw", "expir", "end of")
    return tuple(
        c
        for c in each.conditions
        if not any(w in c.words.text.lower() for w in told) and not TIME.fullmatch(c.words.text)
    )


TIME = re.compile(r"(?:at least )?[\w-]+ (?:years?|months?|days?)", re.IGNORECASE)
"""A period that stands by itself, as of a notice ("twelve months")."""


def whole(work: Clausework) -> Provision | None:
    """The provision of a clause that is known by its subject: a purpose, an office, a vote."""
    return (
        savings.purpose(work)
        or savings.without_prejudice(work)
        or savings.regarded(work)
        or organs.office(work)
        or depositing.exchanged(work)
        or ending.denied(work)
        or leaving.contents(work)
        or organs.seat(work)
        or organs.nature(work)
        or reservations.reserved(work)
        or admission.subject_to(work)
        or offices.presiding(work)
        or offices.there_is(work)
        or votes.decided(work)
        or voting.told(work)
        or excluding.expelling(work)
        or votes.has_vote(work)
        or lasting.lasting(work)
        or depositing.subject_to_ratification(work)
    )
