"""Sentences that state facts to claims with their truth.

The same sentences give a fact, a reason ("because …") and an open question ("whether …").
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from charter.findings import claims as c
from charter.rules.terms import Act, Author, ConditionKind, Interest, Quality
from charter.scenario.draft import Draft, which_event
from charter.scenario.names import Mistake, plain
from charter.scenario.targets import kind_of, targets_of
from charter.source import Span
from charter.syntax.tree import Node

Fact = tuple[c.Claim, bool]


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which events a fact speaks that names none; with ``one`` it must be a single one."""

    draft: Draft
    labels: tuple[str, ...]
    one: bool = False

    def events(self, node: Node | None, span: Span) -> tuple[str, ...]:
        """The event that the node names, or those of which a fact without a name speaks."""
        if node is not None:
            return (self.draft.event(node).label,)
        if self.one and len(self.labels) != 1:
            raise which_event(self.labels, span)
        return self.labels


Reader = Callable[[Node, Asked], Iterator[c.Claim]]


def facts_of(node: Node, asked: Asked) -> tuple[Fact, ...]:
    """The claims that a sentence makes, with the truth it gives them.

    Of several at once all are stated; where the sentence says ``not``, each is stated false.
    """
    value = not node.has("NOT") and node.form != "nothing_strikes"
    return tuple((claim, value) for claim in READERS[node.form](node, asked))


def _of_event(make: Callable[[str], c.Claim]) -> Reader:
    def read(node: Node, asked: Asked) -> Iterator[c.Claim]:
        return (make(label) for label in asked.events(node.node("event"), node.span))

    return read


def _from_territory(node: Node, asked: Asked) -> Iterator[c.Claim]:
    at_disposal = node.has("FROM_TERRITORY_AT_DISPOSAL")
    quality = Quality.FROM_TERRITORY_AT_DISPOSAL if at_disposal else Quality.FROM_PARTY_TERRITORY
    return _of_event(lambda label: c.HasQuality(label, quality))(node, asked)


def _is_kind(node: Node, asked: Asked) -> Iterator[c.Claim]:
    kind = kind_of(node)
    return _of_event(lambda label: c.IsKind(label, kind))(node, asked)


def _infringes(node: Node, asked: Asked) -> Iterator[c.Claim]:
    victim = asked.draft.names.actor(node.nodes("name")[0])
    for label in asked.events(node.node("event"), node.span):
        for phrase in node.nodes("interests")[0].phrases(*(each.upper() for each in Interest)):
            yield c.Infringes(label, Interest(phrase.name.lower()), victim)


def _strikes(node: Node, asked: Asked) -> Iterator[c.Claim]:
    for label in asked.events(node.node("event"), node.span):
        for each in targets_of(node, asked.draft.names):
            yield c.Strikes(label, each.actor, each.asset)


def _nothing_strikes(node: Node, asked: Asked) -> Iterator[c.Claim]:
    (struck,) = targets_of(node, asked.draft.names)
    for label in asked.draft.events:
        yield c.Strikes(label, struck.actor, struck.asset)


def _authored(node: Node, asked: Asked) -> Iterator[c.Claim]:
    actors = asked.draft.names.each_actor(node.nodes("actors")[0])
    of = node.node("of_event")
    event = of.node("event") if of else node.node("event")
    for label in asked.events(event, node.span):
        yield from (c.AuthorIs(label, actor) for actor in actors)


def _attacker(node: Node, asked: Asked) -> Iterator[c.Claim]:
    of = node.node("of_event")
    names = asked.draft.names
    for label in asked.events(of.node("event") if of else None, node.span):
        named = node.node("name")
        if named:
            yield c.AuthorIs(label, names.actor(named))
            continue
        sort = _author_sort(node)
        yield from (c.AuthorOfSort(label, sort, each.name) for each in names.charters)


def _author_sort(node: Node) -> Author:
    if node.has("A_PARTY"):
        return Author.PARTY
    return Author.STATE if node.has("A_STATE") else Author.NON_STATE


def _is_party(node: Node, asked: Asked) -> Iterator[c.Claim]:
    names = asked.draft.names
    treaty = names.the_treaty(node.node("treaty"), node.span)
    for actor in names.each_actor(node.nodes("actors")[0]):
        yield c.IsParty(actor, treaty)


