"""The heads of a row of phrases: the modals, frames and finite verbs that make clauses.

A head that a subordinator owns ("if X should …", "provided that Y shall …") makes no clause of its
own; its words stay with the subordinator.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from charter.syntax.phrases import (
    FINITE,
    PHRASES_OF_WHO,
    before_parenthesis,
    divides,
    is_event_verb,
    is_forum,
    is_that,
    last_who,
    name_of,
)
from charter.syntax.tree import Node

HEADS = frozenset({"modal", "frame"})
OWNING = frozenset(
    {
        "IF", "IN_CASE", "WHEN", "UNLESS", "PROVIDED_THAT", "UNTIL", "AFTER", "BEFORE",
        "AS_SOON_AS", "WHICH", "WHERE", "WHILE", "INSOFAR", "IN_ORDER", "IN_MANNER", "EXCEPT",
        "EVEN_IF",
    }
)  # fmt: skip
"""Subordinators that own a finite verb."""

ALSO_PREPOSITIONS = frozenset({"UNTIL", "AFTER", "BEFORE", "EXCEPT", "IN_ORDER"})
"""Those of them that own one only where a phrase of who follows ("until it shall …")."""


INFINITIVE = frozenset(
    {"TO", "OF", "BY", "FROM", "IN_ORDER", "FOR_PURPOSE", "WITHOUT", "LIKELY_TO"}
)
"""Behind these a verb is an infinitive or a gerund."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The places of the heads of a row in order, and the frame that some of them stand within."""

    places: tuple[int, ...]
    frames: dict[int, int]
    """The place of the frame ("declares that") by that of the head within it."""


def heads(row: Sequence[Node]) -> Heads:
    """The heads of a row of phrases; none where no phrase says that anything is or shall be."""
    places = _heads(row)
    if not places:
        head = _finite(row, 0, len(row))
        places = [] if head is None else [head]
    elif (before := _own_clause_before(row, places[0])) is not None:
        places = [before, *places]
    places = _with_inner_verbs(row, places)
    frames = _frames(row, places)
    return Heads(tuple(head for head in places if head not in frames.values()), frames)


def _with_inner_verbs(row: Sequence[Node], heads: Sequence[int]) -> list[int]:
    """The heads, with the finite verb of what is declared where that has no modal."""
    found: list[int] = []
    for number, head in enumerate(heads):
        found.append(head)
        end = heads[number + 1] if number + 1 < len(heads) else len(row)
        alone = number + 1 == len(heads) or divides(row[end - 1])
        if row[head].form == "frame" and alone:
            found.extend(_inner_verbs(row, head + 1, end))
    return found


def _inner_verbs(row: Sequence[Node], start: int, end: int) -> list[int]:
    """The finite verbs of what is declared: the first, and one behind each "and that"."""
    thats = [n for n in range(start + 1, end) if _is_and_that(row, n)]
    bounds = [start, *thats]
    verbs = (_finite(row, at, stop) for at, stop in zip(bounds, [*thats, end], strict=True))
    return [verb for verb in verbs if verb is not None]


def _is_and_that(row: Sequence[Node], at: int) -> bool:
    """Whether a phrase begins with the "that" of a second thing declared ("… and that any …")."""
    phrases = row[at].phrases()
    return row[at - 1].form == "joint" and bool(phrases) and phrases[0].text.lower() == "that"


def _frames(row: Sequence[Node], heads: Sequence[int]) -> dict[int, int]:
    """The frame ("declares that") of each head that stands within one."""
    return {
        head: before
        for before, head in pairwise(heads)
        if row[before].form in ("frame", "verb")
        and row[head].form != "frame"
        and not divides(row[before_parenthesis(row, before, head)])
    }


