"""For how long the treaty binds, whether it is renewed, and whether a party may leave it before."""

from collections.abc import Sequence

from charter.coding.finding import Code, Ground, Reason, open_code
from charter.rules.model import Number
from charter.rules.provision import Duration, Provision, Withdrawal
from charter.rules.terms import ConditionKind, Modality, Unit

FIXED, UNTIL, UNLIMITED = 1, 2, 3
"""How the length is specified: for a time, until something is done, without limit."""
BY_AGREEMENT, UNLESS_DENOUNCED = 1, 2
"""How the treaty is renewed."""
ALLOWED, FORBIDDEN, CONDITIONAL = 1, 2, 3
"""Whether a party may renounce the treaty while it runs."""
MONTHS = {Unit.YEARS: 12, Unit.MONTHS: 1}
LONGEST_NOTICE = 24
"""In months; a longer period beside a right to leave is taken for a time in force."""
COLUMNS = ("speclgth", "length", "renounce", "proren", "renewlgt")


def lasting(provisions: Sequence[Provision]) -> dict[str, Code]:
    """The codes of length, renunciation and renewal.

    Articles may stand in any order, so a second term is a renewal only beside the first.
    """
    terms = [
        each for each in provisions if isinstance(each, Duration) and not _counts_parties(each)
    ]
    leaves = [each for each in provisions if isinstance(each, Withdrawal)]
    if doubtful := _doubtful(terms, leaves):
        return dict.fromkeys(COLUMNS, doubtful)
    specified = _specified(terms, leaves)
    renewed, renewed_for = _renewed(terms, leaves)
    return {
        "speclgth": specified,
        "length": _length(specified, terms),
        "renounce": _renounced(terms, leaves),
        "proren": renewed,
        "renewlgt": renewed_for,
    }


Terms = Sequence[Duration]
Leaves = Sequence[Withdrawal]


def _counts_parties(term: Duration) -> bool:
    return term.number is not None and term.number.unit == Unit.PARTIES


def _doubtful(terms: Terms, leaves: Leaves) -> Code | None:
    """Where the words are not all read, or the terms stand apart, nothing is settled."""
    found = [Ground(each.citation, words) for each in (*terms, *leaves) for words in each.unread]
    if found:
        return open_code(Reason.NOT_READ, *found)
    figures = _figures(terms)
    apart = len({each.citation.article for each in figures}) > 1
    return open_code(Reason.SEVERAL_TERMS, *map(_ground, figures)) if apart else None


def _figures(terms: Terms) -> list[Duration]:
    return [each for each in terms if each.number]


def _ground(provision: Duration | Withdrawal) -> Ground:
    return Ground(provision.citation, provision.citation.words)


def _months(number: Number | None) -> int | None:
    unit = next((each for each in MONTHS if number and number.unit == each), None)
    if number is None or unit is None or not isinstance(number.value, int):
        return None
    return number.value * MONTHS[unit]


def _beside(leave: Withdrawal, terms: Terms) -> list[Duration]:
    """The terms of the same sentence."""
    return [each for each in terms if each.citation.words == leave.citation.words]


# ------------------------------------------------------------------ length


def _specified(terms: Terms, leaves: Leaves) -> Code:
    if figures := _figures(terms):
        return Code(FIXED, (_ground(figures[0]),))
    ends = {UNTIL if each.until else UNLIMITED for each in terms}
    grounds = tuple(map(_ground, terms))
    if len(ends) > 1:
        return open_code(Reason.SEVERAL_TERMS, *grounds)
    if ends == {UNTIL} and any(_beside(each, terms) for each in leaves):
        return open_code(Reason.NOTICE_OR_TERM, *grounds)
    return Code(ends.pop(), grounds) if ends else Code(0)


def _length(specified: Code, terms: Terms) -> Code:
    if specified.value == FIXED:
        return _in_months(_figures(terms)[0])
    return specified if specified.value is None else Code(0, specified.grounds)


def _in_months(term: Duration) -> Code:
    months = _months(term.number)
    here = _ground(term)
    return open_code(Reason.NOT_IN_MONTHS, here) if months is None else Code(months, (here,))


# ------------------------------------------------------------------ renewal


