"""What a text was read as: its words with those not read marked, and a card for each provision."""

from collections.abc import Iterable, Iterator, Sequence

from charter.elaborate.readings import StatedReading
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
from charter.report.gloss import glossed
from charter.report.left_open import left_open
from charter.report.norms import cited
from charter.report.read_back import in_one_sentence
from charter.rules.model import Citation, Words
from charter.rules.pattern import EventPattern
from charter.rules.provision import CountsAs, Norm, Provision, Purpose, Unread
from charter.rules.terms import Modality, Needs
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


def reading(
    title: str,
    source: Source,
    provisions: tuple[Provision, ...],
    readings: Sequence[StatedReading] = (),
) -> Document:
    """Each sentence of a text with what it was read as, in order.

    ``readings`` are those of what its words leave open.
    """
    sentences: dict[tuple[int, int], list[Provision]] = {}
    for each in provisions:
        words = each.citation.words
        sentences.setdefault((words.start, words.end), []).append(each)
    blocks = tuple(
        block
        for (start, end), read in sentences.items()
        for block in _sentence(source, Span(start, end), read, readings)
    )
    return Document(title, "One reading of the words, not legal advice.", blocks)


def _sentence(
    source: Source, span: Span, read: list[Provision], readings: Sequence[StatedReading]
) -> Iterator[Block]:
    where = _where(read[0].citation)
    found: tuple[Block, ...] = (
        *glossed(source, span, read),
        *(block for each in read for block in _provision(each)),
        *left_open(span, readings),
    )
    if where:
        yield Section(where, found)
    else:
        yield from found


def _provision(provision: Provision) -> Iterator[Block]:
    """A provision in one sentence, where one says the same, and field by field."""
    if sentence := in_one_sentence(provision):
        yield Paragraph(text(Run(sentence, Style.STRONG)))
    elif card(provision):
        yield Paragraph(text(Run(NO_SENTENCE, Style.FAINT)))
    yield Listing(tuple(_said(provision)))


NO_SENTENCE = "Not put into one sentence: none was found that reads as the same provision."


def _where(citation: Citation) -> str:
    """The heading under which a sentence stands; none for a bare clause."""
    if citation.article is None:
        return f"Paragraph {citation.paragraph}" if citation.paragraph else ""
    return phrases.capital(cited(citation).removeprefix("the "))


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
            yield from _lines(found, _casus(provision))
            yield from (text(f"{label}: {said}") for label, said in _beyond(provision) if said)
            if found.unread:
                listed = phrases.listed(tuple(f"“{words}”" for words in found.unread))
                yield text(Run(f"not read: {listed}", Style.OPEN))


def _casus(provision: Provision) -> str:
    """The events that a rule speaks of, by their own names, which a coding sheet may not have."""
    match provision:
        case Norm():
            return _events(provision.triggers)
        case CountsAs():
            return _events((provision.pattern,))
        case _:
            return ""


def _events(patterns: tuple[EventPattern, ...]) -> str:
    kinds = (phrases.kind_of_event(kind) for each in patterns for kind in each.kinds)
    return phrases.listed(tuple(dict.fromkeys(kinds)), last="or")


def _lines(found: Card, casus: str) -> Iterator[Text]:
    """The filled fields of a card, each in words."""
    yield text(Run(f"{_words(found.provision)}{_firmly(found)}", Style.STRONG))
    for label, said in _fields(found, casus):
        if said:
            yield text(f"{label}: {said}")


def _firmly(found: Card) -> str:
    """How firmly a norm binds, where its kind does not say so already."""
    if found.modality is None or found.provision in ("prohibition", "permission"):
        return ""
    return f" ({phrases.FIRMLY[Modality(found.modality)].rstrip(',')})"


def _fields(found: Card, casus: str) -> Iterator[tuple[str, str]]:
    yield "who", _who(found.bearer, found.bearer_names)
    yield "what", _words(found.action)
    yield "to whom", _who(found.beneficiary, found.beneficiary_names)
    yield "trigger", casus or _alternatives(found.trigger)
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


def _beyond(provision: Provision) -> Iterator[tuple[str, str]]:
    """What a rule holds that a coding sheet has no field for."""
    match provision:
        case Norm():
            yield "how", phrases.TOGETHER[provision.duty_kind]
            yield "forbidden", _conduct(provision.conduct)
            for each in (*provision.triggers, *provision.conduct):
                yield from _matter(each)
            yield "unless", _quoted(each.words for each in provision.exceptions)
            yield "to what end", _quoted(filter(None, (provision.aim,)))
        case CountsAs():
            yield from _matter(provision.pattern)
        case _:
            return


def _conduct(patterns: tuple[EventPattern, ...]) -> str:
    targets = (_who(each.target, each.target_names) for each in patterns if each.target)
    against = phrases.listed(tuple(dict.fromkeys(targets)), last="or")
    what = _events(patterns)
    return f"{what} against {against}" if against else what


def _matter(pattern: EventPattern) -> Iterator[tuple[str, str]]:
    """What an event must strike, infringe and be like."""
    assets = tuple(phrases.ASSETS[each] for each in pattern.assets)
    yield "striking", phrases.listed(assets, last="or")
    if pattern.interests:
        joined_by = "and" if pattern.interests.needs is Needs.ALL else "or"
        interests = tuple(phrases.INTERESTS[each] for each in pattern.interests.items)
        yield "infringing", phrases.listed(interests, last=joined_by)
    yield "only those struck", f"situated {pattern.situated.text}" if pattern.situated else ""
    yield "which", phrases.listed(tuple(phrases.QUALITIES[each][0] for each in pattern.qualities))


def _quoted(words: Iterable[Words]) -> str:
    return phrases.listed(tuple(f"“{each.quoted}”" for each in words))


def _who(role: str | None, names: tuple[str, ...]) -> str:
    return phrases.listed(names) if names else ROLES.get(role or "", _words(role))


def _alternatives(words: tuple[str, ...]) -> str:
    return ", ".join(map(_words, words))


def _words(name: str | None) -> str:
    return (name or "").replace("_", " ")
