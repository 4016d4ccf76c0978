"""Parties and states told apart by what happens to them: "a Party which is the victim of …"."""

from collections.abc import Sequence
from itertools import pairwise

from charter.elaborate import events, tails
from charter.elaborate.account import Account
from charter.elaborate.authors import Tail
from charter.elaborate.objects import assets, interests, struck, target_of
from charter.elaborate.parties import AUTHORS, author, is_who, names, reference
from charter.elaborate.powers import is_fighting
from charter.elaborate.verbal import VERBS_OF_KIND
from charter.rules.pattern import EventPattern
from charter.rules.terms import Author, Target
from charter.syntax.phrases import is_that, name_of
from charter.syntax.tree import Node

SUFFERING = frozenset({"VICTIM"})
DOING = frozenset({"COMMIT", "INVOLVED", "RESORT"})


def described(row: Sequence[Node], account: Account) -> tuple[EventPattern, ...]:
    """The events by which a row describes the parties and states it speaks of, in order."""
    found = (_described(row, at, account) for at, node in enumerate(row) if is_who(node))
    return tuple(each for each in found if each)


def is_victim(row: Sequence[Node]) -> bool:
    """Whether a subject is a party that is said to suffer an event."""
    at = _verb(row, 0)
    suffers = at is not None and _suffers(row[at])
    attacked = [name_of(node) for node in row[1:4]] == ["WHICH", "IS", "ATTACKED"]
    return (suffers or attacked) and reference(row[0]) in VICTIMS


VICTIMS = frozenset({"a_party", "any_party", "the_parties", "another_party", "attacked_party"})


def _verb(row: Sequence[Node], at: int) -> int | None:
    """The place of the verb that describes the phrase of who at a place, if one does."""
    step = at + 1
    while step < len(row) and (
        name_of(row[step]) == "WHICH" or is_that(row[step]) or name_of(row[step]) in ("IS", "HAS")
    ):
        step += 1
    known = step < len(row) and row[step].form == "verb"
    does = known and (_suffers(row[step]) or name_of(row[step]) in DOING)
    return step if does else None


def _suffers(node: Node) -> bool:
    """Whether a verb says that an event befalls its subject ("the Party suffering an attack")."""
    return name_of(node) in SUFFERING or node.phrases()[0].text.lower() == "suffering"


def _described(row: Sequence[Node], at: int, account: Account) -> EventPattern | None:
    if measured := _measured(row, at, account):
        return measured
    if is_fighting(row[at]):
        words = account.words(row[at])
        war = EventPattern(
            kinds=("war",), words=words, author=_doer(row[at]), author_names=names([row[at]])
        )
        return _whole(row, at, tails.tail(row, at + 1, war, account), account)
    if suffered := _suffered(row, at, account) or _attacking(row, at, account):
        return suffered
    verb = _verb(row, at)
    if verb is None or not all(map(account.is_free, row[at + 1 : verb + 1])):
        return None
    begin = verb + 1
    while begin < len(row) and row[begin].form == "preposition":
        begin += 1
    if begin >= len(row) or not events.is_event(row[begin]):
        return None
    account.take(*row[at + 1 : begin])
    pattern = _whole(row, at, events.nominal(row, begin, account), account)
    if _suffers(row[verb]):
        update: dict[str, object] = {
            "target": target_of([row[at]]),
            "target_names": names([row[at]]),
        }
    else:
        update = {"author": _doer(row[at]), "author_names": names([row[at]])}
        if pattern.author is Author.PARTY and pattern.target is None:
            update |= {"target": _opponent(row[begin + 1 :])}
    return pattern.model_copy(update=update)


def _whole(row: Sequence[Node], at: int, read: Tail, account: Account) -> EventPattern:
    """The event in all the words for it, from whoever it describes on."""
    words = account.words(*row[at : read.end])
    return read.pattern.model_copy(update={"words": words})


