"""One side and the other: what tells a person apart behind its name, and who "the latter" is."""

from collections.abc import Sequence

from charter.source import Span
from charter.syntax.phrases import PHRASES_OF_WHO
from charter.syntax.tree import Node, Phrase

SIDE_BEGINS = ("on the one ", "of the one ", "on one ", "of the first ", "as party of the one ")
SIDE_GOES_ON = ("on the other", "of the other", "of the second")


def sides(row: tuple[Node, ...]) -> tuple[Node, ...]:
    """The row with "on the one hand … on the other" joined to the persons before them."""
    first = next((n for n, node in enumerate(row) if _says(node).startswith(SIDE_BEGINS)), None)
    if first is None:
        return row
    found: list[Node] = list(row[:first])
    at = first
    while at < len(row):
        end = _side_end(row, at)
        whom = _whom(found)
        if end == at or whom is None:
            found.append(row[at])
            at += 1
            continue
        del found[whom + 1 :]
        found[whom] = _at_side(found[whom], row[at:end])
        at = end + 1 if end < len(row) and row[end].form == "comma" else end
    return tuple(found)


def _says(node: Node) -> str:
    return node.phrases()[0].text.lower() if node.form == "formula" else ""


def _side_end(row: Sequence[Node], at: int) -> int:
    """Where the words for a side that begin at a place end; there, where none do."""
    if _says(row[at]).startswith((*SIDE_BEGINS, *SIDE_GOES_ON)):
        return at + 1
    behind = row[at + 1] if at + 1 < len(row) else None
    alone = behind is not None and behind.form == "loose" and behind.phrases()[-1].name == "OTHER"
    return at + 2 if row[at].name == "ON" and alone else at


def _whom(found: Sequence[Node]) -> int | None:
    """The person right before the words for a side, a comma between them passed over."""
    at = len(found) - 1
    if at >= 0 and found[at].form == "comma":
        at -= 1
    return at if at >= 0 and found[at].form in PHRASES_OF_WHO else None


def _at_side(whom: Node, words: Sequence[Node]) -> Node:
    span = Span(words[0].span.start, words[-1].span.end)
    text = " ".join(phrase.text for node in words for phrase in node.phrases())
    said = Node("side", (Phrase("SIDE", text, span),), span)
    return Node(whom.form, (*whom.parts, said), Span(whom.span.start, span.end))


BEGINNING = frozenset({"THE", "A", "ALL", "EVERY", "ANY", "POSSESSIVE", "NO", "EACH"})
"""Determiners that begin a phrase of their own behind "the other"."""


def parted(row: tuple[Node, ...]) -> tuple[Node, ...]:
    """The row with "the other" parted from what it is given ("afford the other all its aid")."""
    return tuple(part for node in row for part in _parts(node))


def _parts(node: Node) -> tuple[Node, ...]:
    names = [part.name for part in node.parts]
    at = next((n for n in range(1, len(names)) if _begins_anew(names, n)), None)
    if at is None:
        return (node,)
    other, rest = node.parts[:at], node.parts[at:]
    return (
        Node("loose", other, Span(node.span.start, other[-1].span.end)),
        Node(node.form, rest, Span(rest[0].span.start, node.span.end)),
    )


def _begins_anew(names: Sequence[str], at: int) -> bool:
    """Whether a determiner begins a phrase of its own behind those before it."""
    if names[at] not in BEGINNING:
        return False
    before = names[at - 1]
    return (before == "OTHER" and "THE" in names[:at]) or (before == "ATTACKED" and at == 1)


def latter(row: tuple[Node, ...]) -> tuple[Node, ...]:
    """The row with "the former" and "the latter" as the two that are named before them."""
    found: list[Node] = []
    for node in row:
        meant = _meant(node, found) if node.name == "LATTER" else None
        if meant is not None:
            kind, form = ("NAME", "names") if meant else ("UNREAD", "unread")
            told = meant or node.phrases()[0].text
            found.append(Node(form, (Phrase(kind, told, node.span),), node.span))
            continue
        found.append(node)
    return tuple(found)


def _meant(node: Node, before: Sequence[Node]) -> str | None:
    """Which of two that are named before a pronoun means; no name where it could be several."""
    persons = (n for n, each in enumerate(before) if each.form == "names")
    told = (before[n] for n in persons if not _is_place(before, n))
    names = [p.text for each in told for p in each.phrases("NAME")]
    two = list(dict.fromkeys(names))
    is_latter = "latter" in node.phrases()[0].text.lower()
    if len(two) == 2:
        return two[is_latter]
    return "" if two[2:] else None


def _is_place(row: Sequence[Node], at: int) -> bool:
    """Whether a name is one of a place ("the port of Lagos")."""
    return at > 1 and row[at - 1].name == "OF" and row[at - 2].form in ("asset", "area")


ALONE = {
    "ONE_OF": "ONE_OF_THEM",
    "EACH": "EACH_OF_THEM",
    "BOTH": "ALL_OF_THEM",
    "NEITHER": "NEITHER_OF_THEM",
    "EITHER": "ONE_OF_THEM",
}
"""Determiners that may stand for a person where nothing follows but a verb."""


def alone(row: tuple[Node, ...]) -> tuple[Node, ...]:
    """The row with "each" or "neither" before a verb that says what is done as a pronoun."""
    return tuple(_pronoun(row, at) for at in range(len(row)))


def victims(row: tuple[Node, ...]) -> tuple[Node, ...]:
    """The row with "the victim" as a party where that is no verb's ("to the aid of the victim")."""
    return tuple(_victim(row, at) for at in range(len(row)))


BEFORE_A_VICTIM = ("OF", "TO", "AID", "GIVE", "GO_TO_AID", "AIDING", "DEFEND", "REPORT")
"""What stands before "the victim" where that is a person."""


def _victim(row: Sequence[Node], at: int) -> Node:
    node = row[at]
    if node.name != "VICTIM" or not at or row[at - 1].name not in BEFORE_A_VICTIM:
        return node
    behind = row[at + 1].name if at + 1 < len(row) else ""
    text = node.phrases()[0].text
    if behind == "OF" or not text.lower().endswith("victim"):
        return node
    the = Phrase("THE", text, node.span)
    return Node("party", (the, Phrase("PARTY", "party", node.span)), node.span)


def _pronoun(row: Sequence[Node], at: int) -> Node:
    node = row[at]
    if node.form != "loose" or len(node.parts) > 1 or node.name not in ALONE:
        return node
    behind = next((each for each in row[at + 1 :] if each.form not in ("formula", "comma")), None)
    (said,) = node.phrases()
    forms = ("finite",) if said.text.lower() == "one" else ("modal", "finite")
    if behind is None or behind.form not in forms or said.text.lower().endswith(" of"):
        return node
    return Node("pronoun", (Phrase(ALONE[said.name], said.text, said.span),), node.span)
