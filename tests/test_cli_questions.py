"""charter why, why-not and readings: the grounds, what fails, and what another reading turns."""

import json
from itertools import pairwise

import pytest
from said import BEFORE, ECOWAS, ROOT, said

ATTACKER = ("-v", "the attacker is a party")
MALI = "Mali owes Niger assistance"


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")


def leaves(step: dict) -> list[dict]:
    return [leaf for each in step["premises"] for leaf in leaves(each)] or [step]


def test_why_goes_down_to_articles_and_stated_facts():
    told = said("why", ECOWAS, MALI)
    assert (told.status, told.err) == (0, "")
    assert "the intervention is an armed attack — stated in the scenario" in told.out
    assert "AES has entered into force by 2 October 2023, the heading of AES" in told.out


def test_why_marks_every_ground_that_suffices_and_leaves_out_those_that_fail():
    told = said("why", ECOWAS, MALI)
    assert told.out.count("met, sufficient: the intervention infringes") == 2
    assert "not met" not in told.out
    assert "not one of these holds" not in told.out


def test_nothing_is_told_twice_under_itself():
    lines = [line.lstrip("|`- ") for line in said("why", ECOWAS, MALI).out.splitlines()]
    assert not [line for line, after in pairwise(lines) if line and line == after]


def test_a_quotation_marks_the_words_that_a_reading_put_there():
    assert "“Any [armed attack] on the [sovereignty or territorial integrity]" in " ".join(
        said("why", ECOWAS, MALI).out.split()
    )
    other = said("why", ECOWAS, MALI, "--reading", "both interests").out
    assert "“Any [armed attack] on the sovereignty and territorial integrity" in " ".join(
        other.split()
    )


def test_why_answers_for_a_breach_by_its_paragraph():
    told = said("why", ECOWAS, *ATTACKER, "Mali breaches Article 8")
    assert told.status == 0
    assert "Mali breaches Article 8(1) of AES" in told.out
    assert "Mali breaches Article 8(3) of AES" in told.out
    assert "State: breached" in told.out
    assert "It depends on whether the intervention comes from territory put at" in told.out


def test_why_where_it_is_not_so_says_why_not_and_is_bad_news():
    told = said("why", ECOWAS, "-v", BEFORE, MALI)
    assert told.status == 1
    assert "AES is not in force on 9 September 2023" in told.out


def test_why_not_where_it_is_so_gives_the_grounds_and_is_bad_news():
    told = said("why-not", ECOWAS, MALI)
    assert told.status == 1
    assert "State: owed" in told.out


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Togo owes Niger assistance", "not met: Togo is not a party to AES"),
        ("ECOWAS owes Niger assistance", "defeated by: ECOWAS is the author of the intervention"),
        ("Mali owes Togo assistance", "not met: the intervention is not directed against Togo"),
        ("Mali owes Burkina Faso assistance", "is not directed against Burkina Faso"),
        ("Togo breaches Article 8", "not met: Togo is not the author of the intervention"),
        ("Mali owes Niger consultation", "No article of AES asks for that"),
    ],
)
def test_why_not_tells_what_fails_also_of_those_whom_the_treaty_does_not_know(question, reason):
    told = said("why-not", ECOWAS, question)
    assert (told.status, told.err) == (0, "")
    assert reason in told.out


def test_why_not_marks_a_condition_that_is_met_one_not_stated_and_one_that_defeats():
    scenario = "scenarios/negative-cases.scenario"
    told = said(
        "why-not", scenario, "-v", "The attacker is not known", "Niger owes Togo assistance"
    )
    assert {"met", "not met", "not stated"} <= {
        line.lstrip("|`- ").partition(":")[0] for line in told.out.splitlines()
    }
    told = said("why-not", ECOWAS, *ATTACKER, MALI)
    assert "defeated by: Mali is the author of the intervention" in told.out


def test_json_holds_the_whole_derivation():
    (ground,) = json.loads(said("why", ECOWAS, MALI, "--format", "json").out)
    assert (ground["state"], ground["why"]["condition"]) == ("owed", "met")
    assert {"stated in the scenario", "by the article"} <= {
        each["basis"] for each in leaves(ground["why"])
    }
    (route,) = json.loads(
        said("why-not", ECOWAS, "Togo owes Niger assistance", "--format", "json").out
    )
    assert route["failing"] == ["Togo is not a party to AES"]
    assert route["state"] is None
    assert "not met" in {each["condition"] for each in leaves(route["why_not"])}


@pytest.mark.parametrize("command", ["why", "why-not"])
@pytest.mark.parametrize(
    "arguments",
    [
        (ECOWAS, "Mali owns Niger"),
        (ECOWAS, "Ruritania owes Niger assistance"),
        (ECOWAS, "nobody owes anything"),
        (ECOWAS, ""),
        (ECOWAS, MALI, "-v", "another"),
        (ECOWAS, MALI, "--reading", "another"),
        ("scenarios/nowhere.scenario", MALI),
        (ECOWAS,),
    ],
)
def test_a_question_that_cannot_be_meant_is_refused(command, arguments):
    told = said(command, *arguments)
    assert (told.status, told.out) == (2, "")
    assert told.err.strip()
    assert "Traceback" not in told.err


def test_readings_tell_what_turns_once_and_the_rest_in_a_line():
    told = said("readings", ECOWAS)
    assert (told.status, told.err) == (0, "")
    assert told.out.count("The readings and their reasons") == 1
    assert told.out.count("“either interest suffices” (default)") == 1
    first = told.out.split("— a week before")[0]
    assert "“both interests”, “any infringement”, “border region”, “any" in first
    assert "and “Article 5: either interest” turn nothing here." in " ".join(first.split())
    table = first.partition("Party by reading")[2].partition("Which reading")[0]
    assert "both interests" not in table
    assert "“in force on ratification by all”" in table


def test_readings_name_the_paragraph_that_is_breached():
    table = said("readings", ECOWAS, *ATTACKER).out
    assert "breached (Art. 8(1))" in table
    assert "undetermined (Art. 8(3))" in table


def test_readings_as_data_are_a_result_for_each():
    found = json.loads(said("readings", ECOWAS, *ATTACKER, "--format", "json").out)
    assert found[0]["reading"] == "default"
    assert len(found) == 7
    assert found[0]["breaches"][0]["turned_by_readings"] == ["in force on ratification by all"]


def test_readings_refuse_a_variation_that_is_not_there():
    told = said("readings", ECOWAS, "-v", "another")
    assert (told.status, told.out) == (2, "")
    assert "the variations are" in told.err
