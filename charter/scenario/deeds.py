"""Sentences that say what happens to events, acts, performances and endings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from charter.dates import Day
from charter.findings.claims import Consented
from charter.rules.terms import Action
from charter.scenario.days import day_of
from charter.scenario.draft import Draft
from charter.scenario.facts import treaty_act_of
from charter.scenario.labels import default_label
from charter.scenario.model import (
    Actor,
    Ending,
    Event,
    Performance,
    Sort,
    Struck,
    TreatyAct,
)
from charter.scenario.names import Mistake, plain, said_twice
from charter.scenario.origin import origin_of, qualities_of
from charter.scenario.targets import action_of, kind_named, kind_of, means_of, targets_of
from charter.syntax.tree import Node

EVENT_TAILS = frozenset(
    {"label", "in_place", "from_place", "at_disposal", "of_quality", "together"}
)
TAILS: Mapping[str, frozenset[str]] = {
    "act_of_force": EVENT_TAILS | {"from_own"},
    "commission": EVENT_TAILS,
    "occurrence": EVENT_TAILS - {"together"},
    "strife": frozenset({"label", "in_place"}),
    "toleration": frozenset({"label", "in_place", "from_own"}),
    "treaty_act": frozenset({"with_consent"}),
    "performance": frozenset({"with_means", "because_of"}),
    "gift": frozenset({"with_means", "because_of"}),
    "ending": frozenset({"security_restored"}),
}
"""What may be added to a sentence of each form, besides its date."""

ELSEWHERE = "leave it out, or say it as a fact in a sentence of its own"


@dataclass(frozen=True, slots=True)
class Deed:
    """A sentence that says what happens: what is done, when, and what is added to it."""

    done: Node
    day: Day
    tails: Mapping[str, Node]
    whole: Node
    line: int


def take_deed(draft: Draft, node: Node, line: int) -> None:
    """Take in a sentence that says what happens."""
    (done,) = node.nodes(*TAILS)
    deed = Deed(done, _day(node), _tails(node, done), node, line)
    DEEDS[done.form](draft, deed)


def _day(node: Node) -> Day:
    dates = node.nodes("date")
    if not dates:
        help = "begin with `on 2 October 2023,` or `on a date not known,`"
        raise Mistake("C318", "the sentence says of no day when this happens", node.span, help=help)
    if len(dates) > 1:
        help = "keep one of them, or write `between … and …`"
        spans = (each.span for each in dates[:2])
        raise Mistake("C318", "the sentence names two days", *spans, help=help)
    return day_of(dates[0])


def _tails(node: Node, done: Node) -> Mapping[str, Node]:
    found: dict[str, Node] = {}
    is_force = done.form == "act_of_force"
    for tail in node.nodes(*frozenset().union(*TAILS.values())):
        key = tail.phrases()[0].name if tail.form == "of_quality" else tail.form
        if tail.form not in TAILS[done.form] or (key == "WITHOUT_CLEARANCE" and not is_force):
            message = "this cannot be said of what the sentence tells"
            raise Mistake("C319", message, tail.span, help=ELSEWHERE)
        if key in found:
            raise said_twice(found[key].span, tail.span)
        found[key] = tail
    return MappingProxyType(found)


def _act_of_force(draft: Draft, deed: Deed) -> None:
    verb = deed.done.nodes("event_verb")[0].phrases()[0]
    authors = draft.names.authors(deed.done.nodes("actors")[0])
    _check_clearance(verb.name == "DOES_OVERFLIGHT", deed)
    _add_event(draft, deed, kind_named(verb), authors)


def _check_clearance(is_overflight: bool, deed: Deed) -> None:
    """Only what is not cleared is an infringement, and the sentence says so."""
    clearance = deed.tails.get("WITHOUT_CLEARANCE")
    if is_overflight and clearance is None:
        help = "add `without clearance`; a cleared overflight infringes nothing and is left out"
        message = "the overflight is not said to be without clearance"
        raise Mistake("C319", message, deed.done.span, help=help)
    if clearance is not None and not is_overflight:
        message = "only an overflight may be without clearance"
        raise Mistake("C319", message, clearance.span, help="leave it out")


def _commission(draft: Draft, deed: Deed) -> None:
    authors = draft.names.authors(deed.done.nodes("actors")[0])
    _add_event(draft, deed, kind_of(deed.done), authors)


def _occurrence(draft: Draft, deed: Deed) -> None:
    """Somebody brings about all but disasters; in a rebellion it is rebels, named or not."""
    kind = kind_of(deed.done)
    named = deed.done.node("by_authors")
    if named:
        authors = draft.names.authors(named.nodes("actors")[0])
    elif kind == "disaster":
        authors = ()
    else:
        authors = _rebels(draft, deed) if kind == "rebellion" else None
    _add_event(draft, deed, kind, authors)


def _strife(draft: Draft, deed: Deed) -> None:
    """What there is between some is brought about by all of them, and strikes each."""
    (who,) = deed.done.nodes("actors")
    sides = draft.names.each_actor(who)
    if len(sides) < 2:
        help = "name both sides: `between Mali and Niger`"
        raise Mistake("C319", "one side alone is named", who.span, help=help)
    _add_event(draft, deed, kind_of(deed.done), sides, tuple(map(Struck, sides)))


def _rebels(draft: Draft, deed: Deed) -> tuple[str, ...]:
    struck = targets_of(deed.done, draft.names)
    name = f"rebels in {struck[0].actor}"
    draft.names.add(Actor(name, Sort.ARMED_GROUP), name)
    return (name,)


def _toleration(draft: Draft, deed: Deed) -> None:
    """To let armed groups attack from one's territory is one thing, to lend it to a state another.

    Friendly Relations Declaration (GA res. 2625); GA res. 3314 art. 3(f).
    """
    who, whom = deed.done.nodes("actors")
    authors = draft.names.each_actor(who)
    attackers = draft.names.each_actor(whom)
    if "from_own" not in deed.tails:
        message = "it is not said from where the attack is let through"
        raise Mistake("C319", message, deed.done.span, help="add `from its territory`")
    sorts = {draft.names.actors[each].sort is Sort.ARMED_GROUP for each in attackers}
    if len(sorts) > 1:
        help = "write one sentence for the armed groups and one for the others"
        raise Mistake(
            "C323", "armed groups and others are let attack together", whom.span, help=help
        )
    kind = "toleration_of_armed_groups" if sorts == {True} else "lending_of_territory"
    _add_event(draft, deed, kind, authors)


def _add_event(
    draft: Draft,
    deed: Deed,
    kind: str,
    authors: tuple[str, ...] | None,
    sides: tuple[Struck, ...] = (),
) -> None:
    struck = sides or targets_of(deed.done, draft.names)
    both = _together(draft, deed, authors)
    label = _label(draft, deed, kind, struck)
    origin, at_disposal = origin_of(draft, deed.tails, both)
    draft.add_event(
        Event(
            label=label,
            kind=kind,
            day=deed.day,
            authors=both,
            struck=struck,
            place=_place(draft, deed),
            origin=origin,
            qualities=qualities_of(draft, deed.tails, origin, at_disposal=at_disposal),
            line=deed.line,
        ),
        deed.whole.span,
    )


def _together(draft: Draft, deed: Deed, authors: tuple[str, ...] | None) -> tuple[str, ...] | None:
    others = deed.tails.get("together")
    if others is None:
        return authors
    if authors is None:
        message = "an author not known acts together with nobody"
        help = "leave it out, or say who else did it as a fact under Given"
        raise Mistake("C319", message, others.span, help=help)
    return (*authors, *draft.names.each_actor(others.nodes("actors")[0]))


def _label(draft: Draft, deed: Deed, kind: str, struck: tuple[Struck, ...]) -> str:
    given = deed.tails.get("label")
    if given:
        return plain(given.phrases("EVENT")[0].text)
    taken = {key[1] for key in draft.fresh if isinstance(key, tuple)} | draft.events.keys()
    return default_label(kind, struck, taken)


def _place(draft: Draft, deed: Deed) -> str | None:
    where = deed.tails.get("in_place")
    return draft.names.whereabouts(where) if where else None


def _treaty_act(draft: Draft, deed: Deed) -> None:
    names = draft.names
    act = treaty_act_of(deed.done)
    treaty = names.treaty(deed.done.nodes("treaty")[0])
    for party in names.each_actor(deed.done.nodes("actors")[0]):
        draft.act(TreatyAct(party, act, treaty, deed.day, deed.line))
        consent = deed.tails.get("with_consent")
        if consent:
            draft.state(Consented(party, treaty), consent.has("WITH_CONSENT"), consent.span)


def _performance(draft: Draft, deed: Deed) -> None:
    action = action_of(deed.done)
    towards, event = object_of(draft, deed.done)
    _perform(draft, deed, action, towards, event)


def object_of(draft: Draft, node: Node) -> tuple[tuple[str | None, ...], str | None]:
    """To whom an action is done, or nobody in particular, and because of which event, if one."""
    named = node.node("object")
    if named is None:
        return (None,), None
    event = named.node("event")
    if event:
        return (None,), draft.event(event).label
    return draft.names.each_actor(named.nodes("actors")[0]), None


def _gift(draft: Draft, deed: Deed) -> None:
    _, to = deed.done.nodes("actors")
    _perform(draft, deed, Action.ASSIST, draft.names.each_actor(to), None)


def _perform(
    draft: Draft, deed: Deed, action: Action, towards: tuple[str | None, ...], event: str | None
) -> None:
    cause = deed.tails.get("because_of")
    if cause and event:
        help = "name the event once"
        raise Mistake("C319", "two events are named", cause.span, help=help)
    label = draft.event(cause.nodes("event")[0]).label if cause else event
    means = means_of(deed.tails["with_means"]) if "with_means" in deed.tails else ()
    for party in draft.names.each_actor(deed.done.nodes("actors")[0]):
        draft.performances.extend(
            Performance(party, action, each, means, deed.day, label, deed.line) for each in towards
        )


def _ending(draft: Draft, deed: Deed) -> None:
    label = draft.event(deed.done.nodes("event")[0]).label
    restored = "security_restored" in deed.tails
    draft.end(Ending(label, deed.day, restored, deed.line))


DEEDS: Mapping[str, Callable[[Draft, Deed], None]] = {
    "act_of_force": _act_of_force,
    "commission": _commission,
    "occurrence": _occurrence,
    "strife": _strife,
    "toleration": _toleration,
    "treaty_act": _treaty_act,
    "performance": _performance,
    "gift": _gift,
    "ending": _ending,
}
