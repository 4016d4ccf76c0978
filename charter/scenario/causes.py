"""Errors that only follow from others, which are left out: one fault is reported once."""

from collections.abc import Iterable, Iterator

from charter.diagnostics import Diagnostic
from charter.source import Source, Span

OF_NAMES = frozenset({"C310", "C312"})
"""A name that is not known: the sentence that declares it may be one that could not be read."""

OF_EVENTS = frozenset({"C311", "C320"})
"""An event that is not there: the sentence that tells of it may have an error of its own."""

OF_CHARTERS = frozenset({"C310", "C312", "C313", "C314", "C315", "C324"})
"""A name that a charter gives: the charter may be one that could not be read."""


def without_consequences(
    found: Iterable[Diagnostic], source: Source, sentences: Iterable[Span], *, charters_known: bool
) -> Iterator[Diagnostic]:
    """The errors of a scenario without those that may be nothing but the effect of another.

    An error stands where its name is mentioned in no sentence that itself has another error.
    """
    errors = tuple(dict.fromkeys(found))
    spans = tuple(sentences)
    unread = {_sentence(each, spans) for each in errors if each.code in {"C300", "C303"}}
    wrong = {_sentence(each, spans) for each in errors if each.code not in OF_EVENTS}
    for each in errors:
        causes = unread if each.code in OF_NAMES else wrong if each.code in OF_EVENTS else set()
        follows = any(
            cause and cause != _sentence(each, spans) and _mentions(source, cause, each)
            for cause in causes
        )
        if not follows and (charters_known or each.code not in OF_CHARTERS):
            yield each


def _sentence(error: Diagnostic, sentences: tuple[Span, ...]) -> Span | None:
    """The sentence in which an error stands."""
    if not error.places:
        return None
    return next((each for each in sentences if each.covers(error.places[0].span)), None)


def _mentions(source: Source, sentence: Span, error: Diagnostic) -> bool:
    """Whether a sentence speaks of what an error does not know; a whole line asks for any event."""
    if error.code == "C320":
        return True
    name = source.words(error.places[0].span).casefold()
    return name in source.words(sentence).casefold()
