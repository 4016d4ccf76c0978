"""The outermost guard: the program ends with 0, 1 or 2, and never in a traceback."""

import os
import re
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

import click

from charter.cli.app import app
from charter.cli.output import diagnose
from charter.diagnostics import Diagnostic, Refused

FINE, BAD_NEWS, WRONG = 0, 1, 2


def status(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the program: 0 fine, 1 bad news, 2 wrong input or call."""
    _encode_leniently()
    try:
        return _ended(app.main(arguments, prog_name="charter", standalone_mode=False))
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return WRONG
    except click.ClickException as error:
        return _report(_of_call(error))
    except Refused as error:
        return _report(*error.diagnostics)
    except (click.Abort, KeyboardInterrupt):
        print("stopped", file=sys.stderr)
        return WRONG
    except BrokenPipeError:
        return _reader_left()
    except RecursionError:
        return _report(Diagnostic("C038", "the input is nested too deeply to be worked on"))
    except OSError as error:
        return _report(_of_system(error))
    except Exception as error:  # a defect of the program must not end in a traceback either
        return _report(_defect(error))


def _ended(code: object) -> int:
    """The exit code that a command returned; one that returned nothing went well."""
    _flush()
    return code if isinstance(code, int) else FINE


def _flush() -> None:
    sys.stdout.flush()


def _encode_leniently() -> None:
    """Let a letter that the terminal cannot show become a mark rather than an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _report(*diagnostics: Diagnostic) -> int:
    diagnose(diagnostics)
    return WRONG


def _reader_left() -> int:
    """What is still to be written goes nowhere: whoever read the output has enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FINE


def _of_call(error: click.ClickException) -> Diagnostic:
    """What is wrong with the command line, in one sentence and what helps."""
    said, *more = re.split(r"(?<=[.?]) |\n+", " ".join(error.format_message().split()))
    message = (said[:1].lower() + said[1:]).rstrip(".").replace("'", "`")
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context else "charter"
    advice = " ".join(each[:1].lower() + each[1:] for each in more).replace("'", "`")
    return Diagnostic("C030", message, help=advice.rstrip(".") or f"see `{path} --help`")


def _of_system(error: OSError) -> Diagnostic:
    where = f" `{error.filename}`" if error.filename else ""
    why = (error.strerror or "error").lower()
    advice = "check that the folder is there and that you may write in it"
    return Diagnostic("C036", f"the system refused{where}: {why}", help=advice)


def _defect(error: Exception) -> Diagnostic:
    at = error.__traceback__
    while at and at.tb_next:
        at = at.tb_next
    where = f"{Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at else "?"
    return Diagnostic(
        "C039",
        f"a defect of the program: {type(error).__name__} at {where}",
        help="please report it with the file that brought it about",
    )
