"""Regard for others: consulting, respecting, guaranteeing, reporting, settling."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from charter.elaborate import events, formal, settling, spoken, tails, topics
from charter.elaborate.act import Act
from charter.elaborate.bearers import bound
from charter.elaborate.clausework import Clausework
from charter.elaborate.doing import (
    EACH_OTHER,
    Done,
    other,
    take,
    whom_of,
)
from charter.elaborate.objects import owned
from charter.elaborate.parties import author, is_who, names
from charter.elaborate.passives import agent
from charter.rules.pattern import EventPattern
from charter.rules.provision import Who
from charter.rules.terms import Action, Author, Modality, Role, Target
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

KNOWING = frozenset({"notice", "attention", "knowledge", "cognizance"})


KEPT = (
    "NEUTRALITY",
    "SOVEREIGNTY",
    "TERRITORIAL_INTEGRITY",
    "POLITICAL_INDEPENDENCE",
    "OTHER_INTEREST",
)
"""What is guaranteed where it is to be maintained, preserved or ensured."""


def settle(work: Clausework, act: Act) -> Done:
    """Settling disputes, or referring them to somebody who does; or telling somebody of them."""
    if act.has("INFORMATION") or _tells(work, act):
        take(work, act, "INFORMATION", "MATTER", "NOTICE")
        return report(work, act)
    if act.name == "AIM_VERB" and act.has(*KEPT):
        return guarantee(work, act)
    return settling.settle(work, act)


def _tells(work: Clausework, act: Act) -> bool:
    """As in "bring the matter to the notice of the Council"."""
    return any(KNOWING & set(work.account.text(node).split()[-1:]) for node in act.nodes)


def guarantee(work: Clausework, act: Act) -> Done:
    """Standing for somebody's independence, territory or status."""
    if name_of(work.clause.head) == "IS":
        subject = replace(act, nodes=work.clause.subject)
        return Done(Action.GUARANTEE, beneficiary=_holder(work, subject))
    return Done(Action.GUARANTEE, beneficiary=_holder(work, act))


def _recognise(work: Clausework, act: Act) -> Done:
    """Recognising what is somebody's: said once for all, it binds to nothing more."""
    _holder(work, act)
    performed = work.clause.head.form == "verb"
    neutral = act.has("NEUTRALITY") or any(each.has("NEUTRALITY") for each in _of_both(work, act))
    action = Action.REMAIN_NEUTRAL if neutral and performed else Action.OTHER
    return Done(action, modality=Modality.DECLARES if performed else None)


def _of_both(work: Clausework, act: Act) -> Sequence[Node]:
    """The object of a verb that shares it with the next ("recognise and guarantee the …")."""
    shares = not act.nodes and act is work.acts[0] and len(work.acts) > 1
    return work.acts[1].nodes if shares else ()


def _respect(work: Clausework, act: Act) -> Done:
    return Done(Action.RESPECT, beneficiary=_holder(work, act))


def _holder(work: Clausework, act: Act) -> Who | None:
    """Whose interests an act is about: "the independence of Belgium"."""
    things = [node for node in act.nodes if _is_kept(node)]
    work.account.take(*things, *(node for node in act.nodes if node.has("NEUTRALITY")))
    work.account.hold(*(node for node in act.nodes if _is_of_borders(work, node)))
    pronouns = [node for node in act.nodes if name_of(node) == "IT"]
    whom = whom_of(work, _before_comparison(act))
    if pronouns and not work.qualifiers.triggers:
        work.account.taken.difference_update(node.span.start for node in pronouns)
    alone = work.bearer is not None and len(work.bearer.names) == 1
    own = any(node.has("POSSESSIVE") for node in things) and not alone
    if whom and whom.role in (Role.EACH_PARTY, Role.OTHER_PARTIES):
        return EACH_OTHER
    return whom or (EACH_OTHER if own and work.addressee is None else None)


