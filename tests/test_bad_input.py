"""Bad files and bad calls are refused in words that point at the place.

Each ``tests/cases/errors/*.txt`` holds commands as they are typed in that folder, with all that the
program says and the status with which it ends. ``CHARTER_UPDATE=1`` writes them anew; read the
difference as a user would.
"""

import os
import re
from pathlib import Path

import pytest
from pages import ROOT, commands
from sessions import charter, session

from charter.codes import CODES
from charter.diagnostics import MOST_SHOWN

FOLDER = ROOT / "tests" / "cases" / "errors"
CASES = sorted(path.stem for path in FOLDER.glob("*.txt"))
UPDATE = os.environ.get("CHARTER_UPDATE") == "1"
DIAGNOSTIC = re.compile(r"^(?:error|warning|note)\[(C\d{3})\]: (.*)$", re.MULTILINE)


def transcript(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", CASES)
def test_the_program_says_what_is_written(name, monkeypatch):
    monkeypatch.chdir(FOLDER)
    monkeypatch.setenv("COLUMNS", "80")
    written = transcript(name)
    said = "".join(session(command) for command, _ in commands(written))
    if UPDATE:
        (FOLDER / f"{name}.txt").write_text(said, "utf-8")
    assert said == transcript(name)


@pytest.mark.parametrize("name", CASES)
def test_a_file_named_for_a_code_shows_that_code_first(name):
    code = re.match(r"C\d{3}", name)
    shown = [found for found, _ in DIAGNOSTIC.findall(transcript(name))]
    assert code is None or shown[0] == code[0]


def test_a_message_is_lower_case_and_has_no_full_stop():
    for name in CASES:
        for _, message in DIAGNOSTIC.findall(transcript(name)):
            assert not message.endswith("."), (name, message)
            assert not message[0].isupper(), (name, message)


def test_every_error_says_what_helps():
    for name in CASES:
        said = re.split(r"^(?=(?:error|warning|note)\[|\$ )", transcript(name), flags=re.MULTILINE)
        for each in said:
            if each.startswith(("error[", "warning[")):
                assert re.search(r"^help: \S", each, re.MULTILINE), (name, each)


def test_no_message_speaks_of_the_parser():
    """No terminal of a grammar, and no class of the program, is shown to anybody."""
    for name in CASES:
        shown = re.sub(r"^(?:\$|  \S).*$", "", transcript(name), flags=re.MULTILINE)
        assert not re.search(r"\b[A-Z]+_[A-Z_]+\b|Unexpected|Token|\bLALR\b", shown), name


def test_what_is_refused_gives_no_result(monkeypatch):
    monkeypatch.chdir(FOLDER)
    ended = charter("test", "several-errors.scenario")
    assert (ended.status, ended.out) == (2, "")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.charter")), ids=lambda path: path.stem)
def test_laying_a_charter_out_anew_hides_no_fault(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("bad.charter").write_bytes(path.read_bytes())
    before = DIAGNOSTIC.findall(charter("check", "bad.charter").err)
    charter("fmt", "bad.charter")
    assert DIAGNOSTIC.findall(charter("check", "bad.charter").err) == before


GENERATED = {
    "C002": b"Charter: Pact\n" * 100_000,
    "C003": "Charter: Pacte\nParties: Ghana, Côte d'Ivoire\n".encode("latin-1"),
    "C004": b"Charter: Pact\nParties: Gh\0ana\n",
    "C005": "Charter: Pact\nParties: Ghana, \u202eilaM\n".encode(),
    "C006": b"Charter: Pact\nParties: Ghana\x1b[31m, Mali\n",
    "C007": b"Charter: Pact\n\nArticle 1.\n  " + b"(" * 129 + b"x" + b")" * 129,
    "C008": b" \n\t\n",
    "C009": "Charter: Pact\nParties: Gha\u200bna\n".encode(),
}
"""What cannot be kept as a text."""

READERS = {
    "bad.charter": (("check",), ("read",), ("fmt",)),
    "bad.scenario": (("run",), ("test",), ("fmt",), ("readings",)),
}


@pytest.mark.parametrize("code", GENERATED)
@pytest.mark.parametrize("file", READERS)
def test_what_is_no_text_is_refused_by_every_command(code, file, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path(file).write_bytes(GENERATED[code])
    for command in READERS[file]:
        ended = charter(*command, file)
        assert (ended.status, ended.out) == (2, ""), command
        assert {found for found, _ in DIAGNOSTIC.findall(ended.err)} == {code}, command


def test_of_very_many_errors_the_first_are_shown(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    sentences = "  Mali is sad.\n" * (MOST_SHOWN + 30)
    Path("many.scenario").write_text(f"Scenario: x\nCharters: liptako-gourma\nGiven\n{sentences}")
    found = [code for code, _ in DIAGNOSTIC.findall(charter("test", "many.scenario").err)]
    assert found == ["C300"] * MOST_SHOWN + ["C010"]


def test_every_code_of_a_file_has_a_case():
    shown = {found for name in CASES for found, _ in DIAGNOSTIC.findall(transcript(name))}
    assert {code for code in CODES if code >= "C100"} <= shown
