"""Bare clauses, without a charter around them, to provisions."""

from dataclasses import dataclass

from charter.elaborate.sentences import provisions
from charter.rules.provision import Provision, Unread
from charter.source import Source
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


def read_clause(source: Source) -> Clause:
    """The provisions of a text that is nothing but sentences of a treaty.

    >>> text = "If a Party is attacked, the other Parties shall assist it."
    >>> [each.kind for each in read_clause(Source("clause", text)).provisions]
    ['duty']
    """
    found = provisions(read_passage(source.text), Wording.plain(source.text, 0), None)
    return Clause(source.text, found)
