"""Clauses that bind: duties, prohibitions, permissions and declarations."""

import re
from collections.abc import Sequence
from dataclasses import replace

from charter.elaborate import actions, armed_men, consisting, doing, passives, references
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.elaborate.conducts import conduct_of
from charter.elaborate.doing import Done
from charter.elaborate.employed import means_of, own, own_exceptions, own_triggers
from charter.rules.model import Words
from charter.rules.pattern import Condition, EventPattern
from charter.rules.provision import Norm, Who
from charter.rules.terms import Action, ConditionKind, DutyKind, Modality, Role, Target
from charter.syntax.phrases import name_of

KINDS = {
    Modality.MUST: "duty",
    Modality.MUST_OWN_JUDGMENT: "duty",
    Modality.MAY: "permission",
    Modality.MUST_NOT: "prohibition",
    Modality.DECLARES: "declaration",
}
FOR_THE_VICTIM = frozenset({Action.ASSIST, Action.REMAIN_NEUTRAL, Action.WITHHOLD_HELP_TO_ENEMY})
TO_EACH_OTHER = frozenset({Action.CONSULT, Action.COOPERATE, Action.NO_SEPARATE_PEACE})
IN_COMMON = frozenset({Action.CONSULT, Action.COOPERATE})
SINGLED_OUT = frozenset(
    {Target.ONE_PARTY, Target.ONE_OR_MORE_PARTIES, Target.OTHER_PARTY, Target.NAMED}
)


def norm(work: Clausework, act: Act) -> Norm | None:
    """The norm that one act of a clause makes, or none where its verb is not one of a norm."""
    work, act = passives.turned(work, act)
    work, act = consisting.turned(work, act)
    reader = actions.READERS.get(act.name)
    if reader is None or work.modality is None or _binds_nobody_known(work):
        return None
    work.account.take(*(verb for verb in act.verbs if verb.form != "unread"))
    done = reader(work, act)
    if done is None or done.is_nothing:
        return None
    return of_act(work, act, armed_men.told(work, act, done))


def _of_whom(triggers: Sequence[EventPattern], whom: Who | None) -> tuple[EventPattern, ...]:
    """The events with a pronoun in them ("if it is attacked") on the Party that is to be helped."""
    if whom is None or whom.role not in (Role.NAMED, Role.OTHER_PARTIES):
        return tuple(triggers)
    target = Target.NAMED if whom.role is Role.NAMED else Target.OTHER_PARTY
    update = {"target": target, "target_names": whom.names}
    return tuple(each.model_copy(update=update) if _says_it(each) else each for each in triggers)


def _of_anybody(event: EventPattern) -> EventPattern:
    """International disputes are those of any states, where no party to them is named."""
    anybody = "dispute" in event.kinds and "international" in event.words.text.lower()
    if not anybody or event.target is not None:
        return event
    return event.model_copy(update={"target": Target.ANY})


def _says_it(event: EventPattern) -> bool:
    first = event.words.text.lower().split()[0]
    own = event.target is Target.ONE_OR_MORE_PARTIES and first in ("its", "his", "her")
    return own or (event.target is Target.ONE_PARTY and first in ("it", "he", "she", "they"))


def _binds_nobody_known(work: Clausework) -> bool:
    """Whether the subject of an active verb is somebody whom the words do not tell."""
    passive = any(name_of(node) == "IS" for node in (work.clause.head, *work.clause.body))
    return work.bearer is None and bool(work.clause.subject) and not passive


def _until(work: Clausework, act: Act) -> Words | None:
    """What ends an act: the end that its clause names, but for what it binds to behind that."""
    until = work.qualifiers.until
    if until is None or not work.acts:
        return until
    first, here = (work.account.words(each.verb).start for each in (work.acts[0], act))
    return None if first < until.start < here else until


def of_act(work: Clausework, act: Act, done: Done) -> Norm:
    """The norm that an act makes by what it amounts to."""
    modality = done.modality or doing.modality(work, act)
    told = references.resolved(done.triggers, work.spoken)
    triggers = (*own_triggers(work, act), *told) or _suffered_before(work, act)
    triggers = _of_whom(triggers, done.whom)
    if done.action is Action.REFRAIN_FROM_FORCE:
        triggers = tuple(map(_of_anybody, triggers))
    bearer, beneficiary = _between_whom(work, act, done, triggers)
    account, found = work.account, work.adverbials
    words = account.words(*sorted((*act.row, *done.further), key=lambda node: node.span.start))
    place = found.place or work.qualifiers.place
    kind = KINDS[modality]
    stated = (*own(work, act, (*_standing(work), *found.conditions)), *done.conditions)
    exceptions = own(work, act, own_exceptions(work, act))
    if modality in (Modality.MUST, Modality.MUST_OWN_JUDGMENT):
        stated = tuple(each for each in stated if not _asks_for_nothing(each))
    if done.action is Action.NO_SEPARATE_PEACE:
        stated, exceptions = _but_agreement(stated), _but_agreement(exceptions)
    return Norm(
        kind="disputes" if done.disputes else kind,
        citation=account.context.citation,
        modality=modality,
        action=done.action,
        action_words=words,
        bearer=bearer,
        beneficiary=beneficiary,
        triggers=triggers,
        conduct=done.conduct or conduct_of(done.action, modality, words, beneficiary),
        conditions=stated,
        exceptions=exceptions,
        duty_kind=found.duty_kind,
        means=means_of(work, act) if kind == "duty" and done.action is not Action.MOBILISE else (),
        place=None if done.has_own_place or any(t.place == place for t in triggers) else place,
        until=_until(work, act),
        aim=found.aim or work.qualifiers.aim,
        manner=tuple(found.manner),
        number=done.number or work.qualifiers.number,
    )


