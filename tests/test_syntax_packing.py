"""Parse tables that were kept are those that were built."""

import pytest

from charter.syntax import grammar, tables
from charter.syntax.build import HEADING_STARTS
from charter.syntax.scenario_build import STARTS as SCENARIO

GRAMMARS = [
    ("charter", ("start",)),
    ("passage", ("start",)),
    ("heading", HEADING_STARTS),
    ("treaty", ("sentence",)),
    ("scenario", SCENARIO),
]


def actions(parser):
    """Every state's actions, with rules as they are written."""
    states = parser.parser.parser._parse_table.states
    return {
        state: {token: (action.name, str(to)) for token, (action, to) in found.items()}
        for state, found in states.items()
    }


@pytest.mark.parametrize(("name", "starts"), GRAMMARS)
def test_tables_that_were_kept_are_those_that_were_built(name, starts, tmp_path, monkeypatch):
    monkeypatch.setenv("CHARTER_CACHE", str(tmp_path))
    built = grammar.parser.__wrapped__(name, starts)
    (kept,) = tmp_path.glob(f"{name}-*.json")
    assert tables.recall(kept.stem)
    loaded = grammar.parser.__wrapped__(name, starts)
    assert loaded is not built
    assert actions(loaded) == actions(built)
    assert loaded.parser.lexer.accepted == built.parser.lexer.accepted
