"""The exact words in which an expectation that failed is told, a file for each kind of failure.

When they are meant to change: ``pytest tests/test_testing_failures.py --update-golden``, and read
the difference before it is kept.
"""

from pathlib import Path

import pytest
from test_expectations_forms import rendered

GOLDEN = Path(__file__).parent / "golden" / "failures"

FAILURES = {
    "another-article": "Burkina Faso owes Niger assistance under Article 5",
    "another-state": "the duty of Mali to assist Niger because of the attack has ended",
    "owed-after-all": "Burkina Faso does not owe Niger assistance",
    "another-reason": "Mali does not owe Guinea assistance, because the incursion is not an armed "
    "attack",
    "rests-on-something-else": "it is undetermined whether Mali owes Togo assistance, depending "
    "on who carried out the blockade",
    "no-breach": "Burkina Faso breaches Article 8(4)",
    "bound": "AES does not bind Niger on the day of the raid",
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_is_told_in_these_words(name, request):
    path = GOLDEN / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        path.write_text(rendered(FAILURES[name]), "utf-8")
    assert rendered(FAILURES[name]) == path.read_text("utf-8")


def test_there_are_no_more_goldens_than_failures():
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(FAILURES)
