"""What no world can be, whatever the law says: told by two sentences of which each may stand."""

from collections.abc import Iterator

from charter.dates import Day, by
from charter.findings.claims import ActDone, AuthorIs, Claim, IsKind, IsParty, Strikes
from charter.rules.kinds import ancestors
from charter.rules.terms import Act
from charter.scenario.draft import Draft
from charter.scenario.model import Struck, TreatyAct
from charter.scenario.names import Mistake
from charter.source import Span
from charter.truth import Truth

LEAVING = (Act.NOTICE_OF_WITHDRAWAL, Act.WITHDRAWAL)


def impossible(draft: Draft) -> Iterator[Mistake]:
    """A mistake for each thing that cannot be so; what may be so is left to the law."""
    yield from _done_to_oneself(draft)
    yield from _ended_before(draft)
    yield from _denied_at_once(draft)
    for act in draft.acts.values():
        if act.act is Act.ACCESSION:
            yield from _accedes_again(draft, act)
        elif act.act in LEAVING:
            yield from _leaves_before(draft, act)


def _done_to_oneself(draft: Draft) -> Iterator[Mistake]:
    """What somebody does to itself; what is between some strikes all who bring it about."""
    for event in draft.events.values():
        struck, authors = {each.actor for each in event.struck}, set(event.authors or ())
        is_between = len(struck) > 1 and struck == authors
        for actor in () if is_between else sorted(struck & authors)[:1]:
            message = f"`{actor}` does `{event.label}` to itself"
            help = "name another author or another victim"
            yield Mistake("C329", message, draft.told["event", event.label], help=help)


def _ended_before(draft: Draft) -> Iterator[Mistake]:
    for ending in draft.endings:
        if by(draft.events[ending.event].day, ending.day) is Truth.FALSE:
            spans = draft.told["ending", ending.event], draft.told["event", ending.event]
            message = f"`{ending.event}` ends before it happens"
            yield Mistake("C309", message, *spans, help="let it end later, or happen earlier")


def _denied_at_once(draft: Draft) -> Iterator[Mistake]:
    """A fact that denies what an event's own sentence says; a variation may deny what stood."""
    for claim, value in draft.facts.items():
        told = _told(draft, claim) if value is False and claim in draft.fresh else None
        if told:
            message = "this contradicts what is said to happen"
            help = "state one of them, or deny it in a variation"
            yield Mistake("C321", message, draft.fresh[claim], told, help=help)


def _told(draft: Draft, claim: Claim) -> Span | None:
    """The sentence of this layer that tells an event as being what a claim says of it."""
    match claim:
        case AuthorIs(label, actor):
            is_so = actor in (draft.events[label].authors or ())
        case IsKind(label, kind):
            is_so = kind in ancestors(draft.events[label].kind)
        case Strikes(label, victim, asset):
            is_so = Struck(victim, asset) in draft.events[label].struck
        case _:
            return None
    is_fresh = ("event", label) in draft.fresh
    return draft.told["event", label] if is_so and is_fresh else None


def _accedes_again(draft: Draft, act: TreatyAct) -> Iterator[Mistake]:
    """An accession by one that has signed and not undone it, or that has left before."""
    span = draft.told[act.party, act.act, act.treaty]
    left = [draft.acts.get((act.party, each, act.treaty)) for each in LEAVING]
    earlier = [each for each in left if each and by(act.day, each.day) is Truth.FALSE]
    if earlier:
        first = draft.told[act.party, earlier[0].act, act.treaty]
        message = f"`{act.party}` joins again what it has left"
        help = "tell one of them, and the other in a scenario of its own"
        yield Mistake("C331", message, span, first, help=help)
    elif _has_signed(draft, act):
        help = "leave it out, or state that it does not sign"
        yield Mistake("C331", f"`{act.party}` has signed the treaty itself", span, help=help)


def _has_signed(draft: Draft, act: TreatyAct) -> bool:
    """Whether a party signed, by the charter's heading, and no fact says otherwise."""
    denied = any(
        value is False
        and isinstance(claim, ActDone | IsParty)
        and (claim.party, claim.treaty) == (act.party, act.treaty)
        for claim, value in draft.facts.items()
    )
    return not denied and _signed(draft, act) is not None


def _leaves_before(draft: Draft, act: TreatyAct) -> Iterator[Mistake]:
    signature = draft.acts.get((act.party, Act.SIGNATURE, act.treaty))
    day = signature.day if signature else _signed(draft, act)
    if day and by(day, act.day) is Truth.FALSE:
        message = f"`{act.party}` leaves the treaty before it has signed it"
        span = draft.told[act.party, act.act, act.treaty]
        yield Mistake("C309", message, span, help="let it leave on a later day")


def _signed(draft: Draft, act: TreatyAct) -> Day | None:
    """The day on which a party signed by the heading of the charter that it acts towards."""
    (charter,) = (each for each in draft.names.charters if each.name == act.treaty)
    return charter.signed.get(act.party)
