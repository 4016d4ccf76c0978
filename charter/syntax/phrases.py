"""What phrases are by their form and name: of who, finite, the conjunction "that"."""

from collections.abc import Sequence

from charter.syntax.tree import Node

FINITE = frozenset({"finite", "verb"})
PHRASES_OF_WHO = frozenset({"party", "pronoun", "names", "state", "group", "organ", "charter"})


def name_of(node: Node) -> str:
    """The name of the first phrase of a construct."""
    return node.name


def names_who(node: Node) -> bool:
    """Whether a phrase speaks of a party or a state, or stands for one alone ("the other")."""
    return node.form in PHRASES_OF_WHO or (node.form == "loose" and node.has("OTHER", "ANOTHER"))


def is_event_verb(row: Sequence[Node], at: int) -> bool:
    """Whether a phrase for an event is the verb of whoever stands before it ("X declares war")."""
    if row[at].form != "event" or len(row[at].parts) > 1 or not at or not names_who(row[at - 1]):
        return False
    kind = row[at].nodes()[0].phrases()[0]
    if kind.name in ("GO_TO_WAR", "UPON_WAR", "UPON_FORCE"):
        return True
    return kind.name in ("ATTACK", "BLOCKADE", "THREAT") and kind.text.lower().endswith("s")


def is_forum(row: Sequence[Node], at: int) -> bool:
    """Whether "before" names where a matter is brought ("bring the dispute before the Council")."""
    brought = any(name_of(node) == "SUBMIT" for node in row[max(0, at - 3) : at])
    return name_of(row[at]) == "BEFORE" and brought


def is_judgment(node: Node) -> bool:
    """Whether a phrase leaves something to somebody's judgment ("as it deems necessary")."""
    return node.name in ("JUDGMENT", "JUDGED")


def is_that(node: Node) -> bool:
    """Whether a phrase is the conjunction "that"."""
    return node.form == "loose" and node.phrases()[-1].text.lower() == "that"


def divides(node: Node) -> bool:
    """Whether a phrase may stand between two clauses."""
    return node.form in ("comma", "joint") or name_of(node) == "WHICH"


def leads(node: Node) -> bool:
    """Whether a phrase may open what stands before a subject."""
    return node.form in ("opener", "preposition", "formula") or node.form in FINITE


def before_parenthesis(row: Sequence[Node], head: int, following: int) -> int:
    """The last place before a head and what stands between commas in front of it.

    As in "each of them, in exercise of its right, will assist".
    """
    at = following - 1
    if row[at].form != "comma":
        return at
    before = next((n for n in range(at - 1, head, -1) if row[n].form == "comma"), None)
    if before is None or before - 1 <= head or not leads(row[before + 1]):
        return at
    return before - 1


def last_who(row: Sequence[Node], head: int) -> int | None:
    """The place of the phrase of who right before a head, adverbs passed over."""
    at = head - 1
    while at >= 0 and row[at].form == "formula":
        at -= 1
    return at if at >= 0 and names_who(row[at]) else None
