"""Conditions told by an inversion: "were X to be attacked" is "should X be attacked"."""

from collections.abc import Sequence

from charter.syntax.phrases import names_who
from charter.syntax.tree import Node, Phrase

VERBS = {"were": "", "had": "been"}
"""The verbs that stand in front of their subject for "if", with the word that must follow."""


def with_conjunctions(row: tuple[Node, ...]) -> tuple[Node, ...]:
    """A row of phrases with each inverted verb as the conjunction that it stands for."""
    if not any(_text(node) in VERBS for node in row if node.form == "finite"):
        return row
    return tuple(_should(node) if _inverts(row, at) else node for at, node in enumerate(row))


def _text(node: Node) -> str:
    return node.phrases()[0].text.lower() if node.phrases() else ""


def _inverts(row: Sequence[Node], at: int) -> bool:
    """Whether a verb stands in front of its subject: "were one of the Parties to be attacked"."""
    if row[at].form != "finite" or _text(row[at]) not in VERBS or at + 2 >= len(row):
        return False
    begins = not at or row[at - 1].form in ("comma", "modal", "joint")
    if not begins or not (names_who(row[at + 1]) or row[at + 1].form in ("asset", "interest")):
        return False
    end = next((n for n in range(at, len(row)) if row[n].form == "comma"), len(row))
    rest = row[at + 2 : end]
    asked = VERBS[_text(row[at])]
    if asked:
        return any(_text(node) == asked for node in rest)
    return any(node.name == "TO" for node in rest) or rest[0].form in ("verb", "loose")


def _should(node: Node) -> Node:
    (verb,) = node.phrases()
    return Node("opener", (Phrase("SHOULD", verb.text, verb.span),), node.span)
