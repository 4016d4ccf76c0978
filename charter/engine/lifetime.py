"""The days on which a treaty comes to bind its parties and ceases to, by their acts."""

from dataclasses import dataclass, field

from charter.dates import UNKNOWN_DAY, Day, by, earliest_of, latest_of
from charter.engine.enough import nth
from charter.engine.periods import after
from charter.engine.tenure import effect_of, end_of
from charter.engine.terms import Acts, Entry, Terms
from charter.rules.terms import Act
from charter.truth import Truth


@dataclass(slots=True)
class Lifetime:
    """The days of a treaty's life, given all acts towards it.

    ``originals`` are the parties that did not come by accession.
    """

    terms: Terms
    acts: Acts
    originals: tuple[str, ...] = field(init=False)
    _entry: Day | None = field(init=False, default=None)
    _enough: Day | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        acceded = {party for party, act in self.acts if act is Act.ACCESSION}
        self.originals = tuple(each for each in self.terms.parties if each not in acceded)

    def own_act(self, party: str) -> Act | None:
        """The act by which a party expresses its consent to be bound, where one is asked for."""
        if party not in self.originals:
            return Act.ACCESSION
        return self.terms.entry.act if self.terms.entry else None

    def entry_day(self) -> Day:
        """The day on which the treaty enters into force, as far as it is known."""
        if self._entry is None:
            entry = self.terms.entry
            self._entry = self._delayed(entry) if entry else UNKNOWN_DAY
        return self._entry

    def _delayed(self, entry: Entry) -> Day:
        day = self.enough(entry)
        return (after(day, entry.delay) or UNKNOWN_DAY) if entry.delay else day

    def enough(self, entry: Entry) -> Day:
        """The day by which enough have acted, those that are named among them."""
        if self._enough is None:
            self._enough = self._enough_acts(entry)
        return self._enough

    def _enough_acts(self, entry: Entry) -> Day:
        if entry.act is None:
            return entry.day
        days = [self.day(each, entry.act) for each in entry.counted(self.originals)]
        needed = entry.needed(len(days))
        if not needed:
            return UNKNOWN_DAY
        named = (self.day(each, entry.act) for each in entry.whose)
        return latest_of((nth(days, needed), *named))

    def day(self, party: str, act: Act) -> Day:
        """The day of an act, as far as it is known."""
        return self.acts.get((party, act), UNKNOWN_DAY)

    def since(self, party: str) -> Day:
        """The day from which a party is bound, as far as it is known."""
        act = self.own_act(party)
        own = (self.day(party, act),) if act else ()
        return latest_of((self.entry_day(), *own, *self.own_delay(party)))

    def own_delay(self, party: str) -> tuple[Day, ...]:
        """The day on which its own period has run for one that acts when enough others have."""
        entry, period = self.terms.entry, self.terms.later
        if entry is None or entry.act is None or period is None:
            return ()
        day = self.day(party, entry.act)
        ran = after(day, period) or UNKNOWN_DAY
        match by(day, self.enough(entry)):
            case Truth.TRUE:
                return ()
            case Truth.FALSE:
                return (ran,)
            case _:
                return (Day(day.earliest, ran.latest),)

    def until(self, party: str) -> Day | None:
        """The day from which a party is no longer bound; ``None`` where no end is in sight."""
        if not (self.terms.tenure or self.terms.least):
            return self.withdrawn(party)
        days = (self.withdrawn(party), self.term_end(party), self.deserted())
        ends = tuple(day for day in days if day)
        return earliest_of(ends) if ends else None

    def withdrawn(self, party: str) -> Day | None:
        """The day on which a party has left; ``None`` where it has not moved to leave."""
        notice = self.acts.get((party, Act.NOTICE_OF_WITHDRAWAL))
        if (party, Act.WITHDRAWAL) in self.acts or notice is None:
            return self.acts.get((party, Act.WITHDRAWAL))
        return effect_of(notice, self.entry_day(), self.terms.leaving, self.terms.tenure)

    def term_end(self, party: str) -> Day | None:
        """The day on which the last term is over; between two, a notice ends it for both."""
        if self.terms.tenure is None:
            return None
        whose = self.originals if len(self.terms.parties) == 2 else (party,)
        given = (self.acts.get((each, Act.NOTICE_OF_WITHDRAWAL)) for each in whose)
        lead = self.terms.leaving.before_term if self.terms.leaving else None
        notices = tuple(day for day in given if day)
        return end_of(self.terms.tenure, self.entry_day(), lead, notices)

    def deserted(self) -> Day | None:
        """The day on which so many have left that the treaty ceases for all, if they have."""
        if self.terms.least is None:
            return None
        members = (*self.originals, *(each for each, act in self.acts if act is Act.ACCESSION))
        left = [day for each in dict.fromkeys(members) if (day := self.withdrawn(each))]
        needed = len(set(members)) - self.terms.least.parties + 1
        return nth(left, needed) if 0 < needed <= len(left) else None
