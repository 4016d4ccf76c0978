"""The words of a sentence with the part that each phrase plays in what it provides."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from charter.report.document import Block, Column, Paragraph, Run, Style, Table, Text, cell
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


def glossed(source: Source, span: Span, read: Sequence[Provision]) -> tuple[Block, ...]:
    """A sentence in the colours of the parts that its phrases play, and a table of the phrases.

    A word has the colour of the narrowest phrase that it stands in; in the table, which is the
    legend as well, a phrase within another follows it.
    """
    found = phrases(source, span, read)
    said = Paragraph(Text(tuple(_painted(source, span, found))))
    return (said, _table(source, found)) if found else (said,)


def _table(source: Source, found: Sequence[Phrase]) -> Table:
    columns = (Column("part"), Column("words", yields=True))
    rows = ((cell(Run(_named(style), style)), cell(words(source, at))) for at, style in found)
    return Table(columns, tuple(rows))


def _named(style: Style) -> str:
    return "not read" if style is Style.UNREAD else style.value


def words(source: Source, span: Span) -> str:
    """The words of a phrase on one line."""
    return " ".join(source.text[span.start : span.end].split())


def phrases(source: Source, span: Span, read: Sequence[Provision]) -> tuple[Phrase, ...]:
    """The phrases in the order of the text, wide before narrow, none within one of its own part.

    >>> from charter.elaborate.bare import read_clause
    >>> source = Source("clause", "The Parties shall assist one another ardently.")
    >>> found = phrases(source, Span(0, 46), read_clause(source).provisions)
    >>> [(style.value, words(source, at)) for at, style in found[1:]]
    [('modality', 'shall'), ('action', 'assist one another ardently'), ('unread', 'ardently')]
    """
    found: dict[Phrase, None] = {}
    for provision in read:
        for part, style in _parts_of(provision):
            at = _trimmed(source, Span(part.start, part.end))
            if span.start <= at.start < at.end <= span.end:
                found[at, style] = None
    ordered = sorted(found, key=lambda each: (each[0].start, -each[0].end))
    kept: list[Phrase] = []
    for at, style in ordered:
        if not any(style is same and other.end >= at.end for other, same in kept):
            kept.append((at, style))
    return tuple(kept)


def _trimmed(source: Source, span: Span) -> Span:
    said = source.text[span.start : span.end]
    start = span.end - len(said.lstrip(LOOSE))
    return Span(start, max(start, span.start + len(said.rstrip(LOOSE))))


def _painted(source: Source, span: Span, found: Sequence[Phrase]) -> Iterator[Run]:
    """The text in runs of one style: that of the narrowest phrase; what is not read shows most."""
    paint = [Style.PLAIN] * (span.end - span.start)
    for at, style in sorted(found, key=_importance):
        paint[at.start - span.start : at.end - span.start] = [style] * (at.end - at.start)
    start = span.start
    for style, run in groupby(paint):
        end = start + len(list(run))
        if said := _flat(source.text[start:end]):
            yield Run(said, style)
        start = end


def _importance(phrase: Phrase) -> tuple[bool, int]:
    at, style = phrase
    return style is Style.UNREAD, at.start - at.end


def _flat(said: str) -> str:
    """The words on one line, with a space kept at an end that had white space."""
    flat = " ".join(said.split())
    before = " " if said[:1].isspace() else ""
    after = " " if flat and said[-1:].isspace() else ""
    return before + flat + after


# ------------------------------------------------------------------ which words play which part


def _parts_of(provision: Provision) -> Iterator[tuple[Words, Style]]:
    for unread in provision.unread:
        yield unread, Style.UNREAD
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
        yield from _of_place(each.situated)


def _of_conditions(conditions: Iterable[Condition]) -> Iterator[Portion]:
    for each in conditions:
        yield Portion(part=Part.CONDITION, words=each.words)


def _of_place(place: PlaceLimit | None) -> Iterator[Portion]:
    yield from _worded(Part.PLACE, place.words if place else None)


def _worded(part: Part, said: Words | None) -> Iterator[Portion]:
    if said:
        yield Portion(part=part, words=said)
