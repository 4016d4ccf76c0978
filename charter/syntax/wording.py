"""A text with some words replaced, and every place in it traced to the words it stands for."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from charter.source import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a wording: where it starts there, and what it stands for in the original."""

    start: int
    original: Span
    is_replaced: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as it is read, with the pieces that it was put together from."""

    text: str
    pieces: tuple[Piece, ...]

    @classmethod
    def plain(cls, text: str, start: int) -> "Wording":
        """A text of which nothing is replaced, standing at an offset of its file."""
        return cls(text, (Piece(0, Span(start, start + len(text)), False),))

    @property
    def is_replaced(self) -> bool:
        """Whether any of its words replace others."""
        return any(piece.is_replaced for piece in self.pieces)

    def original(self, span: Span) -> Span:
        """The span in the file of the words that a span of this wording stands for.

        Words replaced as a whole trace to the whole of the words they replace.
        """
        if len(self.pieces) == 1 and not self.pieces[0].is_replaced:
            moved = self.pieces[0].original.start
            return Span(moved + span.start, moved + span.end)
        return Span(self._place(span.start, last=False), self._place(span.end, last=True))

    def unbroken(self, span: Span) -> tuple[Span, ...]:
        """The words of a span, parted where they stand side by side here and not in the file.

        >>> text = "They shall: (a) aid; (b) consult"
        >>> wording = Wording.plain(text, 0).composed([Span(0, 10), Span(25, 32)])
        >>> [wording.text[each.start : each.end] for each in wording.unbroken(Span(5, 18))]
        ['shall ', 'consult']
        """
        joints = [
            after.start
            for before, after in pairwise(self.pieces)
            if before.original.end != after.original.start and span.start < after.start < span.end
        ]
        return tuple(Span(*each) for each in pairwise([span.start, *joints, span.end]))

    def _place(self, offset: int, *, last: bool) -> int:
        before = offset - 1 if last and offset else offset
        at = max(0, bisect_right(self.pieces, before, key=lambda piece: piece.start) - 1)
        piece = self.pieces[at]
        if piece.is_replaced:
            return piece.original.end if last else piece.original.start
        return min(piece.original.end, piece.original.start + offset - piece.start)

    def quotation(self, span: Span) -> str:
        """The words of a span as one quotes them: what replaced other words in square brackets.

        >>> wording = Wording.plain("Any attack on them", 0).replaced("attack", "armed attack")
        >>> wording.quotation(Span(0, 16))
        'Any [armed attack]'
        """
        bounds = [*(piece.start for piece in self.pieces), len(self.text)]
        parts = (
            (piece.is_replaced, self.text[max(left, span.start) : min(right, span.end)])
            for piece, (left, right) in zip(self.pieces, pairwise(bounds), strict=True)
        )
        said = (f"[{words}]" if is_replaced and words else words for is_replaced, words in parts)
        return " ".join("".join(said).split())

    def replaced(self, words: str, by: str) -> "Wording | None":
        """The wording with every occurrence of some words replaced, or ``None`` if there is none.

        Words match in any case and with any white space between them, as whole words only.

        >>> Wording.plain("Any attack on them", 100).replaced("attack", "armed attack").text
        'Any armed attack on them'
        """
        pattern = r"[\s,]+".join(re.escape(word) for word in re.split(r"[\s,]+", words.strip()))
        matches = list(re.finditer(rf"(?<!\w){pattern}(?!\w)", self.text, re.IGNORECASE))
        if not matches:
            return None
        text, kept = "", 0
        pieces: list[Piece] = []
        for match in matches:
            if _is_same(match.group(), by):
                continue
            text, pieces = self._keep(text, pieces, kept, match.start())
            pieces.append(Piece(len(text), self.original(Span(*match.span())), True))
            text += _in_case_of(match.group(), by)
            kept = match.end()
        text, pieces = self._keep(text, pieces, kept, len(self.text))
        return Wording(text, tuple(pieces))

    def composed(self, spans: Sequence[Span], glue: str = " ") -> "Wording":
        """Some stretches of the wording one after the other, as one text; ``glue`` joins them.

        >>> Wording.plain("They shall: (a) aid; (b) consult", 0).composed(
        ...     [Span(0, 10), Span(25, 32)]
        ... ).text
        'They shall consult'
        """
        text = ""
        pieces: list[Piece] = []
        for span in spans:
            text, pieces = self._keep(text + glue if text else "", pieces, span.start, span.end)
        return Wording(text, tuple(pieces))

    def _keep(
        self, text: str, pieces: list[Piece], start: int, end: int
    ) -> tuple[str, list[Piece]]:
        """The text and pieces with a stretch of this wording appended as it stands."""
        bounds = [start, *(p.start for p in self.pieces if start < p.start < end), end]
        for left, right in pairwise(bounds):
            if left < right:
                piece = self.pieces[bisect_right([p.start for p in self.pieces], left) - 1]
                place = self.original(Span(left, right))
                pieces = [*pieces, Piece(len(text), place, piece.is_replaced)]
                text += self.text[left:right]
        return text, pieces


def _is_same(words: str, by: str) -> bool:
    """Whether a reading keeps the words as they are."""
    return words.lower().split() == by.lower().split()


def _in_case_of(replaced: str, by: str) -> str:
    """The new words with a capital where the words replaced began with one."""
    return by[:1].upper() + by[1:] if replaced[:1].isupper() else by
