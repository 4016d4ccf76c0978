"""The result that others script against: ``charter/result/1``, as pydantic models."""

from datetime import date
from typing import Literal

from pydantic import Field

from charter.findings.outcome import State
from charter.rules.model import Model
from charter.rules.terms import Action, DutyKind, Means, Modality


class Row(Model):
    """A duty, prohibition or permission at work.

    ``depends_on`` names the facts not stated, ``turned_by_readings`` the readings that, taken
    alone, change the state, and ``tainted_by`` the unread words that the row rests on.
    """

    bearer: str
    beneficiary: str | None
    action: Action
    modality: Modality
    kind: DutyKind
    means: tuple[Means, ...]
    treaty: str
    article: str | None
    state: State
    since: date | None
    until: date | None
    event: str
    depends_on: tuple[str, ...]
    turned_by_readings: tuple[str, ...]
    tainted_by: tuple[str, ...]


class ConflictResult(Model):
    """Norms that one party cannot both satisfy, as articles, and what ranks them."""

    party: str
    between: tuple[str, ...]
    resolved_by: str | None


class ExpectationResult(Model):
    """What became of an expectation; ``why`` says what was found where it did not hold."""

    line: int
    text: str
    held: bool
    why: str | None


class DiagnosticResult(Model):
    """A diagnostic with its first place, lines and columns counted from one."""

    code: str
    severity: str
    message: str
    file: str | None
    line: int | None
    column: int | None
    help: str | None


class Result(Model):
    """The answer to one scenario or variation under one reading."""

    schema_: Literal["charter/result/1"] = Field(alias="schema")
    scenario: str
    variation: str | None
    file: str
    reading: str
    assume: Literal["open", "closed"]
    duties: tuple[Row, ...]
    prohibitions: tuple[Row, ...]
    breaches: tuple[Row, ...]
    permissions: tuple[Row, ...]
    conflicts: tuple[ConflictResult, ...]
    expectations: tuple[ExpectationResult, ...]
    diagnostics: tuple[DiagnosticResult, ...]
