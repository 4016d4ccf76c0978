"""The register of actors: names, codes, suggestions, memberships."""

import csv
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charter.dates import UNKNOWN_DAY, Day
from charter.scenario import register
from charter.scenario.model import Membership, Sort
from charter.scenario.register import (
    actors,
    find,
    holds_on,
    is_member,
    members,
    memberships,
    suggest,
)
from charter.syntax.grammar import grammar_folder
from charter.truth import Truth

ROOT = Path(__file__).parent.parent
COW_STATES = ROOT / ".." / "shared" / "data" / "cow_states.csv"
LIBRARY = ROOT / "charter" / "library"


def rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader((LIBRARY / f"{table}.csv").read_text("utf-8").splitlines()))


def all_names() -> list[tuple[str, str]]:
    """Every name in the tables, with the canonical name of its actor."""
    return [
        (name, row["name"])
        for row in rows("states") + rows("organisations")
        for name in (row["name"], row["official"], *filter(None, row["aliases"].split(";")))
    ]


def name_terminal() -> re.Pattern[str]:
    grammar = (grammar_folder() / "common.lark").read_text("utf-8")
    written = re.search(r"^NAME[.\-\d]*: /(.*)/$", grammar, re.MULTILINE)
    assert written
    return re.compile(written[1])


def on(year: int, month: int, day: int) -> Day:
    return Day.on(date(year, month, day))


def test_the_members_and_observers_of_the_united_nations_are_there():
    states = [each for each in actors().values() if each.sort is Sort.STATE]
    others = {"Kosovo", "Taiwan", "Sahrawi Arab Democratic Republic", "Cook Islands", "Niue"}
    assert len({each.name for each in states} - others) == 193 + 2


def test_codes_are_well_formed_and_nobody_shares_one():
    for column, shape in (("iso2", "[A-Z]{2}"), ("iso3", "[A-Z]{3}"), ("cow", r"\d{1,3}")):
        codes = [row[column] for row in rows("states") if row[column]]
        assert [code for code in codes if not re.fullmatch(shape, code)] == []
        assert [code for code, times in Counter(codes).items() if times > 1] == []


def test_no_two_actors_share_a_name_in_any_spelling():
    owners: dict[str, set[str]] = {}
    for name, actor in all_names():
        owners.setdefault(register._folded(name), set()).add(actor)
    assert {name: found for name, found in owners.items() if len(found) > 1} == {}


def test_every_name_finds_its_actor_in_every_case():
    for name, actor in all_names():
        for spelling in (name, name.upper(), name.lower(), f"the {name}", f"The {name}"):
            assert find(spelling) is actors()[actor], spelling


def test_every_name_is_one_name_to_the_grammar():
    terminal = name_terminal()
    lexed = {name: terminal.match(f"{name} attacks") for name, _ in all_names()}
    assert [name for name, match in lexed.items() if not match or match[0] != name] == []


def test_the_grammar_still_takes_and_to_join_two_names():
    joined = name_terminal().match("Mali and Niger")
    assert joined
    assert joined[0] == "Mali"


@pytest.mark.parametrize(
    ("spelling", "actor"),
    [
        ("Ivory Coast", "Côte d'Ivoire"),
        ("Cote d’Ivoire", "Côte d'Ivoire"),
        ("Turkey", "Türkiye"),
        ("Holland", "Netherlands"),
        ("The Gambia", "Gambia"),
        ("St. Lucia", "Saint Lucia"),
        ("Guinea Bissau", "Guinea-Bissau"),
        ("Upper  Volta", "Burkina Faso"),
        ("Economic Community of West African States", "ECOWAS"),
        ("AES", "Alliance of Sahel States"),
    ],
)
def test_other_spellings_find_the_actor(spelling, actor):
    assert find(spelling) is actors()[actor]


@pytest.mark.parametrize(
    "name", ["Congo", "Korea", "Soviet Union", "Yugoslavia", "Malian", "", "the "]
)
def test_a_name_that_is_shared_or_not_listed_finds_nobody(name):
    assert find(name) is None


@pytest.mark.parametrize(
    ("name", "suggested"),
    [
        ("Malli", "Mali"),
        ("Burkina Fasso", "Burkina Faso"),
        ("Ivory Cost", "Côte d'Ivoire"),
        ("Swazilland", "Eswatini"),
        ("Tunisa", "Tunisia"),
        ("ECOWS", "ECOWAS"),
        ("Sahel", "G5 Sahel"),
    ],
)
def test_a_misspelt_name_suggests_the_actor(name, suggested):
    assert suggested in suggest(name)


