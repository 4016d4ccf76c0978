"""The formalities of a treaty's own life: instruments and their deposit, notices, dates.

Such words decide nothing by themselves, so a final clause may take them wherever they stand; what
they count, whom they name and what else stands among them is read apart.
"""

from collections.abc import Iterator, Sequence

from charter.elaborate.account import MARKS, Account
from charter.elaborate.clausework import Clausework
from charter.elaborate.numbers import has_figure
from charter.elaborate.parties import is_who
from charter.rules.model import Words
from charter.rules.pattern import Condition
from charter.syntax.phrases import is_that, name_of
from charter.syntax.tree import Node

FORMAL = frozenset(
    {
        "RATIFICATION", "INSTRUMENT", "DEPOSIT", "ACCESSION", "NOTICE", "SIGNATURE", "DATE",
        "EXPIRY", "RECEIPT", "RECEIVED", "ENTRY", "FORMALITY", "EXCHANGE", "RATIFY", "ACCEDE",
        "DENOUNCE", "WITHDRAWAL", "ENTER_INTO_FORCE", "EFFECTED", "REPORT", "DEPOSITARY",
        "AFTER", "BEFORE", "WISH", "SIGNED", "CONSTITUTION", "COMPLETED", "TERMINATE",
    }
)  # fmt: skip
"""Names of the words of procedure, nouns and verbs."""
LIGHT_WORDS = frozenset({"AT_ONCE", "IN_WRITING", "THROUGH_CHANNEL", "FILLER"})
ADDRESSING = frozenset({"FOR", "BY", "OF", "WITH", "TO", "BETWEEN", "FROM", "AT", "IN", "ON"})
"""Prepositions behind which somebody, or a city, is only an addressee or the holder of a paper."""
GOVERNING = frozenset(
    {"DEPOSIT", "RATIFY", "REPORT", "GIVE", "DENOUNCE", "ACCEDE", "WISH", "RECEIVED"}
)
"""Verbs behind which somebody is only whom they are done to, or who does them ("denouncing")."""
SUBORDINATING = frozenset(
    {"WHEN", "AS_SOON_AS", "AFTER", "BEFORE", "UNTIL", "WHICH", "ACCORDING", "INCLUDING"}
)
LIGHT_DETS = frozenset({"THE", "A", "THIS", "POSSESSIVE", "SUCH", "OTHER"})
PLURAL = frozenset({"ALL", "ALL_OF", "BOTH", "EACH", "EACH_OF", "EVERY"})
"""Determiners that ask for every one."""


def is_formal(node: Node) -> bool:
    """Whether a phrase is one of procedure by itself."""
    if node.form in ("term", "verb"):
        return any(phrase.name in FORMAL for phrase in node.phrases())
    if node.form == "period":
        return not has_figure(node)
    if node.form == "formula":
        return name_of(node) in LIGHT_WORDS
    if node.form == "unread":
        return node.phrases()[0].text in MARKS
    if node.form == "finite":
        return name_of(node) in ("IS", "HAS", "DO", "OCCUR")
    if node.form == "loose":
        return all(phrase.name in LIGHT_DETS for phrase in node.phrases()) or is_that(node)
    return node.form in ("preposition", "comma", "joint", "charter", "date")


def formal(row: Sequence[Node]) -> Iterator[Node]:
    """The phrases of a row that are formal where they stand, addressees and dates among them."""
    for at, node in enumerate(row):
        before = row[at - 1] if at else None
        if node.form == "opener":
            if _opens(node):
                yield node
        elif node.form == "modal":
            if _is_future(row, at):
                yield node
        elif is_who(node):
            if _is_party_to_it(row, at):
                yield node
        elif is_formal(node) or (before is not None and _is_addressed(node, before)):
            yield node


def _opens(node: Node) -> bool:
    wishing = name_of(node) == "RECITING" and node.phrases()[0].text.lower() in WISHING
    return wishing or name_of(node) in SUBORDINATING or name_of(node) in FORMAL


def _is_future(row: Sequence[Node], at: int) -> bool:
    """Whether "shall" only puts off what is formal ("as soon as it shall have been ratified")."""
    inside = any(node.form == "opener" for node in row[:at])
    shall = name_of(row[at]) == "MUST" and row[at].phrases()[0].text.lower() in ("shall", "will")
    return inside and shall and at + 1 < len(row) and row[at + 1].form == "finite"


def _puts_off(row: Sequence[Node], at: int) -> bool:
    """The same in the phrases of a subordinate without its subordinator."""
    shall = name_of(row[at]) == "MUST" and row[at].phrases()[0].text.lower() in ("shall", "will")
    return shall and at > 0 and at + 1 < len(row) and row[at + 1].form == "finite"


WISHING = ("wishing", "desiring", "intending")


def _is_party_to_it(row: Sequence[Node], at: int) -> bool:
    """Whether somebody is an addressee or does what is formal: "the date on which it received"."""
    step = at - 1
    while step >= 0 and (row[step].form in ("comma", "joint", "formula") or is_who(row[step])):
        step -= 1
    if step >= 0 and name_of(row[step]) in ADDRESSING | GOVERNING:
        return True
    if row[at].form == "names":
        return False
    after = row[at + 1] if at + 1 < len(row) else None
    acts = after is not None and after.form in ("finite", "verb") and is_formal(after)
    return acts or (step >= 0 and row[step].form == "opener" and after is not None)


def _is_addressed(node: Node, before: Node) -> bool:
    """Whether a phrase is an office that is told, or an unknown city ("at Warsaw")."""
    if node.has("ORGANS") and name_of(before) in ADDRESSING:
        return True
    named = node.form == "unread" and node.phrases()[0].text[:1].isupper()
    return named and name_of(before) in ("AT", "IN")


def take(account: Account, row: Sequence[Node]) -> None:
    """Take what is formal in a row; the rest stays as it is."""
    account.take(*formal(row))


def is_wholly(row: Sequence[Node]) -> bool:
    """Whether a row says nothing that is not formal, but for how many."""
    known = set(map(id, formal(row)))
    known.update(id(n) for at, n in enumerate(row) if n.form == "modal" and _puts_off(row, at))
    return all(id(node) in known or _counts(node) for node in row)


def _counts(node: Node) -> bool:
    some = node.form == "loose" and node.has("COUNT", "NUMBER")
    return (
        some
        or node.form == "period"
        or node.has("SHARE")
        or (is_who(node) and node.form != "names")
    )


def spanned(work: Clausework, words: Words) -> tuple[Node, ...]:
    """The phrases of a clause that some of its words cover."""
    account = work.account
    return tuple(
        node for node in work.clause.row if words.start <= account.words(node).start < words.end
    )


def release(work: Clausework, stated: Condition) -> tuple[Node, ...]:
    """The phrases of a condition, given back so that they must be read as something else."""
    nodes = spanned(work, stated.words)
    work.account.taken.difference_update(node.span.start for node in nodes)
    return nodes
