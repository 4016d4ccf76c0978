"""The verbs of a clause with their objects: "shall respect X and aid Y" is two acts."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from charter.elaborate.account import LIGHT_DETERMINERS, Account, is_light
from charter.elaborate.act import Act, verb_name
from charter.elaborate.nouns_as_verbs import is_plural, is_said_of, passes
from charter.elaborate.parties import is_who
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

SEPARATE = frozenset({"REPORT", "CONSULT", "COOPERATE", "EXCHANGE", "AID"})
"""Verbs that are each an action of its own, also where they share an object."""
WHOLE = frozenset({"CONSULT", "COOPERATE"})
"""Verbs that need no object, so that they never share the next verb's."""
NOUNS = frozenset({"charter", "term", "event", "means", "asset", "interest", "loose"})
WHOM = frozenset({"preposition", "formula", "mutual", "pronoun", "party", "names", "state"})
DENYING = frozenset({"NO", "NEITHER", "NEITHER_OF"})


OF_A_BOND = frozenset({"bound", "obliged", "obligated", "required"})
"""Words for being bound, so that to deny them forbids nothing ("shall not be obliged to")."""


def acts(row: Sequence[Node], account: Account, head: Node | None = None) -> tuple[Act, ...]:
    """The acts of a row, in order; phrases that others have taken are passed over.

    Behind the modal that may be given stands a verb, known or not: a word that nobody knows is
    taken for one there.
    """
    free = account.free(row)
    nodes = [node for node in free if name_of(node) != "PROVISIONALLY"]
    while nodes and is_light(nodes[-1]):
        nodes.pop()
    starts = _starts(nodes, of_modal=head is not None)
    account.take(*(node for node in nodes[: starts[0] if starts else 0] if node.form == "mutual"))
    if not starts and (promised := _promised(nodes)):
        account.take(*(node for node in nodes if node.form == "joint"))
        return (promised,)
    found: list[Act] = []
    verbs: list[Node] = []
    signs: list[Node] = []
    joint = False
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(nodes)
        before = _just_before(nodes, start)
        account.take(*before)
        signs = signs if verbs else before
        verbs.append(nodes[start])
        behind = nodes[start + 1 : end]
        while behind and end < len(nodes) and _dangles(behind[-1]):
            behind.pop()
        if not behind and end < len(nodes) and name_of(nodes[start]) not in WHOLE:
            if name_of(nodes[start]) == "RECOGNISE" and head is None:
                found.append(Act(tuple(verbs), (), until=nodes[end].span.start))
                verbs = []
            if not _tells_apart(nodes, start, end):
                continue
            behind = nodes[end + 1 :]
        if name_of(nodes[start]) == "COOPERATE" and (chained := _chained(behind)):
            account.take(*verbs, *behind[:chained])
            verbs, behind, joint = [behind[chained]], behind[chained + 1 :], True
        until = nodes[end].span.start if end < len(nodes) else sys.maxsize
        verbs.sort(key=lambda verb: name_of(verb) == "RECOGNISE")
        act = Act(tuple(verbs), tuple(behind), is_joint=joint, until=until)
        found.append(_signed(act, signs, found[-1] if found else None, head))
        account.take(*(node for node in (denying(behind),) if node and node.form == "loose"))
        verbs, joint = [], False
    return tuple(found)


def _behind_adverbial(nodes: Sequence[Node]) -> list[int]:
    """The verb behind a phrase that stands between it and its modal ("may by agreement invite")."""
    if not nodes or not (nodes[0].form == "preposition" or name_of(nodes[0]) == "SHARE"):
        return []
    found = (n for n in range(1, len(nodes)) if nodes[n].form == "verb")
    first = next((n for n in found if nodes[n - 1].form not in ("preposition", "loose")), None)
    return [] if first is None else [first]


def _starts(nodes: Sequence[Node], *, of_modal: bool) -> list[int]:
    """The places of the verbs that begin acts."""
    starts = [n for n in range(len(nodes)) if _is_verb(nodes, n) and not _is_aim(nodes, n)]
    starts = [n for n in starts if not (of_modal and n and is_plural(nodes, n))]
    starts = [n for n in starts if not _is_told_of_somebody(nodes, n)]
    starts = [n for n in starts if not _is_allowed(nodes, starts, n)]
    if of_modal and not starts:
        starts = _behind_adverbial(nodes)
    unknown = _unknown_verb(nodes) if of_modal else None
    if unknown is not None and unknown < min(starts, default=len(nodes)):
        starts.insert(0, unknown)
    return starts


