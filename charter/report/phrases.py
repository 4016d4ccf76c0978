"""The trade's terms as plain English phrases; every value of every term has one."""

import re

from charter.findings.outcome import State
from charter.rules.kinds import kinds
from charter.rules.terms import (
    Act,
    Action,
    Asset,
    Author,
    ConditionKind,
    DutyKind,
    Interest,
    Means,
    Modality,
    Quality,
    Rank,
)

HEAD = re.compile(
    r"(is (?:not )?in force for|is not|is|does not strike|strikes|does not infringe|infringes) "
)
"""The words at the head that endings of one subject may share."""

OWED: dict[Action, str] = {
    Action.ASSIST: "assistance",
    Action.CONSULT: "consultation",
    Action.REFRAIN_FROM_FORCE: "abstention from force",
    Action.REFRAIN_FROM_HOSTILE_ALLIANCE: "abstention from hostile alliances",
    Action.REMAIN_NEUTRAL: "neutrality",
    Action.WITHHOLD_HELP_TO_ENEMY: "refusal of help to its enemy",
    Action.GUARANTEE: "performance of its guarantee",
    Action.RESPECT: "respect",
    Action.COMBAT_TERRORISM: "the fight against terrorism",
    Action.PREVENT_OR_SETTLE_REBELLION: "prevention or settlement of the threat",
    Action.DENY_TERRITORY: "denial of its territory to attackers",
    Action.REPORT: "a report",
    Action.SETTLE_PEACEFULLY: "peaceful settlement",
    Action.COOPERATE: "cooperation",
    Action.MOBILISE: "mobilisation",
    Action.NO_SEPARATE_PEACE: "abstention from a separate peace",
    Action.TERMINATE_MEASURES: "an end to its measures",
    Action.OTHER: "what the article says",
}
"""What is owed, as a noun: "Mali owes Niger *assistance*"."""

DONE: dict[Action, str] = {
    Action.ASSIST: "assist",
    Action.CONSULT: "consult",
    Action.REFRAIN_FROM_FORCE: "refrain from force",
    Action.REFRAIN_FROM_HOSTILE_ALLIANCE: "refrain from hostile alliances",
    Action.REMAIN_NEUTRAL: "remain neutral",
    Action.WITHHOLD_HELP_TO_ENEMY: "withhold help from the enemy",
    Action.GUARANTEE: "make good the guarantee",
    Action.RESPECT: "respect",
    Action.COMBAT_TERRORISM: "combat terrorism",
    Action.PREVENT_OR_SETTLE_REBELLION: "prevent or settle the threat",
    Action.DENY_TERRITORY: "deny territory to attackers",
    Action.REPORT: "report",
    Action.SETTLE_PEACEFULLY: "settle peacefully",
    Action.COOPERATE: "cooperate",
    Action.MOBILISE: "mobilise",
    Action.NO_SEPARATE_PEACE: "make no separate peace",
    Action.TERMINATE_MEASURES: "end its measures",
    Action.OTHER: "do what the article says",
}
"""What is to be done, as a verb: "must *assist*"."""

PERFORMED: dict[Action, str] = {
    Action.ASSIST: "gave {towards} assistance",
    Action.CONSULT: "consulted {towards}",
    Action.REFRAIN_FROM_FORCE: "refrained from force against {towards}",
    Action.REFRAIN_FROM_HOSTILE_ALLIANCE: "refrained from alliances against {towards}",
    Action.REMAIN_NEUTRAL: "remained neutral towards {towards}",
    Action.WITHHOLD_HELP_TO_ENEMY: "withheld help from the enemy of {towards}",
    Action.GUARANTEE: "made good its guarantee to {towards}",
    Action.RESPECT: "respected {towards}",
    Action.COMBAT_TERRORISM: "combated terrorism together with {towards}",
    Action.PREVENT_OR_SETTLE_REBELLION: "acted to prevent or settle the threat to {towards}",
    Action.DENY_TERRITORY: "denied its territory to attackers of {towards}",
    Action.REPORT: "reported to {towards}",
    Action.SETTLE_PEACEFULLY: "settled peacefully with {towards}",
    Action.COOPERATE: "cooperated with {towards}",
    Action.MOBILISE: "mobilised for {towards}",
    Action.NO_SEPARATE_PEACE: "made no separate peace without {towards}",
    Action.TERMINATE_MEASURES: "ended its measures against {towards}",
    Action.OTHER: "did what the article says for {towards}",
}
"""What somebody did: "Mali *gave Niger assistance*"."""

