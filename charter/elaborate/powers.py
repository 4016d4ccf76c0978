"""What "the Power", "either country" and "another State" refer to."""

from charter.syntax.tree import Node


def power(node: Node) -> str:
    """What a phrase for a state refers to: a Party, several, an outsider."""
    said = {phrase.name for phrase in node.phrases()}
    tail = node.node("state_tail")
    if tail and tail.has("NOT_STRUCK"):
        return "other_parties"
    words = {
        word for phrase in node.phrases("STATE", "STATES") for word in phrase.text.lower().split()
    }
    power = words & {"power", "powers"} and not said & {"ANY", "ALL", "EVERY", "EACH"}
    several = "COUNT" in said and "ANY" in said
    outside = (
        power
        or several
        or said & {"THIRD", "ANOTHER", "OTHER"}
        or words & OUTSIDE
        or any(word.startswith("non-") for word in words)
    )
    if each := _each_of_the_powers(said, node):
        return each
    if one := _one_of_the_powers(said, words):
        return one
    if said <= {"THE", "OTHER", "STATE", "QUALITY", "TITLE"} and "OTHER" in said and not tail:
        return "other_parties" if "THE" in said and not words & OF_THE_WORLD else "third_state"
    if "ATTACKED" in said or (tail and tail.has("SO_ATTACKED") and not is_fighting(node)):
        return "attacked_party"
    if "COUNT" in said and said & {"THE", "THIS", "NEITHER_OF", "ALL_OF"} and not said & {"THIRD"}:
        return _of_the_powers(said)
    if tail and tail.has("OR_GROUP"):
        return "third_state" if said & {"THIRD", "ANOTHER", "OTHER"} else "state"
    if words == {"powers"} and said == {"THE", "STATES"} and not tail:
        return "the_parties"
    if outside or (tail and tail.has("NOT_A_PARTY")):
        return "third_state"
    return "state"


OUTSIDE = frozenset(
    {
        "european", "great", "outside", "external", "extraneous", "outsider", "neighbouring",
        "neighboring", "neighbour", "neighbours", "neighbor", "neighbors", "third-party",
    }
)  # fmt: skip
"""Words by which a state is an outsider."""


def _is_own(node: Node) -> bool:
    """Whether states are "theirs", the Parties' own."""
    said = {phrase.text.lower() for phrase in node.phrases("POSSESSIVE")}
    plain = {phrase.text.lower() for phrase in node.phrases("STATE", "STATES")}
    theirs = {"their", "its", "respective", "their respective", "their own"}
    return plain <= {"state", "states", "country", "countries", "nations"} and bool(said & theirs)


OF_THE_WORLD = frozenset({"european", "great", "american", "asian", "african", "neighbouring"})
"""Words for a sort of states that a Party need not be of."""


def _each_of_the_powers(said: set[str], node: Node) -> str | None:
    """What "neither country", "both countries" and "each of the two Powers" refer to."""
    if "POSSESSIVE" in said and said & {"ANY_OF", "EACH_OF"}:
        return "any_of_the_parties"
    if "NEITHER" in said or {"COUNT", "NEITHER_OF"} <= said:
        return "no_party"
    if {"COUNT", "EACH_OF"} <= said:
        return "each_party"
    if "COUNT" in said and said & {"ANY_OF", "ONE_OR_MORE"}:
        return "any_of_the_parties" if "ANY_OF" in said else "one_or_more_parties"
    own = said <= {"POSSESSIVE", "STATE", "STATES"} and _is_own(node)
    return "the_parties" if "BOTH" in said or own else None


def _one_of_the_powers(said: set[str], words: set[str]) -> str | None:
    """What "either Power", "one of the two Powers" and "one of the Great Powers" refer to."""
    if "EITHER" in said:
        return "a_party"
    if "ONE_OF" not in said or not said & {"THE", "COUNT", "POSSESSIVE"}:
        return None
    return "third_state" if "COUNT" not in said and words & OUTSIDE else "a_party"


def is_fighting(node: Node) -> bool:
    """Whether a phrase speaks of a state "engaged in hostilities"."""
    tails = (each for tail in node.nodes("state_tail") for each in tail.phrases("SO_ATTACKED"))
    words = [phrase.text.lower() for phrase in tails]
    return node.form == "state" and any("hostilities" in text for text in words)


def _of_the_powers(said: set[str]) -> str:
    """What "the two Powers" refers to, with what else stands before it."""
    if "NEITHER_OF" in said:
        return "no_party"
    return "other_parties" if "OTHER" in said else "the_parties"