def _is_told_of_somebody(nodes: Sequence[Node], at: int) -> bool:
    """Whether a verb tells what somebody has not done ("those Parties which have not given …")."""
    denied = False
    for node in reversed(nodes[max(0, at - 8) : at]):
        if name_of(node) == "WHICH":
            return denied
        denied = denied or node.form == "negation"
        if node.form not in PARENTHETIC and name_of(node) not in ("BEFORE", "AFTER"):
            return False
    return False


PARENTHETIC = frozenset({"finite", "negation", "formula", "comma", "period", "term"})
"""What may stand between "which" and its verb."""


def _signed(act: Act, signs: Sequence[Node], last: Act | None, head: Node | None) -> Act:
    """An act with what denies it: words before its verb, in its object, or those of the act before.

    A denial goes on over "nor" and "or", and over "and" that no new "to" follows.
    """
    names = [name_of(node) for node in signs]
    denied, only = _sign(names)
    goes_on = last is not None and last.is_denied and not denied
    denied = denied or (goes_on and ("OR" in names or ("TO" not in names and "AND" in names)))
    within = denying(act.nodes)
    to = head is not None and head.phrases()[-1].text.lower().endswith((" not to", " never to"))
    turns = last is not None and "OR" not in names and "TO" in names and not denied
    return replace(
        act,
        is_denied=denied or within is not None,
        is_only=only,
        is_affirmed=to and turns and not within,
    )


def denying(nodes: Sequence[Node]) -> Node | None:
    """The phrase that says that there is no object ("enter into no alliance", "give him no aid").

    It is the first thing behind a verb; what stands further on is denied of something else.
    """
    for node in nodes:
        named = {phrase.name for phrase in node.phrases()}
        if "ENEMY" in named:
            continue
        if node.form in NOUNS and not named <= LIGHT_DETERMINERS:
            return node if DENYING & named and not node.has("PROVOCATION") else None
        if node.form not in (*WHOM, "loose"):
            return None
    return None


def _tells_apart(nodes: Sequence[Node], start: int, end: int) -> bool:
    """Whether two verbs of one object are two things done ("inform and consult the other")."""
    pair = {name_of(nodes[start]), name_of(nodes[end])}
    return len(pair) > 1 and pair <= SEPARATE


def _unknown_verb(nodes: Sequence[Node]) -> int | None:
    """The place of a word that nobody knows where the verb of a clause must stand, if one does.

    As in "shall swiftly embargo …", "shall be embargoed".
    """
    at = 0
    while at < len(nodes) and _stands_before_a_verb(nodes[at]):
        at += 1
    stands = (
        at < len(nodes) and nodes[at].form == "unread" and nodes[at].phrases()[0].text.islower()
    )
    return at if stands else None


def _stands_before_a_verb(node: Node) -> bool:
    if node.form == "unread":
        return node.phrases()[0].text.endswith("ly")
    return node.form in ("formula", "negation", "comma", "finite")


def _is_aim(nodes: Sequence[Node], at: int) -> bool:
    """Whether help is the aim of measures that are taken ("take such action …, to assist it")."""
    names = {name_of(node) for node in _just_before(nodes, at)}
    if not nodes[at].has("AID") or "TO" not in names or not names <= {"COMMA", "TO"}:
        return False
    taken = next((n for n in range(at) if name_of(nodes[n]) == "TAKE"), at)
    return any(node.has("MEASURES") for node in nodes[taken:at])


def _promised(nodes: Sequence[Node]) -> Act | None:
    """What is promised without a verb of its own ("promise each other mutual assistance")."""
    at = next(
        (n for n, node in enumerate(nodes) if node.form == "term" and _is_promise(node)), None
    )
    if at is None or not all(_is_promisee(node) for node in nodes[:at]):
        return None
    return Act((nodes[at],), (*nodes[:at], *nodes[at + 1 :]))


def _is_promise(node: Node) -> bool:
    return node.form == "term" and (node.has("AID") or name_of(node) == "PEACE")


