"""Every scenario that ships is what it says, and a changed expectation is noticed."""

from pathlib import Path

import pytest

from charter.cli.guard import status

SCENARIOS = sorted((Path(__file__).parent.parent / "scenarios").rglob("*.scenario"))


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_a_shipped_scenario_holds(path):
    assert status(["test", str(path)]) == 0


def test_an_altered_expectation_fails_with_a_difference(tmp_path, capsys):
    (original,) = [each for each in SCENARIOS if each.stem == "ecowas-intervention"]
    altered = tmp_path / "altered.scenario"
    words = original.read_text("utf-8").replace(
        "Burkina Faso owes Niger assistance under Article 6.",
        "Burkina Faso owes Niger assistance under Article 5.",
        1,
    )
    altered.write_text(words, "utf-8")
    assert status(["test", str(altered)]) == 1
    said = capsys.readouterr().out
    assert "expected: Burkina Faso owes Niger assistance under Article 5" in said
    assert "found:" in said


def test_shipped_scenarios_stand_in_the_canonical_layout():
    assert status(["fmt", "--check", *map(str, SCENARIOS)]) == 0


def test_the_number_of_scenarios_is_what_was_promised():
    assert len(SCENARIOS) >= 14
