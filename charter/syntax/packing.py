"""The tables of a parser in a small form of plain JSON, and back.

Nearly all entries of a table say "reduce by this rule" for one of a few sets of tokens. Packed,
each set stands once and each state names it, so that a table is read in a tenth of the time.
"""

from typing import Any

SHIFT, REDUCE = 0, 1

Table = dict[str, Any]
"""The tables of a parser as lark gives them out: plain values under names."""


def pack(tables: Table) -> Table:
    """The tables with the actions of each state packed; what is packed is not changed."""
    table = tables["data"]["parser"]["parser"]
    sets: dict[tuple[int, ...], int] = {}
    states = {state: _packed(actions, sets) for state, actions in table["states"].items()}
    return _with_table(tables, {**table, "states": states, "sets": list(map(list, sets))})


def unpack(packed: Table) -> Table:
    """The tables that were packed, also where JSON has made texts of the figures among keys.

    >>> actions = {0: (SHIFT, 4), 1: (REDUCE, {"@": 7}), 2: (REDUCE, {"@": 7})}
    >>> table = {"tokens": {}, "states": {3: actions}}
    >>> tables = {"data": {"parser": {"parser": table}}, "memo": {}}
    >>> unpack(pack(tables)) == tables
    True
    """
    table = dict(packed["data"]["parser"]["parser"])
    sets = table.pop("sets")
    table["tokens"] = _by_figures(table["tokens"])
    table["states"] = {
        state: _unpacked(actions, sets) for state, actions in _by_figures(table["states"]).items()
    }
    return {**_with_table(packed, table), "memo": _by_figures(packed["memo"])}


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


def _unpacked(packed: list[Any], sets: list[list[int]]) -> dict[int, Any]:
    shifts, reductions = packed
    actions: dict[int, Any] = {token: (SHIFT, to) for token, to in shifts}
    for rule, number in reductions:
        actions.update(dict.fromkeys(sets[number], (REDUCE, {"@": rule})))
    return actions


def _with_table(tables: Table, table: Table) -> Table:
    data = tables["data"]
    return {**tables, "data": {**data, "parser": {**data["parser"], "parser": table}}}


def _by_figures(found: dict[Any, Any]) -> dict[int, Any]:
    """Values under the figures that are their keys, which JSON keeps as texts."""
    return {int(key): value for key, value in found.items()}