def _is_promisee(node: Node) -> bool:
    """Whether a phrase says to whom something is promised, or how it is."""
    plain = node.form in ("formula", "means", "joint", "comma") or name_of(node) in ("TO", "OF")
    return plain or is_who(node)


def _chained(behind: Sequence[Node]) -> int:
    """The place of the verb that joining forces serves ("unite to guarantee"), or nought."""
    if not behind or name_of(behind[0]) != "TO":
        return 0
    return next((n for n, node in enumerate(behind[:4]) if n and node.form == "verb"), 0)


def _sign(before: Sequence[str]) -> tuple[bool, bool]:
    """Whether the words before a verb deny it ("not only not to"), or say "only"."""
    denials = sum(name in ("NOT", "NEVER", "NEITHER") for name in before)
    if "ONLY" in before:
        return denials > 1, denials == 0
    return denials > 0, False


def _dangles(node: Node) -> bool:
    """Whether a phrase between two verbs is of no object ("cede to nor exchange with")."""
    return _joins(node) or node.form == "preposition"


def _joins(node: Node) -> bool:
    if node.form == "loose" and name_of(node) == "NEITHER":
        return len(node.parts) == 1
    return node.form in ("joint", "negation", "comma") or name_of(node) in ("TO", "IS", "FILLER")


def _just_before(nodes: Sequence[Node], start: int) -> list[Node]:
    """The joints, negations and such right before a verb."""
    at = start
    while at > 0 and _joins(nodes[at - 1]):
        at -= 1
    return list(nodes[at:start])


def _is_verb(nodes: Sequence[Node], at: int) -> bool:
    """Whether a verb, or a noun used as one, begins an act here."""
    node = nodes[at]
    as_verb = node.form == "verb" or (
        node.form == "term" and len(node.parts) == 1 and node.has("AID")
    )
    as_verb = as_verb or passes(node)
    if node.form == "event" and len(node.parts) == 1:
        as_verb = verb_name(node) in ("ATTACK", "BLOCKADE", "UPON_FORCE", "UPON_WAR", "GO_TO_WAR")
    if name_of(node) == "NEUTRAL" and at + 1 < len(nodes) and nodes[at + 1].form == "state":
        return False
    if not as_verb or (at and is_said_of(node)):
        return False
    return _begins(nodes, at)


LETTING = frozenset({"ALLOW", "VICTIM", "PREVENT"})
"""Verbs behind which stands what somebody may not be let do."""


def _is_allowed(nodes: Sequence[Node], starts: Sequence[int], at: int) -> bool:
    """Whether a verb tells what else somebody is let do ("permit any Power to land or to stay")."""
    before = [n for n in starts if n < at]
    if not before or name_of(nodes[before[-1]]) not in LETTING:
        return False
    own = nodes[before[-1] + 1 : at]
    signs = [each.phrases()[0].text.lower() for each in _just_before(nodes, at)]
    inner = any(name_of(a) == "TO" and b.form == "verb" for a, b in pairwise(own))
    return inner and signs in (["or"], ["or", "to"], ["and", "to"], ["and"])


def _begins(nodes: Sequence[Node], at: int) -> bool:
    """Whether what stands before a verb lets it begin an act: nothing, a joint, a bare "to"."""
    before = _just_before(nodes, at)
    first = at - len(before)
    names = [name_of(node) for node in before]
    if first == 0 or ("TO" in names and all(node.form == "mutual" for node in nodes[:first])):
        return True
    joined = {"AND", "OR", "NOT", "NEVER", "COMMA"} & set(names)
    if not joined:
        return False
    if names == ["COMMA"]:
        return nodes[first - 1].form == "verb" or nodes[at].form == "verb"
    return (
        nodes[at].form == "verb"
        or _is_of_war(nodes[first - 1])
        or "TO" in names
        or _helps(nodes, at)
    )


def _is_of_war(node: Node) -> bool:
    """Whether a phrase is a verb, or a noun of war that is one ("take up arms and assist it")."""
    return node.form == "verb" or (node.form == "event" and verb_name(node) == "GO_TO_WAR")


def _helps(nodes: Sequence[Node], at: int) -> bool:
    """Whether a noun for help is a verb: right before the one who is helped ("and assist it")."""
    follows = nodes[at + 1] if at + 1 < len(nodes) else None
    return nodes[at].form == "term" and follows is not None and is_who(follows)
