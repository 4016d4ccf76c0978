"""Places by name, areas by words."""

import pytest

from charter.engine.places import containers, is_parties_territory, normal


@pytest.mark.parametrize(
    "text", ["the common area", "in the  Common Area", "within THE common\narea", "common area"]
)
def test_an_area_is_the_same_however_a_clause_leads_up_to_it(text):
    assert normal(text) == "common area"


@pytest.mark.parametrize(
    ("area", "is_theirs"),
    [
        ("the territory of the Parties", True),
        ("the territories of the High Contracting Parties", True),
        ("within the area covered by the Alliance", True),
        ("the common area of the Alliance", True),
        ("the territory of one or more member States", True),
        ("the region where the borders of the three countries meet", False),
        ("the North Atlantic area", False),
        ("the territory of any of the Parties in Europe", False),
        ("the territory of Niger", False),
        ("any of the Parties", False),
    ],
)
def test_words_mean_the_parties_territory_only_if_nothing_limits_them(area, is_theirs):
    assert is_parties_territory(area) is is_theirs


def test_a_place_lies_in_all_that_holds_it_near_and_far():
    places = {"tera": ("Tillabéri",), "tillabéri": ("Niger", "the border region"), "niger": ()}
    assert containers(places, "Tera") == {"tera", "tillabéri", "niger", "border region"}


def test_a_place_in_itself_ends_and_no_place_lies_nowhere():
    assert containers({"tera": ("Tera",)}, "Tera") == {"tera"}
    assert containers({}, None) == frozenset()
