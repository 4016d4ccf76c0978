"""How far words about one event reach: "and" among interests, a place behind its target."""

from collections.abc import Iterator, Sequence

from charter.elaborate.account import Account
from charter.elaborate.ambiguity import Ambiguity, Way, is_or, joined, said
from charter.elaborate.events import is_event
from charter.elaborate.parties import is_who
from charter.elaborate.places import AREA_PREPOSITIONS, place_at
from charter.elaborate.sentences import Read
from charter.source import Span
from charter.syntax.clauses import span_of
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

# ------------------------------------------------------------------ "and" among interests


def interests(made: Read, _: Sequence[Read]) -> Iterator[Ambiguity]:
    """Each list of interests joined by "and" that one event infringes: all of them, or any one."""
    for run in _runs(made.row):
        found = [node for node in run if node.form == "interest"]
        joints = [node for node in run if node.form == "joint"]
        if len(found) > 1 and joints and not any(map(is_or, joints)):
            yield _interests(made, run, len(found))


def _runs(row: Sequence[Node]) -> Iterator[tuple[Node, ...]]:
    """The runs of interests and what joins them, each from its first interest to its last."""
    run: list[Node] = []
    for node in (*row, None):
        if node is not None and (
            node.form == "interest" or (run and node.form in ("comma", "joint"))
        ):
            run.append(node)
            continue
        while run and run[-1].form != "interest":
            run.pop()
        if run:
            yield tuple(run)
        run = []


def _interests(made: Read, run: Sequence[Node], number: int) -> Ambiguity:
    start = run[0].phrases()[-1].span.start
    span = Span(start, run[-1].span.end)
    text = made.context.wording.text
    parts = [
        "or" if node.form == "joint" else text[max(node.span.start, start) : node.span.end]
        for node in run
    ]
    many, one = ("both", "either") if number == 2 else ("all", "any one")
    noun = "interest" if number == 2 else "interest of them"
    return Ambiguity(
        span,
        (
            Way(
                f"{many} interests",
                "the words say “and”, so an event must infringe them together.",
                " ".join(text[span.start : span.end].split()),
            ),
            Way(
                f"{one} {noun}",
                "the clause protects each interest, and “and” only lists them.",
                joined(*parts),
            ),
        ),
    )


# ------------------------------------------------------------------ where, or which Parties


def whereabouts(made: Read, _: Sequence[Read]) -> Iterator[Ambiguity]:
    """Each place behind whom an event strikes: where it happens, or which Parties are meant."""
    row = made.row
    for at, node in enumerate(row):
        if name_of(node) != "ON" or not _strikes(row, at):
            continue
        end = at + 1
        while end < len(row) and is_who(row[end]):
            end += 1
        place = place_in(made, row[end:]) if end > at + 1 else ()
        if place and place[0] is row[end]:
            yield _whereabouts(made, row[at:end], place)


def _strikes(row: Sequence[Node], at: int) -> bool:
    """Whether an event stands before "against", with no more than its verb between."""
    before = [node for node in row[max(0, at - 3) : at] if node.form not in ("finite", "opener")]
    return bool(before) and (is_event(before[-1]) or name_of(before[-1]) == "OCCUR")


def _whereabouts(made: Read, target: Sequence[Node], place: Sequence[Node]) -> Ambiguity:
    whom, where = said(made, target), said(made, place)
    return Ambiguity(
        span_of((*target, *place)),
        (
            Way(
                f"{where} says where the event happens",
                "a place says where what is told of happens, unless the words put it elsewhere.",
                f"{where} {whom}",
            ),
            Way(
                f"{where} says which Parties are meant",
                "the place stands next to the Parties, and says which of them are protected.",
                f"{whom} situated {where}",
            ),
        ),
    )


def place_in(made: Read, rest: Sequence[Node]) -> tuple[Node, ...]:
    """The phrases of place among those behind an event."""
    for at, node in enumerate(rest):
        if name_of(node) in AREA_PREPOSITIONS:
            found = place_at(rest, at, Account(made.context))
            if found:
                return tuple(rest[at : found[1]])
    return ()
