"""A clause taken apart: who, how firmly, what, on which event, with which qualifiers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from charter.elaborate import (
    abstaining,
    adverbials,
    bearers,
    describing,
    moods,
    qualifiers,
    references,
)
from charter.elaborate.account import Account
from charter.elaborate.act import Act
from charter.elaborate.acts import acts
from charter.elaborate.adverbials import Adverbials
from charter.elaborate.conditionals import Qualifiers
from charter.elaborate.parties import is_who
from charter.elaborate.subordinates import Subordinate, split
from charter.rules.model import Words
from charter.rules.pattern import EventPattern
from charter.rules.provision import Norm, Who
from charter.rules.terms import Modality, Part, Role
from charter.syntax.clauses import Clause
from charter.syntax.phrases import is_judgment, is_that, name_of
from charter.syntax.tree import Node


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
    speaker: tuple[Node, ...] = ()
    is_declared: bool = False
    addressee: Who | None = None
    """To whom a commitment is made ("reaffirm their commitment to Ukraine to …")."""
    agent: tuple[Node, ...] = ()
    """By whom something is done, where the subject is what it is done to."""
    events: tuple[EventPattern, ...] = ()
    """The events that the clause speaks of, for the clauses after it."""
    spoken: tuple[EventPattern, ...] = ()
    """The events that the clauses before it speak of."""
    duty: Norm | None = None
    """The last norm made before it, of which it may speak ("the same obligation")."""

    @property
    def unread(self) -> tuple[Words, ...]:
        """The words of the clause that nothing has taken."""
        return self.account.unread(self.clause.row)


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands before a clause, its subject and its body, each split by its subordinators."""

    leads: tuple[Subordinate, ...]
    subject: tuple[Subordinate, ...]
    body: tuple[Subordinate, ...]

    @classmethod
    def of(cls, clause: Clause) -> "Parts":
        """The parts of a clause."""
        return cls(
            split(clause.leads, is_lead=True),
            split(clause.subject, is_lead=False),
            split(clause.body, is_lead=False),
        )


def take_apart(
    clause: Clause,
    account: Account,
    before: "Clausework | None",
    *,
    goes_on: bool = False,
    governed: Qualifiers | None = None,
) -> Clausework:
    """A clause taken apart; what it shares with the clause before it comes from there.

    The conditional of a sentence governs each clause that goes on with it; one at the end of the
    sentence (``governed``) those before it too.
    """
    parts = Parts.of(clause)
    within = parts.subject[0].nodes
    speaker = clause.speaker or (before.speaker if before and clause.shares_subject else ())
    subject = _subject(clause, before, within, speaker)
    _take_signs(clause, parts, account)
    fronted = _fronted(parts, account)
    own = _own(clause, parts.body[0].nodes, account)
    behind = qualifiers.read(parts.body[1:], account)
    found = adverbials.read((*parts.leads[0].nodes, *_behind_commas(within), *own), account)
    said = _resolved(fronted, found, before)
    if goes_on and before and not said.triggers:
        said = before.qualifiers.shared(whole=clause.shares_subject).and_(said)
    if governed and not said.triggers and not behind.triggers:
        said = governed.and_(said)
    bearer, name = _whom(clause, subject, within, account)
    said = _told(said, within, own, bearer, account)
    if bearer and describing.is_victim(within):
        bearer = Who(role=Role.ATTACKED_PARTY)
    addressed = bearers.addressee(clause, account)
    done = abstaining.spread(
        acts(own, account, clause.head if _is_bound(clause) else None), account
    )
    _note(clause, within if bearer else (), done, account)
    governing = _governing(before) if goes_on else ()
    judged = found.own_judgment
    spoken = before.events if before else ()
    return Clausework(
        clause=clause,
        account=account,
        subject=subject,
        bearer=bearer,
        said=name,
        modality=moods.modality(clause, name, governing, by_own_judgment=judged),
        qualifiers=said.and_(behind),
        adverbials=found,
        acts=done,
        speaker=speaker or subject,
        is_declared=moods.is_declared(clause),
        addressee=addressed,
        events=said.triggers or spoken,
        spoken=spoken,
        duty=before.duty if before else None,
    )


def _take_signs(clause: Clause, parts: Parts, account: Account) -> None:
    """Takes what makes a clause one: its head, its frame, a "not" before it, whose judgment."""
    account.take(*clause.framed, *(() if _is_not_only(clause) else (clause.head,)))
    account.take(*(node for node in parts.leads[0].nodes if name_of(node) == "NOT"))
    account.take(*(node for node in clause.row if is_judgment(node)))
    if clause.framed:
        account.taken.difference_update(node.span.start for node in parts.subject[0].nodes)


def _fronted(parts: Parts, account: Account) -> Qualifiers:
    """The qualifiers in front of a clause, and those within its subject."""
    fronted = qualifiers.fronted(parts.leads[0].nodes, account)
    fronted = fronted.and_(qualifiers.read(parts.leads, account, is_lead=True))
    return fronted.and_(qualifiers.read_subject(parts.subject[1:], account))


