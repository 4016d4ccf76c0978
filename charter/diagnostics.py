"""What is wrong with a text, in words that point at the place."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from unicodedata import category, east_asian_width

from charter.source import Source, Span


class Severity(IntEnum):
    """How much a diagnostic matters; the higher, the worse."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The severity as it is printed."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a text something stands."""

    source: Source
    span: Span

    def __str__(self) -> str:
        line, column = self.source.position(self.span.start)
        return f"{self.source.name}:{line}:{column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing found in a text: a code, a sentence, every place involved, and what helps.

    ``message`` is lower case without a final period, user text in backticks.
    """

    code: str
    message: str
    places: tuple[Place, ...] = ()
    help: str | None = None
    severity: Severity = Severity.ERROR

    def order(self) -> tuple[str, int, str]:
        """A key that sorts diagnostics by file, place and code."""
        if not self.places:
            return ("", 0, self.code)
        first = self.places[0]
        return (first.source.name, first.span.start, self.code)


class CharterError(Exception):
    """Anything that Charter refuses to do; its text is fit for a user."""


class Refused(CharterError):
    """An input that cannot be used, with the first diagnostics of each file that say why."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        ordered = sorted(diagnostics, key=Diagnostic.order)
        self.diagnostics = tuple(first_of_each_file(ordered))
        super().__init__("\n".join(render(each) for each in self.diagnostics))


MOST_SHOWN = 20
"""How many errors of one file are shown."""


ENOUGH = 5 * MOST_SHOWN
"""After how many diagnostics of one file no more are looked for."""


def first_of_each_file(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """All that was found, less the errors of a file after the first twenty.

    A note stands where the next one is.
    """
    counts: Counter[str] = Counter()
    for each in found:
        name = each.places[0].source.name if each.places else ""
        counts[name] += bool(name) and each.severity is Severity.ERROR
        if counts[name] <= MOST_SHOWN or each.severity is not Severity.ERROR:
            yield each
        elif counts[name] == MOST_SHOWN + 1:
            note = f"more errors from here on; the first {MOST_SHOWN} are shown"
            yield Diagnostic("C010", note, each.places[:1], severity=Severity.NOTE)


@dataclass(slots=True)
class Collector:
    """Gathers the diagnostics of one stage over one text, to report them together."""

    source: Source
    found: list[Diagnostic] = field(default_factory=list)

    def error(self, code: str, message: str, *spans: Span, help: str | None = None) -> None:
        """Note an error at the spans given."""
        self._add(Severity.ERROR, code, message, spans, help)

    def warning(self, code: str, message: str, *spans: Span, help: str | None = None) -> None:
        """Note a warning at the spans given."""
        self._add(Severity.WARNING, code, message, spans, help)

    def note(self, code: str, message: str, *spans: Span, help: str | None = None) -> None:
        """Note something that is worth knowing and is no fault."""
        self._add(Severity.NOTE, code, message, spans, help)

    def _add(
        self,
        severity: Severity,
        code: str,
        message: str,
        spans: tuple[Span, ...],
        help: str | None,
    ) -> None:
        places = tuple(Place(self.source, span) for span in spans)
        self.take(Diagnostic(code, message, places, help, severity))

    def take(self, diagnostic: Diagnostic) -> None:
        """Note a diagnostic; a file with far more errors than are shown is refused at once."""
        self.found.append(diagnostic)
        if diagnostic.severity is Severity.ERROR and len(self.found) > ENOUGH:
            self.stop_at_errors()

    def stop_at_errors(self) -> None:
        """Raise all that was found if any of it is an error."""
        if any(each.severity is Severity.ERROR for each in self.found):
            raise Refused(self.found)


WIDEST_EXCERPT = 160


def render(diagnostic: Diagnostic) -> str:
    """The diagnostic in plain text: headline, each place with a caret line, help."""
    lines = [f"{diagnostic.severity.word}[{diagnostic.code}]: {diagnostic.message}"]
    for place in diagnostic.places:
        lines.extend(_excerpt(place))
    if diagnostic.help:
        lines.append(f"help: {diagnostic.help}")
    return "\n".join(lines)


def _excerpt(place: Place) -> Iterator[str]:
    """A line of the text and a caret line under the words; long lines are cut around them."""
    number, column = place.source.position(place.span.start)
    line = place.source.line(number)
    start = column - 1
    length = max(1, min(place.span.end - place.span.start, len(line) - start))
    cut = max(0, start - WIDEST_EXCERPT // 2)
    shown = line[cut : cut + WIDEST_EXCERPT]
    head = f"  {place}   "
    before, under = shown[: start - cut], shown[start - cut : start - cut + length]
    yield head + _printable(shown)
    yield " " * _cells(head + before) + "^" * max(1, _cells(under))


def _cells(text: str) -> int:
    """How many columns a terminal gives a text: two to a wide letter, none to a combining mark."""
    return sum(map(_cell, text))


def _cell(letter: str) -> int:
    if letter.isascii():
        return 1
    if category(letter) in {"Mn", "Me"}:
        return 0
    return 2 if east_asian_width(letter) in {"W", "F"} else 1


def _printable(text: str) -> str:
    """The text with tabs as one space and every unprintable character as a visible mark."""
    return "".join(
        letter if letter.isprintable() else " " if letter == "\t" else "�" for letter in text
    )
