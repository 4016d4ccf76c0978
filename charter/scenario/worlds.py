"""The sentences of a scenario and of one of its variations to a world."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from charter.dates import UNKNOWN_DAY, by
from charter.diagnostics import Collector
from charter.scenario import register
from charter.scenario.changes import is_change, take_change
from charter.scenario.days import exact_day
from charter.scenario.deeds import take_deed
from charter.scenario.draft import Draft
from charter.scenario.facts import READERS, Asked, facts_of, subject_place
from charter.scenario.model import Membership, Sort, Suspension
from charter.scenario.names import CharterNames, Mistake, Names, plain
from charter.scenario.possible import impossible
from charter.source import Span
from charter.syntax.tree import Node
from charter.truth import Truth

SORTS = {
    "A_STATE": Sort.STATE,
    "AN_ORGANISATION": Sort.ORGANISATION,
    "AN_ARMED_GROUP": Sort.ARMED_GROUP,
    "ANOTHER_ACTOR": Sort.OTHER,
}

LATE_DEEDS = ("performance", "gift", "ending")
"""Deeds that speak of events, and so are taken in when all events are there."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence as it was read; ``block`` is the layout word under which it stands.

    ``words`` are the sentence's own on one line, without a comment that stands between them.
    """

    node: Node
    span: Span
    words: str
    block: str
    line: int


Take = Callable[[Draft, Statement], None]
Layer = tuple[Statement, ...]


def draft_of(
    charters: tuple[CharterNames, ...], layers: tuple[Layer, ...], collector: Collector
) -> Draft:
    """The world that the layers state: the scenario's sentences, then those of a variation.

    In each layer names come first, then what happens, then what changes it, then facts, so that
    the order of sentences is free. Mistakes go to the collector.
    """
    draft = Draft(Names(charters))
    for number, layer in enumerate(layers):
        if number:
            draft.vary()
        known = frozenset(draft.events)
        for takes in PHASES:
            if takes is CHANGES:
                _state_of_new(draft, layers[:number], known)
            for each in layer:
                take = takes.get(_form(each.node))
                if take:
                    _try(take, draft, each, collector)
    for mistake in impossible(draft):
        _note(mistake, collector)
    return draft


def _state_of_new(draft: Draft, layers: tuple[Layer, ...], known: frozenset[str]) -> None:
    """What was stated of every event holds of those that a variation adds as well."""
    new = tuple(label for label in draft.events if label not in known)
    for each in (each for layer in layers for each in layer if new):
        if FACTS.get(_form(each.node)) is _state:
            for claim, value in facts_of(each.node, Asked(draft, new)):
                if getattr(claim, "event", None) in new:
                    draft.facts.setdefault(claim, value)


def _try(take: Take, draft: Draft, each: Statement, collector: Collector) -> None:
    draft.sentence = each.span
    try:
        if take is not _name_places:
            _check_block(each, draft)
        take(draft, each)
    except Mistake as mistake:
        _note(mistake, collector)


def _note(mistake: Mistake, collector: Collector) -> None:
    collector.error(mistake.code, mistake.message, *mistake.spans, help=mistake.help)


def _form(node: Node) -> str:
    """The form by which a sentence is taken in; deeds that wait, and changes, have their own."""
    if node.form == "deed":
        return "late_deed" if node.nodes(*LATE_DEEDS) else "deed"
    return "change" if is_change(node) else node.form


def _check_block(each: Statement, draft: Draft) -> None:
    """What happens stands under When, what is the case under Given; a variation takes both."""
    node = each.node
    if draft.varied:
        return
    if each.block == "When" and node.form != "deed":
        raise Mistake(
            "C317", "this does not happen; it is stated", each.span, help="put it under Given"
        )
    if each.block == "Given" and node.form == "deed" and not node.nodes("treaty_act"):
        raise Mistake("C317", "this is not stated; it happens", each.span, help="put it under When")
    if is_change(node) and not _only_completes(node, draft):
        help = "put it under a Variation, or say it in the sentence that tells what happens"
        raise Mistake("C317", "this changes what is stated before", each.span, help=help)


def _only_completes(node: Node, draft: Draft) -> bool:
    """Whether a change says no more than what was left open."""
    if node.form.startswith("unknown") or (node.form == "undone" and node.nodes("treaty_verb")):
        return True
    if node.form == "happens" and not node.has("NOT"):
        event = draft.event(node.nodes("event")[0])
        return not node.nodes("date") and event.place is None
    return node.form == "attacker" and node.has("KNOWN")


def _declare(draft: Draft, each: Statement) -> None:
    """An actor that the register knows as of another sort is what the scenario says it is."""
    (sort,) = (SORTS[phrase.name] for phrase in each.node.phrases(*SORTS))
    for name in each.node.nodes("actors")[0].nodes("name"):
        (phrase,) = name.phrases("NAME")
        draft.names.declare(plain(phrase.text), sort)


def _name_places(draft: Draft, each: Statement) -> None:
    if each.node.form == "lies" and each.node.has("NOT"):
        return
    for subject in each.node.nodes("actors")[0].nodes("name"):
        name = subject_place(subject, draft)
        known = register.find(name)
        if each.node.form == "lies" and known and name not in draft.names.places:
            # A state that lies somewhere can still act.
            draft.names.add(known, name)
        draft.names.places.setdefault(name, ())


def _place(draft: Draft, each: Statement) -> None:
    if each.node.form == "lies" and each.node.has("NOT"):
        _state(draft, each)
        return
    within = draft.names.place(each.node.nodes("place")[0])
    for subject in each.node.nodes("actors")[0].nodes("name"):
        name = subject_place(subject, draft)
        if within == name:
            help = "name the state or the region that it lies in"
            raise Mistake("C325", f"`{name}` cannot lie in itself", each.span, help=help)
        known = draft.names.places.get(name, ())
        draft.names.places[name] = tuple(dict.fromkeys((*known, within)))


def _membership(draft: Draft, each: Statement) -> None:
    names = draft.names
    organisation = names.actor(each.node.nodes("name")[0])
    since, until = each.node.node("since"), each.node.node("until")
    for member in names.each_actor(each.node.nodes("actors")[0]):
        if each.node.has("NOT"):
            draft.not_members.add((member, organisation))
            continue
        draft.not_members.discard((member, organisation))
        draft.memberships = [
            old
            for old in draft.memberships
            if (old.member, old.organisation) != (member, organisation)
        ]
        draft.memberships.append(
            Membership(
                member,
                organisation,
                exact_day(since) if since else UNKNOWN_DAY,
                exact_day(until) if until else None,
            )
        )


def _suspended(draft: Draft, each: Statement) -> None:
    """A suspension, in the place of one of the same treaty for the same party; or none any more."""
    treaties, *parties = each.node.nodes("actors")
    whose = draft.names.each_actor(parties[0]) if parties else (None,)
    since, until = each.node.node("since"), each.node.node("until")
    begins = exact_day(since) if since else None
    ends = exact_day(until) if until else None
    if begins and ends and by(ends, begins) is Truth.TRUE:
        help = "name the earlier day first"
        raise Mistake("C309", "the suspension ends before it begins", each.span, help=help)
    for key in product(map(draft.names.treaty, treaties.nodes("name")), whose):
        if not each.node.has("NOT"):
            draft.suspensions[key] = Suspension(*key, begins, ends)
        elif draft.suspensions.pop(key, None) is None:
            help = "what is not stated to be suspended is not"
            raise Mistake("C322", "this changes nothing", each.span, help=help)


def _as_of(draft: Draft, each: Statement) -> None:
    draft.as_of = exact_day(each.node)


def _closed(draft: Draft, _each: Statement) -> None:
    draft.closed = True


def _deed(draft: Draft, each: Statement) -> None:
    take_deed(draft, each.node, each.line)


def _change(draft: Draft, each: Statement) -> None:
    take_change(draft, each.node, each.line)


def _state(draft: Draft, each: Statement) -> None:
    for claim, value in facts_of(each.node, Asked(draft, tuple(draft.events))):
        draft.state(claim, value, each.span)


def _phases() -> Iterator[Mapping[str, Take]]:
    yield {"declaration": _declare}
    yield {"place_declaration": _name_places, "lies": _name_places}
    yield {
        "membership": _membership,
        "suspended": _suspended,
        "as_of": _as_of,
        "closed": _closed,
        "deed": _deed,
    }
    yield {"late_deed": _deed}
    yield CHANGES
    yield FACTS


CHANGES: Mapping[str, Take] = {"change": _change}
FACTS: Mapping[str, Take] = {
    "place_declaration": _place,
    **dict.fromkeys(READERS, _state),
    "lies": _place,
}
PHASES = tuple(_phases())
