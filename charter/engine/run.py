"""A case run against its charters: under the default readings, under a named one, or under all.

A reading is named by its own name; the other contested points keep their defaults. What a
reading turns is found by running the case again with that one reading changed, never guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple

from charter.diagnostics import Diagnostic, Refused
from charter.engine import kept
from charter.engine.evaluate import evaluate
from charter.engine.plan import Plan, plan
from charter.findings.outcome import Obligation, Outcome, State
from charter.rules.treaty import Reading, Treaty
from charter.scenario.case import Case
from charter.scenario.model import Actor
from charter.suggest import did_you_mean, listed

DEFAULT = "default"


class DutyKey(NamedTuple):
    """What makes a duty the same duty under two readings; its state is not part of it."""

    kind: str
    treaty: str
    article: str | None
    paragraph: str | None
    action: str
    bearer: str
    beneficiary: str | None
    event: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A duty whose state another reading changes; ``None`` is for a duty that is not there."""

    reading: str
    key: DutyKey
    here: State | None
    there: State | None


@dataclass(frozen=True, slots=True)
class Run:
    """A case and what follows from it under one choice of readings.

    ``reading`` is "default" or the name of the one reading that departs from it. ``turns`` says
    what each reading not chosen would change, taken alone; it is empty where that was not asked.
    """

    case: Case
    file: str
    reading: str
    assume: Literal["open", "closed"]
    treaties: tuple[Treaty, ...]
    outcome: Outcome
    turns: tuple[Turn, ...] = ()

    @property
    def turned(self) -> Mapping[DutyKey, tuple[str, ...]]:
        """For every duty that some reading changes, the names of those readings."""
        found: dict[DutyKey, tuple[str, ...]] = {}
        for turn in self.turns:
            found[turn.key] = (*found.get(turn.key, ()), turn.reading)
        return MappingProxyType(found)


def key_of(row: Obligation) -> DutyKey:
    """The key of a duty, prohibition or permission."""
    cited = row.norm.citation
    return DutyKey(
        "duty" if row.norm.forbears else row.norm.kind,
        row.treaty,
        cited.article,
        cited.paragraph,
        row.norm.action.value,
        row.bearer,
        row.beneficiary,
        row.event,
    )


def run_case(
    case: Case, base: Path, *, reading: str | None = None, closed: bool = False, file: str = ""
) -> Run:
    """The case run under the default readings or one named reading, with what the others turn.

    ``base`` is the folder from which charters are found by path. A reading that none of the
    case's charters has is refused.
    """
    asked = None if reading == DEFAULT else reading
    run = run_once(case, base, reading=asked, closed=closed, file=file)
    others = (_run(run, base, _but(run, each), explain=False) for each in unchosen(run))
    turns = tuple(turn for each in others for turn in _turns(run, each))
    return replace(run, turns=turns)


def run_once(
    case: Case, base: Path, *, reading: str | None = None, closed: bool = False, file: str = ""
) -> Run:
    """The case run under one choice of readings, without asking what other readings turn."""
    load_readings(case.charters, base, reading)
    names = (reading,) if reading and reading != DEFAULT else ()
    world = replace(case.world, closed=True) if closed else case.world
    asked = replace(case, world=world)
    return _evaluated(asked, base, names, reading=reading or DEFAULT, file=file)


def run_about(run: Run, about: tuple[Actor, ...]) -> Run:
    """The same run, with an answer also for actors of whom its charters ask nothing."""
    actors = {**{each.name: each for each in about}, **run.case.world.actors}
    case = replace(run.case, world=replace(run.case.world, actors=actors))
    names = tuple(each.name for each in about)
    outcome = evaluate(plan(run.treaties), case.world, explain=True, about=names)
    return replace(run, case=case, outcome=outcome)


def run_readings(
    case: Case, base: Path, *, closed: bool = False, file: str = ""
) -> tuple[Run, ...]:
    """The case under the default readings, and then under each other reading alone."""
    default = run_once(case, base, closed=closed, file=file)
    others = tuple(_run(default, base, (each.name,)) for each in unchosen(default))
    turns = tuple(turn for each in others for turn in _turns(default, each))
    return (replace(default, turns=turns), *others)


def unchosen(run: Run) -> tuple[Reading, ...]:
    """The readings that the run did not take, each name once."""
    taken = {name for treaty in run.treaties for name in treaty.chosen}
    found: dict[str, Reading] = {}
    for treaty in run.treaties:
        for reading in treaty.readings:
            if reading.name not in taken and _taken_at(treaty, reading.point):
                found.setdefault(reading.name, reading)
    return tuple(found.values())


