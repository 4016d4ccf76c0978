"""Help, and its refusal."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from charter.elaborate import alliances, ends, events, forcing, lent, preventing
from charter.elaborate.account import LIGHT_DETERMINERS
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.doing import (
    EACH_OTHER,
    Done,
    is_forbidden,
    other,
    take,
    whom_of,
)
from charter.elaborate.objects import target_of
from charter.elaborate.parties import is_who, names, reference
from charter.rules.pattern import EventPattern, MeansUse
from charter.rules.provision import Who
from charter.rules.terms import Action, Author, Means, Role, Target
from charter.syntax.phrases import is_that, name_of
from charter.syntax.tree import Node


def aided(work: Clausework, act: Act, whom: Who | None) -> Who:
    """Who is aided: by name, one another, or the party that is struck."""
    if whom and whom.role is Role.NAMED and _is_struck(work, whom):
        return Who(role=Role.ATTACKED_PARTY)
    if whom and whom.role in (Role.EACH_OTHER, Role.NAMED, Role.ORGAN):
        return whom
    if name_of(act.verb) == "DEFEND" and whom and whom.role is Role.EACH_PARTY:
        return EACH_OTHER
    if whom and whom.role is Role.OTHER_PARTIES and _is_mutual(work):
        return EACH_OTHER
    return Who(role=Role.ATTACKED_PARTY)


def _is_mutual(work: Clausework) -> bool:
    """Whether each Party helps "the other" whatever may happen."""
    each = work.bearer is not None and work.bearer.role is Role.EACH_PARTY
    return each and not (work.qualifiers.triggers or work.spoken or work.events)


def _is_struck(work: Clausework, whom: Who) -> bool:
    """Whether a state by its name is the one that the event strikes."""
    struck = {name.lower()[:4] for each in work.qualifiers.triggers for name in each.target_names}
    return bool(struck) and {name.lower()[:4] for name in whom.names} <= struck


def _act(work: Clausework, act: Act) -> Done:
    """Acting to meet a danger, which is help; acting in concert; or acting somehow."""
    if work.qualifiers.triggers:
        return assist(work, act)
    return Done(Action.COOPERATE) if work.adverbials.in_common else other(work, act)


def assist(work: Clausework, act: Act) -> Done:
    """Help to a Party, with its means and what it is to meet; or, forbidden, to its enemy."""
    if is_forbidden(work, act) and (made := alliances.hostile(work, act)):
        return made
    take(work, act, "AID", "MEASURES", "TAKE")
    _all_in_its_power(work, act)
    if is_forbidden(work, act) and (
        _is_stranger(act) or _to_author(work, act) or _to_it(work, act)
    ):
        take(
            work, act, "AMOUNT", "LATTER", "ENEMY", "STATE", "STATES", "ALLY", "PARTY", "NAME", "IT"
        )
        war = () if work.qualifiers.triggers else _at_war(work, act)
        return Done(Action.WITHHOLD_HELP_TO_ENEMY, triggers=war)
    if down := preventing.put_down(work, act):
        return replace(down, beneficiary=aided(work, act, whom_of(work, act)))
    against = events.find(act.nodes, work.account) if act.name == "DEFEND" else None
    if act.name == "DEFEND":
        work.account.take(*(node for node in act.nodes if node.form in ("asset", "interest")))
    met = ends.defence(work, act)
    whom = _meant(work, act) or whom_of(work, act)
    return Done(
        Action.ASSIST,
        beneficiary=aided(work, act, whom),
        triggers=(*_on(_as_suffered(against), whom), *_as_suffered(*met)),
        whom=whom,
    )


def _meant(work: Clausework, act: Act) -> Who | None:
    """Whom "defend them" means: those named in the duty before."""
    before = work.duty.beneficiary if work.duty else None
    pronoun = next((node for node in act.nodes if name_of(node) in ("THEY", "IT")), None)
    if act.name != "DEFEND" or pronoun is None or before is None or before.role is not Role.NAMED:
        return None
    if work.account.text(pronoun).endswith(("self", "selves")) or work.qualifiers.triggers:
        return None
    work.account.take(pronoun)
    return before


def _on(struck: tuple[EventPattern, ...], whom: Who | None) -> tuple[EventPattern, ...]:
    """The events that somebody is defended against, on them where they are named."""
    if whom is None or whom.role is not Role.NAMED:
        return struck
    update = {"target": Target.NAMED, "target_names": whom.names}
    return tuple(each.model_copy(update=update) for each in struck)


def _is_stranger(act: Act) -> bool:
    """Whether help would go to anybody but a Party ("to the aggressor", "to a third party")."""
    persons = [node for node in act.nodes if is_who(node)]
    outside = {"state", "third_state", "group"}
    if persons and (reference(persons[0]) in outside or name_of(persons[0]) == "LATTER"):
        return True
    return act.has("ENEMY", "STATE", "STATES") or not persons


def _at_war(work: Clausework, act: Act) -> tuple[EventPattern, ...]:
    """The war that the state to be left alone wages ("a State which is at war with another")."""
    which = next((n for n, node in enumerate(act.nodes) if _is_relative(node)), None)
    if which is None or which + 1 == len(act.nodes):
        return ()
    work.account.taken.difference_update(node.span.start for node in act.nodes[which:])
    event = events.find(act.nodes[which:], work.account)
    if event is None:
        return ()
    work.account.take(act.nodes[which])
    rest = [node for node in act.nodes[which:] if is_who(node)]
    work.account.take(*rest[:1])
    target = target_of(rest[:1]) if rest else None
    state = next((node for node in reversed(act.nodes[:which]) if is_who(node)), None)
    third = state is not None and reference(state) == "third_state"
    author = Author.THIRD_STATE if third else Author.ANYONE
    return (event.model_copy(update={"target": target, "author": author}),)


def _is_relative(node: Node) -> bool:
    return name_of(node) == "WHICH" or is_that(node)


def _to_author(work: Clausework, act: Act) -> bool:
    """Whether aid would go to a state that is named as the author of the event."""
    hostile = {name for each in work.qualifiers.triggers for name in each.author_names}
    return bool(hostile & set(names([node for node in act.nodes if node.form == "names"])))


def _to_it(work: Clausework, act: Act) -> bool:
    """Whether "it" is who brings the event about: nobody forbids help to who is struck."""
    it = any(name_of(node) == "IT" for node in act.nodes)
    known = (Author.PARTY, Author.NAMED)
    return it and any(each.author in known and each.target for each in work.qualifiers.triggers)


def _as_suffered(*found: EventPattern | None) -> tuple[EventPattern, ...]:
    """Events that the Parties defend themselves against strike one or more of them."""
    anyone = Target.ONE_OR_MORE_PARTIES
    return tuple(
        each.model_copy(update={"target": each.target or anyone}) for each in found if each
    )


def _all_in_its_power(work: Clausework, act: Act) -> None:
    """As in "All the support and assistance in its power": all means."""
    row = act.row
    for at, node in enumerate(row):
        if node.has("AID") or node.form == "means":
            work.account.take(*_adjectives(row, at))
        if node.has("ALL_IN_ITS_POWER") and at and row[at - 1].form == "asset":
            work.account.take(node)
            continue
        wide = node.has("ALL_IN_ITS_POWER") or (node.has("AID") and node.has("ALL", "EVERY"))
        if wide and node.form in ("means", "term"):
            work.account.take(node)
            use = MeansUse(means=Means.ALL_MEANS, words=work.account.words(node))
            work.adverbials.means.append((node, use))
        elif node.has("AID") and (kind := lent.sort_of_aid(node)):
            use = MeansUse(means=kind, words=work.account.words(node))
            work.adverbials.means.append((node, use))
    _by_doing(work, act)
    lent.lend(work, act, soil=False)


def _by_doing(work: Clausework, act: Act) -> None:
    """Takes the verb of the way in which help is given ("by sending troops")."""
    for by, verb in pairwise(act.nodes):
        done = verb.form == "verb" and name_of(verb) in ("GIVE", "SEND", "PLACE", "USE")
        if done and name_of(by) == "BY":
            work.account.take(by, verb)


def _adjectives(row: Sequence[Node], at: int) -> list[Node]:
    """The first of two adjectives in front of a noun ("full and immediate support")."""
    if at < 2 or row[at - 1].form not in ("joint", "comma"):
        return []
    before = row[at - 2]
    plain = {phrase.name for phrase in before.phrases()} <= LIGHT_DETERMINERS | {"QUALITY"}
    alone = before.form == "loose" and plain and "armed" not in before.phrases()[-1].text.lower()
    return [before, *_adjectives(row, at - 2)] if alone else []


def _come(work: Clausework, act: Act) -> Done:
    """Coming to somebody's aid, whatever stands between ("come at once to its aid")."""
    if act.has("AID"):
        take(work, act, "TO", "OF")
        return assist(work, act)
    return forcing.resort(work, act)


