r"""The lexer of treaty English: the longest phrase that the parser can use wins.

Lark's own contextual lexer tries whole terminals in a fixed order, so "shall" of one terminal may
hide "shall work to" of another. Here the phrases of all terminals stand in one table by their first
word and compete by their length; patterns (names, numbers, words that are passed over) come after
phrases of the same priority. A text that no terminal fits yields a ``STOP`` token, which no rule
takes.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Any

from lark.lexer import Lexer, LexerState, TerminalDef, Token

if TYPE_CHECKING:
    from lark.common import LexerConf
    from lark.parsers.lalr_parser_state import ParserState

STOP, END = "STOP", "$END"
WORD = re.compile(r"\w+(?:['’-]\w+)*(?:(?<=s)['’](?!\w))?|[^\w\s,]")
PLAIN = re.compile(r"(?:\w|\\[ '’,-]|['’,-]|\||\(\?:|\)\??)+")
"""The pattern of a terminal that is made of plain strings only: words, spaces, alternatives."""


@dataclass(frozen=True, slots=True)
class PhraseOf:
    """A phrase of a terminal, as its words in lower case."""

    words: tuple[str, ...]
    terminal: str
    priority: int


@dataclass(frozen=True, slots=True)
class PatternOf:
    """The pattern of a terminal that is no plain phrase."""

    pattern: re.Pattern[str]
    terminal: str
    priority: int


@dataclass(frozen=True, slots=True)
class Branch:
    """The phrases that end with a word, those of high priority first, and how longer ones go on."""

    ending: list[PhraseOf] = field(default_factory=list)
    longer: "dict[str, Branch]" = field(default_factory=dict)

    @classmethod
    def of(cls, phrases: Iterable[PhraseOf]) -> "Branch":
        """Phrases that begin with the same word, behind that word."""
        root = cls()
        for phrase in phrases:
            branch = root
            for word in phrase.words[1:]:
                branch = branch.longer.setdefault(word, cls())
            branch.ending.append(phrase)
        return root


class Words:
    """A text as its words, found by where they start; none where no phrase is looked for."""

    def __init__(self, text: str, start: int, end: int, *, counted: bool = True) -> None:
        self.text, self.end = text, end
        found = WORD.finditer(text, start, end) if counted else ()
        places = [match.span() for match in found]
        self.words = [*(text[begin:stop].lower() for begin, stop in places), ""]
        self.numbers = {begin: number for number, (begin, _) in enumerate(places)}
        self.ends = [stop for _, stop in places]


class PhraseLexer(Lexer):
    """Scans for the terminals that the parser's state accepts, the longest phrase first."""

    def __init__(
        self,
        conf: "LexerConf",
        states: Mapping[Any, Collection[str]],
        always_accept: Collection[str] = (),
    ) -> None:
        """Built by lark in place of its own contextual lexer."""
        assert not always_accept
        self.terminals: Mapping[str, TerminalDef] = conf.terminals_by_name
        self.accept(states)
        ignored = "|".join(self.terminals[name].pattern.to_regexp() for name in conf.ignore)
        self.ignored = re.compile(ignored or "(?!)")
        self.patterns_for: dict[frozenset[str], tuple[PatternOf, ...]] = {}
        self.branches: dict[str, Branch | None] = {}

    def accept(self, states: Mapping[Any, Collection[str]]) -> None:
        """Take the terminals that each state of the parser accepts."""
        self.accepted = _shared({state: frozenset(names) for state, names in states.items()})

    @cached_property
    def phrases(self) -> Mapping[str, list[PhraseOf]]:
        """The phrases by their first word, those of high priority first."""
        found: dict[str, list[PhraseOf]] = {}
        for terminal in sorted(self.terminals.values(), key=lambda each: -each.priority):
            for words in phrases_of(terminal):
                phrase = PhraseOf(words, terminal.name, terminal.priority)
                found.setdefault(words[0], []).append(phrase)
        return found

    def begun(self, word: str) -> Branch | None:
        """The phrases that begin with a word, branching at each word after it, once asked for."""
        if word not in self.branches:
            known = self.phrases.get(word)
            self.branches[word] = Branch.of(known) if known else None
        return self.branches[word]

    @cached_property
    def patterns(self) -> Mapping[str, PatternOf]:
        """The terminals that are no plain phrases, by their names."""
        return {
            each.name: PatternOf(
                re.compile(each.pattern.to_regexp()), _stands_for(each), each.priority
            )
            for each in self.terminals.values()
            if not _is_plain(each)
        }

    def lex(self, lexer_state: LexerState, parser_state: "ParserState[Any]") -> Iterator[Token]:
        """The tokens of the text, each for the state the parser is in when it is asked for."""
        text, at, end = lexer_state.text.text, lexer_state.text.start, lexer_state.text.end
        words = Words(text, at, end, counted=bool(self.phrases))
        while True:
            terminal, start, at = self.scan(words, at, self.accepted[parser_state.position])
            if terminal == END:
                return
            yield Token(terminal, words.text[start:at], start_pos=start, end_pos=at)

    def scan(self, words: Words, at: int, accepted: frozenset[str]) -> tuple[str, int, int]:
        """The next terminal from an offset on, among those accepted: where it stands."""
        if gap := self.ignored.match(words.text, at, words.end):
            at = gap.end()
        if at >= words.end:
            return END, at, at
        number = words.numbers.get(at)
        best = self._phrase(words, number, accepted) if number is not None else None
        for each in self._patterns(accepted):
            if best and each.priority <= best.priority:
                break
            if match := each.pattern.match(words.text, at, words.end):
                return each.terminal, at, match.end()
        if best and number is not None:
            return best.terminal, at, words.ends[number + len(best.words) - 1]
        return STOP, at, words.ends[number] if number is not None else at + 1

    def _phrase(self, words: Words, number: int, accepted: frozenset[str]) -> PhraseOf | None:
        """The phrase of the highest priority, and of those the longest, that begins at a word."""
        best: PhraseOf | None = None
        branch = self.begun(words.words[number])
        while branch:
            for each in branch.ending:
                if each.terminal in accepted:
                    best = each if best is None or each.priority >= best.priority else best
                    break
            number += 1
            branch = branch.longer.get(words.words[number])
        return best

    def _patterns(self, accepted: frozenset[str]) -> tuple[PatternOf, ...]:
        """The patterns among the terminals accepted, those of high priority first."""
        if accepted not in self.patterns_for:
            found = [self.patterns[name] for name in accepted if name in self.patterns]
            found.sort(key=lambda each: (-each.priority, each.terminal))
            self.patterns_for[accepted] = tuple(found)
        return self.patterns_for[accepted]