def _renewed(terms: Terms, leaves: Leaves) -> tuple[Code, Code]:
    """How the treaty is renewed, and for how many months."""
    figures = _figures(terms)
    if not figures:
        return Code(0), Code(0)
    if figures[1:]:
        return _how_renewed(figures[1]), _in_months(figures[1])
    if any(_runs_on(each, terms) for each in leaves):
        grounds = tuple(map(_ground, figures))
        return Code(UNLESS_DENOUNCED, grounds), Code(0, grounds)
    unclear = [
        _ground(each) for each in leaves if _may_be_at_the_end(each, terms) or _is_conditional(each)
    ]
    unclear += [_ground(each) for each in terms if not each.number]
    if unclear:
        left = open_code(Reason.NOTICE_OR_TERM, *unclear)
        return left, left
    return Code(0), Code(0)


def _how_renewed(renewal: Duration) -> Code:
    here = _ground(renewal)
    kinds = {each.kind for each in renewal.conditions}
    if ConditionKind.AFTER_CONSULTATION in kinds:
        return Code(BY_AGREEMENT, (here,))
    if ConditionKind.OTHER in kinds:
        words = (each.words for each in renewal.conditions)
        return open_code(Reason.OWN_WORDS, *(Ground(renewal.citation, each) for each in words))
    return Code(UNLESS_DENOUNCED, (here,))


def _runs_on(leave: Withdrawal, terms: Terms) -> bool:
    """Whether the treaty goes on after its term, without a further one, until notice is given."""
    beside = _beside(leave, terms)
    if _figures(beside):
        return any(each.number and each.until for each in beside)
    return bool(beside and _figures(terms))


def _may_be_at_the_end(leave: Withdrawal, terms: Terms) -> bool:
    """Whether a right to leave may be one not to go on after the term.

    One in the article of the term may be ("thereafter any Party may denounce it"), and so may one
    with a period too long for a notice.
    """
    if leave.modality is Modality.MUST_NOT:
        return False
    article = leave.citation.article
    in_its_article = any(each.citation.article == article for each in _figures(terms))
    return in_its_article or (_months(leave.number) or 0) > LONGEST_NOTICE


def _is_conditional(leave: Withdrawal) -> bool:
    on = {kind for each in leave.triggers for kind in each.kinds} - {"notice"}
    named = bool(leave.bearer and leave.bearer.names)
    return bool(leave.conditions or on or named)


# ------------------------------------------------------------------ renunciation


def _renounced(terms: Terms, leaves: Leaves) -> Code:
    """Whether a party may leave while the term runs; a notice against renewal is none."""
    rights = [each for each in leaves if each.modality is not None]
    if leaves and not rights:  # when a withdrawal takes effect is said, not whether it is allowed
        return open_code(Reason.NOTICE_OR_TERM, *map(_ground, leaves))
    found = [_renounces(each, terms) for each in rights]
    if still_open := [each for each in found if each.value is None]:
        return Code(None, doubts=tuple(doubt for each in still_open for doubt in each.doubts))
    said = {each.value for each in found} - {0}
    grounds = tuple(dict.fromkeys(ground for each in found for ground in each.grounds))
    if len(said) > 1:
        return open_code(Reason.SEVERAL_NOTICES, *grounds)
    return Code(said.pop() if said else 0, grounds)


def _renounces(leave: Withdrawal, terms: Terms) -> Code:
    here = _ground(leave)
    if leave.modality is Modality.MUST_NOT:
        return Code(FORBIDDEN, (here,))
    if _ends_a_term(leave, terms):
        return Code(0, (here,))
    if _is_conditional(leave):
        has_term = bool(_figures(terms))
        return (
            open_code(Reason.CONDITIONAL_NOTICE, here) if has_term else Code(CONDITIONAL, (here,))
        )
    if _may_be_at_the_end(leave, terms):
        return open_code(Reason.NOTICE_OR_TERM, here)
    return Code(ALLOWED, (here,))


def _ends_a_term(leave: Withdrawal, terms: Terms) -> bool:
    """Whether a notice only stops the treaty from being renewed or from running on."""
    beside = _figures(_beside(leave, terms))
    stops_renewal = any(each is not _figures(terms)[0] for each in beside)
    return stops_renewal or _runs_on(leave, terms)
