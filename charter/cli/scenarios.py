"""The commands that run scenarios: run, test, why, why-not, readings."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from charter.cli.help import Command
from charter.cli.output import Output, diagnose, with_output
from charter.diagnostics import Diagnostic, Refused
from charter.suggest import did_you_mean, listed

if TYPE_CHECKING:
    from charter.engine.run import Run
    from charter.findings.checked import Checked
    from charter.scenario.case import Case, ScenarioFile

variation_option = click.option(
    "-v", "--variation", metavar="NAME", help="Only this variation of the scenario."
)
assume_option = click.option(
    "--assume",
    type=click.Choice(("open", "closed")),
    default="open",
    show_default=True,
    help="Leave open what is not stated, or take it as false.",
)
reading_option = click.option("--reading", metavar="NAME", help="Run under this reading.")


@dataclass(slots=True)
class Asked:
    """What a command is asked to run, and what of it could not be read."""

    variation: str | None = None
    reading: str | None = None
    closed: bool = False
    refused: bool = field(default=False, init=False)

    def load(self, path: str) -> "ScenarioFile | None":
        """The scenario file, or ``None`` after saying on standard error why it is refused."""
        from charter.engine.charters import resolve
        from charter.scenario.load import load_scenarios

        try:
            return load_scenarios(path, resolve)
        except Refused as error:
            self.refuse(error)
            return None

    def refuse(self, error: Refused) -> None:
        """Say why an input is refused, and remember that one was."""
        self.refused = True
        diagnose(error.diagnostics)

    def checked(self, path: str) -> "list[tuple[Run, tuple[Checked, ...]]]":
        """Every case of a file run as asked, with what became of its expectations."""
        file = self.load(path)
        if file is None:
            return []
        try:
            return [
                (run, self._check(run, path))
                for case in chosen_cases(file, self.variation)
                for run in self.runs(case, path)
            ]
        except Refused as error:
            self.refuse(error)
            return []

    def runs(self, case: "Case", path: str) -> "tuple[Run, ...]":
        """The case under the reading asked for, or under all."""
        from charter.engine.run import run_case, run_readings

        base = Path(path).parent
        if self.reading == "all":
            return run_readings(case, base, closed=self.closed, file=path)
        return (run_case(case, base, reading=self.reading, closed=self.closed, file=path),)

    def _check(self, run: "Run", path: str) -> "tuple[Checked, ...]":
        from charter.testing.compare import check_case

        return check_case(run, self.rerun(run.case, path))

    def rerun(self, case: "Case", path: str) -> "Callable[[str], Run]":
        """Runs the case again under a reading named by an expectation."""
        from charter.engine.run import run_once

        base = Path(path).parent
        return lambda name: run_once(case, base, reading=name, closed=self.closed, file=path)


def chosen_cases(file: "ScenarioFile", variation: str | None) -> "tuple[Case, ...]":
    """All cases of a file, or those of one variation; refused where there is none of that name."""
    if variation is None:
        return file.cases
    found = tuple(each for each in file.cases if variation in (each.variation, each.title))
    if found:
        return found
    known = [each.variation for each in file.cases if each.variation]
    advice = did_you_mean(variation, known) or f"the variations are: {listed(known)}"
    message = f"`{file.source.name}` has no variation named `{variation}`"
    raise Refused([Diagnostic("C022", message, help=advice)])


def _failed(checked: "tuple[Checked, ...]") -> bool:
    return any(not each.held and not each.contested for each in checked)


@click.command(cls=Command)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@variation_option
@click.option("--reading", metavar="NAME", help="Run under this reading, or under `all`.")
@assume_option
@click.option("--all", "everyone", is_flag=True, help="List also those who owe nothing, and why.")
@with_output
def run(
    output: Output,
    /,
    files: tuple[str, ...],
    variation: str | None,
    reading: str | None,
    assume: str,
    everyone: bool,
) -> int:
    """Print who owes what to whom, and why."""
    asked = Asked(variation, reading, assume == "closed")
    found = [pair for path in files for pair in asked.checked(path)]
    if output.form == "json":
        from charter.report.export import result

        output.data([result(each, checked) for each, checked in found])
    elif found:
        from charter.report.overview import report

        output.documents([report(each, checked, everyone=everyone) for each, checked in found])
    return _status(asked, any(_failed(checked) for _, checked in found))


def _status(asked: Asked, bad_news: bool) -> int:
    return 2 if asked.refused else int(bad_news)


@click.command(cls=Command)
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@reading_option
@with_output
def test(output: Output, /, paths: tuple[str, ...], reading: str | None) -> int:
    """Check what scenario files expect.

    Prints what differs, with what decides it.
    Folders are searched for files that end in .scenario; without a path, this folder is.
    """
    from charter.cli.progress import each_with_progress

    asked = Asked(reading=reading)
    files = [file for path in paths or (".",) for file in scenario_files(path)]
    found = [pair for file in each_with_progress(files) for pair in asked.checked(file)]
    if output.form == "json":
        from charter.report.export import result

        output.data([result(each, checked) for each, checked in found])
    elif found or not asked.refused:
        from charter.report.tested import tested

        output.documents([tested(found)])
    return _status(asked, any(_failed(checked) for _, checked in found))


def scenario_files(path: str) -> list[str]:
    """A file itself, or the scenario files in a folder and below it, in order of their names."""
    folder = Path(path)
    if not folder.is_dir():
        return [path]
    found = sorted(str(each) for each in folder.rglob("*.scenario") if each.is_file())
    if not found:
        message = f"there is no scenario file in `{path}`"
        raise Refused([Diagnostic("C023", message, help="such files end in `.scenario`")])
    return found


@click.command(cls=Command)
@click.argument("file")
@click.argument("question")
@variation_option
@reading_option
@assume_option
@with_output
def why(output: Output, /, file: str, question: str, **options: str | None) -> int:
    """Print every ground of an answer.

    A tree of all sufficient grounds, down to articles and stated facts.
    The question is put as an expectation: "Mali owes Niger assistance".
    """
    return _answer(output, file, question, options, wants_refusal=False)


@click.command("why-not", cls=Command)
@click.argument("file")
@click.argument("question")
@variation_option
@reading_option
@assume_option
@with_output
def why_not(output: Output, /, file: str, question: str, **options: str | None) -> int:
    """Print why something is not owed.

    The closest failed routes, each condition not met, not stated, or defeated by.
    The question is put as an expectation: "Togo owes Niger assistance".
    """
    return _answer(output, file, question, options, wants_refusal=True)


def _answer(
    output: Output,
    file: str,
    question: str,
    options: dict[str, str | None],
    *,
    wants_refusal: bool,
) -> int:
    """The answer to a question, whichever it is; bad news where it is not the one supposed."""
    from charter.cli.questions import answer

    asked = Asked(options["variation"], options["reading"], options["assume"] == "closed")
    loaded = asked.load(file)
    if loaded is None:
        return 2
    case = chosen_cases(loaded, asked.variation)[0]
    owed = answer(output, asked.rerun(case, file)(asked.reading or "default"), question)
    return int(owed == wants_refusal)


@click.command(cls=Command)
@click.argument("file")
@variation_option
@assume_option
@with_output
def readings(output: Output, /, file: str, variation: str | None, assume: str) -> int:
    """Compare an answer under every reading."""
    from charter.engine.run import run_readings

    asked = Asked(variation, closed=assume == "closed")
    loaded = asked.load(file)
    if loaded is None:
        return 2
    base = Path(file).parent
    found = [
        run_readings(case, base, closed=asked.closed, file=file)
        for case in chosen_cases(loaded, variation)
    ]
    if output.form == "json":
        from charter.report.export import result

        output.data([result(each) for runs in found for each in runs])
    else:
        from charter.report.comparing import readings as compared

        output.documents(compared(tuple(found)))
    return 0
