"""Scenario files as pytest sees them: a collector for each scenario, an item for each variation.

Node ids read ``file::scenario::variation``; what stands before the first variation is called
``as stated``. Expectations under one named reading are an item of their own, with the reading in
square brackets.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from _pytest._code.code import ReprFileLocation, TerminalRepr
from _pytest._io import TerminalWriter

from charter.diagnostics import Refused
from charter.engine.charters import resolve
from charter.engine.run import run_once
from charter.findings.checked import Checked
from charter.report.document import Document
from charter.report.plain import plain
from charter.report.tested import difference
from charter.scenario.case import Case
from charter.scenario.load import load_scenarios
from charter.testing.compare import check_case

AS_STATED = "as stated"
WIDTH = 88


class ExpectationFailedError(Exception):
    """Some expectations of a group do not hold: a line that says so, the report of what differs."""

    def __init__(self, line: str, report: str) -> None:
        super().__init__(line)
        self.report = report


class Told(TerminalRepr):
    """A failure in our own words: the report where it is shown, one line where it is listed."""

    def __init__(self, line: str, report: str, place: tuple[str, int]) -> None:
        self.report = report
        self.reprcrash = ReprFileLocation(*place, line)

    def toterminal(self, tw: TerminalWriter) -> None:
        """Write the report."""
        tw.line(self.report)


class ScenarioTests(pytest.File):
    """A scenario file; one that cannot be read is an error of collection, in plain words."""

    def collect(self) -> "Iterable[pytest.Collector]":
        """The scenarios of the file."""
        try:
            cases = load_scenarios(_shown(self.path), resolve).cases
        except Refused as refused:
            raise self.CollectError(str(refused)) from None
        for scenario, group in groupby(cases, key=lambda case: case.scenario):
            yield OneScenario.from_parent(self, name=scenario, cases=tuple(group))


def _shown(path: Path) -> Path:
    """The path as errors show it: from where pytest was called, if the file lies under that."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


class OneScenario(pytest.Collector):
    """A scenario with its variations."""

    def __init__(self, *, cases: tuple[Case, ...], **known: Any) -> None:
        super().__init__(**known)
        self.cases = cases

    def collect(self) -> "Iterable[pytest.Item]":
        """An item for each variation, and for each reading that its expectations name."""
        for case in self.cases:
            for reading in _readings(case):
                title = case.variation or AS_STATED
                name = f"{title} [{reading}]" if reading else title
                yield Interpretation.from_parent(self, name=name, case=case, reading=reading)


def _readings(case: Case) -> Iterator[str | None]:
    """The readings under which something is expected of a case, the default ones first."""
    named = dict.fromkeys(each.reading for each in case.expectations)
    return iter(sorted(named, key=lambda name: (name is not None, name or "")))


class Interpretation(pytest.Item):
    """The expectations of one case under one reading."""

    def __init__(self, *, case: Case, reading: str | None, **known: Any) -> None:
        super().__init__(**known)
        self.case = case
        self.reading = reading
        if any(each.contested for each in case.expectations):
            self.add_marker("contested")
        for mark in case.marks:
            self.config.addinivalue_line("markers", f"{mark}: a mark of a scenario")
            self.add_marker(mark)

    def runtest(self) -> None:
        """Run the case and report what does not hold; what is contested is only reported."""
        run = run_once(self.case, self.path.parent, reading=None, closed=False, file=str(self.path))
        rerun = partial(_again, self)
        lines = {each.line for each in self.case.expectations if each.reading == self.reading}
        checked = [each for each in check_case(run, rerun) if each.line in lines]
        missed = [each for each in checked if not each.held]
        failed = [each for each in missed if not each.contested]
        contested = [each.text for each in missed if each.contested]
        if contested:
            self.add_report_section("call", "contested", "\n".join(contested))
            self.user_properties.append(("contested", "; ".join(contested)))
        if failed:
            raise ExpectationFailedError(_line(failed), self._said(run, failed))

    def _said(self, run: Any, failed: list[Checked]) -> str:
        blocks = tuple(block for each in failed for block in difference(run, each))
        return plain(Document(self.case.title, None, blocks), WIDTH)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What was expected and what was found, with the words of the article that decides."""
        match excinfo.value:
            case ExpectationFailedError() as failed:
                return Told(str(failed), failed.report, (str(self.path), self.case.line))
            case Refused() as refused:
                return str(refused)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Any, int, str]:
        """Where the case begins."""
        return self.path, self.case.line - 1, self.case.title


def _line(failed: list[Checked]) -> str:
    """The first expectation that failed, and how many more did, in one line."""
    others = f", and {len(failed) - 1} more" if len(failed) > 1 else ""
    return f"line {failed[0].line}: {failed[0].text}{others}"


def _again(item: Interpretation, reading: str) -> Any:
    return run_once(item.case, item.path.parent, reading=reading, closed=False, file=str(item.path))
