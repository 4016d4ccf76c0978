"""charter test: what differs, the counts, and the exit status."""

import json
import re

import pytest
from said import ECOWAS, ROOT, said


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def wrong(tmp_path):
    file = tmp_path / "wrong.scenario"
    text = (ROOT / ECOWAS).read_text("utf-8")
    file.write_text(
        text.replace("Niger assistance under Article 6", "Niger consultation", 1), "utf-8"
    )
    return file


def test_what_holds_is_counted():
    told = said("test", ECOWAS)
    assert (told.status, told.err) == (0, "")
    assert told.out.endswith("6 held, 0 failed, in 3 cases.\n")


def test_what_differs_is_told_with_what_was_found_and_what_decides_it(wrong):
    told = said("test", wrong)
    assert told.status == 1
    assert re.search(r"failed, line \d+: Burkina Faso owes Niger consultation", told.out)
    assert "- expected: Burkina Faso owes Niger consultation" in told.out
    assert "- found: " in told.out
    assert "6 held" not in told.out


def test_a_contested_expectation_is_told_and_fails_nothing(tmp_path):
    file = tmp_path / "contested.scenario"
    text = (ROOT / ECOWAS).read_text("utf-8").split("Variation")[0]
    text = text.replace("  Burkina Faso owes", "  contested: Burkina Faso does not owe")
    file.write_text(text.replace("  Nobody else owes anything.\n", ""), "utf-8")
    told = said("test", file)
    assert told.status == 0
    assert re.search(r"not met, line \d+: contested: Burkina Faso does not owe", told.out)
    assert "1 held, 0 failed, 1 contested and not met, in 1 case." in told.out


def test_folders_are_searched_for_scenario_files(tmp_path, wrong):
    below = tmp_path / "below"
    below.mkdir()
    (below / "right.scenario").write_text((ROOT / ECOWAS).read_text("utf-8"), "utf-8")
    told = said("test", tmp_path, "--format", "json")
    assert told.status == 1
    files = {each["file"] for each in json.loads(told.out)}
    assert files == {str(wrong), str(below / "right.scenario")}


def test_without_a_path_this_folder_is_searched(tmp_path, wrong, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert said("test").status == 1


def test_a_reading_is_taken_by_its_name():
    assert said("test", ECOWAS, "--reading", "both interests").status == 0
    assert said("test", ECOWAS, "--reading", "in force on ratification by all").status == 1
    assert said("test", ECOWAS, "--reading", "another").status == 2


def test_a_folder_without_scenarios_and_a_file_that_is_none_are_refused(tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    told = said("test", empty)
    assert (told.status, told.out) == (2, "")
    assert "no scenario file" in told.err
    assert said("test", tmp_path / "nowhere.scenario").status == 2
