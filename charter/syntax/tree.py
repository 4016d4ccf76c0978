"""The syntax tree: phrases as leaves, and nodes named for the grammar's rules.

The grammar shapes the tree, so that a new rule needs no new class; what a node means is for
``charter.elaborate`` to say. Positions take no part in equality.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from charter.source import Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the vocabulary; ``name`` is the grammar's name for it."""

    name: str
    text: str
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Node:
    """A construct; ``form`` is the grammar rule, ``parts`` its phrases and constructs in order.

    ``name`` is the name of the first phrase among the parts, if there is one.
    """

    form: str
    parts: "tuple[Node | Phrase, ...]"
    span: Span = field(compare=False)
    name: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        name = next((each.name for each in self.parts if isinstance(each, Phrase)), "")
        object.__setattr__(self, "name", name)

    def nodes(self, *forms: str) -> "tuple[Node, ...]":
        """The parts that are constructs of one of the forms; of any form where none is given."""
        found = [each for each in self.parts if isinstance(each, Node)]
        return tuple([each for each in found if each.form in forms] if forms else found)

    def node(self, *forms: str) -> "Node | None":
        """The first part that is a construct of one of the forms, if any."""
        return next(iter(self.nodes(*forms)), None)

    def phrases(self, *names: str) -> tuple[Phrase, ...]:
        """The parts that are phrases of one of the names; of any name where none is given."""
        found = [each for each in self.parts if isinstance(each, Phrase)]
        return tuple([each for each in found if each.name in names] if names else found)

    def has(self, *names: str) -> bool:
        """Whether a phrase of one of the names is a part of this construct."""
        for each in self.parts:  # noqa: SIM110 - asked so often that a generator costs too much
            if isinstance(each, Phrase) and each.name in names:
                return True
        return False

    def everywhere(self, form: str) -> "Iterator[Node]":
        """The constructs of a form in this one, at any depth, in order."""
        stack: list[Node] = [self]
        while stack:
            node = stack.pop()
            if node.form == form:
                yield node
            stack.extend(part for part in reversed(node.parts) if isinstance(part, Node))
