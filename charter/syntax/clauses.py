"""Rows of phrases to clauses: who is bound, by which head, what follows, what stands before.

A clause hangs on its head: a modal ("shall"), a frame ("agree that") or, where a sentence has
neither, a finite verb. A head that a subordinator owns ("if X should …", "provided that Y shall …")
makes no clause of its own; its words stay with the subordinator.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from charter.source import Span
from charter.syntax.tree import Node, Phrase

HEADS = frozenset({"modal", "frame"})
FINITE = frozenset({"finite", "verb"})
PHRASES_OF_WHO = frozenset({"party", "pronoun", "names", "state", "group", "organ", "charter"})
OWNING = frozenset(
    {
        "IF", "IN_CASE", "WHEN", "UNLESS", "PROVIDED_THAT", "UNTIL", "AFTER", "BEFORE",
        "AS_SOON_AS", "WHICH", "WHERE", "WHILE", "INSOFAR", "IN_ORDER", "IN_MANNER", "EXCEPT",
    }
)  # fmt: skip
"""Subordinators that own a finite verb."""

ALSO_PREPOSITIONS = frozenset({"UNTIL", "AFTER", "BEFORE", "EXCEPT", "IN_ORDER"})
"""Those of them that own one only where a phrase of who follows ("until it shall …")."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A head with what stands around it.

    ``leads`` are the phrases before the subject, ``body`` those behind the head. A clause without
    a subject of its own shares that of the clause before it (``shares_subject``); one whose
    subject is "which" speaks of the last phrase before it (``antecedent``). Within a frame
    ("each Party declares that …") ``speaker`` is who declares.
    """

    leads: tuple[Node, ...]
    subject: tuple[Node, ...]
    head: Node
    body: tuple[Node, ...]
    shares_subject: bool = False
    antecedent: Node | None = None
    frame: Node | None = None
    framed: tuple[Node, ...] = ()
    speaker: tuple[Node, ...] = ()

    @property
    def row(self) -> tuple[Node, ...]:
        """Every phrase of the clause in its order."""
        subject = self.framed or self.subject
        return (*self.leads, *subject, self.head, *self.body)


def name_of(node: Node) -> str:
    """The name of the first phrase of a construct."""
    for part in node.parts:
        if isinstance(part, Phrase):
            return part.name
    return ""


def span_of(row: Sequence[Node]) -> Span:
    """The stretch of text that a row of phrases covers."""
    return Span(row[0].span.start, row[-1].span.end)


def clauses(row: tuple[Node, ...]) -> tuple[Clause, ...]:
    """The clauses of a row of phrases; none where it has no head."""
    heads = _heads(row)
    if not heads:
        head = _finite(row, 0, len(row))
        heads = [] if head is None else [head]
    elif (before := _own_clause_before(row, heads[0])) is not None:
        heads = [before, *heads]
    heads = _with_inner_verbs(row, heads)
    frames = _frames(row, heads)
    heads = [head for head in heads if head not in frames.values()]
    found: list[Clause] = []
    start = 0
    for number, head in enumerate(heads):
        end = len(row)
        if number + 1 < len(heads):
            following = heads[number + 1]
            end = _start_of(row, head, frames.get(following, following))
        found.append(_clause(row, start, head, end, frames.get(head)))
        start = end
    return tuple(found)


def _with_inner_verbs(row: Sequence[Node], heads: Sequence[int]) -> list[int]:
    """The heads, with the finite verb of what is declared where that has no modal."""
    found: list[int] = []
    for number, head in enumerate(heads):
        found.append(head)
        end = heads[number + 1] if number + 1 < len(heads) else len(row)
        alone = number + 1 == len(heads) or _divides(row[end - 1])
        if row[head].form == "frame" and alone:
            inner = _finite(row, head + 1, end)
            found.extend([] if inner is None else [inner])
    return found


def _frames(row: Sequence[Node], heads: Sequence[int]) -> dict[int, int]:
    """The frame ("declares that") of each head that stands within one."""
    return {
        head: before
        for before, head in pairwise(heads)
        if row[before].form in ("frame", "verb")
        and row[head].form != "frame"
        and not _divides(row[_before_parenthesis(row, before, head)])
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
        elif node.form in FINITE and owed and not found:
            _pay(row, owed, at)
        elif owed and (node.form == "finite" or _is_unknown_verb(row, at)):
            owed.pop()
    return found


def _is_unknown_verb(row: Sequence[Node], at: int) -> bool:
    """Whether an unread word right behind "which" is its verb ("any State which shares …")."""
    behind_which = at > 0 and name_of(row[at - 1]) == "WHICH" and row[at].form == "unread"
    return behind_which and row[at].phrases()[0].text.lower().endswith(("s", "ed"))


def _has_no_verb(row: Sequence[Node], at: int) -> bool:
    """Whether a participle right behind a subordinator stands for its verb ("if attacked")."""
    participle = row[at].form == "loose" and name_of(row[at]) == "ATTACKED"
    return participle and at > 0 and row[at - 1].form == "opener"


def _open(row: Sequence[Node], at: int, owed: list[int], found: list[int]) -> None:
    """A subordinator waits for its verb; "should" is one, or is itself the verb that is awaited."""
    if _owns(row, at):
        owed.append(at)
    elif name_of(row[at]) == "SHOULD":
        if owed:
            owed.pop()
        elif _last_who(row, at) is not None:
            found.append(at)


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


def is_that(node: Node) -> bool:
    """Whether a phrase is the conjunction "that"."""
    return node.form == "loose" and node.phrases()[-1].text.lower() == "that"


def _is_told(row: Sequence[Node], at: int) -> bool:
    """Whether a head makes a statement of its own about what stands before ("X, which will …")."""
    return at > 1 and name_of(row[at - 1]) == "WHICH" and row[at - 2].form == "comma"


def _pay(row: Sequence[Node], owed: list[int], at: int) -> None:
    """A finite verb in front of the first head is the one that the last subordinator owns."""
    is_infinitive = at and name_of(row[at - 1]) in ("TO", "OF", "BY", "WITHOUT")
    if not is_infinitive:
        owed.pop()


def _is_main(row: Sequence[Node], opener: int, head: int) -> bool:
    """Whether a head stands for itself though a subordinator before it still waits for one."""
    if name_of(row[opener]) in ("PROVIDED_THAT", "WHICH", "THAT"):
        return False
    subject = _last_who(row, head)
    if subject is None or subject - 1 <= opener:
        return False
    before = row[opener + 1 : subject]
    return bool(before) and before[-1].form == "comma" and len(before) > 2


def _last_who(row: Sequence[Node], head: int) -> int | None:
    """The place of the phrase of who right before a head, adverbs passed over."""
    at = head - 1
    while at >= 0 and row[at].form == "formula":
        at -= 1
    return at if at >= 0 and row[at].form in PHRASES_OF_WHO else None


def _finite(row: Sequence[Node], start: int, end: int) -> int | None:
    """The place of the first finite verb that no subordinator owns."""
    owed = 0
    for at in range(start, end):
        if _owns(row, at):
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
    follows = row[at + 1].form if at + 1 < len(row) else ""
    return name not in ALSO_PREPOSITIONS or follows in PHRASES_OF_WHO


def _is_finite(row: Sequence[Node], at: int) -> bool:
    """Whether a verb is finite by its form and by what stands before it."""
    if row[at].form not in FINITE or name_of(row[at - 1]) in ("TO", "OF", "BY", "FROM"):
        return False
    text = row[at].phrases()[0].text.lower()
    if row[at].form == "finite":
        return text not in ("be", "been", "being", "having", "arising")
    return not text.endswith(("ing", "ed", "en"))


def _own_clause_before(row: Sequence[Node], head: int) -> int | None:
    """The finite verb of a clause of its own in front of the first modal, if there is one.

    It is joined to the modal by "and" ("does not affect, and shall not …").
    """
    if row[0].form == "opener":
        return None
    joints = [at for at in range(head) if name_of(row[at]) == "AND"]
    if not joints:
        return None
    return _finite(row, 0, joints[-1])


def _start_of(row: Sequence[Node], head: int, following: int) -> int:
    """Where the clause of the following head begins: behind the last joint or comma before it."""
    at = _before_parenthesis(row, head, following)
    while at > head and not _divides(row[at]):
        at -= 1
    if at == head:
        return following
    while at - 1 > head and _divides(row[at - 1]):
        at -= 1
    return at


def _before_parenthesis(row: Sequence[Node], head: int, following: int) -> int:
    """The last place before a head and what stands between commas in front of it.

    As in "each of them, in exercise of its right, will assist".
    """
    at = following - 1
    if row[at].form != "comma":
        return at
    before = next((n for n in range(at - 1, head, -1) if row[n].form == "comma"), None)
    if before is None or before - 1 <= head or not _leads(row[before + 1]):
        return at
    return before - 1


def _divides(node: Node) -> bool:
    return node.form in ("comma", "joint") or name_of(node) == "WHICH"


def _clause(row: Sequence[Node], start: int, head: int, end: int, frame: int | None) -> Clause:
    if frame is not None:
        return _framed(row, start, head, end, frame)
    region = list(row[start:head])
    joined = bool(region) and region[0].form in ("comma", "joint")
    while region and (region[0].form in ("comma", "joint") or _is_mark(region[0])):
        region.pop(0)
    body = tuple(row[head + 1 : end])
    if region and name_of(region[0]) == "WHICH" and start:
        before = next((each for each in reversed(row[:start]) if each.form in PHRASES_OF_WHO), None)
        return Clause((), (), row[head], body, antecedent=before)
    if not [each for each in region if each.form not in ("formula", "negation")]:
        turned = _inverted(body) if region else 0
        subject, body = body[:turned], body[turned:]
        shares = joined and start > 0 and not subject
        return Clause(tuple(region), subject, row[head], body, shares_subject=shares)
    adverbs = next(n for n, each in enumerate(region) if each.form not in ("formula", "comma"))
    split = adverbs + _subject(region[adverbs:])
    return Clause(tuple(region[:split]), tuple(region[split:]), row[head], body)


def _inverted(body: Sequence[Node]) -> int:
    """Where a subject behind its head ends ("under no circumstances shall a Party attack")."""
    if len(body) < 2 or body[0].form not in PHRASES_OF_WHO:
        return 0
    return 1 if body[1].form in ("verb", "event", "term", "finite") else 0


def _is_mark(node: Node) -> bool:
    """Whether a phrase is a mark of punctuation only."""
    return node.form == "unread" and not any(map(str.isalnum, node.phrases()[0].text))


def _framed(row: Sequence[Node], start: int, head: int, end: int, frame: int) -> Clause:
    """A clause within "agree that …": the inner subject is bound; a pronoun is the outer one."""
    outer = _clause(row, start, frame, frame + 1, None)
    inner = _clause(row, frame + 1, head, end, None)
    is_pronoun = len(inner.subject) == 1 and name_of(inner.subject[0]) in ("IT", "THEY")
    subject = outer.subject if is_pronoun or not inner.subject else inner.subject
    return Clause(
        (*outer.leads, *inner.leads),
        subject,
        row[head],
        inner.body,
        shares_subject=not subject and outer.shares_subject,
        frame=row[frame],
        framed=(*outer.subject, row[frame], *inner.subject),
        speaker=outer.subject,
    )


def _subject(region: Sequence[Node]) -> int:
    """Where the subject begins in the phrases before a head.

    A region that opens with a phrase of who or what is the subject whole; behind a lead it is what
    follows the last comma, or the last phrase of who.
    """
    if not _leads(region[0]):
        return 0
    commas = [at for at, node in enumerate(region) if node.form == "comma"]
    for at in reversed(commas):
        if at + 1 < len(region) and not _leads(region[at + 1]):
            stop = next((n for n in commas if n > at), len(region))
            if any(node.form in FINITE for node in region[at + 1 : stop]):
                break
            return _list_start(region, at + 1)
    for at in range(len(region) - 1, 0, -1):
        if region[at].form in PHRASES_OF_WHO:
            return at
    return len(region)


def _list_start(region: Sequence[Node], start: int) -> int:
    """Where a list of names begins that goes on at a place ("…, A, B and C shall").

    Where the phrase in front of the list is a name as well, the list could begin at any of them,
    and is not taken to begin before the place.
    """
    at = start
    while at > 1 and region[at].form == "names" and region[at - 2].form == "names":
        if region[at - 1].form != "comma":
            break
        at -= 2
    begins = at > 0 and region[at - 1].form == "comma"
    return at if begins else start


def _leads(node: Node) -> bool:
    return node.form in ("opener", "preposition", "formula") or node.form in FINITE
