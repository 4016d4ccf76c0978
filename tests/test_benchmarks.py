"""The scripts that measure still measure; how long anything takes is not tested."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
LINE = re.compile(r"^(\S.*?) {2,}([\d.]+) +([\d.]+) +([\d.]+) +(ms|µs|MB)\b", re.MULTILINE)
FAMILY = re.compile(r"^(\S.*?) {2,}(\d+) ms +(\d+) µs/word +([\d.]+) +([\d.]+)$", re.MULTILINE)
PAGE = ROOT / "docs" / "benchmarks.md"
RERUN = "python benchmarks/figures.py --runs 11"
REREAD = "python benchmarks/reading.py --runs 11"
REFUZZ = "python benchmarks/fuzz_reading.py --count 1000000 --state fuzz.json"
FUZZ = REFUZZ.split()[1]
"""The commands that docs/benchmarks.md gives."""


def test_the_script_measures_every_figure_that_the_page_states():
    found = LINE.findall(_said(RERUN.replace("11", "1").split()[1:]))
    page = LINE.findall(PAGE.read_text("utf-8"))[: len(found)]
    assert [(name, unit) for name, *_, unit in found] == [(name, unit) for name, *_, unit in page]
    assert len(found) > 5
    assert all(0 < float(low) <= float(middle) <= float(high) for _, low, middle, high, _ in page)


def test_the_script_measures_how_fast_every_sort_of_text_is_read():
    short = [*REREAD.replace("11", "1").split()[1:], "--size", "20000", "--length", "20"]
    said = _said(short)
    page = PAGE.read_text("utf-8")
    assert len(LINE.findall(said)) == 5
    stated = {name.partition(" (")[0] for name, *_ in LINE.findall(page)}
    read = {name.partition(" (")[0] for name, *_ in LINE.findall(said)}
    assert {name for name in read if "MB" not in name} <= stated | {"each article by itself"}
    families = [name for name, *_ in FAMILY.findall(said)]
    assert families == [name for name, *_ in FAMILY.findall(page)]
    assert len(families) > 15


def test_mutated_clauses_are_read_alike_in_one_run_in_two_and_in_any_order_of_hashing(tmp_path):
    whole = _said([FUZZ, "--count", "300"], PYTHONHASHSEED="1")
    state = ["--state", str(tmp_path / "state.json")]
    begun = _said([FUZZ, "--count", "120", *state], PYTHONHASHSEED="2")
    ended = _said([FUZZ, "--count", "300", *state], PYTHONHASHSEED="2")
    assert begun.startswith("120 texts read, 0 failing")
    assert ended == whole
    assert [each.name for each in tmp_path.iterdir()] == ["state.json"]


def test_a_state_of_other_seeds_is_not_gone_on_with(tmp_path):
    state = ["--state", str(tmp_path / "state.json")]
    _said([FUZZ, "--count", "1", *state])
    ran = _ran([FUZZ, "--count", "1", "--first", "5", *state])
    assert ran.returncode == 1
    assert "is of other seeds, another grammar or other clauses" in ran.stderr


def _said(command: list[str], **environment: str) -> str:
    """What a script prints."""
    ran = _ran(command, **environment)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def _ran(command: list[str], **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
