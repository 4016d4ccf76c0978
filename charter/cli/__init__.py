"""The command line: arguments, exit codes, and one call for each command."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and end with its exit code."""
    from charter.cli.guard import status

    sys.exit(status(arguments))
