"""The heading lines of a charter: its names, parties, acts and entry into force."""

from dataclasses import dataclass

from charter.dates import UNKNOWN_DAY, Day
from charter.diagnostics import Collector
from charter.elaborate.numbers import calendar_date
from charter.rules.model import Words
from charter.rules.terms import Act
from charter.rules.treaty import ActOn
from charter.source import Span
from charter.syntax.build import Stopped, parse_sentence
from charter.syntax.layout import Layout
from charter.syntax.tree import Node

SINGLE = ("Charter", "Short name", "Parties", "Signed", "In force", "Source", "Note")
NEEDED = ("Charter", "Parties")


@dataclass(frozen=True, slots=True)
class Heading:
    """What the heading lines say; ``entry`` is the place of the words after "In force:".

    ``places`` holds the place of each heading's value.
    """

    title: str
    short_name: str | None
    parties: tuple[str, ...]
    acts: tuple[ActOn, ...]
    entry: Span | None
    source: str | None
    note: str | None
    places: tuple[tuple[str, Span], ...]


def read_heading(layout: Layout, collector: Collector) -> Heading:
    """What the heading lines of a charter say, with every mistake in them noted."""
    lines: dict[str, Span] = {}
    acts: list[tuple[str, Span]] = []
    for key, span in layout.headings():
        if key not in SINGLE:
            acts.append((key, span))
        elif key in lines:
            collector.error("C102", f"the heading `{key}` stands twice", lines[key], span)
        else:
            lines[key] = span
    for key in NEEDED:
        if not lines.get(key) or not layout.source.words(lines[key]):
            collector.error(
                "C101",
                f"the charter has no heading `{key}`",
                Span(0, 0),
                help=f"begin the file with a line `{key}: …`",
            )
    words = {key: layout.source.words(span) for key, span in lines.items()}
    parties = tuple(
        filter(None, (" ".join(p.split()) for p in words.get("Parties", "").split(",")))
    )
    signed = _signing(layout, lines.get("Signed"), parties, collector)
    stated = tuple(act for key, span in acts for act in _acts(layout, key, span, collector))
    return Heading(
        words.get("Charter", ""),
        words.get("Short name"),
        parties,
        (*signed, *stated),
        lines.get("In force"),
        words.get("Source"),
        words.get("Note"),
        tuple(lines.items()),
    )


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
            collector.error("C104", "the calendar has no such day", node.span)
        else:
            days.append(day)
    return Day(min(days), max(days)) if days else UNKNOWN_DAY


def _parsed(layout: Layout, span: Span, start: str, collector: Collector) -> Node | None:
    tree = parse_sentence(layout.source.text, span, start)
    if isinstance(tree, Stopped):
        collector.error(
            "C103",
            f"`{layout.source.words(tree.span)}` is not understood in this heading",
            tree.span,
            help="write, for instance, `Signed: 16 September 2023, at Bamako` or "
            "`Ratification: Mali, on 9 October 2023`",
        )
        return None
    return tree
