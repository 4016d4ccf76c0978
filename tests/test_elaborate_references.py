"""Events that an article knows by another: resolved within a charter, a condition elsewhere."""

from charter.elaborate.bare import read_clause
from charter.elaborate.charter import read_charter, treaty
from charter.rules.provision import Norm
from charter.source import Source

PACT = """Charter: River Pact
Parties: Mali, Niger, Togo
Signed: 1 March 1950
In force: on signature

Article 1. Help
  If a Party is attacked by a third State, the other Parties shall assist it.

Article 2. Counsel
  {sentence}
"""


def second_article(sentence):
    made = treaty(read_charter(Source("pact.charter", PACT.format(sentence=sentence)), "pact"))
    return [each for each in made.provisions if each.citation.article == "2"]


def test_the_cases_of_another_article_are_its_events():
    (norm,) = second_article("In the case provided for in Article 1, the Parties shall consult.")
    assert [each.kinds for each in norm.triggers] == [("attack",)]
    assert norm.conditions == ()


def test_the_preceding_article_is_the_one_before():
    (norm,) = second_article(
        "The obligations laid down in the preceding Article shall be performed by each Party."
    )
    assert [each.kinds for each in norm.triggers] == [("attack",)]


def test_an_article_that_is_not_there_leaves_the_words_a_condition():
    (norm,) = second_article("In the cases provided for in Article 9, the Parties shall consult.")
    assert norm.triggers[0].referred
    assert [each.words.text for each in norm.conditions] == ["the cases provided for in Article 9"]


def test_this_case_is_the_event_of_the_sentence_before():
    text = (
        "If a Party is attacked by a third State, it may withdraw. {} the others shall assist it."
    )
    for words in (
        "In this case",
        "In such an event",
        "In that eventuality",
        "In these circumstances",
    ):
        *_, norm = read_clause(Source("clause", text.format(words))).provisions
        assert isinstance(norm, Norm)
        assert [each.kinds for each in norm.triggers] == [("attack",)], words


def test_this_case_without_a_case_before_depends_on_its_words():
    (norm,) = read_clause(Source("clause", "In this case the Parties shall consult.")).provisions
    assert norm.triggers[0].referred
    assert [each.words.text for each in norm.conditions] == ["In this case"]


def test_such_an_attack_is_the_attack_of_the_sentence_before_and_no_other_event():
    text = "If a Party is the victim of an armed attack, the others shall assist it. {}"
    *_, same = read_clause(
        Source("clause", text.format("Any such attack shall be reported to the Council."))
    ).provisions
    *_, other = read_clause(
        Source("clause", text.format("Any such dispute shall be submitted to the Council."))
    ).provisions
    assert [each.kinds for each in same.triggers] == [("armed_attack",)]
    assert [each.kinds for each in other.triggers] == [("dispute",)]
