"""The pytest plugin: node ids, failures in words, contested expectations, unreadable files."""

import subprocess
import sys

PASSING = """Scenario: An attack
Charters: liptako-gourma

When
  on 2 October 2023, Togo launches an armed attack on Niger (the attack).

Then
  Mali owes Niger assistance under Article 6.
  under reading "in force on ratification by all", nobody owes anything.

Variation: before the signing
  the attack happens on 9 September 2023.

Then
  nobody owes anything.
"""


def run_pytest(folder, text, *options):
    (folder / "x.scenario").write_text(text, "utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", folder]
    return subprocess.run(
        [*command, *options, "x.scenario"], cwd=folder, capture_output=True, text=True, check=False
    )


def test_node_ids_name_scenario_variation_and_reading(tmp_path):
    ran = run_pytest(tmp_path, PASSING, "-v")
    assert ran.returncode == 0, ran.stdout
    assert "x.scenario::An attack::as stated PASSED" in ran.stdout
    assert "::as stated [in force on ratification by all] PASSED" in ran.stdout
    assert "::before the signing PASSED" in ran.stdout


def test_k_picks_a_variation_and_junit_is_written(tmp_path):
    ran = run_pytest(tmp_path, PASSING, "-k", "signing", "--junitxml=out.xml")
    assert "1 passed, 2 deselected" in ran.stdout
    assert "before the signing" in (tmp_path / "out.xml").read_text("utf-8")


def test_a_failure_shows_expected_and_found_without_a_traceback(tmp_path):
    ran = run_pytest(tmp_path, PASSING.replace("under Article 6", "under Article 5"))
    assert ran.returncode == 1
    assert "expected: Mali owes Niger assistance under Article 5" in ran.stdout
    assert "Any [armed attack] on the [sovereignty or territorial integrity]" in ran.stdout
    assert "Traceback" not in ran.stdout
    assert "raise " not in ran.stdout


def test_a_failure_is_one_line_where_failures_are_listed(tmp_path, monkeypatch):
    monkeypatch.setenv("CI", "true")
    text = PASSING.replace("under Article 6", "under Article 5")
    ran = run_pytest(tmp_path, text, "--junitxml=out.xml")
    listed = ran.stdout.partition("short test summary")[2].splitlines()
    assert [line for line in listed[1:] if not line.startswith("FAILED")] == listed[-1:]
    assert 'message="line ' in (tmp_path / "out.xml").read_text("utf-8")


def test_a_contested_expectation_is_reported_and_not_failed(tmp_path):
    contested = PASSING.replace(
        "  Mali owes Niger assistance under Article 6.",
        "  contested: Mali owes Niger assistance under Article 5.",
    )
    ran = run_pytest(tmp_path, contested)
    assert ran.returncode == 0, ran.stdout


def test_a_file_that_cannot_be_read_is_an_error_in_plain_words(tmp_path):
    ran = run_pytest(tmp_path, PASSING.replace("on Niger (the", "on Nigerr (the"))
    assert ran.returncode == 2
    assert "error[C310]: nobody is known as" in ran.stdout
    assert "Traceback" not in ran.stdout
