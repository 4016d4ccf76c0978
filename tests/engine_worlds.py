"""Short builders of treaties and worlds, modelled on the Liptako-Gourma Charter."""

from datetime import date
from typing import Any

from charter.dates import Day
from charter.engine.evaluate import evaluate
from charter.engine.plan import plan
from charter.findings.claims import Claim, IsKind
from charter.findings.outcome import Outcome
from charter.rules.model import Citation, Number, Words
from charter.rules.pattern import Condition, EventPattern, Interests, PlaceLimit
from charter.rules.provision import (
    Accession,
    CountsAs,
    EntryIntoForce,
    Norm,
    Provision,
    Purpose,
    Who,
    Withdrawal,
)
from charter.rules.terms import (
    Act,
    Action,
    Asset,
    Author,
    ConditionKind,
    Interest,
    Modality,
    Needs,
    Quality,
    Role,
    Target,
)
from charter.rules.treaty import ActOn, Treaty
from charter.scenario.model import Actor, Event, Sort, Struck, World

MALI, NIGER, BURKINA, GUINEA, TOGO, ECOWAS, REBELS = (
    "Mali",
    "Niger",
    "Burkina Faso",
    "Guinea",
    "Togo",
    "ECOWAS",
    "the armed coalition",
)
PARTIES = (BURKINA, MALI, NIGER)
ACTORS = {
    **{name: Actor(name, Sort.STATE) for name in (*PARTIES, GUINEA, TOGO)},
    ECOWAS: Actor(ECOWAS, Sort.ORGANISATION),
    REBELS: Actor(REBELS, Sort.ARMED_GROUP),
}
SIGNED = date(2023, 9, 16)
OCTOBER = date(2023, 10, 2)
BOTH = Interests(items=(Interest.SOVEREIGNTY, Interest.TERRITORIAL_INTEGRITY), needs=Needs.ALL)
EITHER = Interests(items=BOTH.items, needs=Needs.ANY)


def words(text: str = "words", start: int = 0) -> Words:
    return Words(text=text, start=start, end=start + len(text))


def cited(article: str | None, start: int = 0) -> Citation:
    return Citation(article=article, words=words(f"article {article}", start))


def of(
    *kinds: str, target: Target | None = Target.ONE_OR_MORE_PARTIES, **more: Any
) -> EventPattern:
    """A class of events; on parties unless said otherwise."""
    return EventPattern(kinds=kinds, words=words(), target=target, **more)


def when(kind: ConditionKind, text: str = "if so", *, negated: bool = False) -> Condition:
    return Condition(kind=kind, words=words(text), negated=negated)


def limit(text: str, *, anywhere: bool = False) -> PlaceLimit:
    return PlaceLimit(text=text, words=words(text), anywhere=anywhere)


def norm(
    action: Action,
    article: str = "6",
    *,
    bearer: Role | None = Role.ALL_PARTIES,
    to: Role | None = None,
    start: int = 0,
    **more: Any,
) -> Norm:
    bearers, beneficiaries = more.pop("bearers", ()), more.pop("names", ())
    return Norm(
        **{"kind": "duty", "modality": Modality.MUST, **more},
        citation=cited(article, start),
        action=action,
        action_words=words(),
        bearer=Who(role=bearer, names=bearers) if bearer else None,
        beneficiary=Who(role=to, names=beneficiaries) if to else None,
    )


def forbids(action: Action, *conduct: EventPattern, start: int = 0, **more: Any) -> Norm:
    return norm(
        action,
        more.pop("article", "8"),
        start=start,
        kind="prohibition",
        modality=Modality.MUST_NOT,
        conduct=conduct,
        **{"bearer": Role.EACH_PARTY, **more},
    )


def counts(pattern: EventPattern, *kinds: str, article: str = "6", **more: Any) -> CountsAs:
    return CountsAs(
        citation=cited(article, more.pop("start", 0)), pattern=pattern, as_kinds=kinds, **more
    )


def in_force(by: str = "signature", **more: Any) -> EntryIntoForce:
    return EntryIntoForce(citation=cited("heading"), by=by, **more)


def figure(value: int | str, unit: str = "parties") -> Number:
    return Number(value=value, unit=unit)


