"""What people and programs are given, whole: each file in tests/golden/reports was read and judged.

When a report is meant to change: ``pytest tests/test_report_golden.py --update-golden``, and read
the difference before it is kept.
"""

import pytest
from said import BEFORE, ECOWAS, ROOT, said

GOLDEN = ROOT / "tests" / "golden" / "reports"
AES = "liptako-gourma"
BY_ALL = ("--reading", "in force on ratification by all")
COMMANDS = {
    "run.txt": ("run", ECOWAS),
    "run-all-parties.txt": ("run", ECOWAS, "-v", BEFORE, "--all"),
    "run.md": ("run", ECOWAS, "--format", "markdown"),
    "run.json": ("run", ECOWAS, "--format", "json"),
    "run-attacker-not-known.txt": (
        "run", "scenarios/negative-cases.scenario", "-v", "The attacker is not known",
    ),
    "run-performance.txt": ("run", "scenarios/performance.scenario"),
    "why.txt": ("why", ECOWAS, "Mali owes Niger assistance"),
    "why-breach.txt": (
        "why", ECOWAS, "-v", "the attacker is a party", "Mali breaches Article 8",
    ),
    "why.json": ("why", ECOWAS, "Mali owes Niger assistance", "--format", "json"),
    "why-not-outsider.txt": ("why-not", ECOWAS, "Togo owes Niger assistance"),
    "why-not-before.txt": ("why-not", ECOWAS, "-v", BEFORE, "Mali owes Niger assistance"),
    "why-not-attacker.txt": (
        "why-not", ECOWAS, "-v", "the attacker is a party", "Mali owes Niger assistance",
    ),
    "readings.txt": ("readings", ECOWAS),
    "parties-before.txt": ("parties", AES, "--at", "2023-09-15"),
    "parties-after.txt": ("parties", AES, "--at", "2023-09-16"),
    "parties-ratification-open.txt": ("parties", AES, "--at", "2024-06-01", *BY_ALL),
    "library.txt": ("library",),
    "library-show.txt": ("library", "show", AES),
    "library-show.md": ("library", "show", AES, "--format", "markdown"),
    "coding-sheet.txt": ("read", AES, "--scheme", "atop"),
    "coding-sheet.md": ("read", AES, "--scheme", "atop", "--format", "markdown"),
    "coding-sheet.json": ("read", AES, "--scheme", "atop", "--format", "json"),
    "read.txt": ("read", "charter/library/liptako-gourma.charter"),
}  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_given_out_is_what_was_judged(name, monkeypatch, request):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    told = said(*COMMANDS[name])
    assert told.err == ""
    kept = GOLDEN / name
    if request.config.getoption("--update-golden"):
        kept.write_text(told.out, "utf-8")
    again = "pytest tests/test_report_golden.py --update-golden, then read the difference"
    assert told.out == kept.read_text("utf-8"), again


def test_every_file_kept_is_one_that_is_checked():
    assert {each.name for each in GOLDEN.iterdir()} == set(COMMANDS)


@pytest.mark.parametrize("name", [each for each in COMMANDS if each.endswith(".txt")])
def test_a_plain_report_has_no_control_characters_and_fits_eighty_columns(name):
    text = (GOLDEN / name).read_text("utf-8")
    assert text.replace("\n", "").isprintable()
    assert max(map(len, text.splitlines())) <= 80
