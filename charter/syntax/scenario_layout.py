"""The layout of a scenario file: layout words, what follows each, sentences and comments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from charter.diagnostics import Diagnostic, Place
from charter.source import Source, Span
from charter.syntax.grammar import parser

if TYPE_CHECKING:
    from lark import Token, Tree

LAYOUT_WORDS = (
    *("Scenario:", "Charters:", "Question:", "Source:", "Sources:", "Marks:"),
    *("Given", "When", "Then", "Variation:"),
)

QUOTED_OR_COMMENT = re.compile(r'["“][^"“”]*["”]|(#[^\n]*)')
COMMENT_LINE = re.compile(r"^[ \t]*(#[^\n]*)", re.MULTILINE)
SENTENCE = re.compile(r'(?:["“][^"“”]*["”]|[^."“”]|["“”](?![^"“”]*["”])|\.(?=\w)|(?<=\bSt)\.)+')


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence without its full stop; ``is_closed`` is whether it has one."""

    span: Span
    is_closed: bool


@dataclass(frozen=True)
class Part:
    """A layout word with all that follows it up to the next.

    ``word`` is the layout word ("Given", "Variation"), ``value`` what stands behind it on its line,
    ``body`` the lines that follow.
    """

    source: Source
    word: str
    head: Span
    value: Span
    body: Span

    @property
    def title(self) -> str:
        """What stands behind the layout word, on one line."""
        return self.source.words(self.value)

    @property
    def is_block(self) -> bool:
        """Whether the part is one of Given, When and Then."""
        return self.word in {"Given", "When", "Then"}

    @property
    def has_sentences(self) -> bool:
        """Whether sentences may follow: under Given, When, Then and Variation."""
        return self.is_block or self.word == "Variation"

    @property
    def text_span(self) -> Span:
        """Where sentences stand: the body, and in a block also the rest of the head line."""
        return Span(self.value.start, self.body.end) if self.is_block else self.body

    @property
    def header_text(self) -> str:
        """A heading line's value with the indented lines that continue it, on one line."""
        written = self.source.text[self.body.start : self.body.end].splitlines()
        whole = takewhile(lambda line: line[:1] in ("", " ", "\t", "#"), written)
        lines = (self.title, *(" ".join(each.split()) for each in whole if _goes_on(each)))
        return " ".join(filter(None, lines))

    @cached_property
    def comments(self) -> tuple[Span, ...]:
        """The comments in the text, in order; a `#` in quotation marks begins none.

        After a heading line only a whole line that begins with `#` is one: addresses hold `#`.
        """
        span = self.text_span
        pattern = QUOTED_OR_COMMENT if self.has_sentences else COMMENT_LINE
        found = pattern.finditer(self.source.text, span.start, span.end)
        return tuple(Span(*each.span(1)) for each in found if each[1])

    @cached_property
    def bare(self) -> str:
        """The whole file's text with this part's comments blanked out; offsets stay true."""
        text = self.source.text
        for span in self.comments:
            text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
        return text

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the text, in order."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        at, end = self.text_span.start, self.text_span.end
        while found := SENTENCE.search(self.bare, at, end):
            at = found.end()
            words = found[0].strip()
            if words:
                start = found.start() + len(found[0]) - len(found[0].lstrip())
                closed = self.bare[at:end].startswith(".")
                yield Sentence(Span(start, start + len(words)), closed)


@dataclass(frozen=True, slots=True)
class ScenarioLayout:
    """A scenario file as its parts, in order; ``lead`` is what stands before the first of them."""

    source: Source
    lead: Span
    parts: tuple[Part, ...]


def read_scenario_layout(source: Source) -> ScenarioLayout:
    """The layout of a scenario file; every text has one.

    >>> text = "Scenario: Calm\\nThen\\n  nobody owes anything.\\n"
    >>> layout = read_scenario_layout(Source("a", text))
    >>> [(part.word, part.title) for part in layout.parts]
    [('Scenario', 'Calm'), ('Then', '')]
    """
    tree = parser("scenario_layout", ("start",)).parse(source.text)
    parts = tuple(_part(source, each) for each in tree.find_data("part"))
    lead = Span(0, parts[0].head.start if parts else len(source.text))
    return ScenarioLayout(source, lead, tuple(sorted(parts, key=lambda part: part.head.start)))


def _goes_on(line: str) -> bool:
    """Whether a line continues the heading line above it: it is indented, and no comment."""
    return line[:1].isspace() and line.strip()[:1] not in ("", "#")


def misplaced(layout: ScenarioLayout) -> Iterator[Diagnostic]:
    """An error for each line of words that stands where no sentence may stand."""
    for span in _outside(layout):
        first = layout.parts[0].head.start if layout.parts else len(layout.source.text)
        words = layout.source.words(span)
        if span.start < first:
            yield _error(layout, "C301", span, f"`{words}` stands before the first `Scenario:`")
        else:
            yield _error(layout, "C302", span, f"`{words}` stands outside Given, When and Then")


def _outside(layout: ScenarioLayout) -> Iterator[Span]:
    yield from _lines(layout.source, layout.lead)
    for part in layout.parts:
        if not part.has_sentences:
            lines = _lines(layout.source, part.body)
            text = layout.source.text
            yield from (
                each for each in lines if part.word == "Scenario" or text[each.start - 1] == "\n"
            )


def _lines(source: Source, span: Span) -> Iterator[Span]:
    """The lines of words in a span, without comments and the space around them."""
    for found in re.compile(r"[^\s#][^\n]*|#[^\n]*").finditer(source.text, span.start, span.end):
        if not found[0].startswith("#"):
            yield Span(found.start(), found.start() + len(found[0].rstrip()))


def _error(layout: ScenarioLayout, code: str, span: Span, message: str) -> Diagnostic:
    first = layout.source.words(span).split(":")[0].split(" ")[0].capitalize()
    close = get_close_matches(first, LAYOUT_WORDS, n=1, cutoff=0.7)
    help = f"did you mean `{close[0]}`?" if close else "sentences stand under Given, When or Then"
    return Diagnostic(code, message, (Place(layout.source, span),), help)


def _part(source: Source, tree: "Tree[Token]") -> Part:
    head, *rest = (child for child in tree.children if not hasattr(child, "children"))
    start, stop = head.start_pos or 0, head.end_pos or 0
    word = re.match(r"[A-Za-z]+", head)
    assert word is not None
    behind = re.compile(r"[ \t]*:?[ \t]*").match(source.text, start + word.end(), stop)
    value = behind.end() if behind else stop
    written = source.text[value:stop].rstrip()
    end = rest[-1].end_pos or stop if rest else stop
    return Part(
        source,
        word[0],
        Span(start, start + word.end()),
        Span(value, value + len(written)),
        Span(stop, end),
    )
