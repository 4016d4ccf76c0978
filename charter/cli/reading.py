"""The command that reads treaty text: charter files, bare clauses, clauses as JSON lines."""

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from charter.cli.help import Command
from charter.cli.output import Output, with_output
from charter.diagnostics import Diagnostic, Place, Refused

if TYPE_CHECKING:
    from charter.elaborate.readings import StatedReading
    from charter.rules.provision import Provision
    from charter.rules.treaty import Treaty
    from charter.source import Source


@click.command(cls=Command)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--clauses", is_flag=True, help="Take JSON lines with id and text.")
@click.option("--scheme", type=click.Choice(("atop",)), help="Print this coding sheet instead.")
@with_output
def read(output: Output, /, files: tuple[str, ...], clauses: bool, scheme: str | None) -> int:
    """Read charter files or bare clauses into reading cards; `-` reads standard input.

    With `--scheme` a charter may be given by its name in the library, and several at once.
    """
    if scheme:
        return _sheets(output, files)
    (file,) = _only(files)
    source = _source(file)
    if clauses:
        output.write("".join(f"{json.dumps(row)}\n" for row in _rows(source)))
        return 0
    if output.form == "json":
        output.data(_cards(_provisions(source)))
    else:
        from charter.report.reading import reading

        title = f"What `{file}` was read as"
        output.documents([reading(title, source, _provisions(source), _left_open(source))])
    return 0


def _only(files: tuple[str, ...]) -> tuple[str]:
    if len(files) > 1:
        raise click.UsageError("one file is read at a time; with --scheme, several")
    return (files[0],)


def _sheets(output: Output, files: tuple[str, ...]) -> int:
    """The coding sheets of charters; of several, a list."""
    from charter.coding.sheet import sheet

    found = [sheet(_charter(each)) for each in files]
    if output.form == "json":
        from charter.report.coding_export import coding_data

        told = [coding_data(each) for each in found]
        output.data(told if len(told) > 1 else told[0])
    else:
        from charter.report.coding import coding_sheet

        output.documents([coding_sheet(each) for each in found])
    return 0


def _charter(name: str) -> "Treaty":
    from charter.elaborate.charter import read_charter, treaty
    from charter.elaborate.library import load

    return treaty(read_charter(_source(name), name)) if name == "-" else load(name)


def _source(file: str) -> "Source":
    from charter.syntax.prescan import prescan, read_source

    return prescan(sys.stdin.buffer.read(), "-") if file == "-" else read_source(file)


def _provisions(source: "Source") -> "tuple[Provision, ...]":
    """The provisions of a charter file under its default readings, or of bare clauses."""
    from charter.elaborate.bare import read_clause
    from charter.elaborate.charter import read_charter, treaty

    if _is_charter(source):
        return treaty(read_charter(source, source.name)).provisions
    return read_clause(source).provisions


def _left_open(source: "Source") -> "tuple[StatedReading, ...]":
    """The readings of what the words of a charter file or of bare clauses leave open."""
    from charter.elaborate.bare import left_open
    from charter.elaborate.charter import read_charter

    return read_charter(source, source.name).found if _is_charter(source) else left_open(source)


def _is_charter(source: "Source") -> bool:
    """Whether a text is a charter file, or a scenario taken for one, and no bare clauses."""
    from charter.elaborate.charter import SCENARIO
    from charter.syntax.layout import read_layout

    return bool(read_layout(source).of("HEADER") or SCENARIO.search(source.text))


def _cards(provisions: "tuple[Provision, ...]") -> dict[str, object]:
    from charter.report.card import cards
    from charter.rules.provision import Unread

    stops = [each.stopped_at.text for each in provisions if isinstance(each, Unread)]
    return {
        "cards": [each.model_dump(mode="json") for each in cards(provisions)],
        "refused": f"not read: {', '.join(stops)}" if stops else None,
    }


def _rows(source: "Source") -> Iterator[dict[str, object]]:
    """A line of results for each line of clauses; the first lines that are none are refused."""
    from charter.elaborate.bare import read_clause
    from charter.source import Source

    for number, line in enumerate(source.text.splitlines(), start=1):
        if line.strip():
            identity, text = _clause(source, number, line)
            found = read_clause(Source(identity, text)).provisions
            yield {"id": identity, **_cards(found)}


def _clause(source: "Source", number: int, line: str) -> tuple[str, str]:
    from charter.source import Span

    try:
        row = json.loads(line)
        identity, text = row["id"], row["text"]
    except (ValueError, KeyError, TypeError, RecursionError):
        identity = text = None
    if not isinstance(identity, str) or not isinstance(text, str):
        start = source.line_starts[number - 1]
        place = Place(source, Span(start, start + len(line)))
        message = f"line {number} is not a clause"
        advice = 'each line is a JSON object with "id" and "text"'
        raise Refused([Diagnostic("C026", message, (place,), advice)])
    return identity, text
