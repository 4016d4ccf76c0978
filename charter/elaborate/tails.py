"""What stands behind the name of an event: on whom, by whom, where, between whom."""

from collections.abc import Sequence

from charter.elaborate import authors
from charter.elaborate.account import Account
from charter.elaborate.authors import MOVING, Tail
from charter.elaborate.bonds import as_breach, is_status, treaty_at
from charter.elaborate.links import impairs, led_on, which_may_arise
from charter.elaborate.objects import (
    assets,
    borne,
    interests,
    is_of_a_region,
    struck,
    target_of,
)
from charter.elaborate.parties import is_who, names, reference
from charter.elaborate.places import (
    AREA_PREPOSITIONS,
    anywhere,
    on_land,
    or_else,
    place_at,
    place_named,
)
from charter.rules.pattern import EventPattern, PlaceLimit
from charter.rules.terms import Asset, Target
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def tail(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail:
    """The pattern narrowed by what follows the event: on whom, by whom, where."""
    while at < len(row):
        if led := led_on(row, at):
            account.take(*row[at:led])
            at = led
            continue
        if skipped := which_may_arise(row, at):
            account.take(*row[at : at + skipped])
            at += skipped
            continue
        joins = row[at].form in ("comma", "joint")
        step = at + 1 if joins and at + 1 < len(row) else at
        while joins and step + 1 < len(row) and row[step].form in ("joint", "comma"):
            step += 1
        if joins and row[step].form == "formula" and (led := led_on(row, step)):
            account.take(*row[at:led])
            at = led
            continue
        found = _part(row, step, pattern, account, is_joined=joins)
        if found is None:
            break
        account.take(*row[at:step])
        pattern, at = found.pattern, found.end
    return Tail(pattern, at)


def _part(
    row: Sequence[Node], at: int, pattern: EventPattern, account: Account, *, is_joined: bool
) -> Tail | None:
    """One part of an event's tail, if one begins here."""
    name = name_of(row[at])
    if name in ("BY", "WITH", "FROM"):
        return authors.by_whom(row, at, pattern, account, is_joined=is_joined)
    if name == "BETWEEN":
        return authors.between(row, at, pattern, account)
    if name == "FORCES_DEPLOYED":
        return _deployed(row, at, pattern, account)
    if name in ("IN", "WITHIN", "ON") and (begun := _within(row, at, pattern, account)):
        return begun
    if where := _where(row, at, account):
        place = or_else(pattern.place, where[0]) if is_joined else where[0]
        return Tail(pattern.model_copy(update={"place": place}), where[1])
    if name in AREA_PREPOSITIONS:
        return None
    if name == "SITUATED":
        return _situated(row, at, pattern, account)
    if name == "OCCUR":
        account.take(row[at])
        return Tail(pattern, at + 1)
    opens = name == "DIRECTED" and pattern.target is None and not pattern.assets
    if is_joined and not opens and (name != "ON" or _other_sort(row, at, pattern)):
        return None
    return _on(row, at, pattern, account)


def _where(row: Sequence[Node], at: int, account: Account) -> tuple[PlaceLimit, int] | None:
    """Where an event lies, if that is said at a place, and where the words for it end."""
    if name_of(row[at]) == "IN_ANY_PLACE":
        return anywhere(row[at], account), at + 1
    if name_of(row[at]) in AREA_PREPOSITIONS:
        return place_at(row, at, account) or place_named(row, at, account)
    return on_land(row, at, account)


def _situated(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail | None:
    """As in "a Party situated in Europe": where whoever is struck lies."""
    follows = at + 1 < len(row) and name_of(row[at + 1]) in AREA_PREPOSITIONS
    where = place_at(row, at + 1, account) if follows and pattern.target else None
    if where is None:
        return None
    account.take(row[at])
    return Tail(pattern.model_copy(update={"situated": where[0]}), where[1])


def _within(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail | None:
    """As in "a rebellion in the territory of a Party", "a war in which X is engaged with Y"."""
    if at + 1 < len(row) and name_of(row[at + 1]) == "WHICH":
        return _engaged(row, at, pattern, account)
    if pattern.target is not None or not _is_inside(row, at, pattern):
        return None
    hit = struck(row, at + 1, account)
    return Tail(hit.narrow(pattern).model_copy(update={"assets": ()}), hit.end) if hit else None


INSIDE = frozenset({"rebellion", "coup", "disaster", "other"})
"""Kinds of events that befall the state in which they happen."""


def _is_inside(row: Sequence[Node], at: int, pattern: EventPattern) -> bool:
    """Whether an event is within a state, as a rebellion is, or on the soil of one Party."""
    ahead = row[at + 1 : at + 4]
    soil = bool(ahead) and ahead[0].form == "asset" and ahead[0].has("TERRITORY")
    within = not INSIDE.isdisjoint(pattern.kinds) and name_of(row[at]) != "ON"
    if not within and not soil:
        return False
    party = next((node for node in ahead if node.form in ("party", "names", "pronoun")), None)
    american = soil and any(is_of_a_region(node) for node in ahead)
    return american or (party is not None and reference(party) in INNER)


INNER = frozenset({"a_party", "any_party", "another_party", "names", "any_of_the_parties"})


def _engaged(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail | None:
    who_at = at + 2
    end = who_at + 1
    while end < len(row) and row[end].form in ("modal", "finite"):
        end += 1
    if end >= len(row) or not is_who(row[who_at]) or name_of(row[end]) != "INVOLVED":
        return None
    account.take(*row[at : end + 1])
    update = {"target": target_of([row[who_at]]), "target_names": names([row[who_at]])}
    return Tail(pattern.model_copy(update=update), end + 1)


def _other_sort(row: Sequence[Node], at: int, pattern: EventPattern) -> bool:
    """Whether "or on …" goes on from a state's territory to its forces, or back."""
    if pattern.target is None and not pattern.assets:
        return False
    on_forces = bool(MOVING & set(pattern.assets))
    ahead = [node for node in row[at + 1 : at + 4] if node.form == "asset"]
    return bool(ahead) and bool(MOVING & set(assets(ahead[:1]))) != on_forces


def _on(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail | None:
    """Whom or what the event is directed against."""
    name = name_of(row[at])
    if name not in ("ON", "TO", "INTO", "BEFALLS", "OF", "FOR", "DIRECTED") and not impairs(
        row[at]
    ):
        return None
    if pattern.kinds == ("mobilisation",) and name == "OF":
        return authors.of_forces(row, at, pattern, account)
    special = _on_treaty(row, at, pattern, account) or _on_outsider(row, at, pattern, account)
    if special:
        return special
    violated = bool({"infringement", "infraction"} & set(pattern.kinds))
    if at + 1 < len(row) and is_who(row[at + 1]) and row[at + 1].form not in ("group", "organ"):
        violated = violated or bool(SUFFERED & set(pattern.kinds))
    if name == "OF" and not violated and not is_interest(row, at + 1):
        return authors.of_whom(row, at, pattern, account)
    return _on_what(row, at, pattern, account)


SUFFERED = frozenset({"invasion", "occupation", "annexation", "bombardment", "blockade"})
"""Kinds of events that are "of" what they strike ("an invasion of Portugal")."""


def _on_treaty(
    row: Sequence[Node], at: int, pattern: EventPattern, account: Account
) -> Tail | None:
    """As in "a breach of this Treaty", "a violation of Article 2"."""
    end = treaty_at(row, at + 1)
    if not end:
        return None
    violated = "infringement" in pattern.kinds and name_of(row[at]) == "OF"
    if "infraction" not in pattern.kinds and not violated:
        return None
    account.hold(*row[at:end])
    return Tail(pattern.model_copy(update={"kinds": as_breach(pattern.kinds)}), end)


def _on_what(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail | None:
    """The peace, the interests or the states that an event bears on."""
    if peace := _to_peace(row, at, pattern, account):
        return peace
    if name_of(row[at]) == "FOR" and pattern.kinds[0] not in BEARING:
        return None
    hit = struck(row, at + 1, account)
    if hit is None:
        return _on_one(row, at, pattern, account)
    account.take(row[at])
    # A violation of a status breaks what is guaranteed; an infringement on it is the wider event.
    if is_status(hit.what) and name_of(row[at]) == "OF":
        pattern = pattern.model_copy(update={"kinds": as_breach(pattern.kinds)})
    return Tail(hit.narrow(pattern), hit.end)


def _to_peace(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail | None:
    """As in "a threat to the peace and security of a Party": of nobody, where none is named."""
    bears = pattern.kinds[0] in BEARING and name_of(row[at]) in ("TO", "ON", "OF", "FOR")
    hit = borne(row, at + 1) if bears else None
    if hit is None or not any(node.has("PEACE", "NEUTRALITY") for node in hit.what):
        return None
    account.take(*row[at : hit.end])
    update: dict[str, object] = {"interests": interests(hit.what) or pattern.interests}
    update["kinds"] = as_breach(pattern.kinds)
    if hit.whom and pattern.target is None:
        update |= {"target": target_of(hit.whom), "target_names": names(hit.whom)}
    elif hit.is_own and pattern.target is None:
        update["target"] = Target.ONE_OR_MORE_PARTIES
    return Tail(pattern.model_copy(update=update), hit.end)


BEARING = frozenset({"threat", "danger", "infringement", "infraction"})
"""Kinds of events that bear on peace or on a status."""


def _on_outsider(
    row: Sequence[Node], at: int, pattern: EventPattern, account: Account
) -> Tail | None:
    """As in "war against a third Power": a war with it."""
    is_war = pattern.kinds == ("war",) and name_of(row[at]) == "ON" and at + 1 < len(row)
    if not is_war or not is_who(row[at + 1]) or reference(row[at + 1]) != "third_state":
        return None
    return authors.by_whom(row, at, pattern, account, is_joined=False)


def _on_one(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail | None:
    """As in "An attack on one": on any one of the Parties."""
    if at + 1 >= len(row) or row[at + 1].form != "loose" or account.text(row[at + 1]) != "one":
        return None
    account.take(row[at], row[at + 1])
    return Tail(pattern.model_copy(update={"target": Target.ONE_PARTY}), at + 2)


def is_interest(row: Sequence[Node], at: int) -> bool:
    """Whether an interest or a part of a state is named at a place."""
    return at < len(row) and row[at].form in ("interest", "asset")


def _deployed(row: Sequence[Node], at: int, pattern: EventPattern, account: Account) -> Tail:
    """As in "Including forces deployed outside the area": forces abroad count as well."""
    end = at + 1
    while end < len(row) and row[end].form in ("formula", "preposition", "area", "loose"):
        end += 1
    account.take(*row[at:end])
    update = {"assets": (*pattern.assets, Asset.FORCES_ABROAD)}
    return Tail(pattern.model_copy(update=update), end)
