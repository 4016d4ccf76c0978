"""To which acts a trailing qualifier belongs: "shall consult and assist each other in Europe"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charter.elaborate.account import Account
from charter.elaborate.act import Act
from charter.elaborate.acts import acts
from charter.elaborate.ambiguity import (
    Ambiguity,
    Way,
    is_mark,
    joined,
    listed,
    said,
    trimmed,
    within,
)
from charter.elaborate.places import AREA_PREPOSITIONS
from charter.elaborate.qualifiers import TRIGGERING
from charter.elaborate.sentences import Read
from charter.elaborate.subordinates import Subordinate, split
from charter.source import Span
from charter.syntax.clauses import Clause, clauses
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

ENDING = frozenset({"UNTIL", "WHILE", "DURING"})
EXCEPTING = frozenset({"UNLESS", "EXCEPT"})
FORMULAS = frozenset({"CONSTITUTIONAL", "ON_REQUEST"})
BY_MEANS = frozenset({"BY", "WITH", "USING", "INCLUDING"})
OF_MEANS = frozenset({"means", "asset", "loose", "joint", "comma"})
THE_CONDITION = "the condition"
THE_MEANS = "the means"
BETWEEN_ACTS = frozenset({"joint", "comma"})


def _ending(verb: str) -> str:
    return "es" if verb.endswith("o") else "s"


@dataclass(frozen=True, slots=True)
class Qualifier:
    """What stands last in a clause, and what it is: "the place", "the condition"."""

    what: str
    nodes: tuple[Node, ...]

    def does(self, verb: str) -> str:
        """The qualifier with a verb: "the place goes", "the means go"."""
        return f"{self.what} {verb}{'' if self.what.endswith('means') else _ending(verb)}"


def attachments(made: Read, _: Sequence[Read]) -> Iterator[Ambiguity]:
    """Each qualifier that may belong to the last act of its clause or to all of them."""
    several = clauses(made.row)
    for clause in several:
        if clause.head.form == "modal" and (found := _attachment(made, clause)):
            yield found
    if len(several) > 1 and (found := _of_clauses(made, several)):
        yield found


def _of_clauses(made: Read, several: Sequence[Clause]) -> Ambiguity | None:
    """A conditional behind the last of several clauses with one subject: of all, or of that."""
    last = several[-1]
    subject = next((each.subject for each in reversed(several) if each.subject), ())
    if not last.shares_subject or not subject or last.head.form != "modal":
        return None
    own, *behind = split(trimmed(last.body), is_lead=False)
    qualifier = _qualifier(own.nodes, behind)
    if qualifier is None or not behind or _is_set_off(last, qualifier):
        return None
    span = Span(last.head.span.start, qualifier.nodes[-1].span.end)
    words = within(made, span)
    return Ambiguity(
        span,
        (
            Way(
                f"{qualifier.does('go')} with every act of the sentence",
                f"{qualifier.does('stand')} at the end of clauses that share one subject.",
                words,
            ),
            Way(
                f"{qualifier.does('go')} with the last act only",
                f"{qualifier.does('stand')} next to the last act alone.",
                f"{said(made, subject)} {words}",
            ),
        ),
    )


def _attachment(made: Read, clause: Clause) -> Ambiguity | None:
    if not any(node.form == "joint" for node in clause.body):
        return None
    first, *behind = split(trimmed(clause.body), is_lead=False)
    qualifier = _qualifier(first.nodes, behind)
    if qualifier is None or _is_set_off(clause, qualifier):
        return None
    start = qualifier.nodes[0].span.start
    own = [node for node in first.nodes if node.span.start < start]
    found = acts(own, Account(made.context))
    if len(found) < 2 or any(node.form == "negation" for node in own):
        return None
    runs = _runs(own, found)
    last = said(made, qualifier.nodes)
    if any(last in said(made, run) for run in runs):
        return None
    start = min(verb.span.start for verb in found[0].verbs)
    span = Span(start, qualifier.nodes[-1].span.end)
    return Ambiguity(span, tuple(_ways(made, clause, found, runs, qualifier)))


def _is_set_off(clause: Clause, qualifier: Qualifier) -> bool:
    """Whether a comma sets a qualifier off from the last act, so that it goes with them all."""
    start = qualifier.nodes[0].span.start
    before = [node for node in clause.body if node.span.start < start]
    return qualifier.what != THE_MEANS and bool(before) and before[-1].form == "comma"


def _qualifier(own: Sequence[Node], behind: Sequence[Subordinate]) -> Qualifier | None:
    """The qualifier with which a clause ends, where it is one of a known sort."""
    if len(behind) > 1:
        return None
    if behind:
        return _subordinate(behind[0])
    nodes = trimmed(own)
    if nodes and name_of(nodes[-1]) in FORMULAS:
        return Qualifier(THE_CONDITION, nodes[-1:])
    at = len(nodes) - 1
    if at > 0 and nodes[at].form == "area":
        return _before(nodes, at, AREA_PREPOSITIONS, frozenset({"loose"}), "the place")
    if at > 0 and nodes[at].form in OF_MEANS - BETWEEN_ACTS - {"loose"}:
        return _before(nodes, at, BY_MEANS, OF_MEANS, THE_MEANS)
    return None


def _before(
    nodes: Sequence[Node], at: int, openers: frozenset[str], within: frozenset[str], what: str
) -> Qualifier | None:
    """The phrases from a preposition on to the end, where only such as belong lie between."""
    start = at - 1
    while start > 0 and nodes[start].form in within:
        start -= 1
    return Qualifier(what, tuple(nodes[start:])) if name_of(nodes[start]) in openers else None


def _subordinate(each: Subordinate) -> Qualifier | None:
    assert each.opener
    nodes = (each.opener, *trimmed(each.nodes))
    if len(nodes) < 2:
        return None
    if each.name in ENDING:
        return Qualifier("the limit in time", nodes)
    if each.name in EXCEPTING:
        return Qualifier("the exception", nodes)
    if each.name in TRIGGERING or each.name == "ACCORDING":
        return Qualifier(THE_CONDITION, nodes)
    return None


def _runs(own: Sequence[Node], found: Sequence[Act]) -> list[tuple[Node, ...]]:
    """The phrases of each act, without those that join it to the next."""
    starts = [min(verb.span.start for verb in act.verbs) for act in found]
    ends = [*starts[1:], own[-1].span.end]
    return [
        _without_joint([node for node in own if start <= node.span.start < end])
        for start, end in zip(starts, ends, strict=True)
    ]


def _without_joint(nodes: Sequence[Node]) -> tuple[Node, ...]:
    end = len(nodes)
    while end and (nodes[end - 1].form in BETWEEN_ACTS or _is_bare(nodes[end - 1])):
        end -= 1
    return tuple(nodes[:end])


def _is_bare(node: Node) -> bool:
    return name_of(node) == "TO" or is_mark(node)


def _ways(
    made: Read,
    clause: Clause,
    found: Sequence[Act],
    runs: Sequence[tuple[Node, ...]],
    qualifier: Qualifier,
) -> Iterator[Way]:
    head = said(made, _head(clause, runs[0]))
    last = said(made, qualifier.nodes)
    shared = _adverbs(runs[-1])
    deeds = [said(made, (*run, *shared)) for run in runs[:-1]] + [said(made, runs[-1])]
    names = [_name(made, act) for act in found]
    each = [f"{deed} {last}" for deed in deeds]
    all_of_them = f", {head} ".join(each[:-1]) + f", and {head} {each[-1]}"
    # A conditional at the end governs every clause of its subject, so the last gets its own.
    whose = said(made, clause.subject) if qualifier.what == THE_CONDITION else ""
    only_last = ", ".join(deeds[:-1]) + f", and {whose} {head} {each[-1]}"
    yield Way(
        f"{qualifier.does('go')} with {listed(names)}",
        f"{qualifier.does('stand')} behind acts that share one “{head}”.",
        joined(all_of_them),
    )
    yield Way(
        f"{qualifier.does('go')} with {names[-1]} only",
        f"{qualifier.does('stand')} next to the last act alone.",
        joined(only_last),
    )


def _head(clause: Clause, first: Sequence[Node]) -> tuple[Node, ...]:
    """The head of a clause with the adverbs behind it, which are said of each act."""
    between = [node for node in clause.body if node.span.start < first[0].span.start]
    is_adverbs = all(node.form == "formula" for node in between)
    return (clause.head, *between) if is_adverbs else (clause.head,)


def _adverbs(run: Sequence[Node]) -> tuple[Node, ...]:
    """The adverbs with which an act ends, said of each act before it."""
    start = len(run)
    while start > 1 and run[start - 1].form == "formula":
        start -= 1
    return tuple(run[start:])


def _name(made: Read, act: Act) -> str:
    """The verb of an act, with what it gives or keeps: "give assistance", "remain neutral"."""
    verb = said(made, act.verbs[:1]).removesuffix(" of")
    behind = [node for node in act.nodes if node.form not in ("loose", "mutual", "means")]
    if act.verb.form != "verb" or not behind:
        return verb
    named = behind[0].form == "term" or name_of(behind[0]) == "NEUTRAL"
    return f"{verb} {behind[0].phrases()[-1].text}" if named else verb
