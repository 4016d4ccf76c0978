"""The tables of a parser in a small form of plain JSON, and back.

Nearly all entries of a table say "reduce by this rule" for one of a few sets of tokens. Packed,
each set stands once and each state names it. A parser is loaded with states that are empty, and
these are then filled set by set, which is far quicker than entry by entry.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lark import Lark

SHIFT, REDUCE = 0, 1

Tables = dict[str, Any]
"""The tables of a parser as lark gives them out: plain values under names."""


def pack(tables: Tables) -> Tables:
    """The tables with the actions of each state packed; what is packed is not changed."""
    table = tables["data"]["parser"]["parser"]
    sets: dict[tuple[int, ...], int] = {}
    states = {state: _packed(actions, sets) for state, actions in table["states"].items()}
    return _with_table(tables, {**table, "states": states, "sets": list(map(list, sets))})


def emptied(packed: Tables) -> Tables:
    """Tables that lark can load, with states that take no token yet."""
    table = packed["data"]["parser"]["parser"]
    empty: dict[int, dict[str, Any]] = {int(state): {} for state in table["states"]}
    kept = {**table, "tokens": {}, "states": empty}
    return {**_with_table(packed, kept), "memo": _by_figures(packed["memo"])}


def fill(loaded: "Lark", packed: Tables) -> None:
    """Give the states of a parser, loaded empty, the actions that were packed."""
    table = packed["data"]["parser"]["parser"]
    frontend: Any = loaded.parser
    states = frontend.parser._parse_table.states
    for state, actions in _unpacked(loaded, packed, _by_figures(table["tokens"])):
        states[state].update(actions)
    frontend.lexer.accept(states)


def _packed(actions: dict[int, Any], sets: dict[tuple[int, ...], int]) -> list[Any]:
    """A state's shifts, and for each rule the number of the set of tokens at which it reduces."""
    shifts = [(token, to) for token, (action, to) in actions.items() if action == SHIFT]
    reductions: dict[int, list[int]] = {}
    for token, (action, rule) in actions.items():
        if action == REDUCE:
            reductions.setdefault(rule["@"], []).append(token)
    named = [
        (rule, sets.setdefault(tuple(sorted(tokens)), len(sets)))
        for rule, tokens in reductions.items()
    ]
    return [shifts, named]


def _unpacked(
    loaded: "Lark", packed: Tables, names: dict[int, str]
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each state with its actions, as lark's parser takes them."""
    from lark.parsers.lalr_analysis import Reduce, Shift

    numbers = (rule["@"] for rule in packed["data"]["rules"])
    rules = {number: (Reduce, rule) for number, rule in zip(numbers, loaded.rules, strict=True)}
    table = packed["data"]["parser"]["parser"]
    sets = [[names[token] for token in each] for each in table["sets"]]
    for state, (shifts, reductions) in table["states"].items():
        actions: dict[str, Any] = {names[token]: (Shift, to) for token, to in shifts}
        for rule, number in reductions:
            actions |= dict.fromkeys(sets[number], rules[rule])
        yield int(state), actions


def _with_table(tables: Tables, table: Tables) -> Tables:
    data = tables["data"]
    return {**tables, "data": {**data, "parser": {**data["parser"], "parser": table}}}


def _by_figures(found: dict[Any, Any]) -> dict[int, Any]:
    """Values under the figures that are their keys, which JSON keeps as texts."""
    return {int(key): value for key, value in found.items()}
