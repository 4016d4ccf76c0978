"""One event as one treaty sees it: which classes of events it falls under, and why."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, assert_never

from charter.engine.happening import Happening
from charter.engine.participation import Standing
from charter.engine.plan import Class, Counting, CountKey, PlannedTreaty
from charter.engine.steps import all_of, any_of, denied, effective, either
from charter.engine.whereabouts import Whereabouts
from charter.findings.claims import AuthorOfSort, Counted, FallsUnder, Met
from charter.findings.derivation import Basis, Step
from charter.rules.terms import Asset, Author, ConditionKind, Target
from charter.scenario.model import Actor, Sort
from charter.truth import Truth

_POWERS = frozenset({Sort.STATE, Sort.ORGANISATION})
AuthorSort = Literal[
    Author.STATE, Author.THIRD_STATE, Author.SEVERAL_POWERS, Author.PARTY, Author.NON_STATE
]
"""The sorts of authors that are no names."""


@dataclass(slots=True)
class Matter:
    """An event under a treaty; every step is derived once and kept.

    ``victims`` are those whom the event strikes, or nobody in particular, ``candidates`` those
    asked about as well; ``actors`` are the world's. Unless ``thorough``, derivations stop at what
    settles them.
    """

    treaty: PlannedTreaty
    happening: Happening
    standing: Standing
    actors: Mapping[str, Actor]
    thorough: bool
    label: str = field(init=False)
    victims: tuple[str | None, ...] = field(init=False)
    candidates: tuple[str | None, ...] = field(init=False)
    _counted: dict[str | None, dict[CountKey, Step]] = field(init=False, default_factory=dict)
    _matched: dict[tuple[Class, str | None, str | None], Step] = field(
        init=False, default_factory=dict
    )
    _sorts: dict[Author, Step] = field(init=False, default_factory=dict)
    _sorted: dict[Author, bool] = field(init=False)

    def __post_init__(self) -> None:
        self.label = self.happening.label
        self.victims = self.happening.victims or (None,)
        self.candidates = tuple(dict.fromkeys((*self.victims, *self.standing.about)))
        self._sorted = {
            claim.sort: value
            for claim, value in self.happening.stated.facts.items()
            if value is not None
            and isinstance(claim, AuthorOfSort)
            and (claim.event, claim.treaty) == (self.label, self.treaty.name)
        }

    def binds(self, party: str) -> Step:
        """Whether the treaty is in force for a party on the day of the event."""
        return self.standing.in_force(party, self.happening.moment)

    def engages(
        self, classes: tuple[Class, ...], victims: tuple[str | None, ...], bearer: str | None
    ) -> Step:
        """Whether the event, done to any of the victims, falls under any of the classes."""
        steps = tuple(self.falls_under(each, to, bearer) for to in victims for each in classes)
        if len(steps) == 1:
            return steps[0]
        victim = victims[0] if len(victims) == 1 else None
        return any_of(FallsUnder(self.label, victim, self.treaty.name, classes[0].article), steps)

    def may_engage(self, classes: tuple[Class, ...]) -> bool:
        """Whether the event may fall under any of the classes, whoever is asked for.

        Its kind alone rules most of them out. Who asks can only narrow a class ("another Party"),
        so a failure here holds for all.
        """
        if not any(each.counts or self.happening.may_be(each.kinds) for each in classes):
            return False
        return self.engages(classes, self.victims, None).truth is not Truth.FALSE

    def falls_under(self, of: Class, victim: str | None, bearer: str | None) -> Step:
        """Whether the event, done to a victim, is of a class, as a bearer of a duty sees it."""
        key = (of, victim, bearer if of.is_relative else None)
        step = self._matched.get(key)
        if step is None:
            claim = FallsUnder(self.label, victim, self.treaty.name, of.article)
            premises = self._conjuncts(of, victim, bearer)
            step = all_of(claim, premises, thorough=self.thorough, cite=of.cite)
            self._matched[key] = step
        return step

    def _conjuncts(self, of: Class, victim: str | None, bearer: str | None) -> Iterator[Step]:
        yield self._of_kind(of, victim)
        yield from self._done_to(of, victim, bearer)
        yield from self._done_by(of)
        if of.interests:
            yield from self._infringing(of, victim)
        for quality in of.qualities:
            yield self.happening.has_quality(quality)
        if of.place:
            yield self.within(of.place)

    def _outside(self, of: Class, victim: str | None) -> Step:
        """The article does not speak of such a victim."""
        claim = FallsUnder(self.label, victim, self.treaty.name, of.article)
        return Step(claim, Truth.FALSE, Basis.BY_ARTICLE, of.cite)

    def _of_kind(self, of: Class, victim: str | None) -> Step:
        kinds = () if of.as_counted else of.kinds
        alternatives = [self.happening.is_kind(kind) for kind in kinds]
        if of.counts:
            counted = self.counted(victim)
            alternatives += [counted[key] for key in of.counts if key in counted]
        if not alternatives:
            claim = Counted(self.label, of.kinds[0], victim, self.treaty.name)
            return Step(claim, Truth.FALSE, Basis.BY_ARTICLE)
        return either(tuple(alternatives))

    def counted(self, victim: str | None) -> dict[CountKey, Step]:
        """What the treaty counts the event as, done to a victim: all its countings to a fixpoint.

        Truths only rise from one round to the next, so the rounds end; the steps of the last
        round rest on those of the round before it and never on themselves.
        """
        if victim not in self._counted:
            self._counted[victim] = {}
            while True:
                before = _truths(self._counted[victim])
                self._counted[victim] = self._count(victim)
                if not self.treaty.chained or before == _truths(self._counted[victim]):
                    break
        return self._counted[victim]

    def _count(self, victim: str | None) -> dict[CountKey, Step]:
        grounds: dict[CountKey, list[Step]] = defaultdict(list)
        for rule in self.treaty.countings:
            for key in rule.keys:
                grounds[key].append(self._count_by(rule, key, victim))
        return {
            key: steps[0] if len(steps) == 1 else any_of(steps[0].claim, steps)
            for key, steps in grounds.items()
        }

    def _count_by(self, rule: Counting, key: CountKey, victim: str | None) -> Step:
        claim = Counted(self.label, key[0], victim, self.treaty.name)
        premises = self._conjuncts(rule.of, victim, None)
        return all_of(claim, premises, thorough=self.thorough, cite=rule.cite)

    def _done_to(self, of: Class, victim: str | None, bearer: str | None) -> Iterator[Step]:
        forces = (Asset.FORCES,) if of.target is Target.FORCES_OF_PARTY else ()
        assets = of.assets or forces
        if victim is None:
            if assets or of.target not in {None, Target.ANY}:
                yield self._outside(of, victim)
            return
        if not self._speaks_of(of, victim, bearer):
            yield self._outside(of, victim)
        if of.strikes_party:
            yield self.binds(victim)
        elif of.target is Target.THIRD_STATES:
            yield denied(self.binds(victim))
        if assets:
            yield either(tuple(self.happening.strikes(victim, asset) for asset in assets))
        elif of.target:
            yield self.happening.strikes(victim)
        if of.situated:
            claim = Met(self.label, ConditionKind.OTHER, of.situated, victim)
            yield self.happening.stated.condition(claim)

    def _speaks_of(self, of: Class, victim: str, bearer: str | None) -> bool:
        match of.target:
            case Target.OTHER_PARTY:
                return victim != bearer
            case Target.NAMED:
                return victim in of.target_names
            case Target.THIRD_STATES:
                return self._is_state(victim)
            case Target.OTHER_PARTY_OR_THIRD_STATE:
                return self._is_state(victim) and victim != bearer
            case _:
                return True

    def _is_state(self, name: str) -> bool:
        # INVARIANT: a world's actors hold every actor that its events name.
        return self.actors[name].sort is Sort.STATE

    def _done_by(self, of: Class) -> Iterator[Step]:
        match of.author:
            case Author.ANYONE:
                pass
            case Author.NAMED:
                yield either(tuple(self.happening.is_author(name) for name in of.author_names))
            case sort:
                yield self.author_of_sort(sort)

    def is_author(self, party: str) -> Step:
        """Whether a party brought the event about, also by what is stated of who did.

        Of an author not known it may be stated of what sort it is; who is not of it did not do it.
        """
        step = self.happening.is_author(party)
        if step.truth is not Truth.UNKNOWN:
            return step
        return all_of(step.claim, (step, *self._excluding(party))) if self._sorted else step

    def _excluding(self, party: str) -> Iterator[Step]:
        """What is stated of the author's sort and leaves a party out, as premises that fail."""
        is_power = self.actors[party].sort in _POWERS
        for sort, value in self._sorted.items():
            claim = AuthorOfSort(self.label, sort, self.treaty.name)
            step = Step(claim, Truth.of(value), Basis.STATED)
            match sort, value:
                case Author.PARTY, False:
                    yield either((step, denied(self.binds(party))))
                case Author.STATE, False if is_power:
                    yield step
                case Author.NON_STATE, True if is_power:
                    yield denied(step)
                case _:
                    pass

    def author_of_sort(self, sort: AuthorSort) -> Step:
        """Whether the author is of the sort asked for; an organisation of states is like a state.

        An act of an organisation is its own: its members are not its authors (see the articles on
        the responsibility of international organizations, 2011, art. 6).
        """
        step = self._sorts.get(sort)
        if step is None:
            claim = AuthorOfSort(self.label, sort, self.treaty.name)
            if self.happening.stated.says(claim):
                step = self.happening.stated.leaf(claim, Truth.UNKNOWN, Basis.STATED)
            else:
                step = self._sort_of_author(claim, sort)
            self._sorts[sort] = step
        return step

    def _sort_of_author(self, claim: AuthorOfSort, sort: AuthorSort) -> Step:
        authors = self.happening.authors
        sorts = [self.actors[each].sort for each in authors]
        powers = [each for each in authors if self.actors[each].sort in _POWERS]
        match sort:
            case Author.STATE:
                return self._known_author(claim, bool(powers))
            case Author.NON_STATE:
                return self._known_author(claim, len(powers) < len(authors))
            case Author.SEVERAL_POWERS:
                return self._known_author(claim, sorts.count(Sort.STATE) > 1)
            case Author.PARTY:
                return self._bound_author(claim, tuple(map(self.binds, authors)))
            case Author.THIRD_STATE:
                thirds = (denied(self.binds(each)) for each in powers)
                return self._bound_author(claim, tuple(thirds))
            case _:
                assert_never(sort)

    def _known_author(self, claim: AuthorOfSort, is_there: bool) -> Step:
        if is_there or self.happening.authors_settled:
            return Step(claim, Truth.of(is_there), Basis.STATED)
        return self.happening.stated.silent(claim)

    def _bound_author(self, claim: AuthorOfSort, candidates: tuple[Step, ...]) -> Step:
        is_there = any(effective(each) is Truth.TRUE for each in candidates)
        if is_there or self.happening.authors_settled:
            return any_of(claim, candidates)
        return self.happening.stated.silent(claim)

    def _infringing(self, of: Class, victim: str | None) -> Iterator[Step]:
        if victim is None:
            yield self._outside(of, victim)
            return
        steps = tuple(self.happening.infringes(each, victim) for each in of.interests)
        if of.any_interest:
            yield either(steps)
        else:
            yield from steps

    def within(self, area: str) -> Step:
        """Whether the event lies in an area, in the words of the treaty."""
        return Whereabouts(self.happening, self.actors, self.binds).within(area)


def _truths(counted: dict[CountKey, Step]) -> dict[CountKey, Truth]:
    return {key: step.truth for key, step in counted.items() if step.truth is not Truth.FALSE}
