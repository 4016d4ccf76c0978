"""Who judges an event: "if any Party considers that …", "when the Council determines that …"."""

import re
from collections.abc import Sequence

from charter.elaborate.account import Account
from charter.elaborate.objects import target_of
from charter.elaborate.parties import is_who, listed, reference
from charter.rules.pattern import Condition, EventPattern
from charter.rules.terms import ConditionKind, Target
from charter.syntax.phrases import is_judgment, is_that, name_of
from charter.syntax.tree import Node

JUDGING = frozenset({"CONSIDERED", "THINKS", "DECIDE"})
STRANGERS = frozenset({"organ", "third_state", "state", "names"})


def judged(nodes: Sequence[Node]) -> int:
    """Where the words that say who judges the event end: behind "that"; nought without them."""
    for at, node in enumerate(nodes[:12]):
        if _begins_with_that(node) and any(name_of(each) in JUDGING for each in nodes[:at]):
            return at + 1 if is_that(node) and len(node.parts) == 1 else at
    return 0


def _begins_with_that(node: Node) -> bool:
    first = next(iter(node.phrases()), None)
    return first is not None and first.text.lower() == "that"


def by_another(nodes: Sequence[Node], account: Account) -> tuple[Condition, ...]:
    """The judgment as a condition, where an organ or an outsider judges and not the Parties."""
    judge = next((node for node in nodes if is_who(node)), None)
    account.hold(*nodes)
    if judge is None or reference(judge) not in STRANGERS:
        return ()
    return (Condition(kind=ConditionKind.OTHER, words=account.words(*nodes)),)


def of_the_judge(pattern: EventPattern, nodes: Sequence[Node], begin: int) -> EventPattern:
    """The event with the judge as the one it befalls, where his "own" security is what it hits."""
    own = re.search(r"\b(?:its|their|his|her|own)\b", pattern.words.text.lower())
    if pattern.target is not Target.ONE_OR_MORE_PARTIES or not own:
        return pattern
    judge = next((node for node in nodes[:begin] if is_who(node)), None)
    said = " ".join(phrase.text.lower() for n in nodes if is_judgment(n) for phrase in n.phrases())
    if judge is not None and reference(judge) not in STRANGERS:
        return pattern.model_copy(update={"target": target_of([judge])})
    one_of = re.search(r"(?<!any )\bone of\b|\beither\b|\beach party\b", said)
    if one_of:
        return pattern.model_copy(update={"target": Target.ONE_PARTY})
    return pattern


def opinion(nodes: Sequence[Node], account: Account) -> tuple[Node, ...]:
    """The words of a conditional without those for whose opinion it is, where that is a Party's."""
    at = next((n for n, node in enumerate(nodes[:-1]) if _is_opinion_of(node)), None)
    if at is None or nodes[at + 1].form not in ("names", "party", "pronoun", "loose"):
        return tuple(nodes)
    begin = at + 2 if nodes[at + 1].form == "loose" else at + 1
    end = listed(nodes, begin) if begin < len(nodes) else begin
    if begin >= len(nodes) or not is_who(nodes[begin]):
        return tuple(nodes)
    account.take(*nodes[at:end])
    return (*nodes[:at], *nodes[end:])


def _is_opinion_of(node: Node) -> bool:
    return is_judgment(node) and node.phrases()[-1].text.lower().endswith(" of")
