"""An act: the verbs of a clause that share an object, and that object."""

import sys
from dataclasses import dataclass

from charter.syntax.phrases import name_of
from charter.syntax.tree import Node, Phrase


@dataclass(frozen=True, slots=True)
class Act:
    """Verbs that share an object, what follows them, and whether "not" or "only" goes before."""

    verbs: tuple[Node, ...]
    nodes: tuple[Node, ...]
    is_denied: bool = False
    is_only: bool = False
    is_joint: bool = False
    is_affirmed: bool = False
    """Whether it stands outside the "not to" that its promise begins with ("… but to …")."""
    until: int = sys.maxsize
    """Where the next act begins."""

    @property
    def verb(self) -> Node:
        """The first of the verbs, by which the act is read."""
        return self.verbs[0]

    @property
    def name(self) -> str:
        """The name of the first verb."""
        return verb_name(self.verb)

    @property
    def row(self) -> tuple[Node, ...]:
        """The verbs and their objects, in the order of the text."""
        return tuple(sorted((*self.verbs, *self.nodes), key=lambda node: node.span.start))

    def covers(self, node: Node) -> bool:
        """Whether a phrase stands within the act's stretch of the sentence."""
        return self.verb.span.start <= node.span.start < self.until

    def has(self, *names: str) -> bool:
        """Whether a phrase of one of the names stands behind the verb."""
        return any(node.has(*names) or _has_inside(node, names) for node in self.nodes)


def _leaves(node: Node) -> list[Phrase]:
    found = [*node.phrases()]
    if len(found) < len(node.parts):
        found.extend(phrase for each in node.nodes() for phrase in _leaves(each))
    return found


def _has_inside(node: Node, names: tuple[str, ...]) -> bool:
    return any(each.has(*names) or _has_inside(each, names) for each in node.nodes())


def verb_text(node: Node) -> str:
    """The words of a verb, in lower case."""
    return " ".join(_leaves(node)[-1].text.lower().split())


def verb_name(node: Node) -> str:
    """The name of a verb, looking through phrases that are nouns as well."""
    if node.form == "event":
        return node.nodes("kind")[0].phrases()[0].name
    if node.form == "term" and node.has("AID"):
        return "AID"
    return name_of(node)
