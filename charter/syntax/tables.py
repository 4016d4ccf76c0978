"""Keeps the parse tables of a grammar between runs, in a folder that is private to the user.

Building the tables takes far longer than reading a charter. They are kept as JSON (never as a
pickle: reading one can run code) under a name made from the grammar's own text, so that a changed
grammar never meets old tables; a file that is damaged, or that another user could have written, is
passed over and written anew. Where nothing can be written, nothing is kept.
"""

import json
import os
import stat
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

FORM = "4"
"""The form of the kept files; changes when their layout or the options of the parsers do."""


def folder() -> Path | None:
    """Where tables are kept, or ``None`` where the user wants none (``CHARTER_CACHE`` empty)."""
    if "CHARTER_CACHE" in os.environ:
        wanted = os.environ["CHARTER_CACHE"]
        return Path(wanted) if wanted else None
    base = os.environ.get("XDG_CACHE_HOME")
    with suppress(RuntimeError):
        return (Path(base) if base else Path.home() / ".cache") / "charter"
    return None


def key(*texts: str) -> str:
    """A name for tables that depends on every text they are made from.

    >>> key("a", "b") == key("ab")
    False
    """
    digest = sha256(FORM.encode())
    for text in texts:
        digest.update(f"{len(text)}:{text}".encode())
    return digest.hexdigest()


def recall(name: str) -> Any | None:
    """What was kept under a name, or ``None`` where there is nothing that can be trusted."""
    place = folder()
    if place is None:
        return None
    path = place / f"{name}.json"
    with suppress(OSError, ValueError, KeyError, TypeError):
        if not _is_own(path):
            return None
        mark, _, body = path.read_text("utf-8").partition("\n")
        if mark == sha256(body.encode()).hexdigest():
            return json.loads(body)
    return None


def keep(name: str, value: Any) -> None:
    """Keep a value of plain JSON under a name; whole or not at all."""
    place = folder()
    if place is None:
        return
    body = json.dumps(value, separators=(",", ":"))
    with suppress(OSError):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=place)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"{sha256(body.encode()).hexdigest()}\n{body}")
        Path(temporary).replace(place / f"{name}.json")


def _is_own(path: Path) -> bool:
    """Whether only this user can have written a file."""
    if not hasattr(os, "getuid"):
        return path.is_file()
    found = path.stat()
    others_write = found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return found.st_uid == os.getuid() and not others_write