def _is_kept(node: Node) -> bool:
    """Whether a phrase is of what is somebody's, and so is respected or guaranteed."""
    theirs = node.form == "state" and node.has("POSSESSIVE")
    return theirs or node.form in ("interest", "asset", "joint") or node.has("RIGHTS")


def _before_comparison(act: Act) -> Act:
    """An act without what stands behind "as" ("their integrity as it exists at present")."""
    ends = (n for n, node in enumerate(act.nodes) if name_of(node) == "AS")
    return replace(act, nodes=act.nodes[: next(ends, len(act.nodes))])


BORDERS = frozenset(
    {
        "frontier", "frontiers", "border", "borders", "boundary", "boundaries", "limits", "line",
        "demarcation", "provinces", "islands", "insular", "possession", "freedom", "rule", "canal",
        "isthmus", "straits", "strait", "waterway", "canton", "cantons", "principalities",
    }
)  # fmt: skip
"""Words for what is respected or guaranteed that stand for nothing else."""


def _is_of_borders(work: Clausework, node: Node) -> bool:
    return node.form == "unread" and work.account.text(node) in BORDERS


def report(work: Clausework, act: Act) -> Done:
    """Telling an organ, the other Parties or a state what happens."""
    before = (node for node in work.clause.body if node.span.start < act.verb.span.start)
    passive = any(name_of(node) == "IS" for node in before)
    work.account.take(*(n for n in work.clause.subject if n.form == "joint"))
    by = _by_whom(work, act) if passive else None
    told = _reported(work, act)
    informed = work.bearer if passive else None
    whom = informed or whom_of(work, act) or _told_in_common(work)
    if any(kind in OF_THE_TREATY for each in told for kind in each.kinds):
        formal.take(work.account, act.row)
    topics.take(work, act)
    organ = whom if whom and whom.role is Role.ORGAN else None
    named = whom is not None and whom.role is Role.NAMED
    parties = whom is not None and organ is None and not named
    to = organ or (whom if named else None) or (Who(role=Role.ALL_PARTIES) if parties else None)
    return Done(Action.REPORT, beneficiary=to, triggers=told, is_agentless=passive, bearer=by)


def _by_whom(work: Clausework, act: Act) -> Who | None:
    """Those by whom something "shall be reported": right behind the verb, or whom it is told to."""
    row = [node for node in act.nodes if node.form != "formula"]
    by = (
        n for n, node in enumerate(row) if name_of(node) == "BY" and (not n or is_who(row[n - 1]))
    )
    at = next(by, None)
    if at is None:
        return None
    nodes, _ = agent(row[at:])
    work.account.take(row[at], *nodes)
    return bound([node for node in nodes if is_who(node)]) if nodes else None


OF_THE_TREATY = ("ratification", "notice", "other")
"""Kinds of acts of procedure, whose papers and dates are told of with them."""


def informed(work: Clausework, act: Act) -> Done:
    """As in "shall send to the Council complete information on the measures taken"."""
    take(work, act, "INFORMATION")
    return report(work, act)


def transmitted(work: Clausework, act: Act) -> Done:
    """A notice that its addressee passes on ("which shall transmit it to the other Parties")."""
    passed_on = any(name_of(node) == "IT" for node in act.nodes[:1])
    told = spoken.spoken_of(work) if passed_on else ()
    if not told:
        return other(work, act)
    work.account.take(act.nodes[0])
    whom_of(work, act)
    return Done(Action.REPORT, beneficiary=Who(role=Role.ALL_PARTIES), triggers=told)


def _told_in_common(work: Clausework) -> Who | None:
    """As in "inform and consult one another": the object of the second verb is that of both."""
    verbs = [work.account.text(verb) for each in work.acts for verb in each.verbs]
    return (
        EACH_OTHER if any(text.endswith(("one another", "each other")) for text in verbs) else None
    )


