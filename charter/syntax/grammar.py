"""Finds the grammars and builds each parser once; the only place that knows where they are.

The grammars are written for people: a phrase is a plain string with single spaces, and stands for
its words in any case, with any white space or commas between them.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from charter.syntax import tables
from charter.syntax.packing import Tables, emptied, fill, pack

if TYPE_CHECKING:
    from lark import Lark

    from charter.syntax.parsing import Actions

SHIPPED = Path(__file__).parent.parent / "_grammar"
IN_CHECKOUT = Path(__file__).parent.parent.parent / "grammar"


def grammar_folder() -> Path:
    """The folder of the grammars: inside the installed package, else beside it in a checkout."""
    return SHIPPED if SHIPPED.is_dir() else IN_CHECKOUT


@cache
def parser(name: str, starts: tuple[str, ...]) -> "Lark":
    """The LALR parser of ``grammar/<name>.lark`` with the start rules given."""
    import lark

    from charter.syntax.lexer import PhraseLexer

    texts = [path.read_text("utf-8") for path in sorted(grammar_folder().glob("*.lark"))]
    kept_as = f"{name}-{tables.key(lark.__version__, *starts, *texts)}"
    plugins: dict[str, type] = {"ContextualLexer": PhraseLexer}
    kept = tables.recall(kept_as)
    if kept:
        return _loaded(kept, plugins)
    built = _build(name, starts, plugins)
    tables.keep(kept_as, pack(_dumped(built)))
    return built


@cache
def actions(name: str, starts: tuple[str, ...]) -> "Actions":
    """What the parser of a grammar does in each state, as our own loop takes it."""
    from charter.syntax.parsing import Actions

    return Actions(parser(name, starts))


def _loaded(kept: Tables, plugins: dict[str, type]) -> "Lark":
    """The parser of tables that were kept; lark gives no typed way to it."""
    from lark import Lark

    load: Callable[..., Lark] = getattr(Lark, "_load_from_dict")  # noqa: B009
    empty = emptied(kept)
    loaded = load(empty["data"], empty["memo"], _plugins=plugins)
    fill(loaded, kept)
    return loaded


def _build(name: str, starts: tuple[str, ...], plugins: dict[str, type]) -> "Lark":
    from lark import Lark

    folder = grammar_folder()
    return Lark(
        (folder / f"{name}.lark").read_text("utf-8"),
        start=list(starts),
        parser="lalr",
        lexer="contextual",
        maybe_placeholders=False,
        import_paths=[str(folder)],
        _plugins=plugins,
    )


def _dumped(built: "Lark") -> Tables:
    """A parser's tables as plain JSON values."""
    from lark.grammar import Rule
    from lark.lexer import TerminalDef

    data, memo = built.memo_serialize([TerminalDef, Rule])
    data["options"]["_plugins"] = {}
    return {"data": data, "memo": memo}
