"""Commands of the program, run in this process: what they say, and how they end."""

import io
import shlex
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass

from charter.cli.guard import status


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit status, its results, its diagnostics."""

    status: int
    out: str
    err: str


def charter(*arguments: str) -> Ended:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = status(list(arguments))
    return Ended(code, out.getvalue(), err.getvalue())


def session(command: str) -> str:
    """A command line with all that it says, diagnostics first, and its exit status."""
    program, *arguments = shlex.split(command)
    assert program == "charter", command
    ended = charter(*arguments)
    return f"$ {command}\n{ended.err}{ended.out}exit status {ended.status}\n"
