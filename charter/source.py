"""Texts that a user hands in, and places in them."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: offsets in characters, half-open."""

    start: int
    end: int

    def __post_init__(self) -> None:
        assert 0 <= self.start <= self.end, (self.start, self.end)

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies within this one.

        >>> Span(0, 9).covers(Span(2, 4))
        True
        """
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True)
class Source:
    """A named text; ``name`` is the path as the user gave it."""

    name: str
    text: str = field(repr=False)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each line begins."""
        starts = [0]
        starts.extend(at + 1 for at, letter in enumerate(self.text) if letter == "\n")
        return tuple(starts)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from one.

        >>> Source("a", "one\\ntwo").position(5)
        (2, 2)
        """
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, counted from one, without its end."""
        start = self.line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else len(self.text)].rstrip("\r")

    def words(self, span: Span) -> str:
        """The words in a span, on one line with single spaces.

        >>> Source("a", "any attack\\n  on them").words(Span(4, 20))
        'attack on them'
        """
        return " ".join(self.text[span.start : span.end].split())

    @property
    def whole(self) -> Span:
        """The span of the whole text."""
        return Span(0, len(self.text))
