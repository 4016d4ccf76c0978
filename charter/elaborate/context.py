"""Where a sentence stands, so that its rules can cite it."""

from dataclasses import dataclass
from functools import cached_property

from charter.rules.model import Citation, Words
from charter.source import Span
from charter.syntax.tree import Node, Phrase
from charter.syntax.wording import Wording


@dataclass(frozen=True)
class Context:
    """A sentence of an article in the wording under which it is read."""

    wording: Wording
    article: str | None
    paragraph: str | None
    sentence: Span

    def words(self, part: Node | Phrase | Span) -> Words:
        """The words of a part of the sentence, with their place in the file."""
        span = part if isinstance(part, Span) else part.span
        place = self.wording.original(span)
        text = self.text(span)
        said = self._said(span) if self._is_replaced else text
        quotation = said if said != text else None
        return Words(text=text, start=place.start, end=place.end, quotation=quotation)

    def text(self, span: Span) -> str:
        """The words of a stretch of the sentence, on one line, without the marks they end with."""
        return _bare(" ".join(self.wording.text[span.start : span.end].split()))

    @cached_property
    def _is_replaced(self) -> bool:
        return self.wording.is_replaced

    def _said(self, span: Span) -> str:
        return _bare(self.wording.quotation(span))

    @cached_property
    def citation(self) -> Citation:
        """The citation of the sentence."""
        return Citation(
            article=self.article, paragraph=self.paragraph, words=self.words(self.sentence)
        )

    def unread(self, node: Node) -> tuple[Words, ...]:
        """The words in a construct that no rule rests on, neighbours together."""
        spans: list[Span] = []
        for each in node.everywhere("unread"):
            gap = self.wording.text[spans[-1].end : each.span.start] if spans else "x"
            if not gap.strip(" ,\n\t\r"):
                spans[-1] = Span(spans[-1].start, each.span.end)
            else:
                spans.append(each.span)
        return tuple(self.words(span) for span in spans)


def _bare(said: str) -> str:
    """Words without the marks they end with; of marks alone the first stays."""
    return said.rstrip(",;. ") or said[:1]
