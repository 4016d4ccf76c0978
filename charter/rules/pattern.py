"""Which events a clause speaks of, and what else it asks for."""

from charter.rules.model import Model, Words
from charter.rules.terms import (
    Asset,
    Author,
    ConditionKind,
    Interest,
    Means,
    Needs,
    Quality,
    Rank,
    Target,
)

EventKind = str
"""The name of a kind of event, as ``charter/library/kinds.csv`` lists them."""


class PlaceLimit(Model):
    """The words that limit where something applies.

    ``anywhere`` is true of words that lift every limit ("in any place").
    """

    text: str
    words: Words
    anywhere: bool = False


class Interests(Model):
    """The interests that an event must infringe, all of them or any one."""

    items: tuple[Interest, ...]
    needs: Needs


class EventPattern(Model):
    """A class of events: kinds, by whom, against whom, on what, where, of what quality.

    An event matches when it is of one of ``kinds``, by such an author, against such a target,
    strikes one of ``assets`` if any are named, infringes ``interests``, and lies in ``place``.
    With ``as_counted`` the kind is not the event's own but the one under which a counts-as rule of
    the same charter brings it ("such an aggression"); ``counted_from`` are then the kinds of which
    the sentence itself speaks, and ``counted_in`` where. ``compound`` are the kinds of another
    event that the words tie to this one; that they do is a condition of the norm. ``situated`` is
    where whoever is struck must lie ("a Party situated in Europe"). An event is
    ``referred`` to where the words name it only by what another provision, of ``articles`` if they
    say so, says of it.
    """

    kinds: tuple[EventKind, ...]
    words: Words
    author: Author = Author.ANYONE
    author_names: tuple[str, ...] = ()
    target: Target | None = None
    target_names: tuple[str, ...] = ()
    interests: Interests | None = None
    assets: tuple[Asset, ...] = ()
    qualities: tuple[Quality, ...] = ()
    place: PlaceLimit | None = None
    as_counted: bool = False
    counted_from: tuple[EventKind, ...] = ()
    counted_in: PlaceLimit | None = None
    compound: tuple[EventKind, ...] = ()
    situated: PlaceLimit | None = None
    referred: bool = False
    articles: tuple[str, ...] = ()


class Condition(Model):
    """Something further that a norm depends on.

    The engine knows what some kinds ask for; of kind ``other`` it knows only the words, so the
    result depends on them until a scenario states them true or false. With ``of_trigger`` the words
    are part of what sets the norm off ("and thus finds itself at war"). With ``alongside`` they
    name other rules beside which the norm stands, or a time that its figure holds, and ask for
    nothing ("without prejudice to …"). An event by one of ``unless_by`` needs it not: "attacked by
    Germany, or by Italy supported by Germany".
    """

    kind: ConditionKind
    words: Words
    negated: bool = False
    of_trigger: bool = False
    alongside: bool = False
    unless_by: tuple[str, ...] = ()


class MeansUse(Model):
    """A means, its rank among the means, and the words on which its use depends."""

    means: Means
    words: Words
    rank: Rank = Rank.INCLUDED
    when: Condition | None = None
