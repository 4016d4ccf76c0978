"""Disputes and their settlement: between whom they are, what narrows them, by which procedure."""

from collections.abc import Sequence

from charter.elaborate import events, narrowing, tails
from charter.elaborate.account import Account
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.doing import EACH_OTHER, Done, is_forbidden, other
from charter.elaborate.parties import is_who, reference, who
from charter.elaborate.subordinates import Subordinate, split
from charter.rules.pattern import Condition, EventPattern, MeansUse
from charter.rules.provision import Norm, Provision, Who
from charter.rules.terms import Action, Author, ConditionKind, Means, Modality, Target
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

PROCEDURES = frozenset({"PROCEDURES", "PEACEFUL_MEANS", "THROUGH_CHANNEL"})
BY_ITSELF = frozenset({"SUBMIT"})
"""Verbs that put a dispute before somebody, whoever that is."""
SETTLED = ("SOLUTION", "MATTER", "PEACE", "THROUGH_CHANNEL", "IT", "ATTEMPTS")
"""What may be said of a dispute's settlement without a part in the rule."""
PURSUING = frozenset({"AIM_VERB", "OTHER_ACT", "TAKE", "ACT", "COOPERATE", "TO_DO"})
AMICABLE = frozenset({"peaceful", "pacific", "amicable", "friendly"})
FORCE = frozenset({"war", "use_of_force", "threat_of_force", "armed_attack"})


def settle(work: Clausework, act: Act) -> Done:
    """Settling a dispute or putting it before a court, where the clause speaks of one."""
    spoken = any("dispute" in each.kinds for each in work.qualifiers.triggers)
    if act.name == "SUBMIT" and is_forbidden(work, act) and not _otherwise(work):
        return other(work, act)
    found = None if spoken else _dispute(act.nodes, work.account) or _of_solution(work)
    if not spoken and found is None:
        found = _no_dispute_named(work, act)
    if not spoken and found is None:
        return other(work, act)
    between = between_parties(found, act.row, work.account) if found else None
    said = next((each for each in work.qualifiers.triggers if "dispute" in each.kinds), between)
    own = work.bearer is not None and any(map(is_dispute, work.subject))
    limits = (*_narrowed(work, act.nodes), *_concerned(work)) if between else _concerned(work)
    _procedures(work, act)
    return Done(
        Action.SETTLE_PEACEFULLY,
        modality=Modality.MUST,
        beneficiary=EACH_OTHER if (said and said.author is Author.PARTY) or own else None,
        triggers=(between,) if between else (),
        conditions=limits,
        disputes=True,
        is_agentless=_is_passive(work, act) and _agreeing(work) is None,
    )


def _otherwise(work: Clausework) -> bool:
    """Whether what is denied is every other way ("never except by peaceful means")."""
    return bool(work.qualifiers.exceptions) or any(
        name_of(node) in ("EXCEPT", "OTHER", "ONLY") for node in work.clause.body
    )


def _no_dispute_named(work: Clausework, act: Act) -> EventPattern | None:
    """A question or conflict that is settled by a procedure, or the recourse to one: a dispute."""
    told = [node for node in work.clause.body if node.has(*PROCEDURES)]
    if not told or is_forbidden(work, act):
        return None
    own = work.clause.body if act.name == "RESORT" else act.nodes
    row = own if any(map(_is_matter, own)) else work.clause.subject
    at = next((n for n, node in enumerate(row) if _is_matter(node)), None)
    if at is None and act.name == "RESORT":
        return EventPattern(kinds=("dispute",), words=work.account.words(act.verb))
    if at is None or any(events.is_event(node) for node in row):
        return None
    work.account.take(row[at], *(node for node in row[:at] if name_of(node) == "FOR_PURPOSE"))
    bare = EventPattern(kinds=("dispute",), words=work.account.words(row[at]))
    return tails.tail(row, at + 1, bare, work.account).pattern


def _is_matter(node: Node) -> bool:
    """Whether a phrase names what may be settled though it is not called a dispute."""
    return node.has("MATTER", "CONFLICT")


def _is_passive(work: Clausework, act: Act) -> bool:
    """Whether it is said what shall be done with a dispute, and not by whom."""
    start = act.verb.span.start
    before = [node for node in work.clause.body if node.span.start < start]
    return any(name_of(n) == "IS" for n in before[-3:]) or work.account.text(act.verb)[:3] == "be "


