"""The codes of the diagnostics: what each is called and what it means.

Each has a page in ``docs/diagnostics`` with an example and how to mend it.
"""

from charter.codes.charters import CHARTERS
from charter.codes.checks import CHECKS
from charter.codes.code import Code
from charter.codes.files import FILES
from charter.codes.scenarios import SCENARIOS

CODES: dict[str, Code] = {**FILES, **CHARTERS, **CHECKS, **SCENARIOS}

__all__ = ["CODES", "Code"]
