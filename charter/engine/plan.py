"""The plan: all of the treaties that does not depend on a scenario, in the form the engine runs.

Rules are read off their models once, so that an evaluation touches plain slotted values only.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from charter.engine.gates import Gate, gates
from charter.engine.scopes import applied
from charter.engine.standing_duties import as_forbidding
from charter.engine.terms import Terms, terms_of
from charter.engine.unread import RuleKey, unread_words
from charter.findings.derivation import Cite
from charter.rules.kinds import ancestors
from charter.rules.model import Citation, Words
from charter.rules.pattern import EventPattern, PlaceLimit
from charter.rules.provision import CountsAs, Norm
from charter.rules.terms import (
    Action,
    Asset,
    Author,
    Interest,
    Quality,
    Role,
    Target,
)
from charter.rules.treaty import Treaty
from charter.scenario.register import canonical

CountKey = tuple[str, tuple[str, ...]]
"""A kind under which a treaty brings events, and the articles for which it does (none: for all)."""


_OF_PARTIES = frozenset(
    {
        Target.ONE_OR_MORE_PARTIES,
        Target.ONE_PARTY,
        Target.OTHER_PARTY,
        Target.ALL_PARTIES,
        Target.FORCES_OF_PARTY,
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class Class:
    """A class of events, as a clause of ``article`` describes it; equal to itself only.

    ``counts`` are the treaty's own countings that make an event one of ``kinds``; with
    ``as_counted`` nothing else does. ``place`` is ``None`` where the words set no limit;
    ``situated`` are the words on where whoever is struck lies.
    """

    article: str | None
    cite: Cite
    kinds: tuple[str, ...]
    counts: tuple[CountKey, ...]
    as_counted: bool
    author: Author
    author_names: tuple[str, ...]
    target: Target | None
    target_names: tuple[str, ...]
    assets: tuple[Asset, ...]
    interests: tuple[Interest, ...]
    any_interest: bool
    qualities: tuple[Quality, ...]
    place: str | None
    situated: str | None

    @property
    def is_relative(self) -> bool:
        """Whether it depends on whose duty is asked for ("another Party")."""
        return self.target in {Target.OTHER_PARTY, Target.OTHER_PARTY_OR_THIRD_STATE}

    @property
    def strikes_party(self) -> bool:
        """Whether it asks by itself that the one struck be a party."""
        return self.target in _OF_PARTIES


@dataclass(frozen=True, slots=True)
class Counting:
    """A constitutive rule: an event of ``of`` counts as each of the kinds in ``keys``."""

    cite: Cite
    of: Class
    keys: tuple[CountKey, ...]


@dataclass(frozen=True, slots=True, eq=False)
class PlannedNorm:
    """A norm as the engine runs it; the role of a bearer or beneficiary not named is ``None``.

    ``strikes_party`` says that every trigger by itself asks that the one struck be a party.
    """

    norm: Norm
    cite: Cite
    article: str | None
    action: Action
    bearer: Role | None
    bearer_names: tuple[str, ...]
    beneficiary: Role | None
    beneficiary_names: tuple[str, ...]
    triggers: tuple[Class, ...]
    conduct: tuple[Class, ...]
    conditions: tuple[Gate, ...]
    exceptions: tuple[Gate, ...]
    place: str | None
    strikes_party: bool


@dataclass(frozen=True, slots=True)
class PlannedTreaty:
    """A treaty ready to run.

    ``chained`` says that one counting feeds another, so that they run to a fixpoint. ``unread``
    holds, by rule, the words of its sentence and its article that nobody has read.
    """

    name: str
    terms: Terms
    countings: tuple[Counting, ...]
    chained: bool
    triggered: tuple[PlannedNorm, ...]
    forbidding: tuple[PlannedNorm, ...]
    unread: Mapping[RuleKey, tuple[Words, ...]]


@dataclass(frozen=True, slots=True)
class Plan:
    """Several treaties ready to run on the same world."""

    treaties: tuple[PlannedTreaty, ...]


def plan(treaties: tuple[Treaty, ...]) -> Plan:
    """The plan of some treaties: worth keeping, since it serves every scenario."""
    return Plan(tuple(_treaty(each) for each in treaties))


def _treaty(treaty: Treaty) -> PlannedTreaty:
    provisions = applied(treaty.provisions)
    rules = tuple(each for each in provisions if isinstance(each, CountsAs))
    reader = _Reader(treaty.name, tuple(dict.fromkeys(_keys(rules))))
    countings = tuple(reader.counting(rule) for rule in rules)
    told = (as_forbidding(each) for each in provisions if isinstance(each, Norm))
    norms = [reader.norm(each) for each in told]
    forbidding = [each for each in norms if each.norm.kind == "prohibition" and each.conduct]
    return PlannedTreaty(
        name=treaty.name,
        terms=terms_of(treaty),
        countings=countings,
        chained=any(each.of.counts for each in countings),
        triggered=tuple(each for each in norms if each.triggers and each not in forbidding),
        forbidding=tuple(forbidding),
        unread=unread_words(provisions),
    )


def _keys(rules: Iterable[CountsAs]) -> Iterator[CountKey]:
    for rule in rules:
        for kind in rule.as_kinds:
            yield kind, rule.for_articles


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one treaty's rules into planned ones."""

    treaty: str
    keys: tuple[CountKey, ...]

    def counting(self, rule: CountsAs) -> Counting:
        of = self.event_class(rule.citation, rule.pattern)
        return Counting(of.cite, of, tuple((kind, rule.for_articles) for kind in rule.as_kinds))

    def norm(self, norm: Norm) -> PlannedNorm:
        bearer, beneficiary = norm.bearer, norm.beneficiary
        triggers = tuple(self.event_class(norm.citation, each) for each in norm.triggers)
        return PlannedNorm(
            norm=norm,
            cite=Cite(self.treaty, norm.citation),
            article=norm.citation.article,
            action=norm.action,
            bearer=bearer.role if bearer else None,
            bearer_names=canonical(bearer.names) if bearer else (),
            beneficiary=beneficiary.role if beneficiary else None,
            beneficiary_names=canonical(beneficiary.names) if beneficiary else (),
            triggers=triggers,
            conduct=tuple(self.event_class(norm.citation, each) for each in norm.conduct),
            conditions=tuple(gates(norm.conditions)),
            exceptions=tuple(gates(norm.exceptions)),
            place=_limit(norm.place),
            strikes_party=all(each.strikes_party for each in triggers),
        )

    def event_class(self, citation: Citation, pattern: EventPattern) -> Class:
        interests = pattern.interests
        return Class(
            article=citation.article,
            cite=Cite(self.treaty, citation),
            kinds=pattern.kinds,
            counts=tuple(self._counts(citation.article, frozenset(pattern.kinds))),
            as_counted=pattern.as_counted,
            author=pattern.author,
            author_names=canonical(pattern.author_names),
            target=pattern.target,
            target_names=canonical(pattern.target_names),
            assets=pattern.assets,
            interests=interests.items if interests else (),
            any_interest=interests is not None and interests.needs == "any",
            qualities=pattern.qualities,
            place=_limit(pattern.place),
            situated=f"situated {pattern.situated.text}" if pattern.situated else None,
        )

    def _counts(self, article: str | None, kinds: frozenset[str]) -> Iterator[CountKey]:
        """The countings that serve an article and bring an event under one of the kinds."""
        for kind, articles in self.keys:
            if (not articles or article in articles) and not kinds.isdisjoint(ancestors(kind)):
                yield kind, articles


def _limit(place: PlaceLimit | None) -> str | None:
    return None if place is None or place.anywhere else place.text