def _whom(
    clause: Clause, subject: Sequence[Node], within: Sequence[Node], account: Account
) -> tuple[Who | None, str]:
    """Whom a clause binds, and what the words for them refer to."""
    bearer, name = bearers.bearer(subject, account)
    bearer = bearer or bearers.guarantor(clause, account) or bearers.of_forces(clause, account)
    if bearer and _is_pronoun(within):
        account.take(*within)
    return bearer, name


def _told(
    said: Qualifiers,
    within: Sequence[Node],
    own: Sequence[Node],
    bearer: Who | None,
    account: Account,
) -> Qualifiers:
    """The qualifiers, with the events and limits that describe the subject or the object."""
    told = (*describing.described(within, account), *describing.described(own, account))
    narrow = qualifiers.of_subject if bearer else qualifiers.narrowed
    return said.and_(Qualifiers(triggers=told)).and_(narrow(within, account))


def _is_bound(clause: Clause) -> bool:
    """Whether a clause of its own binds or permits by a modal, so that a verb must follow."""
    return name_of(clause.head) in ("MUST", "MUST_NOT", "MAY") and clause.antecedent is None


def _is_not_only(clause: Clause) -> bool:
    """Whether "not" goes with "only", so that the head does not say what the clause does."""
    after = next((node for node in clause.body if node.form != "formula"), None)
    return name_of(clause.head) == "MUST_NOT" and after is not None and name_of(after) == "ONLY"


def _note(clause: Clause, bearer: Sequence[Node], done: Sequence[Act], account: Account) -> None:
    """Notes who is bound, how firmly and to what."""
    account.note(Part.BEARER, *bearer)
    if clause.head.form not in ("verb", "term"):
        account.note(Part.MODALITY, clause.head)
    for node in clause.row:
        if is_judgment(node):
            account.note(Part.MODALITY, node)
    for act in done:
        account.note(Part.ACTION, *act.row)


def _behind_commas(subject: Sequence[Node]) -> tuple[Node, ...]:
    """What stands behind a subject ("Each Party, on request, shall", "they jointly guarantee").

    The noun stays in front of what tells it apart ("the assistance provided for in Article 2").
    """
    adverb = (n for n, node in enumerate(subject) if node.form in ("comma", "formula"))
    at = next(adverb, len(subject))
    if 0 < at < len(subject) and name_of(subject[at]) == "PROVIDED_FOR":
        at -= 1
    return tuple(subject[at:]) if all(node.form != "event" for node in subject) else ()


def _resolved(said: Qualifiers, found: Adverbials, before: "Clausework | None") -> Qualifiers:
    """The qualifiers, with "in this case" as the event that was spoken of before."""
    told = (before.events, before.spoken) if before else ((), ())
    meant = references.resolved((*said.triggers, *found.triggers), *told)
    conditions = (*said.conditions, *references.ties(meant))
    return replace(said, triggers=meant, conditions=conditions)


def _own(clause: Clause, nodes: tuple[Node, ...], account: Account) -> tuple[Node, ...]:
    """The phrases among which the acts of a clause stand; a finite verb is the first of them."""
    declares = name_of(clause.head) == "DECLARE" and any(is_that(node) for node in nodes[:8])
    if declares or name_of(clause.head) == "DECLARE_THAT":
        return _behind_that(nodes, account)
    if clause.head.form not in ("verb", "term"):
        return nodes
    account.taken.discard(clause.head.span.start)
    return (clause.head, *nodes)


def _behind_that(nodes: tuple[Node, ...], account: Account) -> tuple[Node, ...]:
    """What is declared, without the subject of the declaration."""
    at = next((n for n, node in enumerate(nodes[:8]) if is_that(node)), -1)
    begin = at + 1
    while begin < len(nodes) and name_of(nodes[begin]) in ("THEY", "IT"):
        begin += 1
    account.take(*nodes[:begin])
    return nodes[begin:]


def _subject(
    clause: Clause,
    before: "Clausework | None",
    own: tuple[Node, ...],
    speaker: tuple[Node, ...],
) -> tuple[Node, ...]:
    if clause.antecedent is not None:
        return (clause.antecedent,)
    if clause.shares_subject and before:
        declared = before.is_declared and before.clause.frame is not None
        return speaker if clause.frame is not None or declared else before.subject
    if _is_pronoun(own) and before and before.subject:
        return before.subject if any(map(is_who, before.subject)) else before.speaker
    return own


def _is_pronoun(nodes: Sequence[Node]) -> bool:
    return len(nodes) == 1 and name_of(nodes[0]) in ("IT", "THEY")


def _governing(before: "Clausework | None") -> tuple[Node, ...]:
    """What stands in front of the clause before, where it governs the one that goes on with it."""
    conditional = before is not None and bool(before.qualifiers.triggers)
    return before.clause.leads if before and conditional else ()
