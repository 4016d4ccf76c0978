"""Clauses that say as what an event counts, and against whom: "… shall be considered as …"."""

from collections.abc import Sequence

from charter.elaborate import against, events
from charter.elaborate.account import Account
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.objects import owned
from charter.elaborate.parties import is_who, reference
from charter.elaborate.passives import agent
from charter.elaborate.references import REFERRING, resolved
from charter.rules.pattern import EventPattern
from charter.rules.provision import CountsAs, Provision
from charter.rules.terms import Against, Asset
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

ACTIVE = ("constitut", "count as", "counts as", "amount", "equal", "rank", "qualif")
"""How the verbs begin by which an event counts as another without anybody's doing."""
COUNTING = ("CONSIDERED", "BE_INTERPRETED")
AS_DONE = frozenset({"TAKE", "DECLARE", "COMMIT", "DIRECTED", "OTHER_ACT"})
"""Participles that say against whom an event is done ("as made upon all of them")."""
HOSTILE = frozenset({"attack", "armed_attack", "aggression", "war", "use_of_force"})
FORCES = (Asset.FORCES, Asset.SHIPS, Asset.AIRCRAFT)


def counts(act: Act, account: Account) -> bool:
    """Whether a verb says of its subject as what it counts.

    As in "is considered as", "shall be held to be", "amounts to an attack".
    """
    text = account.text(act.verb)
    if act.name == "POSE":
        return text.startswith("amount") and any(map(events.is_event, act.nodes[:2]))
    return act.name == "CONSIDERED" or (act.name == "BE_INTERPRETED" and text.endswith("be"))


def considered(work: Clausework, trigger: EventPattern) -> list[CountsAs]:
    """What the subject event is deemed to be, and against whom."""
    act = work.acts[0]
    account = work.account
    if not _is_said_of_subject(work, act):
        return []
    by, row = agent(act.nodes)
    found = next((n for n, node in enumerate(row) if events.is_event(node)), None)
    whom = against.against(row)
    if found is None and whom is None:
        return []
    until = len(row) if found is None else found
    if found is None and not any(_is_done(node) for node in row):
        return []
    account.take(act.verb, *(node for node in row[:until] if node.form != "unread"))
    account.take(*(node for node in act.nodes if node not in row), *by)
    account.take(*(node for node in act.nodes[:until] if name_of(node) == "BY"))
    kinds = trigger.kinds if found is None else _as_what(row, found, account)
    account.take(*against.whom(row))
    return _rules(account, trigger, kinds, _as_seen_by(whom, by, row))


def _as_what(row: Sequence[Node], at: int, account: Account) -> tuple[str, ...]:
    """The kinds of events as which something counts, with what narrows them taken."""
    return events.nominal(row, at, account).pattern.kinds


def _is_said_of_subject(work: Clausework, act: Act) -> bool:
    """Whether something is said of the subject: by a passive, an active verb or an adjective."""
    text = work.account.text(act.verb)
    row = (work.clause.head, *work.clause.body)
    return text.startswith((*ACTIVE, "be ")) or any(name_of(node) == "IS" for node in row)


def _is_done(node: Node) -> bool:
    """Whether a participle says that an event is done or directed."""
    text = node.phrases()[0].text.lower() if node.phrases() else ""
    return name_of(node) in AS_DONE or text == "done"


def _as_seen_by(whom: Against | None, by: Sequence[Node], row: Sequence[Node]) -> Against | None:
    """Against whom, where "themselves" are those by whom the event is so considered."""
    says = [node for node in row if name_of(node) in ("THEY", "IT")]
    seen = {"other_parties", "another_party"} & {reference(node) for node in by if is_who(node)}
    if not says or not seen or whom not in (Against.ALL_PARTIES, Against.ONE_PARTY):
        return whom
    several = name_of(says[0]) == "THEY"
    return Against.OTHER_PARTIES if several else Against.OTHER_PARTY


def _rules(
    account: Account, trigger: EventPattern, kinds: tuple[str, ...], whom: Against | None
) -> list[CountsAs]:
    return [
        CountsAs(citation=account.context.citation, pattern=trigger, as_kinds=kinds, against=whom)
    ]