def _heads(row: Sequence[Node]) -> list[int]:
    """The places of the modals and frames that no subordinator owns."""
    found: list[int] = []
    owed: list[int] = []
    for at, node in enumerate(row):
        if _declares(row, at):
            found.append(at)
        elif node.form == "opener":
            _open(row, at, owed, found)
        elif is_that(node) and at and row[at - 1].form == "event":
            owed.append(at)
        elif node.form in HEADS:
            _meet(row, at, owed, found)
        elif owed and _has_no_verb(row, at):
            owed.pop()
        elif owed and not found and (node.form in FINITE or is_event_verb(row, at)):
            _pay(row, owed, at)
        elif owed and (node.form == "finite" or _is_unknown_verb(row, at)):
            owed.pop()
    return found


AS_VERBS = (["menace"], ["attack"], ["attacks"])
"""Phrases for events that are verbs as well."""


def _is_unknown_verb(row: Sequence[Node], at: int) -> bool:
    """Whether an unread word right behind "which" is its verb ("any State which shares …")."""
    if not at or name_of(row[at - 1]) != "WHICH":
        return False
    if row[at].form == "event":
        return [each.phrases()[0].text.lower() for each in row[at].nodes()] in AS_VERBS
    unread = row[at].form == "unread"
    return unread and row[at].phrases()[0].text.lower().endswith(("s", "ed"))


def _has_no_verb(row: Sequence[Node], at: int) -> bool:
    """Whether a participle right behind a subordinator stands for its verb ("if attacked")."""
    participle = row[at].form == "loose" and name_of(row[at]) == "ATTACKED"
    denounced = name_of(row[at]) in ("DENOUNCE", "EXTENDED") and row[at].phrases()[
        0
    ].text.lower().endswith("ed")
    before = at - 2 if denounced and at and name_of(row[at - 1]) == "NOT" else at - 1
    return (participle or denounced) and before >= 0 and row[before].form == "opener"


def _open(row: Sequence[Node], at: int, owed: list[int], found: list[int]) -> None:
    """A subordinator waits for its verb; "should" is one, or is itself the verb that is awaited."""
    if _owns(row, at):
        owed.append(at)
    elif name_of(row[at]) == "SHOULD":
        if owed:
            owed.pop()
        elif last_who(row, at) is not None and not _is_inverted(row, at):
            found.append(at)


def _is_inverted(row: Sequence[Node], at: int) -> bool:
    """Whether "should" opens a condition: its subject stands behind it ("should it be …")."""
    return at + 1 < len(row) and row[at + 1].form in (*PHRASES_OF_WHO, "loose", "interest", "event")


def _meet(row: Sequence[Node], at: int, owed: list[int], found: list[int]) -> None:
    """A modal or frame is a head, or the verb that the last subordinator waits for."""
    if not owed or _is_told(row, at) or _is_main(row, owed[-1], at):
        found.append(at)
        owed.clear()
    else:
        owed.pop()


def _declares(row: Sequence[Node], at: int) -> bool:
    """Whether a verb declares a clause further on ("declare in the name of … that")."""
    if name_of(row[at]) != "DECLARE" or not at:
        return False
    behind = range(at + 1, min(at + 9, len(row)))
    return any(is_that(row[n]) for n in behind)


def _is_told(row: Sequence[Node], at: int) -> bool:
    """Whether a head makes a statement of its own about what stands before.

    As in "X, which will …" and "X, which, in the exercise of its right, will …".
    """
    opener = at - 1
    if opener > 0 and row[opener].form == "comma":
        commas = (n for n in range(opener - 1, 0, -1) if row[n].form == "comma")
        opener = next(commas, 0) - 1
    return opener > 0 and name_of(row[opener]) == "WHICH" and row[opener - 1].form == "comma"


def _is_wished(row: Sequence[Node], at: int) -> bool:
    """Whether a verb is a noun of a parenthesis ("contrary to the desire of the Parties")."""
    before = at - 1
    while before >= 0 and row[before].form in ("loose", "unread", "joint", "verb"):
        before -= 1
    return before >= 0 and name_of(row[before]) == "NOTWITHSTANDING"


def _pay(row: Sequence[Node], owed: list[int], at: int) -> None:
    """A finite verb in front of the first head is the one that the last subordinator owns."""
    is_infinitive = at and name_of(row[at - 1]) in ("TO", "OF", "BY", "WITHOUT")
    if not is_infinitive and not _is_wished(row, at):
        owed.pop()


