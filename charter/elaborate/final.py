"""What the final clauses share: subjects, figures, what they take over from their clause."""

from collections.abc import Sequence

from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.numbers import has_figure, period
from charter.rules.model import Number, Words
from charter.rules.pattern import Condition
from charter.rules.terms import ConditionKind, Unit
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

OF_THE_TREATY = frozenset({"VALIDITY", "IT"})


def shared(work: Clausework, **more: object) -> dict[str, object]:
    """The fields of a final clause that its qualifiers fill, with others besides."""
    said = work.qualifiers
    stated = own(work, (*said.conditions, *said.exceptions))
    return {
        "citation": work.account.context.citation,
        "conditions": (*stated, *work.adverbials.conditions),
        "until": said.until,
        "triggers": said.triggers,
    } | more


def stated(work: Clausework) -> tuple[Condition, ...]:
    """The conditions and exceptions that the subordinators of a clause state."""
    return own(work, (*work.qualifiers.conditions, *work.qualifiers.exceptions))


def own(work: Clausework, conditions: Sequence[Condition]) -> tuple[Condition, ...]:
    """Conditions without those that stand behind the verb of an earlier clause of the sentence."""
    sentence = work.account.context.citation.words
    start = work.account.words(*work.clause.row).start
    return tuple(
        each
        for each in conditions
        if each.words.start >= start or not _is_behind_a_verb(each, sentence)
    )


def _is_behind_a_verb(each: Condition, sentence: Words) -> bool:
    before = f" {sentence.text[: each.words.start - sentence.start].lower()} "
    return any(f" {modal} " in before for modal in ("shall", "will", "may", "is", "are"))


def is_about_the_treaty(work: Clausework) -> bool:
    """Whether the subject is the treaty, its validity, or the alliance it makes."""
    return any(
        node.form in ("charter", "article", "organ")
        or name_of(node) in OF_THE_TREATY
        or node.has("VALIDITY", "ALLIANCE")
        for node in (*work.subject, *work.clause.subject)
    )


def take_subject(work: Clausework) -> None:
    """Take the phrases of the subject; a figure in it must be read as one."""
    subject = work.clause.subject
    work.account.take(*(n for n in subject if not (n.form == "period" and has_figure(n))))


def take(work: Clausework, nodes: Sequence[Node], *wanted: str) -> None:
    """Take the phrases of some names."""
    work.account.take(
        *(node for node in nodes if any(phrase.name in wanted for phrase in node.phrases()))
    )


def take_known(work: Clausework, nodes: Sequence[Node]) -> None:
    """Take phrases that the grammar knows; words that it does not know stay unread."""
    unknown = ("unread", "loose", "opener", "modal", "negation")
    work.account.take(*(node for node in nodes if node.form not in unknown))


def figure(work: Clausework, nodes: Sequence[Node]) -> Number | None:
    """The first period of time in some phrases."""
    found = next((node for node in nodes if node.form == "period" and has_figure(node)), None)
    if found is None:
        return None
    work.account.take(found)
    return period(found)


FRACTIONS = (
    ("two thirds", "2/3"), ("two-thirds", "2/3"), ("one third", "1/3"), ("one-third", "1/3"),
    ("three fourths", "3/4"), ("three-fourths", "3/4"), ("three quarters", "3/4"),
    ("three-quarters", "3/4"), ("four fifths", "4/5"), ("four-fifths", "4/5"), ("half", "1/2"),
    ("majority", "majority"),
)  # fmt: skip
"""The words for shares, fractions before what they are fractions of."""


def share_of(text: str) -> str:
    """The share that some words say, "all" where they name none.

    >>> share_of("a majority of two thirds"), share_of("unanimity")
    ('2/3', 'all')
    """
    return next((value for words, value in FRACTIONS if words in text), "all")


def share(work: Clausework, nodes: Sequence[Node], unit: Unit) -> Number | None:
    """The share of votes or ratifications that some phrases ask for."""
    for node in nodes:
        if node.form == "term" and node.has("SHARE", "AGREEMENT"):
            text = work.account.text(node)
            value = share_of(text)
            if node.has("AGREEMENT") and not any(
                word in text for word in ("unanim", "common", "mutual")
            ):
                continue
            work.account.take(node)
            return Number(value=value, unit=unit)
    return None


OF_ALL = ("unanim", "common", "mutual")
"""How an agreement is called that is one of all."""


def other(work: Clausework, nodes: Sequence[Node]) -> tuple[Condition, ...]:
    """Some phrases as a condition in their own words."""
    if not nodes:
        return ()
    work.account.hold(*nodes)
    return (Condition(kind=ConditionKind.OTHER, words=work.account.words(*nodes)),)


def behind(act: Act, node: Node) -> tuple[Node, ...]:
    """The phrases of an act that stand behind one of them."""
    return tuple(each for each in act.nodes if each.span.start > node.span.start)
