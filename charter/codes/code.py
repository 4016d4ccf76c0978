"""What the code of a diagnostic stands for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """What a diagnostic's code stands for: a title in a few words, and a paragraph."""

    title: str
    explanation: str
