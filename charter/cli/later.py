"""Commands that are promised and not there yet."""

import sys
from collections.abc import Callable

import click

from charter.cli.help import Command

LATER: dict[str, str] = {
    "flip": "Find the smallest changes of facts that turn an answer (in a later version).",
    "export": "Give out the rules as an answer-set program (in a later version).",
    "sweep": "Run every event against every charter (in a later version).",
    "import": "Take over coded treaties and event data (in a later version).",
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
