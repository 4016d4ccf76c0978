"""Passive clauses as active ones: what is done stands in front, by whom behind, or nowhere."""

from collections.abc import Sequence
from dataclasses import replace

from charter.elaborate.act import Act, verb_text
from charter.elaborate.bearers import bound
from charter.elaborate.clausework import Clausework
from charter.elaborate.parties import is_who, listed
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

IRREGULAR = frozenset(
    {"given", "made", "taken", "lent", "sent", "kept", "put", "brought", "laid", "sold", "upheld"}
)
TOLD_BEFOREHAND = frozenset({"REPORT", "TAKE", "TERMINATE", "OTHER_ACT", "UNREAD"})
"""Verbs whose readers find what is done in the subject themselves, or look for nothing there."""


def turned(work: Clausework, act: Act) -> tuple[Clausework, Act]:
    """A passive clause and its act as they are in the active voice; others as they are.

    As in "assistance shall be given to the Party attacked by the other Parties".
    """
    if not _is_passive(work, act) or act.name in TOLD_BEFOREHAND:
        return work, act
    things = work.clause.subject
    by, rest = agent(act.nodes)
    work.account.take(*(node for node in act.nodes if node not in rest))
    if work.bearer and not any(is_who(node) for node in things):
        return work, act
    work.account.taken.difference_update(node.span.start for node in things)
    bearer = bound([node for node in by if is_who(node)]) if by else None
    made = replace(act, nodes=(*things, *rest), is_denied=act.is_denied)
    return replace(work, bearer=bearer, clause=replace(work.clause, subject=()), agent=by), made


def _is_passive(work: Clausework, act: Act) -> bool:
    text = verb_text(act.verb)
    participle = text.endswith("ed") or text in IRREGULAR
    before = (node for node in work.clause.body if node.span.start < act.verb.span.start)
    return participle and any(name_of(node) == "IS" for node in before)


def agent(row: Sequence[Node]) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The phrases of who behind "by" in a row, and the row without them."""
    for at in range(len(row) - 1):
        if name_of(row[at]) == "BY" and is_who(row[at + 1]):
            end = listed(row, at + 1)
            return tuple(row[at + 1 : end]), (*row[:at], *row[end:])
    return (), tuple(row)
