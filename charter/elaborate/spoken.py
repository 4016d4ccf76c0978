"""What a report is about where it is not named again: a deposit, "thereof", measures."""

from itertools import pairwise

from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.rules.pattern import EventPattern
from charter.rules.terms import Author
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def concerned(work: Clausework, act: Act) -> tuple[Node, ...]:
    """The measures that information is about ("concerning the measures taken")."""
    pairs = pairwise(work.clause.body)
    about = [n for before, n in pairs if name_of(before) == "REGARDING" and n.has("MEASURES")]
    return tuple(node for node in about if node not in act.nodes)


TOLD_BEFORE = (
    (("accession", "adherence", "adhesion", "accede"), "ratification", Author.THIRD_STATE),
    (("denunciation", "denounce", "withdraw", "notice", "termination"), "notice", Author.PARTY),
    (("ratification",), "ratification", Author.PARTY),
)
"""Acts by the words of the clause before, and who does them."""


def thereof(work: Clausework) -> tuple[EventPattern, ...]:
    """What "thereof" stands for: the act of procedure that the sentence spoke of before."""
    thereof = next((n for n in work.clause.body if work.account.text(n) == "thereof"), None)
    return spoken_of(work) if thereof is not None else ()


def spoken_of(work: Clausework) -> tuple[EventPattern, ...]:
    """The act of procedure that the sentence spoke of before a clause."""
    sentence = work.account.context.citation.words
    words = work.account.words(work.clause.head)
    before = sentence.text[: work.account.words(*work.clause.row).start - sentence.start].lower()
    for told, kind, author in TOLD_BEFORE:
        if any(word in before for word in told):
            return (EventPattern(kinds=(kind,), words=words, author=author),)
    return ()


def deposited(work: Clausework, act: Act) -> tuple[EventPattern, ...]:
    """The deposit of what is not named again ("shall notify the others of each deposit")."""
    deposit = next((node for node in act.nodes if name_of(node) == "DEPOSIT"), None)
    if deposit is None:
        return ()
    each = [n for n, after in pairwise(act.nodes) if after is deposit and n.form == "loose"]
    work.account.take(deposit, *each)
    words = work.account.words(deposit)
    return (EventPattern(kinds=("ratification",), words=words, author=Author.PARTY),)
