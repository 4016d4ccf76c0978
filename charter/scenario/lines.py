"""A line under Then: what it claims, and the qualifiers that narrow it down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypedDict

from charter.findings.claims import AuthorIs, Claim, HappenedOn
from charter.scenario.deeds import object_of
from charter.scenario.draft import Draft
from charter.scenario.facts import Asked, Fact, facts_of
from charter.scenario.names import Mistake
from charter.source import Span
from charter.syntax.tree import Node

QUALIFIERS = (
    *(
        "including",
        "under",
        "not_under",
        "because",
        "because_of",
        "by_event",
        "on_day_of",
        "depending",
    ),
)
OF_EVENT = ("because_of", "by_event", "on_day_of")
"""The qualifiers that name the event of which a line speaks."""


class Said(TypedDict):
    """What every expectation has."""

    text: str
    line: int
    span: Span
    reading: str | None
    contested: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line under Then: what it claims, and its qualifiers by their form."""

    draft: Draft
    claim: Node
    said: Said
    undetermined: bool
    qualifiers: Mapping[str, Node]

    @property
    def event(self) -> str | None:
        """The label of the event that the line names, if it names one."""
        named = (self.qualifiers.get(form) for form in OF_EVENT)
        for found in filter(None, named):
            return self.draft.event(found.nodes("event")[0]).label
        return object_of(self.draft, self.claim)[1]

    def asked(self, *, one: bool) -> Asked:
        """Of which events reasons and open questions speak that name none."""
        labels = (self.event,) if self.event else tuple(self.draft.events)
        return Asked(self.draft, labels, one)

    def because(self, *, one: bool) -> tuple[Fact, ...]:
        """The reasons that the line gives."""
        node = self.qualifiers.get("because")
        inner = _inner(node) if node else ()
        return tuple(fact for each in inner for fact in facts_of(each, self.asked(one=one)))

    def depends_on(self, party: str) -> tuple[Claim, ...]:
        """The open questions that the line names; who did it is asked of the party itself."""
        node = self.qualifiers.get("depending")
        if node and not self.undetermined:
            help = "write `it is undetermined whether …`"
            raise Mistake("C319", "what is settled depends on nothing", node.span, help=help)
        inner = _inner(node) if node else ()
        asked = self.asked(one=True)
        return tuple(claim for each in inner for claim in _open(each, party, asked))

    def article(self) -> tuple[str | None, str | None]:
        """The article and the charter under which, as far as the line says."""
        node = self.qualifiers.get("under")
        return self.draft.names.article(node.nodes("article")[0]) if node else (None, None)

    def not_articles(self) -> tuple[str, ...]:
        """The article under which the same must not be owed."""
        node = self.qualifiers.get("not_under")
        return (self.draft.names.article(node.nodes("article")[0])[0],) if node else ()

    def parties(self) -> tuple[str, ...]:
        """Those of whom the line speaks."""
        return self.draft.names.each_actor(self.claim.nodes("actors")[0])


def _inner(node: Node) -> tuple[Node, ...]:
    return tuple(part for part in node.parts if isinstance(part, Node))


def _open(node: Node, party: str, asked: Asked) -> Iterator[Claim]:
    """The claims that an open question asks about."""
    match node.form:
        case "who":
            yield AuthorIs(asked.draft.event(node.nodes("event")[0]).label, party)
        case "when":
            yield HappenedOn(asked.draft.event(node.nodes("event")[0]).label)
        case "whether":
            for each in _inner(node):
                yield from (claim for claim, _ in facts_of(each, asked))
        case _:
            yield from (claim for claim, _ in facts_of(node, asked))
