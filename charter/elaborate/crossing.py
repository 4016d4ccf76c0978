"""Events that an article knows only by another article of the same charter.

As in "in the cases provided for in Article 2": they are the events of which that article speaks.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from charter.rules.pattern import EventPattern
from charter.rules.provision import CountsAs, Norm, Provision

BEFORE = re.compile(r"\b(?:preceding|foregoing|previous)\s+article\b", re.IGNORECASE)

Triggers = Mapping[str, tuple[EventPattern, ...]]


def crossed(provisions: Sequence[Provision]) -> tuple[Provision, ...]:
    """The provisions of a charter, with each such event in place of the words that refer to it.

    Where the article referred to speaks of no event, or is not there, the words stay a condition.
    """
    spoken = _spoken(provisions)
    return tuple(_crossed(each, spoken) for each in provisions)


def _spoken(provisions: Iterable[Provision]) -> Triggers:
    """The events of which each article speaks, in the order of the articles."""
    found: dict[str, tuple[EventPattern, ...]] = {}
    for each in provisions:
        if each.citation.article:
            own = tuple(event for event in _events(each) if not event.referred)
            before = found.get(each.citation.article, ())
            found[each.citation.article] = tuple(dict.fromkeys((*before, *own)))
    return found


def _events(provision: Provision) -> tuple[EventPattern, ...]:
    match provision:
        case Norm():
            return provision.triggers
        case CountsAs():
            return (provision.pattern,)
        case _:
            return ()


def _crossed(provision: Provision, spoken: Triggers) -> Provision:
    if not isinstance(provision, Norm) or not any(each.referred for each in provision.triggers):
        return provision
    own = provision.citation.article
    meant = {each: _meant(each, own, spoken) for each in provision.triggers if each.referred}
    found = {words.words for words, events in meant.items() if events}
    triggers = tuple(event for each in provision.triggers for event in meant.get(each) or (each,))
    left = tuple(each for each in provision.conditions if each.words not in found)
    return provision.model_copy(update={"triggers": triggers, "conditions": left})


def _meant(event: EventPattern, own: str | None, spoken: Triggers) -> tuple[EventPattern, ...]:
    """The events of the articles that the words refer to; none where one of them has none."""
    articles = event.articles
    if own is not None and own in spoken and BEFORE.search(event.words.text):
        order = list(spoken)
        articles = tuple(order[max(0, order.index(own) - 1) : order.index(own)])
    found = [spoken.get(article, ()) for article in articles]
    return tuple(each for events in found for each in events) if all(found) else ()
