"""What to say of a sentence that cannot be read: the words that stopped it, and what would do."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from charter.diagnostics import Diagnostic, Place
from charter.source import Source, Span
from charter.syntax.build import Stopped
from charter.syntax.grammar import parser
from charter.syntax.lexer import phrases_of
from charter.syntax.scenario_build import STARTS
from charter.syntax.scenario_examples import EXAMPLES
from charter.syntax.scenario_layout import LAYOUT_WORDS

NO_FULL_STOP = "this sentence has no full stop"
END_IT = "end the sentence with `.`"
NAME_OF_EVENT = (
    "after `the`, the name of an event begins with a small letter, and not with a verb such as "
    "`strike` or `end`"
)
CLOSE_PHRASE = 0.75
CLOSE_SENTENCE = 0.6
MOST_EXPECTED = 10
LONGEST_SHOWN = 60

SORTS = (
    ("NAME", "a name"),
    ("DAY_NUMBER|ISO_DAY|FIRST_DAY", "a date"),
    ("MONTH_NAME", "a month"),
    ("YEAR", "a year"),
    ("EVENT", "an event (`the intervention`)"),
    ("AREA", "an area in the words of a clause"),
    ("QUOTED", "words in quotation marks"),
    ("ARTICLE_NUMBER", "the number of an article"),
    ("DOES_.*", "what somebody does (`launches an armed attack on`)"),
    ("ACT_.*", "an act towards a treaty (`ratifies`)"),
    ("DO_.*", "an action (`assist`)"),
    ("ARMED_ATTACK", "a kind of event (`an armed attack`)"),
    ("ARMED_FORCE", "means (`armed force`)"),
    ("SOVEREIGNTY", "an interest (`the sovereignty`)"),
)
"""What terminals of a sort are called; every other is called by the words of its own name."""

UNNAMED = re.compile(r"\$END|_?(?:THE|DET|A|CLOSE|OPEN|SLUG|CONTESTED_AFTER|CONTESTED|ON|AND)")


def unreadable(source: Source, span: Span, stopped: Stopped, start: str) -> Diagnostic:
    """The diagnostic of a sentence that stops the reader; ``start`` is what it was read as."""
    if _could_end_before(source, span, stopped):
        return _no_full_stop(source, span, stopped)
    words = source.words(stopped.span)
    shown = words if len(words) <= LONGEST_SHOWN else words[:LONGEST_SHOWN] + "…"
    broke_off = stopped.span.end == span.end and stopped.span.start == span.end - 1
    at = f"the sentence breaks off after `{_last_word(source, span)}`"
    message = at if broke_off else f"`{shown}` cannot be read here"
    help = _help(source, span, stopped, start)
    return Diagnostic("C300", message, (Place(source, stopped.span),), help)


def _could_end_before(source: Source, span: Span, stopped: Stopped) -> bool:
    """Whether the line before the words that stopped the reader could end a sentence."""
    before = source.text[span.start : stopped.span.start]
    is_new_line = "\n" in before[len(before.rstrip()) :]
    return "$END" in stopped.expected and is_new_line


def _no_full_stop(source: Source, span: Span, stopped: Stopped) -> Diagnostic:
    end = span.start + len(source.text[span.start : stopped.span.start].rstrip())
    place = Place(source, Span(end - 1, end))
    return Diagnostic("C303", NO_FULL_STOP, (place,), END_IT)


def _last_word(source: Source, span: Span) -> str:
    return source.words(span).split(" ")[-1][:LONGEST_SHOWN]


def _help(source: Source, span: Span, stopped: Stopped, start: str) -> str:
    words = source.words(span)[: 4 * LONGEST_SHOWN]
    if words.split(" ")[0].rstrip(":") in {each.rstrip(":") for each in LAYOUT_WORDS}:
        return "a layout word stands at the very beginning of its line"
    if source.words(stopped.span).casefold() == "the" and "EVENT" in stopped.expected:
        return NAME_OF_EVENT
    rest = source.words(Span(stopped.span.start, span.end))[: 2 * LONGEST_SHOWN]
    meant = _closest_phrase(rest, stopped.expected)
    if meant:
        return f"did you mean `{meant}`?"
    like = _closest_example(words, start)
    hope = f"a sentence that can be read: `{like}`" if like else ""
    return "; ".join(filter(None, (_expected(stopped.expected), hope))) or "say it in other words"


def _closest_phrase(rest: str, expected: Iterable[str]) -> str | None:
    """The phrase that could stand here and is most like the words that do."""
    words = rest.casefold().split()
    scored = [
        (SequenceMatcher(None, phrase, " ".join(words[: len(phrase.split())])).ratio(), phrase)
        for phrase in _phrases(expected)
    ]
    score, phrase = max(scored, default=(0.0, ""))
    return phrase if CLOSE_PHRASE <= score < 1 else None


def _phrases(expected: Iterable[str]) -> Iterator[str]:
    """The plain words of the terminals, one phrase at a time."""
    terminals = {each.name: each for each in parser("scenario", STARTS).terminals}
    for name in terminals.keys() & set(expected):
        written = (" ".join(words) for words in phrases_of(terminals[name]))
        yield from (each for each in written if len(each) > 2)


def _closest_example(words: str, start: str) -> str | None:
    scored = [
        (SequenceMatcher(None, each.casefold(), words.casefold()).ratio(), each)
        for each in EXAMPLES[start]
    ]
    score, example = max(scored)
    return example if score >= CLOSE_SENTENCE else None


def _expected(names: frozenset[str]) -> str:
    """What could have stood here, in words; nothing where that would be a long list."""
    said = dict.fromkeys(filter(None, map(_called, sorted(names))))
    listed = sorted(said, key=lambda each: (each.startswith("`"), each))
    if not listed or len(listed) > MOST_EXPECTED:
        return ""
    *others, last = listed
    return f"expected {', '.join(others)} or {last}" if others else f"expected {last}"


def _called(name: str) -> str | None:
    for pattern, sort in SORTS:
        if re.fullmatch(pattern, name):
            return sort
    if UNNAMED.fullmatch(name):
        return None
    return f"`{name.strip('_').replace('_', ' ').lower()}`"