def _suffered_before(work: Clausework, act: Act) -> tuple[EventPattern, ...]:
    """The events spoken of before, where an act is for "the Party so attacked"."""
    tails = (tail for node in act.nodes for tail in node.nodes("party_tail", "state_tail"))
    words = (phrase.text.lower() for tail in tails for phrase in tail.phrases("SO_ATTACKED"))
    return work.spoken if any(each.startswith(("so ", "thus ")) for each in words) else ()


def _asks_for_nothing(each: Condition) -> bool:
    """Whether a duty is to be done "without previous consultation", so whether or not there is."""
    return each.negated and each.kind is ConditionKind.AFTER_CONSULTATION


def _but_agreement(stated: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Conditions other than the agreement of the Parties, which a peace needs anyhow."""
    return tuple(each for each in stated if not _of_agreement(each.words.text.lower()))


AGREEMENT = re.compile(
    r"\b(?:consent|accord|jointly|together|in concert with|agreement (?:with|of)"
    r"|(?:mutual|common|perfect) agreement)\b"
)


def _of_agreement(words: str) -> bool:
    """Whether words require only that the allies act together ("without the other")."""
    return words in ("the other", "the others") or AGREEMENT.search(words) is not None


def _standing(work: Clausework) -> tuple[Condition, ...]:
    """The conditions of a clause; a time that the treaty has been in force is its figure."""
    conditions = work.qualifiers.conditions
    if work.qualifiers.number is None:
        return conditions
    return tuple(each for each in conditions if "in force" not in each.words.text)


def _between_whom(
    work: Clausework, act: Act, done: Done, triggers: Sequence[EventPattern]
) -> tuple[Who | None, Who | None]:
    """Bearer and beneficiary: what the act says of them, else what follows from the trigger."""
    bearer, beneficiary = work.bearer, done.beneficiary
    if bearer and bearer.role is Role.ONE_PARTY and _binds_either(work):
        bearer = in_role(bearer, Role.EACH_PARTY)
    struck = next((each for each in triggers if each.target in SINGLED_OUT), None)
    mutual = beneficiary is not None and beneficiary.role is Role.EACH_OTHER
    named = beneficiary is not None and beneficiary.role is Role.NAMED and struck is not None
    named = named and done.action in FOR_THE_VICTIM
    if named and beneficiary and struck and set(beneficiary.names) <= set(struck.target_names):
        beneficiary = None
    if done.action in FOR_THE_VICTIM and struck and (beneficiary is None or mutual):
        beneficiary = Who(role=Role.ATTACKED_PARTY)
        if mutual and bearer and (bearer.role is Role.EACH_PARTY or _says_they(work)):
            bearer = Who(role=Role.OTHER_PARTIES)
    if beneficiary is None and done.action in TO_EACH_OTHER:
        others = bearer is not None and bearer.role is Role.OTHER_PARTIES and struck
        beneficiary = Who(role=Role.ATTACKED_PARTY if others else Role.EACH_OTHER)
    beneficiary = beneficiary or work.addressee
    together = done.action in IN_COMMON or act.is_joint or _in_common(work)
    if done.is_agentless:
        bearer = done.bearer
    together = together and done.action is not Action.NO_SEPARATE_PEACE
    if together and bearer and bearer.role is Role.EACH_PARTY:
        bearer = in_role(bearer, Role.ALL_PARTIES)
    return bearer, beneficiary


def _says_they(work: Clausework) -> bool:
    """Whether those bound are named by a pronoun only."""
    own = [node for node in work.clause.subject if node.form != "formula"]
    return len(own) == 1 and name_of(own[0]) == "THEY"


def _binds_either(work: Clausework) -> bool:
    """Whether what is forbidden is forbidden to "either Party", so to each."""
    subject = work.clause.subject
    impersonal = work.clause.head.phrases()[0].text.lower().startswith("it ")
    either = bool(subject) and subject[0].has("EITHER", *(("ANY",) if impersonal else ()))
    by_any = bool(work.agent) and not work.agent[0].has("A")
    return (either or by_any) and work.modality is Modality.MUST_NOT


def _in_common(work: Clausework) -> bool:
    """Whether the Parties act together: "in common", "jointly", not "individually or jointly"."""
    names = {name_of(node) for node in work.clause.body}
    jointly = work.adverbials.duty_kind is DutyKind.JOINTLY and "INDIVIDUALLY" not in names
    return work.adverbials.in_common or jointly


def in_role(whom: Who, role: Role) -> Who:
    """The same phrase in another role."""
    return whom.model_copy(update={"role": role})


def with_antecedent(work: Clausework, event: EventPattern | None) -> Clausework:
    """A clause with "such an attack" taken for the attack that the sentence spoke of before."""
    if event is None:
        return work
    meant = references.resolved(work.qualifiers.triggers, (event,))
    return replace(work, qualifiers=replace(work.qualifiers, triggers=meant))
