"""The command line: arguments, exit codes, and one call for each command."""

import gc
import sys
from collections.abc import Sequence

FEWER = 100_000
"""How many new objects call for a search for cycles: a short run need not stop for one."""


def collect_seldom() -> None:
    """Search for cycles seldom: as often as Python does it, a sixth of a run goes."""
    gc.set_threshold(FEWER, 50, 100)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and end with its exit code."""
    collect_seldom()  # before anything is loaded
    from charter.cli.guard import status

    code = status(arguments)
    gc.freeze()  # the system takes the memory back; a last search through it is for nothing
    sys.exit(code)
