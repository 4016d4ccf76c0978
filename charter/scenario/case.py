"""A scenario file as it is run: its cases, each a world with what is expected of it."""

from dataclasses import dataclass, field

from charter.findings.claims import Claim
from charter.findings.outcome import State
from charter.rules.terms import Action, Means
from charter.scenario.model import World
from charter.source import Source, Span
from charter.truth import Truth


@dataclass(frozen=True, slots=True)
class _Expectation:
    """What every expectation has: its words, and under which conditions it is to hold.

    ``reading`` is the reading under which it is checked (``None``: the one that is run).
    A ``contested`` expectation is reported but never failed.
    """

    text: str
    line: int
    span: Span = field(compare=False)
    reading: str | None
    contested: bool


@dataclass(frozen=True, slots=True)
class ExpectedDuty(_Expectation):
    """A party owes, or with ``negated`` does not owe, something.

    ``None`` and ``()`` mean that the expectation does not say. ``states`` are those that satisfy
    it (a plain "owes" is met by OWED only). ``not_articles`` are articles under which the same must
    not be owed. ``event`` is the label of the event because of which it is owed. ``because`` are
    claims with the truth they must have in the derivation, or in the closest refused routes;
    ``depends_on`` are claims on which the result must depend.
    """

    party: str
    beneficiary: str | None
    action: Action | None
    means: tuple[Means, ...]
    states: tuple[State, ...]
    article: str | None
    treaty: str | None
    not_articles: tuple[str, ...]
    negated: bool
    because: tuple[tuple[Claim, bool], ...]
    depends_on: tuple[Claim, ...]
    event: str | None = None


@dataclass(frozen=True, slots=True)
class ExpectedNobody(_Expectation):
    """Nobody owes anything; with ``besides`` nobody owes more than the block's other lines say."""

    besides: bool
    because: tuple[tuple[Claim, bool], ...]


@dataclass(frozen=True, slots=True)
class ExpectedBreach(_Expectation):
    """A party breaches, or with ``negated`` does not breach, an article.

    Without a ``party`` nobody breaches it. ``event`` is the label of the event by which. With
    ``undetermined`` it must be unsettled whether it does, on ``depends_on`` if given.
    """

    party: str | None
    article: str | None
    treaty: str | None
    negated: bool
    undetermined: bool
    depends_on: tuple[Claim, ...]
    event: str | None = None
    because: tuple[tuple[Claim, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedBound(_Expectation):
    """A charter is, or is not, in force for a party on the day of an event, or of every event.

    ``truth`` is what must be found of it; ``depends_on`` are claims on which that must
    depend.
    """

    party: str
    treaty: str
    truth: Truth
    event: str | None
    depends_on: tuple[Claim, ...]


Expectation = ExpectedDuty | ExpectedNobody | ExpectedBreach | ExpectedBound


@dataclass(frozen=True, slots=True)
class Case:
    """One scenario, or one variation of it, ready to run."""

    scenario: str
    variation: str | None
    charters: tuple[str, ...]
    world: World
    expectations: tuple[Expectation, ...]
    line: int
    question: str | None = None
    sources: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The scenario's name, and the variation's after a dash."""
        return f"{self.scenario} — {self.variation}" if self.variation else self.scenario


@dataclass(frozen=True, slots=True)
class ScenarioFile:
    """All the cases of a scenario file, in order; one file may hold several scenarios."""

    source: Source
    cases: tuple[Case, ...]
