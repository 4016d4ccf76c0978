"""The instruments that a clause is tied to: the Charter, constitutions, this treaty, another."""

import re

from charter.elaborate.account import Account
from charter.elaborate.stipulated import kind_of
from charter.elaborate.subordinates import Subordinate
from charter.rules.terms import ConditionKind
from charter.syntax.tree import Node

NAMED = re.compile(
    r"\b(?i:charter|treaty|pact|convention|covenant|agreement|protocol|act|declaration)s?\b"
    r"(?:\W+\w+){0,4}?\W+(?:of|between|signed|concluded|with|at|on|dated)\b(?P<behind>.*)",
    re.DOTALL,
)
"""An instrument with what tells it apart ("the Treaty of Alliance of 1942")."""

OWN = frozenset(
    {
        "Contracting", "Parties", "Party", "High", "Organization", "Organisation", "Alliance",
        "Union", "Community", "Confederation", "Federation", "States", "Members", "Member",
    }
)  # fmt: skip
"""Words with a capital that tell no other treaty apart from this one."""

ARTICLE_51 = re.compile(r"article 51 of the (?:charter\b(?! of the (?!united))|united nations)")


def instrument(each: Subordinate, account: Account) -> ConditionKind | None:
    """What a tie to an instrument makes a clause depend on; nothing if it is this treaty."""
    text = account.text(*each.nodes) if each.nodes else ""
    if "constitution" in text:
        return ConditionKind.OWN_CONSTITUTIONAL_PROCESS
    if is_un_charter(each, account):
        return ConditionKind.UN_CHARTER
    if _is_told_apart(each, account):
        return ConditionKind.OTHER
    if "covenant" in text and not any(node.has("THIS") for node in each.nodes):
        return ConditionKind.OTHER
    if each.nodes and kind_of(each.nodes, account) is ConditionKind.BY_DECISION_OF_ORGAN:
        return ConditionKind.BY_DECISION_OF_ORGAN
    if each.nodes and (each.nodes[0].has("ALLIANCE") or _is_some_other(each.nodes[0])):
        return ConditionKind.OTHER
    if any(node.form in ("charter", "article") for node in each.nodes) or "treaty" in text:
        return None
    return ConditionKind.OTHER


def _is_told_apart(each: Subordinate, account: Account) -> bool:
    """Whether a treaty is named by its parties, its place or its year, and so is not this one."""
    if not each.nodes or any(node.has("THIS") for node in each.nodes):
        return False
    found = NAMED.search(account.words(*each.nodes).text)
    words = re.findall(r"\b(?:[A-Z]\w+|\d{4})\b", found["behind"]) if found else ()
    return any(word not in OWN for word in words)


def _is_some_other(node: Node) -> bool:
    """Whether an instrument is one that is not known yet ("by a military convention")."""
    return node.form == "charter" and node.has("A", "ANOTHER", "OTHER")


def is_un_charter(each: Subordinate, account: Account) -> bool:
    """The Charter by its name, or "the present Charter" where the United Nations are spoken of."""
    if any(node.has("UN_CHARTER") for node in each.nodes):
        return True
    if each.nodes and ARTICLE_51.search(account.text(*each.nodes)):
        return True
    charters = (node for node in each.nodes if node.form in ("charter", "names"))
    said = any("charter" in account.text(node) for node in charters)
    return said and "united nations" in account.context.citation.words.text.lower()
