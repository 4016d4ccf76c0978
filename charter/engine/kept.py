"""The rules of the charters that ship, kept between runs beside the parse tables.

They change only with the program, so what they were read as is kept under a name made from the
charter's text, the readings chosen, and the size and time of every file that had a part in reading
it. Rules never outlive what they were read from or by. A user's own charters are read each time.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from charter.rules.treaty import Treaty
from charter.syntax import tables
from charter.syntax.grammar import grammar_folder

PACKAGE = Path(__file__).parent.parent
SHELF = PACKAGE / "library"


def load(name_or_path: str, *, base: Path, chosen: tuple[str, ...] = ()) -> Treaty:
    """The treaty's rules under the readings chosen, as ``charter.elaborate.library`` reads them.

    Raises ``Refused`` with all that is wrong in the file.

    >>> load("liptako-gourma", base=Path()).short_name
    'AES'
    """
    path = SHELF / f"{name_or_path}.charter"
    if path not in SHELF.iterdir():
        return _read(name_or_path, base, chosen)
    return _shipped(name_or_path, path.read_text("utf-8"), chosen)


@cache
def _shipped(name: str, text: str, chosen: tuple[str, ...]) -> Treaty:
    kept_as = f"rules-{tables.key(*_program(), name, text, *chosen)}"
    kept = tables.recall(kept_as)
    with suppress(ValueError):  # what is no treaty's form any more is read anew
        return Treaty.model_validate(kept)
    treaty = _read(name, Path(), chosen)
    tables.keep(kept_as, treaty.model_dump(mode="json"))
    return treaty


def _read(name_or_path: str, base: Path, chosen: tuple[str, ...]) -> Treaty:
    from charter.elaborate import library

    return library.load(name_or_path, base=base, chosen=chosen)


@cache
def _program() -> tuple[str, ...]:
    """What marks the state of the program and of what it reads with."""
    import lark
    import pydantic

    return (lark.__version__, pydantic.VERSION, *_marks(PACKAGE), *_marks(grammar_folder()))


def _marks(folder: Path) -> Iterator[str]:
    """The path, the size and the time of each file in a folder and below it."""
    for each in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if each.is_dir():
            if each.name != "__pycache__":
                yield from _marks(Path(each.path))
        else:
            found = each.stat()
            yield f"{each.path} {found.st_size} {found.st_mtime_ns}"
