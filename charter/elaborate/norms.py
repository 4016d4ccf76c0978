"""Sentences that bind: duties, prohibitions and permissions, and what an event gives rise to."""

from collections.abc import Callable
from dataclasses import dataclass

from charter.elaborate import events
from charter.elaborate.adverbials import Adverbials, read_adverbials
from charter.elaborate.context import Context
from charter.rules.model import Words
from charter.rules.pattern import EventPattern
from charter.rules.provision import (
    CountsAs,
    Institution,
    Norm,
    Provision,
    Who,
    Withdrawal,
)
from charter.rules.terms import Action, Against, Modality, Role
from charter.syntax.tree import Node

ROLES = {
    "the_parties": Role.EACH_PARTY,
    "all_parties": Role.EACH_PARTY,
    "each_party": Role.EACH_PARTY,
    "no_party": Role.EACH_PARTY,
    "any_party": Role.ONE_PARTY,
    "one_or_more_parties": Role.ONE_PARTY,
    "a_party": Role.ONE_PARTY,
    "other_parties": Role.OTHER_PARTIES,
    "another_party": Role.OTHER_PARTIES,
    "one_another": Role.EACH_OTHER,
    "attacked_party": Role.ATTACKED_PARTY,
    "names": Role.NAMED,
}
QUANTIFIERS = {"all_parties": "all", "each_party": "each", "any_party": "any"}
AGAINST = {
    "the_parties": Against.ALL_PARTIES,
    "all_parties": Against.ALL_PARTIES,
    "each_party": Against.ALL_PARTIES,
    "other_parties": Against.OTHER_PARTIES,
    "another_party": Against.OTHER_PARTY,
    "a_party": Against.ONE_PARTY,
    "any_party": Against.ONE_OR_MORE_PARTIES,
    "one_or_more_parties": Against.ONE_OR_MORE_PARTIES,
}
STRIKES = {
    "attack": "attack",
    "blockade": "blockade",
    "invade": "invasion",
    "occupy": "occupation",
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with what it shares with its sentence: subject, triggers, unread words."""

    context: Context
    act: Node
    subject: Who | None
    modality: Modality
    triggers: tuple[EventPattern, ...]
    adverbials: Adverbials
    unread: tuple[Words, ...]

    def norm(self, action: Action, **fields: object) -> Norm:
        """A norm of the clause with the fields that every norm of it shares."""
        kinds = {
            Modality.MUST: "duty",
            Modality.MAY: "permission",
            Modality.MUST_NOT: "prohibition",
        }
        shared: dict[str, object] = {
            "kind": kinds[self.modality],
            "citation": self.context.citation,
            "unread": self.unread,
            "modality": self.modality,
            "action": action,
            "action_words": self.context.words(self.act),
            "bearer": self.subject,
            "triggers": self.triggers,
        }
        return Norm.model_validate(shared | self.adverbials.of_norm() | fields)


def who(node: Node) -> Who:
    """Whom a subject or an agent phrase binds."""
    form = events.form_of(node)
    return Who(role=ROLES[form], names=events.names(node), quantifier=QUANTIFIERS.get(form))


def norm(node: Node, context: Context) -> tuple[Provision, ...]:
    """The provisions of a sentence whose subject is bound: one for each predicate."""
    (subject,) = node.nodes("parties", "no_party", "names")
    triggers = tuple(
        _trigger(lead, context) for lead in node.nodes("if_event", "if_attacked", "in_event")
    )
    found = []
    for predicate in node.nodes("predicate"):
        clause = Clause(
            context,
            predicate.node("act") or predicate,
            who(subject),
            _modality(predicate, negative=subject.form == "no_party"),
            triggers,
            read_adverbials(predicate, context),
            context.unread(node),
        )
        found.append(_act(clause))
    return tuple(found)


def consequences(node: Node, context: Context) -> tuple[Provision, ...]:
    """What an event is considered to be, and the duties it gives rise to.

    Where the sentence first says what the event counts as, the duty arises from an event that so
    counts, by whichever article it does.
    """
    (event,) = node.nodes("event")
    trigger = events.pattern(event, context)
    found: list[Provision] = []
    for each in node.nodes("consequence"):
        (inner,) = each.nodes()
        if inner.form == "considered":
            counted = _considered(inner, trigger, context, context.unread(node))
            found.append(counted)
            trigger = trigger.model_copy(
                update={
                    "kinds": counted.as_kinds,
                    "as_counted": True,
                    "interests": None,
                    "assets": (),
                    "place": None,
                }
            )
        else:
            found.append(_duty_of(inner, trigger, context, context.unread(node)))
    return tuple(found)


def inclusion(node: Node, context: Context) -> tuple[Provision, ...]:
    """A definition by inclusion: one provision for each of the events included."""
    meaning = node.node("within_meaning")
    articles = tuple(
        phrase.text
        for reference in (meaning.nodes() if meaning else ())
        for phrase in reference.phrases("ARTICLE_NUMBER")
    )
    return tuple(
        CountsAs(
            citation=context.citation,
            unread=context.unread(node),
            pattern=events.pattern(event, context),
            as_kinds=events.kinds(node),
            includes=True,
            for_articles=articles,
        )
        for event in node.nodes("event")
    )


def _considered(
    node: Node, trigger: EventPattern, context: Context, unread: tuple[Words, ...]
) -> CountsAs:
    against = node.node("parties")
    return CountsAs(
        citation=context.citation,
        unread=unread,
        pattern=trigger,
        as_kinds=events.kinds(node),
        against=AGAINST[events.form_of(against)] if against else None,
    )


def _duty_of(
    node: Node, trigger: EventPattern, context: Context, unread: tuple[Words, ...]
) -> Norm:
    """The duty in "shall give rise to a duty of assistance by …" and "shall oblige … to …"."""
    (bearers,) = node.nodes("parties")
    act = node.node("assistance", "act")
    assert act is not None
    clause = Clause(
        context,
        act,
        who(bearers),
        Modality.MUST,
        (trigger,),
        read_adverbials(node, context),
        unread,
    )
    return (
        clause.norm(Action.ASSIST, beneficiary=Who(role=Role.ATTACKED_PARTY))
        if (act.form == "assistance")
        else _norm_only(_act(clause))
    )


def _norm_only(provision: Provision) -> Norm:
    assert isinstance(provision, Norm)
    return provision


def _trigger(lead: Node, context: Context) -> EventPattern:
    """The event that a fronted condition speaks of."""
    event = lead.node("event")
    if event:
        return events.with_parts(events.pattern(event, context), lead, context)
    (target,) = lead.nodes("parties")
    found = EventPattern(
        kinds=("attack",), words=context.words(lead), target=events.target_of(target)
    )
    author = lead.node("by_author")
    wrapped = (
        Node("lead", (Node("event_part", (author,), author.span),), lead.span) if author else lead
    )
    return events.with_parts(found, wrapped, context)


def _modality(predicate: Node, *, negative: bool) -> Modality:
    modal = predicate.node("modal")
    if modal is None or modal.has("MUST", "WORK_TO"):
        return Modality.MUST_NOT if negative else Modality.MUST
    if modal.has("MAY"):
        return Modality.MUST_NOT if negative else Modality.MAY
    return Modality.MUST_NOT


def _act(clause: Clause) -> Provision:
    """The provision that a predicate makes, by the form of its act."""
    inner = clause.act.node(*ACTS) if clause.act.form == "act" else None
    return ACTS[inner.form](clause, inner) if inner else _establish(clause, clause.act)


def _assist(clause: Clause, node: Node) -> Norm:
    whom = node.node("parties")
    mutual = whom is not None and events.form_of(whom) == "one_another" and not clause.triggers
    role = Role.EACH_OTHER if mutual else Role.ATTACKED_PARTY
    return clause.norm(Action.ASSIST, beneficiary=Who(role=role))


def _combat(clause: Clause, node: Node) -> Norm:
    fought = tuple(events.pattern(each, clause.context) for each in node.nodes("bare_event"))
    where = next((each.place for each in reversed(fought) if each.place), None)
    # A place at the end of a list limits every item of it.
    fought = tuple(
        each if each.place else each.model_copy(update={"place": where}) for each in fought
    )
    return clause.norm(Action.COMBAT_TERRORISM, triggers=(*clause.triggers, *fought))


def _prevent(clause: Clause, node: Node) -> Norm:
    (event,) = node.nodes("event")
    trigger = events.pattern(event, clause.context)
    return clause.norm(Action.PREVENT_OR_SETTLE_REBELLION, triggers=(*clause.triggers, trigger))


def _refrain(clause: Clause, node: Node) -> Norm:
    (event,) = node.nodes("bare_event")
    manner = tuple(clause.context.words(each).text for each in node.nodes("manner"))
    return clause.norm(
        Action.REFRAIN_FROM_FORCE,
        kind="prohibition",
        modality=Modality.MUST_NOT,
        conduct=(_own(events.pattern(event, clause.context), clause),),
        manner=(*manner, *clause.adverbials.manner),
    )


def _strike(clause: Clause, node: Node) -> Norm:
    conduct = _own(_conduct(node, clause.context), clause)
    if clause.modality is Modality.MUST_NOT:
        return clause.norm(Action.REFRAIN_FROM_FORCE, conduct=(conduct,), means=())
    return clause.norm(Action.OTHER)


def _allow(clause: Clause, node: Node) -> Norm:
    """Letting armed groups strike from one's territory (GA res. 2625, principle 1)."""
    struck = _own(_conduct(node, clause.context), clause)
    conduct = struck.model_copy(update={"kinds": ("toleration_of_armed_groups",)})
    return clause.norm(
        Action.DENY_TERRITORY,
        conduct=(conduct,) if clause.modality is Modality.MUST_NOT else (),
    )


def _conduct(node: Node, context: Context) -> EventPattern:
    """The event that a verb of force with its object describes."""
    (verb,) = node.phrases("STRIKE")
    (hit,) = node.nodes("object")
    bare = EventPattern(kinds=(STRIKES[verb.text.lower()],), words=context.words(node))
    return events.struck(bare, hit, context)


def _own(found: EventPattern, clause: Clause) -> EventPattern:
    """The pattern as conduct of the bearer, with the qualities that its adverbials add."""
    qualities = tuple(dict.fromkeys((*found.qualities, *clause.adverbials.qualities())))
    return found.model_copy(update={"qualities": qualities})


def _consult(clause: Clause, _: Node) -> Norm:
    return clause.norm(Action.CONSULT, beneficiary=Who(role=Role.EACH_OTHER))


def _denounce(clause: Clause, _: Node) -> Withdrawal:
    return Withdrawal(
        citation=clause.context.citation,
        unread=clause.unread,
        by=clause.subject.role if clause.subject else Role.ONE_PARTY,
        number=clause.adverbials.number,
        in_writing=clause.adverbials.in_writing,
        manner=clause.adverbials.manner,
    )


def _establish(clause: Clause, node: Node) -> Institution:
    thing = next(node.everywhere("thing"))
    return Institution(
        citation=clause.context.citation,
        unread=clause.unread,
        what=clause.context.words(thing),
        by=clause.subject,
        modality=clause.modality if node.form == "establish" else None,
        manner=clause.adverbials.manner,
    )


ACTS: dict[str, Callable[[Clause, Node], Provision]] = {
    "assist": _assist,
    "combat": _combat,
    "prevent": _prevent,
    "refrain": _refrain,
    "strike": _strike,
    "allow": _allow,
    "consult": _consult,
    "denounce": _denounce,
    "establish": _establish,
}
