"""What became of an expectation."""

from dataclasses import dataclass

from charter.findings.derivation import Step


@dataclass(frozen=True, slots=True)
class Checked:
    """An expectation held or not; ``expected`` and ``found`` say it in words.

    ``steps`` are the derivations that decide it, for the reader who wants to know why.
    """

    text: str
    line: int
    held: bool
    contested: bool
    expected: str
    found: str
    steps: tuple[Step, ...] = ()
