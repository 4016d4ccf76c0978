"""What a quoted term means."""

import re
from collections.abc import Sequence

from charter.elaborate.account import Account, is_sign
from charter.rules.provision import Definition, Provision
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

MEANING = (
    "mean", "denot", "designat", "refer", "signif", "includ", "compris", "understood", "deemed",
    "taken", "the", "a", "an", "any", "each", "that", "all",
)  # fmt: skip
"""How the words behind a term begin that say what it means, after its verb."""
VERBS = frozenset({"shall", "is", "are", "will", "be"})
BEFORE = frozenset(
    {
        "for", "the", "purpose", "purposes", "of", "this", "present", "treaty", "agreement",
        "pact", "protocol", "convention", "charter", "article", "term", "terms", "expression",
        "expressions", "application", "interpretation", "context", "purview", "following",
        "word", "words", "phrase", "in", "as", "used", "under", "and",
    }
)  # fmt: skip
"""The words that may stand in front of a term that is defined."""


def definition(row: Sequence[Node], account: Account) -> tuple[Provision, ...]:
    """What a quoted term means, in the charter's own words.

    Quoted words in the midst of a sentence that is about something else define nothing.
    """
    at = next((n for n, node in enumerate(row) if node.form == "quoted"), None)
    if at is None or at + 2 > len(row) - 1 or not _defines(row, at, account):
        return ()
    meaning = row[at + 2 :]
    account.hold(*row)
    return (
        Definition(
            citation=account.context.citation,
            term=account.words(row[at]).text.strip('"“”'),
            meaning=account.words(*meaning),
        ),
    )


def of_area(row: Sequence[Node], account: Account) -> tuple[Provision, ...]:
    """As in "the treaty area is the region south of …": which area the treaty speaks of."""
    at = next((n for n, node in enumerate(row) if name_of(node) == "IS"), None)
    if at is None or at + 1 >= len(row) or row[at].form != "finite":
        return ()
    own = [node for node in row[:at] if node.form == "area"]
    said = account.text(*own).split() if len(own) == 1 and row[at - 1] is own[0] else []
    if not AREAS & set(said[-1:]) or not _only_of_the_treaty(row[:at], own[0]):
        return ()
    if row[at + 1].form not in ("area", "asset") or any(map(is_sign, row[at:])):
        return ()
    account.hold(*row)
    term, meaning = account.words(own[0]), account.words(*row[at + 1 :])
    return (Definition(citation=account.context.citation, term=term.text, meaning=meaning),)


AREAS = frozenset({"area", "zone", "region"})


def _only_of_the_treaty(before: Sequence[Node], own: Node) -> bool:
    """Whether nothing but the purpose of the treaty or an article stands before a term."""
    forms = ("charter", "article", "comma")
    return all(
        node is own or node.form in forms or name_of(node) == "FOR_PURPOSE" for node in before
    )


def _defines(row: Sequence[Node], at: int, account: Account) -> bool:
    """Whether the words around a quotation say that it is a term with a meaning."""
    before = _words(account.text(*row[:at])) if at else []
    behind = [word for word in _words(account.text(*row[at + 1 :])) if word not in VERBS]
    known = all(word in BEFORE or len(word) < MARK or word.isdigit() for word in before)
    return known and bool(behind) and behind[0].startswith(MEANING)


MARK = 4
"""Letters and figures of an item are shorter: "(iii)"."""


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)
