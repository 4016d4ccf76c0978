"""The readings of a charter: what each says of which words, and the wording under a choice."""

from dataclasses import dataclass

from charter.diagnostics import Collector
from charter.rules.model import HEADING
from charter.rules.treaty import Reading
from charter.source import Source, Span
from charter.syntax.build import Stopped, parse_sentence
from charter.syntax.layout import Layout, Part
from charter.syntax.passage import read_passage
from charter.syntax.wording import Wording


@dataclass(frozen=True, slots=True)
class Interpretation:
    """Words of an article (or of the heading), and the words to be read in their place."""

    article: str
    words: str
    read_as: str
    span: Span

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
    found = tuple(
        each
        for part in layout.of("READING")
        if (each := _stated(layout, part, collector)) is not None
    )
    _note_clashes(found, collector)
    return found


def _stated(layout: Layout, part: Part, collector: Collector) -> StatedReading | None:
    name, is_default, head = _head(layout.source, part)
    text = layout.body(part)
    passage = read_passage(text)
    read = [
        _interpretation(layout.source, text, sentence.span, part.body.start, collector)
        for sentence in passage.sentences
    ]
    interpretations = tuple(each for each in read if each is not None)
    if not passage.reasons:
        collector.warning(
            "C122", f"the reading `{name}` gives no reason", head, help="add a line `Reason: …`"
        )
    if not interpretations:
        if not passage.sentences:
            collector.error(
                "C123",
                f"the reading `{name}` interprets no words",
                head,
                help='write, for instance, `In Article 6, "these words" means either.`',
            )
        return None
    reason = " ".join(
        text[span.start : span.end].partition(":")[2].strip() for span in passage.reasons
    )
    reading = Reading(
        name=name,
        point=interpretations[0].point,
        reason=" ".join(reason.split()),
        is_default=is_default,
    )
    return StatedReading(reading, interpretations, head)


def _head(source: Source, part: Part) -> tuple[str, bool, Span]:
    line = source.text[part.head.span.start : part.head.span.end]
    name = line.replace("“", '"').replace("”", '"').split('"')[1].strip()
    span = Span(part.head.span.start, part.head.span.start + len(line.rstrip()))
    return name, line.rstrip().endswith("(default)"), span


def _interpretation(
    source: Source, text: str, span: Span, offset: int, collector: Collector
) -> Interpretation | None:
    place = Span(span.start + offset, span.end + offset)
    tree = parse_sentence(text, span, "interpretation")
    if isinstance(tree, Stopped):
        stop = Span(tree.span.start + offset, tree.span.end + offset)
        collector.error(
            "C120",
            f"`{source.words(stop)}` is not understood in a reading",
            stop,
            help='write `In Article 6, "these words" means either.` (or `both`, or other words)',
        )
        return None
    reference = tree.node("article_reference")
    quoted, *meaning = tree.phrases("QUOTED", "EITHER", "BOTH")
    words = _unquoted(quoted.text)
    article = reference.phrases()[0].text if reference else HEADING
    opaque = tree.node("opaque")
    read_as = (
        text[opaque.span.start : opaque.span.end] if opaque else _meaning(words, meaning[0].text)
    )
    return Interpretation(article, words, " ".join(read_as.split()), place)


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


def _note_clashes(readings: tuple[StatedReading, ...], collector: Collector) -> None:
    """Each point needs exactly one default, each reading a name of its own."""
    names: dict[str, Span] = {}
    for each in readings:
        name = each.reading.name
        if name in names:
            collector.error("C124", f"two readings are named `{name}`", names[name], each.head)
        names.setdefault(name, each.head)
    points: dict[str, list[StatedReading]] = {}
    for each in readings:
        points.setdefault(each.reading.point, []).append(each)
    for point, rivals in points.items():
        defaults = [each for each in rivals if each.reading.is_default]
        if len(defaults) != 1:
            many = "no reading is" if not defaults else "more than one reading is"
            collector.error(
                "C125",
                f"{many} the default on {point}",
                *(each.head for each in (defaults or rivals)),
                help="mark exactly one of them `(default)`",
            )


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
    """The wording of an article under a choice of readings, and those whose words it has not."""
    missing: list[Interpretation] = []
    for each in readings:
        for interpretation in each.interpretations:
            if interpretation.article == article:
                new = wording.replaced(interpretation.words, interpretation.read_as)
                if new is None:
                    missing.append(interpretation)
                wording = new or wording
    return wording, tuple(missing)
