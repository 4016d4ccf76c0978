"""Claims about events as clauses: a subject, an ending that affirms and an ending that denies."""

from dataclasses import dataclass
from typing import assert_never

from charter.findings import claims as c
from charter.report import phrases
from charter.rules.terms import ConditionKind
from charter.truth import Truth


@dataclass(frozen=True, slots=True)
class Clause:
    """A subject, what is said of it when the claim holds, and what when it fails.

    ``question`` replaces "whether …" where that would not be English.
    """

    subject: str
    holds: str
    fails: str
    question: str | None = None

    def said(self, truth: Truth) -> str:
        """The clause in words: affirmed, denied, or as the open question.

        >>> Clause("Mali", "is a party", "is no party").said(Truth.UNKNOWN)
        'whether Mali is a party'
        """
        match truth:
            case Truth.TRUE:
                return f"{self.subject} {self.holds}".strip()
            case Truth.FALSE:
                return f"{self.subject} {self.fails}".strip()
            case Truth.UNKNOWN:
                return self.question or f"whether {self.subject} {self.holds}".replace("  ", " ")


OfEvent = (
    c.IsKind
    | c.AuthorIs
    | c.Strikes
    | c.Infringes
    | c.HasQuality
    | c.Within
    | c.Met
    | c.IsOver
    | c.Restored
)


def of_event(claim: OfEvent) -> Clause:
    """A claim about an event as subject and endings."""
    match claim:
        case c.Within(event, place, area):
            near = "somewhere " if place and place.startswith("near ") else ""
            return _lying(f"{near}{place}" if place else f"the place of {event}", area)
        case c.Met():
            return _met(claim)
        case c.Strikes() | c.Infringes():
            return _hitting(claim)
        case c.HasQuality(event, quality):
            return Clause(event, *phrases.QUALITIES[quality])
        case _:
            return _of_nature(claim)


def _of_nature(claim: c.IsKind | c.AuthorIs | c.IsOver | c.Restored) -> Clause:
    match claim:
        case c.IsKind(event, kind):
            return _being(event, phrases.kind_of_event(kind))
        case c.AuthorIs(event, actor):
            return _being(actor, f"the author of {event}")
        case c.IsOver(event):
            return _being(event, "over")
        case c.Restored(event):
            return _being(f"what {event} disturbed", "restored")
        case _:
            assert_never(claim)


def _hitting(claim: c.Strikes | c.Infringes) -> Clause:
    match claim:
        case c.Strikes(event, victim, asset):
            if asset is None:
                return _being(event, f"directed against {victim}")
            struck = f"{phrases.ASSETS[asset]} of {victim}"
            return Clause(event, f"strikes {struck}", f"does not strike {struck}")
        case c.Infringes(event, interest, victim):
            struck = f"{phrases.INTERESTS[interest]} of {victim}"
            return Clause(event, f"infringes {struck}", f"does not infringe {struck}")
        case _:
            assert_never(claim)


def _being(subject: str, what: str) -> Clause:
    return Clause(subject, f"is {what}", f"is not {what}")


def _lying(place: str, area: str) -> Clause:
    where = area if area.split(maxsplit=1)[0] in ("in", "within", "on", "at") else f"within {area}"
    return Clause(place, f"lies {where}", f"does not lie {where}")


def _met(claim: c.Met) -> Clause:
    """What a condition asks of a party, or the condition in its own words."""
    ends = phrases.CONDITIONS[claim.kind]
    if claim.kind is ConditionKind.UNPROVOKED:
        return Clause(claim.event, "is unprovoked", "is provoked")
    if ends and claim.party:
        return Clause(claim.party, *ends)
    subject = f"the condition “{claim.text}”"
    of = f" for {claim.party}" if claim.party else ""
    return Clause(subject, f"is met{of}", f"is not met{of}")
