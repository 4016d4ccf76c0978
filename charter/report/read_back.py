"""A rule in one sentence that the reader itself reads as the same card; never one that it does not.

A sentence that says something else than the rule would mislead whoever acts on it, so each is read
again before it is shown.
"""

from dataclasses import replace

from charter.elaborate.bare import read_clause
from charter.report.card import Card, card, cards
from charter.report.restated import own_words, restated
from charter.report.treaty_english import Unworded
from charter.rules.provision import Provision
from charter.source import Source


def in_one_sentence(provision: Provision) -> str | None:
    """What a rule provides, in one sentence, or ``None`` where no sentence reads as the same card.

    It uses the clause's own words for what the card does not tell; where they would be read in
    another way, "other" stands for events and conditions, but never for what is to be done.

    >>> from charter.report.read_back import in_one_sentence
    >>> text = "Should either Party be attacked, the other shall come to its aid."
    >>> (duty,) = read_clause(Source("clause", text)).provisions
    >>> in_one_sentence(duty)
    'In the event of an attack against one of the Parties, each other Party must assist the
    attacked Party.'
    """
    found = card(provision)
    if found is None:
        return None
    own = own_words(provision)
    for words in (own, replace(own, events=(), conditions=())):
        try:
            sentence = restated(found, words)
        except Unworded:
            continue
        if reads_as(sentence, found):
            return sentence
    return None


def reads_as(sentence: str, found: Card) -> bool:
    """Whether a sentence reads as one card, with every word read, that says the same."""
    read = cards(read_clause(Source("restated", sentence)).provisions)
    return len(read) == 1 and not read[0].unread and same(read[0], found)


def same(one: Card, other: Card) -> bool:
    """Whether two cards say the same, whatever the order of a list and the words not read."""
    return _unordered(one) == _unordered(other)


def _unordered(found: Card) -> dict[str, object]:
    listed = ("trigger", "conditions", "means")
    fields = found.model_dump(exclude={"unread"})
    return fields | {each: frozenset(fields[each]) for each in listed}
