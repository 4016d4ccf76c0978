"""Finds the grammars and builds each parser once; the only place that knows where they are.

The grammars are written for people: a phrase is a plain string with single spaces, and stands for
its words in any case, with any white space or commas between them.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lark import Lark

SHIPPED = Path(__file__).parent.parent / "_grammar"
IN_CHECKOUT = Path(__file__).parent.parent.parent / "grammar"


def grammar_folder() -> Path:
    """The folder of the grammars: inside the installed package, else beside it in a checkout."""
    return SHIPPED if SHIPPED.is_dir() else IN_CHECKOUT


@cache
def parser(name: str, starts: tuple[str, ...]) -> "Lark":
    """The LALR parser of ``grammar/<name>.lark`` with the start rules given."""
    from lark import Lark

    from charter.syntax.lexer import PhraseLexer

    folder = grammar_folder()
    return Lark(
        (folder / f"{name}.lark").read_text("utf-8"),
        start=list(starts),
        parser="lalr",
        lexer=PhraseLexer,
        propagate_positions=True,
        maybe_placeholders=False,
        import_paths=[str(folder)],
    )
