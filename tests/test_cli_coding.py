"""charter read --scheme atop: one sheet or several, as a report and as data."""

import json

import pytest
from codings import TWO, coded, text, values
from said import ROOT, said

from charter.report.coding_words import COLUMNS

AES = "liptako-gourma"
HELP = "If a Party is attacked by Zenda, the other Party shall assist it."


@pytest.fixture
def pact(tmp_path):
    path = tmp_path / "pact.charter"
    path.write_text(text((HELP,), TWO), "utf-8")
    return path


def data(*arguments: object, stdin: str = "") -> object:
    told = said("read", *arguments, "--scheme", "atop", "--format", "json", stdin=stdin)
    assert (told.status, told.err) == (0, "")
    return json.loads(told.out)


def test_one_charter_is_an_object_with_the_columns_and_the_articles_they_rest_on(pact):
    found = data(pact)
    assert found["columns"] == values(coded(HELP))
    assert list(found["columns"]) == list(found["articles"]) == list(COLUMNS)
    (ground,) = found["articles"]["defcoadv"]
    assert ground["article"] == "1"
    assert ground["words"] in HELP
    assert (found["reasons"], found["as_read"], found["not_read"]) == ({}, {}, [])


def test_several_charters_are_a_list_and_standard_input_is_a_charter(pact):
    first, second = data(AES, pact)
    assert (first["treaty"], second["treaty"]) == (AES, "pact")
    assert data("-", stdin=pact.read_text("utf-8"))["columns"] == second["columns"]


def test_a_member_is_a_row_with_its_code_of_states_where_the_register_has_it(pact):
    rows = data(AES)["members"]
    assert {each["member_name"]: each["member"] for each in rows} == {
        "Burkina Faso": 439,
        "Mali": 432,
        "Niger": 436,
    }
    assert all(list(each["columns"]) == list(COLUMNS) for each in rows)
    assert {each["member"] for each in data(pact)["members"]} == {None}


def test_an_unknown_code_is_null_with_its_reason_and_what_it_is_as_far_as_it_was_read(tmp_path):
    path = tmp_path / "doubtful.charter"
    path.write_text(text((HELP, "Ruritania bananas."), TWO), "utf-8")
    found = data(path)
    assert (found["columns"]["nonagg"], found["as_read"]["nonagg"]) == (None, 0)
    (reason,) = found["reasons"]["nonagg"]
    assert reason == found["not_read"][0]
    assert reason["article"] == "2"
    assert all(found["reasons"][column] for column in COLUMNS if found["columns"][column] is None)


@pytest.mark.parametrize("form", ["rich", "plain", "markdown"])
def test_every_form_shows_the_same_codes(pact, form):
    told = said("read", pact, "--scheme", "atop", "--format", form, "--width", "120").out
    for word in ("defense", "defcoadv", "asymm", "Ruritania", "Who owes", "Article 1"):
        assert word in told


def test_bare_clauses_have_no_sheet(tmp_path):
    told = said("read", "-", "--scheme", "atop", stdin=HELP)
    assert (told.status, told.out) == (2, "")
    assert "`Charter: …`" in told.err


def test_without_a_scheme_one_file_is_read_at_a_time(pact, monkeypatch):
    monkeypatch.chdir(ROOT)
    told = said("read", pact, pact)
    assert (told.status, told.out) == (2, "")
    assert "one file" in told.err