def _is_main(row: Sequence[Node], opener: int, head: int) -> bool:
    """Whether a head stands for itself though a subordinator before it still waits for one."""
    if name_of(row[opener]) == "PROVIDED_THAT" and _is_rule(row, opener, head):
        return True
    if name_of(row[opener]) in ("PROVIDED_THAT", "WHICH", "THAT"):
        return False
    subject = last_who(row, head)
    if subject is None or subject - 1 <= opener:
        return False
    before = row[opener + 1 : subject]
    return bool(before) and before[-1].form == "comma" and len(before) > 2


def _is_rule(row: Sequence[Node], opener: int, head: int) -> bool:
    """Whether a proviso behind a semicolon is a rule of its own ("; provided that X shall …")."""
    apart = opener > 0 and any(each.text == ";" for each in row[opener - 1].phrases())
    does = head + 1 < len(row) and row[head + 1].form == "verb"
    return apart and does and name_of(row[head]) in ("MUST", "MUST_NOT", "MAY")


def _finite(row: Sequence[Node], start: int, end: int) -> int | None:
    """The place of the first finite verb that no subordinator owns."""
    owed = 0
    for at in range(start, end):
        if _owns(row, at) or _is_turned(row, at):
            owed += 1
        elif at > start and _is_finite(row, at):
            if not owed:
                return at
            owed -= 1
    return None


def _owns(row: Sequence[Node], at: int) -> bool:
    """Whether a phrase is a subordinator that owns the next finite verb."""
    name = name_of(row[at])
    if is_that(row[at]):
        return not any(_declares(row, before) for before in range(max(0, at - 8), at))
    if row[at].form != "opener" or name not in OWNING:
        return False
    if is_forum(row, at):
        return False
    follows = row[at + 1].form if at + 1 < len(row) else ""
    return name not in ALSO_PREPOSITIONS or follows in PHRASES_OF_WHO


def _is_turned(row: Sequence[Node], at: int) -> bool:
    """Whether "should" in front of its subject opens a condition ("should a Party suffer …")."""
    follows = row[at + 1].form if at + 1 < len(row) else ""
    return name_of(row[at]) == "SHOULD" and follows in PHRASES_OF_WHO


def _is_finite(row: Sequence[Node], at: int) -> bool:
    """Whether a verb is finite by its form and by what stands before it."""
    if _is_helping(row, at):
        return True
    if row[at].form not in FINITE or name_of(row[at - 1]) in INFINITIVE:
        return False
    text = row[at].phrases()[0].text.lower()
    if row[at].form == "finite":
        return text not in ("be", "been") and not text.endswith("ing")
    return not text.split()[0].endswith(("ing", "ed", "en"))


def _is_helping(row: Sequence[Node], at: int) -> bool:
    """Whether a noun for help is the verb between who helps and who is helped."""
    if row[at].form != "term" or name_of(row[at]) != "AID" or at + 1 >= len(row):
        return False
    return row[at - 1].form in PHRASES_OF_WHO and row[at + 1].form in (*PHRASES_OF_WHO, "mutual")


def _own_clause_before(row: Sequence[Node], head: int) -> int | None:
    """The finite verb of a clause of its own in front of the first modal, if there is one.

    It is joined to the modal by "and" ("does not affect, and shall not …").
    """
    if row[0].form == "opener":
        return None
    joints = [at for at in range(head) if name_of(row[at]) == "AND" or _is_but(row[at])]
    if not joints:
        return None
    return _finite(row, 0, joints[-1])


def _is_but(node: Node) -> bool:
    return node.form == "formula" and node.phrases()[0].text.lower() == "but"


def proviso_before(row: Sequence[Node], head: int, following: int) -> int | None:
    """Where a proviso begins that is a rule of its own, between two heads, if one does."""
    openers = (at for at in range(head + 1, following) if name_of(row[at]) == "PROVIDED_THAT")
    return next((at for at in openers if _is_rule(row, at, following)), None)
