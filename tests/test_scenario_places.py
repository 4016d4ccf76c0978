"""What is said to lie somewhere, and what it still is."""

import pytest
from said import said

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


NEAR = """Scenario: A raid
Charters: liptako-gourma
Given
  JNIM is an armed group.
  Tin-Zaouatène is a place in Algeria.
When
  on 1 December 2024, JNIM carries out a terrorist attack on Mali near Tin-Zaouatène (the raid).
Then
  it is undetermined whether Mali must combat terrorism under Article 4.

Variation: in the place itself
  the raid takes place in Tin-Zaouatène.
Then
  Mali need not combat terrorism under Article 4.

Variation: near another place
  the raid takes place near Mali.
Then
  it is undetermined whether Mali must combat terrorism under Article 4.
"""


def test_what_is_near_a_place_is_not_in_it_and_may_lie_across_a_border(tmp_path):
    file = tmp_path / "near.scenario"
    file.write_text(NEAR, "utf-8")
    assert "3 held, 0 failed" in said("test", str(file)).out
    report = " ".join(said("run", str(file), "-v", "A raid").out.split())
    assert "act of terrorism against Mali, near Tin-Zaouatène (the raid)" in report
    assert "whether somewhere near Tin-Zaouatène lies in the territory of the Parties" in report
