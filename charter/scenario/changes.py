"""Sentences that let things be otherwise than stated before, as a variation does."""

from collections.abc import Callable, Mapping

from charter.dates import UNKNOWN_DAY
from charter.findings import claims as c
from charter.rules.kinds import ancestors
from charter.rules.terms import Act, Quality
from charter.scenario.days import day_of
from charter.scenario.deeds import object_of
from charter.scenario.draft import Draft
from charter.scenario.facts import Asked, facts_of, subject_place, treaty_act_of
from charter.scenario.model import Event, Struck, TreatyAct
from charter.scenario.names import Mistake, said_twice
from charter.scenario.targets import action_of, kind_of, targets_of
from charter.syntax.tree import Node

Change = Callable[[Draft, Node, int], None]


def is_change(node: Node) -> bool:
    """Whether a sentence changes what happens, rather than stating a fact of it."""
    match node.form:
        case "attacker":
            return node.has("KNOWN") or (node.node("name") is not None and not node.has("NOT"))
        case "happens":
            return not (node.has("NOT") and node.nodes("in_place"))
        case form:
            return form in CHANGES


def take_change(draft: Draft, node: Node, line: int) -> None:
    """Take in a sentence that changes what is stated before."""
    CHANGES[node.form](draft, node, line)


def _happens(draft: Draft, node: Node, _line: int) -> None:
    event = draft.event(node.nodes("event")[0])
    dates, places = node.nodes("date"), node.nodes("in_place")
    if node.has("NOT"):
        if dates:
            message = "it is not said whether it happens on another day, or not at all"
            help = "write `happens on …`, or `does not happen` without a day"
            raise Mistake("C319", message, dates[0].span, help=help)
        draft.remove_event(event.label)
        return
    if not dates and not places:
        help = "add a day or a place, or write `does not happen`"
        raise Mistake("C322", "this changes nothing", node.span, help=help)
    if len(dates) > 1 or len(places) > 1:
        first, second = (dates if len(dates) > 1 else places)[:2]
        raise said_twice(first.span, second.span)
    for each in dates:
        draft.replace_event(event, day=day_of(each))
    for each in places:
        draft.replace_event(draft.events[event.label], place=draft.names.whereabouts(each))


def _of(draft: Draft, node: Node) -> Event:
    of = node.node("of_event")
    return draft.only_event(of.node("event") if of else None, node.span)


def _set_authors(draft: Draft, event: Event, authors: tuple[str, ...] | None) -> None:
    """Let others be the authors; what facts say of authorship or of their sort falls with it."""
    for claim in tuple(draft.facts):
        if isinstance(claim, c.AuthorIs | c.AuthorOfSort) and claim.event == event.label:
            draft.unstate(claim)
    draft.replace_event(event, authors=authors)


def _attacker(draft: Draft, node: Node, _line: int) -> None:
    named = node.node("name")
    if named is None and not node.has("NOT"):
        raise Mistake("C322", "this changes nothing", node.span, help="name the attacker")
    _set_authors(draft, _of(draft, node), (draft.names.actor(named),) if named else None)


def _attackers(draft: Draft, node: Node, _line: int) -> None:
    _set_authors(draft, _of(draft, node), draft.names.each_actor(node.nodes("actors")[0]))


def _victim(draft: Draft, node: Node, _line: int) -> None:
    draft.replace_event(_of(draft, node), struck=targets_of(node, draft.names))


def _becomes(draft: Draft, node: Node, _line: int) -> None:
    draft.replace_event(draft.event(node.nodes("event")[0]), kind=kind_of(node))


def _comes_from(draft: Draft, node: Node, _line: int) -> None:
    event = draft.event(node.nodes("event")[0])
    origin = draft.names.place(node.nodes("place")[0])
    kept = {key: value for key, value in event.qualities.items() if key not in _OF_ORIGIN}
    if origin in draft.names.parties:
        kept[Quality.FROM_PARTY_TERRITORY] = True
    draft.replace_event(event, origin=origin, qualities=kept)


_OF_ORIGIN = frozenset({Quality.FROM_PARTY_TERRITORY, Quality.FROM_TERRITORY_AT_DISPOSAL})


def _undone(draft: Draft, node: Node, _line: int) -> None:
    actors = draft.names.each_actor(node.nodes("actors")[0])
    if node.nodes("action"):
        _unperform(draft, node, actors)
        return
    treaty = draft.names.treaty(node.nodes("treaty")[0])
    for actor in actors:
        draft.acts.pop((actor, treaty_act_of(node), treaty), None)
    for claim, value in facts_of(node, Asked(draft, tuple(draft.events))):
        draft.state(claim, value, node.span)


