"""Draws docs/report.svg, the report of one scenario as a terminal shows it.

Run `python docs/picture.py` after a change to the report; a test holds the picture to it.
"""

import re
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from charter.engine.charters import resolve
from charter.engine.run import run_case, run_once
from charter.report.console import show
from charter.report.overview import report
from charter.scenario.load import load_scenarios
from charter.testing.compare import check_case

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "report.svg"
SCENARIO = "scenarios/ecowas-intervention.scenario"
WIDTH = 80
FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""A font that the picture would fetch from elsewhere; it does without."""

PAPER = TerminalTheme(
    (255, 255, 255),
    (10, 12, 16),
    [
        (10, 12, 16),
        (176, 24, 36),
        (17, 99, 41),
        (125, 78, 0),
        (9, 80, 174),
        (110, 55, 170),
        (0, 98, 112),
        (89, 96, 105),
    ],
)
"""Dark letters on white, each colour with a contrast of at least 5 to 1."""


def picture() -> str:
    """The report of the scenario's first case, as an SVG."""
    case = load_scenarios(ROOT / SCENARIO, resolve).cases[0]
    run = run_case(case, ROOT, file=SCENARIO)
    checked = check_case(run, lambda reading: run_once(case, ROOT, reading=reading))
    console = Console(record=True, width=WIDTH, force_terminal=True, file=StringIO())
    show(report(run, checked), console)
    console.print()  # the frame would cut through the letters of the last line
    drawn = console.export_svg(title=f"charter run {SCENARIO}", theme=PAPER)
    return FONT.sub("", drawn)


if __name__ == "__main__":
    PICTURE.write_text(picture(), "utf-8")