def _of_solution(work: Clausework) -> EventPattern | None:
    """The disputes whose settlement is the subject ("their settlement shall be sought by …")."""
    row = work.clause.subject
    if not row or not row[0].has("SOLUTION"):
        return None
    found = _dispute(row, work.account)
    work.account.take(*(row[:2] if found else ()))
    return found


def of_subject(work: Clausework, event: EventPattern) -> Norm:
    """Disputes shall be settled, or submitted to a court; whoever agrees to it is bound."""
    act = work.acts[0]
    account = work.account
    narrowed = _narrowed(work, work.clause.subject)
    body = between_parties(event, (*work.clause.subject, *work.clause.body), account)
    account.take(act.verb, *(node for node in work.clause.subject if node.form == "comma"))
    _procedures(work, act)
    conditions = dict.fromkeys(
        (*work.qualifiers.conditions, *work.adverbials.conditions, *narrowed)
    )
    theirs = body.author is Author.PARTY
    return Norm(
        kind="disputes",
        citation=account.context.citation,
        modality=Modality.MUST,
        action=Action.SETTLE_PEACEFULLY,
        action_words=account.words(work.clause.head, *work.clause.body),
        bearer=work.bearer or _agreeing(work),
        beneficiary=EACH_OTHER if theirs else None,
        triggers=(*work.qualifiers.triggers, body),
        conditions=tuple(conditions),
        exceptions=work.qualifiers.exceptions,
        means=tuple(use for _, use in work.adverbials.means),
        until=work.qualifiers.until,
    )


def _agreeing(work: Clausework) -> Who | None:
    """Those who agree that something shall be done, as in "the Parties agree that …"."""
    framed = work.clause.frame is not None and bool(work.speaker)
    return who(work.speaker[-1:]) if framed and is_who(work.speaker[-1]) else None


def at_issue(work: Clausework, act: Act) -> tuple[EventPattern, ...]:
    """The dispute that force is used to decide ("have recourse to force to settle a dispute")."""
    at = next((n for n, node in enumerate(act.nodes) if name_of(node) == "SETTLE"), None)
    found = _dispute(act.nodes[at:], work.account) if at is not None else None
    if at is None or found is None:
        return ()
    work.account.take(act.nodes[at])
    return (between_parties(found, act.nodes[at:], work.account),)


def _dispute(nodes: Sequence[Node], account: Account) -> EventPattern | None:
    at = next((n for n, node in enumerate(nodes) if is_dispute(node)), None)
    if at is None or not account.is_free(nodes[at]):
        return None
    return events.nominal(nodes, at, account).pattern


def is_dispute(node: Node) -> bool:
    """Whether a phrase names a dispute."""
    return events.is_event(node) and "dispute" in events.kinds(node)


def between_parties(pattern: EventPattern, row: Sequence[Node], account: Account) -> EventPattern:
    """A dispute as one of the Parties, where the words about it or about its settlement say so."""
    if pattern.target is not None:
        return pattern
    if pattern.author is Author.PARTY:
        return pattern.model_copy(update={"target": Target.ONE_OR_MORE_PARTIES})
    at = next((n for n, node in enumerate(row) if name_of(node) == "BETWEEN"), len(row))
    ends = [node for node in row[at + 1 : at + 3] if is_who(node)]
    if not ends or reference(ends[0]) in ("state", "third_state"):
        return pattern
    account.take(row[at], ends[0])
    update = {"target": Target.ONE_OR_MORE_PARTIES, "author": Author.PARTY}
    return pattern.model_copy(update=update)


def _narrowed(work: Clausework, nodes: Sequence[Node]) -> tuple[Condition, ...]:
    """What narrows the disputes behind their name: "which diplomacy has failed to settle"."""
    start = next((n for n, node in enumerate(nodes) if is_dispute(node)), None)
    if start is None:
        return ()
    behind = nodes[start + 1 :]
    stop = next((n for n in range(len(behind)) if _is_procedure(work, behind, n)), len(behind))
    return tuple(narrowing.limits(behind[:stop], work.account))[:1]


