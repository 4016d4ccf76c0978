"""Rules that are kept between runs are those that were read, and never outlive what they are of."""

from pathlib import Path

import pytest

from charter.diagnostics import Refused
from charter.elaborate import library
from charter.engine import kept

CHOICES = [
    (name, chosen)
    for name in library.names()
    for chosen in [(), *((each.name,) for each in library.load(name).readings)]
]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder for what is kept, and a process that has read nothing yet."""
    monkeypatch.setenv("CHARTER_CACHE", str(tmp_path))
    kept._shipped.cache_clear()
    yield tmp_path
    kept._shipped.cache_clear()


def load(name="liptako-gourma", chosen=(), base=Path()):
    return kept.load(name, base=base, chosen=chosen)


def rules_in(folder):
    return sorted(folder.glob("rules-*.json"))


def read_anew(monkeypatch):
    """Begin another process, in which it is noted which charters are read."""
    kept._shipped.cache_clear()
    read = []
    real = kept._read

    def noting(name, base, chosen):
        read.append((name, chosen))
        return real(name, base, chosen)

    monkeypatch.setattr(kept, "_read", noting)
    return read


@pytest.mark.parametrize(("name", "chosen"), CHOICES)
def test_what_was_kept_is_what_was_read(name, chosen, folder, monkeypatch):
    first = load(name, chosen)
    read = read_anew(monkeypatch)
    assert load(name, chosen) == first == library.load(name, chosen=chosen)
    assert read == []


def test_each_choice_of_readings_is_kept_by_itself(folder):
    assert load(chosen=("both interests",)) != load()
    assert len(rules_in(folder)) == 2


@pytest.mark.parametrize("left", ["", "[]", '{"name": 1}'])
def test_what_is_damaged_is_read_anew(left, folder, monkeypatch):
    whole = load()
    (file,) = rules_in(folder)
    file.write_text(left, "utf-8")
    read = read_anew(monkeypatch)
    assert load() == whole
    assert read == [("liptako-gourma", ())]


def test_what_has_another_form_than_rules_have_now_is_read_anew(folder, monkeypatch):
    whole = load()
    (file,) = rules_in(folder)
    kept.tables.keep(file.stem, {"name": "liptako-gourma", "title": "of an older form"})
    read = read_anew(monkeypatch)
    assert load() == whole
    assert read == [("liptako-gourma", ())]


def test_rules_do_not_outlive_the_program_that_read_them(folder, monkeypatch):
    load()
    read = read_anew(monkeypatch)
    monkeypatch.setattr(kept, "_program", lambda: ("changed",))
    load()
    assert read == [("liptako-gourma", ())]


def test_every_file_of_the_program_and_of_its_grammars_is_part_of_its_state(tmp_path):
    (tmp_path / "inner" / "__pycache__").mkdir(parents=True)
    file = tmp_path / "inner" / "rule.py"
    file.write_text("x = 1", "utf-8")
    (tmp_path / "inner" / "__pycache__" / "rule.pyc").write_bytes(b"x")
    before = tuple(kept._marks(tmp_path))
    file.write_text("x = 10", "utf-8")
    assert len(before) == 1
    assert tuple(kept._marks(tmp_path)) != before
    state = " ".join(kept._program())
    assert "treaty.lark" in state
    assert "sentences.py" in state


def test_a_charter_of_ones_own_is_read_each_time_and_not_kept(folder, monkeypatch):
    text = library.find("liptako-gourma").read_text("utf-8")
    (folder / "own.charter").write_text(text, "utf-8")
    assert load("own.charter", base=folder).name == "own"
    (folder / "own.charter").write_text(text.replace("Short name: AES", "Short name: X"), "utf-8")
    assert load("own.charter", base=folder).short_name == "X"
    assert rules_in(folder) == []


@pytest.mark.parametrize("name", ["liptako", "../library/liptako-gourma", "", "LIPTAKO-GOURMA"])
def test_only_the_names_of_the_library_stand_for_what_ships(name, tmp_path):
    with pytest.raises(Refused):
        load(name, base=tmp_path)


def test_without_a_folder_nothing_is_kept(monkeypatch):
    monkeypatch.setenv("CHARTER_CACHE", "")
    kept._shipped.cache_clear()
    assert load() == library.load("liptako-gourma")
