"""What a candidate for a treaty has to be: of a region, of a place, or what is told of it."""

from collections.abc import Sequence

from charter.elaborate import final, formal, narrowing
from charter.elaborate.account import Account, is_light
from charter.elaborate.admission import TO_JOIN
from charter.elaborate.clausework import Clausework
from charter.rules.pattern import Condition
from charter.rules.terms import ConditionKind
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def merits(work: Clausework, states: Node, behind: Sequence[Node]) -> tuple[Condition, ...]:
    """What a candidate has to be: of a region, of a place, or what is told of it behind.

    Only an area limits a candidate to a region; that it is no Party yet goes without saying.
    """
    account = work.account
    regions = tuple(narrowing.regions([states], account))
    left = [node for node in behind if account.is_free(node)]
    if _is_outsider(left) or _only_wishes(left):
        account.take(*left)
        return regions
    words = [node for node in left if not is_light(node) or node.form == "preposition"]
    if all(is_light(node) or name_of(node) == "INVITE" for node in left):
        account.take(*left)
        return regions
    told = final.other(work, left)
    if _is_of_a_place(account, words):
        told = tuple(each.model_copy(update={"kind": ConditionKind.REGION}) for each in told)
    return (*regions, *told)


def _is_outsider(nodes: Sequence[Node]) -> bool:
    """As in "not a signatory to the present Convention"."""
    denied = bool(nodes) and name_of(nodes[0]) == "NOT"
    return denied and all(node.form == "party" or is_light(node) for node in nodes[1:])


def _only_wishes(nodes: Sequence[Node]) -> bool:
    """As in "which desires to accede to it": nothing that it has to be."""
    wishes = any(name_of(node) in ("WISH", "RECITING") for node in nodes)
    known = (*TO_JOIN, "IT")
    return wishes and all(
        name_of(node) in known or formal.is_formal(node) or node.form == "opener" for node in nodes
    )


def _is_of_a_place(account: Account, nodes: Sequence[Node]) -> bool:
    """Whether words say only where a state lies: "in Southeast Asia", "situated in that area"."""
    if not nodes:
        return False
    lies = account.text(nodes[0]) in ("situated", "lying", "located", "bordering")
    rest = nodes[1:] if lies else nodes
    areas = any(node.form == "area" or _is_named_area(account, node) for node in rest)
    forms = ("area", "names", "preposition", "joint", "comma")
    return (areas and all(node.form in forms for node in rest)) or (
        lies and len(rest) < MOST_WORDS_OF_A_PLACE
    )


def _is_named_area(account: Account, node: Node) -> bool:
    return node.form == "names" and account.text(node).endswith(AREAS)


AREAS = ("region", "area", "peninsula", "basin", "gulf", "sea", "coast", "subregion")


MOST_WORDS_OF_A_PLACE = 4
