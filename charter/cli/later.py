"""Commands that are promised and not there yet."""

import sys
from collections.abc import Callable

import click

from charter.cli.help import Command

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


def _callback(name: str) -> Callable[..., int]:
    def say(arguments: tuple[str, ...]) -> int:
        del arguments
        print(f"`charter {name}` comes in a later version", file=sys.stderr)
        return 2

    return say
