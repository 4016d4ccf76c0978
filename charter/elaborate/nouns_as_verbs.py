"""Phrases that are nouns in one place and verbs in another, told apart by their form."""

from collections.abc import Sequence

from charter.elaborate.act import verb_text
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def passes(node: Node) -> bool:
    """Whether a phrase for passage is a verb ("may pass through the territory")."""
    return node.form == "term" and verb_text(node).startswith(("pass through", "pass over"))


def is_plural(nodes: Sequence[Node], at: int) -> bool:
    """Whether a phrase behind a modal can only be a noun ("furnish no arms, money or supplies")."""
    return verb_text(nodes[at]) in ("supplies", "grants", "aids", "supports", "contracts")


def is_said_of(node: Node) -> bool:
    """Whether a phrase tells more of what stands before it, and begins no act ("aimed at")."""
    text = verb_text(node)
    noun = name_of(node) == "COMBAT" and text.endswith("ion of")
    return name_of(node) == "DIRECTED" or noun or text.split()[0].endswith("ing")
