"""Names without their titles, and which of them are those of organs."""

from charter.syntax.tree import Node

ORGANS = frozenset(
    {
        "council", "committee", "commission", "assembly", "board", "secretariat", "organization",
        "organisation", "conference", "tribunal", "court", "bureau", "parliament", "congress",
        "secretary-general", "directorate", "presidium", "praesidium", "panel", "authority",
        "agency", "command", "mechanism", "executive",
    }
)  # fmt: skip
"""The last words of the names of organs."""


PAN_AMERICAN = ["pan", "american", "union"]


def is_named_organ(node: Node) -> bool:
    """Whether a name is one of an organ ("Joint Defence Council", "Pan American Union")."""
    words = [word.lower() for phrase in node.phrases("NAME") for word in phrase.text.split()]
    head = words[: words.index("of")] if "of" in words else words
    ends = (words[-1:], head[-1:])
    return any(ORGANS.issuperset(end) for end in ends if end) or words[-3:] == PAN_AMERICAN


def without_title(name: str) -> str:
    """A name without "Government" behind it, as it stands without "Emperor of" in front."""
    words = name.split()
    if len(words) > 1 and words[-1].lower() in ("government", "governments", "court", "cabinet"):
        words = words[:-1]
        while len(words) > 1 and words[0].lower() in ("imperial", "royal"):
            words = words[1:]
    return " ".join(words)
