"""What the Parties do with one another: consult, cooperate, plan and exchange in common."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from charter.elaborate import alliances, events, preventing, regarding, territories, topics
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.doing import Done, is_forbidden, other, take, whom_of
from charter.elaborate.parties import is_who
from charter.rules.pattern import Condition, EventPattern
from charter.rules.provision import Who
from charter.rules.terms import Action, ConditionKind, DutyKind, Role
from charter.syntax.phrases import name_of

OUTSIDE = (Role.ORGAN, Role.THIRD_STATES)
Reader = Callable[[Clausework, Act], Done | None]

AGAINST = frozenset({"COMBAT", "PREVENT", "RESIST", "ON"})
"""Words behind which stands what is cooperated against."""
CONDUCTING = frozenset({"conduct", "wage", "carry on", "direct"})


def consult(work: Clausework, act: Act) -> Done:
    """Consulting one another or somebody outside, about whatever the words say."""
    return _together(work, act, Action.CONSULT)


def _meet(work: Clausework, act: Act) -> Done:
    """Meeting one another; or meeting an attack, and so helping whoever is attacked."""
    first = next((node for node in act.nodes if node.form != "formula"), None)
    if first is None or not (name_of(first) in ("IT", "THEY") or events.is_event(first)):
        return consult(work, act)
    told = () if work.qualifiers.triggers else work.spoken
    if events.is_event(first) or not (told or work.qualifiers.triggers):
        return other(work, act)
    work.account.take(first)
    return Done(Action.ASSIST, triggers=told)


def cooperate(work: Clausework, act: Act) -> Done:
    """Working together, or doing in common what is done with the noun for it."""
    if is_forbidden(work, act) and act.has("ALLIANCE", "CHARTER"):
        return alliances.enter(work, act)
    return _together(work, act, Action.COOPERATE)


def _together(work: Clausework, act: Act, action: Action) -> Done:
    whom = _whom(work, act)
    spoken = _spoken_of(work, act)
    before = _before(work, act)
    topics.take(work, act)
    outside = whom is not None and whom.role in OUTSIDE
    if outside and is_forbidden(work, act) and action is Action.COOPERATE:
        return Done(Action.OTHER)
    return Done(action, beneficiary=whom, triggers=spoken, conditions=before)


def _whom(work: Clausework, act: Act) -> Who | None:
    """The state or organ with which the bearer consults or cooperates, if not with each other."""
    at = next((n for n, node in enumerate(act.nodes) if is_who(node)), 0)
    if at and act.nodes[at].form == "names" and name_of(act.nodes[at - 1]) != "WITH":
        return None
    whom = whom_of(work, act)
    if whom is None or whom.role in OUTSIDE:
        return whom
    if whom.role is not Role.NAMED:
        return None
    struck = any(set(whom.names) <= set(each.target_names) for each in work.qualifiers.triggers)
    return Who(role=Role.ATTACKED_PARTY) if struck else whom


def _spoken_of(work: Clausework, act: Act) -> tuple[EventPattern, ...]:
    """The event about which something is done ("consult on any threat to their security")."""
    if act.name == "COOPERATE":
        return _combated(work, act)
    if work.qualifiers.triggers:
        return ()
    at = next((n for n, node in enumerate(act.nodes) if name_of(node) in ("ON", "WITH")), None)
    behind = act.nodes[at + 1 : at + 3] if at is not None else ()
    if not any(map(events.is_event, behind)) or at is None:
        return ()
    found = events.find(act.nodes[at + 1 :], work.account)
    return (found,) if found else ()


def _combated(work: Clausework, act: Act) -> tuple[EventPattern, ...]:
    """What the Parties cooperate against ("in combating terrorism and organised crime")."""
    at = next((n for n, node in enumerate(act.nodes) if name_of(node) in AGAINST), None)
    if at is None:
        return ()
    found = preventing.listed_events(work, act.nodes[at:])
    if found:
        work.account.take(*(node for node in act.nodes[: at + 1] if node.form != "unread"))
    return found


def _before(work: Clausework, act: Act) -> tuple[Condition, ...]:
    """As in "consult the other before concluding an agreement": a condition in its words."""
    at = next((n for n, node in enumerate(act.nodes) if name_of(node) == "BEFORE"), None)
    if at is None:
        return ()
    row = act.nodes[at:]
    work.account.take(*row)
    return (Condition(kind=ConditionKind.OTHER, words=work.account.words(*row)),)


def _acted(work: Clausework, act: Act) -> Done | None:
    """Acting in common; once one of them is struck, acting is help."""
    together = work.adverbials.in_common or work.adverbials.duty_kind is DutyKind.JOINTLY
    return cooperate(work, act) if together and not work.qualifiers.triggers else None


def _conducted(work: Clausework, act: Act) -> Done | None:
    """Acts that are cooperation where their object says so ("strengthen their cooperation")."""
    waged = work.account.text(act.verb) in CONDUCTING and work.adverbials.in_common
    return cooperate(work, act) if waged or act.has("COOPERATION") else None


def _taken(work: Clausework, act: Act) -> Done | None:
    """Measures taken "to combat" something are that combat, and nothing by themselves."""
    fights = (n for n, node in enumerate(act.nodes) if name_of(node) in ("COMBAT", "PREVENT"))
    at = next(fights, 0)
    if not at or name_of(act.nodes[at - 1]) != "TO" or not act.has("MEASURES"):
        return None
    work.account.take(*act.nodes[: at + 1])
    inner = replace(act, verbs=(act.nodes[at],), nodes=act.nodes[at + 1 :])
    return preventing.READERS[inner.name](work, inner) if inner.nodes else NOTHING


def _ensured(work: Clausework, act: Act) -> Done | None:
    """Ensuring that one's territory is not used; what else is to be so is left unread."""
    if not act.nodes or work.account.text(act.nodes[0]).split()[0] != "that":
        return None
    later = [each for each in work.acts if each.verb.span.start > act.verb.span.start]
    if not later or not later[0].is_denied or not territories.is_own_territory(act):
        work.account.taken.difference_update(node.span.start for node in act.row)
        return None
    work.account.take(*later[0].verbs)
    whole = replace(act, nodes=(*act.nodes, *later[0].row))
    return territories.deny_own_territory(work, whole)


