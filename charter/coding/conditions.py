"""What a pledge hangs on: adversary, place, conflict, number, demand, provocation, request."""

from collections.abc import Callable, Iterable, Sequence

from charter.coding import events
from charter.coding.finding import NO, Finding, Ground, Reason, alike, any_of, unsettled, yes
from charter.coding.pledges import Pledge
from charter.rules.model import Words
from charter.rules.pattern import Condition, EventPattern, PlaceLimit
from charter.rules.provision import CountsAs, Norm, Provision, Scope
from charter.rules.terms import Asset, Author, ConditionKind, Target

LIMITS: dict[Pledge, tuple[str, ...]] = {
    Pledge.DEFENSE: ("adv", "loc", "con", "num", "dem", "npr"),
    Pledge.OFFENSE: ("adv", "loc", "con", "num", "dem"),
    Pledge.NEUTRAL: ("adv", "loc", "con", "num", "dem", "npr", "att"),
    Pledge.CONSUL: ("adv", "loc", "con", "req"),
}
"""The conditions that the sheet asks of a pledge; of non-aggression it asks none."""

PREFIX: dict[Pledge, str] = {
    Pledge.DEFENSE: "defco",
    Pledge.OFFENSE: "offco",
    Pledge.NEUTRAL: "neuco",
    Pledge.CONSUL: "conco",
}

UNNAMED = frozenset({ConditionKind.OTHER, ConditionKind.SAME_ENEMY, ConditionKind.PRIOR_BREACH})
"""Conditions that may be any that the sheet asks of: which, only their own words say."""

Provisions = Sequence[Provision]


def limited(norm: Norm, limit: str, provisions: Provisions) -> Finding:
    """Whether a norm hangs on a condition of the sheet.

    Where it does not, but has a condition in its own words, or words that were not read, it is
    open: those words may be the condition asked about.
    """
    found = ASKED[limit](norm, provisions) if limit in ASKED else NO
    return any_of((found, *_unnamed(norm)))


def _unnamed(norm: Norm) -> Iterable[Finding]:
    for each in (*norm.conditions, *norm.exceptions):
        if each.kind in UNNAMED or each.negated or each in norm.exceptions:
            yield unsettled(Reason.OWN_WORDS, Ground(norm.citation, each.words))
    for words in norm.unread:
        yield unsettled(Reason.NOT_READ, Ground(norm.citation, words))


def _on_every_event(norm: Norm, said: Callable[[EventPattern], Finding]) -> Finding:
    return alike(said(each) for each in norm.triggers) if norm.triggers else NO


def _conditions(norm: Norm, kind: ConditionKind) -> tuple[Condition, ...]:
    return tuple(each for each in norm.conditions if each.kind is kind and not each.negated)


def _stated(norm: Norm, kind: ConditionKind) -> Finding:
    return any_of(yes(Ground(norm.citation, each.words)) for each in _conditions(norm, kind))


# ------------------------------------------------------------------ against whom


def _adversary(norm: Norm, _provisions: Provisions) -> Finding:
    """A named author, or one of a part of the world; "a third State" alone is nobody in particular.

    As coders have it: "attacked by a third Power" is no condition of adversary.
    """

    def named(pattern: EventPattern) -> Finding:
        is_named = pattern.author is Author.NAMED and pattern.author_names
        return yes(Ground(norm.citation, pattern.words)) if is_named else NO

    stated = _stated(norm, ConditionKind.NAMED_ADVERSARY)
    return any_of((_on_every_event(norm, named), stated, _of_a_region(norm, of_author=True)))


def _of_a_region(norm: Norm, *, of_author: bool) -> Finding:
    """A state said to be of a part of the world: the author, or the one that suffers the event."""
    return any_of(
        _region_of(norm, each.words, of_author=of_author)
        for each in _conditions(norm, ConditionKind.REGION)
    )


def _region_of(norm: Norm, words: Words, *, of_author: bool) -> Finding:
    here = Ground(norm.citation, words)
    suffers = any(each.target is Target.ANY for each in norm.triggers)
    acts = any(each.author in (Author.THIRD_STATE, Author.STATE) for each in norm.triggers)
    if suffers == acts:
        return unsettled(Reason.REGION, here)
    return yes(here) if acts is of_author else NO


def _number(norm: Norm, _provisions: Provisions) -> Finding:
    def several(pattern: EventPattern) -> Finding:
        is_several = pattern.author is Author.SEVERAL_POWERS
        return yes(Ground(norm.citation, pattern.words)) if is_several else NO

    return _on_every_event(norm, several)


