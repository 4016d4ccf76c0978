"""What an article says of the reach of others decides results under them, or is shown."""

import pytest

from charter.engine.charters import resolve
from charter.engine.run import run_case
from charter.engine.scopes import applied
from charter.rules.model import Citation, Words
from charter.rules.pattern import EventPattern, PlaceLimit
from charter.rules.provision import CountsAs, Norm, Scope
from charter.rules.terms import Action, Modality
from charter.scenario.load import load_scenarios

PACT = """Charter: River Pact
Short name: RP
Parties: Mali, Niger, Togo
Signed: 1 March 1950, at Niamey
In force: on signature

Article 1. Help
  If a Party is attacked by a third State, the other Parties shall assist it.

Article 2. Reach
  {reach}
"""
SCENARIO = """Scenario: an attack
Charters: ./pact.charter
Given
  {given}
When
  on 2 October 1951, Ghana launches an armed attack on Niger in Tera (the attack).
"""
IN_NIGER = "Tera is a place in Niger."
IN_EUROPE = "Europe is a place in Ghana.\n  Tera is a place in Europe."


def duties(tmp_path, reach, given=IN_NIGER):
    (tmp_path / "pact.charter").write_text(PACT.format(reach=reach), "utf-8")
    (tmp_path / "a.scenario").write_text(SCENARIO.format(given=given), "utf-8")
    (case,) = load_scenarios(tmp_path / "a.scenario", resolve).cases
    return [
        row
        for row in run_case(case, tmp_path).outcome.duties
        if row.bearer == "Mali" and row.beneficiary == "Niger"
    ]


def states(tmp_path, reach, given=IN_NIGER):
    return [row.state.value for row in duties(tmp_path, reach, given)]


def test_without_a_scope_the_duty_is_owed(tmp_path):
    assert states(tmp_path, "The Parties shall respect each other.")[0] == "owed"


@pytest.mark.parametrize(
    "reach", ["Article 1 applies in Europe.", "This Treaty shall apply in Europe."]
)
def test_where_a_treaty_applies_narrows_its_events(tmp_path, reach):
    assert states(tmp_path, reach, IN_EUROPE) == ["owed"]
    assert "owed" not in states(tmp_path, reach)


def test_what_an_article_does_not_apply_to_is_an_exception_in_its_words(tmp_path):
    (row,) = duties(tmp_path, "Article 1 shall not apply to attacks in Africa.")
    assert row.state.value == "undetermined"
    assert ["attacks in Africa" in str(each) for each in row.depends_on] == [True]


def test_what_an_article_also_applies_to_is_an_event_more(tmp_path):
    reach = "Article 1 shall also apply if a Party is attacked by another Party."
    assert states(tmp_path, reach) == ["owed"]


def test_a_term_that_is_defined_in_words_taints_what_uses_it(tmp_path):
    (row,) = duties(tmp_path, "“Attacked” means struck by regular forces.")
    assert [each.text for each in row.tainted_by] == ["“Attacked” means struck by regular forces"]


def test_in_which_time_an_article_applies_is_a_condition_in_its_words(tmp_path):
    (row,) = duties(tmp_path, "Article 1 shall apply only in case of war between the Parties.")
    assert row.state.value == "undetermined"


WORDS = Words(text="in Europe", start=0, end=9)
PLACE = PlaceLimit(text="in Europe", words=WORDS)
EVENT = EventPattern(kinds=("attack",), words=WORDS)


def scope(**more):
    said = Words(text="Article 1 applies in Europe", start=0, end=9)
    return Scope(citation=Citation(article="2", words=said), articles=("1",), **more)


def norm(**more):
    return Norm(
        kind="duty",
        citation=Citation(article="1", words=WORDS),
        modality=Modality.MUST,
        action=Action.ASSIST,
        action_words=WORDS,
        bearer=None,
        **more,
    )


def counting():
    cited = Citation(article="1", words=WORDS)
    return CountsAs(citation=cited, pattern=EVENT, as_kinds=("aggression",))


def test_a_standing_norm_is_kept_to_the_place():
    standing, _ = applied((norm(), scope(place=PLACE)))
    assert standing.place == PLACE


def test_what_limits_an_event_of_a_norm_in_other_words_is_a_condition():
    limited, _ = applied((norm(triggers=(EVENT,)), scope(triggers=(EVENT,))))
    assert [each.words.text for each in limited.conditions] == ["Article 1 applies in Europe"]


def test_what_counts_as_an_event_is_kept_to_the_place_or_notes_the_words():
    placed, _ = applied((counting(), scope(place=PLACE)))
    assert placed.pattern.place == PLACE
    noted, _ = applied((counting(), scope(triggers=(EVENT,))))
    assert [each.text for each in noted.unread] == ["Article 1 applies in Europe"]


def test_an_article_that_no_scope_speaks_of_stays_as_it_is():
    other = norm().model_copy(update={"citation": Citation(article="3", words=WORDS)})
    assert applied((other, scope(place=PLACE)))[0] == other
