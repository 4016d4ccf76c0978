r"""The lexer of treaty English: the longest phrase that the parser can use wins.

Lark's own contextual lexer tries whole terminals in a fixed order, so "shall" of one terminal may
hide "shall work to" of another. Here every alternative of every terminal that is made of plain
words competes by its length; patterns (names, numbers, words that are passed over) come after
phrases of their rank. A text that no terminal fits yields a ``STOP`` token, which no rule takes.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from lark.lexer import Lexer, LexerState, TerminalDef, Token

if TYPE_CHECKING:
    from lark.common import LexerConf
    from lark.parsers.lalr_parser_state import ParserState

STOP = "STOP"
GAP_IN_PHRASE = r"[\s,]+"
PLAIN = re.compile(r"(?:\w|\\[ '’,-]|['’,-]|\||\(\?:|\)\??)+")
"""The pattern of a terminal that is made of plain strings only: words, spaces, alternatives."""

Scanner = tuple[re.Pattern[str], tuple[str, ...]]


class PhraseLexer(Lexer):
    """Scans for the terminals that the parser's state accepts, the longest phrase first."""

    __future_interface__: ClassVar[int] = 2

    def __init__(self, conf: "LexerConf") -> None:
        self.terminals = conf.terminals_by_name
        self.ignored = re.compile(
            "|".join(self.terminals[name].pattern.to_regexp() for name in conf.ignore) or "(?!)"
        )
        self.scanners: dict[frozenset[str], Scanner] = {}
        self.by_state: dict[Any, Scanner] = {}

    def lex(self, lexer_state: LexerState, parser_state: "ParserState[Any]") -> Iterator[Token]:
        """The tokens of the text, each for the state the parser is in when it is asked for."""
        text, end = lexer_state.text.text, lexer_state.text.end
        at = lexer_state.text.start
        while True:
            if gap := self.ignored.match(text, at, end):
                at = gap.end()
            if at >= end:
                return
            pattern, names = self._scanner(parser_state)
            found = pattern.match(text, at, end)
            kind = names[found.lastindex - 1] if found and found.lastindex else STOP
            stop = found.end() if found else _end_of_word(text, at, end)
            yield Token(kind, text[at:stop], start_pos=at, end_pos=stop)
            at = stop

    def _scanner(self, parser_state: "ParserState[Any]") -> Scanner:
        state = parser_state.position
        if state not in self.by_state:
            accepted = frozenset(self.terminals.keys() & parser_state.parse_conf.states[state])
            if accepted not in self.scanners:
                self.scanners[accepted] = scanner(self.terminals[name] for name in accepted)
            self.by_state[state] = self.scanners[accepted]
        return self.by_state[state]


def scanner(terminals: Iterable[TerminalDef]) -> Scanner:
    """One pattern over all alternatives of the terminals, and the terminal of each group."""
    ranked = sorted(
        (-terminal.priority, *rank, terminal.name)
        for terminal in terminals
        for rank in alternatives(terminal)
    )
    pattern = "|".join(f"({alternative})" for *_, alternative, _ in ranked) or "(?!)"
    return re.compile(pattern), tuple(name for *_, name in ranked)


def alternatives(terminal: TerminalDef) -> Iterator[tuple[bool, int, str]]:
    """Each alternative of a terminal: whether it is a pattern, its length negated, its regex."""
    written = _without_flags(terminal.pattern.to_regexp())
    if not PLAIN.fullmatch(written) or not re.search(r"\w", written):
        yield True, 0, terminal.pattern.to_regexp()
        return
    for alternative in _split(written):
        spaced = alternative.replace("\\ ", GAP_IN_PHRASE)
        yield False, -_longest(alternative), rf"(?i:\b(?:{spaced})(?!\w))"


def _without_flags(pattern: str) -> str:
    """The pattern without lark's wrapping of flags."""
    return re.sub(r"\(\?[a-z]+:", "(?:", pattern)


def _split(pattern: str) -> Iterator[str]:
    """The alternatives of a plain pattern, whole groups around it removed, optional parts kept."""
    while pattern.startswith("(?:") and _close(pattern, 0) == len(pattern) - 1:
        pattern = pattern[3:-1]
    depth, start = 0, 0
    for at, letter in enumerate(pattern):
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and depth == 0:
            yield pattern[start:at]
            start = at + 1
    yield pattern[start:]


def _close(pattern: str, opening: int) -> int:
    """Where the group that opens at an offset is closed."""
    depth = 0
    for at in range(opening, len(pattern)):
        depth += (pattern[at] == "(") - (pattern[at] == ")")
        if depth == 0:
            return at
    return -1


def _longest(alternative: str) -> int:
    """The length of the longest text that a plain alternative matches."""
    from lark.utils import get_regexp_width

    return get_regexp_width(alternative)[1]


def _end_of_word(text: str, at: int, end: int) -> int:
    """Where the word or mark that starts at an offset ends."""
    word = re.compile(r"\w+|\S").match(text, at, end)
    return word.end() if word else end
