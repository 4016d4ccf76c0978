"""Words that refer to an event spoken of elsewhere: "such an attack", "in this case".

Where the same text has spoken of it, they stand for that event. Otherwise the event is known only
by the words that refer to it, and whether it has happened is for a scenario to state.
"""

import re
from collections.abc import Iterable

from charter.rules.model import Words
from charter.rules.pattern import Condition, EventPattern
from charter.rules.terms import ConditionKind

REFERRING = re.compile(
    r"(?:any |every |all |each )?"
    r"(?:such|the said|said|the aforesaid|the same|the above|this|that|these|those)\b"
)
SEVERAL = re.compile(r"in (?:either|both|these|those)\b|in such \w+s$")
FORCE = frozenset({"attack", "armed_attack", "aggression", "invasion", "use_of_force"})
"""Kinds that a treaty calls by each other's names ("an armed attack … such aggression")."""
ANY_EVENT = "event"
SAME = "same_event"
"""The kind of "this case" until it is known which is meant."""


def same_event(words: Words) -> EventPattern:
    """The event of "in this case", whichever that is."""
    return EventPattern(kinds=(SAME,), words=words)


def elsewhere(words: Words, articles: tuple[str, ...] = ()) -> EventPattern:
    """An event of which only another provision speaks, as far as the words say."""
    return EventPattern(kinds=(ANY_EVENT,), words=words, referred=True, articles=articles)


def resolved(
    patterns: Iterable[EventPattern],
    spoken: tuple[EventPattern, ...],
    farther: tuple[EventPattern, ...] = (),
) -> tuple[EventPattern, ...]:
    """Events with those that refer to one spoken of before replaced by that.

    ``farther`` are the events of which the text spoke before those: "in either case" means both.
    """
    found = (_meant(each, _reached(each, spoken, farther)) for each in patterns)
    return tuple(dict.fromkeys(event for meant in found for event in meant))


def _reached(
    each: EventPattern, spoken: tuple[EventPattern, ...], farther: tuple[EventPattern, ...]
) -> tuple[EventPattern, ...]:
    """The events that words may refer to: more than the nearest, where they speak of several."""
    is_of_several = SAME in each.kinds and SEVERAL.match(each.words.text.lower())
    return (*farther, *spoken) if is_of_several and len(spoken) < 2 else spoken


def _meant(each: EventPattern, spoken: tuple[EventPattern, ...]) -> tuple[EventPattern, ...]:
    if SAME in each.kinds:
        return spoken or (elsewhere(each.words),)
    if each.target is not None or not REFERRING.match(each.words.text.lower()):
        return (each,)
    return tuple(event for event in spoken if _is_of_the_kind(each, event)) or (each,)


def _is_of_the_kind(each: EventPattern, event: EventPattern) -> bool:
    kinds = {*event.kinds, *event.counted_from}
    return all(kind in kinds or (kind in FORCE and kinds & FORCE) for kind in each.kinds)


def ties(patterns: Iterable[EventPattern]) -> tuple[Condition, ...]:
    """That an event known only by reference is the one referred to: a condition in its words."""
    return tuple(
        Condition(kind=ConditionKind.OTHER, words=each.words, of_trigger=True)
        for each in patterns
        if each.referred
    )
