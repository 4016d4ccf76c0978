"""charter parties, check, library, schema and read: what they tell of charters."""

import json
from datetime import date

import pytest
from said import ROOT, said

from charter.dates import Day
from charter.elaborate.library import load
from charter.findings.outcome import Bound
from charter.report.plain import plain
from charter.report.treaties import participation
from charter.truth import Truth

AES = "liptako-gourma"
BY_ALL = ("--reading", "in force on ratification by all")
START, END = date(2000, 1, 1), date(2001, 6, 1)
CLAUSE = "If an armed attack occurs against a Party, the other Parties shall assist it."


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")


def standing(day: str, *options: str) -> dict[str, object]:
    told = said("parties", AES, "--at", day, "--format", "json", *options)
    assert (told.status, told.err) == (0, "")
    return {each["party"]: each["bound"] for each in json.loads(told.out)}


def test_the_day_of_signature_binds_and_the_day_before_does_not():
    assert set(standing("2023-09-15").values()) == {False}
    assert set(standing("2023-09-16").values()) == {True}
    assert said("parties", AES, "--at", "2023-09-15").out.count("not yet") == 3


def test_where_a_date_not_stated_decides_it_is_not_known_who_is_bound():
    assert set(standing("2024-05-27", *BY_ALL).values()) == {False}
    assert set(standing("2024-05-28", *BY_ALL).values()) == {None}
    told = said("parties", AES, "--at", "2024-05-28", *BY_ALL).out
    assert "depends on whether Niger has ratified AES" in told
    assert "in force on ratification by all" in told


def test_who_has_left_is_told_to_be_bound_no_longer():
    left = Bound("Mali", AES, Truth.FALSE, Day.on(START), Day.on(END), "signature", ())
    report = plain(participation(load(AES), END, (left,)), 80)
    (line,) = [each for each in report.splitlines() if each.startswith("Mali")]
    assert "no longer  1 January 2000  1 June 2001" in line


@pytest.mark.parametrize(
    "arguments",
    [
        ("parties", AES),
        ("parties", AES, "--at", "2 October 2023"),
        ("parties", AES, "--at", "2023-02-30"),
        ("parties", "liptako-gurma", "--at", "2023-10-02"),
        ("parties", AES, "--at", "2023-10-02", "--reading", "another"),
        ("check", "nowhere.charter"),
        ("check",),
        ("library", "show", "nowhere"),
        ("library", "shew", AES),
        ("schema", "everything"),
        ("read", "nowhere.charter"),
        ("read", "-", "--scheme", "another"),
    ],
)
def test_what_is_not_there_is_refused_on_standard_error(arguments):
    told = said(*arguments)
    assert (told.status, told.out) == (2, "")
    assert told.err.strip()
    assert "Traceback" not in told.err


def test_a_sound_charter_is_checked_in_silence_and_a_doubtful_one_is_bad_news(tmp_path):
    assert said("check", AES).status == 0
    doubtful = tmp_path / "doubtful.charter"
    text = "Charter: Pact\nParties: Mali, Niger\nSigned: 1 May 2000\nIn force: on signature\n\n"
    doubtful.write_text(text + "Article 1. Help\n  Mali bananas.\n", "utf-8")
    told = said("check", doubtful)
    assert told.status == 1
    assert "C110" in told.err
    found = json.loads(said("check", doubtful, "--format", "json").out)
    assert {each["code"] for each in found} >= {"C110"}
    assert all(each["line"] for each in found if each["code"] == "C110")


def test_the_library_lists_its_treaties_and_shows_one_paragraph_by_paragraph():
    (only,) = json.loads(said("library", "--format", "json").out)
    assert only["name"] == AES
    lines = said("library", "show", AES).out.splitlines()
    for number in "1234":
        assert sum(line.startswith(f"{number}. ") for line in lines) == 1
    assert sum("words of these articles were not seen" in line for line in lines) == 1
    assert "Articles 9 to 16. Final provisions, reported without their article numbers" in lines


def test_reasons_of_readings_are_sentences():
    text = " ".join(said("library", "show", AES).out.split())
    assert "on Article 6: “attack”. The consequence, armed assistance, fits" in text


@pytest.mark.parametrize("what", ["result", "scenario", "card", "rules"])
def test_schemas_are_json_schemas(what, tmp_path):
    told = said("schema", what)
    assert told.status == 0
    assert {"type", "$defs"} & set(json.loads(told.out))
    file = tmp_path / "schema.json"
    assert said("schema", what, "-o", file).out == ""
    assert file.read_text("utf-8") == told.out


def test_the_schema_of_results_has_every_key_of_the_contract():
    schema = json.loads(said("schema", "result").out)
    assert schema["type"] == "array"
    result, row = schema["$defs"]["Result"], schema["$defs"]["Row"]
    assert set(result["required"]) == set(result["properties"])
    assert "schema" in result["properties"]
    assert set(row["required"]) == set(row["properties"])
    assert result["additionalProperties"] is False


def test_a_clause_from_standard_input_is_read_into_a_card():
    told = said("read", "-", "--format", "json", stdin=CLAUSE)
    assert (told.status, told.err) == (0, "")
    (card,) = json.loads(told.out)["cards"]
    assert (card["provision"], card["action"], card["bearer"]) == (
        "duty",
        "assist",
        "other_parties",
    )
    words = said("read", "-", stdin=CLAUSE).out
    assert "- duty (must)" in words
    assert "- trigger: an armed attack" in words


def test_what_a_clause_does_not_say_is_marked_where_it_stands():
    told = said("read", "-", stdin=CLAUSE.replace("it.", "it heartily."))
    assert told.status == 0
    assert "- not read: “heartily”" in told.out


def test_a_prohibition_says_what_it_forbids_and_to_whom_it_must_not_be_done():
    text = said("read", "charter/library/liptako-gourma.charter").out
    eight = text.partition("Article 8(2)\n")[2].partition("Article 8(3)")[0]
    assert "- forbidden: a blockade of ports or coasts against another Party" in eight
    assert "- striking: the ports, the roads, the coasts or the infrastructure" in eight
    assert "Each Party must not blockade the ports, roads, coasts or strategic" in eight
    assert "- prohibition\n" in eight, "a field does not say again what its kind says"


def test_clauses_as_json_lines_are_answered_line_by_line():
    rows = [{"id": "a", "text": CLAUSE}, {"id": "b", "text": "Bananas are yellow."}]
    told = said("read", "-", "--clauses", stdin="\n".join(map(json.dumps, rows)) + "\n")
    assert told.status == 0
    first, second = map(json.loads, told.out.splitlines())
    assert list(first) == ["id", "cards", "refused"]
    assert (first["id"], len(first["cards"]), first["refused"]) == ("a", 1, None)
    assert (second["id"], second["cards"]) == ("b", [])
    assert second["refused"]


@pytest.mark.parametrize("line", ["not json", "[1]", '{"id": 1, "text": "x"}', '{"id": "a"}'])
def test_a_line_that_is_no_clause_is_refused_with_its_number(line):
    told = said(
        "read", "-", "--clauses", stdin=json.dumps({"id": "a", "text": CLAUSE}) + "\n" + line
    )
    assert told.status == 2
    assert "line 2" in told.err
