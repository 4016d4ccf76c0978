"""A row of phrases as what each subordinator governs, and the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from charter.syntax.phrases import PHRASES_OF_WHO, is_forum, name_of, names_who
from charter.syntax.tree import Node

PHRASAL = frozenset(
    {
        "WITHOUT_PREJUDICE", "SUBJECT_TO", "ACCORDING", "FOR_PURPOSE", "IN_ORDER",
        "EXERCISING", "REGARDING", "ABSENT", "WITHOUT", "NOTWITHSTANDING", "EXCEPT", "WHETHER",
        "INSOFAR", "EVEN_IF",
    }
)  # fmt: skip
"""Subordinators of a phrase, which ends at a comma; the others open a clause."""


STAYING = frozenset({"WHICH", "WHERE", "INCLUDING", "FAVOURING", "TOWARDS", "SHOULD", "LIKELY_TO"})
"""Those that belong to what stands before them, and open nothing inside a body."""


OF_TIME = frozenset({"AFTER", "BEFORE"})
PARENTHETICAL = frozenset({"NOTWITHSTANDING", "WITHOUT"})
"""Those that may stand between a conjunction and its clause ("if, without provocation, X is")."""


@dataclass(frozen=True, slots=True)
class Subordinate:
    """The phrases that one subordinator governs; without one, those of the clause itself."""

    opener: Node | None
    nodes: tuple[Node, ...]

    @property
    def name(self) -> str:
        """The name of the subordinator."""
        return name_of(self.opener) if self.opener else ""


def split(row: Sequence[Node], *, is_lead: bool) -> tuple[Subordinate, ...]:
    """A row as the phrases of the clause itself and those of each of its subordinators.

    A subordinator of a phrase governs up to a comma; what follows belongs to the clause around it.
    """
    own: list[Node] = []
    found: list[tuple[Node, list[Node]]] = []
    current = own
    at = 0
    while at < len(row):
        node = row[at]
        waits = current is not own and all(each.form == "comma" for each in current)
        waits = waits and name_of(node) not in PARENTHETICAL
        if current is not own and _goes_on(row, at) and _is_closed(found[-1]):
            current = own
        if waits or not _opens(row, at, is_lead=is_lead):
            current.append(node)
            at += 1
        elif name_of(node) in PHRASAL:
            end = _end(row, at, is_lead=is_lead)
            found.append((node, list(row[at + 1 : end])))
            at = end
        elif not is_lead and (end := _parenthesis(row, at, own)):
            found.append((node, list(row[at + 1 : end])))
            at = end
        else:
            current = []
            found.append((node, current))
            at += 1
    return (Subordinate(None, tuple(own)), *(Subordinate(o, tuple(n)) for o, n in found))


def _goes_on(row: Sequence[Node], at: int) -> bool:
    """Whether a clause goes on here ("if one of them is attacked, and not to assist …")."""
    if row[at].form != "joint":
        return False
    step = at + 1
    while step < len(row) and row[step].form in ("negation", "comma", "formula"):
        step += 1
    follows = row[step + 1] if step + 1 < len(row) else None
    return (
        step < len(row)
        and name_of(row[step]) == "TO"
        and follows is not None
        and follows.form in ("verb", "term")
    )


OF_AIMS = frozenset({"in order to", "so as to", "in order that", "so that"})
"""Subordinators behind which an infinitive may go on with the aim itself."""


def _is_closed(subordinate: tuple[Node, Sequence[Node]]) -> bool:
    """Whether an infinitive behind a subordinate cannot belong to it: it has none of its own."""
    opener, nodes = subordinate
    pairs = pairwise(nodes)
    own = any(name_of(node) == "TO" and after.form == "verb" for node, after in pairs)
    return not own and opener.phrases()[0].text.lower() not in OF_AIMS


def _opens(row: Sequence[Node], at: int, *, is_lead: bool) -> bool:
    """Whether a subordinator opens something of its own; "after the date" stays with the verb."""
    if row[at].form != "opener":
        return False
    name = name_of(row[at])
    if is_lead and at == 0:
        return True
    if name == "DURING" and is_lead:
        return False
    if is_forum(row, at):
        return False
    if name in OF_TIME and not is_lead:
        return at + 1 < len(row) and row[at + 1].form in PHRASES_OF_WHO
    if name == "WHERE" and 0 < at < len(row) - 1 and not is_lead:
        begins = (
            row[at + 1].form in ("party", "pronoun", "event") or name_of(row[at + 1]) == "FILLER"
        )
        return begins and row[at - 1].form in ("verb", "formula", "mutual", "comma", "term")
    if name == "SHOULD" and 0 < at < len(row) - 1:
        before, follows = row[at - 1].form, row[at + 1].form
        if follows == "event" and is_lead:
            return len(row[at + 1].parts) > 1 and before not in ("opener", *PHRASES_OF_WHO)
        opens = follows == "event" or names_who(row[at + 1])
        return opens and before != "opener"
    return name not in STAYING


def _parenthesis(row: Sequence[Node], start: int, own: Sequence[Node]) -> int:
    """Where a clause between commas before the verb ends ("shall, if so asked, aid")."""
    if start and row[start - 1].form == "comma" and _waits_for_its_object(own):
        return _before_an_object(row, start)
    if any(node.form == "verb" or node.has("AID") for node in own):
        return 0
    commas = (n for n in range(start + 1, len(row)) if row[n].form == "comma")
    for at in commas:
        if any(node.form == "opener" for node in row[at + 1 : at + 2]):
            return 0
        if any(node.form in ("verb", "term") for node in row[at + 1 : at + 3]):
            return at
    return 0


GIVING = frozenset({"GIVE", "SEND", "PLACE"})
"""Verbs that need an object, so that what stands before it interrupts them."""


def _waits_for_its_object(own: Sequence[Node]) -> bool:
    """Whether a verb of giving has told at most to whom it gives ("furnish to the other, if …")."""
    at = next((n for n in range(len(own) - 1, -1, -1) if own[n].form == "verb"), None)
    if at is None or name_of(own[at]) not in GIVING:
        return False
    return not any(node.form in ("term", "asset", "means", "unread") for node in own[at:])


def _before_an_object(row: Sequence[Node], start: int) -> int:
    """The comma behind an interruption after which the object of the verb follows."""
    commas = (n for n in range(start + 1, len(row) - 1) if row[n].form == "comma")
    return next((n for n in commas if _is_given(row, n + 1)), 0)


def _is_given(row: Sequence[Node], at: int) -> bool:
    """Whether help, troops or means stand at a place, with adverbs or an adjective before."""
    while at < len(row) - 1 and row[at].form in ("formula", "preposition", "loose"):
        at += 1
    return row[at].has("AID", "FORCES", "SHIPS") or row[at].form == "means"


def _end(row: Sequence[Node], start: int, *, is_lead: bool) -> int:
    """Where what a subordinator governs ends."""
    nested = (
        name_of(row[start]) == "EXCEPT" and start + 1 < len(row) and row[start + 1].form == "opener"
    )
    for at in range(start + (2 if nested else 1), len(row)):
        closed = row[at - 1].form in ("comma", "charter", "article")
        within = name_of(row[at]) == "IN_EVENT_OF" and not closed
        if row[at].form == "comma" or (_opens(row, at, is_lead=is_lead) and not within):
            return at
        if _goes_on(row, at) and _is_closed((row[start], row[start + 1 : at])):
            return at
        if name_of(row[start]) == "WITHOUT" and _is_author(row, at):
            return at
        if name_of(row[start]) == "WITHOUT" and row[at].has("CONSENT", "PROVOCATION", "ENEMY"):
            theirs = at + 2 < len(row) and name_of(row[at + 1]) == "OF"
            return at + 3 if theirs and row[at + 2].form in (*PHRASES_OF_WHO, "loose") else at + 1
    return len(row)


def _is_author(row: Sequence[Node], at: int) -> bool:
    """Whether "by" goes back to an event before what is denied ("without just cause by Turkey")."""
    outside = at + 1 < len(row) and row[at + 1].form in ("state", "names", "group")
    return (
        name_of(row[at]) == "BY" and outside and row[at - 1].form in ("term", "unread", "formula")
    )
