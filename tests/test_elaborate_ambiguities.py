"""Ambiguity that the grammar finds: what is offered, under which name, and that it is true.

``tests/cases/ambiguity/*.txt`` hold sentences, each with the reading that is the default (``=``)
and the others (``~``), with the words in which they would be read, or ``nothing``.
"""

import json
import re
import time

import pytest
from hypothesis import given
from laws import law
from pages import ROOT
from said import said

from charter.elaborate.bare import left_open, read_clause
from charter.elaborate.charter import read_charter, treaty
from charter.elaborate.library import charter as shipped
from charter.elaborate.meaning import is_stopped, meaning, unread_words
from charter.source import Source
from charter.testing import charters

CASES = {
    sentence: told
    for path in sorted((ROOT / "tests" / "cases" / "ambiguity").glob("*.txt"))
    for block in path.read_text("utf-8").strip().split("\n\n")
    if not block.startswith("#")
    for sentence, *told in [block.split("\n  ")]
}
OPEN = [sentence for sentence, told in CASES.items() if told != ["nothing"]]

HEADING = """Charter: River Pact
Parties: Mali, Niger, Togo
Signed: 1 March 2020
In force: on signature
"""


def charter(*articles, readings=""):
    body = "".join(f"\nArticle {n}. Some\n  {each}\n" for n, each in enumerate(articles, start=1))
    return read_charter(Source("pact.charter", f"{HEADING}{body}{readings}"), "pact")


def rules(found, *chosen):
    return treaty(found, chosen).provisions


def names(found):
    return [each.reading.name for each in found.found]


def as_text(found):
    """The readings of a charter as one would state them in its file."""
    return "".join(map(block, found.found))


def block(each):
    (said_of,) = each.interpretations
    default = " (default)" if each.reading.is_default else ""
    return (
        f'\nReading "{each.reading.name}"{default}\n'
        f'  In Article {said_of.article}, "{said_of.words}" means "{said_of.read_as}".\n'
        f"  Reason: {each.reading.reason}\n"
    )


# ------------------------------------------------------------------ what is offered


def told(each):
    (said_of,) = each.interpretations
    if each.reading.is_default:
        return f"= {each.reading.name}"
    return f"~ {each.reading.name}: {said_of.read_as}"


@pytest.mark.parametrize("sentence", CASES)
def test_a_sentence_leaves_open_what_is_written_and_no_more(sentence):
    found = [told(each) for each in left_open(Source("clause", sentence))]
    assert (found or ["nothing"]) == CASES[sentence]


@pytest.mark.parametrize("sentence", OPEN)
def test_each_way_is_read_whole_and_into_other_rules(sentence):
    standing = read_clause(Source("clause", sentence)).provisions
    for each in left_open(Source("clause", sentence)):
        (way,) = each.interpretations
        at = slice(each.head.start, each.head.end)
        again = sentence[: at.start] + way.read_as + sentence[at.stop :]
        read = read_clause(Source("clause", again)).provisions
        assert not is_stopped(read)
        assert unread_words(read) <= unread_words(standing)
        assert (meaning(read) == meaning(standing)) is each.reading.is_default


def test_an_event_is_not_looked_for_behind_a_sentence_that_was_not_read():
    text = (
        "If a Party is attacked, the others shall assist it. Not if the sky shall fall unless. "
        "In that event, the Parties shall consult."
    )
    last = read_clause(Source("clause", text)).provisions[-1]
    assert [each.kinds for each in last.triggers] == [("event",)]
    assert left_open(Source("clause", text)) == ()


def test_in_either_case_means_both_by_default():
    text = (
        "If a Party is attacked, the others shall assist it. If a Party is threatened, the "
        "Parties shall consult. In either case, the Parties shall cooperate."
    )
    last = read_clause(Source("clause", text)).provisions[-1]
    assert [each.kinds for each in last.triggers] == [("attack",), ("threat",)]


# ------------------------------------------------------------------ readings of a charter


@pytest.mark.parametrize("sentence", OPEN)
def test_to_choose_the_default_by_name_changes_nothing(sentence):
    found = charter(sentence)
    for each in found.found:
        assert (rules(found, each.reading.name) == rules(found)) is each.reading.is_default


@pytest.mark.parametrize("sentence", OPEN)
def test_what_is_offered_can_be_stated_in_the_file_with_the_same_rules(sentence):
    found = charter(sentence)
    stated = charter(sentence, readings=as_text(found))
    assert [each.reading.name for each in stated.stated] == names(found)
    assert stated.found == ()
    for chosen in ((), *((name,) for name in names(found))):
        assert rules(stated, *chosen) == rules(found, *chosen)


@law(30)
@given(charters())
def test_in_any_charter_the_defaults_are_what_is_read_without_a_choice(text):
    found = read_charter(Source("made-up.charter", text), "made-up")
    usual = tuple(each.reading.name for each in found.found if each.reading.is_default)
    assert treaty(found, usual).provisions == treaty(found).provisions
    again = read_charter(Source("made-up.charter", text + as_text(found)), "made-up")
    for each in found.found:
        assert rules(again, each.reading.name) == rules(found, each.reading.name)


def test_a_name_says_where_and_what_and_stands_once():
    said_of = "The Parties shall consult and assist each other in {}.".format
    found = charter(f"1. {said_of('Europe')}\n  2. {said_of('Africa')}\n  3. {said_of('Asia')}")
    assert names(found) == [
        "Article 1(1): the place goes with consult and assist",
        "Article 1(1): the place goes with assist only",
        "Article 1(2): the place goes with consult and assist",
        "Article 1(2): the place goes with assist only",
        "Article 1(3): the place goes with consult and assist",
        "Article 1(3): the place goes with assist only",
    ]
    twice = charter(f"{said_of('Europe')} {said_of('Africa')}")
    assert names(twice)[2:] == [f"{name} (2)" for name in names(twice)[:2]]


