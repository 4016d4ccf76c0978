"""A clause taken apart: who, how firmly, what, on which event, with which qualifiers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from charter.elaborate import adverbials, describing, events, qualifiers, references
from charter.elaborate.account import Account
from charter.elaborate.acts import OF_A_BOND, Act, acts
from charter.elaborate.adverbials import Adverbials
from charter.elaborate.conditionals import Qualifiers
from charter.elaborate.parties import is_who, listed, reference, who
from charter.elaborate.subordinates import split
from charter.rules.model import Words
from charter.rules.pattern import EventPattern
from charter.rules.provision import Norm, Who
from charter.rules.terms import Modality, Part, Role
from charter.syntax.clauses import Clause
from charter.syntax.heads import is_that, name_of
from charter.syntax.tree import Node

MODALITIES = {
    "MUST": Modality.MUST,
    "WORK_TO": Modality.MUST,
    "MUST_NOT": Modality.MUST_NOT,
    "MAY": Modality.MAY,
    "WOULD": Modality.MUST,
    "SHOULD": Modality.DECLARES,
}
PERFORMED = frozenset({"GUARANTEE", "REFRAIN"})
"""Verbs that bind by being said: "the Powers guarantee …", "they renounce war"."""


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
    leads = split(clause.leads, is_lead=True)
    body = split(clause.body, is_lead=False)
    within = split(clause.subject, is_lead=False)
    speaker = clause.speaker or (before.speaker if before and clause.shares_subject else ())
    subject = _subject(clause, before, within[0].nodes, speaker)
    account.take(*clause.framed, *(() if _is_not_only(clause) else (clause.head,)))
    account.take(*(node for node in leads[0].nodes if name_of(node) == "NOT"))
    account.take(*(node for node in clause.row if name_of(node) == "JUDGMENT"))
    if clause.framed:
        account.taken.difference_update(node.span.start for node in within[0].nodes)
    fronted = qualifiers.fronted(leads[0].nodes, account)
    fronted = fronted.and_(qualifiers.read(leads, account, is_lead=True))
    fronted = fronted.and_(qualifiers.read_subject(within[1:], account))
    spoken = before.events if before else ()
    own = _own(clause, body[0].nodes, account)
    behind = qualifiers.read(body[1:], account)
    aside = (*leads[0].nodes, *_behind_commas(within[0].nodes))
    found = adverbials.read((*aside, *own), account)
    said = _resolved(fronted, found, before)
    if goes_on and before and not said.triggers:
        said = before.qualifiers.shared(whole=clause.shares_subject).and_(said)
    if governed and not said.triggers and not behind.triggers:
        said = governed.and_(said)
    bearer, name = _bearer(subject, account)
    bearer = bearer or _guarantor(clause, account)
    if bearer and _is_pronoun(within[0].nodes):
        account.take(*within[0].nodes)
    told = (*describing.described(within[0].nodes, account), *describing.described(own, account))
    said = said.and_(Qualifiers(triggers=told))
    if bearer and describing.is_victim(within[0].nodes):
        bearer = Who(role=Role.ATTACKED_PARTY)
    narrow = qualifiers.of_subject if bearer else qualifiers.narrowed
    said = said.and_(narrow(within[0].nodes, account))
    done = acts(own, account, clause.head if _is_bound(clause) else None)
    _note(clause, within[0].nodes if bearer else (), done, account)
    return Clausework(
        clause,
        account,
        subject,
        bearer,
        name,
        _modality(clause, name, found, _governing(before) if goes_on else ()),
        said.and_(behind),
        found,
        done,
        speaker or subject,
        is_declared(clause),
        _addressee(clause, account),
        (),
        said.triggers or spoken,
        spoken,
        before.duty if before else None,
    )


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
    if clause.head.form != "verb":
        account.note(Part.MODALITY, clause.head)
    for node in clause.row:
        if name_of(node) == "JUDGMENT":
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


def _addressee(clause: Clause, account: Account) -> Who | None:
    """Whom the body of a clause begins by addressing, before its verb."""
    row = clause.body
    if len(row) < 3 or name_of(row[0]) != "TO" or row[1].form != "names":
        return None
    account.take(row[0], row[1])
    return who([row[1]])


def is_declared(clause: Clause) -> bool:
    """Whether a clause only declares something ("declares that …")."""
    declares = name_of(clause.head) in ("DECLARE", "DECLARE_THAT")
    framed = clause.frame is not None and name_of(clause.frame) in ("DECLARE", "DECLARE_THAT")
    tells = clause.head.form != "modal" or name_of(clause.head) in ("WOULD", "SHOULD")
    return declares or (framed and tells)


def _own(clause: Clause, nodes: tuple[Node, ...], account: Account) -> tuple[Node, ...]:
    """The phrases among which the acts of a clause stand; a finite verb is the first of them."""
    declares = name_of(clause.head) == "DECLARE" and any(is_that(node) for node in nodes[:8])
    if declares or name_of(clause.head) == "DECLARE_THAT":
        return _behind_that(nodes, account)
    if clause.head.form != "verb":
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


def _bearer(subject: Sequence[Node], account: Account) -> tuple[Who | None, str]:
    """Whom a subject binds, and what its words refer to; none where it is no phrase of who."""
    first = next((at for at, node in enumerate(subject) if is_who(node)), None)
    if first is None or any(events.is_event(node) for node in subject[:first]):
        return None, ""
    if any(node.form not in ("loose", "formula", "joint") for node in subject[:first]):
        return None, ""
    if _is_no_name(subject[first]):
        return None, ""
    end = listed(subject, first)
    nodes = [node for node in subject[first:end] if is_who(node)]
    account.take(*subject[:end])
    return bound(nodes), reference(nodes[0])


def _is_no_name(node: Node) -> bool:
    """Whether a capital only looks like a name ("each Participant", "both Chancelleries")."""
    return node.form == "names" and node.has("EACH", "EVERY", "BOTH", "EITHER", "ANY", "ALL", "NO")


def bound(nodes: Sequence[Node]) -> Who:
    """Whom phrases of who stand for as those who are bound: "the Powers" are the Parties."""
    if not _are_the_powers(nodes[0]):
        return who(nodes)
    return Who(role=Role.OTHER_PARTIES if nodes[0].has("OTHER") else Role.EACH_PARTY)


def _are_the_powers(node: Node) -> bool:
    """Whether a bearer that is no "Party" by its words is: "the Powers", "the other State"."""
    said = {phrase.name for phrase in node.phrases()}
    if node.form != "state" or not said <= {"THE", "OTHER", "COUNT", "STATE", "STATES"}:
        return node.form == "state" and said <= {"EACH", "EVERY", "STATE"} and "STATE" in said
    plain = [phrase.text.lower() for phrase in node.phrases("STATE", "STATES")]
    is_plain = plain[0] in ("state", "power", "powers", "states", "countries", "country")
    return is_plain and "THE" in said and ("OTHER" in said or (node.has("STATES")))


def _is_denied(clause: Clause) -> bool:
    """Whether a negation stands before the head: "under no circumstances", "none of their arms"."""
    own = split(clause.leads, is_lead=True)[0].nodes
    fronted = any(
        name_of(node) == "NOT" and before.form != "finite"
        for before, node in pairwise((clause.head, *own))
    )
    first = clause.subject[0] if clause.subject else None
    return fronted or (first is not None and first.has("NO", "NEITHER", "NEITHER_OF"))


def _is_bond(clause: Clause) -> bool:
    """Whether a head speaks of being bound, so that to deny it forbids nothing.

    As in "No Party shall be obliged to assist": there is no duty, and no prohibition.
    """
    phrases = (phrase for node in (clause.head, *clause.body[:2]) for phrase in node.phrases())
    words = {word for phrase in phrases for word in phrase.text.lower().split()}
    return not OF_A_BOND.isdisjoint(words)


def _conditional(body: Sequence[Node]) -> Sequence[Node]:
    """The conditional at the end of a clause ("shall consult whenever one considers that …")."""
    at = (n for n, node in enumerate(body) if name_of(node) in ("IF", "WHEN", "IN_CASE"))
    return body[next(at, len(body)) :]


def _is_judged(leads: Sequence[Node]) -> bool:
    """Whether an event is one that a Party "considers" to be so ("If any Party considers that")."""
    thinks = ("considers", "consider", "deems", "believes")
    return any(
        (name_of(node) == "THINKS" or _says(node) in thinks) and _says(after) == "that"
        for node, after in pairwise(leads)
    )


def _says(node: Node) -> str:
    """The first phrase of a construct, in lower case."""
    return next((phrase.text.lower() for phrase in node.phrases()), "")


def _governing(before: "Clausework | None") -> tuple[Node, ...]:
    """What stands in front of the clause before, where it governs the one that goes on with it."""
    conditional = before is not None and bool(before.qualifiers.triggers)
    return before.clause.leads if before and conditional else ()


def _is_guaranteed(clause: Clause) -> bool:
    """Whether a clause says by itself that something is guaranteed, and so binds."""
    verbs = [name_of(node) for node in clause.body if node.form == "verb"]
    return verbs[:1] == ["GUARANTEE"]


def _guarantor(clause: Clause, account: Account) -> Who | None:
    """Those by whom something "is guaranteed"."""
    row = clause.body
    at = next((n for n, node in enumerate(row[:-1]) if name_of(node) == "BY"), None)
    if name_of(clause.head) != "IS" or at is None or not is_who(row[at + 1]):
        return None
    if not _is_guaranteed(clause):
        return None
    end = listed(row, at + 1)
    account.take(*row[at:end])
    return who([node for node in row[at + 1 : end] if is_who(node)])


def _modality(
    clause: Clause, said: str, found: Adverbials, governing: Sequence[Node]
) -> Modality | None:
    name = name_of(clause.head)
    if is_declared(clause):
        return Modality.DECLARES
    modality = MODALITIES.get(name)
    if clause.head.form == "verb" and name in PERFORMED:
        modality = Modality.MUST
    if name == "IS" and _is_guaranteed(clause):
        modality = Modality.MUST
    if clause.head.form == "verb" and name in ("RECOGNISE", "CONDEMN"):
        return Modality.DECLARES
    denied = _is_denied(clause) or said == "no_party"
    if modality in (Modality.MUST, Modality.MAY) and denied:
        modality = Modality.MUST_NOT
    if modality is Modality.MUST_NOT:
        return None if _is_bond(clause) else modality
    row = (*governing, *clause.row)
    judged = found.own_judgment or any(name_of(node) == "JUDGMENT" for node in row)
    judged = judged or any(map(_is_judged, (clause.leads, governing, _conditional(clause.body))))
    if modality is Modality.MUST and judged:
        return Modality.MUST_OWN_JUDGMENT
    return modality
