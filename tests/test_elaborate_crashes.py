"""Texts that once stopped the reader with an exception: each is read or refused, never a crash."""

import pytest

from charter.elaborate.bare import read_clause
from charter.report.card import cards
from charter.source import Source

ONCE_CRASHED = {
    "a noun in the plural where a verb of force stands": "The Parties shall attacks each other.",
    "a definition by inclusion of no event": "The Parties shall be deemed to include an attack.",
}


@pytest.mark.parametrize("text", ONCE_CRASHED.values(), ids=ONCE_CRASHED)
def test_what_once_crashed_is_read_or_refused(text):
    clause = read_clause(Source("clause", text))
    assert clause.refused or cards(clause.provisions)
