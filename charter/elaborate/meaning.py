"""What provisions say, whatever the words: by it two ways of reading a sentence are compared."""

from collections.abc import Iterable, Sequence

from charter.rules.model import Model, Words
from charter.rules.pattern import Condition, EventPattern, Interests, MeansUse, PlaceLimit
from charter.rules.provision import CountsAs, Norm, Provision, Unread
from charter.rules.terms import Action

NOT_MEANT = frozenset({"citation", "portions", "unread", "kind"})
"""Where a rule stands and how it was found; its kind stands in front."""
EVENTS = frozenset({"triggers", "conduct"})

Meaning = frozenset[object]


def meaning(provisions: Iterable[Provision]) -> Meaning:
    """What some provisions say, so that equal meanings are the same rules.

    A list of kinds under one pattern says the same as a pattern for each of them.

    >>> from charter.elaborate.bare import read_clause
    >>> from charter.source import Source
    >>> def said(text): return meaning(read_clause(Source("clause", text)).provisions)
    >>> said("The Parties shall assist each other.") == said("The Parties will aid each other.")
    True
    """
    return frozenset(each for provision in provisions for each in _said(provision))


def outline(provisions: Iterable[Provision]) -> Meaning:
    """Which sorts of rules some provisions are, whatever events and conditions go with them."""
    return frozenset(
        (each.kind, each.modality, each.action) if isinstance(each, Norm) else each.kind
        for each in provisions
    )


def event_kinds(provisions: Iterable[Provision]) -> frozenset[str]:
    """The kinds of every event that some provisions speak of."""
    return frozenset(
        kind for each in provisions for pattern in patterns(each) for kind in pattern.kinds
    )


def patterns(provision: Provision) -> tuple[EventPattern, ...]:
    """The events that a provision speaks of."""
    match provision:
        case Norm():
            return (*provision.triggers, *provision.conduct)
        case CountsAs():
            return (provision.pattern,)
        case _:
            return ()


def unread_words(provisions: Iterable[Provision]) -> frozenset[str]:
    """The words that no rule rests on."""
    return frozenset(words.text.lower() for each in provisions for words in each.unread)


def is_stopped(provisions: Sequence[Provision]) -> bool:
    """Whether a sentence, or a part of it, was not read at all."""
    return not provisions or any(isinstance(each, Unread) for each in provisions)


def _said(provision: Provision) -> Iterable[object]:
    if isinstance(provision, CountsAs):
        rest = _fields(provision, but=frozenset({"pattern"}))
        return [(provision.kind, each, rest) for each in _by_kind((provision.pattern,))]
    return [(provision.kind, _fields(provision))]


def _fields(model: Model, *, but: frozenset[str] = frozenset()) -> object:
    names = sorted(set(type(model).model_fields) - NOT_MEANT - but)
    if isinstance(model, Norm) and model.action is not Action.OTHER:
        names.remove("action_words")
    return tuple((name, _field(name, getattr(model, name))) for name in names)


def _field(name: str, value: object) -> object:
    if name in EVENTS and isinstance(value, tuple):
        return _by_kind(value)
    return _plain(value)


def _plain(value: object) -> object:
    match value:
        case Words():
            return value.text.lower()
        case PlaceLimit():
            return value.anywhere, value.text.lower().removeprefix("within ").removeprefix("in ")
        case Interests():
            several = len(value.items) > 1
            return frozenset(value.items), value.needs if several else None
        case MeansUse():
            return value.means, value.rank, _plain(value.when)
        case Condition():
            return value.kind, value.negated, value.of_trigger, _plain(value.words)
        case Model():
            return _fields(value)
        case tuple():
            return frozenset(map(_plain, value))
        case _:
            return value


def _by_kind(found: Iterable[EventPattern]) -> Meaning:
    """Each event under each of its kinds by itself."""
    return frozenset(
        (kind, *_pattern(each)) for each in found for kind in (each.kinds or ("none",))
    )


def _pattern(each: EventPattern) -> tuple[object, ...]:
    names = sorted(set(EventPattern.model_fields) - {"kinds", "words"})
    return tuple((name, _plain(getattr(each, name))) for name in names)
