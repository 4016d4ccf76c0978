"""Against whom an event counts as directed."""

from collections.abc import Sequence

from charter.elaborate.parties import AGAINST, is_who, reference
from charter.rules.terms import Against
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def whom(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The phrases that say against whom: "against all of them", "to the entire community"."""
    for at, node in enumerate(nodes[:-1]):
        if name_of(node) in ("ON", "TO", "DIRECTED") and against(nodes[at:]):
            end = nodes.index(_holder(nodes, at + 1))
            return tuple(nodes[at : end + 1])
    return ()


def against(nodes: Sequence[Node]) -> Against | None:
    """Against whom an event is deemed directed; none where no words say so."""
    for at, node in enumerate(nodes[:-1]):
        follows = _holder(nodes, at + 1)
        everyone = follows.form == "loose" and follows.has("BOTH", "ALL")
        if name_of(node) in ("ON", "TO", "DIRECTED") and (everyone or follows.has("COMMUNITY")):
            return Against.ALL_PARTIES
        if name_of(node) in ("ON", "TO", "DIRECTED") and is_who(follows):
            alone = follows.form == "loose"
            one = alone or (follows.has("PARTY") and reference(follows) == "other_parties")
            return Against.OTHER_PARTY if one else AGAINST.get(reference(follows))
    return None


def _holder(nodes: Sequence[Node], at: int) -> Node:
    """Who is struck where it is by an interest or a part of it: "to the security of the other"."""
    step = at
    while step + 1 < len(nodes) and _is_held(nodes[step]):
        step += 1
    held = step > at and name_of(nodes[step]) == "OF" and step + 1 < len(nodes)
    return nodes[step + 1] if held else nodes[at]


def _is_held(node: Node) -> bool:
    peace = node.form == "term" and node.has("PEACE")
    return peace or node.form in ("interest", "asset", "joint", "comma")
