"""The scripts that measure still measure; how long anything takes is not tested."""

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


def _said(command: list[str]) -> str:
    """What a script prints."""
    ran = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout
