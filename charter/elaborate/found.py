"""The readings that a charter does not state, and that its own words leave open."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from charter.elaborate.ambiguities import Offer, Settled, offers
from charter.elaborate.ambiguity import Way
from charter.elaborate.articles import Article
from charter.elaborate.meaning import is_stopped, unread_words
from charter.elaborate.readings import Interpretation, StatedReading, choose, worded
from charter.elaborate.sentences import provisions, sentences
from charter.rules.provision import Provision
from charter.rules.treaty import Reading
from charter.syntax.wording import Wording

UNQUOTABLE = re.compile(r'["“”]|\.\s')
"""What cannot stand between the quotation marks of a reading."""

Stated = tuple[StatedReading, ...]


@dataclass(frozen=True, slots=True)
class Plain:
    """An article in its own words: what it provides, and what these words leave open."""

    provisions: tuple[Provision, ...]
    offers: tuple[Offer, ...]


@cache
def plain(article: Article, stated: Stated) -> Plain:
    """An article read in its own words; what the charter's readings settle is not open."""
    number = article.number or None
    read = tuple(sentences(article.passage(article.wording), article.wording, number))
    made = tuple(each for one in read for each in one.provisions)
    found = offers(read, _settled(article, stated))
    return Plain(made, tuple(_open(found, article, made)))


def _settled(article: Article, stated: Stated) -> Settled | None:
    """What the readings of a charter settle of an article; none where they do not speak of it."""
    said = [each for one in stated for each in one.interpretations]
    here = [each for each in said if each.article == article.number]
    defaults = choose(stated, ())

    def loses(words: str, read_as: str) -> bool:
        new = article.wording.replaced(words, read_as)
        is_stated = any(each.words.lower() == words.lower() for each in here)
        return (
            new is None or is_stated or any(new.replaced(e.words, e.read_as) is None for e in here)
        )

    def reworded(wording: Wording) -> Wording:
        return worded(wording, article.number, defaults)[0]

    return Settled(reworded, loses) if here else None


def _open(found: Iterable[Offer], article: Article, made: tuple[Provision, ...]) -> Iterator[Offer]:
    """The offers that a reading can be made of, each point once."""
    points: set[str] = set()
    for each in found:
        ways = tuple(way for way in each.others if _is_open(each, way, article, made))
        if ways and each.words.lower() not in points:
            points.add(each.words.lower())
            yield replace(each, others=ways)


def _is_open(offer: Offer, way: Way, article: Article, made: tuple[Provision, ...]) -> bool:
    """Whether the words of a way may replace those of the article, wherever they stand in it."""
    new = article.wording.replaced(offer.words, way.read_as)
    if new is None or any(map(UNQUOTABLE.search, (offer.words, way.read_as))):
        return False
    if sum(piece.is_replaced for piece in new.pieces) == 1 and not offer.is_composed:
        return True
    again = provisions(article.passage(new), new, article.number)
    return not is_stopped(again) and unread_words(again) <= unread_words(made)


def found_readings(articles: Sequence[Article], stated: Stated) -> Stated:
    """The readings of what the articles leave open, each under a name of its own."""
    names = Counter(each.reading.name for each in stated)
    return tuple(
        reading
        for article in articles
        for offer in plain(article, stated).offers
        for reading in _readings(article, offer, names)
    )


def _readings(article: Article, offer: Offer, names: Counter[str]) -> Iterator[StatedReading]:
    where = _where(offer)
    ways = (offer.usual, *offer.others)
    again = max(names[f"{where}{way.name}"] for way in ways)
    names.update(f"{where}{way.name}" for way in ways)
    for way in ways:
        name = f"{where}{way.name}" + (f" ({again + 1})" if again else "")
        yield _reading(article, offer, way, name)


def _reading(article: Article, offer: Offer, way: Way, name: str) -> StatedReading:
    is_usual = way is offer.usual
    said = Interpretation(
        article=article.number,
        words=offer.words,
        read_as=offer.words if is_usual else way.read_as,
        quoted=offer.place,
        place=offer.place,
    )
    reading = Reading(
        name=name, point=said.point, reason=way.reason, is_default=is_usual, is_found=True
    )
    return StatedReading(reading, (said,), offer.place)


def _where(offer: Offer) -> str:
    """The place by which an article or one of its paragraphs is cited, before a name."""
    paragraph = (offer.paragraph or "").strip("()")
    if offer.article is None:
        return f"paragraph {paragraph}: " if paragraph else ""
    return f"Article {offer.article}" + (f"({paragraph}): " if paragraph else ": ")