def being(work: Clausework, trigger: EventPattern) -> list[Provision]:
    """As in "An attack on one is an attack on all", "Such an invasion shall be an attack"."""
    row = [node for node in work.clause.body if node.form != "formula"]
    row = row[1:] if row and name_of(work.clause.head) != "IS" else row
    is_so = name_of(work.clause.head) in ("IS", "MUST")
    if not is_so or work.acts or not row or not events.is_event(row[0]):
        return []
    if not _only_is(work):
        return []
    whom = against.against(row)
    kinds = events.kinds(row[0])
    if whom is None and not HOSTILE & set(kinds):
        return []
    work.account.take(row[0])
    events.nominal(row, 0, work.account)
    work.account.take(*against.whom(row))
    return [*_rules(work.account, trigger, kinds, whom)]


def _only_is(work: Clausework) -> bool:
    """Whether a clause has no other verb than "is" or "shall be"."""
    first = next(iter(work.clause.body), None)
    shall = name_of(work.clause.head) == "MUST"
    return not shall or (first is not None and work.account.text(first) == "be")


def considering(work: Clausework) -> list[CountsAs]:
    """As in "the Parties consider any attack on one of them to be directed against them all"."""
    act = work.acts[0]
    account = work.account
    at = next((n for n, node in enumerate(act.nodes) if events.is_event(node)), None)
    active = work.clause.head.form == "verb" or work.bearer is not None
    if at is None or not active or name_of(work.clause.body[0]) == "IS":
        return []
    free = account.free(act.nodes)
    read = events.nominal(free, free.index(act.nodes[at]), account)
    rest = free[read.end :]
    whom = against.against(rest)
    if whom is None:
        return []
    second = next((node for node in rest if events.is_event(node)), None)
    account.take(act.verb, *against.whom(rest), *([second] if second else []))
    account.take(*(node for node in rest if name_of(node) in AS_DONE))
    place = read.pattern.place or work.adverbials.place
    pattern = owned(read.pattern.model_copy(update={"place": place}))
    kinds = events.kinds(second) if second else read.pattern.kinds
    made = _rules(account, pattern, kinds, whom)
    return [*made, *_on_their_forces(rest, made[0], account)]


def _on_their_forces(rest: Sequence[Node], made: CountsAs, account: Account) -> list[CountsAs]:
    """A second rule for "them or their armed forces"."""
    row = [node for node in rest[:3] if node.form != "comma"]
    joined = len(row) > 1 and name_of(row[0]) == "OR" and row[1].form == "asset"
    if not joined or not row[1].has("FORCES") or not row[1].has("POSSESSIVE"):
        return []
    account.take(*row[:2])
    pattern = made.pattern.model_copy(update={"assets": (Asset.FORCES,)})
    return [made.model_copy(update={"pattern": pattern})]


def spoken_of(work: Clausework) -> EventPattern | None:
    """The event of the conditional before "this shall be considered …", "such invasion shall …"."""
    row = [node for node in work.clause.subject if node.form not in ("formula", "comma")]
    if len(row) != 1 or not work.acts or not counts(work.acts[0], work.account):
        return None
    triggers = work.qualifiers.triggers
    if name_of(row[0]) not in ("THIS", "IT"):
        if not events.is_event(row[0]) or not REFERRING.match(work.account.text(row[0])):
            return None
        said = EventPattern(kinds=events.kinds(row[0]), words=work.account.words(row[0]))
        triggers = tuple(each for each in resolved((said,), triggers) if each is not said)
    if triggers:
        work.account.take(*row)
    return next(iter(triggers), None)


def as_counted(trigger: EventPattern, made: Sequence[Provision]) -> EventPattern:
    """The event as the clause has counted it: by whichever article it so counts."""
    rule = next((each for each in made if isinstance(each, CountsAs)), None)
    if rule is None:
        return trigger
    return trigger.model_copy(
        update={
            "kinds": rule.as_kinds,
            "as_counted": True,
            "counted_from": trigger.kinds,
            "counted_in": trigger.place or trigger.situated,
            "interests": None,
            "assets": (),
            "place": None,
            "situated": None,
        }
    )
