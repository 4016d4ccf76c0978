"""Texts that once stopped the reader with an exception: each is read or refused, never a crash."""

import pytest

from charter.elaborate.bare import read_clause
from charter.report.card import cards
from charter.source import Source
from charter.testing.misreading import faults

ONCE_CRASHED = {
    "a noun in the plural where a verb of force stands": "The Parties shall attacks each other.",
    "a definition by inclusion of no event": "The Parties shall be deemed to include an attack.",
    "an event that breaks off behind in": "The Parties shall consult in case of an attack in",
    "a purpose that breaks off": "The purpose is",
    "a last resort that breaks off behind where": (
        "The Parties shall settle disputes favouring peaceful means and, if necessary, where"
    ),
    "a formula and a comma where a subject stands": "If necessary, pledge",
    "a number of a paragraph without words": "1. ",
    "several numbers without words": "2. (a) ",
    "nothing but marks": ". . .",
    "a reason between marks": "of “ Reason: so. .",
    "a dispute with a bare infinitive": "A dispute, seek a solution.",
    "a danger with a bare infinitive": "The danger act.",
    "an emergency that breaks off": "Will, in case emergency arise, shall",
    "a list whose items are not read": "Sahel (a) States.",
    "words that stop the reader on both sides of an item's letter": "Will consult any (a) 30",
    "a mark that leads to an item": "; (a) Washington",
    "a date that breaks off before a space": "4 April ",
    "a proviso behind the name of an event": "force provided will ",
    "groupings without a word for taking part in": (
        "The Parties will not enter any alliances against some other or take part groupings"
    ),
    "spaces that are not plain": "The\xa0Parties\x0bshall\u2028consult.",
}


@pytest.mark.parametrize("text", ONCE_CRASHED.values(), ids=ONCE_CRASHED)
def test_what_once_crashed_is_read_or_refused(text):
    clause = read_clause(Source("clause", text))
    assert clause.refused or cards(clause.provisions)
    assert faults(text) == ()


def test_spaces_of_every_sort_part_words_as_plain_ones_do():
    plain, other = (
        cards(read_clause(Source("clause", f"The Parties{space}shall{space}consult.")).provisions)
        for space in (" ", "\u2003\x85")
    )
    assert plain == other
