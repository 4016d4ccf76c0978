"""What an article says of the reach of others, put into the norms that it speaks of.

Where a treaty applies (law of treaties, art. 29) narrows the events of its norms; what it does not
apply to is an exception in its own words; what it also applies to is an event more. A limit that
the words put otherwise is a condition in these words, so that a result depends on it.
"""

from collections.abc import Iterator

from charter.rules.pattern import Condition, EventPattern
from charter.rules.provision import CountsAs, Norm, Provision, Scope
from charter.rules.terms import ConditionKind

EXTENDING = frozenset({"also", "likewise", "equally", "furthermore", "too"})


def applied(provisions: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """The provisions with every scope that they state put into the norms it speaks of."""
    scopes = tuple(each for each in provisions if isinstance(each, Scope))
    if not scopes:
        return provisions
    return tuple(made for each in provisions for made in _applied(each, scopes))


def _applied(provision: Provision, scopes: tuple[Scope, ...]) -> Iterator[Provision]:
    extended: list[Provision] = []
    for scope in scopes:
        if not isinstance(provision, Norm | CountsAs) or not _speaks_of(scope, provision):
            continue
        if isinstance(provision, CountsAs):
            provision = _narrowed(provision, scope)
        elif _extends(scope):
            extended.append(provision.model_copy(update={"triggers": scope.triggers}))
        else:
            provision = _limited(provision, scope)
    yield provision
    yield from extended


def _speaks_of(scope: Scope, provision: Norm | CountsAs) -> bool:
    article = provision.citation.article
    if scope.articles:
        return article in scope.articles
    return article != scope.citation.article or article is None


def _extends(scope: Scope) -> bool:
    words = scope.citation.words.text.lower().split()
    return bool(scope.triggers) and not scope.denied and not EXTENDING.isdisjoint(words)


def _limited(norm: Norm, scope: Scope) -> Norm:
    """A norm within the limits of a scope, or outside what the scope denies."""
    said = Condition(kind=ConditionKind.OTHER, words=scope.citation.words)
    if scope.denied:
        return norm.model_copy(update={"exceptions": (*norm.exceptions, said)})
    if scope.place is None or scope.triggers or scope.conditions:
        return norm.model_copy(update={"conditions": (*norm.conditions, said)})
    if not norm.triggers:
        return norm.model_copy(update={"place": norm.place or scope.place})
    inside = tuple(_within(each, scope) for each in norm.triggers)
    return norm.model_copy(update={"triggers": inside})


def _narrowed(rule: CountsAs, scope: Scope) -> CountsAs:
    """A counting rule, for events in the area of the scope; of others it notes the words."""
    if scope.place and not (scope.denied or scope.triggers or scope.conditions):
        return rule.model_copy(update={"pattern": _within(rule.pattern, scope)})
    return rule.model_copy(update={"unread": (*rule.unread, scope.citation.words)})


def _within(event: EventPattern, scope: Scope) -> EventPattern:
    return event.model_copy(update={"place": event.place or scope.place})
