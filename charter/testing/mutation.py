"""Clauses altered at random: words dropped, swapped, doubled and cut, odd letters, phrases put in.

Each text follows from its seed alone, given what it is made from, so that it is found again by its
number.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from charter.elaborate import library
from charter.syntax.grammar import parser
from charter.syntax.lexer import phrases_of
from charter.syntax.passage import read_passage

PIECE = re.compile(r"\S+\s*|\s+")
MOST = 6
"""The most alterations that one text undergoes."""

BETWEEN = (" ", "; ", ", and ", ", or ", ", provided that ", ": ", ".\n", "\n(a) ", "\n2. ", ", ")
"""What two sentences are joined by."""

BESIDE = (
    "Ruritania", "Ruritania and Zenda", "1949", "30", "2/3", "4 April 1949", "Article 5",
    "Articles 1, 2 and 3(b)", "“armed attack”", '"war"', "Gap: the rest.", "Reason: so.", "(a)",
    "1.", "…", ",", ";", ":", ".", "(", ")", "“", "”", '"', "'", "’", "-", "—", "%",
)  # fmt: skip
"""What the vocabulary has patterns for, and marks."""

ODD = (
    "\0", "\r", "\f", "\v", "\x1c", "\x85", "\u00a0", "\u200b", "\u202e", "\u2028", "\ufeff",
    "\udc80", "İ", "ß", "ﬁ", "ſ", "²", "①", "٣", "५", "Ⅳ", "½", "日本", "e\u0301", "\u0301",
    "🏳\ufe0f", "ǅ", "_",
)  # fmt: skip
"""Letters whose case, width, value or place is not what it seems."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What texts are made from: clauses, and phrases of the vocabulary."""

    clauses: tuple[str, ...]
    phrases: tuple[str, ...]


Alteration = Callable[[list[str], Random, Stock], list[str]]


def mutated(seed: int, stock: Stock) -> str:
    """The text of a seed: a clause, altered up to six times.

    >>> stock = Stock(("The Parties shall assist each other.",), ("armed attack",))
    >>> mutated(1, stock) == mutated(1, stock) != mutated(2, stock)
    True
    """
    chance = Random(seed)
    pieces = PIECE.findall(chance.choice(stock.clauses))
    for _ in range(chance.randint(1, MOST)):
        pieces = chance.choice(ALTERATIONS)(pieces, chance, stock)
    return "".join(pieces)


def _at(pieces: Sequence[str], chance: Random) -> int:
    """A place among the pieces, the one behind the last included."""
    return chance.randint(0, len(pieces))


def _stretch(pieces: Sequence[str], chance: Random) -> tuple[int, int]:
    """A few pieces that stand together."""
    start = _at(pieces, chance)
    return start, min(len(pieces), start + chance.randint(1, 5))


def dropped(pieces: list[str], chance: Random, _: Stock) -> list[str]:
    """The pieces without a few of them."""
    start, end = _stretch(pieces, chance)
    return [*pieces[:start], *pieces[end:]]


def swapped(pieces: list[str], chance: Random, _: Stock) -> list[str]:
    """The pieces with a few of them in another place."""
    start, end = _stretch(pieces, chance)
    moved, rest = pieces[start:end], [*pieces[:start], *pieces[end:]]
    to = _at(rest, chance)
    return [*rest[:to], *moved, *rest[to:]]


def doubled(pieces: list[str], chance: Random, _: Stock) -> list[str]:
    """The pieces with a few of them again, and now and then again and again."""
    start, end = _stretch(pieces, chance)
    times = chance.choice((1, 1, 1, 2, 20))
    return [*pieces[:end], *(pieces[start:end] * times), *pieces[end:]]


def cut(pieces: list[str], chance: Random, _: Stock) -> list[str]:
    """The pieces up to a place or from it on; there a word may be cut in two."""
    at = _at(pieces, chance)
    if chance.random() < 0.5:
        return pieces[at:] or pieces
    last = "".join(pieces[at : at + 1])
    return [*pieces[:at], last[: chance.randint(0, len(last))]]


def with_odd_letters(pieces: list[str], chance: Random, _: Stock) -> list[str]:
    """The pieces with one letter put into a word, or beside it, that treaties do not have."""
    at = _at(pieces, chance)
    letter = chance.choice(ODD) if chance.random() < 0.5 else chr(chance.randrange(0x110000))
    if chance.random() < 0.5:
        return [*pieces[:at], f"{letter} ", *pieces[at:]]
    word = "".join(pieces[at : at + 1])
    into = chance.randint(0, len(word))
    return [*pieces[:at], word[:into] + letter + word[into:], *pieces[at + 1 :]]


def with_phrases(pieces: list[str], chance: Random, stock: Stock) -> list[str]:
    """The pieces with phrases of the vocabulary put among them or in the place of some."""
    start, end = _stretch(pieces, chance)
    source = BESIDE if chance.random() < 0.2 else stock.phrases
    put = [f"{chance.choice(source)} " for _ in range(chance.randint(1, 3))]
    return [*pieces[:start], *put, *pieces[end if chance.random() < 0.5 else start :]]


def joined(pieces: list[str], chance: Random, stock: Stock) -> list[str]:
    """The pieces and another clause, or the rest of one, with something between them."""
    others = PIECE.findall(chance.choice(stock.clauses))
    begin = chance.choice((0, 0, _at(others, chance)))
    first = "".join(pieces).rstrip(" \n.;")
    return [*PIECE.findall(first), chance.choice(BETWEEN), *others[begin:]]


def in_other_case(pieces: list[str], chance: Random, _: Stock) -> list[str]:
    """The pieces with a few of them in capitals, in small letters or with capitals at the front."""
    start, end = _stretch(pieces, chance)
    turned = chance.choice((str.upper, str.lower, str.title))
    return [*pieces[:start], *map(turned, pieces[start:end]), *pieces[end:]]


ALTERATIONS: tuple[Alteration, ...] = (
    dropped, dropped, swapped, swapped, doubled, cut, with_odd_letters, with_phrases, with_phrases,
    joined, in_other_case,
)  # fmt: skip


# ------------------------------------------------------------------ what texts are made from


def stock(corpus: Path | None = None) -> Stock:
    """The clauses of the library, those of a corpus that may be looked at, and all phrases."""
    clauses = (*_of_library(), *(_of_corpus(corpus) if corpus and corpus.is_file() else ()))
    return Stock(clauses, vocabulary())


def vocabulary() -> tuple[str, ...]:
    """Every plain phrase of the grammar of treaties, in order.

    >>> {"armed attack", "shall not", "unless"} <= set(vocabulary())
    True
    """
    terminals = parser("treaty", ("sentence",)).terminals
    found = (" ".join(words) for each in terminals for words in phrases_of(each))
    return tuple(sorted({*found}))


def _of_library() -> Iterator[str]:
    """The articles of every charter that ships, and each of their sentences."""
    for name in library.names():
        for article in library.charter(name).articles:
            text = article.wording.text
            sentences = (each.span for each in read_passage(text).sentences)
            yield from (text, *(text[span.start : span.end] for span in sentences))


def _of_corpus(corpus: Path) -> Iterator[str]:
    """The clauses of a file of JSON lines but every third, which nobody is to look at."""
    lines = corpus.read_text("utf-8").splitlines()
    return (json.loads(line)["text"] for at, line in enumerate(lines) if at % 3 != 2)
