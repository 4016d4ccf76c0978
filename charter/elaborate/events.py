"""Descriptions of events to patterns of events."""

from charter.elaborate.context import Context
from charter.rules.pattern import EventPattern, Interests, PlaceLimit
from charter.rules.terms import Asset, Author, Interest, Needs, Quality, Target
from charter.syntax.tree import Node

TARGETS = {
    "the_parties": Target.ALL_PARTIES,
    "all_parties": Target.ALL_PARTIES,
    "each_party": Target.ONE_OR_MORE_PARTIES,
    "any_party": Target.ONE_OR_MORE_PARTIES,
    "one_or_more_parties": Target.ONE_OR_MORE_PARTIES,
    "a_party": Target.ONE_PARTY,
    "other_parties": Target.OTHER_PARTY,
    "another_party": Target.OTHER_PARTY,
    "one_another": Target.OTHER_PARTY,
    "attacked_party": Target.ONE_PARTY,
    "third_state": Target.THIRD_STATES,
    "any_state": Target.ANY,
    "names": Target.NAMED,
    "other_or_third": Target.OTHER_PARTY_OR_THIRD_STATE,
    "country_of_area": Target.ANY,
}
AUTHORS = {
    "any_state": Author.STATE,
    "third_state": Author.THIRD_STATE,
    "names": Author.NAMED,
    "groups": Author.NON_STATE,
    "a_party": Author.PARTY,
}
SEVERAL_KINDS = {"THREAT_OR_USE_OF_FORCE": ("threat_of_force", "use_of_force")}


def pattern(node: Node, context: Context) -> EventPattern:
    """The pattern of the events that an event phrase speaks of."""
    found = EventPattern(
        kinds=kinds(node),
        words=context.words(node),
        qualities=(Quality.UNPROVOKED,) if node.has("UNPROVOKED") else (),
    )
    return with_parts(found, node, context)


def with_parts(found: EventPattern, node: Node, context: Context) -> EventPattern:
    """The pattern narrowed by what stands behind the event: on whom, by whom, where."""
    for part in node.nodes("event_part"):
        (inner,) = part.nodes()
        match inner.form:
            case "on":
                (hit,) = inner.nodes("object")
                found = struck(found, hit, context)
            case "by_author":
                (author,) = inner.nodes("author")
                found = found.model_copy(update=_author(author))
            case "place":
                found = found.model_copy(update={"place": place(inner, context)})
            case "deployed":
                found = found.model_copy(update={"assets": (*found.assets, Asset.FORCES_ABROAD)})
            case form:
                assert form == "unread", form
    return found


def kinds(node: Node) -> tuple[str, ...]:
    """The kinds of events that a construct names, in order."""
    names = [phrase.name for kind in node.nodes("kind") for phrase in kind.phrases()]
    return tuple(each for name in names for each in SEVERAL_KINDS.get(name, (name.lower(),)))


def struck(found: EventPattern, node: Node, context: Context) -> EventPattern:
    """The pattern with the target, interests and assets that an object names."""
    (target,) = node.nodes("target")
    (whom,) = target.nodes()
    area = next(whom.everywhere("area"), None)
    limit = place_in(area, context) if area else found.place
    return found.model_copy(
        update={
            "target": target_of(whom),
            "target_names": names(whom),
            "interests": _interests(node.node("interests")),
            "assets": (*found.assets, *_assets(node.node("assets"))),
            "place": limit,
        }
    )


def target_of(whom: Node) -> Target:
    """The target that a phrase for parties or states stands for."""
    return TARGETS[form_of(whom)]


def form_of(whom: Node) -> str:
    """The form of a phrase for parties or states, looking through the word "parties"."""
    return whom.nodes()[0].form if whom.form == "parties" else whom.form


def names(whom: Node) -> tuple[str, ...]:
    """The names in a phrase, with single spaces."""
    return tuple(" ".join(phrase.text.split()) for phrase in whom.phrases("NAME"))


def place(node: Node, context: Context) -> PlaceLimit:
    """The limit that a place phrase sets."""
    words = context.words(node)
    return PlaceLimit(text=words.text, words=words, anywhere=node.has("ANYWHERE"))


def place_in(area: Node, context: Context) -> PlaceLimit:
    """The limit to within an area."""
    words = context.words(area)
    return PlaceLimit(text=f"within {words.text}", words=words)


def _author(node: Node) -> dict[str, object]:
    (who,) = node.nodes()
    return {"author": AUTHORS[form_of(who)], "author_names": names(who)}


def _interests(node: Node | None) -> Interests | None:
    if node is None:
        return None
    needs = Needs.ANY if any(joint.has("OR") for joint in node.nodes("joint")) else Needs.ALL
    items = tuple(Interest(phrase.name.lower()) for phrase in node.phrases())
    return Interests(items=items, needs=needs)


def _assets(node: Node | None) -> tuple[Asset, ...]:
    return tuple(Asset(phrase.name.lower()) for phrase in node.phrases()) if node else ()
