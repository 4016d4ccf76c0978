"""How far words about events reach: "and" among interests, a quality, a place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charter.elaborate.ambiguity import (
    VOWELS,
    Ambiguity,
    Way,
    is_or,
    joined,
    listed,
    said,
    trimmed,
)
from charter.elaborate.events import is_event
from charter.elaborate.parties import is_who
from charter.elaborate.places import AREA_PREPOSITIONS
from charter.elaborate.qualifiers import TRIGGERING
from charter.elaborate.sentences import Read
from charter.elaborate.subordinates import split
from charter.source import Span
from charter.syntax.clauses import clauses, span_of
from charter.syntax.heads import name_of
from charter.syntax.tree import Node

# ------------------------------------------------------------------ "and" among interests


def interests(made: Read, _: Sequence[Read]) -> Iterator[Ambiguity]:
    """Each list of interests joined by "and" that one event infringes: all of them, or any one."""
    for run in _runs(made.row):
        found = [node for node in run if node.form == "interest"]
        joints = [node for node in run if node.form == "joint"]
        if len(found) > 1 and joints and not any(map(is_or, joints)):
            yield _interests(made, run, len(found))


def _runs(row: Sequence[Node]) -> Iterator[tuple[Node, ...]]:
    """The runs of interests and what joins them, each from its first interest to its last."""
    run: list[Node] = []
    for node in (*row, None):
        if node is not None and (
            node.form == "interest" or (run and node.form in ("comma", "joint"))
        ):
            run.append(node)
            continue
        while run and run[-1].form != "interest":
            run.pop()
        if run:
            yield tuple(run)
        run = []


def _interests(made: Read, run: Sequence[Node], number: int) -> Ambiguity:
    start = run[0].phrases()[-1].span.start
    span = Span(start, run[-1].span.end)
    text = made.context.wording.text
    parts = [
        "or" if node.form == "joint" else text[max(node.span.start, start) : node.span.end]
        for node in run
    ]
    many, one = ("both", "either") if number == 2 else ("all", "any one")
    noun = "interest" if number == 2 else "interest of them"
    return Ambiguity(
        span,
        (
            Way(
                f"{many} interests",
                "the words say “and”, so an event must infringe them together.",
                " ".join(text[span.start : span.end].split()),
            ),
            Way(
                f"{one} {noun}",
                "the clause protects each interest, and “and” only lists them.",
                joined(*parts),
            ),
        ),
    )


# ------------------------------------------------------------------ a quality, a place


@dataclass(frozen=True, slots=True)
class Told:
    """A list of events with the words around it that would be said of each by itself."""

    lead: tuple[Node, ...]
    items: tuple[tuple[Node, ...], ...]
    rest: tuple[Node, ...]
    predicate: tuple[Node, ...] = ()

    @property
    def span(self) -> Span:
        """The stretch of the sentence that it covers."""
        return span_of((*self.lead, *self.items[0], *self.items[-1], *self.rest, *self.predicate))


def qualities(made: Read, _: Sequence[Read]) -> Iterator[Ambiguity]:
    """Each "unprovoked" before the first of several events: said of that one, or of all."""
    for told in _told(made):
        first, *others = told.items
        if _is_unprovoked(first) and not any(map(_is_unprovoked, others)):
            yield _quality(made, told)


def places(made: Read, _: Sequence[Read]) -> Iterator[Ambiguity]:
    """Each place behind several events: that of all of them, or of the last."""
    for told in _told(made):
        if place := _place(told.rest):
            yield _of_events(made, told, place)


def _told(made: Read) -> Iterator[Told]:
    """The lists of events joined by "or" in the conditionals and subjects of a sentence."""
    if not any(map(is_or, made.row)):
        return
    for clause in clauses(made.row):
        for row, is_lead in ((clause.leads, True), (trimmed(clause.body), False)):
            for each in split(row, is_lead=is_lead):
                if each.opener and each.name in TRIGGERING:
                    yield from _list((each.opener,), trimmed(each.nodes))
        if clause.subject and is_event(clause.subject[0]):
            yield from _list((), clause.subject, (clause.head, *trimmed(clause.body)))


def _list(
    lead: tuple[Node, ...], nodes: Sequence[Node], predicate: tuple[Node, ...] = ()
) -> Iterator[Told]:
    """The first list of events in a run of phrases."""
    start = next((n for n, node in enumerate(nodes) if is_event(node)), None)
    if start is None:
        return
    items, stop = _items(nodes, start)
    if len(items) > 1 and any(map(is_or, nodes[start:stop])):
        yield Told((*lead, *nodes[:start]), items, tuple(nodes[stop:]), predicate)


def _items(nodes: Sequence[Node], at: int) -> tuple[tuple[tuple[Node, ...], ...], int]:
    """The events of the list that begins at a place, and where it ends."""
    items: list[tuple[Node, ...]] = []
    stop = at
    while (end := _item(nodes, at)) is not None:
        items.append(tuple(nodes[at:end]))
        at = stop = end
        while at < len(nodes) and nodes[at].form in ("comma", "joint"):
            at += 1
        if at == stop:
            break
    return tuple(items), stop


def _item(nodes: Sequence[Node], at: int) -> int | None:
    """Where an event of a list ends that begins at a place; "threat of war" is one."""
    if at >= len(nodes) or not is_event(nodes[at]):
        return None
    end = at + 1
    while end + 1 < len(nodes) and name_of(nodes[end]) == "OF" and is_event(nodes[end + 1]):
        end += 2
    return end


def _is_unprovoked(item: Sequence[Node]) -> bool:
    return any(node.has("UNPROVOKED") for node in item)


def _quality(made: Read, told: Told) -> Ambiguity:
    first, *others = told.items
    alone = [said(made, item) for item in others]
    quality = first[0].phrases("UNPROVOKED")[0].text.lower()
    too = [_with(quality, words) for words in alone]
    names = [_bare(made, item) for item in told.items]
    return Ambiguity(
        told.span,
        (
            Way(
                f"{quality} goes with {listed(names)}",
                f"“{quality}” opens a list of events, so it goes with each of them.",
                _once(made, told, [said(made, first), *too]),
            ),
            Way(
                f"{quality} goes with {names[0]} only",
                f"“{quality}” stands next to the first event, and is not said again.",
                _apart(made, told, [said(made, first)], alone),
            ),
        ),
    )


def _of_events(made: Read, told: Told, place: Sequence[Node]) -> Ambiguity:
    *before, last = [said(made, item) for item in told.items]
    names = [_bare(made, item) for item in told.items]
    bare = Told(told.lead, told.items, _without(told.rest, place), told.predicate)
    where = said(made, place)
    with_place = _alone(made, told, last)
    return Ambiguity(
        told.span,
        (
            Way(
                f"{where} goes with {listed(names)}",
                "the place stands behind a list of events, so it goes with each of them.",
                joined(_alone(made, told, *before), ", or", with_place),
            ),
            Way(
                f"{where} goes with {names[-1]} only",
                "the place stands next to the last event, and nothing carries it further.",
                joined(_alone(made, bare, *before), ", or", with_place),
            ),
        ),
    )


def _place(rest: Sequence[Node]) -> tuple[Node, ...]:
    """The phrases of place among those behind an event."""
    for at, node in enumerate(rest):
        end = at + 1
        while end < len(rest) and rest[end].form == "loose":
            end += 1
        if name_of(node) in AREA_PREPOSITIONS and end < len(rest) and rest[end].form == "area":
            return tuple(rest[at : end + 1])
    return ()


def _without(nodes: Sequence[Node], left_out: Sequence[Node]) -> tuple[Node, ...]:
    places = {node.span.start for node in left_out}
    return tuple(node for node in nodes if node.span.start not in places)


def _once(made: Read, told: Told, items: Sequence[str]) -> str:
    """The list with other words for its events, all else as it stands."""
    return joined(
        said(made, told.lead),
        listed(items, "or"),
        said(made, told.rest),
        said(made, told.predicate),
    )


def _apart(made: Read, told: Told, first: Sequence[str], others: Sequence[str]) -> str:
    """What is said of the list, said of its first events and then of the others."""
    between = ", and" if told.predicate else ", or"
    rest = [_determined(words, first[0]) if told.predicate else words for words in others]
    return joined(_alone(made, told, *first), between, _alone(made, told, *rest))


def _alone(made: Read, told: Told, *items: str) -> str:
    """What is said of the list, said of some of its events."""
    said_of = [" ".join(said(made, [node]) for node in told.rest), said(made, told.predicate)]
    return joined(said(made, told.lead), listed(items, "or"), *said_of)


def _bare(made: Read, item: Sequence[Node]) -> str:
    """The name of an event without what stands before it."""
    kind = item[0].nodes("kind")[0]
    span = Span(kind.span.start, item[-1].span.end)
    return " ".join(made.context.wording.text[span.start : span.end].split())


def _with(quality: str, words: str) -> str:
    """An event with a quality, behind its determiner if it has one."""
    first, _, rest = words.partition(" ")
    if first.lower() in ("a", "an") and rest:
        return f"{_article(quality)} {quality} {rest}"
    return f"{first} {quality} {rest}" if first.lower() == "any" else f"{quality} {words}"


def _determined(words: str, like: str) -> str:
    """An event with a determiner such as another has."""
    first = like.partition(" ")[0].lower()
    if first == "any":
        return words if words.lower().startswith(("a ", "an ", "any ")) else f"any {words}"
    is_alone = not words.lower().startswith(("a ", "an ", "any "))
    return f"{_article(words)} {words}" if first in ("a", "an") and is_alone else words


def _article(words: str) -> str:
    return "an" if words.lower().startswith(VOWELS) else "a"


# ------------------------------------------------------------------ where, or which Parties


def whereabouts(made: Read, _: Sequence[Read]) -> Iterator[Ambiguity]:
    """Each place behind whom an event strikes: where it happens, or which Parties are meant."""
    row = made.row
    for at, node in enumerate(row):
        if name_of(node) != "ON" or not _strikes(row, at):
            continue
        end = at + 1
        while end < len(row) and is_who(row[end]):
            end += 1
        place = _place(row[end : end + 4])
        if end > at + 1 and place and place[0] is row[end]:
            yield _whereabouts(made, row[at:end], place)


def _strikes(row: Sequence[Node], at: int) -> bool:
    """Whether an event stands before "against", with no more than its verb between."""
    before = [node for node in row[max(0, at - 3) : at] if node.form not in ("finite", "opener")]
    return bool(before) and (is_event(before[-1]) or name_of(before[-1]) == "OCCUR")


def _whereabouts(made: Read, target: Sequence[Node], place: Sequence[Node]) -> Ambiguity:
    whom, where = said(made, target), said(made, place)
    return Ambiguity(
        span_of((*target, *place)),
        (
            Way(
                f"{where} says where the event happens",
                "a place says where what is told of happens, unless the words put it elsewhere.",
                f"{where} {whom}",
            ),
            Way(
                f"{where} says which Parties are meant",
                "the place stands next to the Parties, and says which of them are protected.",
                f"{whom} situated {where}",
            ),
        ),
    )
