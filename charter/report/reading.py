"""What a text was read as: its words with those not read marked, and a card for each provision."""

from collections.abc import Iterable, Iterator

from charter.report import phrases
from charter.report.card import Card, card
from charter.report.document import (
    Block,
    Document,
    Listing,
    Paragraph,
    Run,
    Section,
    Style,
    Text,
    text,
)
from charter.rules.model import Words
from charter.rules.provision import Provision, Purpose, Unread
from charter.source import Source, Span

ROLES = {
    "each_party": "each Party",
    "other_parties": "the other Parties",
    "all_parties": "all the Parties together",
    "attacked_party": "the attacked Party",
    "one_party": "a Party",
    "organ": "an organ",
    "others": "a State that is not a Party",
    "each_other": "each other",
    "third_states": "other States",
    "one_or_more_parties": "one or more of the Parties",
    "other_party": "another Party",
    "forces_of_party": "the forces of a Party",
    "other_party_or_third_state": "another Party or a third State",
    "any": "any State",
    "anyone": "anyone",
    "third_state": "a third State",
    "several_powers": "several powers",
    "party": "a Party",
    "non_state": "an armed group",
    "state": "a State",
}


def reading(title: str, source: Source, provisions: tuple[Provision, ...]) -> Document:
    """Each sentence of a text with what it was read as, in order."""
    sentences: dict[tuple[int, int], list[Provision]] = {}
    for each in provisions:
        words = each.citation.words
        sentences.setdefault((words.start, words.end), []).append(each)
    blocks = tuple(
        block
        for (start, end), read in sentences.items()
        for block in _sentence(source, Span(start, end), read)
    )
    return Document(title, "One reading of the words, not legal advice.", blocks)


def _sentence(source: Source, span: Span, read: list[Provision]) -> Iterator[Block]:
    unread = [words for each in read for words in each.unread]
    article = read[0].citation.article
    where = "" if article is None else "Heading" if article == "heading" else f"Article {article}"
    found: tuple[Block, ...] = (
        Paragraph(marked(source, span, unread)),
        *(Listing(tuple(_said(each))) for each in read),
    )
    if where:
        yield Section(where, found)
    else:
        yield from found


def marked(source: Source, span: Span, unread: Iterable[Words]) -> Text:
    """The words of a span with those that were not read marked as open."""
    runs: list[Run] = []
    at = span.start
    for words in sorted(unread, key=lambda each: each.start):
        runs.append(Run(_flat(source.text[at : words.start])))
        runs.append(Run(_flat(source.text[words.start : words.end]), Style.OPEN))
        at = max(at, words.end)
    runs.append(Run(_flat(source.text[at : span.end])))
    return Text(tuple(run for run in runs if run.text))


def _flat(words: str) -> str:
    """The words on one line, with a space kept at an end that had white space."""
    flat = " ".join(words.split())
    before = " " if flat and words[:1].isspace() else ""
    after = " " if words[-1:].isspace() else ""
    return before + flat + after


def _said(provision: Provision) -> Iterator[Text]:
    match provision:
        case Unread():
            stop = provision.stopped_at.text
            yield text(Run("not read: ", Style.OPEN), f"“{stop}” stopped the reader")
        case Purpose():
            yield text(Run("purpose: ", Style.STRONG), "a recital, without operative effect")
        case _:
            found = card(provision)
            assert found
            yield from _lines(found)


def _lines(found: Card) -> Iterator[Text]:
    """The filled fields of a card, each in words."""
    firmly = f" ({_words(found.modality)})" if found.modality else ""
    yield text(Run(f"{_words(found.provision)}{firmly}", Style.STRONG))
    for label, said in _fields(found):
        if said:
            yield text(f"{label}: {said}")
    if found.unread:
        listed = phrases.listed(tuple(f"“{words}”" for words in found.unread))
        yield text(Run(f"not read: {listed}", Style.OPEN))


def _fields(found: Card) -> Iterator[tuple[str, str]]:
    yield "who", _who(found.bearer, found.bearer_names)
    yield "what", _words(found.action)
    yield "to whom", _who(found.beneficiary, found.beneficiary_names)
    yield "trigger", _alternatives(found.trigger)
    yield "against", _who(found.trigger_target, found.trigger_target_names)
    yield "by", _who(found.trigger_by, found.trigger_by_names)
    if found.counts_as:
        against = _who(found.counts_as.against, ())
        toward = f" against {against}" if against else ""
        yield "counts as", _alternatives(found.counts_as.event) + toward
    yield "on condition", _alternatives(found.conditions)
    yield "means", _alternatives(found.means)
    yield "where", found.place or ""
    yield "until", found.until or ""
    if found.number:
        yield "figure", f"{found.number.value} {found.number.unit}"


def _who(role: str | None, names: tuple[str, ...]) -> str:
    return phrases.listed(names) if names else ROLES.get(role or "", _words(role))


def _alternatives(words: tuple[str, ...]) -> str:
    return ", ".join(map(_words, words))


def _words(name: str | None) -> str:
    return (name or "").replace("_", " ")