FIRMLY: dict[Modality, str] = {
    Modality.MUST: "must",
    Modality.MUST_OWN_JUDGMENT: "must, as it judges necessary,",
    Modality.MAY: "may",
    Modality.MUST_NOT: "must not",
    Modality.DECLARES: "declares that it would",
}

TOGETHER: dict[DutyKind, str] = {
    DutyKind.EACH: "",
    DutyKind.JOINTLY: "jointly",
    DutyKind.INDIVIDUALLY_OR_COLLECTIVELY: "individually or collectively",
}

MEANS: dict[Means, str] = {
    Means.ARMED_FORCE: "armed force",
    Means.ALL_MEANS: "all means",
    Means.MILITARY: "military means",
    Means.ECONOMIC: "economic means",
    Means.POLITICAL: "political means",
    Means.PEACEFUL_MEANS: "peaceful means",
    Means.FINANCIAL: "financial means",
    Means.TERRITORY: "the use of territory",
    Means.OTHER: "other means",
}

RANKED: dict[Rank, str] = {
    Rank.INCLUDED: "including {}",
    Rank.FAVOURED: "with {} first",
    Rank.IF_NECESSARY: "with {} if necessary",
}

STATES: dict[State, str] = {
    State.OWED: "owed",
    State.UNDETERMINED: "undetermined",
    State.PERFORMED: "performed",
    State.BREACHED: "breached",
    State.EXCUSED: "excused",
    State.SUSPENDED: "suspended",
    State.ENDED: "ended",
}

INTERESTS: dict[Interest, str] = {
    Interest.SOVEREIGNTY: "the sovereignty",
    Interest.TERRITORIAL_INTEGRITY: "the territorial integrity",
    Interest.POLITICAL_INDEPENDENCE: "the political independence",
    Interest.SECURITY: "the security",
}

ASSETS: dict[Asset, str] = {
    Asset.TERRITORY: "the territory",
    Asset.FORCES: "the armed forces",
    Asset.FORCES_ABROAD: "the armed forces abroad",
    Asset.SHIPS: "ships",
    Asset.AIRCRAFT: "aircraft",
    Asset.PORTS: "the ports",
    Asset.ROADS: "the roads",
    Asset.COASTS: "the coasts",
    Asset.INFRASTRUCTURE: "the infrastructure",
}

QUALITIES: dict[Quality, tuple[str, str]] = {
    Quality.UNPROVOKED: ("is unprovoked", "is provoked"),
    Quality.ARMED_FORCES_USED: ("uses armed forces", "uses no armed forces"),
    Quality.FROM_PARTY_TERRITORY: (
        "comes from the territory of a party",
        "does not come from the territory of a party",
    ),
    Quality.FROM_TERRITORY_AT_DISPOSAL: (
        "comes from territory put at the attacker's disposal",
        "does not come from territory put at the attacker's disposal",
    ),
}

AUTHORS: dict[Author, str] = {
    Author.ANYONE: "anyone at all",
    Author.STATE: "a state or an organisation of states",
    Author.THIRD_STATE: "a state outside the treaty",
    Author.NAMED: "an author whom the treaty names",
    Author.SEVERAL_POWERS: "several powers together",
    Author.PARTY: "a party to the treaty",
    Author.NON_STATE: "a non-state actor",
}