# ------------------------------------------------------------------ where


def _location(norm: Norm, provisions: Provisions) -> Finding:
    about = [each for each in provisions if _speaks_of(each, norm)]
    region = _of_a_region(norm, of_author=False)
    counted = (_counted_beside(each, norm) for each in provisions)
    own = (_own_place(norm), _places_of_events(norm), region)
    found = any_of((*own, *map(_scope, about), *counted))
    lifted = any_of(map(_lifted, about))
    return lifted if lifted.doubts and found.grounds else found


def _counted_beside(provision: Provision, norm: Norm) -> Finding:
    """An event of the same article, confined to a place, may be the one of which the norm speaks.

    As in "… in Europe shall be considered an attack on all. In the event of an attack, …".
    """
    match provision:
        case CountsAs(includes=False, pattern=EventPattern(place=PlaceLimit() as place)):
            beside = provision.citation.article == norm.citation.article
            unsaid = any(each.target is None and not each.as_counted for each in norm.triggers)
            here = Ground(provision.citation, place.words)
            return unsettled(Reason.REGION, here) if beside and unsaid else NO
        case _:
            return NO


def _own_place(norm: Norm) -> Finding:
    return _at(norm.place, Ground(norm.citation, norm.place.words)) if norm.place else NO


def _places_of_events(norm: Norm) -> Finding:
    def confined(pattern: EventPattern) -> Finding:
        if place := pattern.place or pattern.counted_in:
            return _at(place, Ground(norm.citation, place.words))
        if Asset.TERRITORY in pattern.assets:
            return unsettled(Reason.TERRITORY, Ground(norm.citation, pattern.words))
        return NO

    return _on_every_event(norm, confined)


def _at(place: PlaceLimit, here: Ground) -> Finding:
    return NO if place.anywhere else yes(here)


def _speaks_of(provision: Provision, norm: Norm) -> bool:
    """Whether a provision says of a norm's article where it applies, or what its event includes."""
    match provision:
        case Scope():
            return not provision.articles or norm.citation.article in provision.articles
        case CountsAs(includes=True):
            return norm.citation.article in provision.for_articles
        case _:
            return False


def _scope(provision: Provision) -> Finding:
    match provision:
        case Scope(place=PlaceLimit() as place) if not provision.triggers:
            return _at(place, Ground(provision.citation, place.words))
        case CountsAs(pattern=EventPattern(place=PlaceLimit() as place)):
            return _at(place, Ground(provision.citation, place.words))
        case _:
            return NO


def _lifted(provision: Provision) -> Finding:
    """An event included wherever it happens."""
    match provision:
        case CountsAs(pattern=EventPattern(place=PlaceLimit(anywhere=True) as place)):
            return unsettled(Reason.LIFTED, Ground(provision.citation, place.words))
        case _:
            return NO


# ------------------------------------------------------------------ how it began, who asks


def _no_provocation(norm: Norm, _provisions: Provisions) -> Finding:
    def asks(pattern: EventPattern) -> Finding:
        is_asked = events.unprovoked(norm, pattern)
        return yes(Ground(norm.citation, pattern.words)) if is_asked else NO

    return any_of((_on_every_event(norm, asks), _stated(norm, ConditionKind.UNPROVOKED)))


def _attack(norm: Norm, _provisions: Provisions) -> Finding:
    """Neutrality owed only to a party that is attacked, not to one that is at war in whatever way.

    "Is at war with a third Power" and "suffers acts of war by a third Power" are one kind of
    event, so a war with an author leaves open who began it.
    """

    def suffered(pattern: EventPattern) -> Finding:
        here = Ground(norm.citation, pattern.words)
        if events.is_war(pattern) and not events.unprovoked(norm, pattern):
            is_open = events.attacks(pattern) or pattern.author is not Author.ANYONE
            return unsettled(Reason.WHO_BEGAN, here) if is_open else NO
        is_suffered = events.attacks(pattern) or events.is_war(pattern)
        return yes(here) if is_suffered else NO

    return _on_every_event(norm, suffered)


def _request(norm: Norm, _provisions: Provisions) -> Finding:
    return _stated(norm, ConditionKind.ON_REQUEST)


ASKED: dict[str, Callable[[Norm, Provisions], Finding]] = {
    "adv": _adversary,
    "loc": _location,
    "num": _number,
    "npr": _no_provocation,
    "att": _attack,
    "req": _request,
}
"""The conditions that the rules know; a particular conflict and a refused demand they do not."""
