"""Clauses that nobody would write are read or refused: no exception, no hang, no made-up word.

``benchmarks/fuzz_reading.py`` reads a million of them; here are the first few thousand.
"""

import re

import pytest
from pages import ROOT

from charter.elaborate import bare
from charter.elaborate.bare import Clause
from charter.report.schemas import schema_of
from charter.rules.model import Words
from charter.testing import misreading
from charter.testing.misreading import faults, misfits
from charter.testing.mutation import ALTERATIONS, mutated, stock

TEXTS = 2500
STOCK = stock(ROOT.parent / "shared" / "corpus" / "clauses.jsonl")
CLAUSE = "The Parties shall assist each other."


@pytest.mark.parametrize("start", range(0, TEXTS, 500))
def test_mutated_clauses_are_read_or_refused(start):
    texts = {seed: mutated(seed, STOCK) for seed in range(start, start + 500)}
    failing = {seed: (text, found) for seed, text in texts.items() if (found := faults(text))}
    assert failing == {}


def test_mutated_clauses_differ_from_one_another_and_from_what_they_are_made_of():
    texts = [mutated(seed, STOCK) for seed in range(300)]
    assert len({*texts} - {*STOCK.clauses}) > 280
    assert any(re.search(r"[^\x00-\u2fff]", text) for text in texts)
    assert len({*ALTERATIONS}) == 8


def with_provisions(monkeypatch, *readings):
    """Has the reader find these provisions of every text, one reading after the other."""
    found = iter(readings)
    monkeypatch.setattr(misreading, "read_clause", lambda s: Clause(s.text, next(found)))


def test_an_exception_is_a_fault_with_its_place(monkeypatch):
    with_provisions(monkeypatch)
    (fault,) = faults(CLAUSE)
    assert re.match(r"RuntimeError in misreading\.py:\d+: generator raised", fault)


def test_readings_that_differ_are_a_fault(monkeypatch):
    found = bare.read_clause(misreading.Source("text", CLAUSE)).provisions
    with_provisions(monkeypatch, found, ())
    assert faults(CLAUSE) == ("two readings differ",)


def test_unread_words_that_are_not_in_the_text_are_a_fault(monkeypatch):
    (found,) = bare.read_clause(misreading.Source("text", CLAUSE)).provisions
    made_up = found.model_copy(update={"unread": (Words(text="valiantly", start=4, end=11),)})
    with_provisions(monkeypatch, (made_up,), (made_up,))
    assert faults(CLAUSE) == ("not read: 'valiantly' is not at 4 to 11",)


def test_a_slow_reading_is_a_fault(monkeypatch):
    monkeypatch.setattr(misreading, "SLOWEST", -1.0)
    assert faults(CLAUSE) == ("read in 0.0 s",)


@pytest.mark.parametrize(
    ("card", "misfit"),
    [
        ({}, "it lacks provision"),
        ({"provision": 3}, "provision is 3"),
        ({"provision": "duty", "mood": "bad"}, "it has mood"),
        ({"provision": "duty", "means": ["all", None]}, "means is None"),
        ({"provision": "duty", "means": "all"}, "means is 'all'"),
        ({"provision": "duty", "number": {"value": 6}}, "number is {'value': 6}"),
        ({"provision": "duty", "number": []}, "number is []"),
        ([], "it is []"),
    ],
)
def test_a_card_that_does_not_fit_its_schema_is_found(card, misfit):
    schema = schema_of("card")
    assert list(misfits(card, schema, schema)) == [misfit]
