"""Whom a treaty binds on a day, since when and by which act."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from charter.dates import UNKNOWN_DAY, Day, by
from charter.engine.enough import deciding
from charter.engine.gates import Gate
from charter.engine.happening import Moment
from charter.engine.lifetime import Lifetime
from charter.engine.stated import Stated, stated
from charter.engine.steps import all_of, denied, grounds, open_claims
from charter.engine.terms import Acts, Terms, terms_of
from charter.findings.claims import (
    ActDone,
    Claim,
    Consented,
    EnteredIntoForce,
    Expired,
    HappenedOn,
    InForce,
    IsParty,
    Met,
    Suspended,
)
from charter.findings.derivation import Basis, Cite, Step
from charter.findings.outcome import Bound
from charter.rules.terms import Act
from charter.rules.treaty import Treaty
from charter.scenario.model import Suspension, World
from charter.truth import Truth, conjunction, disjunction, negation


@dataclass(slots=True)
class Standing:
    """A treaty's life in one world: its parties' acts there, and what follows from them.

    Acts that the world states take the place of those in the treaty's heading. ``members`` are
    all whose standing is asked for, those asked ``about`` among them.
    """

    terms: Terms
    stated: Stated
    acts: Acts
    about: tuple[str, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    members: tuple[str, ...] = field(init=False)
    days: Lifetime = field(init=False)
    _found: dict[tuple[str, str], Step] = field(init=False, default_factory=dict)
    _entered: dict[str, Step] = field(init=False, default_factory=dict)
    _entry_day: Day | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        acceded = sorted(party for party, act in self.acts if act is Act.ACCESSION)
        self.days = Lifetime(self.terms, self.acts)
        said = sorted(self.stated.parties.get(self.terms.treaty, ()))
        self.members = tuple(dict.fromkeys((*self.terms.parties, *acceded, *said, *self.about)))

    def in_force(self, party: str, moment: Moment) -> Step:
        """Whether the treaty is in force for a party on a day.

        The day of entry is inside, the day of withdrawal already outside. Undetermined only where
        a date that is not stated decides; never guessed.
        """
        key = party, moment.label
        step = self._found.get(key)
        if step is None:
            step = self._found[key] = self._in_force(party, moment)
        return step

    def _in_force(self, party: str, moment: Moment) -> Step:
        claim = InForce(party, self.terms.treaty, moment.label)
        if self.stated.says(claim):
            return self.stated.leaf(claim, Truth.UNKNOWN, Basis.STATED)
        is_party = self.is_party(party)
        if is_party.truth is Truth.FALSE:
            return all_of(claim, (is_party,))
        step = all_of(claim, (is_party, *self._joined(party, moment), *self._left(party, moment)))
        happened = self._day_of(moment)
        if step.truth is not Truth.UNKNOWN or moment.day.exact:
            return step
        if happened.claim in open_claims(step):
            return step
        return all_of(claim, (*step.premises, happened))

    def is_party(self, party: str) -> Step:
        """Whether a state is a party: one the heading lists, or one that has acceded."""
        value = Truth.of(party in self.terms.parties or (party, Act.ACCESSION) in self.acts)
        return self.stated.leaf(IsParty(party, self.terms.treaty), value, Basis.BY_ARTICLE)

    def _joined(self, party: str, moment: Moment) -> Iterator[Step]:
        """Entry into force binds those that have themselves consented: VCLT art. 24(3)."""
        yield self.entered(moment)
        act = self.days.own_act(party)
        if act:
            yield self._done(party, act, moment)
        for day in self.days.own_delay(party):
            yield self._reached(InForce(party, self.terms.treaty, moment.label), day, moment)
        if act is Act.ACCESSION and self.terms.needs_consent:
            yield self.stated.leaf(Consented(party, self.terms.treaty), Truth.UNKNOWN, Basis.SILENT)

    def _left(self, party: str, moment: Moment) -> Iterator[Step]:
        claim = ActDone(party, Act.WITHDRAWAL, self.terms.treaty, moment.label)
        day = self.days.withdrawn(party)
        if day or self.stated.says(claim):
            yield denied(self._gone(claim, day or UNKNOWN_DAY, moment))
        yield from self._ceased(party, moment)

    def _ceased(self, party: str, moment: Moment) -> Iterator[Step]:
        """What ends the treaty itself, which may be stated to be in force all the same."""
        tenure, least = self.terms.tenure, self.terms.least
        if not (tenure or least):
            return
        ends = (
            (self.days.term_end(party), tenure.cite if tenure else None),
            (self.days.deserted(), least.cite if least else None),
        )
        if not self.stated.says(EnteredIntoForce(self.terms.treaty, moment.label)):
            expired = Expired(self.terms.treaty, moment.label)
            for day, cite in ends:
                if day:
                    yield denied(self._reached(expired, day, moment, cite=cite))

    def _gone(self, claim: ActDone, day: Day, moment: Moment) -> Step:
        """Whether a party has left; its notice needs what the clause on it asks for."""
        leaving = self.terms.leaving
        step = self._reached(claim, day, moment, cite=leaving.cite if leaving else None)
        if leaving is None or (claim.party, Act.WITHDRAWAL) in self.acts:
            return step
        steps = tuple(self._condition(each, moment) for each in leaving.conditions)
        return all_of(claim, (step, *steps), cite=leaving.cite) if steps else step

    def _condition(self, gate: Gate, moment: Moment) -> Step:
        step = self.stated.condition(Met(moment.label, gate.kind, gate.text))
        return denied(step) if gate.negated else step

    def entered(self, moment: Moment) -> Step:
        """Whether the treaty as a whole has entered into force by a day."""
        step = self._entered.get(moment.label)
        if step is None:
            step = self._entered[moment.label] = self._enters(moment)
        return step

    def _enters(self, moment: Moment) -> Step:
        claim = EnteredIntoForce(self.terms.treaty, moment.label)
        entry = self.terms.entry
        if entry is None or self.stated.says(claim):
            return self.stated.leaf(claim, Truth.UNKNOWN, Basis.SILENT)
        if entry.act is None:
            return self._reached(claim, self.days.entry_day(), moment, cite=entry.cite)
        counted = entry.counted(self.days.originals)
        needed = entry.needed(len(counted))
        if needed is None:
            return self.stated.silent(claim)
        acts = tuple(self._done(party, entry.act, moment) for party in counted)
        named = tuple(self._done(party, entry.act, moment) for party in entry.whose)
        ran = (
            (self._reached(claim, self.days.entry_day(), moment, cite=entry.cite),)
            if entry.delay
            else ()
        )
        steps = (*named, *deciding(acts, needed), *ran)
        return all_of(claim, dict.fromkeys(steps) if named else steps, cite=entry.cite)

    def suspended(self, party: str, moment: Moment) -> Iterator[Step]:
        """Whether the treaty is suspended for a party on a day; nothing where that is not stated.

        Its parties are then released from performing it: VCLT art. 72(1)(a).
        """
        of_party = [each for each in self.suspensions if each.party in {None, party}]
        if of_party:
            claim = Suspended(party, self.terms.treaty, moment.label)
            truth = disjunction(_lasts(each, moment.day) for each in of_party)
            premises = (self._day_of(moment),) if truth is Truth.UNKNOWN else ()
            yield Step(claim, truth, Basis.STATED, None, premises)

    def bound(self, party: str, moment: Moment) -> Bound:
        """Whether the treaty binds a party on a day, since when, until when and by which act."""
        step = self.in_force(party, moment)
        barred = tuple(self._barring(step)) if step.truth is Truth.FALSE else ()
        dated = not barred and self.is_party(party).truth is not Truth.FALSE
        return Bound(
            party,
            self.terms.treaty,
            step.truth,
            self.days.since(party) if dated else None,
            self.days.until(party) if dated else None,
            self._how(party) if dated else "",
            open_claims(step),
            barred,
        )

    def _barring(self, step: Step) -> Iterator[tuple[Claim, Truth]]:
        """What else than a day keeps the treaty from binding: who is refused consent never is."""
        for each in grounds(step):
            if self.stated.says(each.claim) or each.basis is Basis.SILENT:
                yield each.claim, each.truth

    def _how(self, party: str) -> str:
        """The act by which a party is bound; empty where neither entry nor signature is known."""
        has_signed = (party, Act.SIGNATURE) in self.acts
        return self.days.own_act(party) or (Act.SIGNATURE if has_signed or self.terms.entry else "")

    def _done(self, party: str, act: Act, moment: Moment) -> Step:
        claim = ActDone(party, act, self.terms.treaty, moment.label)
        day = self.days.day(party, act)
        by_heading = self.terms.acts.get((party, act)) is day
        return self._reached(
            claim, day, moment, basis=Basis.BY_ARTICLE if by_heading else Basis.STATED
        )

    def _reached(
        self,
        claim: Claim,
        day: Day,
        moment: Moment,
        *,
        cite: Cite | None = None,
        basis: Basis = Basis.BY_ARTICLE,
    ) -> Step:
        """Whether a day has come; where only the event's own day leaves that open, it says so."""
        if self.stated.says(claim):
            return self.stated.leaf(claim, Truth.UNKNOWN, Basis.STATED)
        truth = by(day, moment.day)
        if truth is Truth.UNKNOWN:
            if day.exact:
                return all_of(claim, (self._day_of(moment),), cite=cite)
            return self.stated.silent(claim)
        return Step(claim, truth, basis, cite)

    def _day_of(self, moment: Moment) -> Step:
        return self.stated.silent(HappenedOn(moment.label))


