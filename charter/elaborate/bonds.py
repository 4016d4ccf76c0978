"""What binds a Party or is guaranteed to it, so that it can be broken."""

from collections.abc import Sequence

from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def as_breach(kinds: Sequence[str]) -> tuple[str, ...]:
    """The kinds of an event, a violation being the breach of what binds or is guaranteed."""
    return tuple("infraction" if kind == "infringement" else kind for kind in kinds)


def treaty_at(row: Sequence[Node], at: int) -> int:
    """Where the words for what binds end ("the provisions of this Treaty"); nought if none do."""
    binds = ("OBLIGATIONS", "DUTY", "PURPOSE", "RIGHTS")
    if at + 2 < len(row) and name_of(row[at + 1]) == "OF" and row[at + 2].form == "charter":
        said = row[at].phrases()[0].text.lower() if row[at].form == "unread" else ""
        if row[at].has(*binds) or said in ("provisions", "terms", "stipulations", "principles"):
            return at + 3
    if at < len(row) and row[at].form == "loose":
        return treaty_at(row, at + 1)
    return at + 1 if at < len(row) and row[at].form in ("charter", "article") else 0


def is_status(what: Sequence[Node]) -> bool:
    """Whether what is violated is the status of a state, not its soil: its neutrality or such."""
    return bool(what) and all(
        (node.form in ("interest", "joint", "comma") and not _is_line(node))
        or node.has("NEUTRALITY")
        for node in what
    )


def _is_line(node: Node) -> bool:
    """Whether an interest is a frontier, which one crosses and does not break."""
    said = (phrase.text.lower() for phrase in node.phrases("OTHER_INTEREST"))
    return any("frontier" in text or "border" in text for text in said)


def binds(node: Node) -> bool:
    """Whether a phrase names what binds a Party, so that it can be broken."""
    return node.form in ("charter", "article") or node.has("OBLIGATIONS", "DUTY", "PURPOSE")
