"""Looks a file over before any grammar sees it: size, encoding, hidden characters, nesting.

What passes is text that is what it looks like, and small and flat enough to be read in one go.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import partial
from itertools import islice
from pathlib import Path

from charter.diagnostics import MOST_SHOWN, Diagnostic, Place, Refused
from charter.source import Source, Span

LARGEST = 1_000_000
"""The size in bytes up to which a file is read."""

DEEPEST = 128
"""How deep brackets may be nested."""

HIDDEN = re.compile(
    "(?P<C004>\x00+)"
    "|(?P<C005>[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+)"
    "|(?P<C006>[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f]+)"
    "|(?P<C009>[\u00ad\u200b-\u200d\u2028\u2029\u2060-\u2064\ufeff]+)"
)
"""Every run of characters that do not show, under the code that refuses it."""

SPACES = dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
"""The spaces of print, which text pasted from a page is full of, each to a plain one."""

HIDDEN_WORDS = {
    "C004": ("a NUL character", "delete it; a text holds none"),
    "C005": (
        "a bidirectional control character",
        "delete it: words show in another order than read",
    ),
    "C006": ("a control character", "delete it, or put a space in its place"),
    "C009": ("an invisible character", "delete it: it parts or joins words unseen"),
}


def read_source(path: str | Path) -> Source:
    """The text of a file that is fit to be read; otherwise ``Refused`` says why it is not.

    No more of the file is taken in than shows that it is too large.
    """
    try:
        with Path(path).open("rb") as file:
            raw = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise Refused([_unreadable(Path(path), error)]) from None
    return prescan(raw, str(path))


def prescan(raw: bytes, name: str) -> Source:
    """The bytes as a text under a name; otherwise ``Refused`` with its first errors.

    A byte order mark at the start is dropped, and each space of print (U+00A0 and its like) becomes
    a plain one, so that offsets stay what they are.

    >>> prescan(b"Charter: Pact", "pact.charter").text
    'Charter: Pact'
    """
    name = _shown(name)
    if len(raw) > LARGEST:
        raise Refused([_too_large(name)])
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused([_utf_16(name)])
    text, bad = _decoded(raw.removeprefix(b"\xef\xbb\xbf"))
    source = Source(name, text.translate(SPACES))
    found = [] if bad is None else [_not_utf_8(source, bad)]
    found.extend(islice(_faults(source), MOST_SHOWN + 1))
    if found:
        raise Refused(found)
    return source


def _decoded(raw: bytes) -> tuple[str, int | None]:
    """The text, and the offset in it of the first byte that is not UTF-8, if there is one."""
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return raw.decode("utf-8", "replace"), len(raw[: error.start].decode("utf-8"))


def _faults(source: Source) -> Iterator[Diagnostic]:
    if not source.text.strip():
        yield _empty(source.name)
    too_deep = _first_too_deep(source.text)
    if too_deep is not None:
        yield _nested_too_deep(source, too_deep)
    yield from map(partial(_hidden, source), HIDDEN.finditer(source.text))


def _first_too_deep(text: str) -> int | None:
    """The offset of the first bracket nested too deep; a closing one too many is ignored."""
    depth = 0
    for match in re.finditer(r"[][(){}]", text):
        depth = depth + 1 if match[0] in "([{" else max(0, depth - 1)
        if depth > DEEPEST:
            return match.start()
    return None


def _unreadable(path: Path, error: OSError | ValueError) -> Diagnostic:
    name = _shown(str(path))
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return Diagnostic("C001", f"there is no file `{name}`", help=_neighbour(path))
        case IsADirectoryError():
            return Diagnostic("C001", f"`{name}` is a folder", help="name a file in it")
        case OSError(strerror=str(reason)):
            return Diagnostic("C001", f"`{name}` cannot be read: {reason.lower()}")
        case _:
            return Diagnostic("C001", f"`{name}` cannot be the name of a file")


def _neighbour(path: Path) -> str:
    """What helps where a file is not there: a file beside it whose name is close, if any."""
    try:
        names = [each.name for each in path.parent.iterdir()]
    except OSError:
        return "check the path"
    close = get_close_matches(path.name, names, n=1, cutoff=0.7)
    return f"did you mean `{_shown(str(path.parent / close[0]))}`?" if close else "check the path"


def _too_large(name: str) -> Diagnostic:
    message = f"`{name}` is larger than {LARGEST:,} bytes"
    return Diagnostic("C002", message, help="put its parts into files of their own")


def _utf_16(name: str) -> Diagnostic:
    return Diagnostic("C003", f"`{name}` is UTF-16, not UTF-8", help="save the file as UTF-8")


def _not_utf_8(source: Source, offset: int) -> Diagnostic:
    place = Place(source, Span(offset, offset + 1))
    return Diagnostic("C003", "not UTF-8 from here on", (place,), "save the file as UTF-8")


def _empty(name: str) -> Diagnostic:
    return Diagnostic("C008", f"`{name}` is empty", help="write something in it")


def _nested_too_deep(source: Source, offset: int) -> Diagnostic:
    place = Place(source, Span(offset, offset + 1))
    return Diagnostic("C007", f"brackets nested over {DEEPEST} deep", (place,), "nest them less")


def _hidden(source: Source, found: re.Match[str]) -> Diagnostic:
    code = found.lastgroup
    assert code is not None
    what, remedy = HIDDEN_WORDS[code]
    place = Place(source, Span(*found.span()))
    return Diagnostic(code, f"{what}, U+{ord(found[0][0]):04X}", (place,), remedy)


def _shown(name: str) -> str:
    """A file's name as it can be printed, whatever bytes it is made of."""
    return "".join(letter if letter.isprintable() else "�" for letter in name)