def _lasts(suspension: Suspension, day: Day) -> Truth:
    begun = by(suspension.since, day) if suspension.since else Truth.TRUE
    over = by(suspension.until, day) if suspension.until else Truth.FALSE
    return conjunction((begun, negation(over)))


def standing(terms: Terms, world: World, facts: Stated, about: tuple[str, ...] = ()) -> Standing:
    """The treaty's life in a world; of several like acts of a state the last one counts."""
    done = [each for each in world.acts if each.treaty == terms.treaty]
    paused = tuple(each for each in world.suspensions if each.treaty == terms.treaty)
    if not done:
        return Standing(terms, facts, terms.acts, about, paused)
    done.sort(key=lambda each: (each.day.earliest or date.min, each.day.latest or date.max))
    stated_acts = {(each.party, each.act): each.day for each in done}
    return Standing(terms, facts, {**terms.acts, **stated_acts}, about, paused)


def bound(treaty: Treaty, world: World, party: str, day: Day, label: str) -> tuple[Bound, Step]:
    """Whether a treaty binds a party on a day in a world, with the derivation of it.

    ``label`` is the name of the event whose day it is; the claims speak of it.
    """
    life = standing(terms_of(treaty), world, stated(world))
    moment = Moment(label, day)
    return life.bound(party, moment), life.in_force(party, moment)


def participants(
    treaty: Treaty, world: World | None, day: Day, *, label: str = "this day"
) -> tuple[Bound, ...]:
    """Of each party to a treaty, whether it is bound on a day; without a world, by the heading."""
    world = world or World(actors={})
    life = standing(terms_of(treaty), world, stated(world))
    return tuple(life.bound(party, Moment(label, day)) for party in life.members)
