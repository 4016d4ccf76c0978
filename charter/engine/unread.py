"""Words on which rules rest and that nothing has read, or that no rule of the engine applies."""

import re

from charter.rules.model import Citation, Words
from charter.rules.provision import Definition, Provision, Unread

RuleKey = tuple[str | None, int]
"""An article and the offset of a sentence in it."""


def rule_key(citation: Citation) -> RuleKey:
    """What tells a rule from others when the words left unread are asked for."""
    return citation.article, citation.words.start


def unread_words(provisions: tuple[Provision, ...]) -> dict[RuleKey, tuple[Words, ...]]:
    """By rule, the words that no part of it rests on, and the sentences of its article not read.

    What a term means in words of the treaty's own is not applied to events, so a rule that uses
    the term rests on words that nothing has read.
    """
    terms = [each for each in provisions if isinstance(each, Definition)]
    sentences: dict[str | None, tuple[Words, ...]] = {}
    for each in provisions:
        if isinstance(each, Unread):
            article = each.citation.article
            sentences[article] = (*sentences.get(article, ()), each.citation.words)
    found: dict[RuleKey, tuple[Words, ...]] = {}
    for each in provisions:
        key = rule_key(each.citation)
        meant = (term.citation.words for term in terms if _uses(each, term))
        words = (*found.get(key, ()), *each.unread, *sentences.get(key[0], ()), *meant)
        if words:
            found[key] = tuple(dict.fromkeys(words))
    return found


def _uses(provision: Provision, defined: Definition) -> bool:
    """Whether a provision has a term that another one says the meaning of."""
    words = provision.citation.words.text.lower()
    return (
        provision is not defined
        and re.search(rf"\b{re.escape(defined.term.lower())}\b", words) is not None
    )
