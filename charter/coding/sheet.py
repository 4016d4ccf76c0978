"""The coding sheet of a whole treaty: a code for each column, for each of its parties."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from charter.coding.conditions import LIMITS, PREFIX, limited
from charter.coding.finding import (
    NO,
    Code,
    Doubt,
    Finding,
    Ground,
    Reason,
    alike,
    all_of,
    any_of,
    but_for,
    code,
    open_code,
)
from charter.coding.lasting import lasting
from charter.coding.owing import is_one_sided, owes
from charter.coding.pledges import Pledge, ground, made_by, only_counted
from charter.rules.model import HEADING, Citation, Words
from charter.rules.provision import Norm, Unread
from charter.rules.treaty import Treaty
from charter.truth import Truth

CONDITIONAL: dict[Pledge, str] = {
    Pledge.DEFENSE: "defcon",
    Pledge.OFFENSE: "offcon",
    Pledge.NEUTRAL: "neucon",
    Pledge.CONSUL: "concon",
}
"""The column that says whether a pledge hangs on any condition of the sheet."""
UNEVEN = frozenset({Reason.NOT_READ, Reason.NOT_SEEN, Reason.NO_BEARER, Reason.ONLY_COUNTED})
"""Reasons for which a pledge may bind one member and not another."""


@dataclass(frozen=True, slots=True)
class Member:
    """A party and what it promised."""

    name: str
    codes: Mapping[str, Code]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A treaty's codes: of the alliance, and of each of its members.

    A pledge of the alliance is one that any member makes. ``not_read`` are the places that were
    not read whole: where there are any, no code says that something is not there.
    """

    treaty: Treaty
    alliance: Mapping[str, Code]
    members: tuple[Member, ...]
    not_read: tuple[Doubt, ...]


def sheet(treaty: Treaty) -> Sheet:
    """The coding sheet of a treaty under the readings it was read under.

    >>> from charter.elaborate.library import load
    >>> found = sheet(load("liptako-gourma"))
    >>> found.alliance["defense"].value, found.alliance["bilat"].value
    (1, 0)
    """
    unread = not_read(treaty)
    found = [_findings(treaty, each) for each in treaty.parties]
    members = tuple(
        Member(name, {column: but_for(code(each), unread) for column, each in findings.items()})
        for name, findings in zip(treaty.parties, found, strict=True)
    )
    pledged = {
        column: but_for(code(any_of(each[column] for each in found)), unread)
        for column in (found[0] if found else {})
    }
    terms = {column: but_for(each, unread) for column, each in lasting(treaty.provisions).items()}
    shared = {
        "bilat": _bilateral(treaty),
        **pledged,
        "asymm": _asymmetric(treaty, members),
        **terms,
    }
    return Sheet(treaty, shared, members, unread)


def not_read(treaty: Treaty) -> tuple[Doubt, ...]:
    """The places of a treaty that were not read whole, and those that were not seen."""
    return (*_unread_words(treaty), *_gaps(treaty))


def _unread_words(treaty: Treaty) -> Iterable[Doubt]:
    for each in treaty.provisions:
        words = (each.stopped_at,) if isinstance(each, Unread) else each.unread
        yield from (Doubt(Reason.NOT_READ, Ground(each.citation, one)) for one in words)


def _gaps(treaty: Treaty) -> Iterable[Doubt]:
    for each in treaty.articles:
        if each.gap:
            nowhere = Citation(article=each.number, words=Words(text="", start=0, end=0))
            yield Doubt(Reason.NOT_SEEN, Ground(nowhere))


def _findings(treaty: Treaty, party: str) -> dict[str, Finding]:
    """What one party promised, and on what conditions, by column."""
    found: dict[str, Finding] = {}
    for pledge in Pledge:
        found[pledge] = any_of(made for _, made in _made(treaty, party, pledge))
    if found[Pledge.DEFENSE].truth is Truth.FALSE:
        found[Pledge.DEFENSE] = only_counted(treaty.provisions)
    for pledge in LIMITS:
        found |= _limits(treaty, party, pledge, found[pledge])
    return found | {"conditio": any_of(found[each] for each in CONDITIONAL.values())}


