"""The cards of final clauses as sentences: entry into force, accession, duration and the like."""

from charter.report import phrases
from charter.report.card import Card
from charter.report.treaty_english import Unworded, place_of, whom
from charter.rules.model import Number

SHARES = {
    "all": "all the Parties",
    "majority": "a majority of the Parties",
    "2/3": "two-thirds of the Parties",
}
VOTES = {"all": "unanimity", "majority": "a majority", "2/3": "two-thirds"}


def treaty_law(card: Card, thing: str | None = None) -> str:
    """What a final clause's card says, without its conditions and its end.

    ``thing`` is what an institution sets up, in the words of the clause.
    """
    match card.provision:
        case "scope":
            where = "" if card.trigger else place_of(card)
            return f"this treaty applies {where}".rstrip()
        case "savings":
            return _saving(card)
        case "entry_into_force":
            return _entry(card)
        case "accession":
            return _accession(card)
        case "duration":
            return _duration(card)
        case "withdrawal":
            return _withdrawal(card)
        case "decision":
            return _decision(card)
        case "institution":
            return _institution(card, thing or "an organisation")
        case other:
            raise Unworded("provision", other)


def _saving(card: Card) -> str:
    saved = "rights under the Charter of the United Nations"
    return f"nothing in this treaty may affect {saved if _of_the_charter(card) else 'other rights'}"


def _of_the_charter(card: Card) -> bool:
    return "un_charter" in card.conditions


def _duration(card: Card) -> str:
    if card.trigger == ("notice",):
        raise Unworded("trigger", card.trigger)
    return f"this treaty remains in force{_for(card.number)}"


def _for(time: Number | None) -> str:
    if time is None:
        return ""
    if time.unit not in ("years", "months", "days"):
        raise Unworded("number", time.unit)
    return f" for {_period(time)}"


def _period(time: Number) -> str:
    unit = time.unit.removesuffix("s") if time.value == 1 else time.unit
    return f"{time.value} {unit}"


def _entry(card: Card) -> str:
    if card.modality == "must" and not card.trigger:
        return "the instruments of ratification must be deposited"
    match card.trigger, card.trigger_by:
        case ("other",), "party" if card.number is None:
            return "this treaty enters into force on signature"
        case ("ratification",), "named":
            named = phrases.listed(card.trigger_by_names)
            return f"this treaty enters into force {_on(card.number)} by {named}"
        case ("ratification",), "party":
            return f"this treaty enters into force {_on(card.number)}"
        case _:
            raise Unworded("trigger", card.trigger)


def _on(number: Number | None) -> str:
    """On which ratifications, or how long after them."""
    match number:
        case None:
            return "on ratification"
        case Number(unit="ratifications", value=str() as share):
            if share not in SHARES:
                raise Unworded("number", share)
            return f"on ratification by {SHARES[share]}"
        case Number(unit="ratifications"):
            plural = "" if number.value == 1 else "s"
            return f"on the deposit of {number.value} instrument{plural} of ratification"
        case Number(unit="years" | "months" | "days"):
            return f"{_period(number)} after ratification"
        case _:
            raise Unworded("number", number.unit)


def _accession(card: Card) -> str:
    by_all = card.number is not None and (card.number.value, card.number.unit) == ("all", "votes")
    match card.modality, card.bearer:
        case None, None if by_all:
            return "accession requires the unanimous agreement of the Parties"
        case "must", None:
            return "the instruments of accession must be deposited"
        case "may", "others":
            by = " by an instrument of accession" if card.trigger else ""
            return f"any State may accede to this treaty{by}"
        case "may", "all_parties":
            agreed = ", by unanimous agreement," if by_all else ""
            return f"the Parties may{agreed} invite other States"
        case _:
            raise Unworded("bearer", card.bearer)


def _withdrawal(card: Card) -> str:
    if (card.modality, card.bearer) == ("must_not", "one_party"):
        return "no Party may denounce this treaty"
    if (card.modality, card.bearer) != ("may", "one_party"):
        raise Unworded("bearer", card.bearer)
    return f"any Party may denounce this treaty{_on_notice(card.number)}"


def _on_notice(time: Number | None) -> str:
    if time is None:
        return ""
    if time.unit not in ("years", "months", "days"):
        raise Unworded("number", time.unit)
    possessive = "'s" if time.value == 1 else "'"
    return f" with {_period(time)}{possessive} notice"


def _decision(card: Card) -> str:
    match card.modality, card.number:
        case None, Number(unit="votes", value=share) if share in VOTES:
            return f"decisions are taken by {VOTES[str(share)]}"
        case "must", None if card.bearer == "each_party":
            return "each Party must accept the decisions of the organ"
        case _:
            raise Unworded("number", card.number)


def _institution(card: Card, thing: str) -> str:
    match card.modality, card.bearer:
        case None, "all_parties":
            return f"the Parties hereby establish {thing}"
        case "must", "all_parties":
            return f"the Parties must establish {thing}"
        case "must", "organ":
            organ = whom("bearer", "organ", card.bearer_names, {})
            return f"{organ} must be so organised as to function"
        case _:
            raise Unworded("bearer", card.bearer)
