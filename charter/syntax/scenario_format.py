"""Scenario files in canonical layout: the same words, indented and wrapped alike."""

import textwrap
from collections.abc import Iterable, Iterator

from charter.diagnostics import Refused
from charter.source import Source, Span
from charter.syntax.scenario_layout import (
    Part,
    ScenarioLayout,
    Sentence,
    misplaced,
    read_scenario_layout,
)

WIDTH = 78
INDENT = "  "
TITLES = ("Scenario", "Variation")


def format_scenario(source: Source) -> str:
    """The scenario file in canonical layout; comments stay, and formatting twice changes nothing.

    A file with words that belong to nothing is refused, so that none can get lost.

    >>> text = "Scenario:  Calm\\nThen nobody  owes\\n anything."
    >>> print(format_scenario(Source("a", text)), end="")
    Scenario: Calm
    <BLANKLINE>
    Then
      nobody owes anything.
    """
    layout = read_scenario_layout(source)
    errors = tuple(misplaced(layout))
    if errors:
        raise Refused(errors)
    return "\n".join(_lines(layout)).strip("\n") + "\n"


def _lines(layout: ScenarioLayout) -> Iterator[str]:
    waiting = [each.strip() for each in layout.source.text[: layout.lead.end].splitlines()]
    waiting = [each for each in waiting if each]
    previous = None
    for part in layout.parts:
        if previous and _stands_apart(part, previous):
            yield ""
        yield from waiting
        yield from _head(part)
        yield from _body(part)
        waiting = [layout.source.words(each) for each in _outer_comments(part)]
        previous = part
    if waiting:
        yield from ("", *waiting)


def _stands_apart(part: Part, previous: Part) -> bool:
    """Whether a blank line stands before a part: before titles, and after the heading lines."""
    return part.word in TITLES or (part.is_block and _is_heading(previous))


def _is_heading(part: Part) -> bool:
    return not part.is_block and part.word != "Variation"


def _head(part: Part) -> Iterator[str]:
    if part.is_block:
        yield part.word
    elif part.word in TITLES:
        yield f"{part.word}: {part.title}".rstrip()
    else:
        # A line that began with a # would be a comment: the word stays behind the one before it.
        written = f"{part.word}: {part.header_text}".rstrip().replace(" #", "\u00a0#")
        yield from (line.replace("\u00a0#", " #") for line in _wrap(written, "", INDENT))


def _body(part: Part) -> Iterator[str]:
    """The sentences of a part, each with its comments before it or behind its full stop."""
    if not part.has_sentences:
        return
    rest = [each for each in part.comments if each not in _outer_comments(part)]
    for sentence in part.sentences:
        before = [each for each in rest if each.start < sentence.span.end]
        yield from _comments(part, before)
        rest = rest[len(before) :]
        behind = rest[:1] if rest and _is_behind(part, sentence, rest[0]) else []
        rest = rest[len(behind) :]
        yield from _sentence(part, sentence, behind)
    yield from _comments(part, rest)


def _comments(part: Part, spans: Iterable[Span]) -> Iterator[str]:
    return (INDENT + part.source.words(each) for each in spans)


def _sentence(part: Part, sentence: Sentence, behind: list[Span]) -> Iterator[str]:
    written = " ".join(part.bare[sentence.span.start : sentence.span.end].split())
    lines = _wrap(written + "." * sentence.is_closed, INDENT, INDENT * 2)
    yield from lines[:-1]
    yield INDENT.join([lines[-1], *(part.source.words(each) for each in behind)])


def _is_behind(part: Part, sentence: Sentence, comment: Span) -> bool:
    return "\n" not in part.source.text[sentence.span.end : comment.start]


def _outer_comments(part: Part) -> tuple[Span, ...]:
    """The comments at the very left after the last words of a part: they speak of the next part.

    So do all comments after a part that has no sentences of its own.
    """
    last = part.sentences[-1].span.end if part.has_sentences and part.sentences else part.head.end
    return tuple(
        each
        for each in part.comments
        if each.start > last and (_is_left(part, each) or not part.has_sentences)
    )


def _is_left(part: Part, comment: Span) -> bool:
    return part.source.position(comment.start)[1] == 1


def _wrap(text: str, first: str, later: str) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    )
