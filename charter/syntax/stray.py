"""Lines of a charter that belong to no heading, article or reading, with what may have been meant.

A line that goes on with a heading is indented, so that a heading whose name is misspelt is never
taken for the rest of the one above it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from charter.diagnostics import Diagnostic, Place, Refused
from charter.source import Source, Span
from charter.syntax.layout import Layout, Line, read_layout

HEADINGS = (
    *("Charter", "Short name", "Parties", "Signed", "Ratification", "Accession", "In force"),
    *("Source", "Note"),
)
HEADS = ("Article", "Articles", "Reading")
KEY = re.compile(r"[^\W\d][^:\n.\"“]{0,30}(?=[ \t]*:)")
HEAD = re.compile(r"[A-Z]\w+(?=\.?[ \t]+(?:\d|[IVXLC]+\b|[\"“]))")
UNQUOTED = re.compile(r"Reading(?![ \t]+[\"“])[ \t]+[^\n]*\S")
CLOSE = 0.75


@dataclass(frozen=True, slots=True)
class Stray:
    """What is wrong with a line; ``meant`` is the heading of which it is a misspelling."""

    diagnostic: Diagnostic
    meant: str | None = None


def strays(layout: Layout) -> tuple[Stray, ...]:
    """Every line that is no part of a heading, an article or a reading, in order."""
    found = [*_outside(layout, layout.lead)]
    for part in layout.parts:
        at_the_left = [each for each in part.lines if not layout.is_indented(each)]
        if part.kind == "HEADER":
            found.extend(_outside(layout, at_the_left))
        else:
            found.extend(filter(None, (_misspelt(layout, each) for each in at_the_left)))
    return tuple(found)


def refuse_strays(source: Source) -> None:
    """Raises ``Refused`` where a charter has such lines: laid out, they would join other lines."""
    found = strays(read_layout(source))
    if found:
        raise Refused(each.diagnostic for each in found)


def _outside(layout: Layout, lines: Iterable[Line]) -> Iterator[Stray]:
    """The lines of words among those given; of a whole passage the first line stands for all."""
    is_passage = False
    for line in lines:
        if line.kind == "BODY":
            stray = _misspelt(layout, line) or _unknown(layout, line)
            if not (is_passage and stray.diagnostic.code == "C107"):
                yield stray
            is_passage = stray.diagnostic.code == "C107"


def _unknown(layout: Layout, line: Line) -> Stray:
    source, span = layout.source, _trimmed(layout, line)
    key = KEY.match(source.text, span.start, span.end)
    if key and " " not in key[0].strip():
        return _error(source, "C108", Span(*key.span()), f"no heading is called `{key[0]}`", _KNOWN)
    return _error(
        source, "C107", span, f"`{source.words(span)}` stands outside every article", _INDENT
    )


_KNOWN = f"the headings are {', '.join(f'`{each}:`' for each in HEADINGS)}"
_INDENT = "indent what goes on with a heading; words of a treaty stand under `Article 1`"


def _misspelt(layout: Layout, line: Line) -> Stray | None:
    source, span = layout.source, _trimmed(layout, line)
    text = source.text
    if line.kind != "BODY":
        return None
    if unquoted := UNQUOTED.match(text, span.start, span.end):
        help = 'write it as `Reading "wide" (default)`'
        message = "the name of the reading is not in quotation marks"
        return _error(source, "C126", Span(*unquoted.span()), message, help)
    for pattern, known, sign in ((KEY, HEADINGS, ":"), (HEAD, HEADS, "")):
        if found := pattern.match(text, span.start, span.end):
            meant = _meant(found[0].strip(), known)
            if meant:
                message = f"no heading is called `{found[0].strip()}`"
                help = f"did you mean `{meant}{sign}`?"
                return _error(source, "C108", Span(*found.span()), message, help, meant)
    return None


def _meant(written: str, known: tuple[str, ...]) -> str | None:
    """The one of those known that is meant by a word which is none of them."""
    if written in known:
        return None
    if written == "Art":
        return "Article"
    alike = {each.casefold(): each for each in known}
    close = get_close_matches(written.casefold(), alike, n=1, cutoff=CLOSE)
    meant = alike[close[0]] if close else None
    return meant if meant and meant.count(" ") == written.count(" ") else None


def _trimmed(layout: Layout, line: Line) -> Span:
    """The words of a line without the space around them."""
    text = layout.source.text[line.span.start : line.span.end]
    start = line.span.start + len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))


def _error(
    source: Source, code: str, span: Span, message: str, help: str, meant: str | None = None
) -> Stray:
    return Stray(Diagnostic(code, message, (Place(source, span),), help), meant)
