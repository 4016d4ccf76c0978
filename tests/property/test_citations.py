"""Under each reading, derivations cite words that stand in the charter where they say."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import answer, every_step, law, listed

from charter.elaborate import library
from charter.elaborate.charter import read_charter, treaty
from charter.rules.model import HEADING, Words
from charter.source import Source, Span
from charter.testing import charters, worlds


def check_words(words: Words, source: Source) -> None:
    """The words lie in the text; what a reading put in their place is told apart by brackets."""
    assert 0 <= words.start < words.end <= len(source.text)
    stand = source.words(Span(words.start, words.end))
    if words.quotation is None:
        assert " ".join(words.text.split()) == stand.rstrip(".;")
    else:
        assert "[" in words.quotation


def check_citations(source: Source, rules, world) -> None:
    """Every step that rests on an article cites words of it, and words left unread are there."""
    numbers = {each.number for each in rules.articles} | {HEADING}
    outcome = answer(rules, world)
    roots = [row.why for row in listed(outcome)] + [each.why for each in outcome.refusals]
    for step in (step for root in roots for step in every_step(root) if step.cite):
        assert step.cite.treaty == rules.name
        assert step.cite.citation.article in numbers
        check_words(step.cite.citation.words, source)
    for words in (words for row in listed(outcome) for words in row.tainted_by):
        check_words(words, source)


@law(60)
@given(charters(), st.data())
def test_a_made_up_charter_is_cited_word_for_word_under_each_reading(text, data):
    source = Source("made-up.charter", text)
    charter = read_charter(source, "made-up")
    for name in ((), *((each.reading.name,) for each in charter.readings)):
        rules = treaty(charter, name)
        check_citations(source, rules, data.draw(worlds(rules)))


@pytest.mark.parametrize("name", library.names())
def test_a_shipped_charter_is_cited_word_for_word_under_each_reading(name):
    default = library.load(name)
    source = Source(name, Path(default.path).read_text("utf-8"))

    @law(10)
    @given(st.data())
    def check(data):
        for chosen in ((), *((each.name,) for each in default.readings)):
            rules = library.load(name, chosen=chosen)
            check_citations(source, rules, data.draw(worlds(rules)))

    check()
