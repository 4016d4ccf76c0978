"""How results are given out: in which form, how wide, to the terminal or whole into a file."""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

import click

if TYPE_CHECKING:
    from charter.diagnostics import Diagnostic
    from charter.report.document import Document

P = ParamSpec("P")
R = TypeVar("R")

FORMATS = ("rich", "plain", "json", "markdown")
WIDEST = 110
MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class Output:
    """Where results go and in which form."""

    asked: str | None
    columns: int | None
    file: Path | None

    @property
    def form(self) -> str:
        """The form asked for; else rich on a terminal and plain in a pipe or a file."""
        on_terminal = self.file is None and sys.stdout.isatty()
        return self.asked or ("rich" if on_terminal else "plain")

    @property
    def width(self) -> int:
        """The width asked for; else the terminal's, within what can be read in one line."""
        return self.columns or min(shutil.get_terminal_size((80, 24)).columns, WIDEST)

    def documents(self, documents: "Sequence[Document]") -> None:
        """Give out reports one after the other."""
        self.write(_rendered(documents, self.form, self.width))

    def data(self, value: object) -> None:
        """Give out data as JSON; models become what their schema says."""
        self.write(json.dumps(value, indent=2, ensure_ascii=False, default=_plain_data) + "\n")

    def write(self, words: str) -> None:
        """Give out text: to standard output, or into the file whole or not at all."""
        if self.file is None:
            sys.stdout.write(words)
        else:
            replace_file(self.file, words)


def _plain_data(value: object) -> object:
    from pydantic import BaseModel

    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    raise TypeError(value)


def _rendered(documents: "Sequence[Document]", form: str, width: int) -> str:
    match form:
        case "markdown":
            from charter.report.markdown import markdown

            return "\n".join(map(markdown, documents))
        case "rich" if _length(documents) <= MOST_ROWS:
            from charter.report.console import coloured

            return "\n".join(coloured(each, width) for each in documents)
        case _:
            from charter.report.plain import plain

            return "\n".join(plain(each, width) for each in documents)


def _length(documents: "Sequence[Document]") -> int:
    """How many rows the tables have altogether: drawing very many in colour is slow."""
    from charter.report.document import table_rows

    return sum(map(table_rows, documents))


def replace_file(path: Path, words: str) -> None:
    """The file holds the words, whole; if anything fails it holds what it held before."""
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:  # it names the temporary file, of which the user knows nothing
        raise OSError(error.errno, error.strerror, str(path)) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(words)
        if path.exists():
            shutil.copymode(path, temporary)
        else:
            Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def diagnose(diagnostics: "Sequence[Diagnostic]") -> None:
    """Print diagnostics on standard error."""
    from charter.diagnostics import render

    for each in diagnostics:
        print(render(each), file=sys.stderr)


def with_output(command: Callable[Concatenate[Output, P], R]) -> Callable[P, R]:
    """The command with the options that say in which form it gives out its result."""

    @click.option("--format", "form", type=click.Choice(FORMATS), help="How to print the result.")
    @click.option("--width", type=click.IntRange(20), help="How many columns to use.")
    @click.option(
        "-o",
        "--output",
        "destination",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Write the result to this file, whole or not at all.",
    )
    @wraps(command)
    def made(*args: Any, **options: Any) -> R:
        asked = Output(options.pop("form"), options.pop("width"), options.pop("destination"))
        return command(asked, *args, **options)

    return cast("Callable[P, R]", made)
