"""What is lent to a Party that is helped: troops, money, war material, one's soil, all one has."""

from collections.abc import Iterator

from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.means import MEANT
from charter.elaborate.parties import is_who
from charter.rules.pattern import MeansUse
from charter.rules.terms import Means
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

TROOPS = ("FORCES", "SHIPS", "AIRCRAFT")
SOIL = ("TERRITORY", "PORTS", "ROADS", "INFRASTRUCTURE", "COASTS")
LENDING = ("GIVE", "SEND", "PLACE", "ALLOW")
"""Verbs by which soil is lent; with any other it is what is defended, or where something is."""
MONEY = ("loan", "credit", "subsid", "money")
MATERIAL = ("arm", "munition", "weapon", "ammunition", "implements of war")


def sort_of_aid(node: Node) -> Means | None:
    """The means that stand in the words for help ("other assistance", "armed support", "arms")."""
    if any(phrase.text.lower() == "armed" for phrase in node.phrases("QUALITY")):
        return Means.ARMED_FORCE
    said = [phrase.text.lower() for phrase in node.phrases("AID")]
    if any(word in said[-1] for word in MONEY):
        return Means.FINANCIAL
    warlike = said[-1].startswith(MATERIAL) or "military" in said[-1] or "war " in said[-1]
    if warlike:
        return Means.MILITARY
    return Means.OTHER if node.has("OTHER") else None


def of_means(work: Clausework, node: Node) -> Means:
    """The means that a phrase for means stands for where it is itself what is given or used."""
    name = node.phrases()[-1].name
    whole = node.has("ANY", "ALL", "EVERY") or "entire" in work.account.text(node)
    if name in ("MEANS", "ALL_IN_ITS_POWER") and whole:
        return Means.ALL_MEANS
    return MEANT.get(name) or Means(name.lower())


def has_lent(work: Clausework, act: Act) -> bool:
    """Whether an act tells of troops, money, soil or means, as its object or behind "with"."""
    if any(act.covers(node) for node, _ in work.adverbials.means):
        return True
    return lends_soil(act) or any(
        _is_troops(act, at) or _is_wealth(node) or node.has("AMOUNT", "AID")
        for at, node in enumerate(act.nodes)
    )


def _is_wealth(node: Node) -> bool:
    """Whether a phrase for means tells of what can be given away: resources, funds, all one has."""
    peaceful = node.has("PEACEFUL_MEANS", "PROCEDURES", "POLITICAL", "OTHER_SORT")
    return node.form == "means" and not peaceful


def lends_soil(act: Act) -> bool:
    """Whether the use of a territory, of ports or of a way through is what is lent."""
    return any(_is_soil(node) for node in act.nodes)


def lend(work: Clausework, act: Act, *, soil: bool = True) -> None:
    """Note what is lent as means of the act, and take its words; soil only where it is lent."""
    for node, means in _uses(work, act):
        if work.account.is_free(node) and (soil or means is not Means.TERRITORY):
            work.account.take(node)
            use = MeansUse(means=means, words=work.account.words(node))
            work.adverbials.means.append((node, use))


def _uses(work: Clausework, act: Act) -> Iterator[tuple[Node, Means]]:
    soil = lends_soil(act) and act.name in LENDING
    if soil:
        work.account.take(*(n for n in act.nodes if name_of(n) == "USE" or _last(n) in TROOPS))
    for at, node in enumerate(act.nodes):
        if node.form == "event" and at and name_of(act.nodes[at - 1]) in ("ON", "RESIST"):
            break
        if _is_soil(node):
            yield node, Means.TERRITORY
        elif not soil and _is_troops(act, at):
            yield node, Means.ARMED_FORCE
            work.account.take(*_in_number(act, at))
        elif node.form == "term" and node.has("AMOUNT"):
            yield node, Means.FINANCIAL
        elif node.form == "means":
            yield node, of_means(work, node)


def _is_soil(node: Node) -> bool:
    if node.form == "term":
        return node.has("TERRITORY_USE")
    return _last(node) in SOIL


def _last(node: Node) -> str:
    """The name of what a phrase for a part of a state speaks of."""
    return node.phrases()[-1].name if node.form == "asset" else ""


def _is_troops(act: Act, at: int) -> bool:
    """Whether troops are what is lent, and not those of whoever is helped."""
    node = act.nodes[at]
    if _last(node) not in TROOPS:
        return False
    theirs = at + 2 < len(act.nodes) and name_of(act.nodes[at + 1]) == "OF"
    led = at > 0 and name_of(act.nodes[at - 1]) == "TO"
    return not (theirs and is_who(act.nodes[at + 2])) and not led


def _in_number(act: Act, at: int) -> list[Node]:
    """The number in front of troops that are of a number ("an army of thirty thousand men")."""
    before = act.nodes[at - 1 : at] if at else ()
    return [node for node in before if node.form == "loose" and node.has("COUNT", "NUMBER")]