def _opponent(row: Sequence[Node]) -> Target | None:
    """With whom a war is waged ("engages in armed conflict with the other Party")."""
    with_whom = (whom for by, whom in pairwise(row) if name_of(by) == "WITH" and is_who(whom))
    whom = next(with_whom, None)
    return target_of([whom]) if whom else None


def _suffered(row: Sequence[Node], at: int, account: Account) -> EventPattern | None:
    """As in "a State occupied by …", "a Party whose territory has been invaded"."""
    step = _to_participle(row, at, account)
    kind = _kind_suffered(row, step) if step < len(row) else None
    if kind is None:
        return None
    account.hold(*row[at + 1 : step + 1])
    pattern = EventPattern(
        kinds=(kind,),
        words=account.words(*row[at : step + 1]),
        target=target_of([row[at]]),
        target_names=names([row[at]]),
        assets=assets(row[at + 1 : step]),
        interests=interests(row[at + 1 : step]),
    )
    return _whole(row, at, tails.tail(row, step + 1, pattern, account), account)


def _to_participle(row: Sequence[Node], at: int, account: Account) -> int:
    """Where the participle stands in "whose territory is invaded", "whichever is attacked"."""
    step = at + 1
    names = [name_of(node) for node in row[step : step + 2]]
    if step < len(row) and account.text(row[step]).startswith("whose"):
        step += 1
    elif names == ["WHICH", "IS"]:
        return step + 2
    elif names[:1] == ["IS"] and account.text(row[at]).startswith("whichever"):
        return step + 1
    while step < len(row) and step > at + 1 and row[step].form in ("interest", "asset", "finite"):
        step += 1
    return step


def _kind_suffered(row: Sequence[Node], at: int) -> str | None:
    """The kind of event that a participle says somebody suffers."""
    if row[at].form == "loose" and name_of(row[at]) == "ATTACKED":
        return "attack" if len(row[at].parts) == 1 else None
    kind = VERBS_OF_KIND.get(name_of(row[at])) if row[at].form == "verb" else None
    return None if kind in NOT_SUFFERED else kind


NOT_SUFFERED = ("threat", "infraction", "mobilisation", "other", "rebellion")
"""Kinds that a participle alone does not tell of."""


def _attacking(row: Sequence[Node], at: int, account: Account) -> EventPattern | None:
    """As in "any Power that attacks the other"."""
    relative = at + 3 < len(row) and (name_of(row[at + 1]) == "WHICH" or is_that(row[at + 1]))
    if not relative or not events.is_event(row[at + 2]) or len(row[at + 2].parts) > 1:
        return None
    hit = struck(row, at + 3, account)
    if hit is None:
        return None
    account.take(*row[at + 1 : at + 3])
    pattern = EventPattern(
        kinds=events.kinds(row[at + 2]),
        words=account.words(*row[at : hit.end]),
        author=_doer(row[at]),
        author_names=names([row[at]]),
    )
    return _whole(row, at, tails.tail(row, hit.end, hit.narrow(pattern), account), account)


def _doer(node: Node) -> Author:
    """Who does it: a state that is not said to be a third one limits nothing."""
    return author([node]) if reference(node) in AUTHORS else Author.ANYONE


def _measured(row: Sequence[Node], at: int, account: Account) -> EventPattern | None:
    """As in "any State against which the Council is taking action": measures by an organ."""
    if at + 3 >= len(row) or name_of(row[at + 1]) != "ON" or name_of(row[at + 2]) != "WHICH":
        return None
    by = row[at + 3]
    end = at + 4
    while end < len(row) and row[end].form in ("finite", "verb"):
        end += 1
    if not is_who(by) or end >= len(row) or not row[end].has("MEASURES"):
        return None
    account.take(*row[at + 1 : end + 1])
    return EventPattern(
        kinds=("measures_taken",),
        words=account.words(*row[at + 3 : end + 1]),
        target=Target.ANY if reference(row[at]) == "state" else target_of([row[at]]),
        author=AUTHORS.get(reference(by), Author.ANYONE),
        author_names=names([by]),
    )
