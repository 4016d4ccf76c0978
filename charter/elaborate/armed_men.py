"""What is done about terrorists and rebels, whatever the verb: they are fought, or not helped."""

from dataclasses import replace

from charter.elaborate import events
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.doing import Done, is_forbidden
from charter.rules.pattern import EventPattern
from charter.rules.terms import Action, Author
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

GENERAL = frozenset(
    {Action.OTHER, Action.WITHHOLD_HELP_TO_ENEMY, Action.DENY_TERRITORY, Action.REFRAIN_FROM_FORCE}
)
"""Actions that are against terrorism where terrorists are those who would be helped or received."""
REBELS = frozenset({"rebel", "rebels", "insurgents", "insurgent", "insurrectionists"})
AGAINST = frozenset(
    {"CEDE", "OTHER_ACT", "TAKE", "EXPEL", "SUBMIT", "SEND", "COMBAT", "DENOUNCE", "PROHIBIT"}
)
"""Verbs of what is done to armed men: they are disarmed, handed over, expelled."""


def told(work: Clausework, act: Act, done: Done) -> Done:
    """What an act amounts to, with those whom it is about."""
    if done.action in GENERAL and (terror := _terrorists(work, act)):
        return _fought(work, act, done, terror, Action.COMBAT_TERRORISM)
    if done.action is Action.REPORT and (terror := _terrorists(work, act)):
        told_of = _fought(work, act, replace(done, triggers=()), terror, Action.COMBAT_TERRORISM)
        return replace(told_of, action=Action.REPORT)
    rebels = [node for node in act.nodes if _is_rebel(work, node)]
    if done.action is Action.OTHER and rebels and act.name in AGAINST and not _denied(work, act):
        return _fought(work, act, done, rebels, Action.PREVENT_OR_SETTLE_REBELLION)
    return done


def _fought(work: Clausework, act: Act, done: Done, whom: list[Node], action: Action) -> Done:
    """Fighting somebody, who is the event that a duty is about."""
    work.account.take(*whom)
    forbids = _denied(work, act) or done.modality is not None
    kind = "terrorism" if action is Action.COMBAT_TERRORISM else "rebellion"
    words = work.account.words(whom[0])
    about = EventPattern(kinds=(kind,), words=words, author=Author.NON_STATE)
    if any(map(events.is_event, whom)):
        about = about.model_copy(update={"author": Author.ANYONE})
    spoken = any(kind in each.kinds for each in (*work.qualifiers.triggers, *done.triggers))
    triggers = done.triggers if forbids or spoken else (*done.triggers, about)
    return replace(done, action=action, triggers=triggers, conduct=())


def _denied(work: Clausework, act: Act) -> bool:
    return work.modality is not None and is_forbidden(work, act)


def _terrorists(work: Clausework, act: Act) -> list[Node]:
    """The phrases for terrorists and their acts in an act, but of attacks that are refrained from.

    The use of a Party's own territory stays what it is.
    """
    if any(node.form == "asset" and node.has("POSSESSIVE") for node in act.nodes):
        return []
    if any(node.has("TERRITORY_USE") and not _is_refuge(work, node) for node in act.nodes):
        return []
    found = [node for node in act.nodes if _is_terror(work, node)]
    itself = act.name in ("REFRAIN", "FROM", "COMMIT", "RESORT") and all(
        node.form == "event" for node in found
    )
    helped = act.has("AID", "TERRITORY_USE")
    return [] if itself and not helped else found


REFUGE = frozenset(
    {
        "asylum", "refuge", "shelter", "haven", "havens", "sanctuary", "sanctuaries", "harbour",
        "hospitality", "harbourage", "camps", "camp",
    }
)  # fmt: skip
"""What is given to fugitives; armed men are fought by refusing it."""


def _is_refuge(work: Clausework, node: Node) -> bool:
    return bool(REFUGE & set(work.account.text(node).split()))


def _is_terror(work: Clausework, node: Node) -> bool:
    if node.form == "group":
        return "terror" in work.account.text(node)
    return events.is_event(node) and "terrorism" in events.kinds(node)


def _is_rebel(work: Clausework, node: Node) -> bool:
    if node.form == "group":
        return "terror" not in work.account.text(node)
    named = name_of(node) == "ENEMY" or node.has("ENEMY")
    return named and bool(REBELS & set(work.account.text(node).split()))
