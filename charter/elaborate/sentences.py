"""A passage of an article to the provisions it makes; the one way from words to rules."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from charter.elaborate import (
    constitutive,
    counting,
    defining,
    norms,
    of_events,
    offices,
    owed,
    references,
    settling,
    terminating,
    treaty_law,
    undertaking,
    votes,
)
from charter.elaborate.account import Account, is_sign
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework, take_apart
from charter.elaborate.context import Context
from charter.elaborate.governing import governing
from charter.elaborate.limited import limited
from charter.elaborate.listing import stretches
from charter.elaborate.merging import merged, with_joined_conduct
from charter.elaborate.repeated import repeated
from charter.rules.model import Words
from charter.rules.pattern import EventPattern
from charter.rules.provision import (
    Duration,
    Norm,
    Portion,
    Provision,
    Purpose,
    Unread,
)
from charter.rules.terms import Modality, Part
from charter.source import Span
from charter.syntax import contrasts, elided
from charter.syntax.build import Stopped, parse_sentence
from charter.syntax.clauses import Clause, clauses, span_of
from charter.syntax.inversions import with_conjunctions
from charter.syntax.passage import Passage
from charter.syntax.recitals import without as without_recitals
from charter.syntax.tree import Node
from charter.syntax.wording import Wording


@dataclass(frozen=True, slots=True)
class Read:
    """What a sentence was read as, its phrases, its last clause, and that of the one before it.

    A sentence may speak of what the last clause before it told.
    """

    context: Context
    provisions: tuple[Provision, ...]
    last: Clausework | None = None
    row: tuple[Node, ...] = ()
    before: Clausework | None = None


def provisions(passage: Passage, wording: Wording, article: str | None) -> tuple[Provision, ...]:
    """The provisions of a passage, in the order of its words.

    A sentence that the grammar does not read becomes an ``Unread`` provision with the words that
    stopped it; nothing is left out.
    """
    return tuple(each for made in sentences(passage, wording, article) for each in made.provisions)


def sentences(passage: Passage, wording: Wording, article: str | None) -> Iterator[Read]:
    """Each sentence of a passage as it was read, in the order of the words."""
    last: Clausework | None = None
    for each in stretches(passage, wording):
        made = read(Context(each.wording, article, each.paragraph, each.span), last)
        yield made
        last = _spoken_of(made)


def _spoken_of(made: Read) -> Clausework | None:
    """The last clause of a sentence; one that was not read leaves no event to point back at."""
    if made.last and any(isinstance(each, Unread) for each in made.provisions):
        return replace(made.last, events=())
    return made.last


def read(context: Context, before: Clausework | None = None) -> Read:
    """What one sentence is read as."""
    tree = parse_sentence(context.wording.text, context.sentence)
    if isinstance(tree, Stopped):
        return Read(context, (unread(context, tree.span),))
    row = elided.supplied(contrasts.joined(with_conjunctions(tree.nodes())))
    made, last = _made(row, context, before)
    return Read(context, made, last, row, before)


def _made(
    row: tuple[Node, ...], context: Context, before: Clausework | None
) -> tuple[tuple[Provision, ...], Clausework | None]:
    """The provisions of a row of phrases, with what was not read, and its last clause."""
    account = Account(context)
    operative, recitals = without_recitals(row)
    for recital in recitals:
        account.hold(*recital)
        account.note(Part.RECITAL, *recital)
    if not operative:
        return (Purpose(citation=context.citation, aim=context.words(span_of(row))),), None
    found, last = _read(operative, account, before)
    if not found:
        return (unread(context, _stop(row)),), last
    left = account.unread(row)
    stops = account.deciding(row)
    if any(is_sign(node) for node in stops):
        return (unread(context, stops[0].span),), last
    portions = tuple(account.portions)
    made = tuple(_noted(each, left, portions) for each in found)
    return (*made, unread(context, stops[0].span)) if stops else made, last


def _noted(each: Provision, left: tuple[Words, ...], portions: tuple[Portion, ...]) -> Provision:
    """A provision with the words left unread and the parts of the others, but of a purpose none."""
    kept = () if isinstance(each, Purpose) else portions
    return each.model_copy(update={"unread": left, "portions": kept})


def _stop(row: tuple[Node, ...]) -> Span:
    """The words at which a sentence that makes no provision stopped the reader."""
    words = [node for node in row if node.form == "unread" and len(node.phrases()[0].text) > 1]
    signs = [node for node in row if is_sign(node)]
    return (words or signs)[0].span if words or signs else span_of(row)


def _read(
    row: tuple[Node, ...], account: Account, before: Clausework | None
) -> tuple[list[Provision], Clausework | None]:
    if defined := defining.definition(row, account) or defining.of_area(row, account):
        return list(defined), None
    found: list[Provision] = []
    event: EventPattern | None = None
    several = clauses(row)
    governed = governing(several, account)
    for number, clause in enumerate(several):
        last = number + 1 == len(several)
        work = take_apart(
            clause, account, before, goes_on=number > 0, governed=None if last else governed
        )
        made, event = _clause(work, event)
        made = [limited(work, each) for each in made]
        made = [] if offices.is_told_of(work, found, made) else made
        constitutive.leave_conditions(work, made)
        if not made and any(not account.is_free(act.verb) for act in work.acts):
            account.leave(*clause.row)
        found.extend(votes.of_organ_before(each, work, before) for each in made)
        spoken = (event,) if event and not work.events else work.events
        duty = next((each for each in reversed(made) if isinstance(each, Norm)), work.duty)
        is_same = spoken == work.events and duty is work.duty
        before = work if is_same else replace(work, events=spoken, duty=duty)
    return merged(found), before


COUNTING = ("INCLUDES", "CONSIDERED")
"""Verbs by which an event counts as another."""


def _clause(
    work: Clausework, event: EventPattern | None
) -> tuple[list[Provision], EventPattern | None]:
    """The provisions of a clause, and the event that the sentence speaks of so far."""
    event = _event(work, event)
    work = norms.with_antecedent(work, event)
    if special := repeated(work) or treaty_law.whole(work):
        return [special], event
    if event and (made := _of_event(work, event)) is not None:
        return made, counting.as_counted(event, made)
    if work.acts and work.acts[0].name in COUNTING and constitutive.is_denied(work):
        return [], event
    if work.acts and work.acts[0].name in COUNTING and constitutive.tells_what_follows(work):
        return constitutive.following(work), event
    if work.acts and work.acts[0].name == "INCLUDES":
        return constitutive.inclusion(work), event
    if work.acts and work.acts[0].name == "CONSIDERED" and not _is_of_itself(work):
        return _considered(work, event)
    if duty := owed.obligation(work) or owed.resting(work) or owed.casus_foederis(work):
        return [duty], event
    made = [each for act in work.acts if _is_left(work, act) and (each := _act(work, act))]
    found = with_joined_conduct(each for one in made for each in settling.with_force(work, one))
    if any(isinstance(each, Duration) for each in found):
        found = treaty_law.with_implied(work, found)
    if not found and work.is_declared:
        found = [of_events.declaration(work, constitutive.subject_event(work))]
    return found, event


def _considered(
    work: Clausework, event: EventPattern | None
) -> tuple[list[Provision], EventPattern | None]:
    """What is constituted, or as what somebody or something is considered."""
    if of_organ := offices.constitutes(work):
        return [of_organ], event
    counted = counting.considering(work)
    if not counted and of_events.is_held_to_be(work):
        return [of_events.declaration(work)], event
    event = counting.as_counted(counted[0].pattern, counted) if counted else event
    return [*counted], event


def _is_of_itself(work: Clausework) -> bool:
    """Whether those bound shall consider themselves to be something."""
    return work.modality is not None and undertaking.regards_itself(work, work.acts[0])


def _is_left(work: Clausework, act: Act) -> bool:
    """Whether no act before has taken the verb as part of its own object."""
    return any(work.account.is_free(verb) for verb in act.verbs)


def _event(work: Clausework, before: EventPattern | None) -> EventPattern | None:
    """The event that a clause speaks of: its subject, or that of the clause before."""
    own = counting.spoken_of(work) or constitutive.subject_event(work)
    if own and before is None:
        own = next(iter(references.resolved([own], work.spoken)))
    return own or (before if _goes_with(work.clause) else None)


def _goes_with(clause: Clause) -> bool:
    """Whether a clause is joined to the one before it, or has a subject of its own."""
    return clause.shares_subject or bool(clause.subject)


def _of_event(work: Clausework, event: EventPattern) -> list[Provision] | None:
    """What a clause says of the event that its sentence speaks of, or none if it does not."""
    if not work.acts and (same := counting.being(work, event)):
        return same
    if not work.acts:
        return [of_events.declaration(work, event)] if work.is_declared else None
    made = _counting(work, event)
    return made if made is not None else _about(work, event)


def _counting(work: Clausework, event: EventPattern) -> list[Provision] | None:
    """What the event counts as, and what it gives rise to."""
    if counting.counts(work.acts[0], work.account):
        return [] if constitutive.is_denied(work) else [*counting.considered(work, event)]
    match work.acts[0].name:
        case "GIVE_RISE" | "OBLIGE" | "BIND":
            return list(owed.given_rise(work, event))
        case "POSE" if any(node.has("DUTY") for node in work.acts[0].nodes):
            return list(owed.given_rise(work, event))
        case "PROHIBIT":
            return [of_events.prohibited(work, event)]
        case "ENTITLE":
            return [of_events.entitled(work, event)]
        case _:
            return None


def _about(work: Clausework, event: EventPattern) -> list[Provision] | None:
    """What is done about the event, or declared of it."""
    if work.modality is None and work.acts[0].name in ("SUBMIT", "SETTLE", "ACT"):
        return None
    match work.acts[0].name:
        case "REPORT":
            told = of_events.reported(work, event)
            return [told] if told else None
        case "TAKE" if not work.qualifiers.triggers:
            taken = norms.norm(work, work.acts[0])
            return [taken.model_copy(update={"triggers": (event,)})] if taken else None
        case "DECLARE":
            return [of_events.declaration(work, event)]
        case "USE" | "RESORT" if work.modality is Modality.MUST_NOT and settling.is_forceful(event):
            return [of_events.prohibited(work, event)]
        case "SUBMIT" if work.modality is Modality.MUST_NOT and "dispute" in event.kinds:
            return [of_events.withheld(work, event)]
        case "SUBMIT" | "SETTLE" if "dispute" in event.kinds and work.modality:
            return settling.with_force(work, settling.of_subject(work, event))
        case "RESIST" if work.modality and owed.is_force(event):
            return [owed.resisted(work, event)]
        case "ACT" if work.modality:
            return [of_events.declared_help(work, event)]
        case _:
            return None


def _act(work: Clausework, act: Act) -> Provision | None:
    if ended := terminating.ended(work, act):
        return norms.of_act(work, act, ended)
    if of_treaty_law := treaty_law.provision(work, act):
        return of_treaty_law
    norm = norms.norm(work, act)
    return norm and votes.empowered(work, norm)


def unread(context: Context, stopped_at: Span) -> Unread:
    """The provision that stands for a sentence that could not be read."""
    return Unread(
        citation=context.citation,
        unread=(context.citation.words,),
        stopped_at=context.words(context.wording.unbroken(stopped_at)[0]),
    )