def _made(treaty: Treaty, party: str, pledge: Pledge) -> list[tuple[Norm, Finding]]:
    """The norms that may make a pledge, each with whether it does and this party owes it."""
    norms = (each for each in treaty.provisions if isinstance(each, Norm))
    made = ((norm, made_by(norm, pledge, treaty.parties)) for norm in norms)
    return [
        (norm, all_of(owes(norm, party, treaty.parties), finding))
        for norm, finding in made
        if finding.truth is not Truth.FALSE
    ]


def _limits(treaty: Treaty, party: str, pledge: Pledge, pledged: Finding) -> dict[str, Finding]:
    made = _made(treaty, party, pledge)
    norms = [norm for norm, finding in made if finding.truth is Truth.TRUE]
    found = {
        f"{PREFIX[pledge]}{limit}": _limit(treaty, norms, limit, pledged)
        for limit in LIMITS[pledge]
    }
    return {CONDITIONAL[pledge]: any_of(found.values()), **found}


def _limit(treaty: Treaty, norms: Sequence[Norm], limit: str, pledged: Finding) -> Finding:
    if pledged.truth is Truth.UNKNOWN:
        return Finding(Truth.UNKNOWN, doubts=(Doubt(Reason.PLEDGE_OPEN), *pledged.doubts))
    return alike(limited(norm, limit, treaty.provisions) for norm in norms)


# ------------------------------------------------------------------ of the alliance


def _bilateral(treaty: Treaty) -> Code:
    if len(treaty.parties) < 2:
        return open_code(Reason.NO_PARTIES)
    heading = Citation(article=HEADING, words=Words(text="", start=0, end=0))
    return Code(int(len(treaty.parties) == 2), (Ground(heading),))


def _asymmetric(treaty: Treaty, members: Sequence[Member]) -> Code:
    """Whether the members owe different pledges; other one-sided duties leave it open."""
    for read in (_settled, _as_read):
        differ = [each for each in Pledge if {0, 1} <= {read(one.codes[each]) for one in members}]
        if differ:
            found = Code(1, _grounds(one.codes[each] for each in differ for one in members))
            doubts = _doubts(one.codes[each] for each in differ for one in members)
            return found if read is _settled else Code(None, found.grounds, doubts, as_read=1)
    uneven = (each for each in Pledge if _may_differ([one.codes[each] for one in members]))
    return _symmetric(
        treaty, members, _doubts(one.codes[each] for each in uneven for one in members)
    )


def _may_differ(codes: Sequence[Code]) -> bool:
    """Whether a pledge may be one member's and not another's.

    What leaves it open for all in the same way does not, unless it leaves open who owes it.
    """
    reasons = {doubt.reason for each in codes for doubt in each.doubts}
    return len(set(codes)) > 1 or bool(reasons & UNEVEN)


def _settled(found: Code) -> int | None:
    return found.value


def _as_read(found: Code) -> int | None:
    return found.as_read if found.value is None else found.value


def _grounds(codes: Iterable[Code]) -> tuple[Ground, ...]:
    return tuple(dict.fromkeys(ground for each in codes for ground in each.grounds))


def _doubts(codes: Iterable[Code]) -> tuple[Doubt, ...]:
    return tuple(
        dict.fromkeys(doubt for each in codes if each.value is None for doubt in each.doubts)
    )


def _symmetric(treaty: Treaty, members: Sequence[Member], doubts: tuple[Doubt, ...]) -> Code:
    one_sided = tuple(_one_sided(treaty, is_even=_is_even(members)))
    if one_sided:
        return open_code(Reason.OTHER_DUTIES, *map(ground, one_sided))
    if doubts:
        is_read = all(each.reason in (Reason.NOT_READ, Reason.NOT_SEEN) for each in doubts)
        return Code(None, doubts=doubts, as_read=0 if is_read else None)
    return code(NO) if members else open_code(Reason.NO_PARTIES)


def _is_even(members: Sequence[Member]) -> bool:
    """Whether all members have the same codes."""
    return len({tuple(each.value for each in one.codes.values()) for one in members}) == 1


def _one_sided(treaty: Treaty, *, is_even: bool) -> Iterable[Norm]:
    """Duties that one party bears and another does not; pledges that mirror each other are none."""
    for each in treaty.provisions:
        if isinstance(each, Norm) and each.kind in ("duty", "prohibition"):
            made = (made_by(each, pledge, treaty.parties) for pledge in Pledge)
            mirrored = is_even and any(one.truth is Truth.TRUE for one in made)
            if not mirrored and is_one_sided(each, treaty.parties):
                yield each
