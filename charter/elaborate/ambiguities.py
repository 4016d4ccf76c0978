"""The ambiguities that the grammar itself finds, each tried out before it is offered.

What is found in the phrases of a sentence is only a suspicion. The sentence is read again with the
words of each way: the way that gives the rules which the words as they stand give is the default,
and another is offered where it is read whole, into other rules about the same things.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from charter.elaborate import antecedents, attachments, event_lists, scopes
from charter.elaborate.ambiguity import Ambiguity, Way
from charter.elaborate.context import Context
from charter.elaborate.meaning import event_kinds, is_stopped, meaning, outline, unread_words
from charter.elaborate.sentences import Read, read
from charter.rules.provision import Provision
from charter.source import Span
from charter.syntax.wording import Wording


@dataclass(frozen=True, slots=True)
class Settled:
    """What the readings that a charter states have settled of an article already.

    ``reworded`` is what they make of a wording by default; ``has`` says whether words that one of
    them is about would be lost if some words were replaced by others.
    """

    reworded: Callable[[Wording], Wording]
    has: Callable[[str, str], bool]


SORTS: tuple[Callable[[Read, Sequence[Read]], Iterator[Ambiguity]], ...] = (
    scopes.interests,
    event_lists.qualities,
    event_lists.places,
    attachments.attachments,
    scopes.whereabouts,
    antecedents.antecedents,
)


@dataclass(frozen=True, slots=True)
class Offer:
    """Ambiguous words of a sentence, the way in which they are read, and other ways.

    ``place`` is where they stand in the file. A sentence that ``is_composed`` is put together from
    stretches of the article, as an item of a list is with the words that lead to it.
    """

    place: Span
    is_composed: bool
    words: str
    article: str | None
    paragraph: str | None
    usual: Way
    others: tuple[Way, ...]


def offers(sentences: Iterable[Read], settled: Settled | None = None) -> list[Offer]:
    """What is ambiguous in the sentences of an article, and not settled already."""
    found: list[Offer] = []
    earlier: list[Read] = []
    for made in sentences:
        if not is_stopped(made.provisions):
            found.extend(_in_sentence(made, earlier, settled))
            earlier.append(made)
    return found


def _in_sentence(made: Read, earlier: Sequence[Read], settled: Settled | None) -> Iterator[Offer]:
    suspected = [
        each
        for sort in SORTS
        for each in sort(made, earlier)
        if not (settled and _is_settled(made, each, settled))
    ]
    if not suspected:
        return
    standing = _again(made, None, settled) if settled else made.provisions
    for each in suspected:
        if offer := _offer(made, each, standing, settled):
            yield offer


def _is_settled(made: Read, each: Ambiguity, settled: Settled) -> bool:
    """Whether no more than one way is left that the charter's own readings have not settled."""
    words = _words(made, each)
    left = [way for way in each.ways if way.read_as == words or not settled.has(words, way.read_as)]
    return len(left) < 2


def _offer(
    made: Read, each: Ambiguity, standing: tuple[Provision, ...], settled: Settled | None
) -> Offer | None:
    """An ambiguity with its default, where every other way is read into rules of its own."""
    words = _words(made, each)
    tried = [
        (way, standing if way.read_as == words else _again(made, (each.span, way), settled))
        for way in each.ways
    ]
    usual = next((way for way, rules in tried if meaning(rules) == meaning(standing)), None)
    others = tuple(
        way
        for way, rules in tried
        if is_another(rules, standing, is_of_events=each.is_of_events)
        and not (settled and settled.has(words, way.read_as))
    )
    if usual is None or not others:
        return None
    context = made.context
    place = context.wording.original(each.span)
    is_composed = len(context.wording.pieces) > 1
    return Offer(place, is_composed, words, context.article, context.paragraph, usual, others)


def _words(made: Read, each: Ambiguity) -> str:
    return " ".join(made.context.wording.text[each.span.start : each.span.end].split())


def is_another(
    rules: tuple[Provision, ...], standing: tuple[Provision, ...], *, is_of_events: bool = False
) -> bool:
    """Whether rules are other ones about the same things, with no word less read."""
    return (
        not is_stopped(rules)
        and unread_words(rules) <= unread_words(standing)
        and outline(rules) == outline(standing)
        and (is_of_events or event_kinds(rules) == event_kinds(standing))
        and meaning(rules) != meaning(standing)
    )


def _again(
    made: Read, change: tuple[Span, Way] | None, settled: Settled | None
) -> tuple[Provision, ...]:
    """The provisions of a sentence read again, with the words of one way in place of its own."""
    context = made.context
    text = context.wording.text[context.sentence.start : context.sentence.end]
    if change:
        (span, way), offset = change, context.sentence.start
        text = text[: span.start - offset] + _cased(way, span, made) + text[span.end - offset :]
    wording = Wording.plain(text, 0)
    wording = settled.reworded(wording) if settled else wording
    again = Context(wording, context.article, context.paragraph, Span(0, len(wording.text)))
    return read(again, made.before).provisions


def _cased(way: Way, span: Span, made: Read) -> str:
    first = made.context.wording.text[span.start : span.start + 1]
    return way.read_as[:1].upper() + way.read_as[1:] if first.isupper() else way.read_as