def phrases_of(terminal: TerminalDef) -> Iterator[tuple[str, ...]]:
    """The phrases that a plain terminal stands for, as words in lower case."""
    if _is_plain(terminal):
        for phrase in expanded(_bare(terminal)):
            yield tuple(WORD.findall(phrase.replace("\\", "").lower()))


def _stands_for(terminal: TerminalDef) -> str:
    """The terminal that a pattern stands for: its own, or the one whose phrases it adds to."""
    return terminal.name.removesuffix("_PATTERN")


def expanded(pattern: str) -> list[str]:
    """Every text that a plain pattern stands for.

    >>> expanded("(?:vice)?king|queen")
    ['viceking', 'king', 'queen']
    """
    return [text for branch in _branches(pattern) for text in _sequence(branch)]


def _shared(accepted: Mapping[Any, frozenset[str]]) -> Mapping[Any, frozenset[str]]:
    """The same, with sets that are equal being one, so that they are found at once."""
    sets = {names: names for names in accepted.values()}
    return {state: sets[names] for state, names in accepted.items()}


def _sequence(pattern: str) -> list[str]:
    parts: list[list[str]] = []
    at = 0
    while at < len(pattern):
        if pattern.startswith("(?:", at):
            close = _close(pattern, at)
            optional = pattern[close + 1 : close + 2] == "?"
            parts.append(expanded(pattern[at + 3 : close]) + ([""] if optional else []))
            at = close + 1 + optional
        else:
            stop = pattern.find("(?:", at)
            stop = stop if stop >= 0 else len(pattern)
            parts.append([pattern[at:stop]])
            at = stop
    return ["".join(combination) for combination in product(*parts)]


def _branches(pattern: str) -> Iterator[str]:
    """The alternatives of a plain pattern."""
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
    raise AssertionError(pattern)


def _is_plain(terminal: TerminalDef) -> bool:
    written = _bare(terminal)
    return bool(PLAIN.fullmatch(written) and re.search(r"\w", written))


def _bare(terminal: TerminalDef) -> str:
    """A terminal's pattern without lark's wrapping of flags."""
    return re.sub(r"\(\?[a-z]+:", "(?:", terminal.pattern.to_regexp())
