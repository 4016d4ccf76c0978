"""The rows of an answer as they are found: obligations by sort, and refusals."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import assert_never

from charter.engine.closeness import failing
from charter.engine.matter import Matter
from charter.engine.plan import PlannedNorm
from charter.engine.states import Fate, fate, has_happened, helps_enemy, performed
from charter.engine.steps import all_of, denied, effective, open_claims, rests_on
from charter.engine.unread import rule_key
from charter.findings.claims import Breaches, HappenedOn, Owes
from charter.findings.derivation import Step
from charter.findings.outcome import Obligation, Refusal, State
from charter.rules.model import Words
from charter.scenario.model import World
from charter.truth import Truth


@dataclass(frozen=True, slots=True)
class Case:
    """A norm at work on an event: who would owe it to whom, and on what that rests.

    ``base`` are the premises that must hold, ``exceptions`` those that would defeat it.
    """

    matter: Matter
    norm: PlannedNorm
    bearer: str
    beneficiary: str | None
    claim: Owes | Breaches
    base: Iterable[Step]
    exceptions: Iterable[Step]


@dataclass(slots=True)
class Ledger:
    """Collects the rows of one evaluation."""

    world: World
    explain: bool
    duties: list[Obligation] = field(default_factory=list)
    prohibitions: list[Obligation] = field(default_factory=list)
    permissions: list[Obligation] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)

    def enter(self, case: Case) -> None:
        """Weigh a case and note what comes of it.

        An exception that holds excuses a duty that would else be owed, a suspended treaty suspends
        it, and either leaves nothing of one that would not surely be.
        """
        premises = chain(self._happened(case), case.base)
        base = all_of(case.claim, premises, thorough=self.explain, cite=case.norm.cite)
        if base.truth is Truth.FALSE:
            self._refuse(case, base)
            return
        exceptions, suspended = tuple(case.exceptions), tuple(_suspended(case))
        step = base
        if exceptions or suspended:
            defeats = map(denied, (*exceptions, *suspended))
            step = all_of(case.claim, (*base.premises, *defeats), cite=case.norm.cite)
        if step.truth is not Truth.FALSE:
            self._oblige(case, step, self._fate(case, step))
        elif base.truth is Truth.TRUE:
            is_excused = any(effective(each) is Truth.TRUE for each in exceptions)
            self._oblige(case, step, Fate(State.EXCUSED if is_excused else State.SUSPENDED))
        else:
            self._refuse(case, step)

    def _happened(self, case: Case) -> Iterator[Step]:
        """What may lie after the day that is asked about has perhaps not happened."""
        happening = case.matter.happening
        if has_happened(self.world, happening.event.day) is Truth.UNKNOWN:
            yield happening.stated.silent(HappenedOn(happening.label))

    def _fate(self, case: Case, step: Step) -> Fate:
        is_breach = isinstance(case.claim, Breaches)
        what = Fate(State.BREACHED) if is_breach else self._discharge(case)
        if step.truth is Truth.TRUE or what.state is State.PERFORMED:
            return what
        depends_on = dict.fromkeys((*open_claims(step), *what.depends_on))
        return Fate(State.UNDETERMINED, depends_on=tuple(depends_on))

    def _discharge(self, case: Case) -> Fate:
        """What became of a duty, if it has arisen."""
        norm, happening = case.norm.norm, case.matter.happening
        event, stated = happening.event, happening.stated
        if helps_enemy(self.world, norm, case.bearer, event) is Truth.TRUE:
            return Fate(State.BREACHED)
        done = performed(self.world, norm, case.bearer, case.beneficiary, event)
        if done is Truth.TRUE:
            return Fate(State.PERFORMED)
        what = fate(self.world, stated, norm, event)
        if done is Truth.FALSE or stated.closed:
            return what
        return Fate(State.UNDETERMINED, depends_on=(HappenedOn(event.label), *what.depends_on))

    def _oblige(self, case: Case, step: Step, what: Fate) -> None:
        event = case.matter.happening.event
        self._rows(case).append(
            Obligation(
                case.norm.norm,
                case.matter.treaty.name,
                case.bearer,
                case.beneficiary,
                event.label,
                what.state,
                event.day.exact,
                what.until,
                what.depends_on,
                _unread(case, step),
                step if self.explain else None,
            )
        )

    def _rows(self, case: Case) -> list[Obligation]:
        match case.norm.norm.kind:
            case "prohibition":
                return self.prohibitions
            case "permission":
                return self.permissions
            case "duty" | "declaration" | "disputes":
                return self.duties
            case _:
                assert_never(case.norm.norm.kind)

    def _refuse(self, case: Case, step: Step) -> None:
        if self.explain:
            self.refusals.append(
                Refusal(
                    case.norm.norm,
                    case.matter.treaty.name,
                    case.bearer,
                    case.beneficiary,
                    case.matter.label,
                    failing(step),
                    step,
                )
            )


def _suspended(case: Case) -> Iterator[Step]:
    """Whether the treaty is suspended for the bearer, or for the one to whom it would be owed."""
    life, moment = case.matter.standing, case.matter.happening.moment
    yield from life.suspended(case.bearer, moment)
    if case.beneficiary:
        yield from life.suspended(case.beneficiary, moment)


def _unread(case: Case, step: Step) -> tuple[Words, ...]:
    """The words left unread in the rules on which a result rests, and in their articles."""
    unread = case.matter.treaty.unread
    if not unread:
        return ()
    keys = dict.fromkeys(rule_key(each.citation) for each in rests_on(step))
    return tuple(dict.fromkeys(words for key in keys for words in unread.get(key, ())))
