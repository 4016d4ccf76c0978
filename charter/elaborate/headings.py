"""The heading lines of a charter: its names, parties, acts and entry into force."""

import re
from dataclasses import dataclass

from charter.dates import UNKNOWN_DAY, Day
from charter.diagnostics import Collector
from charter.elaborate.numbers import calendar_date
from charter.rules.model import Words
from charter.rules.terms import Act
from charter.rules.treaty import ActOn
from charter.source import Span
from charter.syntax.build import Stopped, parse_heading
from charter.syntax.layout import Layout
from charter.syntax.tree import Node

SINGLE = ("Charter", "Short name", "Parties", "Signed", "In force", "Source", "Note")
NEEDED = ("Charter", "Parties")
FORMS = {
    "signing": "write, for instance, `Signed: 16 September 2023, at Bamako`",
    "acts": "write one line for each party, as `Ratification: Mali, on 9 October 2023`",
}
"""What a heading that is read from a start rule of the grammar looks like."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the heading lines say; ``entry`` is the place of the words after "In force:".

    ``named`` holds the parties with the places of their names.
    """

    title: str
    short_name: str | None
    parties: tuple[str, ...]
    acts: tuple[ActOn, ...]
    entry: Span | None
    source: str | None
    note: str | None
    named: tuple[tuple[str, Span], ...]


def read_heading(
    layout: Layout, collector: Collector, *, misspelt: frozenset[str | None] = frozenset()
) -> Heading:
    """What the heading lines of a charter say, with every mistake in them noted.

    A heading that is there, but ``misspelt``, is not called missing too.
    """
    lines: dict[str, Span] = {}
    acts: list[tuple[str, Span]] = []
    for key, span in layout.headings():
        if key not in SINGLE:
            acts.append((key, span))
        elif key in lines:
            help = "keep one of them; several names stand in one line, with commas"
            message = f"the heading `{key}` stands twice"
            collector.error("C102", message, lines[key], span, help=help)
        else:
            lines[key] = span
    for key in (each for each in NEEDED if each not in misspelt):
        _note_needed(layout, key, lines.get(key), collector)
    words = {key: layout.source.words(span) for key, span in lines.items()}
    named = _parties(layout, lines.get("Parties"), collector)
    parties = tuple(named)
    signed = _signing(layout, lines.get("Signed"), parties, collector)
    stated = tuple(act for key, span in acts for act in _acts(layout, key, span, collector))
    return Heading(
        words.get("Charter", ""),
        words.get("Short name"),
        parties,
        (*signed, *stated),
        _entry(layout, lines.get("In force")),
        words.get("Source"),
        words.get("Note"),
        tuple(named.items()),
    )


def _entry(layout: Layout, span: Span | None) -> Span | None:
    """The words that say when the charter enters into force; none where it is not known."""
    said = span and layout.source.words(span).casefold() != "not known"
    return span if said else None


def _note_needed(layout: Layout, key: str, span: Span | None, collector: Collector) -> None:
    if span is None:
        message = f"the charter has no heading `{key}`"
        help = f"begin the file with a line `{key}: …`"
        collector.error("C101", message, Span(0, 0), help=help)
    elif not layout.source.words(span):
        help = "name the Parties, with commas" if key == "Parties" else "write the charter's title"
        collector.error("C101", f"the heading `{key}` says nothing", span, help=help)


def _parties(layout: Layout, span: Span | None, collector: Collector) -> dict[str, Span]:
    """The parties that the heading names, in order; one that is named twice is an error."""
    found: dict[str, Span] = {}
    if span is None:
        return found
    for match in re.finditer(r"[^,\s](?:[^,]*[^,\s])?", layout.source.text[span.start : span.end]):
        place = Span(span.start + match.start(), span.start + match.end())
        name = layout.source.words(place)
        if name in found:
            message = f"the party `{name}` is named twice"
            collector.error("C112", message, found[name], place, help="name each party once")
        found.setdefault(name, place)
        _note_joined(layout, place, collector)
    return found


def _note_joined(layout: Layout, name: Span, collector: Collector) -> None:
    """Note an "and" between two parties; one within a name, as in Trinidad and Tobago, is none."""
    stopped = parse_heading(layout.source.text, name, "acts")
    if isinstance(stopped, Stopped) and layout.source.words(stopped.span) == "and":
        message = "`and` stands among the names of the Parties"
        collector.error("C113", message, stopped.span, help="put a comma in its place")


def _signing(
    layout: Layout, span: Span | None, parties: tuple[str, ...], collector: Collector
) -> tuple[ActOn, ...]:
    """The signature of every party on the day of the line "Signed"."""
    tree = _parsed(layout, span, "signing", collector) if span else None
    if span is None or tree is None:
        return ()
    day = _day(tree, collector)
    return tuple(_act(layout, party, Act.SIGNATURE, day, span) for party in parties)


def _acts(layout: Layout, key: str, span: Span, collector: Collector) -> tuple[ActOn, ...]:
    """The act of a line "Ratification: Mali, on 9 October 2023"."""
    tree = _parsed(layout, span, "acts", collector)
    if tree is None:
        return ()
    (name,) = tree.phrases("NAME")
    party = " ".join(name.text.split())
    return (_act(layout, party, Act(key.lower()), _day(tree, collector), span),)


def _act(layout: Layout, party: str, act: Act, day: Day, span: Span) -> ActOn:
    words = Words(text=layout.source.words(span), start=span.start, end=span.end)
    return ActOn(party=party, act=act, earliest=day.earliest, latest=day.latest, words=words)


def _day(tree: Node, collector: Collector) -> Day:
    """The day that a heading line states: one date, one of two, or not known."""
    days = []
    for node in tree.nodes("date"):
        day = calendar_date(node)
        if day is None:
            message = f"the calendar has no {collector.source.words(node.span)}"
            help = "look the date up; a date is written as `9 October 2023`"
            collector.error("C104", message, node.span, help=help)
        else:
            days.append(day)
    return Day(min(days), max(days)) if days else UNKNOWN_DAY


def _parsed(layout: Layout, span: Span, start: str, collector: Collector) -> Node | None:
    tree = parse_heading(layout.source.text, span, start)
    if isinstance(tree, Stopped):
        collector.error(
            "C103",
            f"`{layout.source.words(tree.span) or 'nothing'}` is not understood in this heading",
            tree.span,
            help=FORMS[start],
        )
        return None
    return tree
