"""Lists as sentences that can be read: each item with what leads to it, or all of them as one.

A lead that breaks off ("The Parties undertake: …", "shall: …") is said again before each item, so
that each makes provisions of its own. A lead that is a condition, or that has items without a verb,
makes one sentence with them. Where both can stand alone, they do.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from charter.source import Span
from charter.syntax.build import Stopped, parse_sentence
from charter.syntax.clauses import clauses
from charter.syntax.heads import HEADS
from charter.syntax.lists import Listing, listings
from charter.syntax.passage import Passage, Sentence
from charter.syntax.phrases import FINITE, PHRASES_OF_WHO, is_that, name_of
from charter.syntax.tree import Node
from charter.syntax.wording import Wording

ANNOUNCED = re.compile(
    r",?\s*\b(?:(?:to|will|shall)\s+\w+\s+|(?:on|in|to)\s+)?the\s+following"
    r"(?:\s+(?:rules|obligations|undertakings|principles|provisions|commitments|terms|measures"
    r"|duties|stipulations)\b|\s*$)|,?\s*\bas\s+follows\b",
    re.IGNORECASE,
)
"""Words that announce a list, and say nothing that its items do not say."""
JOINT = re.compile(r"[;,]?\s*\b(?:and|or)\s*$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that are read as one sentence, in the wording they stand in."""

    wording: Wording
    span: Span
    paragraph: str | None


def stretches(passage: Passage, wording: Wording) -> Iterator[Stretch]:
    """What is read as one sentence each, in the order of the text."""
    plain: list[Sentence] = []
    last = passage.sentences[-1:]
    said = [each for each in passage.sentences if each in last or not _is_title(each, wording)]
    for each in listings(wording.text, said):
        if isinstance(each, Sentence):
            plain.append(each)
            continue
        yield from _joined(plain, wording)
        plain = []
        yield from _spread(each, wording)
    yield from _joined(plain, wording)


LONGEST_TITLE = 80
"""The length up to which what stands behind the heading of a part is taken for its title."""


def _is_title(sentence: Sentence, wording: Wording) -> bool:
    """Whether a sentence only says what a part is about ("Article 6. Entry into force.")."""
    length = sentence.span.end - sentence.span.start
    if not sentence.may_be_title or length > LONGEST_TITLE:
        return False
    row = _row_of(sentence, wording)
    return bool(row) and not clauses(row) and not any(node.form in SAYING for node in row)


SAYING = HEADS | FINITE | {"opener", "negation"}
"""The forms of phrases by which a sentence says something."""


def _spread(listing: Listing, wording: Wording) -> Iterator[Stretch]:
    """The sentences that a list makes."""
    lead = _lead(listing, wording)
    row = _row(wording.composed(lead)) if lead else ()
    if not row:
        yield from (Stretch(wording, each.span, each.paragraph) for each in listing.items)
    elif len(lead) > 1 or lead[0] != listing.lead or _breaks_off(row):
        for item in listing.items:
            spans = [*lead, _without_joint(item.span, wording)]
            yield _composed(wording, spans, item.paragraph, glue=_glue(row[-1], item, wording))
    elif _is_whole(row) and any(_stands_alone(item, wording) for item in listing.items):
        yield _composed(wording, lead, None)
        yield from (Stretch(wording, each.span, each.paragraph) for each in listing.items)
    else:
        yield _composed(wording, [*lead, *(item.span for item in listing.items)], None)


def _glue(last: Node, item: Sentence, wording: Wording) -> str:
    """What joins an item to its lead; "that" where it is a sentence that the Parties agree to."""
    if name_of(last) == "MUST" and last.phrases()[0].text.lower() in AGREEING:
        return " that " if _stands_alone(item, wording) else " "
    return " " if last.form in ("modal", "frame", "negation", *PHRASES_OF_WHO) else ", "


AGREEING = ("agree", "agrees", "undertake", "undertakes", "have agreed", "stipulate", "covenant")


def _lead(listing: Listing, wording: Wording) -> list[Span]:
    """The words that lead to a list, without those that only announce it."""
    start, end = listing.lead.start, listing.lead.end
    said = ANNOUNCED.search(wording.text, start, end)
    if said is None or said.start() == start:
        return [listing.lead]
    pieces = (Span(start, said.start()), Span(said.end(), end))
    return [each for each in pieces if wording.text[each.start : each.end].strip(" ,\n\t")]


def _breaks_off(row: tuple[Node, ...]) -> bool:
    """Whether a lead cannot stand alone, and is no condition that its items go on with."""
    last = next((node for node in reversed(row) if node.form != "comma"), row[-1])
    if last.form in ("modal", "frame", "negation") or name_of(last) == "TO":
        return True
    return not clauses(row) and last.form != "opener" and not is_that(last)


def _is_whole(row: tuple[Node, ...]) -> bool:
    """Whether a lead is a sentence by itself."""
    return row[-1].form != "opener" and bool(clauses(row))


def _stands_alone(item: Sentence, wording: Wording) -> bool:
    found = clauses(_row(wording.composed([item.span])))
    return bool(found) and bool(found[0].subject)


def _row(wording: Wording) -> tuple[Node, ...]:
    tree = parse_sentence(wording.text, Span(0, len(wording.text)))
    return () if isinstance(tree, Stopped) else tree.nodes()


def _without_joint(span: Span, wording: Wording) -> Span:
    words = JOINT.sub("", wording.text[span.start : span.end])
    return Span(span.start, span.start + len(words))


def _composed(
    wording: Wording, spans: list[Span], paragraph: str | None, *, glue: str = " "
) -> Stretch:
    whole = wording.composed(spans, glue)
    return Stretch(whole, Span(0, len(whole.text)), paragraph)


# ------------------------------------------------------------------ items without a lead


def _joined(sentences: list[Sentence], wording: Wording) -> Iterator[Stretch]:
    """The sentences, with what has no verb of its own joined to the sentence it goes on.

    As the items of a list do: "(b) on the ships of a Party;".
    """
    begun: Sentence | None = None
    for sentence in sentences:
        if begun and _is_open(begun, wording) and not clauses(_row_of(sentence, wording)):
            begun = Sentence(Span(begun.span.start, sentence.span.end), begun.paragraph)
            continue
        if begun:
            yield Stretch(wording, begun.span, begun.paragraph)
        begun = sentence
    if begun:
        yield Stretch(wording, begun.span, begun.paragraph)


def _is_open(sentence: Sentence, wording: Wording) -> bool:
    """Whether a sentence ends with a mark behind which more of it may follow."""
    return wording.text[sentence.span.start : sentence.span.end].rstrip().endswith((";", ":", ","))


def _row_of(sentence: Sentence, wording: Wording) -> tuple[Node, ...]:
    return _row(wording.composed([sentence.span]))