def _mobilise(work: Clausework, act: Act) -> Done:
    work.account.take(*(node for node in act.nodes if node.form == "asset"))
    return Done(Action.MOBILISE)


ON_A_PARTY = frozenset(
    {Target.ONE_PARTY, Target.ONE_OR_MORE_PARTIES, Target.OTHER_PARTY, Target.NAMED}
)
"""Whom an attack strikes that is met with help."""


def _resist(work: Clausework, act: Act) -> Done:
    """Resisting an event that strikes one of the Parties, or the enemy: help."""
    whole = replace(act, nodes=(act.verb, *act.nodes))
    known = {kind for each in work.qualifiers.triggers for kind in each.kinds}
    strikes = [set(events.kinds(node)) for node in act.nodes if events.is_event(node)]
    if is_forbidden(work, act) or not (strikes or act.has("ENEMY")):
        return other(work, act)
    work.account.taken.discard(act.verb.span.start)
    met = ends.defence(work, whole)
    on_party = any(each.target in ON_A_PARTY for each in met)
    repeated = any(kinds <= known for kinds in strikes) or act.has("ENEMY")
    helps = on_party or (repeated and bool(known))
    return Done(
        Action.ASSIST if helps else Action.OTHER,
        beneficiary=Who(role=Role.ATTACKED_PARTY) if helps else None,
        triggers=_as_suffered(*met) if helps else met,
    )


READERS: dict[str, Callable[[Clausework, Act], Done | None]] = {
    "AID": assist,
    "GO_TO_AID": assist,
    "DEFEND": assist,
    "ACT": _act,
    "COME": _come,
    "AIDING": assist,
    "RESIST": _resist,
    "MEET": _resist,
    "MOBILISE": _mobilise,
}
