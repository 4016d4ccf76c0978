"""Rows of phrases to clauses: who is bound, by which head, what follows, what stands before.

A clause hangs on its head: a modal ("shall"), a frame ("agree that") or, where a sentence has
neither, a finite verb.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from charter.source import Span
from charter.syntax.granting import granted, may
from charter.syntax.heads import heads, proviso_before
from charter.syntax.phrases import (
    FINITE,
    PHRASES_OF_WHO,
    before_parenthesis,
    divides,
    leads,
    name_of,
)
from charter.syntax.tree import Node, Phrase


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


def span_of(row: Sequence[Node]) -> Span:
    """The stretch of text that a row of phrases covers."""
    return Span(row[0].span.start, row[-1].span.end)


def clauses(row: tuple[Node, ...]) -> tuple[Clause, ...]:
    """The clauses of a row of phrases; none where it has no head."""
    found: list[Clause] = []
    start = 0
    known = heads(row)
    for number, head in enumerate(known.places):
        end = len(row)
        if number + 1 < len(known.places):
            following = known.places[number + 1]
            end = _start_of(row, head, known.frames.get(following, following))
        found.append(_clause(row, start, head, end, known.frames.get(head)))
        start = end
    return tuple(found)


def _start_of(row: Sequence[Node], head: int, following: int) -> int:
    """Where the clause of the following head begins: behind the last joint or comma before it."""
    if (proviso := proviso_before(row, head, following)) is not None:
        return proviso
    at = before_parenthesis(row, head, following)
    while at > head and not divides(row[at]):
        at -= 1
    if at == head:
        return following
    while at - 1 > head and divides(row[at - 1]):
        at -= 1
    return at


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
        return Clause(tuple(region[1:]), (), row[head], body, antecedent=before)
    if (to := _impersonal(row[head], body)) and all(not leads(node) for node in region):
        return Clause(tuple(region), body[:to], row[head], body[to + 1 :])
    if not [each for each in region if each.form not in ("formula", "negation", "comma")]:
        turned = _inverted(body) if region else 0
        subject, body = body[:turned], body[turned:]
        shares = joined and start > 0 and not subject
        return Clause(tuple(region), subject, row[head], body, shares_subject=shares)
    adverbs = next(n for n, each in enumerate(region) if each.form not in ("formula", "comma"))
    adverbs -= 1 if adverbs and _asks(region[adverbs - 1]) else 0
    split = adverbs + _subject(region[adverbs:])
    shares = joined and start > 0 and split == len(region)
    leading, subject = tuple(region[:split]), tuple(region[split:])
    made = Clause(leading, subject, row[head], body, shares_subject=shares)
    return _cleft(made) or _granting(made) or made


def _granting(clause: Clause) -> Clause | None:
    """A clause that grants a right as one that says what those who are granted it may do."""
    found = granted(clause.head, clause.body)
    if found is None or not clause.subject:
        return None
    body, to = clause.body[found.begin :], clause.body[found.begin - 1]
    said = (*clause.subject, clause.head, *clause.body[: found.begin - 1])
    return replace(
        clause, subject=found.whom or clause.subject, head=may(to), body=body, framed=said
    )


def _cleft(clause: Clause) -> Clause | None:
    """A clause that says whose duty "it" is, with those whose it is as its subject."""
    subject, head, body = clause.subject, clause.head, clause.body
    if name_of(head) == "DEVOLVE":
        body = (head, *body)
    is_it = len(subject) == 1 and name_of(subject[0]) == "IT" and len(body) > 3
    of = _duty_end(body) if is_it else 0
    to = next((n for n, node in enumerate(body) if name_of(node) == "TO"), 0)
    whom = [node for node in body[of + 1 : to] if node.form not in ("comma", "formula")]
    if not of or name_of(body[of]) not in ("OF", "ON", "FOR"):
        return None
    if not whom or whom[0].form not in SUBJECTS:
        return None
    said = (*subject, *body[: to + 1])
    if name_of(head) in ("IS", "DEVOLVE"):
        head = Node("modal", (Phrase("MUST", head.phrases()[0].text, head.span),), head.span)
    return replace(clause, subject=tuple(whom), head=head, body=body[to + 1 :], framed=said)


def _duty_end(body: Sequence[Node]) -> int:
    """Where the words for a duty end ("shall be the duty", "shall be incumbent"), or nought."""
    if name_of(body[0]) == "DEVOLVE" or (body[0].has("DUTY") and body[0].has("THE")):
        return 1
    return 2 if body[0].form == "finite" and body[1].has("DUTY") else 0


SUBJECTS = PHRASES_OF_WHO | {"loose"}
"""The forms of what may be the subject of a duty, "the others" among them."""


def _asks(node: Node) -> bool:
    """Whether a phrase of who must follow that is not the subject ("at the request of")."""
    return name_of(node) == "ON_REQUEST" and node.phrases()[0].text.lower().endswith("of")


def _impersonal(head: Node, body: Sequence[Node]) -> int:
    """Where "to" stands behind those for whom something is lawful or not, or nought.

    As in "it shall be unlawful for either Party to …".
    """
    if not head.phrases()[0].text.lower().startswith("it ") or not body:
        return 0
    if body[0].form not in SUBJECTS:
        return 0
    return next((n for n, node in enumerate(body[:6]) if n and name_of(node) == "TO"), 0)


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
    if not leads(region[0]):
        return 0
    commas = [at for at, node in enumerate(region) if node.form == "comma"]
    for at in reversed(commas):
        if at + 1 < len(region) and not leads(region[at + 1]):
            stop = next((n for n in commas if n > at), len(region))
            if any(_says(region, n) for n in range(at + 1, stop)):
                break
            return _list_start(region, at + 1)
    for at in range(len(region) - 1, 0, -1):
        if region[at].form in PHRASES_OF_WHO:
            return at
    return len(region)


def _says(region: Sequence[Node], at: int) -> bool:
    """Whether a phrase is a verb that says something, no infinitive ("the obligation to aid")."""
    return region[at].form in FINITE and name_of(region[at - 1]) not in ("TO", "OF")


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