ATTACK = of("attack", interests=EITHER)
AGGRESSION = of("aggression", as_counted=True)
ASSIST = norm(
    Action.ASSIST, "6", to=Role.ATTACKED_PARTY, triggers=(ATTACK, AGGRESSION), aim=words("restore")
)
COMBAT = norm(Action.COMBAT_TERRORISM, "4", triggers=(of("terrorism", "organised_crime"),))
PREVENT = norm(
    Action.PREVENT_OR_SETTLE_REBELLION, "5", triggers=(of("rebellion", "threat", interests=BOTH),)
)
COUNTED = (
    counts(ATTACK, "aggression", start=1),
    counts(
        of("attack", target=Target.FORCES_OF_PARTY),
        "aggression",
        article="7",
        includes=True,
    ),
    counts(
        of("attack", assets=(Asset.SHIPS, Asset.AIRCRAFT), place=limit("any place", anywhere=True)),
        "aggression",
        article="7",
        includes=True,
        start=1,
    ),
)
NO_FORCE = forbids(
    Action.REFRAIN_FROM_FORCE,
    of("threat_of_force", "use_of_force", "aggression", target=Target.OTHER_PARTY),
)
NO_BLOCKADE = forbids(
    Action.REFRAIN_FROM_FORCE,
    of(
        "blockade",
        target=Target.OTHER_PARTY,
        assets=(Asset.PORTS, Asset.ROADS, Asset.COASTS, Asset.INFRASTRUCTURE),
        qualities=(Quality.ARMED_FORCES_USED,),
    ),
    start=1,
)
NO_LENDING = forbids(
    Action.DENY_TERRITORY,
    of(
        "attack",
        target=Target.OTHER_PARTY_OR_THIRD_STATE,
        qualities=(Quality.FROM_TERRITORY_AT_DISPOSAL,),
    ),
    start=2,
)
NO_GROUPS = forbids(
    Action.DENY_TERRITORY,
    of("toleration_of_armed_groups", target=None, author=Author.PARTY),
    start=3,
)
ACCESSION = Accession(citation=cited("11"), number=figure("all"))
WITHDRAWAL = Withdrawal(citation=cited("12"), number=figure(6, "months"))
STANDING = norm(Action.COOPERATE, "9")
PURPOSE = Purpose(citation=cited("1"), aim=words("an architecture of collective defence"))
PROVISIONS: tuple[Provision, ...] = (
    PURPOSE,
    in_force(),
    COMBAT,
    PREVENT,
    ASSIST,
    *COUNTED,
    NO_FORCE,
    NO_BLOCKADE,
    NO_LENDING,
    NO_GROUPS,
    STANDING,
    ACCESSION,
    WITHDRAWAL,
)


def act(party: str, done: Act, day: date | None) -> ActOn:
    return ActOn(party=party, act=done, earliest=day, latest=day, words=words())


def treaty(
    *provisions: Provision,
    name: str = "liptako-gourma",
    parties: tuple[str, ...] = PARTIES,
    acts: tuple[ActOn, ...] | None = None,
) -> Treaty:
    """A treaty with these provisions, signed by its parties on 16 September 2023."""
    signed = tuple(act(each, Act.SIGNATURE, SIGNED) for each in parties)
    return Treaty(
        name=name,
        title=name.title(),
        short_name=None,
        parties=parties,
        acts=signed if acts is None else acts,
        provisions=provisions,
    )


def simple(*provisions: Provision, **more: Any) -> Treaty:
    """A treaty with these provisions that is in force on signature."""
    return treaty(in_force(), *provisions, **more)


LIPTAKO = treaty(*PROVISIONS)


def event(
    kind: str,
    *struck: str | Struck,
    by: str | tuple[str, ...] | None = (),
    on: Day | date = OCTOBER,
    label: str = "it",
    **more: Any,
) -> Event:
    """An event; ``by`` is one author, several, or ``None`` where it is not known who did it."""
    return Event(
        label,
        kind,
        Day.on(on) if isinstance(on, date) else on,
        (by,) if isinstance(by, str) else by,
        tuple(each if isinstance(each, Struck) else Struck(each) for each in struck),
        **more,
    )


def attack(on_whom: str = NIGER, by: str | tuple[str, ...] | None = ECOWAS, **more: Any) -> Event:
    return event("armed_attack", on_whom, by=by, **more)


def world(*events: Event, facts: dict[Claim, bool] | None = None, **more: Any) -> World:
    return World(actors=ACTORS, events=events, facts=facts or {}, **more)


def outcome(rules: Treaty | tuple[Treaty, ...], *events: Event, **more: Any) -> Outcome:
    """What follows from the events under one treaty or several."""
    treaties = rules if isinstance(rules, tuple) else (rules,)
    explain = more.pop("explain", True)
    return evaluate(plan(treaties), world(*events, **more), explain=explain)


NO_TERROR: dict[Claim, bool] = {IsKind("it", "terrorism"): False}
"""Nothing is owed against terrorism, whoever did it."""


def rows(found: Outcome, sort: str = "duties") -> dict[tuple[str, str | None, str | None], str]:
    """The states of an outcome's rows by bearer, beneficiary and article; no two may be alike."""
    listed = getattr(found, sort)
    by_key = {(each.bearer, each.beneficiary, each.article): each.state.value for each in listed}
    assert len(by_key) == len(listed), "two rows would be told as one"
    return by_key
