"""Names in a scenario: of actors, places, charters and events, and what each stands for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from charter.dates import Day
from charter.scenario import register
from charter.scenario.model import Actor, Sort
from charter.source import Span
from charter.suggest import did_you_mean, listed
from charter.syntax.tree import Node, Phrase


@dataclass(frozen=True, slots=True)
class CharterNames:
    """What a scenario may say of a charter: its names, and the names of what is in it.

    ``name`` is the charter's own in claims; ``aliases`` are its title and short name; ``articles``
    are the numbers of its articles and of their paragraphs ("8", "8(3)"). With no ``articles`` or
    ``readings`` given, any number and any name passes. ``signed`` holds the day on which each party
    signed that has not acceded.
    """

    name: str
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    signed: Mapping[str, Day] = field(default_factory=lambda: MappingProxyType({}))


ResolveCharter = Callable[[str, Path], CharterNames]
"""Finds a charter by its library name or a path from a folder; raises ``Refused`` otherwise."""


class Mistake(Exception):
    """What is wrong with a sentence; raised in reading one, gathered with those of the others."""

    def __init__(self, code: str, message: str, *spans: Span, help: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.spans = spans
        self.help = help


def said_twice(first: Span, second: Span) -> Mistake:
    """The mistake of saying something twice in one sentence."""
    return Mistake("C319", "this is said twice", first, second, help="say it once")


def plain(text: str) -> str:
    """A name on one line; an event's name begins with a small letter.

    >>> plain("The  first\\n raid")
    'the first raid'
    """
    words = " ".join(text.split())
    return "t" + words[1:] if words.startswith("The ") else words


@dataclass(slots=True)
class Names:
    """All names that one case may use.

    ``actors`` grows as actors of the register are named; ``declared`` holds what each name that the
    scenario itself gives stands for.
    """

    charters: tuple[CharterNames, ...]
    actors: dict[str, Actor] = field(default_factory=dict)
    declared: dict[str, str] = field(default_factory=dict)
    places: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for each in self.parties:
            self.add(register.find(each) or Actor(each, Sort.STATE), each)

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties to the charters, each once."""
        return tuple(dict.fromkeys(name for each in self.charters for name in each.parties))

    def add(self, actor: Actor, name: str) -> None:
        """Let a name stand for an actor from now on."""
        self.actors[actor.name] = actor
        self.declared[name] = actor.name

    def declare(self, name: str, sort: Sort) -> None:
        """Let a name stand for an actor of a sort; one of the register keeps its codes."""
        known = register.find(name)
        self.add(known if known and known.sort is sort else Actor(name, sort), name)

    def actor(self, node: Node) -> str:
        """The canonical name of the actor that a name stands for."""
        (phrase,) = node.phrases("NAME")
        name = plain(phrase.text)
        if name in self.declared:
            return self.declared[name]
        known = register.find(name)
        if known is None or self._is_place(name):
            raise Mistake(
                "C310", f"nobody is known as `{name}`", phrase.span, help=self._meant(name)
            )
        self.actors.setdefault(known.name, known)
        return known.name

    def each_actor(self, node: Node) -> tuple[str, ...]:
        """The actors that a list names; ``somebody not known`` is refused."""
        found = self.authors(node)
        if found is None:
            message = "only the author of an event may be not known"
            raise Mistake("C319", message, node.span, help="name who it is")
        return found

    def authors(self, node: Node) -> tuple[str, ...] | None:
        """The actors that a list names, or ``None`` for somebody not known."""
        if node.has("SOMEBODY"):
            return None
        return tuple(dict.fromkeys(self.actor(each) for each in node.nodes("name")))

    def _meant(self, name: str) -> str:
        if self._is_place(name):
            return f"`{name}` is a place; name who acts"
        close = register.suggest(name, (*self.declared,))
        meant = f"did you mean {listed(close, last='or')}? otherwise " if close else ""
        return f"{meant}declare it under Given: `{name} is a state` (or `an armed group`)"

    def _is_place(self, name: str) -> bool:
        return name in self.places and name not in self.declared

    def place(self, node: Node) -> str:
        """The name of a place, or the words of an area, each place being declared or an actor."""
        area = node.phrases("AREA", "QUOTED")
        if area:
            return plain(area[0].text).strip('"“”')
        (name_node,) = node.nodes("name")
        (phrase,) = name_node.phrases("NAME")
        name = plain(phrase.text)
        if name in self.places:
            return name
        try:
            return self.actor(name_node)
        except Mistake:
            known = (*self.places, *self.actors)
            help = did_you_mean(name, known) or f"declare it under Given: `{name} is a place in …`"
            raise Mistake(
                "C312", f"no place is known as `{name}`", phrase.span, help=help
            ) from None

    def whereabouts(self, node: Node) -> str | None:
        """The place that an adverbial names ("in Kidal"); none where it is not known.

        What is near a place is not in it, and may lie across a border.
        """
        named = node.node("place")
        if named is None:
            return None
        name = self.place(named)
        return f"near {name}" if node.has("NEAR") else name

    def treaty(self, node: Node) -> str:
        """The library name of the charter that a name stands for."""
        phrase = next(_all_phrases(node))
        name = plain(phrase.text)
        for each in self.charters:
            if name.casefold() in {known.casefold() for known in (each.name, *each.aliases)}:
                return each.name
        known = tuple(alias for each in self.charters for alias in (each.name, *each.aliases))
        help = did_you_mean(name, known) or f"its charters are called {listed(known, last='and')}"
        message = f"no charter of this scenario is called `{name}`"
        raise Mistake("C315", message, phrase.span, help=help)

    def the_treaty(self, node: Node | None, span: Span) -> str:
        """The charter named, or the scenario's only one where none is."""
        if node is not None:
            return self.treaty(node)
        if len(self.charters) != 1:
            known = listed((each.name for each in self.charters), last="or")
            raise Mistake("C324", "which charter is meant is not said", span, help=f"name {known}")
        return self.charters[0].name

    def article(self, node: Node) -> tuple[str, str | None]:
        """The number of an article and the charter it is of, if the scenario says."""
        (number,) = node.phrases("ARTICLE_NUMBER")
        named = node.node("treaty")
        treaty = self.treaty(named) if named else None
        among = [each for each in self.charters if treaty in (None, each.name)]
        if all(each.articles and number.text not in each.articles for each in among):
            have = listed(_like(number.text, among), last="and")
            message = f"there is no Article {number.text}"
            raise Mistake("C313", message, number.span, help=f"there are Articles {have}")
        return number.text, treaty

    def reading(self, phrase: Phrase) -> str:
        """The name of a reading that one of the charters has."""
        name = plain(phrase.text.strip('"“”'))
        known = tuple(one for each in self.charters for one in each.readings)
        if all(each.readings for each in self.charters) and name not in known:
            help = did_you_mean(name, known) or f"there are {listed(known, last='and')}"
            message = f"no charter of this scenario has a reading `{name}`"
            raise Mistake("C314", message, phrase.span, help=help)
        return name


def _like(number: str, charters: Iterable[CharterNames]) -> tuple[str, ...]:
    """The articles there are, or the paragraphs of the article of which a wrong one is named."""
    known = tuple(dict.fromkeys(one for each in charters for one in each.articles))
    article, _, paragraph = number.partition("(")
    same = tuple(each for each in known if paragraph and each.partition("(")[0] == article)
    return same or tuple(each for each in known if "(" not in each)


def _all_phrases(node: Node) -> Iterator[Phrase]:
    for part in node.parts:
        if isinstance(part, Phrase):
            yield part
        else:
            yield from _all_phrases(part)
