"""The script that measures still measures; how long anything takes is not tested."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
LINE = re.compile(r"^(\S.*?) {2,}([\d.]+) +([\d.]+) +([\d.]+) +(ms|µs|MB)\b", re.MULTILINE)
RERUN = "python benchmarks/figures.py --runs 11"
"""The command that docs/benchmarks.md gives."""


def test_the_script_measures_every_figure_that_the_page_states():
    command = [sys.executable, *RERUN.replace("11", "1").split()[1:]]
    ran = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, ran.stderr
    found = LINE.findall(ran.stdout)
    page = LINE.findall((ROOT / "docs" / "benchmarks.md").read_text("utf-8"))
    assert [(name, unit) for name, *_, unit in found] == [(name, unit) for name, *_, unit in page]
    assert len(found) > 5
    assert all(0 < float(low) <= float(middle) <= float(high) for _, low, middle, high, _ in page)
