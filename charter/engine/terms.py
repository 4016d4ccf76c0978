"""How states come to be bound by a treaty and leave it, as its own articles say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil
from types import MappingProxyType
from typing import TypeVar

from charter.dates import UNKNOWN_DAY, Day
from charter.engine.periods import alike
from charter.engine.tenure import Least, Leaving, Tenure, least_of, leaving_of, tenure_of
from charter.findings.derivation import Cite
from charter.rules.model import HEADING, Number
from charter.rules.provision import Accession, EntryIntoForce
from charter.rules.terms import Act
from charter.rules.treaty import Treaty
from charter.scenario.register import canonical

_P = TypeVar("_P", EntryIntoForce, Accession)

Acts = Mapping[tuple[str, Act], Day]
"""The day of each act of each state towards one treaty."""


@dataclass(frozen=True, slots=True)
class Entry:
    """When a treaty enters into force: on a date, or once enough states have done an act.

    The acts of those in ``whose`` are needed in any case. ``share`` is the number of original
    parties that must have acted, those among them; ``of_others`` counts only the rest.
    """

    cite: Cite
    act: Act | None
    day: Day
    whose: tuple[str, ...]
    share: Number | None
    of_others: bool
    delay: Number | None

    def counted(self, originals: tuple[str, ...]) -> tuple[str, ...]:
        """Those out of whom a number must have acted."""
        if self.whose and self.share is None:
            return self.whose
        left_out = self.whose if self.of_others else ()
        return tuple(each for each in originals if each not in left_out)

    def needed(self, count: int) -> int | None:
        """How many of a number of states must have acted, or ``None`` where that is not settled.

        Without a figure all must: Vienna Convention on the Law of Treaties art. 24(2).
        """
        wanted = _share_of(self.share.value if self.share else "all", count)
        return wanted if wanted and wanted <= count else None


@dataclass(frozen=True, slots=True)
class Terms:
    """All of a treaty that decides who is bound by it on a day."""

    treaty: str
    parties: tuple[str, ...]
    acts: Acts
    entry: Entry | None
    later: Number | None
    needs_consent: bool
    leaving: Leaving | None
    tenure: Tenure | None
    least: Least | None


def terms_of(treaty: Treaty) -> Terms:
    """How states come to be bound by the treaty and leave it.

    Clauses of one kind are taken together, in whatever order they stand; ``later`` is what runs
    for those that ratify once the treaty has its number. Accession needs the
    parties' consent where any clause asks for a vote, and also where the treaty says nothing of
    accession: Vienna Convention on the Law of Treaties art. 15(c).
    """
    entries = _every(treaty, EntryIntoForce)
    entry = _entry_clause(tuple(each for each in entries if each.of == "treaty"))
    accessions = _every(treaty, Accession)
    return Terms(
        treaty=treaty.name,
        parties=canonical(treaty.parties),
        acts=MappingProxyType(
            {
                (party, each.act): Day(each.earliest, each.latest)
                for each in treaty.acts
                for party in canonical((each.party,))
            }
        ),
        entry=_entry(treaty, entry) if entry else None,
        later=alike([e.delay for e in entries if e.of == "later_party" and e.delay]),
        needs_consent=not accessions or any(each.number for each in accessions),
        leaving=leaving_of(treaty),
        tenure=tenure_of(treaty),
        least=least_of(treaty),
    )


def _every(treaty: Treaty, sort: type[_P]) -> tuple[_P, ...]:
    return tuple(each for each in treaty.provisions if isinstance(each, sort))


def _entry_clause(clauses: tuple[EntryIntoForce, ...]) -> EntryIntoForce | None:
    """The clause on entry into force: the heading's, which says how it is taken to have come about.

    Else the articles' where they agree; articles that do not agree settle nothing. What is said
    of the act of ratifying, or of those that ratify later, is not when the treaty itself begins.
    """
    headed = tuple(each for each in clauses if each.citation.article == HEADING)
    among = headed or tuple(each for each in clauses if each.of == "treaty")
    said = {each.model_dump_json(exclude={"citation", "unread"}) for each in among}
    return among[0] if len(said) == 1 else None


def _entry(treaty: Treaty, provision: EntryIntoForce) -> Entry:
    return Entry(
        cite=Cite(treaty.name, provision.citation),
        act=None if provision.by == "date" else Act(provision.by),
        day=Day.on(date.fromisoformat(provision.date)) if provision.date else UNKNOWN_DAY,
        whose=canonical(provision.names),
        share=provision.number,
        of_others=provision.of_others,
        delay=provision.delay,
    )


def _share_of(value: int | str, count: int) -> int | None:
    """A figure or a share of a number of states: whole numbers, "all", "majority", "2/3"."""
    if isinstance(value, int):
        return value
    if value == "all":
        return count
    if value == "majority":
        return count // 2 + 1
    try:
        return ceil(Fraction(value) * count)
    except (ValueError, ZeroDivisionError):
        return None
