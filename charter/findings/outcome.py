"""The answer to a scenario: duties, prohibitions, breaches, and what is not owed and why."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto

from charter.dates import Day
from charter.findings.claims import Claim
from charter.findings.derivation import Cite, Step
from charter.rules.model import Words
from charter.rules.provision import Norm
from charter.truth import Truth


class State(StrEnum):
    """The state of a duty; a duty not triggered is a ``Refusal`` and has none."""

    OWED = auto()
    UNDETERMINED = auto()
    PERFORMED = auto()
    BREACHED = auto()
    EXCUSED = auto()
    SUSPENDED = auto()
    ENDED = auto()


@dataclass(frozen=True, slots=True)
class Obligation:
    """One norm at work: who owes what to whom because of which event.

    ``depends_on`` are the facts not stated on which an undetermined state rests; ``tainted_by``
    the unread words of the articles it rests on; ``why`` is the whole derivation (``None`` where
    none was asked for). ``since`` is the day of the event where it is exactly known.
    """

    norm: Norm
    treaty: str
    bearer: str
    beneficiary: str | None
    event: str
    state: State
    since: date | None
    until: date | None
    depends_on: tuple[Claim, ...]
    tainted_by: tuple[Words, ...]
    why: Step | None

    @property
    def article(self) -> str | None:
        """The number of the article under which it is owed."""
        return self.norm.citation.article


@dataclass(frozen=True, slots=True)
class Refusal:
    """A duty that is not owed, with the steps that fail; ``why`` holds the whole attempt."""

    norm: Norm
    treaty: str
    bearer: str
    beneficiary: str | None
    event: str
    failing: tuple[Step, ...]
    why: Step

    @property
    def article(self) -> str | None:
        """The number of the article under which it would be owed."""
        return self.norm.citation.article


@dataclass(frozen=True, slots=True)
class Bound:
    """Whether a treaty binds a party on a day, since when, and by which act.

    ``act`` says by which act the party came to be bound ("signature", "accession", …).
    ``barred_by`` are the facts, stated or taken from silence, for which it binds on no day.
    """

    party: str
    treaty: str
    truth: Truth
    since: Day | None
    until: Day | None
    act: str
    depends_on: tuple[Claim, ...]
    barred_by: tuple[tuple[Claim, Truth], ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two norms that one party cannot both satisfy; ``resolved_by`` names what ranks them."""

    party: str
    between: tuple[Cite, ...]
    resolved_by: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that follows from a scenario under one reading.

    ``prohibitions`` are those that an event engages, breached or possibly breached; ``breaches``
    those of them, and of the duties, that are breached. ``bound`` says who is bound by what on the
    day of each event. Refusals are there only where derivations were asked for.
    """

    duties: tuple[Obligation, ...]
    prohibitions: tuple[Obligation, ...]
    breaches: tuple[Obligation, ...]
    permissions: tuple[Obligation, ...]
    conflicts: tuple[Conflict, ...]
    refusals: tuple[Refusal, ...]
    bound: tuple[tuple[str, Bound], ...]
    """Pairs of an event's label and who is bound on its day."""

    @property
    def asked(self) -> tuple[Obligation, ...]:
        """What is to be done, and what is to be left from an event on."""
        left = (row for row in self.prohibitions if row.norm.forbears)
        return (*self.duties, *left)
