"""What a scenario states, as sentences on a time line."""

from typing import assert_never

from charter.dates import Day
from charter.report import days, phrases
from charter.report.prose import Prose
from charter.rules.kinds import kinds
from charter.rules.terms import Act, Action, Means
from charter.scenario.model import Ending, Event, Performance, Struck, TreatyAct, World

WAYS: dict[str, tuple[str, str]] = {
    "attack": ("launched", "on"),
    "threat": ("made", "against"),
    "rebellion": ("began", "against"),
    "sanctions": ("imposed", "on"),
    "economic_pressure": ("put", "on"),
    "coup": ("carried out", "in"),
    "terrorism": ("committed", "against"),
    "organised_crime": ("engaged in", "against"),
    "overflight": ("made", "of"),
    "border_incursion": ("made", "into"),
    "invasion": ("began", "of"),
    "occupation": ("began", "of"),
    "annexation": ("carried out", "of"),
    "bombardment": ("began", "of"),
    "cyber_operation": ("launched", "against"),
    "disaster": ("caused", "in"),
    "mobilisation": ("began", "against"),
    "blockade": ("began", "against"),
    "infringement": ("committed", "against"),
    "hostile_alliance": ("concluded", "against"),
    "separate_peace": ("concluded", "with"),
    "toleration_of_armed_groups": ("did this:", "against"),
}
"""The verb and preposition that go with a kind of event, taken over by the kinds under it."""

TREATY_ACTS: dict[Act, str] = {
    Act.SIGNATURE: "signed",
    Act.RATIFICATION: "ratified",
    Act.ACCESSION: "acceded to",
    Act.NOTICE_OF_WITHDRAWAL: "gave notice of withdrawal from",
    Act.WITHDRAWAL: "withdrew from",
}

Happening = Event | Performance | Ending | TreatyAct


def timeline(world: World) -> tuple[Happening, ...]:
    """All that happens, by day; what has no known day stands last, in the order stated."""
    stated: tuple[Happening, ...] = (
        *world.acts,
        *world.events,
        *world.performances,
        *world.endings,
    )
    return tuple(sorted(stated, key=lambda each: _when(each.day)))


def _when(on: Day) -> str:
    known = on.earliest or on.latest
    return known.isoformat() if known else "9999"


def happened(happening: Happening, words: Prose) -> str:
    """What happened, without its day and its full stop, in the past tense."""
    match happening:
        case Event():
            return _event(happening)
        case Performance():
            return _performance(happening)
        case Ending(event, _, restored):
            more = ", and what it disturbed was restored" if restored else ""
            return f"{event} ended{more}"
        case TreatyAct(party, act, treaty):
            return f"{party} {TREATY_ACTS[act]} {words.treaty(treaty)}"
        case _:
            assert_never(happening)


def sentence(happening: Happening, words: Prose) -> str:
    """When and what: "On 2 October 2023, ECOWAS launched an armed attack on Niger (the raid)."."""
    on = phrases.capital(days.day(happening.day))
    return f"{on}, {happened(happening, words)}."


def _event(event: Event) -> str:
    verb, preposition = _way(event.kind)
    what = phrases.kind_of_event(event.kind)
    if event.authors and event.authors == tuple(each.actor for each in event.struck):
        sides = phrases.listed(event.authors)
        return f"{what} between {sides} began{_whereabouts(event)} ({event.label})"
    struck = phrases.listed(tuple(map(_struck, event.struck)))
    done = f"{what} {preposition} {struck}" if struck else what
    return f"{_authored(event, verb, done)}{_whereabouts(event)} ({event.label})"


def _authored(event: Event, verb: str, done: str) -> str:
    if event.authors is None:
        return f"there was {done}, by whom is not stated"
    if not event.authors:
        return f"there was {done}"
    return f"{phrases.listed(event.authors)} {verb} {done}"


def _whereabouts(event: Event) -> str:
    """Where it happened and whence it came; a place that is its victim's own adds nothing."""
    victims = {each.actor for each in event.struck}
    where = event.place if event.place not in victims else None
    near = "" if where and where.startswith("near ") else "in "
    place = f", {near}{where}" if where else ""
    return place + (f", from {event.origin}" if event.origin else "")


def _way(kind: str) -> tuple[str, str]:
    """The verb and preposition of the nearest kind upwards that has them."""
    waiting = [kind]
    for name in waiting:
        if name in WAYS:
            return WAYS[name]
        waiting.extend(kinds()[name].parents if name in kinds() else ())
    return ("brought about", "against")


def _struck(struck: Struck) -> str:
    return f"{phrases.ASSETS[struck.asset]} of {struck.actor}" if struck.asset else struck.actor


def _performance(done: Performance) -> str:
    what = _did(done.action, done.towards)
    using = tuple(phrases.MEANS[each] for each in done.means if each is not Means.OTHER)
    return f"{done.party} {what}" + (f", with {phrases.listed(using)}" if using else "")


def _did(action: Action, towards: str | None) -> str:
    if towards is None:
        return f"began to {phrases.DONE[action]}"
    return phrases.PERFORMED[action].format(towards=towards)