def test_a_name_that_a_charter_has_given_is_not_given_again():
    article = "Any attack on the sovereignty and security of a Party gives rise to a duty of " + (
        "assistance by the other Parties. The Parties may consult."
    )
    stated = """
Reading "Article 1: either interest" (default)
  In Article 1, "may consult" means "may consult".
  Reason: made up.
"""
    assert names(charter(article, readings=stated)) == [
        "Article 1: both interests (2)",
        "Article 1: either interest (2)",
    ]


def test_what_a_reading_of_the_file_contests_is_not_offered_again():
    article = "Any attack on the sovereignty and security of a Party shall be considered an " + (
        "aggression against all the Parties."
    )
    stated = """
Reading "{}" (default)
  In Article 1, "{}" means {}.
  Reason: made up.
"""
    other = stated.format("wide", "attack", "infringement")
    assert len(names(charter(article, readings=other))) == 2
    same = stated.format("either", "sovereignty and security", "either")
    assert names(charter(article, readings=same)) == []
    within = stated.format("goods", "and security", '"or security"')
    assert names(charter(article, readings=within)) == []


def test_words_that_stand_twice_are_one_point():
    found = charter(
        "If an armed attack occurs against a Party in Europe, the other Parties shall assist it. "
        "If an armed attack occurs against a Party in Europe, the Parties shall consult."
    )
    assert names(found) == [
        "Article 1: in Europe says where the event happens",
        "Article 1: in Europe says which Parties are meant",
    ]
    for norm in rules(found, names(found)[1])[1:]:
        assert norm.triggers[0].place is None
        assert norm.triggers[0].situated.text == "in Europe"


def test_the_library_charter_leaves_open_only_what_it_does_not_state():
    assert names(shipped("liptako-gourma")) == [
        "Article 5: both interests",
        "Article 5: either interest",
    ]


def test_a_long_charter_is_searched_in_time_that_grows_with_its_length():
    clause = "The Parties shall consult and assist each other in Europe as regards {}. "

    def took(articles):
        made = [clause.format("dangers " * (n % 7 + 1)) for n in range(articles)]
        start = time.process_time()
        charter(*made).found  # noqa: B018 - asking for it is what raises
        return time.process_time() - start

    assert took(80) < 8 * max(took(20), 0.05)


# ------------------------------------------------------------------ in scenarios

CHARTER = f"""{HEADING}
Article 1. Help
  In case of an unprovoked attack or threat of force against a Party, the other
  Parties shall assist it.

Article 2. The area
  An armed attack against one or more of the Parties in the treaty area shall be
  considered an attack against them all, and if such an attack occurs, each
  of them shall assist the Party so attacked.
"""
SCENARIO = """Scenario: A threat that was provoked
Charters: pact.charter
Given
  the threat is not unprovoked.
When
  on 1 May 2021, Ghana threatens to use force against Mali (the threat).
Then
  nobody owes anything.
  under reading "Article 1: unprovoked goes with attack only", Niger owes Mali
  assistance under Article 1.

Scenario: An attack abroad
Charters: pact.charter
Given
  Timbuktu is a place in Mali.
  Timbuktu does not lie in the treaty area.
  the raid is not unprovoked.
When
  on 1 May 2021, Ghana launches an armed attack on the forces of Mali in Timbuktu (the raid).
Then
  nobody owes anything.
  under reading "Article 2: in the treaty area says which Parties are meant", it is
  undetermined whether Niger owes Mali assistance under Article 2.
Variation: the Party lies in the area
  it is the case that "situated in the treaty area".
Then
  under reading "Article 2: in the treaty area says which Parties are meant", Niger owes
  Mali assistance under Article 2.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pact.charter").write_text(CHARTER, "utf-8")
    (tmp_path / "threat.scenario").write_text(SCENARIO, "utf-8")
    return tmp_path


def test_expectations_hold_under_the_readings_that_they_name(folder):
    told = said("test", "threat.scenario")
    assert told.status == 0, told.out


def test_results_name_what_a_reading_turns(folder):
    name = "Article 1: unprovoked goes with attack only"
    run = said("run", "threat.scenario", "--reading", name, "--format", "json")
    first = json.loads(run.out)[0]
    assert first["reading"] == name
    assert {each["bearer"] for each in first["duties"]} == {"Niger", "Togo"}
    assert [each["turned_by_readings"] for each in first["duties"]] == [["default"], ["default"]]
    every = json.loads(said("run", "threat.scenario", "--reading", "all", "--format", "json").out)
    assert name in {each["reading"] for each in every}
    assert name in said("readings", "threat.scenario").out.replace("\n", " ")


# ------------------------------------------------------------------ where they show


def test_a_person_is_told_how_else_words_could_be_read_and_a_program_gets_the_same_cards(folder):
    told = said("read", "pact.charter").out
    assert "could also be read: “against one or more of the Parties situated" in told
    cards = json.loads(said("read", "pact.charter", "--format", "json").out)
    assert set(cards) == {"cards", "refused"}
    assert "situated" not in json.dumps(cards)


def test_bare_clauses_have_names_without_an_article(tmp_path):
    file = tmp_path / "clause.txt"
    file.write_text("1. The Parties shall consult and assist each other in Europe.\n", "utf-8")
    told = " ".join(said("read", str(file)).out.split())
    assert "reading “paragraph 1: the place goes with assist only”" in told


def test_a_check_notes_them_and_finds_nothing(folder):
    told = said("check", "pact.charter")
    assert told.status == 0
    assert told.out == "1 charter checked: nothing found\n"
    assert len(re.findall(r"^note\[C207\]", told.err, re.MULTILINE)) == 2
