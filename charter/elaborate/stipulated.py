"""What kind of condition the words behind "if", "provided that" or "subject to" state."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from charter.elaborate.account import Account
from charter.elaborate.bonds import binds
from charter.rules.terms import ConditionKind
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def kind_of(nodes: Sequence[Node], account: Account) -> ConditionKind:
    """The kind of a condition; one that only its own words hold is of kind ``other``."""
    for kind, holds in KINDS:
        if holds(nodes, account.text(*nodes)):
            return kind
    return ConditionKind.OTHER


def _requested(nodes: Sequence[Node], _: str) -> bool:
    return any(name_of(node) in ("REQUESTS", "ON_REQUEST") for node in nodes)


def _unprovoked(_: Sequence[Node], text: str) -> bool:
    """Whether provocation is what matters: "unless it was provoked", "if it is unprovoked"."""
    return "provo" in text


def _constitutional(_: Sequence[Node], text: str) -> bool:
    return "constitution" in text


def _of_the_charter(nodes: Sequence[Node], _: str) -> bool:
    return any(node.has("UN_CHARTER") for node in nodes)


def _by_an_organ(nodes: Sequence[Node], text: str) -> bool:
    """Whether an organ so decides or recommends, whatever else it may decide."""
    organ = any(node.form == "organ" for node in nodes)
    decides = any(name_of(node) == "DECIDE" or node.has("DECISIONS") for node in nodes)
    return organ and (decides or "recommend" in text) and "otherwise" not in text


def _no_party(nodes: Sequence[Node], text: str) -> bool:
    outside = any(node.has("NOT_A_PARTY") for each in nodes for node in each.nodes())
    return outside or (" not a party" in text and any(node.has("ENEMY") for node in nodes))


def _breach(nodes: Sequence[Node], _: str) -> bool:
    broken = any(name_of(node) == "VIOLATE" or _says_breach(node) for node in nodes)
    return broken and any(map(binds, nodes))


def _says_breach(node: Node) -> bool:
    return any(kind.has("INFRACTION", "INFRINGEMENT") for kind in node.nodes("kind"))


def _consulted(nodes: Sequence[Node], text: str) -> bool:
    agreed = any(node.has("AGREEMENT") for node in nodes)
    consent = any(node.has("CONSENT") and name_of(after) == "OF" for node, after in pairwise(nodes))
    return agreed or consent or "consult" in text


KINDS: tuple[tuple[ConditionKind, Callable[[Sequence[Node], str], bool]], ...] = (
    (ConditionKind.UNPROVOKED, _unprovoked),
    (ConditionKind.ON_REQUEST, _requested),
    (ConditionKind.BY_DECISION_OF_ORGAN, _by_an_organ),
    (ConditionKind.PRIOR_BREACH, _breach),
    (ConditionKind.AGGRESSOR_NOT_PARTY, _no_party),
    (ConditionKind.OWN_CONSTITUTIONAL_PROCESS, _constitutional),
    (ConditionKind.UN_CHARTER, _of_the_charter),
    (ConditionKind.AFTER_CONSULTATION, _consulted),
)
