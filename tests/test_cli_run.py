"""charter run: whose answer, under which reading, in which form, with which exit status."""

import json

import pytest
from pydantic import TypeAdapter
from said import BEFORE, ECOWAS, ROOT, said

from charter.report.result import Result

KEYS = [
    "schema", "scenario", "variation", "file", "reading", "assume", "duties", "prohibitions",
    "breaches", "permissions", "conflicts", "expectations", "diagnostics",
]  # fmt: skip
ROW_KEYS = [
    "bearer", "beneficiary", "action", "modality", "kind", "means", "treaty", "article", "state",
    "since", "until", "event", "depends_on", "turned_by_readings", "tainted_by",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")


def results(*arguments: object) -> list[dict[str, object]]:
    told = said("run", *arguments, "--format", "json")
    assert told.err == ""
    found = json.loads(told.out)
    TypeAdapter(list[Result]).validate_json(told.out, strict=True)
    return found


def test_every_variation_is_run_and_the_report_begins_with_the_answer():
    told = said("run", ECOWAS)
    assert (told.status, told.err) == (0, "")
    assert told.out.count("In short:") == 3
    assert "In short: Burkina Faso and Mali owe Niger assistance, including armed force" in told.out


def test_json_has_the_keys_of_the_contract_in_their_order():
    first, *_ = results(ECOWAS)
    assert list(first) == KEYS
    assert list(first["duties"][0]) == ROW_KEYS
    assert (first["schema"], first["variation"], first["file"]) == (
        "charter/result/1",
        None,
        ECOWAS,
    )
    assert list(first["expectations"][0]) == ["line", "text", "held", "why"]


def test_one_variation_is_picked_by_its_name():
    (only,) = results(ECOWAS, "-v", BEFORE)
    assert (only["variation"], only["duties"]) == (BEFORE, [])


@pytest.mark.parametrize("name", ["in force on ratification by all", "both interests"])
def test_one_reading_is_taken_by_its_name(name):
    found = results(ECOWAS, "--reading", name)
    assert {each["reading"] for each in found} == {name}
    owed = any(each["duties"] for each in found)
    assert owed is (name == "both interests")


def test_all_readings_are_taken_in_turn_from_the_default_on():
    readings = [each["reading"] for each in results(ECOWAS, "-v", BEFORE, "--reading", "all")]
    assert readings[0] == "default"
    assert len(set(readings)) == len(readings) == 7
    assert readings[-1] == "Article 5: either interest"


def test_in_a_closed_world_what_is_not_stated_is_false():
    scenario = "scenarios/negative-cases.scenario"
    chosen = (scenario, "-v", "The attacker is not known")
    (is_open,), (closed,) = results(*chosen), results(*chosen, "--assume", "closed")
    assert {each["state"] for each in is_open["duties"]} == {"undetermined"}
    assert {each["state"] for each in closed["duties"]} == {"owed"}
    assert (is_open["assume"], closed["assume"]) == ("open", "closed")
    assert all(each["depends_on"] for each in is_open["duties"])


def test_all_lists_those_who_owe_nothing():
    line = "ECOWAS owes nothing: it is no party to any charter here."
    assert line in said("run", ECOWAS, "--all").out
    assert line not in said("run", ECOWAS).out


def test_an_expectation_that_fails_is_bad_news_and_its_why_is_told(tmp_path):
    file = tmp_path / "wrong.scenario"
    file.write_text((ROOT / ECOWAS).read_text("utf-8").replace("Article 6", "Article 5"), "utf-8")
    told = said("run", file, "--format", "json")
    assert told.status == 1
    failed = [each for each in json.loads(told.out)[0]["expectations"] if not each["held"]]
    assert len(failed) == 3
    assert failed[0]["why"].startswith("expected: Mali owes Niger assistance")
    assert said("run", file).status == 1


PACT = """Charter: Pact
Parties: Mali, Niger
Signed: 1 January 2000
In force: on signature

Article 1. Assistance
  If an armed attack occurs against a Party, the other Parties shall assist it {adverb}.
"""
RAID = """Scenario: A raid
Charters: pact.charter
When
  on 2 October 2023, Togo launches an armed attack on Niger (the raid).
"""


def with_pact(folder, adverb):
    (folder / "pact.charter").write_text(PACT.format(adverb=adverb), "utf-8")
    (folder / "a.scenario").write_text(RAID, "utf-8")
    return folder / "a.scenario"


def test_what_was_not_read_is_a_diagnostic_of_the_result_and_taints_what_rests_on_it(tmp_path):
    scenario = with_pact(tmp_path, "heartily")
    (found,) = json.loads(said("run", scenario, "--format", "json").out)
    assert [(each["code"], each["line"]) for each in found["diagnostics"]] == [("C111", 7)]
    assert [each["tainted_by"] for each in found["duties"]] == [["heartily"]]
    report = " ".join(said("run", scenario).out.split())
    assert "Some of this rests on words that were not read: see the warnings." in report
    assert "Warnings: words not read" in report


def test_a_sentence_that_was_not_read_is_told_at_once_though_nothing_rests_on_it(tmp_path):
    report = " ".join(said("run", with_pact(tmp_path, "never")).out.split())
    assert "Nobody owes anything. Some words were not read, and might matter" in report
    assert "Article 1 of Pact: “If an armed attack occurs" in report


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ((ECOWAS, "-v", "a week before the signin"), "did you mean"),
        ((ECOWAS, "--reading", "both interest"), "did you mean"),
        (("scenarios/nowhere.scenario",), "nowhere.scenario"),
        ((), "FILE"),
        ((ECOWAS, "--format", "pdf"), "pdf"),
        ((ECOWAS, "--assume", "everything"), "everything"),
    ],
)
def test_what_cannot_be_meant_is_refused_on_standard_error(arguments, word):
    told = said("run", *arguments)
    assert (told.status, told.out) == (2, "")
    assert word in told.err
    assert "Traceback" not in told.err


def test_one_file_that_is_refused_does_not_keep_the_others_from_being_run():
    told = said("run", ECOWAS, "scenarios/nowhere.scenario")
    assert told.status == 2
    assert "nowhere" in told.err
    assert "ECOWAS sends troops into Niger" in told.out
