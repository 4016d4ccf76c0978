"""What belongs to one act of a clause: the means it is done with, its own exceptions."""

from collections.abc import Sequence

from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.rules.pattern import Condition, EventPattern, MeansUse
from charter.rules.terms import Means
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node


def means_of(work: Clausework, act: Act) -> tuple[MeansUse, ...]:
    """The means that stand with an act; those in front of the first act are its own."""
    first = work.acts[0] if work.acts else act
    uses = work.adverbials.means
    leads = act.verb is first.verb
    before = first.verb.span.start
    own = [
        (node, use)
        for node, use in uses
        if act.covers(node) or (leads and node.span.start < before)
    ]
    everything = any(use.means is Means.ALL_MEANS for _, use in own)
    return tuple(use for node, use in own if not (everything and _is_bare(node)))


def _is_bare(node: Node) -> bool:
    """Whether means are named that other words say are all ("any means of help in its power")."""
    named = node.form == "means" and name_of(node) in ("MEANS", "ANY", "THE")
    return named and node.phrases()[-1].text.lower() == "means"


def own_exceptions(work: Clausework, act: Act) -> tuple[Condition, ...]:
    """The exceptions of an act; those behind a last act of another sign are that one's own.

    As in "shall assist each other, and not conclude peace except together".
    """
    last = work.acts[-1] if work.acts else act
    if last is act or last.is_denied == act.is_denied or act.verb is last.verb:
        return work.qualifiers.exceptions
    begin = work.account.words(last.verb).start
    return tuple(each for each in work.qualifiers.exceptions if each.words.start < begin)


def own(work: Clausework, act: Act, stated: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Conditions without those that stand behind an act before this one, and so are that one's.

    What limits the event of a conditional governs all that the event sets off.
    """
    here = work.account.words(act.verb).start
    first = min((work.account.words(each.verb).start for each in work.acts), default=here)
    return tuple(
        each
        for each in stated
        if each in work.qualifiers.of_event or not first < each.words.start < here
    )


def own_triggers(work: Clausework, act: Act) -> tuple[EventPattern, ...]:
    """The events that set an act off: those of the clause, or where acts have theirs, its own.

    As in "to assist each other if one of them is attacked, and to consult in case of a threat".
    """
    starts = [work.account.words(each.verb).start for each in work.acts]
    placed = [(each, _act_before(each, starts)) for each in work.qualifiers.triggers]
    if len({at for _, at in placed if at >= 0}) < 2 or act not in work.acts:
        return work.qualifiers.triggers
    here = work.acts.index(act)
    return tuple(each for each, at in placed if at in (-1, here))


def _act_before(event: EventPattern, starts: Sequence[int]) -> int:
    """The number of the act behind which an event is spoken of; -1 where it stands before all."""
    return sum(start < event.words.start for start in starts) - 1
