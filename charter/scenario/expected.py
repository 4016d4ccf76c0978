"""Sentences under Then to expectations."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import product
from types import MappingProxyType

from charter.findings.outcome import State
from charter.rules.terms import Action, Means
from charter.scenario.case import (
    Expectation,
    ExpectedBound,
    ExpectedBreach,
    ExpectedDuty,
    ExpectedNobody,
)
from charter.scenario.deeds import object_of
from charter.scenario.draft import Draft
from charter.scenario.lines import QUALIFIERS, Line, Said
from charter.scenario.names import Mistake, said_twice
from charter.scenario.targets import action_of, means_of
from charter.scenario.worlds import Statement
from charter.syntax.tree import Node
from charter.truth import Truth

NOT_OWED = (State.OWED, State.UNDETERMINED, State.BREACHED)
"""The states in none of which a duty may be that is said not to be owed."""

STATES = {
    "PERFORMED": State.PERFORMED,
    "BREACHED": State.BREACHED,
    "EXCUSED": State.EXCUSED,
    "SUSPENDED": State.SUSPENDED,
    "ENDED": State.ENDED,
}


def expectations_of(each: Statement, draft: Draft) -> tuple[Expectation, ...]:
    """The expectations that a sentence states: one for each party and each beneficiary it names."""
    outer = each.node
    reading = outer.node("under_reading")
    said = Said(
        text=each.words,
        line=each.line,
        span=each.span,
        reading=draft.names.reading(reading.phrases("QUOTED")[0]) if reading else None,
        contested=outer.has("CONTESTED", "CONTESTED_AFTER"),
    )
    (claim,) = outer.nodes("undetermined", *READERS)
    undetermined = claim.form == "undetermined"
    inner = claim.nodes(*READERS)[0] if undetermined else claim
    found = tuple(READERS[inner.form](_line(draft, inner, said, undetermined)))
    return _told_apart(found)


def _line(draft: Draft, claim: Node, said: Said, undetermined: bool) -> Line:
    found: dict[str, Node] = {}
    for each in claim.nodes(*QUALIFIERS):
        if each.form in found:
            raise said_twice(found[each.form].span, each.span)
        if each.form not in ALLOWED[claim.form]:
            message = "this cannot be said of what the line expects"
            raise Mistake("C319", message, each.span, help="leave it out")
        found[each.form] = each
    if undetermined and (claim.has("NOT", "NO", "NOTHING", "NEED_NOT")):
        help = "ask whether it is owed"
        raise Mistake("C319", "an open question is asked without `not`", claim.span, help=help)
    return Line(draft, claim, said, undetermined, MappingProxyType(found))


def _told_apart(found: tuple[Expectation, ...]) -> tuple[Expectation, ...]:
    """Several expectations of one sentence, each with words that say which it is."""
    if len(found) < 2:
        return found
    return tuple(_with_words(each) for each in found)


def _with_words(each: Expectation) -> Expectation:
    match each:
        case ExpectedDuty(party=party, beneficiary=beneficiary):
            to = f", to {beneficiary}" if beneficiary else ""
            return replace(each, text=f"{each.text} ({party}{to})")
        case ExpectedBreach(party=str(party)) | ExpectedBound(party=party):
            return replace(each, text=f"{each.text} ({party})")
        case _:
            return each


UNDONE = "`not` and `nothing` undo each other"


def _owes(line: Line) -> Iterator[Expectation]:
    claim = line.claim
    _who, *to = claim.nodes("actors")
    nothing, anything = claim.has("NOTHING", "NO"), claim.has("ANYTHING")
    negated = claim.has("NOT")
    if nothing and negated:
        raise Mistake("C319", UNDONE, claim.span, help="say `not` once")
    if anything and not (negated or line.undetermined):
        help = "say what is owed, or `does not owe anything`"
        raise Mistake("C319", "what is owed is not said", claim.span, help=help)
    thing = claim.node("thing")
    action = action_of(thing) if thing else None
    towards = line.draft.names.each_actor(to[0]) if to else (None,)
    yield from _duties(line, action, towards, negated=negated or nothing)


def _must(line: Line) -> Iterator[Expectation]:
    towards, _ = object_of(line.draft, line.claim)
    negated = line.claim.has("NEED_NOT")
    yield from _duties(line, action_of(line.claim), towards, negated=negated)


def _in_state(line: Line) -> Iterator[Expectation]:
    (verb,) = line.claim.nodes("duty_is", "duty_has")
    state = STATES[verb.phrases()[0].name.removeprefix("IS_")]
    towards, _ = object_of(line.draft, line.claim)
    yield from _duties(line, action_of(line.claim), towards, negated=False, state=state)


def _duties(
    line: Line,
    action: Action | None,
    towards: tuple[str | None, ...],
    *,
    negated: bool,
    state: State = State.OWED,
) -> Iterator[ExpectedDuty]:
    article, treaty = line.article()
    for party, beneficiary in product(line.parties(), towards):
        if party == beneficiary:
            message = f"`{party}` owes nothing to itself"
            raise Mistake("C326", message, line.claim.span, help="mend one of the two names")
        yield ExpectedDuty(
            **line.said,
            party=party,
            beneficiary=beneficiary,
            action=action,
            means=_means(line),
            states=_states(line, state, negated=negated),
            article=article,
            treaty=treaty,
            not_articles=line.not_articles(),
            negated=negated,
            because=line.because(one=not negated),
            depends_on=line.depends_on(party),
            event=line.event,
        )


def _means(line: Line) -> tuple[Means, ...]:
    node = line.qualifiers.get("including")
    return means_of(node) if node else ()


def _states(line: Line, state: State, *, negated: bool) -> tuple[State, ...]:
    if line.undetermined:
        return (State.UNDETERMINED,)
    return NOT_OWED if negated else (state,)


def _nobody(line: Line) -> Iterator[Expectation]:
    besides = line.claim.has("NOBODY_ELSE", "NOTHING_ELSE_IS_OWED")
    yield ExpectedNobody(**line.said, besides=besides, because=line.because(one=False))


def _breaches(line: Line) -> Iterator[Expectation]:
    negated = line.claim.has("NOT", "NOTHING")
    if line.claim.has("NOT") and line.claim.has("NOTHING"):
        raise Mistake("C319", UNDONE, line.claim.span, help="say `not` once")
    if line.claim.has("ANYTHING") and not (negated or line.undetermined):
        help = "name the article, or write `does not breach anything`"
        raise Mistake("C319", "what is breached is not said", line.claim.span, help=help)
    yield from (_breach(line, party, negated=negated) for party in line.parties())


def _nobody_breaches(line: Line) -> Iterator[Expectation]:
    if line.claim.has("NOTHING"):
        raise Mistake("C319", UNDONE, line.claim.span, help="say `not` once")
    yield _breach(line, None, negated=True)


def _breach(line: Line, party: str | None, *, negated: bool) -> ExpectedBreach:
    names = line.draft.names
    article, treaty = line.claim.node("article"), line.claim.node("treaty")
    number, of = names.article(article) if article else (None, None)
    return ExpectedBreach(
        **line.said,
        party=party,
        article=number,
        treaty=names.treaty(treaty) if treaty else of,
        negated=negated,
        undetermined=line.undetermined,
        depends_on=line.depends_on(party) if party else (),
        event=line.event,
        because=line.because(one=not negated),
    )


def _is_bound(line: Line) -> Iterator[ExpectedBound]:
    named, span = line.claim.node("treaty"), line.claim.span
    yield from _bound(line, line.parties(), line.draft.names.the_treaty(named, span))


def _binds(line: Line) -> Iterator[ExpectedBound]:
    charters, parties = line.claim.nodes("actors")
    for each in charters.nodes("name"):
        who = line.draft.names.each_actor(parties)
        yield from _bound(line, who, line.draft.names.treaty(each))


def _bound(line: Line, parties: tuple[str, ...], treaty: str) -> Iterator[ExpectedBound]:
    """Every event has its day; a line that names none speaks of the days of all."""
    if not line.draft.events:
        raise Mistake("C320", "no event is there to speak of", line.claim.span, help=ON_WHICH_DAY)
    stated = Truth.of(not line.claim.has("NOT"))
    for party in parties:
        yield ExpectedBound(
            **line.said,
            party=party,
            treaty=treaty,
            truth=Truth.UNKNOWN if line.undetermined else stated,
            event=line.event,
            depends_on=line.depends_on(party),
        )


ON_WHICH_DAY = "a charter binds on a day: state under When what happens on it"

READERS: Mapping[str, Callable[[Line], Iterator[Expectation]]] = {
    "owes": _owes,
    "must": _must,
    "has_state": _in_state,
    "duty_state": _in_state,
    "nobody": _nobody,
    "breaches": _breaches,
    "nobody_breaches": _nobody_breaches,
    "bound": _is_bound,
    "binds": _binds,
}

OF_DUTIES = frozenset(QUALIFIERS) - {"by_event", "on_day_of"}
ALLOWED: Mapping[str, frozenset[str]] = {
    "owes": OF_DUTIES,
    "must": OF_DUTIES,
    "has_state": OF_DUTIES - {"depending"},
    "duty_state": OF_DUTIES - {"depending"},
    "nobody": frozenset({"because"}),
    "breaches": frozenset({"by_event", "because_of", "because", "depending"}),
    "nobody_breaches": frozenset({"by_event", "because_of", "because"}),
    "bound": frozenset({"on_day_of", "depending"}),
    "binds": frozenset({"on_day_of", "depending"}),
}
"""What may be added to a line of each form."""
