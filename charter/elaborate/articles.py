"""The articles of a charter: their numbers, titles, words and gaps."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from charter.diagnostics import Collector
from charter.rules.treaty import ArticleText
from charter.source import Span
from charter.syntax.layout import Layout, Part
from charter.syntax.passage import Passage, read_passage
from charter.syntax.wording import Wording

HEAD = re.compile(
    r"Articles?\s+(?P<first>\w+)(?:\s*(?:to|-|–)\s*(?P<last>\w+))?\s*[.:]?\s*(?P<title>.*)"
)
MODAL = re.compile(r"\b(?:shall|undertakes?|must|agrees?)\b")
"""Words of sentences that bind; in a title they would be passed over."""

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class Article:
    """An article, or a range of articles whose contents are known without their numbers."""

    number: str
    title: str | None
    head: Span
    wording: Wording

    def passage(self, wording: Wording) -> Passage:
        """The sentences of the article in a wording of it."""
        return read_passage(wording.text)

    def stated(self) -> ArticleText:
        """The article as a report cites it."""
        text = self.wording.text
        passage = read_passage(text)
        gaps = [text[gap.start : gap.end].partition(":")[2] for gap in passage.gaps]
        return ArticleText(
            number=self.number,
            title=self.title,
            text="\n".join(_paragraphs(passage, text)),
            gap=" ".join(" ".join(gaps).split()) or None,
        )


def _paragraphs(passage: Passage, text: str) -> Iterator[str]:
    """The words of a passage, each numbered paragraph with its number as one line."""
    for number, group in groupby(passage.sentences, key=lambda each: each.paragraph):
        words = " ".join(text[each.span.start : each.span.end] for each in group)
        yield " ".join(f"{_mark(number)}{words}".split())


def _mark(number: str | None) -> str:
    if number is None:
        return ""
    return f"{number}. " if number.isdigit() else f"{number} "


def read_articles(layout: Layout, collector: Collector) -> tuple[Article, ...]:
    """The articles of a charter in order, with articles of one number noted as errors."""
    found: dict[str, Article] = {}
    for part in layout.of("ARTICLE"):
        article = _article(layout, part)
        if article.number in found:
            collector.error(
                "C105",
                f"there are two articles {article.number}",
                found[article.number].head,
                article.head,
                help="give one of them another number, or put their words into one article",
            )
        if article.title and MODAL.search(article.title):
            collector.error(
                "C109",
                f"the title of article {article.number} is a sentence that binds",
                article.head,
                help="put the words of the article on lines of their own, below its title",
            )
        elif not article.wording.text.strip():
            collector.error(
                "C106",
                f"article {article.number} has no words",
                article.head,
                help="if its text was not seen, say so: `Gap: the text was not seen.`",
            )
        found.setdefault(article.number, article)
    return tuple(found.values())


def _article(layout: Layout, part: Part) -> Article:
    line = layout.source.text[part.head.span.start : part.head.span.end].strip()
    match = HEAD.match(line)
    assert match
    first, last = number(match["first"]), match["last"]
    label = f"{first}-{number(last)}" if last else first
    span = Span(part.head.span.start, part.head.span.start + len(line))
    wording = Wording.plain(layout.body(part), part.body.start)
    return Article(label, match["title"].strip() or None, span, wording)


def number(written: str) -> str:
    """An article's number in Arabic figures.

    >>> number("XIV"), number("6")
    ('14', '6')
    """
    if not written or not set(written) <= set(ROMAN):
        return written
    values = [ROMAN[letter] for letter in written]
    later = [*values[1:], 0]
    return str(sum(-v if v < after else v for v, after in zip(values, later, strict=True)))
