"""A reading card as one sentence of treaty English, which reads as the same card again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from charter.report import phrases
from charter.report import treaty_english as english
from charter.report.card import Card
from charter.report.restated_acts import done
from charter.report.restated_treaty_law import treaty_law
from charter.report.treaty_english import Unworded, place_of, whom, worded
from charter.rules.model import Words
from charter.rules.pattern import Condition, EventPattern
from charter.rules.provision import CountsAs, Institution, Norm, Portion, Provision
from charter.rules.terms import ConditionKind, Part


@dataclass(frozen=True, slots=True)
class Own:
    """Words of the clause itself, for what its card does not say, or says only as "other"."""

    action: str | None = None
    thing: str | None = None
    events: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()


NO_WORDS = Own()
NORMS = ("duty", "prohibition", "permission", "declaration", "disputes")


def restated(card: Card, own: Own = NO_WORDS) -> str:
    """The sentence that says what a card says; ``Unworded`` where a value has no words.

    >>> print(restated(Card(provision="duty", modality="must", action="assist",
    ...     bearer="other_parties", beneficiary="attacked_party", trigger=("armed_attack",),
    ...     trigger_target="one_or_more_parties", trigger_by="third_state", means=("military",))))
    In the event of an armed attack against one or more of the Parties by a third State, each other
    Party must assist the attacked Party with military means.
    """
    if card.provision == "counts_as":
        said = _counting(card, own)
    elif card.provision in NORMS:
        said = _norm(card, own)
    else:
        said = _treaty_law(card, own)
    return f"{phrases.capital(said)}."


def own_words(provision: Provision) -> Own:
    """The clause's own words for what its card does not say, or says only as "other"."""
    match provision:
        case Norm():
            further = (*provision.conditions, *provision.exceptions)
            return Own(
                action=provision.action_words.quoted,
                events=tuple(_named(provision.triggers)),
                conditions=tuple(_stated(further, provision.portions)),
            )
        case Institution():
            return Own(thing=provision.what.quoted)
        case CountsAs():
            return Own(events=tuple(_named((provision.pattern,))))
        case _:
            return NO_WORDS


def _named(patterns: tuple[EventPattern, ...]) -> Iterator[str]:
    """The names of the kinds of events, where the grammar reads them back."""
    for each in patterns:
        for kind in each.counted_from or each.kinds:
            yield english.KINDS.get(kind) or english.EVENTS.get(kind, "")


def _stated(further: tuple[Condition, ...], portions: tuple[Portion, ...]) -> Iterator[str]:
    """The further conditions with the words that introduce them ("unless …")."""
    for each in further:
        if each.kind is ConditionKind.OTHER:
            around = (part.words for part in portions if _introduces(part, each.words))
            whole: Words = next(around, each.words)
            yield whole.quoted


def _introduces(portion: Portion, words: Words) -> bool:
    at = portion.words
    return portion.part is Part.CONDITION and at.start < words.start and words.end <= at.end


# ------------------------------------------------------------------ what happens

ARTICLE = re.compile(r"^(?:another|an?) ")


def _event(card: Card, own: Own, *, last: str = "or") -> str:
    """The event that a card speaks of, with whom it strikes, by whom and where."""
    said = [_kinds(card, own, last), _struck(card), _author(card), place_of(card)]
    return " ".join(filter(None, said))


def _kinds(card: Card, own: Own, last: str) -> str:
    named = own.events if all(own.events) else ()
    kinds = named or tuple(worded("trigger", each, english.EVENTS) for each in card.trigger)
    if "unprovoked" in card.conditions:
        kinds = (f"an unprovoked {ARTICLE.sub('', kinds[0])}", *kinds[1:])
    return phrases.listed(tuple(dict.fromkeys(kinds)), last=last)


def _struck(card: Card) -> str:
    if card.trigger_target is None:
        return ""
    who = whom("trigger_target", card.trigger_target, card.trigger_target_names, english.TARGETS)
    toward = "to" if card.trigger[-1] in english.TOWARD else "against"
    return f"{toward} {who}"


def _author(card: Card) -> str:
    if card.trigger_by in (None, "anyone"):
        return ""
    return f"by {whom('trigger_by', card.trigger_by, card.trigger_by_names, english.AUTHORS)}"


# ------------------------------------------------------------------ what is done


def _counting(card: Card, own: Own) -> str:
    assert card.counts_as
    deemed = (worded("counts_as", each, english.EVENTS) for each in card.counts_as.event)
    against = card.counts_as.against
    whom = f" against {worded('counts_as', against, english.AGAINST)}" if against else ""
    as_what = phrases.listed(tuple(deemed), last="or")
    return f"{_event(card, own)} shall be considered {as_what}{whom}{_after(card, own)}"


