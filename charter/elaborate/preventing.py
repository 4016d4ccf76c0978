"""What a duty combats or prevents: terrorism, rebellion, armed bands, the use of a territory."""

from collections.abc import Callable, Sequence

from charter.elaborate import events, tails
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.doing import Done, other
from charter.elaborate.objects import target_of
from charter.elaborate.parties import is_who
from charter.elaborate.territories import deny_own_territory, is_own_territory
from charter.rules.pattern import EventPattern
from charter.rules.terms import Action, Author
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def _combat(work: Clausework, act: Act) -> Done:
    found = listed_events(work, act.nodes)
    return Done(_against({kind for each in found for kind in each.kinds}), triggers=found)


def put_down(work: Clausework, act: Act) -> Done | None:
    """What is put down with somebody's help ("assist in the suppression of a revolt")."""
    at = next((n for n, node in enumerate(act.nodes) if name_of(node) == "COMBAT"), None)
    if at is None or work.qualifiers.triggers:
        return None
    found = listed_events(work, act.nodes[at + 1 :])
    if not found:
        return None
    work.account.take(act.nodes[at])
    terror = any({"terrorism", "organised_crime"} & set(each.kinds) for each in found)
    action = Action.COMBAT_TERRORISM if terror else Action.ASSIST
    return Done(action, triggers=found)


def _against(kinds: set[str]) -> Action:
    """The action that fights events of some kinds."""
    if kinds & {"terrorism", "organised_crime"}:
        return Action.COMBAT_TERRORISM
    return Action.PREVENT_OR_SETTLE_REBELLION if "rebellion" in kinds else Action.OTHER


def listed_events(work: Clausework, row: Sequence[Node]) -> tuple[EventPattern, ...]:
    """The events listed behind a verb; a place at the end limits every item of the list."""
    found: list[EventPattern] = []
    for at, node in enumerate(row):
        if events.is_event(node) and work.account.is_free(node):
            work.account.take(node)
            pattern = EventPattern(kinds=events.kinds(node), words=work.account.words(node))
            found.append(tails.tail(row, at + 1, pattern, work.account).pattern)
    where = next((each.place for each in reversed(found) if each.place), work.adverbials.place)
    return tuple(each if each.place else each.model_copy(update={"place": where}) for each in found)


def _prevent(work: Clausework, act: Act) -> Done:
    if is_own_territory(act) and not _is_of_bands(act):
        return deny_own_territory(work, act)
    bands = _of_bands(work, act) if _is_of_bands(act) else None
    pattern = bands or events.find(act.nodes, work.account)
    if pattern is None:
        return other(work, act)
    threat = pattern.kinds == ("threat",)
    action = Action.PREVENT_OR_SETTLE_REBELLION if threat else _against(set(pattern.kinds))
    return Done(action, triggers=(pattern,))


def _is_of_bands(act: Act) -> bool:
    """Whether armed bands are what is prevented, and not the use of a territory."""
    groups = any(node.form == "group" for node in act.nodes)
    return groups and not act.has("TERRITORY_USE") and act.nodes[0].form != "asset"


def _of_bands(work: Clausework, act: Act) -> EventPattern | None:
    """What armed bands do, by their name ("prevent the formation of armed bands")."""
    group = next((node for node in act.nodes if node.form == "group"), None)
    if group is None:
        return None
    work.account.take(*(node for node in act.nodes if node.form in ("group", "term")))
    kind = "terrorism" if "terror" in work.account.text(group) else "rebellion"
    after = [node for node in act.nodes if is_who(node) and node is not group]
    work.account.take(*after[:1])
    return EventPattern(
        kinds=(kind,),
        words=work.account.words(group),
        author=Author.NON_STATE,
        target=target_of(after[:1]) if after else None,
    )


READERS: dict[str, Callable[[Clausework, Act], Done]] = {
    "COMBAT": _combat,
    "PREVENT": _prevent,
}
