"""Questions put to a run: why, and why not."""

from pathlib import Path

from charter.cli.output import Output
from charter.engine import matching
from charter.engine.charters import resolve
from charter.engine.run import Run, run_about
from charter.findings.outcome import Obligation, Refusal
from charter.report import explain, trees
from charter.scenario import register
from charter.scenario.case import ExpectedBreach, ExpectedDuty
from charter.scenario.load import parse_question
from charter.scenario.model import Actor
from charter.scenario.names import CharterNames


def answer(output: Output, run: Run, question: str) -> bool:
    """Give out the grounds of what is asked about, or its closest failed routes; which it was.

    What is undetermined has grounds: they say what it depends on.
    """
    asked = parse_question(question, run.case, _charters(run))
    rows, refused = rows_asked(run, asked)
    if not rows and not refused:
        run = run_about(run, _spoken_of(run, asked))
        _, refused = rows_asked(run, asked)
    if output.form == "json":
        output.data(trees.grounds(run, rows) if rows else trees.routes(run, refused))
    else:
        document = explain.why(run, rows) if rows else explain.why_not(run, refused, question)
        output.documents([document])
    return bool(rows)


def _charters(run: Run) -> tuple[CharterNames, ...]:
    return tuple(resolve(each.path or each.name, Path()) for each in run.treaties)


def _spoken_of(run: Run, asked: ExpectedDuty | ExpectedBreach) -> tuple[Actor, ...]:
    """The actors that a question names, also those whom the scenario does not."""
    named = (asked.party, asked.beneficiary if isinstance(asked, ExpectedDuty) else None)
    known = run.case.world.actors
    found = (known.get(each) or register.find(each) for each in named if each)
    return tuple(each for each in found if each)


def rows_asked(
    run: Run, asked: ExpectedDuty | ExpectedBreach
) -> tuple[tuple[Obligation, ...], tuple[Refusal, ...]]:
    """The rows that a question speaks of, and the refusals."""
    match asked:
        case ExpectedDuty():
            return matching.duties(run.outcome, asked), matching.refusals(run.outcome, asked)
        case ExpectedBreach():
            return matching.breaches(run.outcome, asked), matching.unbroken(run.outcome, asked)