def _treaty_law(card: Card, own: Own) -> str:
    happens = card.provision in ("scope", "savings", "duration") and card.trigger
    event = f"in the event of {_event(card, own)}, " if happens else ""
    return f"{event}{treaty_law(card, own.thing)}{_after(card, own)}"


def _norm(card: Card, own: Own) -> str:
    fronted, deed = _act(card, own)
    means = tuple(worded("means", each, english.MEANS) for each in card.means)
    with_what = f"with {phrases.listed(means)}" if means else ""
    if card.number:
        raise Unworded("number", card.number.value)
    place = "" if card.trigger else place_of(card)
    said = " ".join(filter(None, (_bound(card, deed), deed, with_what, place)))
    after = _after(card, own)
    if not (fronted and _runs_on(card)):
        return f"{fronted}, {said}{after}" if fronted else f"{said}{after}"
    if after:
        raise Unworded("trigger", card.trigger)
    return f"{said} {fronted}"


def _runs_on(card: Card) -> bool:
    """Whether the event would end with a name right before a list of names ("by A, B and C")."""
    last = card.trigger_by_names or (card.trigger_by == "anyone" and card.trigger_target_names)
    return bool(last) and not card.place and len(card.bearer_names) > 1


def _bound(card: Card, deed: str) -> str:
    """Who is bound, and how firmly."""
    if card.bearer is None:
        raise Unworded("bearer", None)
    bearer = whom("bearer", card.bearer, card.bearer_names, english.BEARERS)
    plural = card.bearer == "all_parties" or len(card.bearer_names) > 1
    return f"{bearer} {_modal(card, deed, plural=plural)}{_jointly(card)}"


def _modal(card: Card, deed: str, *, plural: bool) -> str:
    match card.modality:
        case "must_own_judgment":
            return "must, as they deem necessary," if plural else "must, as it deems necessary,"
        case "declares":
            return "declare that they" if plural else "declares that it"
        case "may" | "must":
            return card.modality
        case "must_not":
            return "must" if deed.startswith(ABSTAINING) else "must not"
        case _:
            raise Unworded("modality", card.modality)


def _jointly(card: Card) -> str:
    together = card.bearer == "all_parties" and card.action not in ("consult", "cooperate")
    return " together" if together else ""


ABSTAINING = ("refrain", "abstain", "renounce", "desist")
"""Verbs that deny what follows them by themselves."""

ON_AN_EVENT = {"combat_terrorism": "combat", "prevent_or_settle_rebellion": "prevent"}
"""Actions that are done to the event itself."""


def _act(card: Card, own: Own) -> tuple[str, str]:
    """The event in front, where there is one, and what is done."""
    if card.action == "settle_peacefully":
        return "", _settling(card)
    if card.action in ON_AN_EVENT and card.trigger:
        last = "and" if card.action == "combat_terrorism" else "or"
        return "", f"{ON_AN_EVENT[card.action]} {_event(card, own, last=last)}"
    fronted = f"in the event of {_event(card, own)}" if card.trigger else ""
    would = "would " if card.modality == "declares" else ""
    return fronted, f"{would}{done(card, own.action)}"


def _settling(card: Card) -> str:
    between = (card.trigger, card.trigger_target, card.trigger_by, card.beneficiary)
    if between != (("dispute",), "one_or_more_parties", "party", None):
        raise Unworded("trigger", card.trigger)
    return "settle any dispute between the Parties"


# ------------------------------------------------------------------ on what it further depends


def _after(card: Card, own: Own) -> str:
    """The conditions and the end, each behind a comma."""
    if card.until and not card.until.lower().startswith(english.ENDING):
        raise Unworded("until", card.until)
    said = [*_conditions(card, own), *filter(None, (card.until,))]
    return "".join(f", {each}" for each in said)


def _conditions(card: Card, own: Own) -> Iterator[str]:
    for each in card.conditions:
        if each not in english.CONDITIONS and not _is_shown(card, each):
            raise Unworded("conditions", each)
    for kind, words in english.CONDITIONS.items():
        if kind in card.conditions:
            yield from own.conditions if kind == "other" and own.conditions else (words,)


def _is_shown(card: Card, condition: str) -> bool:
    """Whether the event, its author or the place states a condition."""
    match condition:
        case "unprovoked":
            return bool(card.trigger)
        case "region":
            has_place = card.provision in (*NORMS, "counts_as", "scope") or card.trigger
            return card.place is not None and bool(has_place)
        case "named_adversary":
            return card.trigger_by == "named"
        case _:
            return False
