"""How far words reach that stand beside several events: "an unprovoked attack or threat of war"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charter.elaborate.ambiguity import VOWELS, Ambiguity, Way, is_or, joined, listed, said, trimmed
from charter.elaborate.events import is_event
from charter.elaborate.qualifiers import TRIGGERING
from charter.elaborate.scopes import place_in
from charter.elaborate.sentences import Read
from charter.elaborate.subordinates import split
from charter.source import Span
from charter.syntax.clauses import clauses, span_of
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


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
        if place := place_in(made, told.rest):
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
    rest = said(made, told.rest)
    return joined(said(made, told.lead), listed(items, "or"), rest, said(made, told.predicate))


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
