"""What a report says beside its tables, so that nobody acts on a row without its terms."""

import pytest
from said import ECOWAS, ROOT, said


def told(monkeypatch, *words: str) -> str:
    """What `charter run` gives out, as one line."""
    monkeypatch.chdir(ROOT)
    return " ".join(said("run", *words).out.split())


def test_a_duty_stands_with_the_words_of_its_clause(monkeypatch):
    report = told(monkeypatch, "scenarios/forces-abroad.scenario")
    assert "- Article 6 of AES: “Any [armed attack] on the" in report
    assert "to restore and ensure security within the area covered by the Alliance”" in report
    assert "In square brackets: what a reading chosen here puts" in report


def test_the_words_of_a_clause_stand_there_once(monkeypatch):
    report = told(
        monkeypatch, "scenarios/rebellion.scenario", "-v", "A rebellion without a foreign sponsor"
    )
    assert report.count("where peace and stability break down”") == 1
    assert "In square brackets" not in report


def test_a_report_repeats_the_note_of_a_charter(monkeypatch):
    assert "deposits were not seen." in told(monkeypatch, ECOWAS)


def test_a_report_says_that_no_other_law_is_applied(monkeypatch):
    assert "No law is applied here but that of these charters." in told(monkeypatch, ECOWAS)


@pytest.mark.parametrize(
    ("variation", "there"),
    [("Help is given, and the attack ends", True), ("help came before the attack", False)],
)
def test_performed_is_some_performance(variation, there, monkeypatch):
    report = told(monkeypatch, "scenarios/performance.scenario", "-v", variation)
    assert ("whether it was enough is not judged" in report) is there


def test_who_is_refused_consent_is_said_to_be_bound_from_no_day(monkeypatch):
    refused = "one Party withholds its consent"
    report = told(monkeypatch, "scenarios/accession.scenario", "-v", refused)
    assert "AES does not bind Togo, because the parties to AES have not agreed" in report
    assert "it binds it from" not in report
