"""Whose ratifications a treaty needs, and how many."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from charter.elaborate import final, formal, numbers
from charter.elaborate.clausework import Clausework
from charter.elaborate.parties import is_who
from charter.rules.model import Number
from charter.rules.terms import Unit
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def asked(work: Clausework, nodes: Sequence[Node]) -> Number | None:
    """How many ratifications are asked for, where a figure or a share says so."""
    return (
        final.share(work, nodes, Unit.RATIFICATIONS)
        or next(ordinals(nodes), None)
        or next(counted(nodes), None)
    )


def counted(nodes: Sequence[Node]) -> Iterator[Number]:
    """How many ratifications are asked for ("by three States", "of three instruments")."""
    for before, node in pairwise((nodes[0], *nodes)):
        counts = node.phrases("COUNT", "NUMBER")
        is_ratifier = node.form in ("party", "state") and name_of(before) not in ADDRESSED
        is_ratifier = is_ratifier or is_some(nodes, node)
        if not counts or not (is_ratifier or node.has("INSTRUMENT", "RATIFICATION")):
            continue
        if node.has("THE", "POSSESSIVE", "THIS") and not node.has("INSTRUMENT"):
            continue
        if value := numbers.figure(counts[0].text):
            yield Number(value=value, unit=Unit.RATIFICATIONS)


def is_some(nodes: Sequence[Node], some: Node) -> bool:
    """Whether a figure counts Parties: "twelve of the signatory States"."""
    if some.form != "loose" or not some.has("COUNT", "NUMBER"):
        return False
    at = next((n for n, node in enumerate(nodes) if node is some), len(nodes))
    behind = nodes[at + 1 : at + 3]
    return len(behind) > 1 and name_of(behind[0]) == "OF" and behind[1].form in ("party", "state")


ADDRESSED = ("TO", "BETWEEN", "FOR", "REGARDING")
"""What makes somebody an addressee, and no ratifier."""


def every_one(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The phrases that say that all must ratify: "all the ratifications", "by both Parties"."""
    return tuple(
        node
        for before, node in pairwise((nodes[0], *nodes))
        if node.has(*formal.PLURAL)
        and (node.has("INSTRUMENT", "RATIFICATION") or node.form in ("party", "state"))
        and name_of(before) not in ADDRESSED
    )


CHAMBERS = frozenset({"parliament", "parliaments", "congress", "senate", "diet", "chambers"})
"""Those by whom a state ratifies, and who are none."""


def ratifies(nodes: Sequence[Node], named: Node) -> bool:
    """Whether a name is of a state whose ratification counts, and not of the depositary."""
    if any(word in CHAMBERS for p in named.phrases("NAME") for word in p.text.lower().split()):
        return False
    if _has_ratified(nodes, named):
        return True
    before = [node for node in nodes if node.span.start < named.span.start]
    at = max((n for n, node in enumerate(before) if node.form == "preposition"), default=None)
    if at is None or name_of(before[at]) not in ("BY", "OF"):
        return False
    if at and before[at - 1].has("RECEIPT"):
        return False
    return not any(node.form in ("charter", "verb") for node in before[at:])


def _has_ratified(nodes: Sequence[Node], named: Node) -> bool:
    """Whether a name is of those that do it: "after Mali and two other States have ratified it"."""
    at = next((n for n, node in enumerate(nodes) if node is named), len(nodes))
    while at < len(nodes) and (is_who(nodes[at]) or nodes[at].form in ("comma", "joint")):
        at += 1
    behind = [node for node in nodes[at : at + 3] if name_of(node) not in ("HAS", "FILLER")]
    has = at < len(nodes) and name_of(nodes[at]) in ("HAS", "RATIFY")
    return has and bool(behind) and name_of(behind[0]) in ("RATIFY", "DEPOSIT")


def ordinals(nodes: Sequence[Node]) -> Iterator[Number]:
    """As in "The deposit of the third instrument" asks for three; of the last one, for all."""
    for before, node in pairwise((nodes[0], *nodes)):
        if not (node.has("INSTRUMENT", "RATIFICATION", "NOTICE") or node.form == "party"):
            continue
        words = {word for phrase in node.phrases() for word in phrase.text.lower().split()}
        if words & {"last", "later", "final"}:
            yield Number(value="all", unit=Unit.RATIFICATIONS)
        counting = before.phrases("FILLER") if before.form == "formula" else ()
        for phrase in (*node.phrases("THIRD", "ORDINAL"), *counting):
            if value := numbers.figure(phrase.text):
                yield Number(value=value, unit=Unit.RATIFICATIONS)
