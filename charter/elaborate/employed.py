"""What belongs to one act of a clause: the means it is done with, its own exceptions."""

from charter.elaborate.acts import Act
from charter.elaborate.clausework import Clausework
from charter.rules.pattern import Condition, MeansUse
from charter.rules.terms import Means
from charter.syntax.heads import name_of
from charter.syntax.tree import Node


def means_of(work: Clausework, act: Act) -> tuple[MeansUse, ...]:
    """The means that stand with an act; those in front of the first act are its own."""
    first = work.acts[0] if work.acts else act
    uses = work.adverbials.means
    before = first.verb.span.start if act is first else act.verb.span.start
    own = [
        (node, use)
        for node, use in uses
        if act.covers(node) or (act is first and node.span.start < before)
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
