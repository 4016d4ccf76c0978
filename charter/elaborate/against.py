"""Against whom an event counts as directed."""

from collections.abc import Sequence

from charter.elaborate.parties import AGAINST, is_who, reference
from charter.rules.terms import Against
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

AIMS = ("ON", "TO", "DIRECTED")
SUFFERED = frozenset({"INVASION", "OCCUPATION", "ANNEXATION", "BOMBARDMENT", "BLOCKADE"})
"""Kinds of events that are "of" what they strike."""


def whom(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The phrases that say against whom: "against all of them", "to the entire community"."""
    aims = _aims(nodes)
    return tuple(nodes[aims[0][0] : aims[-1][1] + 1]) if aims else ()


def against(nodes: Sequence[Node]) -> Against | None:
    """Against whom an event is deemed directed; none where no words say so.

    Where two are joined, the wider counts: "on their security and on both of them".
    """
    found = [each for _, end in _aims(nodes) if (each := _meant(nodes[end]))]
    return Against.ALL_PARTIES if Against.ALL_PARTIES in found else next(iter(found), None)


def _aims(nodes: Sequence[Node]) -> list[tuple[int, int]]:
    """Where each phrase that says against whom begins and ends; the first and those joined to it.

    One that names nobody ("on their common security") is among them beside one that does.
    """
    found: list[tuple[int, int]] = []
    for at in range(len(nodes) - 1):
        if not _is_aim(nodes, at) or (found and at <= found[-1][1]):
            continue
        end = _holder(nodes, at + 1)
        joined = bool(found) and all(n.form == "joint" for n in nodes[found[-1][1] + 1 : at])
        named = any(_meant(nodes[last]) for _, last in found)
        if joined or not named:
            found = [*(found if joined else ()), (at, end)]
    return found if any(_meant(nodes[last]) for _, last in found) else []


def _is_aim(nodes: Sequence[Node], at: int) -> bool:
    """Whether whoever is struck follows: behind "on" or "against", or "an invasion of"."""
    if name_of(nodes[at]) in AIMS:
        return True
    before = nodes[at - 1] if at and nodes[at - 1].form == "event" else None
    return (
        before is not None and name_of(nodes[at]) == "OF" and before.nodes("kind")[0].has(*SUFFERED)
    )


def _meant(node: Node) -> Against | None:
    """Whom a phrase stands for as those struck."""
    everyone = node.form == "loose" and node.has("BOTH", "ALL")
    if everyone or node.has("COMMUNITY"):
        return Against.ALL_PARTIES
    if not is_who(node):
        return None
    alone = node.form == "loose"
    one = alone or (node.has("PARTY") and reference(node) == "other_parties")
    return Against.OTHER_PARTY if one else AGAINST.get(reference(node))


def _holder(nodes: Sequence[Node], at: int) -> int:
    """Who is struck where it is by an interest or a part of it: "to the security of the other"."""
    step = at
    while step + 1 < len(nodes) and _is_held(nodes[step]):
        step += 1
    held = step > at and name_of(nodes[step]) == "OF" and step + 1 < len(nodes)
    return step + 1 if held else at


def _is_held(node: Node) -> bool:
    peace = node.form == "term" and node.has("PEACE")
    return peace or node.form in ("interest", "asset", "joint", "comma")
