"""Rights that are granted: "X grants Y the right to …" says what Y may do."""

from collections.abc import Sequence
from dataclasses import dataclass

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


AROUND = frozenset({"TO", "ACCEPT", "FILLER"})
ACCEPTED = frozenset({"accepts", "accept"})
"""Phrases that may stand around the one who is granted a right ("grants, and Y accepts, …")."""


@dataclass(frozen=True, slots=True)
class Grant:
    """Who is granted something, none where they grant it each other, and where it begins."""

    whom: tuple[Node, ...]
    begin: int


def granted(head: Node, body: Sequence[Node]) -> Grant | None:
    """The grant that a head and what follows it make, or none where they grant no right."""
    text = head.phrases()[0].text.lower() if head.form == "verb" else ""
    if text not in GRANTING | ALLOWING:
        return None
    to = next((n for n in range(1, len(body) - 1) if _begins(body, n, text)), None)
    if to is None or body[to + 1].form == "loose":
        return None
    row = body[: to - 1] if text in GRANTING else body[:to]
    whom = tuple(node for node in row if _is_whom(node))
    mutual = any(node.form == "mutual" for node in row)
    rest = (node for node in row if node not in whom and node.form not in JOINING)
    if (not whom and not mutual) or not all(map(_is_around, rest)):
        return None
    return Grant(whom, to + 1)


JOINING = frozenset({"comma", "joint", "mutual"})


def _begins(body: Sequence[Node], at: int, text: str) -> bool:
    """Whether "to" opens here what is granted: "the right to", "permission to"."""
    if name_of(body[at]) != "TO":
        return False
    return text in ALLOWING or body[at - 1].has("RIGHTS") or _says(body[at - 1]) in LEAVE


LEAVE = frozenset({"permission", "leave", "faculty"})


def _is_around(node: Node) -> bool:
    return name_of(node) in AROUND or _says(node) in ACCEPTED


def _says(node: Node) -> str:
    return node.phrases()[-1].text.lower() if node.phrases() else ""


def _is_whom(node: Node) -> bool:
    return node.form in PHRASES_OF_WHO or (node.form == "loose" and node.has("OTHER"))


def may(last: Node) -> Node:
    """The modal that such words amount to."""
    text = last.phrases()[-1].text
    span = Span(last.span.start, last.span.end)
    return Node("modal", (Phrase("MAY", text, span),), span)
