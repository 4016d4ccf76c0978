"""What an event strikes: whom, which of their interests, which part of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from charter.elaborate.account import Account
from charter.elaborate.parties import TARGETS, is_who, listed, names, reference
from charter.elaborate.places import of_area
from charter.rules.pattern import EventPattern, Interests, PlaceLimit
from charter.rules.terms import Asset, Interest, Needs, Part, Target
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

INTERESTS = frozenset(each.name for each in Interest)
ASSETS = frozenset(each.name for each in Asset)
OF_A_REGION = frozenset(
    {
        "european", "american", "asian", "african", "arab", "balkan", "asiatic", "baltic",
        "danubian", "scandinavian", "nordic",
    }
)  # fmt: skip
JOINTS = ("joint", "comma")


@dataclass(frozen=True, slots=True)
class Struck:
    """What is struck, and where in the row its words end."""

    what: tuple[Node, ...]
    whom: tuple[Node, ...]
    end: int
    limit: PlaceLimit | None = None
    is_own: bool = False
    """Whether they are the Parties' "own", in words that name nobody."""

    def narrow(self, pattern: EventPattern) -> EventPattern:
        """The pattern with the target, interests and parts of a state that are struck."""
        update: dict[str, object] = {"place": self.limit or pattern.place}
        if self.whom and pattern.target is None:
            update |= {"target": target_of(self.whom), "target_names": names(self.whom)}
        elif (
            self.is_own
            and pattern.target is None
            and not (interests(self.what) or assets(self.what))
        ):
            update["target"] = Target.ONE_OR_MORE_PARTIES
        update["interests"] = interests(self.what) or pattern.interests
        update["assets"] = (*pattern.assets, *assets(self.what))
        return pattern.model_copy(update=update)


def struck(row: Sequence[Node], start: int, account: Account) -> Struck | None:
    """What the words from a place on say is struck; takes them.

    Interests and parts belong to somebody ("the ships of a Party", "its forces").
    """
    what, at = _things(row, start)
    if what:
        if at < len(row) and name_of(row[at]) == "OF" and at + 1 < len(row) and is_who(row[at + 1]):
            at += 1
        elif at < len(row) and name_of(row[at]) == "JURISDICTION":
            account.take(*row[start : at + 1])
            return Struck(what, (), at + 1)
        elif any(node.has("POSSESSIVE") for node in what):
            account.take(*row[start:at])
            account.note(Part.TARGET, *row[start:at])
            return Struck(what, (), at, is_own=True)
        else:
            return None
    if at >= len(row) or not is_who(row[at]):
        return None
    end = _whose(row, at)
    account.take(*row[start:end])
    account.note(Part.TARGET, *row[start:end])
    limit, stop = of_area(row, end, account)
    if is_of_a_region(row[at]):
        words = account.words(row[at])
        limit = limit or PlaceLimit(text=words.text, words=words)
    whom = tuple(node for node in row[at:end] if is_who(node))
    return Struck(what, whom, stop, limit)


def _whose(row: Sequence[Node], at: int) -> int:
    """Where the phrases of who that begin at a place end: a list, or "another or a third"."""
    end = listed(row, at)
    while end + 1 < len(row) and name_of(row[end]) == "OR" and is_who(row[end + 1]):
        end += 2
    return end


def is_of_a_region(node: Node) -> bool:
    """Whether a state is said to be of a part of the world ("an American State")."""
    said = (word for phrase in node.phrases() for word in phrase.text.lower().split())
    words = {word.removeprefix("non-") for word in said}
    return node.form == "state" and bool(words & OF_A_REGION)


def owned(pattern: EventPattern) -> EventPattern:
    """The event with the Parties as those whose "own" territory or forces it strikes."""
    if pattern.target is None and (pattern.assets or pattern.interests):
        return pattern.model_copy(update={"target": Target.ONE_OR_MORE_PARTIES})
    return pattern


def target_of(whom: Sequence[Node]) -> Target:
    """The target that phrases of who stand for."""
    said = {reference(node) for node in whom}
    if "another_party" in said and said & {"third_state", "state"}:
        return Target.OTHER_PARTY_OR_THIRD_STATE
    return TARGETS.get(reference(whom[0]), Target.ANY)


def _things(row: Sequence[Node], start: int) -> tuple[tuple[Node, ...], int]:
    """The interests and parts of a state listed from a place, and where the list ends."""
    at = end = start
    while at < len(row):
        if row[at].form in ("interest", "asset"):
            end = at + 1
        elif not (row[at].form in JOINTS or _is_between(row, at)) or end == start:
            break
        at += 1
    return tuple(row[start:end]), end


def _is_between(row: Sequence[Node], at: int) -> bool:
    """Whether "of" only leads from one interest to another ("the inviolability of its borders")."""
    follows = row[at + 1] if at + 1 < len(row) else None
    return (
        name_of(row[at]) == "OF" and follows is not None and follows.form in ("interest", "asset")
    )


@dataclass(frozen=True, slots=True)
class Borne:
    """The interests that something bears on, peace among them, whose they are, where that ends."""

    what: tuple[Node, ...]
    whom: tuple[Node, ...]
    end: int

    @property
    def is_own(self) -> bool:
        """Whether they are the Parties' "own" by their words, or the interests of no other."""
        said = any(node.has("POSSESSIVE") for node in self.what)
        return not self.whom and (said or not any(node.has("PEACE") for node in self.what))


def borne(row: Sequence[Node], start: int) -> Borne | None:
    """What a threat or a danger bears on: "the peace or security of one of the Parties"."""
    at = end = start
    while at < len(row):
        if row[at].form in ("interest", "asset") or row[at].has("PEACE", "NEUTRALITY"):
            end = at + 1
        elif row[at].form not in JOINTS or end == start:
            break
        at += 1
    what = tuple(row[start:end])
    if what and (end + 1 >= len(row) or name_of(row[end]) != "OF" or not is_who(row[end + 1])):
        return Borne(what, (), end)
    first = end + 1 if what else start
    if first >= len(row) or not is_who(row[first]) or is_of_a_region(row[first]):
        return None
    if not what and row[first].has("PARTY") and first + 2 < len(row):
        of_whom = name_of(row[first + 1]) == "OF" and is_who(row[first + 2])
        first += 2 if of_whom else 0
    stop = _whose(row, first)
    return Borne(what, tuple(node for node in row[first:stop] if is_who(node)), stop)


def interests(what: Sequence[Node]) -> Interests | None:
    """The interests among some phrases, and whether "or" joins them."""
    items = [node.phrases()[-1].name for node in what if node.form == "interest"]
    known = tuple(dict.fromkeys(Interest(name.lower()) for name in items if name in INTERESTS))
    needs = Needs.ANY if any(name_of(node) == "OR" for node in what) else Needs.ALL
    return Interests(items=known, needs=needs) if known else None


def assets(what: Sequence[Node]) -> tuple[Asset, ...]:
    """The parts of a state that some phrases name."""
    found = [node.phrases()[-1].name for node in what if node.form == "asset"]
    return tuple(Asset(name.lower()) for name in found if name in ASSETS)