def _is_bound(node: Node, asked: Asked) -> Iterator[c.Claim]:
    names = asked.draft.names
    treaty = names.the_treaty(node.node("treaty"), node.span)
    for label in asked.events(None, node.span):
        for actor in names.each_actor(node.nodes("actors")[0]):
            yield c.InForce(actor, treaty, label)


def _in_force(node: Node, asked: Asked) -> Iterator[c.Claim]:
    names = asked.draft.names
    bound = node.node("name")
    for label in asked.events(None, node.span):
        for subject in node.nodes("actors")[0].nodes("name"):
            treaty = names.treaty(subject)
            if bound:
                yield c.InForce(names.actor(bound), treaty, label)
            else:
                yield c.EnteredIntoForce(treaty, label)


def _lies(node: Node, asked: Asked) -> Iterator[c.Claim]:
    names = asked.draft.names
    (area_node,) = node.nodes("place")
    area = names.place(area_node)
    for label in asked.events(None, node.span):
        for subject in node.nodes("actors")[0].nodes("name"):
            yield c.Within(label, subject_place(subject, asked.draft), area)


def subject_place(node: Node, draft: Draft) -> str:
    """The place that is the subject of a sentence, which need not have been declared."""
    (phrase,) = node.phrases("NAME")
    name = plain(phrase.text)
    return draft.names.declared.get(name, name)


def _located(node: Node, asked: Asked) -> Iterator[c.Claim]:
    (where,) = node.nodes("in_place")
    area = asked.draft.names.whereabouts(where)
    if area is None:
        help = "name the place, or write `it is not known where …`"
        raise Mistake("C319", "a fact needs a place that is known", where.span, help=help)
    for label in asked.events(node.node("event"), node.span):
        yield c.Within(label, asked.draft.events[label].place, area)


def _requested(node: Node, asked: Asked) -> Iterator[c.Claim]:
    for label in asked.events(None, node.span):
        for actor in asked.draft.names.each_actor(node.nodes("actors")[0]):
            yield c.Met(label, ConditionKind.ON_REQUEST, "", actor)


def _condition(node: Node, asked: Asked) -> Iterator[c.Claim]:
    (quoted,) = node.phrases("QUOTED")
    words = plain(quoted.text.strip('"“”'))
    for label in asked.events(None, node.span):
        yield c.Met(label, ConditionKind.OTHER, words)


def _consented(node: Node, asked: Asked) -> Iterator[c.Claim]:
    names = asked.draft.names
    treaty = names.the_treaty(node.node("treaty"), node.span)
    yield c.Consented(names.actor(node.nodes("name")[0]), treaty)


def _counted(node: Node, asked: Asked) -> Iterator[c.Claim]:
    """What a charter counts an event as, whomever it is done to."""
    for label in asked.events(node.node("event"), node.span):
        for each in asked.draft.names.charters:
            yield c.Counted(label, kind_of(node), None, each.name)


def _done(node: Node, asked: Asked) -> Iterator[c.Claim]:
    names = asked.draft.names
    treaty = names.the_treaty(node.node("treaty"), node.span)
    act = treaty_act_of(node)
    for label in asked.events(None, node.span):
        for actor in names.each_actor(node.nodes("actors")[0]):
            yield c.ActDone(actor, act, treaty, label)


def treaty_act_of(node: Node) -> Act:
    """The act towards a treaty that a verb names."""
    (verb,) = node.nodes("treaty_verb")
    return Act(verb.phrases()[0].name.removeprefix("ACT_").lower())


READERS: dict[str, Reader] = {
    "is_unprovoked": _of_event(lambda label: c.HasQuality(label, Quality.UNPROVOKED)),
    "uses_forces": _of_event(lambda label: c.HasQuality(label, Quality.ARMED_FORCES_USED)),
    "from_territory": _from_territory,
    "is_kind": _is_kind,
    "infringes": _infringes,
    "strikes": _strikes,
    "nothing_strikes": _nothing_strikes,
    "authored": _authored,
    "is_attacker": _authored,
    "attacker": _attacker,
    "attacker_is": _attacker,
    "is_party": _is_party,
    "is_bound": _is_bound,
    "in_force": _in_force,
    "lies": _lies,
    "located": _located,
    "happens": _located,
    "requested": _requested,
    "condition": _condition,
    "words": _condition,
    "is_restored": _of_event(c.Restored),
    "is_over": _of_event(c.IsOver),
    "consented": _consented,
    "counted": _counted,
    "done": _done,
    "undone": _done,
}
