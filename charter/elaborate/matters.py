"""Events told by a noun that alone is none: a conflict in which somebody is, measures taken."""

from collections.abc import Sequence

from charter.elaborate.account import Account
from charter.elaborate.objects import struck
from charter.elaborate.parties import AUTHORS, is_who, names, reference
from charter.elaborate.tails import tail
from charter.rules.pattern import EventPattern
from charter.rules.terms import Author
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def told_by_a_noun(row: Sequence[Node], at: int, account: Account) -> EventPattern | None:
    """The event of a noun that alone is none, with what makes it one."""
    return (
        measures_taken(row, at, account)
        or use_of_force(row, at, account)
        or entry(row, at, account)
        or status_quo(row, at, account)
        or conflict(row, at, account)
        or question(row, at, account)
    )


def use_of_force(row: Sequence[Node], at: int, account: Account) -> EventPattern | None:
    """The use of armed force that strikes somebody ("the use of armed force against one")."""
    if row[at].form != "means" or "use of" not in account.text(row[at]):
        return None
    follows = name_of(row[at + 1]) if at + 1 < len(row) else ""
    if not row[at].has("ARMED_FORCE", "MILITARY") or follows not in ("ON", "BY"):
        return None
    account.take(row[at])
    bare = EventPattern(kinds=("use_of_force",), words=account.words(row[at]))
    return tail(row, at + 1, bare, account).pattern


def entry(row: Sequence[Node], at: int, account: Account) -> EventPattern | None:
    """Troops that come in ("the entry of foreign troops into the territory of a Party")."""
    if not is_entry(row[at]) or at + 1 >= len(row) or name_of(row[at + 1]) not in INWARD:
        return None
    account.take(row[at], row[at + 1])
    bare = EventPattern(kinds=("invasion",), words=account.words(row[at]))
    hit = struck(row, at + 2, account)
    return tail(row, hit.end if hit else at + 2, hit.narrow(bare) if hit else bare, account).pattern


INWARD = frozenset({"INTO", "ON", "IN", "WITHIN"})


def is_entry(node: Node) -> bool:
    """Whether a phrase is of troops of others that enter or land."""
    said = (phrase.text.lower().split() for phrase in node.phrases("TERRITORY_USE"))
    return any(
        words[0] in ("entry", "landing") and {"foreign", "hostile"} & {*words} for words in said
    )


CHANGING = frozenset({"AFFECT", "AMENDED", "DISTURBED"})


def status_quo(row: Sequence[Node], at: int, account: Account) -> EventPattern | None:
    """A change of the status quo, told by a verb ("should the status quo be altered")."""
    if row[at].form != "interest" or not account.text(row[at]).endswith("status quo"):
        return None
    verb = next((n for n in range(at + 1, len(row)) if row[n].form == "verb"), None)
    if verb is None or name_of(row[verb]) not in CHANGING:
        return None
    account.take(row[at], row[verb])
    words = account.words(*row[at : verb + 1])
    bare = EventPattern(kinds=("territorial_change",), words=words)
    return tail(row, verb + 1, bare, account).pattern


def conflict(row: Sequence[Node], at: int, account: Account) -> EventPattern | None:
    """A conflict that somebody is in ("a conflict between one of them and a third Power")."""
    if "conflict" not in account.text(row[at]):
        return None
    bare = EventPattern(kinds=("war",), words=account.words(row[at]))
    read = tail(row, at + 1, bare, account)
    if read.pattern.target is None:
        return None
    account.take(row[at])
    return read.pattern


def question(row: Sequence[Node], at: int, account: Account) -> EventPattern | None:
    """A question that arises between the Parties is a dispute."""
    arises = row[at].has("MATTER") and any(name_of(node) == "OCCUR" for node in row)
    if not arises or not any(name_of(node) == "BETWEEN" for node in row[at:]):
        return None
    bare = EventPattern(kinds=("dispute",), words=account.words(row[at]))
    account.take(row[at])
    return tail(row, at + 1, bare, account).pattern


def measures_taken(row: Sequence[Node], at: int, account: Account) -> EventPattern | None:
    """Measures that somebody takes.

    As in "when the Council has taken the measures", "when measures are adopted by the Council".
    """
    if row[at].form != "term" or not row[at].has("MEASURES"):
        return None
    found = _taken_before(row, at) or _taken_behind(row, at)
    if found is None:
        return None
    subject, told = found
    account.take(row[at], *told, *_aim(row, at + 1))
    return EventPattern(
        kinds=("measures_taken",),
        words=account.words(row[at]),
        author=AUTHORS.get(reference(subject), Author.ANYONE),
        author_names=names([subject]),
    )


def _taken_before(row: Sequence[Node], at: int) -> tuple[Node, Sequence[Node]] | None:
    """Who takes the measures, and the words for it: "the Council has taken the measures"."""
    verbs = [node for node in row[:at] if node.form in ("finite", "verb")]
    subject = next((node for node in row[:at] if is_who(node)), None)
    if subject is None or not any(_takes(node) for node in verbs):
        return None
    told = at + 1 < len(row) and name_of(row[at + 1]) == "WHICH"
    if told and not any(name_of(node) == "TAKE" for node in verbs):
        return None
    return subject, (subject, *verbs)


def _taken_behind(row: Sequence[Node], at: int) -> tuple[Node, Sequence[Node]] | None:
    """As in "measures have been taken by the Council"."""
    by = next((n for n in range(at + 1, len(row) - 1) if name_of(row[n]) == "BY"), None)
    if by is None or not is_who(row[by + 1]) or any(row[n].form == "event" for n in range(at)):
        return None
    verbs = row[at + 1 : by]
    told = all(node.form in ("finite", "verb", "formula") for node in verbs)
    if not told or not any(_takes(node) for node in verbs):
        return None
    return row[by + 1], row[at + 1 : by + 2]


def _takes(node: Node) -> bool:
    text = node.phrases()[0].text.lower() if node.form == "verb" and node.phrases() else ""
    return name_of(node) in ("TAKE", "ADOPTED") or text.startswith("adopt")


def _aim(row: Sequence[Node], at: int) -> Sequence[Node]:
    """What the measures are for ("necessary to restore and maintain international peace")."""
    begin = at
    while begin < len(row) and row[begin].form == "formula":
        begin += 1
    aims = begin + 1 < len(row) and name_of(row[begin]) in ("TO", "FOR")
    if not aims or name_of(row[begin + 1]) not in ("AIM_VERB", "OBSERVE"):
        return ()
    end = begin + 1
    while end < len(row) and _is_aimed(row[end]):
        end += 1
    return row[at:end]


def _is_aimed(node: Node) -> bool:
    of_peace = node.form == "interest" or node.has("PEACE") or node.form == "joint"
    return of_peace or name_of(node) in ("AIM_VERB", "OBSERVE")
