"""A charter file to a treaty's typed rules, under a choice of readings."""

import re
from dataclasses import dataclass
from functools import cache

from charter.diagnostics import Collector, Diagnostic
from charter.elaborate.articles import Article, read_articles
from charter.elaborate.context import Context
from charter.elaborate.crossing import crossed
from charter.elaborate.entry import entry_when
from charter.elaborate.found import found_readings, plain
from charter.elaborate.headings import Heading, read_heading
from charter.elaborate.readings import (
    Interpretation,
    StatedReading,
    choose,
    stated_readings,
    worded,
)
from charter.elaborate.sentences import provisions, unread
from charter.rules.model import HEADING
from charter.rules.provision import Provision, Unread
from charter.rules.treaty import Treaty
from charter.source import Source, Span
from charter.suggest import closest_words, listed
from charter.syntax.build import Stopped, parse_heading
from charter.syntax.layout import Layout, read_layout
from charter.syntax.stray import strays
from charter.syntax.wording import Wording

SCENARIO = re.compile(r"^Scenario[ \t]*:", re.MULTILINE)
"""A line with which only a scenario begins."""


@dataclass(frozen=True, slots=True)
class Charter:
    """A charter file, read as far as it goes without choosing among its readings.

    ``stated`` are the readings that the file states, ``found`` those of what its words leave open.
    """

    source: Source
    name: str
    heading: Heading
    articles: tuple[Article, ...]
    stated: tuple[StatedReading, ...]
    found: tuple[StatedReading, ...]
    notes: tuple[Diagnostic, ...]

    @property
    def readings(self) -> tuple[StatedReading, ...]:
        """All its readings, those that it states first."""
        return (*self.stated, *self.found)


def read_charter(source: Source, name: str) -> Charter:
    """The charter of a file; raises ``Refused`` with all its errors if it has any.

    ``name`` is the name by which results cite it. Words that were not read are no error: they
    are provisions of their own (``Unread``) and in ``unread`` of others.
    """
    collector = Collector(source)
    layout = read_layout(source)
    _stop_at_another_sort(layout, collector)
    stray = strays(layout)
    collector.found.extend(each.diagnostic for each in stray)
    heading = read_heading(layout, collector, misspelt=frozenset(each.meant for each in stray))
    articles = read_articles(layout, collector)
    readings = stated_readings(layout, collector)
    _note_missing(heading, articles, readings, source, collector)
    collector.stop_at_errors()
    found = found_readings(articles, readings)
    return Charter(source, name, heading, articles, readings, found, tuple(collector.found))


def _stop_at_another_sort(layout: Layout, collector: Collector) -> None:
    """A scenario is no charter, nor is a text that has nothing of one."""
    scenario = SCENARIO.search(layout.source.text)
    if scenario and not layout.of("ARTICLE"):
        help = "run it with `charter run`, or test it with `charter test`"
        message = "this is a scenario, not a charter"
        collector.error("C100", message, Span(*scenario.span()), help=help)
    elif not layout.parts:
        help = "begin with a line `Charter: …`"
        collector.error("C100", "this is not a charter", Span(0, 0), help=help)
    collector.stop_at_errors()


def treaty(charter: Charter, chosen: tuple[str, ...] = ()) -> Treaty:
    """The typed rules of a charter under the readings chosen by name, else the defaults."""
    readings = choose(charter.readings, chosen)
    found: list[Provision] = list(_entry(charter, readings))
    for article in charter.articles:
        wording, _ = worded(article.wording, article.number, readings)
        is_plain = wording == article.wording
        found.extend(
            plain(article, charter.stated).provisions if is_plain else _provisions(article, wording)
        )
    heading = charter.heading
    return Treaty(
        name=charter.name,
        title=heading.title,
        short_name=heading.short_name,
        parties=heading.parties,
        acts=heading.acts,
        source=heading.source,
        note=heading.note,
        articles=tuple(article.stated() for article in charter.articles),
        provisions=crossed(found),
        readings=tuple(each.reading for each in charter.readings),
        chosen=tuple(each.reading.name for each in readings),
        path=charter.source.name,
    )


@cache
def _provisions(article: Article, wording: Wording) -> tuple[Provision, ...]:
    """The provisions of an article; readings of one article leave those of the others as read."""
    return provisions(article.passage(wording), wording, article.number)


def _entry(charter: Charter, readings: tuple[StatedReading, ...]) -> tuple[Provision, ...]:
    """The entry into force that the heading states."""
    if charter.heading.entry is None:
        return ()
    wording, _ = worded(_heading_wording(charter.source, charter.heading), HEADING, readings)
    span = Span(0, len(wording.text))
    context = Context(wording, HEADING, None, span)
    tree = parse_heading(wording.text, span, "entry_when")
    if isinstance(tree, Stopped):
        return (unread(context, tree.span),)
    return (entry_when(tree, context),)


def _heading_wording(source: Source, heading: Heading) -> Wording:
    entry = heading.entry or Span(0, 0)
    return Wording.plain(source.text[entry.start : entry.end], entry.start)


def _note_missing(
    heading: Heading,
    articles: tuple[Article, ...],
    readings: tuple[StatedReading, ...],
    source: Source,
    collector: Collector,
) -> None:
    """Note every interpretation of words that stand nowhere in the article it names."""
    wordings = {article.number: article.wording for article in articles}
    wordings[HEADING] = _heading_wording(source, heading)
    for each in readings:
        for said in each.interpretations:
            wording = wordings.get(said.article)
            if wording is None:
                message = f"there is no article {said.article}"
                help = f"its articles: {listed(article.number for article in articles)}"
                collector.error("C121", message, said.place, help=help)
            elif wording.replaced(said.words, said.read_as) is None:
                meant = closest_words(said.words, wording.text)
                help = f"did you mean `{meant}`?" if meant else "quote them as they stand there"
                collector.error("C121", _no_words(said), said.quoted, help=help)


def _no_words(said: Interpretation) -> str:
    place = "the heading" if said.article == HEADING else f"article {said.article}"
    return f"the words `{said.words}` do not stand in {place}"


def unread_words(charter: Charter, rules: Treaty) -> tuple[Diagnostic, ...]:
    """A warning for each run of words of the charter that was not read."""
    collector = Collector(charter.source)
    noted: set[tuple[int, int]] = set()
    for provision in rules.provisions:
        for words in provision.unread:
            place = (words.start, words.end)
            if place not in noted:
                noted.add(place)
                _note_unread(provision, Span(*place), collector)
    return tuple(collector.found)


def _note_unread(provision: Provision, span: Span, collector: Collector) -> None:
    if isinstance(provision, Unread):
        stop = Span(provision.stopped_at.start, provision.stopped_at.end)
        collector.warning(
            "C110",
            f"this sentence was not read: `{provision.stopped_at.text}` stopped the reader",
            span,
            stop,
            help="nothing follows from it; results under this article say so",
        )
    else:
        collector.warning(
            "C111",
            f"`{collector.source.words(span)}` was not read",
            span,
            help="results that rest on this sentence say so",
        )
