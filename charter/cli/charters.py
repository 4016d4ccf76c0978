"""The commands about charters: parties, read, check, fmt, library, schema."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from charter.cli.help import Command, Group
from charter.cli.output import Output, diagnose, replace_file, with_output
from charter.diagnostics import Diagnostic, Refused, Severity

if TYPE_CHECKING:
    from charter.findings.outcome import Bound
    from charter.report.prose import Prose


@click.command(cls=Command)
@click.argument("charter")
@click.option("--at", "at", metavar="DATE", required=True, help="The day, as 2023-10-02.")
@click.option("--reading", metavar="NAME", help="Read the charter under this reading.")
@with_output
def parties(output: Output, /, charter: str, at: str, reading: str | None) -> int:
    """Print whom a charter binds on a day.

    Since when, by what act, and with which reservations.
    """
    from charter.dates import Day
    from charter.engine.participation import participants
    from charter.engine.run import load_readings
    from charter.report.days import date_words

    day = _date(at)
    (treaty,) = load_readings((charter,), Path(), reading)
    bound = participants(treaty, None, Day.on(day), label=date_words(day))
    if output.form == "json":
        from charter.report.prose import Prose

        output.data([_bound(each, Prose.of((treaty,))) for each in bound])
    else:
        from charter.report.treaties import participation

        output.documents([participation(treaty, day, bound)])
    return 0


def _date(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        message = f"`{words}` is not a day of the calendar"
        advice = "write the year, the month and the day, as in 2023-10-02"
        raise Refused([Diagnostic("C024", message, help=advice)]) from None


def _bound(row: "Bound", words: "Prose") -> dict[str, object]:
    from charter.report.days import dated
    from charter.truth import Truth

    return {
        "party": row.party,
        "treaty": row.treaty,
        "bound": None if row.truth is Truth.UNKNOWN else row.truth is Truth.TRUE,
        "since": dated(row.since) if row.since else None,
        "until": dated(row.until) if row.until else None,
        "act": row.act,
        "reservations": [],
        "depends_on": [words.claim(each, Truth.UNKNOWN) for each in row.depends_on],
    }


@click.command(cls=Command)
@click.argument("charters", metavar="CHARTER...", nargs=-1, required=True)
@with_output
def check(output: Output, /, charters: tuple[str, ...]) -> int:
    """Find what is doubtful in charters.

    Words not read, names not known, contradictions, clauses that can never apply.
    """
    found, refused = _found_in(charters)
    doubts = [each for each in found if each.severity > Severity.NOTE]
    if output.form == "json":
        from charter.report.export import diagnostic

        output.data([diagnostic(each) for each in found])
    else:
        diagnose(found)
        if not refused:
            checked = "1 charter" if len(charters) == 1 else f"{len(charters)} charters"
            output.write(f"{checked} checked: {len(doubts) or 'nothing'} found\n")
    return 2 if refused else int(bool(doubts))


def _found_in(charters: tuple[str, ...]) -> tuple[list[Diagnostic], bool]:
    """What is found in charters, and whether one of them cannot be read at all."""
    from charter.engine.charters import doubts

    found: list[Diagnostic] = []
    refused = False
    for charter in charters:
        try:
            found.extend(doubts(charter))
        except Refused as error:
            refused = True
            found.extend(error.diagnostics)
    return found, refused


@click.command(cls=Command)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--check", "only_check", is_flag=True, help="Change nothing; say what would change.")
def fmt(files: tuple[str, ...], only_check: bool) -> int:
    """Lay files out in canonical form."""
    refused, changed = False, 0
    for path in files:
        try:
            changed += _laid_out(path, only_check=only_check)
        except Refused as error:
            refused = True
            diagnose(error.diagnostics)
    return 2 if refused else int(only_check and changed > 0)


def _laid_out(path: str, *, only_check: bool) -> bool:
    """Whether the file's layout was not canonical; unless it is only checked, it is now."""
    from charter.syntax.prescan import read_source

    source = read_source(path)
    wanted = _canonical(path)
    if wanted == source.text:
        return False
    if only_check:
        print(f"{path} would be laid out anew")
    else:
        replace_file(Path(path).resolve(), wanted)
        print(f"{path} is laid out anew")
    return True


def _canonical(path: str) -> str:
    from charter.syntax.prescan import read_source

    source = read_source(path)
    match Path(path).suffix:
        case ".charter":
            from charter.syntax.layout import format_charter
            from charter.syntax.stray import refuse_strays

            refuse_strays(source)
            return format_charter(source)
        case ".scenario":
            from charter.syntax.scenario_format import format_scenario

            return format_scenario(source)
        case _:
            message = f"`{path}` is neither a charter nor a scenario"
            advice = "their names end in `.charter` and `.scenario`"
            raise Refused([Diagnostic("C025", message, help=advice)])


@click.group(cls=Group, invoke_without_command=True)
@click.pass_context
@with_output
def library(output: Output, /, context: click.Context) -> int:
    """List the treaties that ship with the program."""
    if context.invoked_subcommand:
        return 0
    from charter.elaborate.library import load, names

    treaties = tuple(load(name) for name in names())
    if output.form == "json":
        output.data(
            [{"name": each.name, "title": each.title, "parties": each.parties} for each in treaties]
        )
    else:
        from charter.report.treaties import shelf

        output.documents([shelf(treaties)])
    return 0


@library.command("show", cls=Command)
@click.argument("name")
@with_output
def show(output: Output, /, name: str) -> int:
    """Print one treaty: its parties, its source, its articles and its readings."""
    from charter.elaborate.library import load

    treaty = load(name, base=Path())
    if output.form == "json":
        output.data(treaty)
    else:
        from charter.report.treaties import whole

        output.documents([whole(treaty)])
    return 0


@click.command(cls=Command)
@click.argument("what", type=click.Choice(("result", "scenario", "card", "rules")))
@click.option(
    "-o",
    "--output",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the schema to this file, whole or not at all.",
)
def schema(what: str, file: Path | None) -> int:
    """Print a JSON Schema."""
    from charter.report.schemas import schema_of

    Output("json", None, file).data(schema_of(what))
    return 0
