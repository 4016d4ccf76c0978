"""The canonical layout of scenario files: comments stay comments, and words stay words."""

from charter.engine.charters import resolve
from charter.scenario.load import read_scenarios
from charter.source import Source
from charter.syntax.scenario_format import format_scenario
from charter.syntax.scenario_layout import read_scenario_layout

REMARKED = """\
Scenario: Calm
   # who asked
Charters: liptako-gourma
   # why it is asked
Question: what now
  and then?
Given
  Lutha is a state.  # invented
Then
  nobody owes anything.
"""


def laid_out(text):
    return format_scenario(Source("a.scenario", text))


def values(text):
    layout = read_scenario_layout(Source("a.scenario", text))
    return [(each.word, each.header_text) for each in layout.parts if not each.has_sentences]


def test_an_indented_comment_under_a_heading_line_is_no_part_of_it_and_stays():
    assert (
        laid_out(REMARKED)
        == """\
Scenario: Calm
# who asked
Charters: liptako-gourma
# why it is asked
Question: what now and then?

Given
  Lutha is a state.  # invented
Then
  nobody owes anything.
"""
    )


def test_a_word_that_begins_with_a_hash_never_comes_to_begin_a_line():
    text = f"Scenario: Calm\nSources: {'x' * 70} #4 of the list\nThen\n  nobody owes anything.\n"
    assert values(laid_out(text)) == values(text)
    assert laid_out(laid_out(text)) == laid_out(text)


def test_a_comment_between_the_words_of_an_expectation_is_none_of_them(tmp_path):
    text = REMARKED.replace("nobody owes", "nobody  # as yet\n  owes")
    (case,) = read_scenarios(Source(str(tmp_path / "a.scenario"), text), resolve).cases
    assert [each.text for each in case.expectations] == ["nobody owes anything"]
