"""Derivations as nested data, for programs."""

from charter.engine.run import Run
from charter.findings.derivation import Step
from charter.findings.outcome import Obligation, Refusal
from charter.report.prose import Prose
from charter.report.refused import condition_state
from charter.truth import Truth

Json = dict[str, object]


def grounds(run: Run, rows: tuple[Obligation, ...]) -> list[Json]:
    """Each row with its state and its whole derivation."""
    words = Prose.of(run.treaties, run.case.world)
    return [
        {
            "scenario": run.case.scenario,
            "variation": run.case.variation,
            "reading": run.reading,
            "claim": words.obligation(row),
            "state": row.state.value,
            "depends_on": [words.claim(each, Truth.UNKNOWN) for each in row.depends_on],
            "why": step(row.why, words) if row.why else None,
        }
        for row in rows
    ]


def routes(run: Run, rows: tuple[Refusal, ...]) -> list[Json]:
    """Each refused route with its failing conditions and the whole attempt."""
    words = Prose.of(run.treaties, run.case.world)
    return [
        {
            "scenario": run.case.scenario,
            "variation": run.case.variation,
            "reading": run.reading,
            "claim": words.refusal(row),
            "state": None,
            "failing": [words.claim(each.claim, each.truth) for each in row.failing],
            "why_not": step(row.why, words),
        }
        for row in rows
    ]


def step(root: Step, words: Prose) -> Json:
    """A step with its truth, its basis, its article and words, and its premises."""
    citation = root.cite.citation if root.cite else None
    return {
        "claim": words.claim(root.claim, Truth.TRUE),
        "truth": root.truth.value,
        "condition": condition_state(root),
        "basis": root.basis.value,
        "treaty": root.cite.treaty if root.cite else None,
        "article": citation.article if citation else None,
        "words": citation.words.quoted if citation else None,
        "any_of": root.any_of,
        "premises": [step(each, words) for each in root.premises],
    }
