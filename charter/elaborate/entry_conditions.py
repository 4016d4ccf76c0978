"""The conditions of an entry into force that are not the ratifications themselves."""

from collections.abc import Sequence

from charter.elaborate import final, formal, ratifiers
from charter.elaborate.clausework import Clausework
from charter.rules.pattern import Condition
from charter.rules.terms import ConditionKind, Modality
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

INSTRUMENTS = (
    "RATIFICATION",
    "INSTRUMENT",
    "DEPOSIT",
    "ACCESSION",
    "NOTICE",
    "RATIFY",
    "CONSTITUTION",
)


def constitutional(work: Clausework, nodes: Sequence[Node]) -> tuple[Condition, ...]:
    """As in "on the completion of their constitutional procedures"."""
    return tuple(
        Condition(kind=ConditionKind.OWN_CONSTITUTIONAL_PROCESS, words=work.account.words(node))
        for node in nodes
        if "constitutional" in work.account.text(node) or node.has("CONSTITUTION")
    )[:1]


def further(work: Clausework, *, later: bool, by: tuple[str, ...] = ()) -> tuple[Condition, ...]:
    """The conditions of an entry into force that are not the ratifications themselves.

    The words of those that are none are given back, so that how many must ratify is read there.
    """
    kept: list[Condition] = []
    for each in (*final.own(work, work.qualifiers.conditions), *work.adverbials.conditions):
        nodes = formal.spanned(work, each.words)
        if each.kind is ConditionKind.OTHER and _says_when(work, nodes, later=later, by=by):
            formal.release(work, each)
        else:
            kept.append(each)
    return (*kept, *_exceptions(work))


def _exceptions(work: Clausework) -> tuple[Condition, ...]:
    """The exceptions to an entry into force; of "not unless it is ratified", those beyond that."""
    kept: list[Condition] = []
    for each in work.qualifiers.exceptions:
        nodes = formal.spanned(work, each.words)
        others = [node for node in nodes if not _ratifies(nodes, node)]
        ratified = any(node.has(*INSTRUMENTS) for node in nodes) and formal.is_wholly(others)
        if work.modality is Modality.MUST_NOT and ratified:
            formal.release(work, each)
        else:
            kept.append(each)
    return tuple(kept)


def _ratifies(nodes: Sequence[Node], node: Node) -> bool:
    return node.form == "names" and ratifiers.ratifies(nodes, node)


def _says_when(
    work: Clausework, nodes: Sequence[Node], *, later: bool, by: tuple[str, ...]
) -> bool:
    """Whether a condition only says that the ratifications are in, and of no other treaty."""
    before = [node for node in work.clause.row if nodes and node.span.start < nodes[0].span.start]
    opener = name_of(before[-1]) if before else ""
    included = any(name_of(node) == "INCLUDING" for node in nodes)
    if included or any(node.form == "names" for node in nodes):
        nodes = [n for n in nodes if not (_ratifies(nodes, n) or (included and n.form == "names"))]
    if opener in ("PROVIDED_THAT", "SUBJECT_TO", "IF") or not formal.is_wholly(nodes):
        return False
    return later or any(node.has(*INSTRUMENTS, *by) for node in nodes)
