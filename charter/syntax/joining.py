"""Phrases that belong to one person, made one: a row as it is parsed to the row as it is read.

The grammar knows the nouns for states, parties and organs; which adjectives stand before them and
what is said behind to tell one side from the other is put together here. A word that nobody knows
stays unread within the phrase, which is read for the rest ("the sisterly Republic").
"""

from collections.abc import Callable, Sequence

from charter.source import Span
from charter.syntax.asides import asides, floating
from charter.syntax.offices import belonging, depositaries, organs, realms
from charter.syntax.sides import alone, latter, parted, sides, victims
from charter.syntax.tree import Node, Phrase
from charter.syntax.undertaking import done

DESCRIBED = frozenset({"party", "state", "names", "organ"})
"""The forms of what an adjective may stand before."""
HARMLESS = frozenset(
    {
        "august", "illustrious", "noble", "united", "unified", "reunited", "reunified", "new",
        "brotherly", "fraternal", "sisterly", "sister", "great", "free", "respected",
        "undersigned", "independent", "sovereign", "peace-loving", "associated", "reconstituted",
        "re-established", "restored", "federal", "imperial", "royal", "newly",
        "guarantor", "aforenamed",
    }
)  # fmt: skip
"""Adjectives that say nothing of who is meant."""
REST = frozenset({"remaining", "rest"})
"""Adjectives for all but those spoken of."""
STRUCK = frozenset(
    {
        "threatened", "menaced", "invaded", "injured", "aggrieved", "affected", "victimised",
        "victimized", "victim", "endangered", "imperilled", "afflicted", "stricken", "requesting",
        "blockaded", "occupied", "molested", "offended", "wronged", "suffering",
    }
)  # fmt: skip
"""Participles for the one that an event befalls."""


def joined(row: tuple[Node, ...]) -> tuple[Node, ...]:
    """The row with phrases that belong to one person made one."""
    for step in STEPS:
        row = step(row)
    return row


def described(row: tuple[Node, ...]) -> tuple[Node, ...]:
    """The row with adjectives joined to the noun that they stand before."""
    found: list[Node] = []
    at = 0
    while at < len(row):
        end = _noun(row, at)
        found.append(_with_adjectives(row[at:end]) if end > at + 1 else row[at])
        at = max(end, at + 1)
    return tuple(found)


def _noun(row: Sequence[Node], at: int) -> int:
    """Where the noun ends that determiners at a place stand before, adjectives between; or here."""
    if row[at].form != "loose":
        return at
    step = at + 1
    while step < min(at + 3, len(row)) and _adjective(row[step]):
        step += 1
    if step == at + 1 or step == len(row) or not _is_bare(row[step]):
        return at
    proper = row[step].form == "names" and any(each.name == "OTHER" for each in row[at].phrases())
    return at if proper else step + 1


def _adjective(node: Node) -> str:
    """What an adjective is to the noun behind it, by name; nothing where a phrase is none."""
    if node.form not in ("unread", "verb") or len(node.parts) > 1:
        return ""
    word = node.phrases()[0].text
    if word in STRUCK:
        return "ATTACKED"
    if word == "guaranteeing":
        return "QUALITY"
    if node.form == "verb" or not (word.islower() and word.replace("-", "").isalpha()):
        return ""
    if word in REST:
        return "OTHER"
    return "QUALITY" if word in HARMLESS else "" if word.endswith("s") else "UNREAD"


def _is_bare(node: Node) -> bool:
    """Whether a noun has no determiner of its own."""
    nouns = ("PARTY", "PARTIES", "STATE", "STATES", "NAME", "ORGAN")
    return node.form in DESCRIBED and node.name in nouns


def _with_adjectives(nodes: Sequence[Node]) -> Node:
    first, *adjectives, noun = nodes
    said = [Phrase(_adjective(node), node.phrases()[0].text, node.span) for node in adjectives]
    span = Span(first.span.start, noun.span.end)
    return Node(noun.form, (*first.parts, *said, *noun.parts), span)


STEPS: tuple[Callable[[tuple[Node, ...]], tuple[Node, ...]], ...] = (
    parted, described, belonging, asides, floating, alone, victims, organs,
    realms, depositaries, sides, latter, done,
)  # fmt: skip
"""What is made one, in this order."""
