"""The strategies are asked for through charter.testing, and need hypothesis only then."""

import subprocess
import sys

import pytest

import charter.testing

WITHOUT = """
import sys
sys.modules["hypothesis"] = None
import charter
import charter.testing
from charter.diagnostics import CharterError
try:
    from charter.testing import worlds
except CharterError as error:
    print(error)
"""


def said(code):
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_without_hypothesis_a_strategy_is_refused_and_all_else_works():
    refused = "`charter.testing.worlds` needs hypothesis, which is not installed: "
    assert said(WITHOUT) == f"{refused}pip install hypothesis\n"


def test_what_is_no_strategy_is_not_there():
    with pytest.raises(AttributeError, match="has no attribute 'wars'"):
        charter.testing.wars  # noqa: B018 - asking for it is what raises


def test_importing_charter_testing_imports_no_hypothesis():
    assert said("import charter.testing, sys; print('hypothesis' in sys.modules)") == "False\n"
