"""What a quoted term means."""

import re
from collections.abc import Sequence

from charter.elaborate.account import Account
from charter.rules.provision import Definition, Provision
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
        "expressions", "word", "words", "phrase", "in", "as", "used", "under", "and",
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
