"""The phrases of a sentence, and which of them have had a part in its rules.

Whatever reads a phrase takes it; what nobody took is unread. So every word is accounted for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from charter.elaborate.context import Context
from charter.rules.model import Words
from charter.rules.provision import Portion
from charter.rules.terms import Part
from charter.source import Span
from charter.syntax.clauses import span_of
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

TURNING = frozenset(
    {
        "IF", "SHOULD", "IN_CASE", "WHEN", "UNLESS", "EXCEPT", "PROVIDED_THAT", "UNTIL",
        "AS_SOON_AS", "SUBJECT_TO", "WITHOUT", "WITHOUT_PREJUDICE", "NOTWITHSTANDING", "INSOFAR",
    }
)  # fmt: skip
"""Subordinators that condition what a sentence says; the others only add to it."""
LIGHT = frozenset({"preposition", "joint", "comma", "finite", "filler"})
LIGHT_DETERMINERS = frozenset({"THE", "A", "THIS", "POSSESSIVE", "AGAIN_IN_BRACKETS"})
WEAK = frozenset({"QUALITY", "ORDINAL", "COUNT", "NUMBER", "UNPROVOKED"})
"""Determiners that are worth a warning, but decide nothing by themselves."""
LIGHT_FORMULAS = frozenset({"FILLER", "AT_ONCE"})
MARKS = frozenset(".;:()[]…–—-“”\"'")


@dataclass(frozen=True, slots=True)
class Account:
    """A sentence while it is read: its context, the places of the phrases taken, their parts."""

    context: Context
    taken: set[int] = field(default_factory=set)
    portions: list[Portion] = field(default_factory=list)

    def take(self, *nodes: Node) -> None:
        """Note that phrases have had a part; a word that nobody knows never has one."""
        self.hold(*(node for node in nodes if node.form != "unread"))

    def hold(self, *nodes: Node) -> None:
        """Note that the rule keeps phrases in their own words, those that nobody knows as well."""
        self.taken.update(node.span.start for node in nodes)

    def leave(self, *nodes: Node) -> None:
        """Note that phrases had no part after all, as where a clause came to nothing."""
        self.taken.difference_update(node.span.start for node in nodes)

    def note(self, part: Part, *nodes: Node) -> None:
        """Note the part that a stretch of phrases plays; this takes none of them."""
        while nodes and nodes[-1].form == "comma":
            nodes = nodes[:-1]
        if nodes:
            self.portions.append(Portion(part=part, words=self.words(*nodes)))

    def is_free(self, node: Node) -> bool:
        """Whether nobody has taken a phrase yet."""
        return node.span.start not in self.taken

    def free(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        """Those of some phrases that nobody has taken yet."""
        return tuple(node for node in nodes if self.is_free(node))

    def words(self, *nodes: Node) -> Words:
        """The words of a stretch of phrases."""
        return self.context.words(span_of(nodes))

    def text(self, *nodes: Node) -> str:
        """The words of a stretch of phrases, in lower case."""
        return self.context.text(span_of(nodes)).lower()

    def deciding(self, row: Sequence[Node]) -> tuple[Node, ...]:
        """The words left over that decide, so that they must never be passed over."""
        return tuple(node for node in row if self.is_free(node) and decides(node))

    def unread(self, row: Sequence[Node]) -> tuple[Words, ...]:
        """The words of a row that had no part, neighbours together; light words stay out."""
        found: list[Span] = []
        run: list[Node] = []
        for node in (*row, None):
            if node is not None and not self.is_free(node) and node.form != "unread":
                found.extend(phrase.span for phrase in node.phrases("UNREAD"))
            if node is not None and (self.is_free(node) or is_light(node)) and not decides(node):
                run.append(node)
                continue
            while run and (is_light(run[-1]) or not self.is_free(run[-1])):
                run.pop()
            while run and (is_light(run[0]) or not self.is_free(run[0])):
                run.pop(0)
            if run:
                found.append(span_of(run))
            run = []
        found.sort(key=lambda span: span.start)
        parts = (part for span in found for part in self.context.wording.unbroken(span))
        return tuple(self.context.words(part) for part in parts)


def decides(node: Node) -> bool:
    """Whether a phrase decides by itself: a negation, a modal, a condition, a lone quantifier."""
    return is_sign(node) or (node.form == "loose" and not _all_in(node, LIGHT_DETERMINERS | WEAK))


def is_sign(node: Node) -> bool:
    """Whether a phrase turns or conditions what a sentence says."""
    if node.form == "opener":
        return name_of(node) in TURNING
    return node.form in ("negation", "modal", "frame")


def is_light(node: Node) -> bool:
    """Whether a phrase only joins others, so that alone it is never worth a warning."""
    if node.form == "loose":
        return _all_in(node, LIGHT_DETERMINERS)
    if node.form == "unread":
        return node.phrases()[0].text in MARKS
    if node.form == "formula":
        return _all_in(node, LIGHT_FORMULAS)
    return node.form in LIGHT or name_of(node) in ("DO", "WHICH")


def _all_in(node: Node, names: frozenset[str]) -> bool:
    return all(phrase.name in names for phrase in node.phrases())
