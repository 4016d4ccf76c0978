"""Phrases for parties, states and organs to the roles that they have in a rule."""

from collections.abc import Sequence

from charter.elaborate.organ_names import is_named_organ, without_title
from charter.elaborate.powers import power
from charter.rules.provision import Who
from charter.rules.terms import Against, Author, Role, Target
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

WHO = frozenset({"party", "pronoun", "mutual", "names", "state", "group", "organ"})

PRONOUNS = {
    "EACH_OF_THEM": "each_party",
    "ANY_OF_THEM": "one_or_more_parties",
    "ONE_OF_THEM": "a_party",
    "ONE_OR_MORE_OF_THEM": "one_or_more_parties",
    "NEITHER_OF_THEM": "no_party",
    "ALL_OF_THEM": "all_parties",
    "ANOTHER_OF_THEM": "another_party",
    "THEY": "they",
    "IT": "it",
    "OTHERS": "other_parties",
    "LATTER": "another_party",
}
SAID_BY_DETERMINERS = (
    ({"NO", "NEITHER", "NEITHER_OF"}, "no_party"),
    ({"ATTACKED", "SUCH", "THIS"}, "attacked_party"),
    ({"ANOTHER"}, "another_party"),
    ({"ONE_OR_MORE"}, "one_or_more_parties"),
    ({"OTHER", "EACH_OTHER"}, "other_parties"),
    ({"EACH", "EACH_OF", "EVERY"}, "each_party"),
    ({"ALL", "ALL_OF", "BOTH"}, "all_parties"),
    ({"ANY_OF"}, "any_of_the_parties"),
    ({"ONE_OF", "EITHER", "A"}, "a_party"),
    ({"ANY"}, "any_party"),
)
"""What a phrase for parties says by its determiners; the first that fits counts."""

ROLES = {
    "the_parties": Role.EACH_PARTY,
    "all_parties": Role.EACH_PARTY,
    "each_party": Role.EACH_PARTY,
    "no_party": Role.EACH_PARTY,
    "they": Role.EACH_PARTY,
    "any_party": Role.ONE_PARTY,
    "any_of_the_parties": Role.ONE_PARTY,
    "one_or_more_parties": Role.ONE_PARTY,
    "a_party": Role.ONE_PARTY,
    "other_parties": Role.OTHER_PARTIES,
    "another_party": Role.OTHER_PARTIES,
    "each_other": Role.EACH_OTHER,
    "attacked_party": Role.ATTACKED_PARTY,
    "it": Role.ATTACKED_PARTY,
    "names": Role.NAMED,
    "organ": Role.ORGAN,
    "state": Role.ONE_PARTY,
    "third_state": Role.THIRD_STATES,
}
QUANTIFIERS = {
    "all_parties": "all",
    "each_party": "each",
    "any_party": "any",
    "any_of_the_parties": "any",
}
TARGETS = {
    "the_parties": Target.ALL_PARTIES,
    "all_parties": Target.ALL_PARTIES,
    "each_party": Target.ONE_OR_MORE_PARTIES,
    "any_party": Target.ONE_OR_MORE_PARTIES,
    "any_of_the_parties": Target.ONE_OR_MORE_PARTIES,
    "one_or_more_parties": Target.ONE_OR_MORE_PARTIES,
    "they": Target.ONE_OR_MORE_PARTIES,
    "a_party": Target.ONE_PARTY,
    "other_parties": Target.OTHER_PARTY,
    "another_party": Target.OTHER_PARTY,
    "each_other": Target.OTHER_PARTY,
    "attacked_party": Target.ONE_PARTY,
    "it": Target.ONE_PARTY,
    "third_state": Target.THIRD_STATES,
    "state": Target.ANY,
    "names": Target.NAMED,
}
AGAINST = {
    "the_parties": Against.ALL_PARTIES,
    "all_parties": Against.ALL_PARTIES,
    "each_party": Against.ALL_PARTIES,
    "other_parties": Against.OTHER_PARTIES,
    "another_party": Against.OTHER_PARTY,
    "a_party": Against.ONE_PARTY,
    "attacked_party": Against.ONE_PARTY,
    "any_party": Against.ONE_OR_MORE_PARTIES,
    "any_of_the_parties": Against.ONE_OR_MORE_PARTIES,
    "one_or_more_parties": Against.ONE_OR_MORE_PARTIES,
    "it": Against.ONE_PARTY,
    "they": Against.ALL_PARTIES,
}
AUTHORS = {
    "state": Author.STATE,
    "third_state": Author.THIRD_STATE,
    "names": Author.NAMED,
    "organ": Author.NAMED,
    "the_parties": Author.PARTY,
    "each_party": Author.PARTY,
    "other_parties": Author.PARTY,
    "another_party": Author.PARTY,
    "group": Author.NON_STATE,
    "a_party": Author.PARTY,
    "any_party": Author.PARTY,
    "any_of_the_parties": Author.PARTY,
    "one_or_more_parties": Author.PARTY,
    "attacked_party": Author.THIRD_STATE,
}


