"""Events told by a verb: "X is attacked", "if X invades Y", "what threatens their security"."""

from collections.abc import Sequence

from charter.elaborate.account import Account
from charter.elaborate.bonds import is_status
from charter.elaborate.objects import assets, interests, target_of
from charter.elaborate.parties import author, is_who, names
from charter.elaborate.places import AREA_PREPOSITIONS, of_area, place_among
from charter.elaborate.tails import is_interest, tail
from charter.rules.pattern import EventPattern, PlaceLimit
from charter.rules.terms import Part, Target
from charter.syntax.phrases import is_that, name_of
from charter.syntax.tree import Node

VERBS_OF_KIND = {
    "ATTACKED": "attack",
    "THREATEN": "threat",
    "ENDANGERED": "danger",
    "INVADED": "invasion",
    "OCCUPIED": "occupation",
    "BLOCKADED": "blockade",
    "BOMBARDED": "bombardment",
    "VIOLATE": "infraction",
    "OVERTHROW": "rebellion",
    "UNDERMINE": "other",
    "ANNEXES": "territorial_change",
    "ATTACKING": "attack",
    "DISTURBED": "event",
    "RISES": "rebellion",
}


def verb_of_kind(row: Sequence[Node], at: int) -> str | None:
    """The kind that a verb stands for ("is attacked", "is threatened")."""
    name = name_of(row[at])
    if is_mobilised(row, at):
        return "mobilisation"
    if is_overrun(row, at):
        return "invasion"
    is_verb = row[at].form == "verb" or (row[at].form == "loose" and name == "ATTACKED")
    return VERBS_OF_KIND.get(name) if is_verb else None


def is_overrun(row: Sequence[Node], at: int) -> bool:
    """Whether a verb is a participle though it has no ending of one ("is overrun")."""
    if name_of(row[at]) != "STRIKE" or row[at].phrases()[0].text.lower() != "overrun":
        return False
    return at > 0 and name_of(row[at - 1]) == "IS"


def is_mobilised(row: Sequence[Node], at: int) -> bool:
    """Whether forces are said to be mobilised, and not that somebody mobilises."""
    said = name_of(row[at]) == "MOBILISE" and row[at].phrases()[0].text.lower().endswith("ed")
    return said and at > 0 and row[at - 1].form == "finite" and name_of(row[at - 1]) == "IS"


def has_subject(row: Sequence[Node], at: int) -> bool:
    """Whether a phrase of who stands in front of a verb, with "should" or adverbs between."""
    before = at - 1
    if is_mobilised(row, at):
        return False
    while before >= 0 and _leads_to_verb(row[before]):
        before -= 1
    return before >= 0 and is_who(row[before])


def _leads_to_verb(node: Node) -> bool:
    """Whether a phrase may stand between a subject and its verb ("should proceed to …")."""
    if node.form in ("formula", "modal", "finite") or name_of(node) in ("SHOULD", "TO"):
        return True
    if node.form == "comma":
        return True
    return name_of(node) == "RESORT" and node.phrases()[0].text.lower() == "proceed to"


def passive(row: Sequence[Node], at: int, kind: str, account: Account) -> EventPattern | None:
    """As in "X is attacked by Y", "the independence of X is threatened"."""
    subject = last_run(row, at, account)
    if subject is None:
        return _own_passive(row, at, kind, account)
    start, end = subject
    whom = [node for node in row[start:end] if is_who(node)]
    first = next((n for n in range(start) if _is_thing(row, n) and account.is_free(row[n])), start)
    where, what = _placed(row, (first, start, end, at), account)
    if kind == "infraction" and not is_status([n for n in what if name_of(n) != "OF"]):
        return None
    between = [node for node in row[start:at] if _is_between(node)]
    account.take(row[at], *what, *row[start:end], *between)
    account.note(Part.TARGET, *what, *row[start:end])
    pattern = EventPattern(
        kinds=(kind,),
        words=account.words(*row[start : at + 1]),
        target=target_of(whom),
        target_names=names(whom),
        interests=interests(what),
        assets=assets(what),
        place=where,
    )
    if kind == "mobilisation":
        pattern = _of_those_mobilised(pattern, whom)
    return tail(row, at + 1, pattern, account).pattern


def _placed(
    row: Sequence[Node], places: tuple[int, int, int, int], account: Account
) -> tuple[PlaceLimit | None, tuple[Node, ...]]:
    """Where what is struck lies, said before or behind whose it is; and the things struck."""
    first, start, end, at = places
    before = next((n for n in range(first, start) if name_of(row[n]) in AREA_PREPOSITIONS), start)
    inside = place_among(row, before, start, account) if before < start else None
    of_region, _ = of_area(row[:at], end, account)
    where = inside or of_region or place_among(row, end, at, account)
    return where, tuple(row[first : before if inside else start])


