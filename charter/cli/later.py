"""Commands that are promised and not there yet."""

from collections.abc import Callable

import click

from charter.cli.help import Command
from charter.diagnostics import Diagnostic, Refused

LATER: dict[str, str] = {
    "flip": "Find what would turn an answer (later).",
    "export": "Give the rules to other engines (later).",
    "sweep": "Run events against charters (later).",
    "import": "Take over coded data (later).",
}


def later(name: str) -> click.Command:
    """A command that says in one line that it comes later."""
    return Command(
        name,
        callback=_callback(name),
        help=LATER[name],
        params=[click.Argument(["arguments"], nargs=-1, type=click.UNPROCESSED)],
        context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
    )


def not_yet(what: str) -> Refused:
    """The refusal of what is promised and not there yet."""
    help = "`charter --help` lists what there is"
    return Refused([Diagnostic("C037", f"`{what}` comes in a later version", help=help)])


def _callback(name: str) -> Callable[..., int]:
    def say(arguments: tuple[str, ...]) -> int:
        del arguments
        raise not_yet(f"charter {name}")

    return say
