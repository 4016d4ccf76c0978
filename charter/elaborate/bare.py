"""Bare clauses, without a charter around them, to provisions."""

from dataclasses import dataclass

from charter.elaborate.articles import Article
from charter.elaborate.context import Context
from charter.elaborate.found import found_readings
from charter.elaborate.readings import StatedReading
from charter.elaborate.sentences import provisions, unread
from charter.rules.provision import Provision, Unread
from charter.source import Source, Span
from charter.syntax.passage import read_passage
from charter.syntax.wording import Wording


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as it was read: its provisions, and the words that stopped the reader if any did."""

    text: str
    provisions: tuple[Provision, ...]

    @property
    def refused(self) -> str | None:
        """Why the clause was not read whole, or ``None``."""
        stops = [each.stopped_at.text for each in self.provisions if isinstance(each, Unread)]
        if not stops:
            return None
        listed = ", ".join(f"`{stop}`" for stop in stops)
        return f"not read: {listed} stopped the reader"


def left_open(source: Source) -> tuple[StatedReading, ...]:
    """The readings of what the words of bare clauses leave open, the usual one of each first.

    >>> text = "The Parties shall consult and assist each other in Europe."
    >>> [each.reading.name for each in left_open(Source("clause", text))]
    ['the place goes with consult and assist', 'the place goes with assist only']
    """
    bare = Article("", None, Span(0, 0), Wording.plain(source.text, 0))
    return found_readings((bare,), ())


def read_clause(source: Source) -> Clause:
    """The provisions of a text that is nothing but sentences of a treaty.

    >>> text = "If a Party is attacked, the other Parties shall assist it."
    >>> [each.kind for each in read_clause(Source("clause", text)).provisions]
    ['duty']
    """
    wording = Wording.plain(source.text, 0)
    whole = Span(0, len(source.text))
    found = provisions(read_passage(source.text), wording, None)
    if not found and source.text.strip():
        found = (unread(Context(wording, None, None, whole), whole),)
    return Clause(source.text, found)
