"""The program's commands, put together; nothing heavy is loaded before a command needs it."""

import click

from charter import __version__
from charter.cli import charters, reading, scenarios
from charter.cli.help import Group
from charter.cli.later import LATER, later


@click.group(
    cls=Group, no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="charter")
def app() -> None:
    """Read treaty clauses into rules and work out who owes what to whom, and why.

    Exit status: 0 fine, 1 bad news (an expectation failed, a check found something), 2 the input
    or the call is wrong.
    """


COMMANDS: tuple[click.Command, ...] = (
    scenarios.run,
    scenarios.test,
    scenarios.why,
    scenarios.why_not,
    scenarios.readings,
    charters.parties,
    reading.read,
    charters.check,
    charters.fmt,
    charters.library,
    charters.schema,
    *map(later, LATER),
)

for command in COMMANDS:
    app.add_command(command)
