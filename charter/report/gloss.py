"""The words of a sentence with the part that each phrase plays in what it provides."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from charter.report.document import Gloss, Run, Style, Text
from charter.rules.model import Words
from charter.rules.pattern import Condition, EventPattern, PlaceLimit
from charter.rules.provision import (
    CountsAs,
    Definition,
    Norm,
    Portion,
    Provision,
    Purpose,
    Scope,
    Unread,
)
from charter.rules.terms import Part
from charter.source import Source, Span

LOOSE = " \t\r\n\f,;."
"""What may stand at either end of a phrase and is no part of it."""

Phrase = tuple[Span, Style]


def glossed(source: Source, span: Span, read: Sequence[Provision]) -> Gloss:
    """A sentence with the parts of its phrases and with the words that were not read.

    >>> from charter.elaborate.bare import read_clause
    >>> source = Source("clause", "The Parties shall assist one another amicably.")
    >>> gloss = glossed(source, Span(0, 46), read_clause(source).provisions)
    >>> [(each.style.value, each.text) for each in gloss.phrases[1:]]
    [('modality', 'shall'), ('action', 'assist one another amicably'), ('unread', 'amicably')]
    """
    phrases = _phrases(source, span, read)
    said = (Run(_flat(source.text[at.start : at.end]).strip(), style) for at, style in phrases)
    return Gloss(Text(tuple(_painted(source, span, phrases))), tuple(said))


def _phrases(source: Source, span: Span, read: Sequence[Provision]) -> tuple[Phrase, ...]:
    """The phrases in the order of the text, wide before narrow, none within one of its own part."""
    found: dict[Phrase, None] = {}
    for provision in read:
        for words, style in _parts_of(provision):
            at = _trimmed(source, Span(words.start, words.end))
            if span.start <= at.start < at.end <= span.end:
                found[at, style] = None
    ordered = sorted(found, key=lambda each: (each[0].start, -each[0].end))
    kept: list[Phrase] = []
    for at, style in ordered:
        if not any(style is same and other.end >= at.end for other, same in kept):
            kept.append((at, style))
    return tuple(kept)


def _trimmed(source: Source, span: Span) -> Span:
    words = source.text[span.start : span.end]
    start = span.end - len(words.lstrip(LOOSE))
    return Span(start, max(start, span.start + len(words.rstrip(LOOSE))))


def _painted(source: Source, span: Span, phrases: Sequence[Phrase]) -> Iterator[Run]:
    """The text in runs of one style: that of the narrowest phrase; what is not read shows most."""
    paint = [Style.PLAIN] * (span.end - span.start)
    for at, style in sorted(phrases, key=_importance):
        paint[at.start - span.start : at.end - span.start] = [style] * (at.end - at.start)
    start = span.start
    for style, run in groupby(paint):
        end = start + len(list(run))
        if words := _flat(source.text[start:end]):
            yield Run(words, style)
        start = end


def _importance(phrase: Phrase) -> tuple[bool, int]:
    at, style = phrase
    return style is Style.UNREAD, at.start - at.end


def _flat(words: str) -> str:
    """The words on one line, with a space kept at an end that had white space."""
    flat = " ".join(words.split())
    before = " " if words[:1].isspace() else ""
    after = " " if flat and words[-1:].isspace() else ""
    return before + flat + after


# ------------------------------------------------------------------ which words play which part


def _parts_of(provision: Provision) -> Iterator[tuple[Words, Style]]:
    for words in provision.unread:
        yield words, Style.UNREAD
    for each in (*provision.portions, *_of_fields(provision)):
        yield each.words, Style(each.part.value)


def _of_fields(provision: Provision) -> Iterator[Portion]:
    """The words that the fields of a rule have of themselves."""
    match provision:
        case Unread() | Definition():
            return
        case Purpose():
            yield Portion(part=Part.RECITAL, words=provision.aim)
        case Norm():
            yield from _of_norm(provision)
        case CountsAs():
            yield from _of_events((provision.pattern,))
        case _:
            yield from _of_events(provision.triggers)
            yield from _of_conditions(provision.conditions)
            yield from _worded(Part.UNTIL, provision.until)
            if isinstance(provision, Scope):
                yield from _of_place(provision.place)


def _of_norm(norm: Norm) -> Iterator[Portion]:
    yield from _of_events(norm.triggers)
    yield from _of_conditions((*norm.conditions, *norm.exceptions))
    yield from _worded(Part.ACTION, norm.action_words)
    yield from _worded(Part.UNTIL, norm.until)
    yield from _worded(Part.RECITAL, norm.aim)
    yield from _of_place(norm.place)
    for use in norm.means:
        yield Portion(part=Part.MEANS, words=use.words)


def _of_events(patterns: Iterable[EventPattern]) -> Iterator[Portion]:
    for each in patterns:
        yield Portion(part=Part.TRIGGER, words=each.words)
        yield from _of_place(each.place)


def _of_conditions(conditions: Iterable[Condition]) -> Iterator[Portion]:
    for each in conditions:
        yield Portion(part=Part.CONDITION, words=each.words)


def _of_place(place: PlaceLimit | None) -> Iterator[Portion]:
    yield from _worded(Part.PLACE, place.words if place else None)


def _worded(part: Part, words: Words | None) -> Iterator[Portion]:
    if words:
        yield Portion(part=part, words=words)
