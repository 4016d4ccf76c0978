"""Finds charters by name or path and reads them once in a process."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from charter.diagnostics import Diagnostic, Refused
from charter.elaborate.charter import Charter, read_charter, treaty
from charter.rules.treaty import Treaty
from charter.source import Source
from charter.suggest import did_you_mean
from charter.syntax.prescan import LARGEST, read_source

SUFFIX = ".charter"


def names() -> tuple[str, ...]:
    """The names of the charters that ship with the program, in order.

    >>> "liptako-gourma" in names()
    True
    """
    folder = files("charter") / "library"
    found = (Path(each.name) for each in folder.iterdir())
    return tuple(sorted(each.stem for each in found if each.suffix == SUFFIX))


def find(name_or_path: str, *, base: Path | None = None) -> Path:
    """The file of a charter: one of the library by its name, else a path, relative to ``base``.

    Raises ``Refused`` (C020) where there is neither.
    """
    if name_or_path in names():
        return Path(str(files("charter") / "library" / f"{name_or_path}{SUFFIX}"))
    path = (base or Path()) / name_or_path
    if path.suffix == SUFFIX or path.exists():
        return path
    helped = did_you_mean(name_or_path, names()) or "`charter library` lists those there are"
    raise Refused([Diagnostic("C020", f"there is no charter named `{name_or_path}`", help=helped)])


def charter(name_or_path: str, *, base: Path | None = None) -> Charter:
    """The charter of a library name or a path; raises ``Refused`` with all that is wrong."""
    path = find(name_or_path, base=base)
    return _read(str(path), _content(path))


def _content(path: Path) -> str:
    """A mark of what a file holds now, so that it is read again when it has changed."""
    try:
        with path.open("rb") as file:
            return sha256(file.read(LARGEST + 1)).hexdigest()
    except (OSError, ValueError):
        return ""


@cache
def _read(path: str, _content: str) -> Charter:
    source = read_source(path)
    return read_charter(Source(source.name, source.text), Path(path).stem)


@cache
def _treaty(path: str, content: str, chosen: tuple[str, ...]) -> Treaty:
    return treaty(_read(path, content), chosen)


def load(name_or_path: str, *, base: Path | None = None, chosen: tuple[str, ...] = ()) -> Treaty:
    """The treaty's rules under the readings chosen by name, and the default on other points.

    Raises ``Refused`` with all that is wrong in the file.

    >>> load("liptako-gourma").parties
    ('Burkina Faso', 'Mali', 'Niger')
    """
    path = find(name_or_path, base=base)
    return _treaty(str(path), _content(path), chosen)
