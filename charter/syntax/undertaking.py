"""Verbs that look like modals: what is undertaken or agreed behind a modal is done."""

from charter.source import Span
from charter.syntax.tree import Node, Phrase

DOING = {"undertake": "COMMIT", "engage": "INVOLVED", "pledge": "GIVE", "promise": "GIVE"}
"""Words that bind by themselves, and what they are behind "shall" or "may"."""
STOPPING = frozenset({"verb", "finite", "term", "event", "asset", "interest", "opener", "frame"})
"""The forms of what does not stand between a modal and its verb."""
FARTHEST = 10


def done(row: tuple[Node, ...]) -> tuple[Node, ...]:
    """The row with "undertake" behind another modal as the verb that it is there.

    As in "may not, alone or with others, undertake any act of aggression".
    """
    found = [_verb(node) if _is_done(row, at) else node for at, node in enumerate(row)]
    for at in range(len(found) - 1, 0, -1):
        if _binds_twice(found[at - 1], found[at]):
            span = Span(found[at - 1].span.start, found[at].span.end)
            found[at - 1 : at + 1] = [Node("modal", found[at].parts, span)]
    return tuple(found)


def _binds_twice(first: Node, second: Node) -> bool:
    """Whether two modals are one duty ("shall undertake to")."""
    both = first.form == second.form == "modal" and first.name == "MUST"
    return both and second.phrases()[0].text.lower().endswith(" to")


def _is_done(row: tuple[Node, ...], at: int) -> bool:
    if row[at].form != "modal" or row[at].phrases()[0].text.lower() not in DOING:
        return False
    for before in range(at - 1, max(at - FARTHEST, -1), -1):
        if row[before].form == "modal":
            return True
        if row[before].form in STOPPING:
            return False
    return False


def _verb(node: Node) -> Node:
    said = node.phrases()[0]
    return Node("verb", (Phrase(DOING[said.text.lower()], said.text, said.span),), node.span)
