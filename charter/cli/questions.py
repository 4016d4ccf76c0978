"""Questions put to a run: why, and why not."""

from pathlib import Path

from charter.cli.output import Output
from charter.engine import matching
from charter.engine.charters import resolve
from charter.engine.run import Run
from charter.findings.outcome import Obligation, Refusal
from charter.report import explain, trees
from charter.scenario.case import ExpectedBreach, ExpectedDuty
from charter.scenario.load import parse_question
from charter.scenario.names import CharterNames

MOST_ROUTES = 3


def answer(output: Output, run: Run, question: str) -> bool:
    """Give out the grounds of what is asked about, or its closest failed routes; which it was.

    What is undetermined has grounds: they say what it depends on.
    """
    rows, refused = rows_asked(run, parse_question(question, run.case, _charters(run)))
    routes = refused[:MOST_ROUTES]
    if output.form == "json":
        output.data(trees.grounds(run, rows) if rows else trees.routes(run, routes))
    else:
        document = explain.why(run, rows) if rows else explain.why_not(run, routes, question)
        output.documents([document])
    return bool(rows)


def _charters(run: Run) -> tuple[CharterNames, ...]:
    return tuple(resolve(each.path or each.name, Path()) for each in run.treaties)


def rows_asked(
    run: Run, asked: ExpectedDuty | ExpectedBreach
) -> tuple[tuple[Obligation, ...], tuple[Refusal, ...]]:
    """The rows that a question speaks of, and the refusals."""
    match asked:
        case ExpectedDuty():
            return matching.duties(run.outcome, asked), matching.refusals(run.outcome, asked)
        case ExpectedBreach():
            return matching.breaches(run.outcome, asked), matching.unbroken(run.outcome, asked)
