"""Runs as the JSON result that others script against."""

from collections.abc import Iterator

from charter.diagnostics import Diagnostic
from charter.elaborate import library
from charter.elaborate.charter import unread_words
from charter.engine.run import Run, key_of
from charter.findings.checked import Checked
from charter.findings.outcome import Obligation
from charter.report.prose import Prose
from charter.report.result import (
    ConflictResult,
    DiagnosticResult,
    ExpectationResult,
    Result,
    Row,
)
from charter.truth import Truth


def result(run: Run, checked: tuple[Checked, ...] = ()) -> Result:
    """The run as one object of the result's list; what was not read is among its diagnostics."""
    words = Prose.of(run.treaties, run.case.world)
    outcome = run.outcome
    return Result(
        schema="charter/result/1",
        scenario=run.case.scenario,
        variation=run.case.variation,
        file=run.file,
        reading=run.reading,
        assume=run.assume,
        duties=_rows(outcome.duties, run, words),
        prohibitions=_rows(outcome.prohibitions, run, words),
        breaches=_rows(outcome.breaches, run, words),
        permissions=_rows(outcome.permissions, run, words),
        conflicts=_conflicts(run, words),
        expectations=tuple(map(_expectation, checked)),
        diagnostics=tuple(map(diagnostic, _unread(run))),
    )


def _rows(rows: tuple[Obligation, ...], run: Run, words: Prose) -> tuple[Row, ...]:
    return tuple(_row(row, run, words) for row in rows)


def _row(row: Obligation, run: Run, words: Prose) -> Row:
    norm = row.norm
    return Row(
        bearer=row.bearer,
        beneficiary=row.beneficiary,
        action=norm.action,
        modality=norm.modality,
        kind=norm.duty_kind,
        means=tuple(dict.fromkeys(each.means for each in norm.means)),
        treaty=row.treaty,
        article=row.article,
        state=row.state,
        since=row.since,
        until=row.until,
        event=row.event,
        depends_on=tuple(words.claim(each, Truth.UNKNOWN) for each in row.depends_on),
        turned_by_readings=run.turned.get(key_of(row), ()),
        tainted_by=tuple(each.text for each in row.tainted_by),
    )


def _conflicts(run: Run, words: Prose) -> tuple[ConflictResult, ...]:
    return tuple(
        ConflictResult(
            party=each.party,
            between=tuple(words.article(at.treaty, at.citation.article) for at in each.between),
            resolved_by=each.resolved_by,
        )
        for each in run.outcome.conflicts
    )


def _expectation(checked: Checked) -> ExpectationResult:
    return ExpectationResult(
        line=checked.line,
        text=checked.text,
        held=checked.held,
        why=None if checked.held else f"expected: {checked.expected}; found: {checked.found}",
    )


def _unread(run: Run) -> Iterator[Diagnostic]:
    """A warning for each run of words that no rule of the run's charters rests on."""
    for treaty in run.treaties:
        if any(each.unread for each in treaty.provisions):
            yield from unread_words(library.charter(treaty.path or treaty.name), treaty)


def diagnostic(found: Diagnostic) -> DiagnosticResult:
    """A diagnostic with its first place."""
    place = found.places[0] if found.places else None
    line, column = place.source.position(place.span.start) if place else (None, None)
    return DiagnosticResult(
        code=found.code,
        severity=found.severity.word,
        message=found.message,
        file=place.source.name if place else None,
        line=line,
        column=column,
        help=found.help,
    )
