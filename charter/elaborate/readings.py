"""The readings of a charter: what each says of which words, and the wording under a choice."""

import re
from dataclasses import dataclass

from charter.diagnostics import Collector
from charter.rules.model import HEADING
from charter.rules.treaty import Reading
from charter.source import Source, Span
from charter.syntax.build import Stopped, parse_heading
from charter.syntax.layout import Layout, Part
from charter.syntax.passage import read_passage
from charter.syntax.wording import Wording

QUOTATION = re.compile(r'["“](?:[^"“”.]|\.(?!\s))*["”]')
FORM = 'write `In Article 6, "these words" means either.` (or `both`, or other words)'


@dataclass(frozen=True, slots=True)
class Interpretation:
    """Words of an article (or of the heading), and the words to be read in their place.

    ``quoted`` is where the words stand in quotation marks, ``place`` where their article is named.
    """

    article: str
    words: str
    read_as: str
    quoted: Span
    place: Span

    @property
    def point(self) -> str:
        """The name of the contested point: the words of the article."""
        place = "the heading" if self.article == HEADING else f"Article {self.article}"
        return f"{place}: “{self.words}”"


@dataclass(frozen=True, slots=True)
class StatedReading:
    """A reading with its interpretations and the place of its head line."""

    reading: Reading
    interpretations: tuple[Interpretation, ...]
    head: Span


def stated_readings(layout: Layout, collector: Collector) -> tuple[StatedReading, ...]:
    """The readings that a charter states, with every mistake in them noted."""
    parts = layout.of("READING")
    found = tuple(filter(None, (_stated(layout, part, collector) for part in parts)))
    _note_names(found, collector)
    if len(found) == len(parts):
        _note_defaults(found, collector)
    return found


def _stated(layout: Layout, part: Part, collector: Collector) -> StatedReading | None:
    head = _head(layout.source, part, collector)
    text = layout.body(part)
    if head is None or _is_left_open(text, part.body.start, collector):
        return None
    passage = read_passage(text)
    interpretations = tuple(
        each
        for sentence in passage.sentences
        if (each := _interpretation(layout.source, text, sentence.span, part, collector))
    )
    if not passage.reasons:
        message, help = f"the reading `{head.name}` gives no reason", "add a line `Reason: …`"
        collector.warning("C122", message, head.span, help=help)
    if not passage.sentences:
        message = f"the reading `{head.name}` interprets no words"
        help = 'write, for instance, `In Article 6, "these words" means either.`'
        collector.error("C123", message, head.span, help=help)
    if not interpretations:
        return None
    reason = " ".join(text[each.start : each.end].partition(":")[2] for each in passage.reasons)
    reading = Reading(
        name=head.name,
        point=interpretations[0].point,
        reason=" ".join(reason.split()),
        is_default=head.is_default,
    )
    return StatedReading(reading, interpretations, head.span)


@dataclass(frozen=True, slots=True)
class Head:
    """The head line of a reading."""

    name: str
    is_default: bool
    span: Span


def _head(source: Source, part: Part, collector: Collector) -> Head | None:
    line = source.text[part.head.span.start : part.head.span.end].rstrip()
    start = part.head.span.start
    if _is_left_open(line, start, collector):
        return None
    quoted = QUOTATION.search(line)
    assert quoted
    behind = line[quoted.end() :].strip()
    if behind not in ("", "(default)"):
        at = start + line.rindex(behind)
        help = "after the name stands `(default)` or nothing"
        message = f"`{behind}` is not understood after the name of a reading"
        collector.error("C128", message, Span(at, at + len(behind)), help=help)
    return Head(_unquoted(quoted[0]), bool(behind), Span(start, start + len(line)))


def _is_left_open(text: str, offset: int, collector: Collector) -> bool:
    """Whether a quotation mark is never closed; it is noted where it stands in the file."""
    bare = QUOTATION.sub(lambda found: " " * len(found[0]), text)
    mark = re.search('["“”]', bare)
    if mark:
        at = offset + mark.start()
        help = "put another one behind the words that are quoted"
        collector.error("C127", "this quotation mark is not closed", Span(at, at + 1), help=help)
    return mark is not None


def _interpretation(
    source: Source, text: str, span: Span, part: Part, collector: Collector
) -> Interpretation | None:
    offset = part.body.start
    tree = parse_heading(text, span, "interpretation")
    if isinstance(tree, Stopped):
        stop = _moved(tree.span, offset)
        message = f"`{source.words(stop)}` is not understood in a reading"
        collector.error("C120", message, stop, help=FORM)
        return None
    reference = tree.node("article_reference")
    quoted, *meaning = tree.phrases("QUOTED", "EITHER", "BOTH")
    words = _unquoted(quoted.text)
    opaque = tree.node("opaque")
    read_as = (
        text[opaque.span.start : opaque.span.end] if opaque else _meaning(words, meaning[0].text)
    )
    at = _moved(quoted.span, offset)
    return Interpretation(
        article=reference.phrases()[0].text if reference else HEADING,
        words=words,
        read_as=" ".join(read_as.split()),
        quoted=at,
        place=_moved(reference.span, offset) if reference else at,
    )


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _meaning(words: str, meaning: str) -> str:
    """The words in place of those quoted: "either" joins by "or", "both" leaves "and"."""
    match meaning.lower():
        case "either":
            return words.replace(" and ", " or ")
        case "both":
            return words
        case _:
            return _unquoted(meaning)


def _unquoted(text: str) -> str:
    return " ".join(text.strip('"“”').split())


def _note_names(readings: tuple[StatedReading, ...], collector: Collector) -> None:
    """Each reading has a name of its own."""
    names: dict[str, Span] = {}
    for each in readings:
        name = each.reading.name
        if name in names:
            message, help = f"two readings are named `{name}`", "give one of them another name"
            collector.error("C124", message, names[name], each.head, help=help)
        names.setdefault(name, each.head)


def _note_defaults(readings: tuple[StatedReading, ...], collector: Collector) -> None:
    """Each point needs exactly one default."""
    points: dict[str, list[StatedReading]] = {}
    for each in readings:
        points.setdefault(each.reading.point, []).append(each)
    for point, rivals in points.items():
        defaults = [each for each in rivals if each.reading.is_default]
        if len(defaults) != 1:
            many = "no reading is" if not defaults else "more than one reading is"
            message = f"{many} the default on {point}"
            heads = (each.head for each in (defaults or rivals))
            help = "mark exactly one of them `(default)`"
            collector.error("C125", message, *heads, help=help)


def choose(
    readings: tuple[StatedReading, ...], chosen: tuple[str, ...]
) -> tuple[StatedReading, ...]:
    """One reading for each point: the one chosen by name, else the default."""
    points = {each.reading.point: each for each in readings if each.reading.is_default}
    points |= {each.reading.point: each for each in readings if each.reading.name in chosen}
    return tuple(points.values())


def worded(
    wording: Wording, article: str, readings: tuple[StatedReading, ...]
) -> tuple[Wording, tuple[Interpretation, ...]]:
    """The wording of an article under a choice of readings, and those whose words it has not.

    What the article's own words leave open is settled before what the charter says they mean.
    """
    missing: list[Interpretation] = []
    for each in sorted(readings, key=lambda each: not each.reading.is_found):
        for interpretation in each.interpretations:
            if interpretation.article == article:
                new = wording.replaced(interpretation.words, interpretation.read_as)
                if new is None:
                    missing.append(interpretation)
                wording = new or wording
    return wording, tuple(missing)
