"""What each reading not chosen would turn, in words."""

from collections.abc import Iterable, Iterator

from charter.engine.run import DutyKey, Run, Turn
from charter.findings.outcome import State
from charter.report import phrases
from charter.report.document import Cell, Column, Style, Table, cell, text
from charter.report.document import Run as Styled
from charter.report.prose import Prose
from charter.report.rows import LOOKS
from charter.rules.model import limb
from charter.rules.terms import Action

COLUMNS = (
    Column("Reading", yields=True),
    Column("Whose answer", yields=True),
    Column("Here"),
    Column("Under that reading"),
)


def turned(run: Run) -> Table:
    """A row for each answer that a reading not chosen would turn, taken alone.

    Parties that fare alike stand together.
    """
    words = Prose.of(run.treaties)
    by_reading: dict[str, list[Turn]] = {}
    for turn in run.turns:
        by_reading.setdefault(turn.reading, []).append(turn)
    rows = (row for name, turns in by_reading.items() for row in _rows(name, turns, run, words))
    return Table(COLUMNS, tuple(rows))


def _rows(
    reading: str, turns: Iterable[Turn], run: Run, words: Prose
) -> Iterator[tuple[Cell, ...]]:
    """The rows of a reading, its name in the first of them."""
    alike: dict[tuple[DutyKey, State | None, State | None], list[str]] = {}
    for turn in turns:
        key = turn.key._replace(bearer="")
        alike.setdefault((key, turn.here, turn.there), []).append(turn.key.bearer)
    name = f"“{reading}”"
    for (key, here, there), bearers in alike.items():
        who = phrases.listed(tuple(dict.fromkeys(bearers)))
        answer = (text(f"{who}: {_what(key, words)}"), *_account(key, run))
        states = (_standing(here, key), _standing(there, key))
        yield (cell(Styled(name, Style.STRONG)), answer, *states)
        name = ""


def _account(key: DutyKey, run: Run) -> Cell:
    several = len(run.case.world.events) > 1
    return cell(Styled(f"on account of {key.event}", Style.FAINT)) if several else ()


def _what(key: DutyKey, words: Prose) -> str:
    """What is owed to whom, or what is forbidden: "assistance to Niger (Article 6 of AES)"."""
    where = words.article(key.treaty, limb(key.article, key.paragraph) or None)
    if key.kind == "prohibition":
        return f"breach of {where}"
    to = f" to {key.beneficiary}" if key.beneficiary else ""
    return f"{phrases.OWED[Action(key.action)]}{to} ({where})"


def _standing(state: State | None, key: DutyKey) -> Cell:
    look = Style.FAINT if state is None else LOOKS[state]
    return cell(Styled(_word(state, key), look))


def _word(state: State | None, key: DutyKey) -> str:
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
