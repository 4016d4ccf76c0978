"""Rights that are granted: "X grants Y the right to …" says what Y may do."""

from collections.abc import Sequence

from charter.source import Span
from charter.syntax.phrases import PHRASES_OF_WHO, name_of
from charter.syntax.tree import Node, Phrase

GRANTING = frozenset({"grant", "grants", "accord", "accords", "concedes", "concede", "gives"})
ALLOWING = frozenset(
    {
        "authorise", "authorises", "authorize", "authorizes", "permits", "permit", "allows",
        "empowers", "empower",
    }
)  # fmt: skip


def granted(head: Node, body: Sequence[Node]) -> tuple[int, int, int] | None:
    """Where those who are granted something begin and end, and where what they may do begins.

    None where a head grants no right.
    """
    text = head.phrases()[0].text.lower() if head.form == "verb" else ""
    if text not in GRANTING | ALLOWING:
        return None
    start = 1 if body and name_of(body[0]) == "TO" else 0
    end = start
    while end < min(len(body), start + 6) and _is_whom(body[end]):
        end += 1
    if end == start or body[start].form not in PHRASES_OF_WHO:
        return None
    step = end
    if text in GRANTING:
        if step >= len(body) or not body[step].has("RIGHTS"):
            return None
        step += 1
    does = step + 1 < len(body) and name_of(body[step]) == "TO" and body[step + 1].form != "loose"
    return (start, end, step + 1) if does else None


def _is_whom(node: Node) -> bool:
    return node.form in PHRASES_OF_WHO or node.form in ("joint", "comma")


def may(last: Node) -> Node:
    """The modal that such words amount to."""
    text = last.phrases()[-1].text
    span = Span(last.span.start, last.span.end)
    return Node("modal", (Phrase("MAY", text, span),), span)
