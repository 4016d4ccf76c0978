"""What the rules say to one question of the sheet: yes, no or open, and which words say so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto

from charter.rules.model import Citation, Words
from charter.truth import Truth, conjunction, disjunction


class Reason(StrEnum):
    """Why the rules leave a code open."""

    NOT_READ = auto()
    NOT_SEEN = auto()
    NO_EVENT = auto()
    VAGUE_EVENT = auto()
    WAR_BESIDE_ATTACK = auto()
    WHO_BEGAN = auto()
    OTHER_MEANS = auto()
    OTHER_ACTION = auto()
    OTHER_BAN = auto()
    ONLY_DECLARED = auto()
    ONLY_COUNTED = auto()
    NEUTRALITY_DENIED = auto()
    THIRD_STATES = auto()
    NO_BEARER = auto()
    OWN_WORDS = auto()
    REGION = auto()
    TERRITORY = auto()
    LIFTED = auto()
    SOME_HAVE_IT = auto()
    PLEDGE_OPEN = auto()
    OTHER_DUTIES = auto()
    SEVERAL_TERMS = auto()
    NOT_IN_MONTHS = auto()
    NOTICE_OR_TERM = auto()
    CONDITIONAL_NOTICE = auto()
    SEVERAL_NOTICES = auto()
    NO_PARTIES = auto()


@dataclass(frozen=True, slots=True)
class Ground:
    """The words that a code rests on; without words, the whole place."""

    citation: Citation
    words: Words | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why something is open, and the words that leave it so, if any do."""

    reason: Reason
    ground: Ground | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A truth value with the words it rests on, or with what leaves it open."""

    truth: Truth
    grounds: tuple[Ground, ...] = ()
    doubts: tuple[Doubt, ...] = ()


NO = Finding(Truth.FALSE)


def yes(*grounds: Ground) -> Finding:
    """It is so, and these words say it."""
    return Finding(Truth.TRUE, grounds)


def unsettled(reason: Reason, *grounds: Ground) -> Finding:
    """The rules do not settle it."""
    doubts = tuple(Doubt(reason, each) for each in grounds) or (Doubt(reason),)
    return Finding(Truth.UNKNOWN, doubts=doubts)


def any_of(findings: Iterable[Finding]) -> Finding:
    """It is so if any of them is; the grounds are of those that are so."""
    found = tuple(findings)
    return _joined(disjunction(each.truth for each in found), found)


def all_of(*findings: Finding) -> Finding:
    """It is so if all of them are."""
    return _joined(conjunction(each.truth for each in findings), findings)


def alike(findings: Iterable[Finding]) -> Finding:
    """It is so of all of them, of none, or else (or where one is open) it is open.

    A pledge made twice, once with a condition and once without, has no one code.
    """
    found = tuple(findings)
    said = {each.truth for each in found}
    if said <= {Truth.TRUE} or said <= {Truth.FALSE}:
        return any_of(found)
    mixed = any_of(found).grounds if {Truth.TRUE, Truth.FALSE} <= said else ()
    doubts = tuple(Doubt(Reason.SOME_HAVE_IT, each) for each in mixed)
    return Finding(Truth.UNKNOWN, doubts=_once((*doubts, *_doubts(found))))


def _joined(truth: Truth, findings: Sequence[Finding]) -> Finding:
    match truth:
        case Truth.TRUE:
            true = (each for each in findings if each.truth is Truth.TRUE)
            return Finding(truth, tuple(dict.fromkeys(g for each in true for g in each.grounds)))
        case Truth.UNKNOWN:
            return Finding(truth, doubts=_once(_doubts(findings)))
        case Truth.FALSE:
            return NO


def _doubts(findings: Sequence[Finding]) -> tuple[Doubt, ...]:
    return tuple(doubt for each in findings for doubt in each.doubts)


def _once(doubts: tuple[Doubt, ...]) -> tuple[Doubt, ...]:
    return tuple(dict.fromkeys(doubts))


@dataclass(frozen=True, slots=True)
class Code:
    """A column's value; ``None`` is unknown, and then ``doubts`` say why.

    ``as_read`` is the value that would stand if what was not read added nothing.
    """

    value: int | None
    grounds: tuple[Ground, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    as_read: int | None = None


def code(finding: Finding) -> Code:
    """1 for what is so, 0 for what is not, unknown for what is open.

    >>> code(NO).value, code(unsettled(Reason.NOT_READ)).value
    (0, None)
    """
    match finding.truth:
        case Truth.TRUE:
            return Code(1, finding.grounds, finding.doubts)
        case Truth.FALSE:
            return Code(0)
        case Truth.UNKNOWN:
            return Code(None, finding.grounds, finding.doubts)


def open_code(reason: Reason, *grounds: Ground) -> Code:
    """A column that the rules do not settle."""
    return Code(None, doubts=unsettled(reason, *grounds).doubts)


def but_for(found: Code, unread: tuple[Doubt, ...]) -> Code:
    """A 0 says that nothing is there, so it stands only if everything was read."""
    if found.value != 0 or not unread:
        return found
    return Code(None, found.grounds, unread, as_read=0)