def _is_procedure(work: Clausework, row: Sequence[Node], at: int) -> bool:
    """Whether words about the settlement begin at a place ("by …", "in a peaceful way")."""
    peaceful = any(node.has(*PROCEDURES) for node in row[at : at + 2])
    return work.account.is_free(row[at]) and (
        name_of(row[at]) in ("BY", "TO", "BETWEEN") or (peaceful and row[at].form != "unread")
    )


def _concerned(work: Clausework) -> tuple[Condition, ...]:
    """The matters that disputes must concern, as a condition in the words of the clause."""
    found = (*split(work.clause.leads, is_lead=True), *split(work.clause.body, is_lead=False))
    return tuple(_matter(each, work.account) for each in found if _limits(each, work.account))


def _limits(each: Subordinate, account: Account) -> bool:
    return each.name == "REGARDING" and bool(account.free(each.nodes))


def _matter(each: Subordinate, account: Account) -> Condition:
    account.take(*each.nodes)
    return Condition(kind=ConditionKind.OTHER, words=account.words(*each.nodes))


def _procedures(work: Clausework, act: Act) -> None:
    """Note the procedures and those who are to settle the dispute as peaceful means."""
    account = work.account
    adverbials = work.adverbials.means
    told = [node for node in work.clause.body if act.covers(node) or act is work.acts[0]]
    for node in told:
        if name_of(node) == "THROUGH_CHANNEL":
            adverbials.append((node, _peaceful(account, node)))
        elif account.is_free(node) and _is_peaceful(node, account):
            account.take(node)
            adverbials.append((node, _peaceful(account, node)))
        elif account.is_free(node) and node.has(*SETTLED):
            account.take(node)
    if act.name in BY_ITSELF and not any(act.covers(node) for node, _ in adverbials):
        adverbials.append((act.verb, _peaceful(account, act.verb)))
    account.take(*(node for node in told if name_of(node) in ("EITHER", "ONLY")))


def _is_peaceful(node: Node, account: Account) -> bool:
    """Whether a phrase names a procedure, an organ or a settlement that is said to be peaceful."""
    if node.has("SOLUTION"):
        return bool(AMICABLE & set(account.text(node).split()))
    return node.has(*PROCEDURES) or node.form == "organ"


def _peaceful(account: Account, node: Node) -> MeansUse:
    return MeansUse(means=Means.PEACEFUL_MEANS, words=account.words(node))


def with_force(work: Clausework, made: Provision) -> list[Provision]:
    """What is made, and beside a settlement "without resort to force" that force is forbidden."""
    if not isinstance(made, Norm):
        return [made]
    if made.kind == "disputes" and made.bearer is None:
        made = made.model_copy(update={"bearer": _agreeing(work)})
    made = _of_anybody(made)
    return [made, *_without_force(work, made)]


def _of_anybody(made: Norm) -> Norm:
    """What the Parties are to settle is anybody's dispute, where no words say between whom."""
    if made.kind != "disputes" or made.bearer is None:
        return made
    anybody = {"target": Target.ANY}
    triggers = tuple(
        each.model_copy(update=anybody) if each.kinds == ("dispute",) and not each.target else each
        for each in made.triggers
    )
    return made.model_copy(update={"triggers": triggers})


def _without_force(work: Clausework, made: Norm) -> tuple[Norm, ...]:
    row = work.clause.body
    at = next((n for n, node in enumerate(row) if name_of(node) == "WITHOUT"), None)
    if at is None or made.kind != "disputes" or not any(map(is_force, row[at + 1 :])):
        return ()
    work.account.take(*row[at:])
    found = next(node for node in row[at + 1 :] if is_force(node))
    conduct = EventPattern(kinds=events.kinds(found), words=work.account.words(found))
    update = {
        "kind": "prohibition",
        "modality": Modality.MUST_NOT,
        "action": Action.REFRAIN_FROM_FORCE,
        "action_words": work.account.words(*row[at:]),
        "conduct": (conduct,),
        "means": (),
    }
    return (made.model_copy(update=update),)


def is_forceful(event: EventPattern) -> bool:
    """Whether an event is force or war."""
    return bool(FORCE & set(event.kinds))


def is_force(node: Node) -> bool:
    """Whether a phrase names force or war."""
    return events.is_event(node) and bool(FORCE & set(events.kinds(node)))
