"""What narrows an event or a state, and is a condition in its own words."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from charter.elaborate.account import Account, is_light
from charter.elaborate.objects import OF_A_REGION, is_of_a_region
from charter.elaborate.parties import is_who, names
from charter.rules.pattern import Condition, EventPattern
from charter.rules.terms import ConditionKind
from charter.syntax.phrases import is_that, name_of
from charter.syntax.tree import Node


def told_apart(nodes: Sequence[Node], account: Account) -> Iterator[Condition]:
    """What the words for the states in an event say of them: where, no party, the same enemy."""
    yield from regions(nodes, account)
    yield from _neighbours(nodes, account)
    for node in nodes:
        if is_no_party(node):
            yield Condition(kind=ConditionKind.AGGRESSOR_NOT_PARTY, words=account.words(node))
            break
    for node in nodes:
        if _is_the_same(node, account):
            account.take(node)
            yield Condition(kind=ConditionKind.SAME_ENEMY, words=account.words(node))
            break


def _neighbours(nodes: Sequence[Node], account: Account) -> Iterator[Condition]:
    """That a state lies beside another ("a State bordering on Bulgaria")."""
    for at, (by, whom) in enumerate(pairwise(nodes)):
        denied = at > 0 and nodes[at - 1].form == "negation"
        if name_of(by) == "BORDERING" and is_who(whom) and not denied:
            account.hold(by, whom)
            yield Condition(kind=ConditionKind.REGION, words=account.words(by, whom))
            return


OUTSIDE = ("non-signatory", "non-contracting", "non-member", "non-party")


QUARTERS = ("eastern", "western", "northern", "southern")


def _is_a_side(node: Node) -> bool:
    """Whether the frontiers that an event strikes are those of one side only."""
    said = (phrase.text.lower() for phrase in node.phrases("OTHER_INTEREST"))
    return node.form == "interest" and any(text.startswith(QUARTERS) for text in said)


def is_no_party(node: Node) -> bool:
    """Whether a state is said to be no party to the treaty ("a non-signatory Power")."""
    said = any(phrase.text.lower().startswith(OUTSIDE) for phrase in node.phrases())
    tails = node.nodes("state_tail")
    return node.form == "state" and (said or any(tail.has("NOT_A_PARTY") for tail in tails))


def _is_the_same(node: Node, account: Account) -> bool:
    """Whether an adversary is one that the Parties have in common ("the same Power")."""
    text = account.text(node)
    if node.has("ENEMY"):
        return "same" in text or "common" in text
    return node.form == "state" and any(
        phrase.name == "THIS" and phrase.text.lower().endswith("same") for phrase in node.phrases()
    )


def regions(nodes: Sequence[Node], account: Account) -> Iterator[Condition]:
    """A state that is said to be of a part of the world ("a European Power")."""
    for node in nodes:
        if is_of_a_region(node) or _is_a_side(node) or _is_soil_of_a_region(node):
            yield Condition(kind=ConditionKind.REGION, words=account.words(node))
            return


def _is_soil_of_a_region(node: Node) -> bool:
    """Whether a state's soil is that in a part of the world ("the Baltic possessions of …")."""
    said = (phrase.text.lower().split() for phrase in node.phrases("TERRITORY"))
    return node.form == "asset" and any(len(words) > 1 and words[0] in PARTS for words in said)


PARTS = OF_A_REGION | {
    "indian", "mediterranean", "pacific", "transatlantic", "caribbean", "adriatic", "west",
    "north", "south", "far",
}  # fmt: skip
"""Words that say in which part of the world a state's soil is meant."""


def limits(nodes: Sequence[Node], account: Account) -> Iterator[Condition]:
    """Clauses that narrow the event of a conditional, and that its pattern does not hold."""
    run: list[Node] = []
    for node in (*nodes, None):
        if node is not None and _goes_with(run, node, account):
            run.append(node)
            continue
        if run and _narrows(run) and not all(map(is_light, run)):
            account.hold(*run)
            words = account.words(*run)
            kind = ConditionKind.OTHER
            if DENIED_PROVOCATION.search(words.text.lower()):
                kind = ConditionKind.UNPROVOKED
            yield Condition(kind=kind, words=words)
        run = []


DENIED_PROVOCATION = re.compile(r"\b(?:not|never|without|nowise)\b[^,;]*\bprovo[ck]")
"""Words by which whoever is struck has not provoked the event ("which it has not provoked")."""


def _goes_with(run: Sequence[Node], node: Node, account: Account) -> bool:
    """Whether a phrase goes on with a run that nobody took, be it the run's own "has" or "is"."""
    own = bool(run) and node.form == "finite" and name_of(run[0]) == "WHICH"
    return own or (account.is_free(node) and node.form != "comma")


def own_limits(
    pattern: EventPattern, nodes: Sequence[Node], account: Account
) -> Iterator[Condition]:
    """The limits on an event; one right behind the last of its authors is a limit on that one.

    As in "attacked by Germany, or by Italy supported by Germany".
    """
    last = next((n for n in range(3, len(nodes) - 1) if _is_another(nodes[n - 2 : n + 1])), None)
    for each in limits(nodes, account):
        if last is None or each.words.start != account.words(nodes[last + 1]).start:
            yield each
            continue
        own = names([nodes[last]])
        others = tuple(name for name in pattern.author_names if name not in own)
        yield each.model_copy(update={"unless_by": others})


def _is_another(nodes: Sequence[Node]) -> bool:
    """Whether some phrases add another author with a preposition of its own: "or by Italy"."""
    joint, by, named = nodes
    return name_of(joint) == "OR" and name_of(by) == "BY" and named.form == "names"


def _narrows(run: Sequence[Node]) -> bool:
    """Whether words limit an event by a clause or phrase that names nobody who could be in it."""
    told = [name_of(node) for node in run]
    if {"WHICH", "LIKELY_TO"} & set(told[:5]) or ("NOT" in told[:3] and len(run) > 2):
        return True
    if is_that(run[0]) and "MUST_NOT" in told[1:3]:
        return True
    if run[0].form == "loose" and run[0].has("UNPROVOKED"):
        return True
    if run[0].form == "unread" and len(run) > 1:
        return _is_participle(run)
    if any(node.form == "event" or is_who(node) for node in run):
        return False
    of_nobody = run[0].form == "preposition" and told[0] not in BEARING_ON
    of_verb = run[0].form == "verb" and len(run) > 1
    return of_nobody or of_verb or told[0] in ("DURING", "IN_THAT_CASE")


BEARING_ON = frozenset({"ON", "TO", "OF", "BY", "BETWEEN", "FROM"})
"""Prepositions of those who bring an event about or suffer it, and of what it bears on."""
JOINING = frozenset(
    {
        "allied", "associated", "leagued", "united", "joined", "linked", "coalesced",
        "confederated", "bound", "supported", "aided", "assisted",
    }
)  # fmt: skip
"""Participles by which one state goes with another."""


def _is_participle(run: Sequence[Node]) -> bool:
    """Whether words tell a state apart by a participle ("supported by Germany")."""
    said = run[0].phrases()[0].text.lower()
    if not said.endswith("ed") or run[1].form != "preposition":
        return False
    if said in JOINING:
        return not any(node.form == "party" for node in run)
    return not any(node.form == "preposition" for node in run[2:])