def _of_those_mobilised(pattern: EventPattern, whom: Sequence[Node]) -> EventPattern:
    """A mobilisation is by those whose forces are mobilised, and not against them."""
    suffers: dict[str, object] = {"target": None, "target_names": (), "assets": ()}
    return pattern.model_copy(
        update=suffers | {"author": author(whom), "author_names": names(whom)}
    )


def _is_between(node: Node) -> bool:
    """Whether a phrase only leads from a subject to its verb ("a Party which has been …")."""
    return node.form in ("finite", "joint") or name_of(node) == "WHICH" or is_that(node)


def _own_passive(row: Sequence[Node], at: int, kind: str, account: Account) -> EventPattern | None:
    """As in "its security is threatened", of a Party that stands outside."""
    first, what = own_things(row, at)
    if not what:
        return _peace_hit(row, at, kind, account)
    account.take(*row[first : at + 1])
    account.note(Part.TARGET, *what)
    pattern = EventPattern(
        kinds=(kind,),
        words=account.words(*row[first : at + 1]),
        target=Target.ONE_OR_MORE_PARTIES,
        interests=interests(what),
        assets=assets(what),
    )
    return tail(row, at + 1, pattern, account).pattern


def _peace_hit(row: Sequence[Node], at: int, kind: str, account: Account) -> EventPattern | None:
    """As in "peace is threatened", "the security of the region is endangered": of nobody."""
    first = next((n for n in range(at) if _is_thing(row, n) or row[n].has("PEACE")), at)
    end = first
    while end < at and (_is_thing(row, end) or row[end].has("PEACE") or row[end].form == "joint"):
        end += 1
    limit, stop = of_area(row, end, account)
    if first == end or any(not _is_before_verb(node) for node in row[stop:at]):
        return None
    if limit is None and not any(node.has("PEACE") for node in row[first:end]):
        return None
    account.take(*row[first : at + 1])
    pattern = EventPattern(kinds=(kind,), words=account.words(*row[first : at + 1]), place=limit)
    return tail(row, at + 1, pattern, account).pattern


def _is_before_verb(node: Node) -> bool:
    return node.form in ("finite", "formula", "modal") or name_of(node) == "SHOULD"


def own_things(row: Sequence[Node], at: int) -> tuple[int, tuple[Node, ...]]:
    """The Parties' "own" interests in front of a verb or an event, and where they begin."""
    begin = at
    while begin and row[begin - 1].form in ("finite", "formula", "preposition"):
        begin -= 1
    first = next((n for n in range(begin) if _is_thing(row, n)), begin)
    what = tuple(row[first:begin])
    plain = all(_is_thing(what, n) or what[n].form == "joint" for n in range(len(what)))
    own = plain and any(node.has("POSSESSIVE") for node in what)
    return first, what if own else ()


def _is_thing(row: Sequence[Node], at: int) -> bool:
    return is_interest(row, at) or row[at].has("NEUTRALITY")


def last_run(row: Sequence[Node], at: int, account: Account) -> tuple[int, int] | None:
    """The last list of phrases of who in front of a place."""
    free = (
        n
        for n in range(at - 1, -1, -1)
        if is_who(row[n]) and account.is_free(row[n]) and not _is_where(row, n)
    )
    last = next(free, None)
    if last is None:
        return None
    start = last
    while (before := _listed_before(row, start, listed=start < last)) is not None:
        start = before
    return start, last + 1


def _is_where(row: Sequence[Node], at: int) -> bool:
    """Whether a name says where something lies ("the possessions of a Party in India")."""
    if at and name_of(row[at - 1]) == "UNDER_RULE_OF":
        return True
    return at > 0 and row[at].form == "names" and name_of(row[at - 1]) == "IN"


def _listed_before(row: Sequence[Node], start: int, *, listed: bool) -> int | None:
    """Where the phrase of who stands that a joint ties to the one at a place, if one does.

    In front of a list that has its joint already, a comma will do ("France, Belgium or Italy").
    """
    if (again := _of_again(row, start)) is not None:
        return again
    joint = row[start - 1] if start else None
    if joint is None or not (joint.form == "joint" or (listed and joint.form == "comma")):
        return None
    at = start - 2
    if at > 0 and joint.form == "joint" and row[at].form == "comma":
        at -= 1
    if at < 0:
        return None
    either = name_of(joint) == "OR" and {row[at].form, row[start].form} <= OUTSIDE
    return at if either or row[at].form == row[start].form else None


def _of_again(row: Sequence[Node], start: int) -> int | None:
    """Where the phrase of who stands that "or of" ties to the one at a place ("of X, or of Y")."""
    at = start - 2
    if at < 2 or name_of(row[start - 1]) != "OF" or row[at].form != "joint":
        return None
    at -= 2 if row[at - 1].form == "comma" else 1
    return at if at > 0 and is_who(row[at]) and name_of(row[at - 1]) == "OF" else None


OUTSIDE = frozenset({"names", "state", "group"})
"""Forms of phrases for those who may be named side by side ("Germany or any other State")."""