def _taken_at(treaty: Treaty, point: str) -> bool:
    """Whether the treaty chose among the readings of a point at all."""
    return any(each.point == point and each.name in treaty.chosen for each in treaty.readings)


def _but(run: Run, reading: Reading) -> tuple[str, ...]:
    """The names of the readings of the run that depart from the default, with one changed."""
    departed = {
        each.name: each.point
        for treaty in run.treaties
        for each in treaty.readings
        if each.name in treaty.chosen and not each.is_default
    }
    kept = tuple(name for name, point in departed.items() if point != reading.point)
    return kept if reading.is_default else (*kept, reading.name)


def _run(like: Run, base: Path, chosen: tuple[str, ...], *, explain: bool = True) -> Run:
    """The same case again under other readings; the last name is the one by which it goes."""
    name = chosen[-1] if chosen else DEFAULT
    return _evaluated(like.case, base, chosen, reading=name, file=like.file, explain=explain)


def _evaluated(
    case: Case,
    base: Path,
    chosen: tuple[str, ...],
    *,
    reading: str,
    file: str,
    explain: bool = True,
) -> Run:
    treaties, planned = _planned(case.charters, base, chosen, _fingerprint(case.charters, base))
    outcome = evaluate(planned, case.world, explain=explain)
    assume: Literal["open", "closed"] = "closed" if case.world.closed else "open"
    return Run(case, file, reading, assume, treaties, outcome)


def _turns(here: Run, there: Run) -> tuple[Turn, ...]:
    """Every duty whose state differs between two runs."""
    mine, other = _states(here.outcome), _states(there.outcome)
    keys = dict.fromkeys((*mine, *other))
    return tuple(
        Turn(there.reading, key, _first(mine.get(key)), _first(other.get(key)))
        for key in keys
        if mine.get(key) != other.get(key)
    )


def _states(outcome: Outcome) -> dict[DutyKey, tuple[State, ...]]:
    """The states of each duty; an article may hold several norms that look alike."""
    found: dict[DutyKey, tuple[State, ...]] = {}
    for row in (*outcome.duties, *outcome.prohibitions, *outcome.permissions):
        key = key_of(row)
        found[key] = tuple(sorted((*found.get(key, ()), row.state)))
    return found


def _first(states: tuple[State, ...] | None) -> State | None:
    return states[0] if states else None


def load_readings(charters: tuple[str, ...], base: Path, reading: str | None) -> tuple[Treaty, ...]:
    """The charters under one reading; refused where none of them has a reading of that name."""
    treaties = load_treaties(charters, base)
    if reading is None or reading == DEFAULT:
        return treaties
    known = [each.name for treaty in treaties for each in treaty.readings]
    if reading in known:
        return load_treaties(charters, base, (reading,))
    advice = did_you_mean(reading, known) or f"the readings are: {listed(known)}"
    message = f"{listed(charters, last='or')} has no reading named `{reading}`"
    raise Refused([Diagnostic("C021", message, help=advice)])


def load_treaties(
    charters: tuple[str, ...], base: Path, chosen: tuple[str, ...] = ()
) -> tuple[Treaty, ...]:
    """The charters under the readings named; a reading is passed to the charters that have it."""
    return _planned(charters, base, chosen, _fingerprint(charters, base))[0]


@cache
def _planned(
    charters: tuple[str, ...], base: Path, chosen: tuple[str, ...], fingerprint: tuple[str, ...]
) -> tuple[tuple[Treaty, ...], Plan]:
    treaties = tuple(
        _under(name, base, chosen, each) for name, each in zip(charters, fingerprint, strict=True)
    )
    return treaties, plan(treaties)


def _under(name: str, base: Path, chosen: tuple[str, ...], fingerprint: str) -> Treaty:
    default = _loaded(name, base, (), fingerprint)
    has = {each.name for each in default.readings}
    wanted = tuple(each for each in chosen if each in has)
    return _loaded(name, base, wanted, fingerprint) if wanted else default


@cache
def _loaded(name: str, base: Path, chosen: tuple[str, ...], fingerprint: str) -> Treaty:
    del fingerprint  # only part of the key: a file that changed is read again
    return kept.load(name, base=base, chosen=chosen)


def _fingerprint(charters: tuple[str, ...], base: Path) -> tuple[str, ...]:
    """What a charter's file holds now, so that a changed file is not taken for the old one."""
    return tuple(_content(base / name) for name in charters)


def _content(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return ""
