"""Provisions by which nothing new is said, or that make one card, in one."""

from collections.abc import Iterable, Mapping
from typing import Any

from charter.rules.provision import Duration, Institution, Norm, Provision, Savings
from charter.rules.terms import Action

ONLY_WORDS: Mapping[str, Any] = {"action_words": True, "conduct": {"__all__": {"words"}}}
"""In what two norms may differ that say the same."""


def merged(found: list[Provision]) -> list[Provision]:
    """Verbs by which nothing new is said, as in "assist and aid", are one provision: the fuller."""
    kept: list[Provision] = []
    for each in found:
        if kept and isinstance(each, Institution) and isinstance(kept[-1], Institution):
            continue
        if kept and (both := _with_all_means(kept[-1], each)):
            kept[-1] = both
        elif kept and _says_all(each, kept[-1]):
            kept[-1] = _spanning(each, kept[-1], each)
        elif kept and _says_all(kept[-1], each):
            kept[-1] = _spanning(kept[-1], kept[-1], each)
        else:
            kept.append(each)
    return kept


def _spanning(fuller: Provision, first: Provision, last: Provision) -> Provision:
    """The fuller of two provisions of one sentence, with the words of both acts."""
    if not isinstance(first, Norm) or not isinstance(last, Norm):
        return fuller
    sentence = first.citation.words.text
    begin = sentence.find(first.action_words.text)
    end = sentence.find(last.action_words.text, begin)
    if min(begin, end) < 0 or first.action_words.quotation or last.action_words.quotation:
        return fuller
    words = first.action_words.model_copy(
        update={
            "text": sentence[begin : end + len(last.action_words.text)],
            "end": last.action_words.end,
        }
    )
    return fuller.model_copy(update={"action_words": words})


def _with_all_means(before: Provision, each: Provision) -> Provision | None:
    """One norm for two that differ by their means only ("shall assist …, and shall support …")."""
    if not isinstance(before, Norm) or not isinstance(each, Norm):
        return None
    if before.action is Action.OTHER or not (before.means and each.means):
        return None
    apart = {"action_words", "means", "conditions", "manner"}
    if before.model_dump(exclude=apart) != each.model_dump(exclude=apart):
        return None
    conditions = tuple(dict.fromkeys((*before.conditions, *each.conditions)))
    means = (*before.means, *each.means)
    manner = tuple(dict.fromkeys((*before.manner, *each.manner)))
    both = {"means": means, "conditions": conditions, "manner": manner}
    return before.model_copy(update=both)


def with_joined_conduct(found: Iterable[Provision]) -> list[Provision]:
    """The provisions of one clause, with neighbours that forbid alike in one."""
    kept: list[Provision] = []
    for each in found:
        joined = _joined_conduct(kept[-1], each) if kept else None
        kept[-1:] = [joined] if joined else [*kept[-1:], each]
    return kept


def _joined_conduct(first: Provision, second: Provision) -> Norm | None:
    """One norm for two that differ only in the conduct they forbid ("not to attack or invade")."""
    if not (isinstance(first, Norm) and isinstance(second, Norm) and first.conduct):
        return None
    if not second.conduct or first.action is Action.OTHER:
        return None
    own = {"action_words", "conduct", "manner"}
    first, second = _with_whom(first, second), _with_whom(second, first)
    if first.model_dump(exclude=own) != second.model_dump(exclude=own):
        return None
    return first.model_copy(update={"conduct": (*first.conduct, *second.conduct)})


def _with_whom(first: Norm, second: Norm) -> Norm:
    """The first of two with the other's victim ("from aggression and hostile acts against X")."""
    force = first.action is Action.REFRAIN_FROM_FORCE is second.action
    if not force or first.beneficiary or any(each.target for each in first.conduct):
        return first
    on = {"target": second.conduct[0].target, "target_names": second.conduct[0].target_names}
    conduct = tuple(each.model_copy(update=on) for each in first.conduct)
    return first.model_copy(update={"beneficiary": second.beneficiary, "conduct": conduct})


def _says_all(fuller: Provision, each: Provision) -> bool:
    """Whether the first says all that the second does, so that nothing is lost without it."""
    if isinstance(fuller, Savings) and isinstance(each, Savings):
        return fuller.conditions == each.conditions or not each.conditions
    if isinstance(fuller, Duration) and isinstance(each, Duration):
        endless = fuller.number is None and each.number is None
        return endless and (fuller.triggers, fuller.until) == (each.triggers, each.until)
    if not isinstance(fuller, Norm) or not isinstance(each, Norm):
        return False
    if each.action is Action.OTHER:
        return False
    told = set(each.model_dump(exclude=ONLY_WORDS, exclude_defaults=True))
    mine = fuller.model_dump(include=told, exclude=ONLY_WORDS)
    return mine == each.model_dump(include=told, exclude=ONLY_WORDS)
