"""What somebody abstains from, item by item: "from joining any bloc, or aiding it, and from war".

Each item behind "refrain from" is an act of its own: a verb in "-ing" is one that is denied, a noun
of conduct is refrained from.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

from charter.elaborate.account import Account
from charter.elaborate.act import Act, verb_text
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

VERBAL = frozenset({"verb", "event", "unread", "term"})
"""The forms of what may be a verb in "-ing"."""
NO_VERBS = frozenset({"STATIONING", "AGREEMENT", "SOLUTION", "MEETING", "VOTING", "ALLIANCE"})
"""Nouns in "-ing"."""
LEADING = frozenset({"AT", "OF", "BY", "FOR", "IN", "WITHOUT", "DIRECTED", "IN_ORDER"})
"""Words behind which a verb in "-ing" is an aim or a way, and no item of its own."""


def spread(found: Sequence[Act], account: Account) -> tuple[Act, ...]:
    """The acts, with each thing that somebody is to abstain from an act of its own."""
    return tuple(one for act in found for one in _items(act, account))


def _items(act: Act, account: Account) -> Iterator[Act]:
    at = next((n for n, node in enumerate(act.nodes) if name_of(node) == "FROM"), None)
    if act.name != "REFRAIN" or act.is_denied or at is None or at + 1 >= len(act.nodes):
        yield act
        return
    starts = [at, *_further(act.nodes, at)]
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(act.nodes)
        until = act.nodes[end].span.start if end < len(act.nodes) else act.until
        row = _without_joints(act.nodes[start:end])
        account.take(*act.nodes[start + len(row) : end])
        yield _item(act, row, account, until=until or sys.maxsize, is_first=not number)


def _item(act: Act, row: Sequence[Node], account: Account, *, until: int, is_first: bool) -> Act:
    """One thing that is abstained from; the first takes the verb itself along."""
    bare = row[1:] if name_of(row[0]) == "FROM" else row
    if not is_gerund(bare[0]):
        verbs = act.verbs if is_first else (row[0],)
        return replace(act, verbs=verbs, nodes=tuple(row if is_first else bare), until=until)
    account.take(*(act.verbs if is_first else ()), *row[: len(row) - len(bare)])
    verbs, nodes = _sharing(bare)
    return replace(act, verbs=verbs, nodes=nodes, until=until, is_denied=True, is_affirmed=False)


def _sharing(bare: Sequence[Node]) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The verbs in "-ing" that share what follows, those that are known before the others."""
    verbs = [bare[0]]
    at = 1
    while at + 1 < len(bare):
        step = at
        while step < len(bare) and bare[step].form in ("comma", "joint"):
            step += 1
        if step == at or step == len(bare) or not is_gerund(bare[step]):
            break
        verbs.append(bare[step])
        at = step + 1
    verbs.sort(key=lambda verb: verb.form == "unread")
    return tuple(verbs), tuple(bare[at:])


def _further(nodes: Sequence[Node], first: int) -> Iterator[int]:
    """Where the items behind the first begin: at "from", or at a verb in "-ing" like its own."""
    verbal = is_gerund(nodes[first + 1])
    begun = first
    for at in range(first + 2, len(nodes) - 1):
        if nodes[at - 1].form not in ("comma", "joint"):
            continue
        own = name_of(nodes[at]) == "FROM"
        led = any(name_of(node) in LEADING for node in nodes[begun + 2 : at])
        shares = _without_joints(nodes[begun:at])[-1:] and is_gerund(_last(nodes, begun, at))
        if own or (verbal and is_gerund(nodes[at]) and not led and not shares):
            verbal, begun = is_gerund(nodes[at + 1] if own else nodes[at]), at
            yield at


def _last(nodes: Sequence[Node], start: int, end: int) -> Node:
    return _without_joints(nodes[start:end])[-1]


def _without_joints(row: Sequence[Node]) -> Sequence[Node]:
    end = len(row)
    while end and row[end - 1].form in ("comma", "joint"):
        end -= 1
    return row[:end]


def is_gerund(node: Node) -> bool:
    """Whether a phrase is a verb in "-ing"."""
    if node.form not in VERBAL and name_of(node) != "USING":
        return False
    if name_of(node) in NO_VERBS or node.has("QUALITY", "ANY", "THE", "A", "ALL"):
        return False
    return verb_text(node).split()[0].endswith("ing")