def _unperform(draft: Draft, node: Node, actors: tuple[str, ...]) -> None:
    action = action_of(node)
    towards, event = object_of(draft, node)
    gone = [
        each
        for each in draft.inherited
        if each.party in actors
        and each.action is action
        and (towards == (None,) or each.towards in towards)
        and event in (None, each.event)
    ]
    if not gone:
        help = "what was not done before need not be undone"
        message = "this changes nothing: it is not stated to be done"
        raise Mistake("C322", message, node.span, help=help)
    draft.performances = [each for each in draft.performances if each not in gone]


def _unknown_author(draft: Draft, node: Node, _line: int) -> None:
    _set_authors(draft, draft.event(node.nodes("event")[0]), None)


def _unknown_day(draft: Draft, node: Node, _line: int) -> None:
    draft.replace_event(draft.event(node.nodes("event")[0]), day=UNKNOWN_DAY)


def _unknown_place(draft: Draft, node: Node, _line: int) -> None:
    draft.replace_event(draft.event(node.nodes("event")[0]), place=None)


def _forget_act(draft: Draft, node: Node, line: int) -> None:
    """Let the day of an act be not known; an accession that may never have been is left out."""
    names = draft.names
    act = treaty_act_of(node)
    treaty = names.the_treaty(node.node("treaty"), node.span)
    for actor in names.each_actor(node.nodes("actors")[0]):
        draft.acts.pop((actor, act, treaty), None)
        if act in (Act.SIGNATURE, Act.RATIFICATION) or node.form == "unknown_act":
            draft.act(TreatyAct(actor, act, treaty, UNKNOWN_DAY, line))


def _unknown_fact(draft: Draft, node: Node, line: int) -> None:
    (inner,) = node.nodes(*_FACT_FORMS)
    for claim, _ in facts_of(inner, Asked(draft, tuple(draft.events))):
        draft.leave_open(claim)
        _forget(draft, claim, node)
    if inner.form == "done":
        _forget_act(draft, inner, line)
    if inner.form == "lies":
        for subject in inner.nodes("actors")[0].nodes("name"):
            _displace(draft, subject, inner)


def _forget(draft: Draft, claim: c.Claim, node: Node) -> None:
    """Let an event itself no longer say what a claim about it would say."""
    match claim:
        case c.HasQuality(label, quality):
            event = draft.events[label]
            kept = {key: value for key, value in event.qualities.items() if key is not quality}
            draft.replace_event(event, qualities=kept)
        case c.AuthorIs(label, actor) if actor in (draft.events[label].authors or ()):
            draft.replace_event(draft.events[label], authors=None)
        case c.IsKind(label, kind) if kind in ancestors(draft.events[label].kind):
            raise _settled(f"`{label}` is stated to be of that kind", node)
        case c.Strikes(label, actor, asset) if Struck(actor, asset) in draft.events[label].struck:
            raise _settled(f"`{label}` is stated to strike it", node)
        case _:
            pass


def _settled(message: str, node: Node) -> Mistake:
    """The mistake of calling a fact open that the event's own sentence settles."""
    help = "say what it is instead: `the raid is an attack instead`, `the victim is Mali`"
    return Mistake("C322", message, node.span, help=help)


def _displace(draft: Draft, subject: Node, node: Node) -> None:
    place = subject_place(subject, draft)
    area = draft.names.place(node.nodes("place")[0])
    within = draft.names.places.get(place, ())
    draft.names.places[place] = tuple(each for each in within if each != area)


_FACT_FORMS = (
    *("is_unprovoked", "uses_forces", "from_territory", "is_kind", "infringes", "strikes"),
    *("nothing_strikes", "authored", "is_attacker", "is_party", "is_bound", "in_force", "lies"),
    *("requested", "condition", "is_restored", "is_over", "consented"),
    *("done", "located", "words"),
)

CHANGES: Mapping[str, Change] = {
    "happens": _happens,
    "attacker": _attacker,
    "attackers": _attackers,
    "victim": _victim,
    "becomes": _becomes,
    "comes_from": _comes_from,
    "undone": _undone,
    "unknown_author": _unknown_author,
    "unknown_day": _unknown_day,
    "unknown_place": _unknown_place,
    "unknown_act": _forget_act,
    "unknown_fact": _unknown_fact,
}
