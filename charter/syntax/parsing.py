"""The parser's loop: phrases, as the lexer finds them, shifted and reduced to syntax trees.

Lark makes the tables. Its own loop makes tokens and trees of its own, which would then be made
anew as ours; here a phrase is made where it is shifted, a node where its rule is reduced.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lark.grammar import Rule

from charter.source import Span
from charter.syntax.lexer import END, PhraseLexer, Words
from charter.syntax.tree import Node, Phrase

if TYPE_CHECKING:
    from lark import Lark

Value = Any
"""A part of a tree that is being made, or a list of them that its rule leaves open."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """A sentence that could not be read: the words that stopped the reader, what it could take."""

    span: Span
    expected: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reduction:
    """A rule as it is reduced: to a node of a form, or to parts for the rule around it.

    ``kept`` are the symbols that are parts, and whether each is a list of parts. A rule that
    ``yields`` is nothing by itself where it has one part; one that ``is_single`` has always one.
    """

    origin: str
    form: str
    size: int
    kept: tuple[tuple[int, bool], ...]
    is_open: bool
    yields: bool
    is_single: bool

    @classmethod
    def of(cls, rule: "Rule") -> "Reduction":
        """A rule of lark's, by lark's own conventions: ``_rule`` is open, ``?rule`` yields."""
        keeps_all = rule.options.keep_all_tokens
        kept = tuple(
            (at, not symbol.is_term and symbol.name.startswith("_"))
            for at, symbol in enumerate(rule.expansion)
            if keeps_all or not getattr(symbol, "filter_out", False)
        )
        name = str(rule.origin.name)
        is_open = name.startswith("_")
        yields = rule.options.expand1 and not rule.alias
        size = len(rule.expansion)
        is_single = size == 1 and kept == ((0, False),) and not yields
        return cls(name, str(rule.alias or name), size, kept, is_open, yields, is_single)

    def made(self, values: list[Value], start: int, end: int) -> Value:
        """What the values of its symbols make, which stand from a place to another."""
        if self.is_single:
            (part,) = values
            return [part] if self.is_open else Node(self.form, (part,), part.span)
        parts = self._parts(values)
        if self.is_open:
            return parts
        if self.yields and len(parts) == 1:
            return parts[0]
        return Node(self.form, (*parts,), Span(start, end) if self.size else NOWHERE)

    def _parts(self, values: list[Value]) -> list[Node | Phrase]:
        """The parts among the values; a list of parts that comes first is made longer."""
        parts: list[Node | Phrase] = []
        for at, is_list in self.kept:
            if is_list and not parts:
                parts = values[at]
            elif is_list:
                parts.extend(values[at])
            else:
                parts.append(values[at])
        return parts


NOWHERE = Span(0, 0)
"""Where a construct without any words stands."""


STUCK = (None, None)
"""What the parser does at a token that no rule takes: nothing, to nowhere."""


class Actions:
    """What the parser does in each state at each token, as lark's tables say it."""

    def __init__(self, loaded: "Lark") -> None:
        frontend: Any = loaded.parser
        table = frontend.parser._parse_table
        self.lexer: PhraseLexer = frontend.lexer
        self.starts: Mapping[str, int] = table.start_states
        self.ends: Mapping[str, int] = table.end_states
        self.states: Mapping[int, Mapping[str, tuple[object, int | Rule]]] = table.states
        self.reductions = {id(rule): Reduction.of(rule) for rule in loaded.rules}


@dataclass(slots=True)
class Stack:
    """What has been read of a text so far: states of the parser, and values with their starts."""

    actions: Actions
    states: list[int]
    end: int
    values: list[Value] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def shift(self, state: int, phrase: Phrase) -> None:
        """Go on to a state behind a phrase."""
        self.states.append(state)
        self.values.append(phrase)
        self.starts.append(phrase.span.start)
        self.end = phrase.span.end

    def reduce(self, rule: Reduction) -> int:
        """Put what a rule's symbols make in their place; gives the state that this leads to."""
        if rule.size == 1:
            self.values[-1] = rule.made(self.values[-1:], self.starts[-1], self.end)
            self.states.pop()
        else:
            self._reduce(rule, len(self.values) - rule.size)
        _, state = self.actions.states[self.states[-1]][rule.origin]
        assert isinstance(state, int)
        self.states.append(state)
        return state

    def _reduce(self, rule: Reduction, first: int) -> None:
        """Put what the symbols of a rule that has several, or none, make in their place."""
        start = self.starts[first] if rule.size else self.end
        made = rule.made(self.values[first:], start, self.end)
        del self.states[first + 1 :], self.values[first:], self.starts[first:]
        self.values.append(made)
        self.starts.append(start)

    def whole(self) -> Node:
        """The tree that the text as a whole is."""
        (tree,) = self.values
        assert isinstance(tree, Node)
        return tree


def parse(actions: Actions, text: str, span: Span, start: str) -> Node | Stopped:
    """The syntax tree of the words in a span from a start rule; otherwise where it stopped.

    Words that break off stopped at the end of the last of them.
    """
    lexer, whole = actions.lexer, text[span.start : span.end]
    words, at, offset = Words(whole, 0, len(whole)), 0, span.start
    stack = Stack(actions, [actions.starts[start]], offset)
    last, states, reductions = actions.ends[start], actions.states, actions.reductions
    while True:
        state = stack.states[-1]
        name, at, stop = lexer.scan(words, at, lexer.accepted[state])
        while isinstance(to := states[state].get(name, STUCK)[1], Rule):
            state = stack.reduce(reductions[id(to)])
            if name == END and state == last:
                return stack.whole()
        place = Span(offset + at, offset + stop)
        if to is None:
            behind = Span(max(span.start, stack.end - 1), stack.end)
            return _stopped(place if stop > at else behind, states[state])
        stack.shift(to, Phrase(name, whole[at:stop], place))
        at = stop


def _stopped(place: Span, here: Iterable[str]) -> Stopped:
    """Where the parser stopped, and what it could take in the state it was in."""
    return Stopped(place, frozenset(name for name in here if name.isupper()))