def test_a_shared_name_suggests_all_who_share_it():
    assert set(suggest("Congo")) == {"Democratic Republic of the Congo", "Republic of the Congo"}


def test_the_scenarios_own_names_are_suggested_as_written():
    assert suggest("The Freedom Colum", ["The Freedom Column"]) == ("The Freedom Column",)
    assert suggest("Freedom Column") == ()


@given(st.text(max_size=300))
def test_suggestions_are_at_most_three_and_can_be_found(name):
    found = suggest(name)
    assert len(found) <= 3
    assert all(find(each) for each in found)


def test_every_membership_is_of_a_registered_state_in_a_registered_organisation():
    for each in memberships():
        assert actors()[each.member].sort is Sort.STATE
        assert actors()[each.organisation].sort is Sort.ORGANISATION
        assert each.since != UNKNOWN_DAY
        assert each.until is None or each.since.earliest < each.until.earliest


@pytest.mark.parametrize(
    ("organisation", "day", "number"),
    [
        ("ECOWAS", on(2023, 10, 2), 15),
        ("ECOWAS", on(2025, 2, 1), 12),
        ("NATO", on(2024, 3, 7), 32),
        ("NATO", on(1991, 1, 1), 16),
        ("European Union", on(2020, 1, 31), 28),
        ("European Union", on(2020, 2, 1), 27),
        ("African Union", on(2020, 1, 1), 55),
        ("Arab League", on(2000, 1, 1), 22),
        ("CSTO", on(2020, 1, 1), 6),
    ],
)
def test_an_organisation_has_as_many_members_as_it_had(organisation, day, number):
    truths = list(members(organisation, day).values())
    assert truths.count(Truth.TRUE) == number
    assert Truth.UNKNOWN not in truths


def test_the_day_on_which_a_membership_ends_is_outside_it():
    assert is_member("Niger", "ECOWAS", on(2025, 1, 28)) is Truth.TRUE
    assert is_member("Niger", "ECOWAS", on(2025, 1, 29)) is Truth.FALSE


def test_a_date_that_is_not_certain_leaves_the_answer_open():
    assert is_member("Mali", "G5 Sahel", on(2022, 8, 1)) is Truth.UNKNOWN
    assert is_member("Mali", "ECOWAS", UNKNOWN_DAY) is Truth.UNKNOWN
    assert is_member("Mali", "Alliance of Sahel States", on(2023, 9, 15)) is Truth.FALSE
    assert is_member("Mali", "Alliance of Sahel States", on(2023, 9, 17)) is Truth.UNKNOWN


def test_an_organisation_without_recorded_members_leaves_the_answer_open():
    assert members("Council of Europe", on(2020, 1, 1)) == {}
    assert is_member("France", "Council of Europe", on(2020, 1, 1)) is Truth.UNKNOWN


def test_a_membership_stated_without_dates_always_holds():
    assert holds_on(Membership("Ruritania", "League"), on(1900, 1, 1)) is Truth.TRUE


def test_loading_the_register_needs_no_heavy_library():
    code = (
        "import sys; from charter.scenario.register import find; assert find('Mali');"
        "print(*(each for each in ('lark', 'pydantic', 'rich', 'click') if each in sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert ran.stdout.split() == []


@pytest.mark.skipif(not COW_STATES.is_file(), reason="the Correlates of War list is not at hand")
class TestAgainstCorrelatesOfWar:
    """Every number is the number that the list of states gives to a state of that name."""

    NAMED_OTHERWISE: ClassVar = {345: "Serbia", 484: "Republic of the Congo"}

    def today(self) -> dict[int, str]:
        with COW_STATES.open(encoding="utf-8") as file:
            spells = list(csv.DictReader(file))
        last = max(row["end_date"] for row in spells)
        return {int(row["ccode"]): row["statenme"] for row in spells if row["end_date"] == last}

    def test_every_state_of_the_list_has_its_number(self):
        numbers = {actor.cow: actor.name for actor in actors().values() if actor.cow}
        expected = {
            number: self.NAMED_OTHERWISE.get(number) or find(name).name
            for number, name in self.today().items()
        }
        assert numbers == expected
