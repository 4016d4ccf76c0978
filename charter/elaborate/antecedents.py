"""Which event words speak of that point back: "such an event", "in that event"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from charter.elaborate.ambiguity import Ambiguity, Way, joined, listed, said, trimmed
from charter.elaborate.events import is_event
from charter.elaborate.meaning import patterns
from charter.elaborate.qualifiers import TRIGGERING
from charter.elaborate.sentences import Read
from charter.elaborate.subordinates import split
from charter.rules.terms import Part
from charter.syntax.clauses import clauses, span_of
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

JOINT = re.compile(r",?\s+(?:or|and)$")
"""What joins a conditional to the next one."""
PLURAL = re.compile(r"^(?:either|both|these|those)\b|s$", re.IGNORECASE)
"""Words that point back at several events ("in either case", "in such cases")."""
FARTHEST = 3
"""How many events back a reference is taken to reach at most."""

NEAREST = "of the events told before, this one stands nearest."
FARTHER = "the article tells of this event too, and the words do not say which is meant."
SEVERAL = "these words speak of several events, and the article tells of these."
TOGETHER = "the sentence before tells of these events together."


@dataclass(frozen=True, slots=True)
class Spoken:
    """An event that an earlier sentence speaks of: its conditional, and what it is called."""

    words: str
    name: str


def antecedents(made: Read, earlier: Sequence[Read]) -> Iterator[Ambiguity]:
    """Each conditional that points back, where several events stand before it in the article."""
    found = _references(made) if earlier else []
    if not found:
        return
    before = [each for each in (_spoken(read) for read in reversed(earlier)) if each]
    events = list(chain.from_iterable(each[::-1] for each in before))[:FARTHEST]
    if len(events) > 1:
        for nodes, reference in found:
            yield _ambiguity(made, nodes, reference, before[0], events)


def _references(made: Read) -> list[tuple[tuple[Node, ...], Node]]:
    """The conditionals that point back, each with the words that do."""
    found: list[tuple[tuple[Node, ...], Node]] = [
        ((node,), node) for node in made.row if name_of(node) == "IN_THAT_CASE"
    ]
    if not any(map(_points_back, made.row)):
        return found
    for clause in clauses(made.row):
        for each in split(clause.leads, is_lead=True):
            events = [node for node in each.nodes if is_event(node)]
            is_trigger = each.opener is not None and each.name in TRIGGERING
            if is_trigger and len(events) == 1 and _points_back(events[0]):
                assert each.opener
                found.append(((each.opener, *trimmed(each.nodes)), events[0]))
    return found


def _points_back(node: Node) -> bool:
    """Whether a phrase names an event by pointing back at it."""
    same = any(kind.has("SAME_EVENT") for kind in node.nodes("kind"))
    return is_event(node) and (same or node.has("SUCH", "THIS"))


def _spoken(read: Read) -> tuple[Spoken, ...]:
    """The events of the conditionals of a sentence, in its order."""
    found: dict[str, Spoken] = {}
    for provision in read.provisions:
        for portion in provision.portions:
            words = portion.words
            if portion.part is not Part.TRIGGER or words.quotation:
                continue
            inside = [
                each
                for each in patterns(provision)
                if words.start <= each.words.start and each.words.end <= words.end
            ]
            kinds = dict.fromkeys(kind.replace("_", " ") for each in inside for kind in each.kinds)
            if kinds:
                said_of = JOINT.sub("", words.text)
                found.setdefault(said_of, Spoken(said_of, listed(list(kinds), "or")))
    return tuple(found.values())


def _ambiguity(
    made: Read,
    nodes: Sequence[Node],
    reference: Node,
    nearest: Sequence[Spoken],
    events: Sequence[Spoken],
) -> Ambiguity:
    words = said(made, [reference]).removeprefix("in ")
    names = [each.name for each in events]
    is_told_apart = len(set(names)) == len(names)
    ways = [
        Way(
            f"{words} is the {each.name if is_told_apart else each.words}",
            NEAREST if each == events[0] else FARTHER,
            _lowered(each.words),
        )
        for each in events
    ]
    if len(nearest) > 1 and set(nearest) <= set(events):
        ways.append(Way(f"{words} is any event of the sentence before", TOGETHER, _any(nearest)))
    if PLURAL.search(words):
        ways.append(Way(f"{words} is any event told before", SEVERAL, _any(events[::-1])))
    return Ambiguity(span_of(nodes), tuple(ways), is_of_events=True)


def _any(events: Sequence[Spoken]) -> str:
    return joined(", or ".join(_lowered(each.words) for each in events))


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
