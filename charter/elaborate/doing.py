"""What an act amounts to, done by whom and to whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from charter.elaborate import events
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.moods import PERFORMED
from charter.elaborate.numbers import period
from charter.elaborate.parties import is_the_other, is_who, listed, reference, who
from charter.rules.model import Number
from charter.rules.pattern import Condition, EventPattern
from charter.rules.provision import Who
from charter.rules.terms import Action, Modality, Role
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

EACH_OTHER = Who(role=Role.EACH_OTHER)
STRANGERS = frozenset({"state", "third_state", "organ", "group"})
"""What a phrase of who refers to where it is no Party."""
OTHERS = ("OTHER_ACT", "EXPEL")
"""Verbs of acts that no action of the card stands for."""


@dataclass(frozen=True, slots=True)
class Done:
    """What an act amounts to: its action, what it adds to the norm, whether words turn its sign."""

    action: Action
    modality: Modality | None = None
    beneficiary: Who | None = None
    triggers: tuple[EventPattern, ...] = ()
    conduct: tuple[EventPattern, ...] = ()
    conditions: tuple[Condition, ...] = ()
    disputes: bool = False
    whom: Who | None = None
    """To or for whom something is done, where a pronoun before may stand for them."""
    number: Number | None = None
    is_agentless: bool = False
    bearer: Who | None = None
    """By whom it is done, where that is not the subject."""
    further: tuple[Node, ...] = ()
    """Phrases of other verbs that say the same of what is done."""
    has_own_place: bool = False
    """Whether a place is part of the act's own words and limits nothing else."""
    is_nothing: bool = False
    """Whether another act of the clause says it whole."""


def modality(work: Clausework, act: Act) -> Modality:
    """How firmly an act binds, with the "not" right before its verb."""
    assert work.modality
    if work.modality is Modality.DECLARES and _binds_by_being_said(work, act):
        return Modality.MUST
    if act.is_affirmed and work.modality is Modality.MUST_NOT:
        return Modality.MUST
    return Modality.MUST_NOT if act.is_denied else work.modality


def _binds_by_being_said(work: Clausework, act: Act) -> bool:
    """Whether an act behind "recognise" binds of itself ("recognise and guarantee")."""
    return name_of(work.clause.head) == "RECOGNISE" and act.name in PERFORMED


def is_forbidden(work: Clausework, act: Act) -> bool:
    """Whether a clause forbids an act."""
    return modality(work, act) is Modality.MUST_NOT


def whom_of(work: Clausework, act: Act) -> Who | None:
    """The person an act is done to or for: the first phrase of who behind the verb."""
    for at, node in enumerate(act.nodes):
        if is_who(node) and work.account.is_free(node):
            end = listed(act.nodes, at)
            work.account.take(*act.nodes[at:end])
            return who([each for each in act.nodes[at:end] if is_who(each)])
    return None


def take(work: Clausework, act: Act, *names: str) -> None:
    """Take the phrases of some names, with their determiners, wherever they stand in an act."""
    work.account.take(*(node for node in act.nodes if _named(node, names)))


def _named(node: Node, names: Sequence[str]) -> bool:
    return any(phrase.name in names for phrase in node.phrases())


def other(work: Clausework, act: Act, turned: Modality | None = None) -> Done:
    """An act that no action of the card stands for: its words are its content.

    Of a verb that may stand for an action, the words of its object that nobody knows are not.
    """
    party = next((node for node in act.nodes if node.form == "party" or is_the_other(node)), None)
    struck_party = party is not None and reference(party) == "attacked_party"
    which = next((n for n, node in enumerate(act.nodes) if name_of(node) == "WHICH"), None)
    keep = work.account.hold if act.name in OTHERS else work.account.take
    keep(*(node for node in act.nodes[:which] if not tells_more(node)))
    ends = act.has("EXPIRY")
    time = next((node for node in act.nodes if node.form == "period"), None)
    number = period(time) if ends and time else None
    whom = Who(role=Role.ATTACKED_PARTY) if struck_party and work.qualifiers.triggers else None
    between = party is not None and reference(party) in ("other_parties", "another_party")
    if (
        _into_their_affairs(work, act)
        or act.has("EACH_OTHER")
        or (between and not work.qualifiers.triggers and _binds_parties(work))
    ):
        whom = EACH_OTHER
    return Done(Action.OTHER, modality=turned, beneficiary=whom, number=number)


def _into_their_affairs(work: Clausework, act: Act) -> bool:
    """As in "shall respect the other and shall not interfere in its affairs": the other's."""
    owed = work.duty and work.duty.beneficiary
    affairs = any("affairs" in work.account.text(n) and n.has("POSSESSIVE") for n in act.nodes)
    return bool(owed and affairs and owed.role is Role.EACH_OTHER and is_forbidden(work, act))


def _binds_parties(work: Clausework) -> bool:
    if work.modality is Modality.DECLARES:
        return False
    return work.bearer is not None and work.bearer.role in (Role.EACH_PARTY, Role.ALL_PARTIES)


def tells_more(node: Node) -> bool:
    """Whether a phrase speaks of help, force or the like, so that more may be meant than words."""
    strong = (
        "AID", "NEUTRALITY", "PEACE", "ALLIANCE", "CONSULT", "GUARANTEE", "DEFEND", "NOTICE",
        "WITHDRAWAL", "RATIFICATION", "ACCESSION", "INSTRUMENT", "DECISIONS",
        "ENEMY", "VOTE", "SHARE", "DEFENCE", "AMOUNT",
    )  # fmt: skip
    if node.form == "means" and not node.has("MILITARY", "ECONOMIC", "POLITICAL", "FINANCIAL"):
        return True
    return events.is_event(node) or any(phrase.name in strong for phrase in node.phrases())


def aimed_at(nodes: Sequence[Node]) -> tuple[int, int] | None:
    """Where the Party against which something is directed stands, and where its phrase ends."""
    for at in range(len(nodes) - 1):
        against = name_of(nodes[at]) == "ON" and nodes[at].phrases()[0].text.lower() == "against"
        if name_of(nodes[at]) == "DIRECTED" or against:
            step = at + 1
            while step < len(nodes) - 1 and _owned(nodes[step]):
                step += 1
            if is_who(nodes[step]) and reference(nodes[step]) not in STRANGERS:
                return step, _end_of(nodes, step)
            if name_of(nodes[at]) == "DIRECTED" and nodes[at + 1].form == "interest":
                return at + 1, at + 1
    return None


def _end_of(nodes: Sequence[Node], at: int) -> int:
    """Where a phrase of who ends ("any other of the Parties")."""
    of_them = at + 2 < len(nodes) and nodes[at].form == "loose" and name_of(nodes[at + 1]) == "OF"
    return at + 3 if of_them and nodes[at + 2].form == "party" else listed(nodes, at)


def _owned(node: Node) -> bool:
    """Whether a phrase is of something that a Party has ("the security of the other")."""
    return node.form in ("interest", "asset", "joint") or name_of(node) == "OF"