def is_who(node: Node) -> bool:
    """Whether a phrase speaks of parties, states, groups or organs."""
    return node.form in WHO or is_the_other(node) or is_coalition(node)


COALITIONS = ("coalition of", "combination of", "group of powers", "group of states")


def is_coalition(node: Node) -> bool:
    """Whether several Powers are named by their bond ("a coalition of Powers")."""
    said = [phrase.text.lower() for phrase in node.phrases("ALLIANCE")]
    return node.form == "term" and any(text.startswith(COALITIONS) for text in said)


def is_the_other(node: Node) -> bool:
    """Whether determiners stand alone for a party ("the other", "the third")."""
    if node.form != "loose":
        return False
    said = _determiners(node)
    one_of_two = {"ONE_OF", "COUNT"} <= said or {"EITHER", "COUNT"} <= said
    one_of_two = one_of_two or (said <= {"ONE_OF", "THE"} and _ends_in_other(node))
    majesties = "majesties" in node.phrases()[-1].text.lower()
    return bool(said & {"OTHER", "ANOTHER"}) or one_of_two or majesties


def _ends_in_other(node: Node) -> bool:
    """Whether a lone determiner stands for either of two ("the one or the other")."""
    return node.phrases()[-1].text.lower().endswith("other")


def reference(node: Node) -> str:
    """What a phrase of who refers to, by the words that it is made of."""
    match node.form:
        case "pronoun":
            return next(
                PRONOUNS[phrase.name] for phrase in node.phrases() if phrase.name in PRONOUNS
            )
        case "mutual":
            return "each_other"
        case "names" if is_named_organ(node):
            return "organ"
        case "names" | "group" | "organ":
            return node.form
        case "state":
            return power(node)
        case "term":
            return "third_state"
        case _:
            return _party(node)


def _party(node: Node) -> str:
    said = _determiners(node)
    if told := _by_tail(node):
        return told
    if "THIRD" in said:
        return "third_state"
    if _is_leaving(node):
        return "a_party"
    if "THIS" in said and node.has("PARTIES") and _is_spoken_of(node):
        return "the_parties"
    if several := _of_several(node, said):
        return several
    for words, meaning in SAID_BY_DETERMINERS:
        if said & words:
            return _in_number(node, meaning)
    if "COUNT" in said and not said & {"THE", "POSSESSIVE", "THIS"}:
        return "one_or_more_parties"
    if node.has("PARTY") and said & {"THE", "POSSESSIVE"}:
        return "attacked_party"
    return "the_parties"


CONCERNED = ("concerned", "in question")
"""What is said of several whom no event need have befallen."""


def _by_tail(node: Node) -> str | None:
    """What a phrase for parties refers to by what is said behind it."""
    tail = node.node("party_tail", "state_tail")
    if tail is None:
        return None
    if tail.has("SO_ATTACKED"):
        several = node.has("PARTIES") and tail.phrases()[0].text.lower() in CONCERNED
        return "the_parties" if several else "attacked_party"
    return "other_parties" if tail.has("NOT_STRUCK") else None


