"""What is said of persons by the way: names for short, capacities, "each" behind its verb."""

from collections.abc import Sequence

from charter.source import Span
from charter.syntax.phrases import PHRASES_OF_WHO
from charter.syntax.tree import Node, Phrase

FLOATING = frozenset({"EACH", "BOTH", "ALL"})
"""Determiners that may stand apart from the persons they speak of ("they shall each …")."""
SHORT = ("hereinafter", "hereafter")
ENDINGS = ("s", "ies")
"""How a plural is written in brackets ("the Party(ies)")."""
LONGEST = 12


def floating(row: tuple[Node, ...]) -> tuple[Node, ...]:
    """The row with "each", "both" and "all" as adverbs where they stand at a verb."""
    return tuple(_adverb(row, at) if _floats(row, at) else row[at] for at in range(len(row)))


def _floats(row: Sequence[Node], at: int) -> bool:
    node = row[at]
    if node.form != "loose" or len(node.parts) > 1 or node.name not in FLOATING or not at:
        return False
    behind = row[at + 1] if at + 1 < len(row) else None
    before = row[at - 2] if row[at - 1].form == "comma" and at > 1 else row[at - 1]
    if behind is None:
        return False
    if before.form == "modal":
        return behind.form in ("verb", "formula") or behind.has("AID")
    return before.form in ("party", "names", "pronoun") and behind.form == "modal"


def _adverb(row: Sequence[Node], at: int) -> Node:
    (said,) = row[at].phrases()
    return Node("formula", (Phrase("FILLER", said.text, said.span),), row[at].span)


def asides(row: tuple[Node, ...]) -> tuple[Node, ...]:
    """The row with names for short, plurals in brackets and capacities of persons as adverbs."""
    found: list[Node] = []
    at = 0
    while at < len(row):
        end = _aside_end(row, at)
        if end > at:
            found.append(_formula(row[at:end]))
        else:
            found.append(row[at])
        at = max(end, at + 1)
    return tuple(found)


def _aside_end(row: Sequence[Node], at: int) -> int:
    """Where something said by the way ends that begins at a place; there, where nothing does."""
    if not at or row[at - 1].form not in PHRASES_OF_WHO:
        return at
    if _text(row[at]) == "(":
        return _bracket_end(row, at)
    return _capacity_end(row, at) if row[at].form == "comma" else at


def _bracket_end(row: Sequence[Node], at: int) -> int:
    close = (n for n in range(at, min(at + LONGEST, len(row))) if _text(row[n]) == ")")
    end = next(close, None)
    if end is None:
        return at
    within = [node for node in row[at + 1 : end] if node.form != "joint"]
    one = within[0] if len(within) == 1 else None
    plural = one is not None and (_text(one) in ENDINGS or one.form == row[at - 1].form)
    named = bool(within) and _text(within[0]).startswith(SHORT)
    return end + 1 if plural or named else at


def _capacity_end(row: Sequence[Node], at: int) -> int:
    """Where "as the guaranteeing Power" ends, between commas behind a name."""
    if row[at - 1].form != "names" or at + 3 >= len(row) or row[at + 3].form != "comma":
        return at
    as_what = row[at + 1].name == "AS" or _text(row[at + 1]) == "being"
    plain = row[at + 2].form in ("party", "state") and not row[at + 2].nodes()
    return at + 4 if as_what and plain else at


def _text(node: Node) -> str:
    phrases = node.phrases()
    return phrases[0].text.lower() if phrases else ""


def _formula(nodes: Sequence[Node]) -> Node:
    span = Span(nodes[0].span.start, nodes[-1].span.end)
    text = " ".join(phrase.text for node in nodes for phrase in node.phrases())
    return Node("formula", (Phrase("FILLER", text, span),), span)
