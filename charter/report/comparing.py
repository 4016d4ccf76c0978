"""One case under its readings: party by reading, and which reading turns which answer."""

from collections.abc import Iterator

from charter.engine.run import Run, unchosen
from charter.findings.outcome import Obligation
from charter.report import norms, phrases
from charter.report.document import (
    Block,
    Cell,
    Column,
    Document,
    Paragraph,
    Section,
    Style,
    Table,
    Text,
    cell,
    text,
)
from charter.report.document import Run as Styled
from charter.report.explain import circumstances
from charter.report.prose import Prose
from charter.report.rows import LOOKS
from charter.report.turning import turned
from charter.rules.treaty import Reading, Treaty

PARTIES_BESIDE = 3
"""How many parties stand beside one another in a table that is to fit 80 columns."""


def readings(cases: tuple[tuple[Run, ...], ...]) -> tuple[Document, ...]:
    """For each case, the states of every party's duties under each reading; then the reasons."""
    treaties = {each.name: each for runs in cases for each in runs[0].treaties}
    reasons = tuple(_reasons(tuple(treaties.values())))
    return (*map(_compared, cases), *reasons)


def _compared(runs: tuple[Run, ...]) -> Document:
    default = runs[0]
    blocks = (*_tables(runs), *_turns(default))
    return Document(default.case.title, circumstances(default), blocks)


def _tables(runs: tuple[Run, ...]) -> Iterator[Block]:
    parties = _parties(runs)
    if not parties:
        nobody = "Nobody owes or breaches anything under any reading."
        yield Paragraph(text(nobody))
        return
    tables = tuple(
        _table(runs, parties[at : at + PARTIES_BESIDE])
        for at in range(0, len(parties), PARTIES_BESIDE)
    )
    yield Section("Party by reading", tables)


def _parties(runs: tuple[Run, ...]) -> tuple[str, ...]:
    """Everybody who bears something under some reading, or is bound at all."""
    bearers = (row.bearer for run in runs for row in _rows(run))
    bound = (each.party for run in runs for _, each in run.outcome.bound)
    if not any(_rows(run) for run in runs):
        return ()
    return tuple(sorted({*bearers, *bound}))


def _rows(run: Run) -> tuple[Obligation, ...]:
    return (*run.outcome.duties, *run.outcome.prohibitions)


def _table(runs: tuple[Run, ...], parties: tuple[str, ...]) -> Table:
    """A row for the default and for each reading under which somebody fares otherwise."""
    columns = (Column("Reading", yields=True), *(Column(each, yields=True) for each in parties))
    default, *others = (_row(run, parties) for run in runs)
    differing = (row for row in others if row[1:] != default[1:])
    return Table(columns, (default, *differing))


def _row(run: Run, parties: tuple[str, ...]) -> tuple[Cell, ...]:
    name = "default" if run.reading == "default" else f"“{run.reading}”"
    return (cell(name), *(_states(run, party) for party in parties))


def _states(run: Run, party: str) -> Cell:
    lines = dict.fromkeys(_state(row, run) for row in _rows(run) if row.bearer == party)
    return tuple(lines) or cell(Styled("nothing", Style.FAINT))


def _state(row: Obligation, run: Run) -> Text:
    """A state with its article, and its treaty and event where there are several."""
    cited = norms.cited(row.norm.citation).replace("Article ", "Art. ")
    treaty = f" {Prose.of(run.treaties).treaty(row.treaty)}" if len(run.treaties) > 1 else ""
    event = f", {row.event}" if len(run.case.world.events) > 1 else ""
    to = f" to {row.beneficiary}" if row.beneficiary else ""
    return text(Styled(norms.standing(row), LOOKS[row.state]), f"{to} ({cited}{treaty}{event})")


def _turns(default: Run) -> Iterator[Block]:
    """What each reading turns, and in one line those that turn nothing."""
    turning = {each.reading for each in default.turns}
    idle = tuple(f"“{each.name}”" for each in unchosen(default) if each.name not in turning)
    blocks: list[Block] = [turned(default)] if turning else []
    if idle:
        verb = "turns" if len(idle) == 1 else "turn"
        blocks.append(Paragraph(text(f"{phrases.listed(idle)} {verb} nothing here.")))
    yield Section(
        "Which reading turns which answer",
        tuple(blocks) or (Paragraph(text("These charters have no other readings.")),),
    )


REASON_COLUMNS = (Column("Contested point", yields=True), Column("Readings", yields=True))


def _reasons(treaties: tuple[Treaty, ...]) -> Iterator[Document]:
    """The contested points of charters with their readings and the reasons for each."""
    points: dict[tuple[str, str], list[Reading]] = {}
    for treaty in treaties:
        for each in treaty.readings:
            points.setdefault((treaty.label, each.point), []).append(each)
    rows = tuple(
        (cell(phrases.capital(point), treaty), tuple(map(_reason, readings)))
        for (treaty, point), readings in points.items()
    )
    if rows:
        yield Document("The readings and their reasons", None, (Table(REASON_COLUMNS, rows),))


def _reason(reading: Reading) -> Text:
    default = " (default)" if reading.is_default else ""
    reason = phrases.capital(reading.reason)
    return text(Styled(f"“{reading.name}”", Style.STRONG), f"{default}: {reason}")
