"""What stands behind a verb: means, place, purpose, conditions, notice."""

from dataclasses import dataclass, field, replace

from charter.elaborate import events
from charter.elaborate.context import Context
from charter.elaborate.numbers import period
from charter.rules.model import Number, Words
from charter.rules.pattern import Condition, MeansUse, PlaceLimit
from charter.rules.terms import ConditionKind, DutyKind, Means, Quality, Rank
from charter.syntax.tree import Node

COLLECTIVELY = {
    "INDIVIDUALLY_OR_COLLECTIVELY": DutyKind.INDIVIDUALLY_OR_COLLECTIVELY,
    "JOINTLY": DutyKind.JOINTLY,
    "INDIVIDUALLY": DutyKind.EACH,
}


@dataclass(frozen=True, slots=True)
class Adverbials:
    """The adverbials of one predicate, read."""

    means: tuple[MeansUse, ...] = ()
    duty_kind: DutyKind = DutyKind.EACH
    place: PlaceLimit | None = None
    aim: Words | None = None
    until: Words | None = None
    conditions: tuple[Condition, ...] = ()
    exceptions: tuple[Condition, ...] = ()
    manner: tuple[str, ...] = ()
    origins: tuple[Quality, ...] = field(default=())
    number: Number | None = None
    in_writing: bool = False

    def of_norm(self) -> dict[str, object]:
        """The fields of a norm that the adverbials fill."""
        names = (
            "means",
            "duty_kind",
            "place",
            "aim",
            "until",
            "conditions",
            "exceptions",
            "manner",
        )
        return {name: getattr(self, name) for name in names}

    def qualities(self) -> tuple[Quality, ...]:
        """The qualities that conduct has by its means and origin."""
        armed = any(use.means is Means.ARMED_FORCE for use in self.means)
        return (*((Quality.ARMED_FORCES_USED,) if armed else ()), *self.origins)


def read_adverbials(predicate: Node, context: Context) -> Adverbials:
    """The adverbials of a predicate, in whatever order they stand."""
    found = Adverbials()
    for node in predicate.nodes():
        found = _with(found, node, context)
    return found


def _with(found: Adverbials, node: Node, context: Context) -> Adverbials:
    """What was found so far with one more adverbial; constructs that are none change nothing."""
    match node.form:
        case "including" | "by_means" | "favouring":
            return replace(found, means=(*found.means, *_means(node, context)))
        case "condition":
            return replace(found, conditions=(*found.conditions, _condition(node, context)))
        case "exception":
            return replace(found, exceptions=(*found.exceptions, _condition(node, context)))
        case "notice":
            return _notice(found, node, context)
        case _:
            return _with_limit(found, node, context)


def _with_limit(found: Adverbials, node: Node, context: Context) -> Adverbials:
    match node.form:
        case "collectively":
            return replace(found, duty_kind=COLLECTIVELY[node.phrases()[0].name])
        case "place":
            return replace(found, place=events.place(node, context))
        case "aim":
            return replace(found, aim=context.words(node))
        case "until":
            return replace(found, until=context.words(node))
        case "manner":
            return replace(found, manner=(*found.manner, context.words(node).text.lower()))
        case "origin":
            return replace(found, origins=(*found.origins, _origin(node)))
        case _:
            return found


def _means(node: Node, context: Context) -> tuple[MeansUse, ...]:
    rank = Rank.FAVOURED if node.form == "favouring" else Rank.INCLUDED
    last = node.node("last_resort")
    where = last.node("where") if last else None
    when = _condition(where, context) if where else None
    first = _uses(node, context, rank, None)
    return first + (_uses(last, context, Rank.IF_NECESSARY, when) if last else ())


def _uses(node: Node, context: Context, rank: Rank, when: Condition | None) -> tuple[MeansUse, ...]:
    return tuple(
        MeansUse(
            means=Means(phrase.name.lower()), words=context.words(phrase), rank=rank, when=when
        )
        for means in node.nodes("means")
        for phrase in means.phrases()
    )


def _condition(node: Node, context: Context) -> Condition:
    (opaque,) = node.nodes("opaque")
    return Condition(kind=ConditionKind.OTHER, words=context.words(opaque))


def _origin(node: Node) -> Quality:
    if node.has("FROM_TERRITORY_AT_DISPOSAL"):
        return Quality.FROM_TERRITORY_AT_DISPOSAL
    return Quality.FROM_PARTY_TERRITORY


def _notice(found: Adverbials, node: Node, context: Context) -> Adverbials:
    time = node.node("period")
    if time:
        return replace(found, number=period(time))
    if node.has("IN_WRITING"):
        return replace(found, in_writing=True)
    return replace(found, manner=(*found.manner, context.words(node).text))
