"""What an act amounts to, done by whom and to whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from charter.elaborate import events
from charter.elaborate.acts import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.numbers import period
from charter.elaborate.parties import is_who, listed, reference, who
from charter.rules.model import Number
from charter.rules.pattern import Condition, EventPattern
from charter.rules.provision import Who
from charter.rules.terms import Action, Modality, Role
from charter.syntax.heads import name_of
from charter.syntax.tree import Node

EACH_OTHER = Who(role=Role.EACH_OTHER)


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
    number: Number | None = None
    is_agentless: bool = False
    has_own_place: bool = False
    """Whether a place is part of the act's own words and limits nothing else."""


def modality(work: Clausework, act: Act) -> Modality:
    """How firmly an act binds, with the "not" right before its verb."""
    assert work.modality
    return Modality.MUST_NOT if act.is_denied else work.modality


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
    """An act that no action of the card stands for: its words are its content."""
    party = next((node for node in act.nodes if node.form == "party"), None)
    struck_party = party is not None and reference(party) == "attacked_party"
    which = next((n for n, node in enumerate(act.nodes) if name_of(node) == "WHICH"), None)
    work.account.take(*(node for node in act.nodes[:which] if not tells_more(node)))
    ends = act.has("EXPIRY")
    time = next((node for node in act.nodes if node.form == "period"), None)
    number = period(time) if ends and time else None
    whom = Who(role=Role.ATTACKED_PARTY) if struck_party and work.qualifiers.triggers else None
    if act.has("EACH_OTHER"):
        whom = EACH_OTHER
    return Done(Action.OTHER, modality=turned, beneficiary=whom, number=number)


def tells_more(node: Node) -> bool:
    """Whether a phrase speaks of help, force or the like, so that more may be meant than words."""
    strong = ("AID", "NEUTRALITY", "PEACE", "ALLIANCE", "CONSULT", "GUARANTEE", "DEFEND")
    return events.is_event(node) or any(phrase.name in strong for phrase in node.phrases())