def _is_leaving(node: Node) -> bool:
    """Whether a Party is told apart only by the notice that it gives."""
    said = (phrase.text.lower() for phrase in node.phrases("PARTY"))
    return any(text.startswith(("denouncing ", "withdrawing ", "notifying ")) for text in said)


def _is_spoken_of(node: Node) -> bool:
    """Whether some are those spoken of in the treaty ("the said Powers"), not just before."""
    return not any(phrase.text.lower() in ("these", "those") for phrase in node.phrases("THIS"))


def _of_several(node: Node, said: set[str]) -> str | None:
    """As in "one or more of the other Parties", "a Party or Parties"."""
    if said & {"ONE_OR_MORE", "ONE_OF", "ANY_OF"} and said & {"OTHER", "EACH_OTHER"}:
        return "another_party"
    open_number = said & {"A", "ANY", "ONE_OF"} and not said & {"OTHER", "ANOTHER"}
    return "one_or_more_parties" if open_number and _in_any_number(node) else None


def _in_any_number(node: Node) -> bool:
    """Whether a phrase leaves open how many Parties it speaks of ("a Party or Parties")."""
    return any(" or " in phrase.text.lower() for phrase in node.phrases("PARTY"))


def _in_number(node: Node, meaning: str) -> str:
    """As in "Any other Party" is another party; "the other Party" is whoever else is one."""
    if meaning == "other_parties" and "ANY" in _determiners(node):
        return "another_party"
    return meaning


def _determiners(node: Node) -> set[str]:
    return {phrase.name for phrase in node.phrases()}


def author(nodes: Sequence[Node]) -> Author:
    """Who a row of phrases of who makes the author of an event."""
    said = reference(nodes[0])
    words = [phrase.text.lower() for phrase in nodes[0].phrases("STATES")]
    or_more = any(" or " in text for text in words)
    alone = nodes[0].has("ONE_OR_MORE", "ONE_OF", "ANY_OF", "EITHER")
    great = any(text.startswith(("great", "more than one")) for text in words)
    counted = great or nodes[0].has("COUNT", "NUMBER", "POSSESSIVE", "ALL", "BOTH")
    several = nodes[0].has("STATES") and counted and not (alone or or_more)
    if said == "third_state" and (several or is_coalition(nodes[0])):
        return Author.SEVERAL_POWERS
    return AUTHORS.get(said, Author.PARTY)


def names(nodes: Sequence[Node]) -> tuple[str, ...]:
    """The names among some phrases, with single spaces."""
    found = (without_title(p.text) for node in nodes for p in node.phrases("NAME", "ORGAN"))
    return tuple(dict.fromkeys(found))


def who(nodes: Sequence[Node]) -> Who:
    """Whom a row of phrases of who stands for; several names are one bearer."""
    named = [node for node in nodes if node.form in ("names", "organ")]
    if named and len(named) == len(nodes):
        is_organ = all(is_named_organ(node) for node in named)
        role = Role.ORGAN if is_organ else ROLES[named[0].form]
        return Who(role=role, names=names(named))
    said = reference(nodes[0])
    if said == "state" and nodes[0].has("STATES") and nodes[0].has("ALL"):
        return Who(role=Role.OTHERS)
    return Who(role=ROLES.get(said, Role.OTHERS), quantifier=QUANTIFIERS.get(said))


def listed(row: Sequence[Node], start: int) -> int:
    """Where a list of phrases of who that begins at a place ends: "A, B and C"."""
    at = start + 1
    while at < len(row):
        step = at
        while step < len(row) and (row[step].form in ("comma", "joint") or _is_article(row[step])):
            step += 1
        joined = step > at and any(row[each].form in ("comma", "joint") for each in range(at, step))
        if not joined or step >= len(row) or row[step].form != row[start].form:
            break
        if row[start].form not in ("names", "organ", "state", "group"):
            break
        at = step + 1
    return at


def _is_article(node: Node) -> bool:
    """Whether a phrase may stand before a name of a list ("of France, of Italy and of Spain")."""
    return name_of(node) in ("THE", "A", "EITHER", "BOTH", "OF") and node.form != "names"