def _reported(work: Clausework, act: Act) -> tuple[EventPattern, ...]:
    """What is reported: events and measures in the subject or behind the verb."""
    found = []
    for node in (*work.clause.subject, *act.nodes, *spoken.concerned(work, act)):
        if work.account.is_free(node) and (kinds := _kinds_reported(node)):
            work.account.take(node)
            author = _who_does(work, node, kinds)
            bare = EventPattern(kinds=kinds, words=work.account.words(node), author=author)
            found.append(_taken_by(work, node, bare))
            _on_whom(work, act, node, found)
    return tuple(found) or spoken.deposited(work, act) or spoken.thereof(work)


def _on_whom(work: Clausework, act: Act, node: Node, found: list[EventPattern]) -> None:
    """Narrow the event last found by what stands behind it ("any threat to their security")."""
    if not events.is_event(node) or node not in act.nodes:
        return
    at = act.nodes.index(node)
    read = tails.tail(act.nodes, at + 1, found[-1], work.account)
    words = work.account.words(*act.nodes[at : read.end])
    found[-1] = _of_the_bearer(work, owned(read.pattern.model_copy(update={"words": words})))


def _of_the_bearer(work: Clausework, event: EventPattern) -> EventPattern:
    """The event with a named bearer as the one whose "own" things it strikes."""
    bearer = work.bearer
    if event.target is not Target.ONE_OR_MORE_PARTIES or not bearer or not bearer.names:
        return event
    return event.model_copy(update={"target": Target.NAMED, "target_names": bearer.names})


def _who_does(work: Clausework, node: Node, kinds: tuple[str, ...]) -> Author:
    """Who gives notice or ratifies: a Party, or a state that joins."""
    if "ratification" in kinds:
        joins = "accession" in work.account.text(node)
        return Author.THIRD_STATE if joins else Author.PARTY
    own = "notice" in kinds or node.has("ENTRY", "SIGNATURE")
    return Author.PARTY if own else Author.ANYONE


def _taken_by(work: Clausework, node: Node, event: EventPattern) -> EventPattern:
    """Measures with those who take them ("measures taken by Members", "by regional agencies")."""
    row = [*work.clause.subject, *work.clause.body]
    at = next(n for n, each in enumerate(row) if each is node)
    if told := _which_they_take(row[at + 1 : at + 6]):
        work.account.take(*row[at + 1 : at + 3])
        return event.model_copy(update={"author": author(told), "author_names": names(told)})
    for n in range(at + 1, min(at + 12, len(row) - 1)):
        if name_of(row[n]) == "BY" and work.account.is_free(row[n]):
            return tails.tail(row, n, event, work.account).pattern
    return event


def _which_they_take(row: Sequence[Node]) -> Sequence[Node]:
    """Who takes the measures in "which they have taken"."""
    relative = len(row) > 2 and name_of(row[0]) == "WHICH" and is_who(row[1])
    taken = any(name_of(node) in ("TAKE", "OTHER_ACT") for node in row[2:])
    return row[1:2] if relative and taken else ()


def _kinds_reported(node: Node) -> tuple[str, ...]:
    if events.is_event(node):
        return events.kinds(node)
    for phrase, kind in (
        ("MEASURES", "measures_taken"),
        ("ACCESSION", "ratification"),
        ("RATIFICATION", "ratification"),
        ("NOTICE", "notice"),
        ("ENTRY", "other"),
        ("SIGNATURE", "other"),
        ("WITHDRAWAL", "notice"),
    ):
        if node.form == "term" and node.has(phrase):
            return (kind,)
    if node.has("INSTRUMENT"):
        return ("ratification",)
    return ()


def _declare(work: Clausework, act: Act) -> Done:
    if act.has("NEUTRALITY"):
        take(work, act, "NEUTRALITY")
        work.account.take(*act.nodes)
        return Done(Action.REMAIN_NEUTRAL)
    return other(work, act)


READERS: dict[str, Callable[[Clausework, Act], Done | None]] = {
    "SETTLE": settle,
    "AIM_VERB": settle,
    "GUARANTEE": guarantee,
    "RESPECT": _respect,
    "RECOGNISE": _recognise,
    "REPORT": report,
    "DECLARE": _declare,
}