ACTS: dict[Act, str] = {
    Act.SIGNATURE: "signed",
    Act.RATIFICATION: "ratified",
    Act.ACCESSION: "acceded to",
    Act.NOTICE_OF_WITHDRAWAL: "given notice of withdrawal from",
    Act.WITHDRAWAL: "withdrawn from",
}
"""What a state has done to a treaty: "has *signed* it"."""

CONDITIONS: dict[ConditionKind, tuple[str, str] | None] = {
    ConditionKind.UNPROVOKED: None,
    ConditionKind.ON_REQUEST: ("has asked for help", "has not asked for help"),
    ConditionKind.BY_DECISION_OF_ORGAN: None,
    ConditionKind.OWN_CONSTITUTIONAL_PROCESS: (
        "has completed its constitutional process",
        "has not completed its constitutional process",
    ),
    ConditionKind.AGGRESSOR_NOT_PARTY: None,
    ConditionKind.SAME_ENEMY: None,
    ConditionKind.AFTER_CONSULTATION: ("has been consulted", "has not been consulted"),
    ConditionKind.UN_CHARTER: None,
    ConditionKind.REGION: None,
    ConditionKind.NAMED_ADVERSARY: None,
    ConditionKind.PRIOR_BREACH: ("has broken it first", "has not broken it first"),
    ConditionKind.OTHER: None,
}
"""What a party has done by whom a condition is met; ``None``: said in the clause's own words."""


def kind_of_event(name: str) -> str:
    """A kind of event with its article: "an armed attack"."""
    kind = kinds().get(name)
    return kind.label if kind else name.replace("_", " ")


def listed(items: tuple[str, ...], *, last: str = "and") -> str:
    """Several things in one breath.

    >>> listed(("Mali", "Niger", "Togo"))
    'Mali, Niger and Togo'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def joined(endings: tuple[str, ...], last: str) -> str:
    """What is said of one subject, with what the endings share said once.

    >>> joined(("is not a coup", "is not a threat"), "and")
    'is neither a coup nor a threat'
    >>> joined(("strikes ships of Mali", "strikes aircraft of Mali"), "or")
    'strikes ships or aircraft of Mali'
    >>> joined(("is not an armed attack", "is not an attack"), "and")
    'is neither an armed attack nor an attack'
    """
    head = _shared_head(endings)
    if len(endings) < 2 or not head:
        return listed(endings, last=last)
    rests = tuple(each.removeprefix(head) for each in endings)
    if head == "is not ":
        return f"is neither {listed(rests, last='nor')}"
    tail = "" if head == "is " else _shared_tail(rests)
    rests = tuple(each.removesuffix(tail) for each in rests)
    return f"{head}{listed(rests, last='or' if ' not ' in head else last)}{tail}"


def _shared_head(endings: tuple[str, ...]) -> str:
    """The words, up to "not" or a verb, with which all endings begin."""
    heads = [HEAD.match(each) for each in endings]
    first = heads[0].group() if heads and heads[0] else ""
    return first if all(each and each.group() == first for each in heads) else ""


def _shared_tail(rests: tuple[str, ...]) -> str:
    """The words with which all end, none of them wholly, from a preposition on: " of Mali"."""
    tail: list[str] = []
    for words in zip(*(reversed(each.split(" ")[1:]) for each in rests), strict=False):
        if len(set(words)) > 1:
            break
        tail.insert(0, words[0])
    while tail and tail[0] not in LINKS:
        del tail[0]
    return f" {' '.join(tail)}" if tail else ""


LINKS = frozenset({"of", "on", "in", "for", "to", "by", "against"})
"""Words from which on an ending may be shared: "ships or aircraft *of* Mali"."""


def capital(sentence: str) -> str:
    """The sentence with a capital at its head and the rest untouched.

    >>> capital("the ECOWAS force")
    'The ECOWAS force'
    """
    return sentence[:1].upper() + sentence[1:]
