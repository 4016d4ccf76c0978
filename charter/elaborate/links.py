"""Words that only carry on from an event to what is said of it: "which occurs", "committed by"."""

from collections.abc import Sequence

from charter.elaborate.places import AREA_PREPOSITIONS
from charter.syntax.phrases import is_that, name_of
from charter.syntax.tree import Node

CARRIED_ON_TO = frozenset(
    {"BY", "FROM", "ON", "BETWEEN", "DIRECTED", "COMMA", "WITH", *AREA_PREPOSITIONS}
)


def led_on(row: Sequence[Node], at: int) -> int:
    """Where words end that only carry on to a part of the tail ("which occurs", "committed by")."""
    end = at
    while end < len(row) and _carries_on(row[end]):
        end += 1
    if end == len(row) and end > at and _tells_no_more(row[end - 1]):
        return end
    if end == at or end >= len(row):
        return 0
    follows = name_of(row[end])
    if follows == "BEFALLS":
        return end
    if any(_brings_about(node) for node in row[at:end]):
        return end if follows in CARRIED_ON_TO else 0
    if follows == "DIRECTED":
        return end
    formulas = all(node.form == "formula" for node in row[at:end])
    if formulas and follows in ("COMMA", "AND") and end + 1 < len(row):
        return end if name_of(row[end + 1]) in CARRIED_BY_FORMULAS else 0
    return end if formulas and follows in CARRIED_BY_FORMULAS else 0


CARRIED_BY_FORMULAS = frozenset({"BY", "ON", "DIRECTED"})


MADE = frozenset(
    {
        "made", "brought to bear", "taken", "declared", "used", "employed", "imposed",
        "delivered", "attempted", "undertaken", "begun", "prepared", "organised",
        "organized", "supported", "established", "effected",
    }
)  # fmt: skip
"""Participles of verbs that only bring an event about ("war is declared by …")."""


def _is_made(node: Node) -> bool:
    return node.form == "verb" and node.phrases()[0].text.lower() in MADE


def _brings_about(node: Node) -> bool:
    return name_of(node) in ("COMMIT", "OCCUR") or _is_made(node)


def _tells_no_more(verb: Node) -> bool:
    """Whether a verb says of an event only that it happens ("hostilities commence")."""
    said = verb.phrases()[0].text.lower() if verb.phrases() else ""
    return name_of(verb) == "OCCUR" or said.startswith("commence")


def _carries_on(node: Node) -> bool:
    if name_of(node) == "COMMIT" and not _is_made(node):
        return node.phrases()[0].text.lower().endswith(("ed", "out", "commence", "commences"))
    if _is_made(node):
        return True
    return node.form in ("finite", "modal") or name_of(node) in (
        "FILLER", "SHOULD", "JOINTLY", "INDIVIDUALLY", "IN_COMMON",
    )  # fmt: skip


def which_may_arise(row: Sequence[Node], at: int) -> int:
    """How many phrases say of an event only that it may happen ("which may hereafter arise")."""
    if name_of(row[at]) != "WHICH" and not is_that(row[at]):
        return 0
    end = at + 1
    while end < len(row) and _only_says_when(row[end]):
        end += 1
    return end + 1 - at if end < len(row) and name_of(row[end]) == "OCCUR" else 0


def _only_says_when(node: Node) -> bool:
    """Whether a phrase in front of "arise" says no more than that it may, or has done so."""
    name = name_of(node)
    verbal = name in ("MAY", "MUST", "SHOULD") or node.form in ("finite", "formula")
    return verbal and name != "OCCUR"


def is_of_verb(node: Node) -> bool:
    """Whether a phrase may stand between a subject and the event it suffers or makes."""
    if node.form in ("finite", "verb", "preposition", "formula"):
        return True
    return name_of(node) in ("SHOULD", "A", "THE") and node.form in ("opener", "loose")


def impairs(node: Node) -> bool:
    """Whether a participle says what an event bears on ("an act of violence impairing …")."""
    text = node.phrases()[0].text.lower() if node.phrases() else ""
    return name_of(node) in ("AFFECT", "VIOLATE") and text.endswith("ing")
