"""What each reading not chosen would turn, in words."""

from collections.abc import Iterable

from charter.engine.run import DutyKey, Run, Turn
from charter.findings.outcome import State
from charter.report import phrases
from charter.report.prose import Prose
from charter.rules.terms import Action


def turned(run: Run) -> dict[str, str]:
    """For each reading that would turn something, what it turns; parties that fare alike together.

    A line is "Burkina Faso and Mali to Niger, assistance (Article 6 of AES): not owed instead of
    owed".
    """
    words = Prose.of(run.treaties, run.case.world)
    by_reading: dict[str, list[Turn]] = {}
    for turn in run.turns:
        by_reading.setdefault(turn.reading, []).append(turn)
    return {reading: "; ".join(_lines(turns, words)) for reading, turns in by_reading.items()}


def _lines(turns: Iterable[Turn], words: Prose) -> Iterable[str]:
    alike: dict[tuple[DutyKey, State | None, State | None], list[str]] = {}
    for turn in turns:
        key = turn.key._replace(bearer="")
        alike.setdefault((key, turn.here, turn.there), []).append(turn.key.bearer)
    for (key, here, there), bearers in alike.items():
        who = phrases.listed(tuple(dict.fromkeys(bearers)))
        yield f"{who}{_what(key, words)}: {_standing(there, key)} instead of {_standing(here, key)}"


def _what(key: DutyKey, words: Prose) -> str:
    to = f" to {key.beneficiary}" if key.beneficiary else ""
    what = "prohibition" if key.kind == "prohibition" else phrases.OWED[Action(key.action)]
    paragraph = f"{key.article}({key.paragraph})" if key.paragraph else key.article
    return f"{to}, {what} ({words.article(key.treaty, paragraph)})"


def _standing(state: State | None, key: DutyKey) -> str:
    match state, key.kind:
        case None, "prohibition":
            return "not breached"
        case None, "permission":
            return "not permitted"
        case None, _:
            return "not owed"
        case State.OWED, "permission":
            return "permitted"
        case State() as state, _:
            return phrases.STATES[state]
