"""What the program says and how it ends, when it is called with arguments."""

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from charter.cli.guard import status

ROOT = Path(__file__).parent.parent
ECOWAS = "scenarios/ecowas-intervention.scenario"
BEFORE = "a week before the signing"


@dataclass(frozen=True)
class Said:
    status: int
    out: str
    err: str


def said(*arguments: object, stdin: str = "") -> Said:
    """The exit status with what went to standard output and to standard error."""
    out, err = io.StringIO(), io.StringIO()
    given = io.TextIOWrapper(io.BytesIO(stdin.encode()))
    with mock.patch("sys.stdin", given), redirect_stdout(out), redirect_stderr(err):
        code = status([str(each) for each in arguments])
    return Said(code, out.getvalue(), err.getvalue())
