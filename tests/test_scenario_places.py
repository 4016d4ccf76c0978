"""What is said to lie somewhere, and what it still is."""

import pytest

from charter.diagnostics import Refused
from charter.engine.charters import resolve
from charter.scenario.load import load_scenarios

RAID = """Scenario: A raid
Charters: liptako-gourma
Given
  {given}
When
  on 2 October 2023, Algeria launches an armed attack on Niger (the raid).
"""


def only_case(tmp_path, given):
    file = tmp_path / "a.scenario"
    file.write_text(RAID.format(given=given), "utf-8")
    (case,) = load_scenarios(str(file), resolve).cases
    return case


def test_a_state_that_lies_in_an_area_can_still_act(tmp_path):
    case = only_case(tmp_path, "Algeria lies within the area.")
    assert case.world.events[0].authors == ("Algeria",)


def test_what_is_declared_a_place_cannot_act(tmp_path):
    with pytest.raises(Refused) as refused:
        only_case(tmp_path, "Algeria is a place in Mali.")
    assert [each.code for each in refused.value.diagnostics] == ["C310"]
