"""charter fmt: canonical layout, no word lost, a file whole or untouched."""

from pathlib import Path
from unittest import mock

import pytest
from said import ROOT, said

FILES = sorted((*ROOT.glob("scenarios/*.*"), *ROOT.glob("charter/library/*.charter")))
MESSY = """# kept
Charter:   Pact
Parties:  Mali,   Niger
Signed: 1 January 2000
In force: on signature
Article 1.   Help
# also kept
  1. If an armed attack occurs
     against a Party, the other Parties shall assist it.
  2. Bananas
are yellow.
"""


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    file = tmp_path / "messy.charter"
    file.write_text(MESSY, "utf-8")
    return file


def test_a_file_is_laid_out_once_and_for_all_and_loses_no_word(messy):
    assert said("fmt", messy).status == 0
    once = messy.read_text("utf-8")
    assert once != MESSY
    assert once.split() == MESSY.split()
    assert "# kept\n" in once
    assert "# also kept\n" in once
    told = said("fmt", messy)
    assert (told.status, told.out) == (0, "")
    assert messy.read_text("utf-8") == once


def test_check_changes_nothing_and_is_bad_news(messy):
    told = said("fmt", "--check", messy)
    assert told.status == 1
    assert "messy.charter" in told.out
    assert messy.read_text("utf-8") == MESSY
    said("fmt", messy)
    told = said("fmt", "--check", messy)
    assert (told.status, told.out, told.err) == (0, "", "")


def pulled_apart(line: str) -> str:
    """A line with more white space; comments are the author's, and stay as they are."""
    return line if line.lstrip().startswith("#") else line.replace(" of ", "  of\t ")


def laid_out(text: str, file: Path) -> str:
    file.write_text(text, "utf-8")
    assert said("fmt", file).status == 0
    return file.read_text("utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_shipped_file_keeps_its_words_however_it_was_pulled_apart(path, tmp_path):
    original = path.read_text("utf-8")
    apart = "".join(map(pulled_apart, original.splitlines(keepends=True)))
    once = laid_out(original, tmp_path / path.name)
    assert laid_out(apart, tmp_path / path.name) == once
    assert laid_out(once, tmp_path / path.name) == once
    assert once.split() == original.split()


@pytest.mark.parametrize("step", ["os.fdopen", "pathlib.Path.replace", "shutil.copymode"])
def test_a_file_is_whole_when_writing_it_is_cut_short(messy, step):
    with mock.patch(step, side_effect=KeyboardInterrupt):
        told = said("fmt", messy)
    assert told.status == 2
    assert messy.read_text("utf-8") == MESSY
    assert [each.name for each in messy.parent.iterdir()] == [messy.name]


def test_permissions_and_links_stay(messy):
    messy.chmod(0o640)
    link = messy.with_name("link.charter")
    link.symlink_to(messy)
    assert said("fmt", link).status == 0
    assert link.is_symlink()
    assert messy.stat().st_mode & 0o777 == 0o640
    assert messy.read_text("utf-8") != MESSY


def test_one_file_that_is_refused_does_not_keep_the_others_from_being_laid_out(messy, tmp_path):
    other = tmp_path / "notes.txt"
    other.write_text("notes", "utf-8")
    told = said("fmt", other, tmp_path / "nowhere.charter", messy)
    assert told.status == 2
    assert "neither a charter nor a scenario" in told.err
    assert "nowhere.charter" in told.err
    assert messy.read_text("utf-8") != MESSY
    assert other.read_text("utf-8") == "notes"


def test_a_scenario_with_stray_words_is_left_alone(tmp_path):
    stray = tmp_path / "stray.scenario"
    text = "These words belong to nothing.\nScenario: A\nCharters: liptako-gourma\nWhen\n"
    stray.write_text(text, "utf-8")
    assert said("fmt", stray).status == 2
    assert stray.read_text("utf-8") == text
