"""Norms as English phrases: what they ask, how firmly, of whom, and where they stand."""

import re
from typing import assert_never

from charter.findings.outcome import Obligation, State
from charter.report import phrases
from charter.rules.model import Citation, limb
from charter.rules.provision import Norm
from charter.rules.terms import Action, DutyKind, Modality


def numbered(article: str) -> str:
    """An article as it is cited: "Article 6", "Articles 9 to 16", "the heading".

    >>> numbered("6"), numbered("9-16")
    ('Article 6', 'Articles 9 to 16')
    """
    first, _, last = article.partition("-")
    if first.isdigit() and last.isdigit():
        return f"Articles {first} to {last}"
    return f"Article {article}" if article[:1].isdigit() else f"the {article}"


def cited(citation: Citation) -> str:
    """A citation without its treaty: "Article 8(2)"."""
    if not citation.article:
        return "the clause"
    return numbered(citation.article) + limb(None, citation.paragraph)


def owed(action: Action, beneficiary: str | None) -> str:
    """What is owed, and to whom: "Niger assistance"."""
    return f"{beneficiary} {phrases.OWED[action]}" if beneficiary else phrases.OWED[action]


def duty(norm: Norm) -> str:
    """What a norm asks and how firmly: "must assist, jointly, including armed force"."""
    parts = (
        f"{firmly(norm)} {doing(norm)}",
        phrases.TOGETHER[norm.duty_kind],
        *means(norm),
    )
    return ", ".join(filter(None, parts))


DENIAL = re.compile(r"(refrain|abstain|desist)\b.*?\bfrom (.+)", re.IGNORECASE | re.DOTALL)
"""Words that deny by themselves: who must refrain from force must not be denied it again."""


def doing(norm: Norm) -> str:
    """What is to be done or left, as a verb; what has no name of its own in the clause's words."""
    if norm.action is not Action.OTHER and norm.kind != "prohibition":
        return phrases.DONE[norm.action]
    words = norm.action_words.quoted
    denial = DENIAL.match(words)
    return f"refrain from “{denial[2]}”" if denial else f"“{words}”"


def firmly(norm: Norm) -> str:
    """How firmly a norm binds; words that deny by themselves ("refrain") are not denied again."""
    if norm.modality is Modality.MUST_NOT and DENIAL.match(norm.action_words.text):
        return phrases.FIRMLY[Modality.MUST]
    return phrases.FIRMLY[norm.modality]


def means(norm: Norm) -> tuple[str, ...]:
    """The means with their ranks, each once: ("including armed force",)."""
    said = (phrases.RANKED[each.rank].format(phrases.MEANS[each.means]) for each in norm.means)
    return tuple(dict.fromkeys(said))


def bears(norm: Norm, bearers: tuple[str, ...], beneficiary: str | None) -> str:
    """Who owes what to whom and with what: "Mali owes Niger assistance, including armed force"."""
    who, one = phrases.listed(bearers), len(bearers) == 1
    what = ", ".join((owed(norm.action, beneficiary), *means(norm)))
    match norm.modality:
        case Modality.MUST:
            return f"{who} {'owes' if one else 'owe'} {what}"
        case Modality.MUST_OWN_JUDGMENT:
            judging = "as it judges necessary" if one else "as each judges necessary"
            return f"{who} {'owes' if one else 'owe'} {what}, {judging}"
        case Modality.MAY:
            return f"{who} may give {what}"
        case Modality.DECLARES:
            declares = "declares that it" if one else "declare that they"
            return f"{who} {declares} would give {what}"
        case Modality.MUST_NOT:
            return f"{who} {firmly(norm)} {doing(norm)}"
        case _:
            assert_never(norm.modality)


def standing(row: Obligation) -> str:
    """The state of a duty as a word; a declared one says that it is only declared."""
    word = phrases.STATES[row.state]
    if row.state is State.OWED and row.norm.modality is Modality.DECLARES:
        return "owed (declared)"
    return word


def together(norm: Norm) -> str | None:
    """How the bearers of a shared duty discharge it; ``None`` where each bears its own."""
    match norm.duty_kind:
        case DutyKind.EACH:
            return None
        case DutyKind.JOINTLY:
            return "owed jointly: only all the bearers together discharge it"
        case DutyKind.INDIVIDUALLY_OR_COLLECTIVELY:
            return "each bearer owes its own; joint help counts for those who take part"
        case _:
            assert_never(norm.duty_kind)
