"""A variation undoes what the scenario states, and nothing of what it states itself."""

from datetime import date

import pytest

from charter.diagnostics import Refused
from charter.engine.charters import resolve
from charter.scenario.load import load_scenarios

HELP = """Scenario: Help
Charters: liptako-gourma
When
  on 2 October 2023, Togo launches an armed attack on Niger (the attack).
  on 5 October 2023, Mali assists Niger.
Variation: another day
  Mali does not assist Niger.
  on 1 October 2023, Mali assists Niger.
Variation: no help
  Mali does not assist Niger.
"""


def cases(tmp_path, text):
    file = tmp_path / "a.scenario"
    file.write_text(text, "utf-8")
    return load_scenarios(str(file), resolve).cases


def test_what_a_variation_states_in_the_place_of_what_it_undoes_stays(tmp_path):
    days = [[done.day.exact for done in each.world.performances] for each in cases(tmp_path, HELP)]
    assert days == [[date(2023, 10, 5)], [date(2023, 10, 1)], []]


def test_what_is_stated_and_undone_in_one_breath_is_a_mistake(tmp_path):
    with pytest.raises(Refused, match="C322"):
        cases(tmp_path, HELP.replace("on 5 October 2023, Mali", "on 5 October 2023, Burkina Faso"))
