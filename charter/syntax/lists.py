"""Lists in a passage: what leads to them, and their items without the marks before them.

An item keeps the joint behind it ("(a) aid; or (b) consult").

As in "The Parties undertake: (a) to …; (b) to …". What a lead says of its items is for
``charter.elaborate`` to say; here a list is found by its colon and its marks alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from charter.source import Span
from charter.syntax.passage import Sentence

MARK = (
    r"(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4}|[IVX]{1,5})\)|(?:\d{1,2}|[a-zA-Z]|[IVX]{1,5})\."
    r"|\d{1,2}(?:dly|thly|st|nd|rd|th|d)[.)]|\d{1,2}[º°][.)]?"
    r"|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ll]ast)ly?[.:]"
    r"|[—–•-])(?=\s|$)"
)
"""What stands before an item: "(a)", "a)", "1.", "II.", "1st.", "Secondly:", a dash."""
LEAD = re.compile(rf":\s*(?={MARK})|(?<![.;:,\s])\s*\n\s*(?={MARK})|\s(?=\((?:a|i|1)\)\s)")
BEFORE = re.compile(rf"(?:^|(?<=[;,:])|\b(?P<joint>and|or)\b)\s*(?P<mark>{MARK})\s*")
"""The mark of an item in a sentence, with the joint before it, if one stands there."""
JOINT = re.compile(r"[;,]?\s*\b(?:and|or)\s*$")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: the words that lead to it, without the colon, and its items in order."""

    lead: Span
    items: tuple[Sentence, ...]


def listings(text: str, sentences: Sequence[Sentence]) -> Iterator[Sentence | Listing]:
    """The sentences of a text, with those that are items of a list gathered under its lead."""
    at = 0
    while at < len(sentences):
        lead = _lead(text, sentences[at])
        if lead is None:
            yield sentences[at]
            at += 1
        else:
            yield (found := _Items(text, sentences, at)).listing(lead)
            at = found.end


def _lead(text: str, sentence: Sentence) -> Span | None:
    """The words of a sentence that lead to a list within it, if they do."""
    start, end = sentence.span.start, sentence.span.end
    mark = LEAD.search(text, start, end)
    if mark is None or JOINT.fullmatch(text, start, mark.start()):
        return None
    return Span(start, mark.start())


@dataclass(slots=True)
class _Items:
    """The items of the list that begins in one sentence, while they are gathered."""

    text: str
    sentences: Sequence[Sentence]
    end: int
    items: list[Sentence] = field(default_factory=list)
    mark: str = ""
    """The mark of the last item."""

    def listing(self, lead: Span) -> Listing:
        first = self.sentences[self.end]
        self._read(Sentence(Span(lead.end, first.span.end), None))
        while self.end < len(self.sentences) and self._goes_on(self.sentences[self.end]):
            self._read(self.sentences[self.end])
        base = first.paragraph or ""
        return Listing(
            lead, tuple(Sentence(e.span, base + (e.paragraph or "")) for e in self.items)
        )

    def _goes_on(self, sentence: Sentence) -> bool:
        """Whether a sentence still belongs: behind a semicolon, or by the mark that follows."""
        before = self.sentences[self.end - 1].span
        words = self.text[before.start : before.end].rstrip()
        if _lead(self.text, sentence) is not None:
            return False
        follows = sentence.paragraph is not None and _bare(sentence.paragraph) == _after(self.mark)
        is_open = words.endswith((";", ",", ":")) or JOINT.search(words) is not None
        return is_open or follows or not self.items

    def _read(self, sentence: Sentence) -> None:
        """The items that a sentence holds, each without its mark."""
        self.end += 1
        words = self.text[sentence.span.start : sentence.span.end]
        marks = list(BEFORE.finditer(words))
        starts = [0, *(mark.end() for mark in marks)]
        ends = [*(mark.start("mark") for mark in marks), len(words)]
        names = [sentence.paragraph or self.mark, *(mark["mark"] for mark in marks)]
        for name, start, end in zip(names, starts, ends, strict=True):
            self.mark = _bare(name)
            said = words[start:end].rstrip()
            if said.strip(" \n\t:;,") and not JOINT.fullmatch(said):
                mark = f"({self.mark})" if self.mark.isalnum() else None
                begin = sentence.span.start + start
                self.items.append(Sentence(Span(begin, begin + len(said)), mark))


def _bare(mark: str) -> str:
    """A mark without its signs: of "1st." and "2°" the figure, a Roman numeral in small letters."""
    bare = mark.strip("()[].: º°")
    figure = re.match(r"\d+", bare)
    lower = bare.lower()
    return figure[0] if figure else lower if lower in ROMAN else bare


def _after(mark: str) -> str:
    """The mark that follows another in its series, or nothing.

    >>> _after("a"), _after("iv"), _after("9")
    ('b', 'v', '10')
    """
    if mark.isdigit():
        return str(int(mark) + 1)
    if mark in ROMAN[:-1]:
        return ROMAN[ROMAN.index(mark) + 1]
    return chr(ord(mark) + 1) if len(mark) == 1 and mark.isalpha() and mark != "z" else ""
