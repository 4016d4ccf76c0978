"""Whom a sentence says an event strikes, and of what kind it says it is."""

from charter.rules.kinds import kinds
from charter.rules.terms import Action, Asset, Means
from charter.scenario.model import Struck
from charter.scenario.names import Names
from charter.syntax.tree import Node, Phrase


def targets_of(node: Node, names: Names) -> tuple[Struck, ...]:
    """Those that the node's targets are, each once."""
    listing = node.node("targets") or node
    return tuple(dict.fromkeys(_struck(each, names) for each in listing.nodes("target")))


def _struck(node: Node, names: Names) -> Struck:
    asset = node.node("asset")
    if asset is None:
        return Struck(names.actor(node))
    named = Asset(asset.phrases()[0].name.lower())
    return Struck(names.actor(node.nodes("name")[0]), named)


def kind_of(node: Node) -> str:
    """The kind of event that the node's words name, by its name in the table of kinds."""
    (kind,) = node.nodes("kind")
    return kind_named(kind.phrases()[0])


def kind_named(phrase: Phrase) -> str:
    """The kind that a phrase of the grammar stands for."""
    name = phrase.name.removeprefix("DOES_").lower()
    return "event" if name == "event_kind" else _checked(name)


def _checked(name: str) -> str:
    assert name in kinds(), name  # INVARIANT: every phrase for a kind is named for one.
    return name


def action_of(node: Node) -> Action:
    """The action that the node's verb or noun names."""
    phrase = (node.node("action") or node).phrases()[0]
    return NOUNS.get(phrase.name) or Action(phrase.name.removeprefix("DO_").lower())


NOUNS = {
    "ASSISTANCE": Action.ASSIST,
    "CONSULTATION": Action.CONSULT,
    "GUARANTEE": Action.GUARANTEE,
    "NEUTRALITY": Action.REMAIN_NEUTRAL,
    "COOPERATION": Action.COOPERATE,
}


def means_of(node: Node) -> tuple[Means, ...]:
    """The means that the node's words name, in order."""
    return tuple(Means(each.phrases()[0].name.lower()) for each in node.nodes("means"))
