"""Finds the grammars, builds each parser once, and parses; the only place that knows where they are.

The grammars are written for people: a phrase is a plain string with single spaces. When a parser is
built, every phrase is bounded at its words, read without regard to case, and a space in it stands
for any white space, so that a phrase may run over a line's end.
"""

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lark import Lark
    from lark.lexer import TerminalDef

SHIPPED = Path(__file__).parent.parent / "_grammar"
IN_CHECKOUT = Path(__file__).parent.parent.parent / "grammar"

PLAIN_PHRASE = re.compile(r"(?:\w|\\[ '’,-]|['’,-]|\||\(\?:|\)\??)+")
"""The pattern of a terminal that is made of plain strings only: words, spaces, alternatives."""


def grammar_folder() -> Path:
    """The folder of the grammars: inside the installed package, else beside it in a checkout."""
    return SHIPPED if SHIPPED.is_dir() else IN_CHECKOUT


@cache
def parser(name: str, starts: tuple[str, ...]) -> "Lark":
    """The LALR parser of ``grammar/<name>.lark`` with the start rules given."""
    from lark import Lark

    folder = grammar_folder()
    return Lark(
        (folder / f"{name}.lark").read_text("utf-8"),
        start=list(starts),
        parser="lalr",
        lexer="contextual",
        propagate_positions=True,
        maybe_placeholders=False,
        edit_terminals=bound_at_words,
        import_paths=[str(folder)],
    )


def bound_at_words(terminal: "TerminalDef") -> None:
    """Bound a plain phrase at its words, open it to any white space, and ignore its case."""
    from lark.lexer import PatternRE

    written = _without_flags(terminal.pattern.to_regexp())
    if re.search(r"\w", written) and PLAIN_PHRASE.fullmatch(written):
        spaced = written.replace("\\ ", r"\s+")
        terminal.pattern = PatternRE(rf"\b(?:{spaced})\b", flags=("i",), raw=terminal.pattern.raw)


def _without_flags(pattern: str) -> str:
    r"""The pattern without lark's wrapping of flags: ``(?i:word)`` is ``word``."""
    return re.sub(r"\(\?[a-z]+:", "(?:", pattern)