def _met(work: Clausework, act: Act) -> Done | None:
    """Meeting is consulting, but for an attack that is met."""
    met = (
        bool(act.nodes) and events.is_event(act.nodes[0]) and work.account.text(act.verb) == "meet"
    )
    return None if met else _meet(work, act)


def _exchanged(work: Clausework, act: Act) -> Done | None:
    """Exchanging information, missions and the like is cooperation; territory is given away."""
    return territories.exchanged(work, act) or cooperate(work, act)


def _kept(work: Clausework, act: Act) -> Done | None:
    """As in "keep each other informed"."""
    if not act.has("REPORT"):
        return None
    take(work, act, "REPORT")
    return regarding.report(work, act)


def _given(work: Clausework, act: Act) -> Done | None:
    """As in "send to the Council full information about the measures taken"."""
    if not act.has("INFORMATION") or act.has("AID"):
        return None
    take(work, act, "INFORMATION")
    mutual = any(node.form == "mutual" for node in act.nodes)
    return cooperate(work, act) if mutual else regarding.report(work, act)


NOTHING = Done(Action.OTHER, is_nothing=True)
"""An act that another act of its clause says whole."""

READERS: dict[str, Reader] = {
    "CONSULT": consult,
    "COOPERATE": cooperate,
}
BY_OBJECT: dict[str, Reader] = {
    "AIM_VERB": _ensured,
    "TAKE": _taken,
    "EXCHANGE": _exchanged,
    "USE": territories.used,
    "OBSERVE": _kept,
    "SEND": _given,
    "GIVE": _given,
    "ACT": _acted,
    "OTHER_ACT": _conducted,
    "MEET": _met,
}


def in_common(others: Mapping[str, Reader]) -> dict[str, Reader]:
    """The readers of what is done in common, each before the one that reads the verb otherwise."""
    return READERS | {name: _first(each, others.get(name)) for name, each in BY_OBJECT.items()}


def _first(reader: Reader, otherwise: Reader | None) -> Reader:
    def read(work: Clausework, act: Act) -> Done | None:
        return reader(work, act) or (otherwise or other)(work, act)

    return read
