"""Who owes what to whom: bearers, beneficiaries, conditions, exceptions, refusals."""

from datetime import date

import pytest
from engine_worlds import (
    AGGRESSION,
    ASSIST,
    ATTACK,
    BURKINA,
    COMBAT,
    COUNTED,
    ECOWAS,
    GUINEA,
    LIPTAKO,
    MALI,
    NIGER,
    NO_TERROR,
    PARTIES,
    PREVENT,
    REBELS,
    SIGNED,
    attack,
    cited,
    event,
    limit,
    norm,
    of,
    outcome,
    rows,
    simple,
    treaty,
    when,
    words,
)

from charter.dates import UNKNOWN_DAY, Day
from charter.findings.claims import (
    AuthorIs,
    AuthorOfSort,
    EnteredIntoForce,
    HappenedOn,
    HasQuality,
    InForce,
    Infringes,
    IsKind,
    IsParty,
    Met,
    Strikes,
    Within,
)
from charter.rules.model import Words
from charter.rules.provision import EntryIntoForce, Norm, Unread
from charter.rules.terms import (
    Act,
    Action,
    Asset,
    Author,
    ConditionKind,
    Interest,
    Modality,
    Quality,
    Role,
    Target,
)
from charter.scenario.model import Membership, Struck, TreatyAct

NAME = "liptako-gourma"


def assist(**more: object) -> Norm:
    return norm(Action.ASSIST, "6", to=Role.ATTACKED_PARTY, **{"triggers": (ATTACK,), **more})


def owing(provision: Norm, *events: object, **more: object) -> dict:
    return rows(outcome(simple(provision), *events, **more))


def test_an_attack_on_one_party_is_for_the_others_to_help():
    found = outcome(LIPTAKO, attack())
    assert rows(found) == {(BURKINA, NIGER, "6"): "owed", (MALI, NIGER, "6"): "owed"}
    assert found.duties[0].since == date(2023, 10, 2)
    assert (found.prohibitions, found.breaches, found.conflicts) == ((), (), ())


def test_before_the_signing_nobody_owes_anything_for_the_treaty_is_not_in_force():
    found = outcome(LIPTAKO, attack(on=date(2023, 9, 9)))
    assert rows(found) == {}
    refused = [each for each in found.refusals if each.beneficiary == NIGER]
    assert InForce(MALI, NAME, "it") in {each.claim for row in refused for each in row.failing}


def test_on_a_day_not_known_help_depends_on_that_day():
    found = outcome(LIPTAKO, attack(on=UNKNOWN_DAY))
    assert set(rows(found).values()) == {"undetermined"}
    assert found.duties[0].depends_on == (HappenedOn("it"),)
    assert found.duties[0].since is None


def test_an_attack_on_a_third_state_is_no_matter_of_the_treaty():
    found = outcome(LIPTAKO, attack(GUINEA))
    assert rows(found) == {}
    refused = [each for each in found.refusals if each.beneficiary == GUINEA]
    assert {each.bearer for each in refused} == set(PARTIES)
    for each in refused:
        assert IsParty(GUINEA, NAME) in {step.claim for step in each.failing}


def test_the_attacker_owes_no_help_against_itself():
    found = outcome(LIPTAKO, attack(by=MALI))
    assert rows(found) == {(BURKINA, NIGER, "6"): "owed"}
    refused = next(each for each in found.refusals if (each.bearer, each.article) == (MALI, "6"))
    assert [(step.claim, step.negated) for step in refused.failing] == [
        (AuthorIs("it", MALI), True)
    ]


def test_a_member_of_the_attacking_organisation_owes_help_unless_it_took_part():
    members = tuple(Membership(each, ECOWAS) for each in PARTIES)
    assert len(rows(outcome(LIPTAKO, attack(), memberships=members))) == 2
    assert len(rows(outcome(LIPTAKO, attack(by=(ECOWAS, MALI)), memberships=members))) == 1


def test_who_might_itself_be_the_author_owes_undetermined_unless_that_is_excluded():
    found = outcome(LIPTAKO, attack(by=None), facts={AuthorIs("it", BURKINA): False, **NO_TERROR})
    assert rows(found) == {(BURKINA, NIGER, "6"): "owed", (MALI, NIGER, "6"): "undetermined"}
    mali = next(each for each in found.duties if each.bearer == MALI)
    assert mali.depends_on == (AuthorIs("it", MALI),)


@pytest.mark.parametrize(
    ("sort", "value"), [(Author.PARTY, False), (Author.STATE, False), (Author.NON_STATE, True)]
)
def test_the_stated_sort_of_an_author_not_known_excludes_who_is_not_of_it(sort, value):
    facts = {AuthorOfSort("it", sort, "liptako-gourma"): value}
    found = outcome(LIPTAKO, attack(by=None), facts={**facts, **NO_TERROR})
    assert rows(found) == {(BURKINA, NIGER, "6"): "owed", (MALI, NIGER, "6"): "owed"}
    assert not found.prohibitions
    contrary = dict.fromkeys(facts, not value)
    assert "owed" not in rows(outcome(LIPTAKO, attack(by=None), facts=contrary)).values()


def test_who_may_be_no_party_is_not_excluded_by_the_author_being_none():
    facts = {AuthorOfSort("it", Author.PARTY, "liptako-gourma"): False}
    unsettled = treaty(EntryIntoForce(citation=cited("heading"), by="ratification"), ASSIST)
    found = outcome(unsettled, attack(by=None), facts=facts)
    assert all(AuthorIs("it", row.bearer) in row.depends_on for row in found.duties)


def test_co_victims_owe_each_other_where_the_words_bind_all():
    two = event("armed_attack", NIGER, MALI, by=GUINEA)
    assert set(rows(outcome(LIPTAKO, two))) == {
        (MALI, NIGER, "6"),
        (NIGER, MALI, "6"),
        (BURKINA, NIGER, "6"),
        (BURKINA, MALI, "6"),
    }


def test_co_victims_owe_each_other_nothing_where_the_words_bind_the_others():
    two = event("armed_attack", NIGER, MALI, by=GUINEA)
    found = outcome(simple(assist(bearer=Role.OTHER_PARTIES)), two)
    assert set(rows(found)) == {(BURKINA, NIGER, "6"), (BURKINA, MALI, "6")}
    refused = next(each for each in found.refusals if each.bearer == MALI)
    assert [(step.claim, step.negated) for step in refused.failing] == [(Strikes("it", MALI), True)]


def test_a_lost_aircraft_abroad_is_an_aggression_by_inclusion():
    found = outcome(LIPTAKO, event("armed_attack", Struck(MALI, Asset.AIRCRAFT), by=GUINEA))
    assert set(rows(found)) == {(BURKINA, MALI, "6"), (NIGER, MALI, "6")}
    assert set(rows(found).values()) == {"owed"}


@pytest.mark.parametrize("asset", [Asset.PORTS, Asset.ROADS, Asset.COASTS, Asset.INFRASTRUCTURE])
def test_what_stands_fast_on_a_partys_territory_is_struck_there(asset):
    found = outcome(LIPTAKO, event("armed_attack", Struck(MALI, asset), by=GUINEA))
    assert set(rows(found).values()) == {"owed"}


def test_where_the_attack_is_on_ships_alone_it_depends_on_the_interests_infringed():
    found = outcome(simple(ASSIST), event("armed_attack", Struck(MALI, Asset.SHIPS), by=GUINEA))
    assert set(rows(found).values()) == {"undetermined"}
    assert found.duties[0].depends_on == (
        Infringes("it", Interest.SOVEREIGNTY, MALI),
        Infringes("it", Interest.TERRITORIAL_INTEGRITY, MALI),
    )


def test_a_rebellion_is_for_each_party_to_settle_the_one_concerned_included():
    found = outcome(LIPTAKO, event("rebellion", MALI, by=REBELS))
    assert rows(found) == {(each, None, "5"): "owed" for each in PARTIES}
    told = outcome(
        simple(PREVENT.model_copy(update={"beneficiary": assist().beneficiary})),
        event("rebellion", MALI, by=REBELS),
    )
    assert set(rows(told)) == {(BURKINA, MALI, "5"), (NIGER, MALI, "5"), (MALI, None, "5")}


def test_an_attack_that_has_happened_is_no_threat():
    assert {article for _, _, article in rows(outcome(LIPTAKO, attack()))} == {"6"}


def test_terrorism_is_for_each_party_to_combat_the_author_too():
    found = outcome(simple(COMBAT), event("terrorism", NIGER, by=None))
    assert set(rows(found).values()) == {"owed"}


def test_one_duty_for_several_victims_is_one_row():
    found = outcome(LIPTAKO, event("rebellion", MALI, NIGER, by=REBELS))
    assert rows(found) == {(each, None, "5"): "owed" for each in PARTIES}
    assert len(found.duties) == 3


@pytest.mark.parametrize(
    ("bearer", "names", "expected"),
    [
        (Role.EACH_PARTY, (), set(PARTIES)),
        (Role.ONE_PARTY, (), set(PARTIES)),
        (Role.OTHER_PARTIES, (), {BURKINA, MALI}),
        (Role.ATTACKED_PARTY, (), {NIGER}),
        (Role.NAMED, (MALI,), {MALI}),
        (Role.NAMED, (GUINEA,), set()),
        (Role.ORGAN, ("the Council",), {"the Council"}),
        (Role.THIRD_STATES, (), set()),
        (Role.OTHERS, (), set()),
        (Role.EACH_OTHER, (), set()),
        (None, (), set()),
    ],
)
def test_the_words_say_who_bears_a_duty(bearer, names, expected):
    told = norm(Action.REPORT, triggers=(of("attack"),), bearer=bearer, bearers=names)
    assert {each for each, _, _ in owing(told, attack())} == expected


def test_an_organ_owes_nothing_before_the_treaty_is_in_force():
    told = norm(
        Action.REPORT,
        triggers=(of("attack", target=None),),
        bearer=Role.ORGAN,
        bearers=("the Council",),
    )
    found = outcome(simple(told), attack(on=date(2023, 9, 9)))
    assert rows(found) == {}
    assert [step.claim for step in found.refusals[0].failing] == [EnteredIntoForce(NAME, "it")]


@pytest.mark.parametrize(
    ("to", "names", "expected"),
    [
        (None, (), {None}),
        (Role.ALL_PARTIES, (), {None}),
        (Role.THIRD_STATES, (), {None}),
        (Role.ORGAN, ("the Council",), {"the Council"}),
        (Role.ORGAN, (), {None}),
        (Role.NAMED, (GUINEA, MALI), {GUINEA}),
        (Role.EACH_OTHER, (), {NIGER, BURKINA}),
        (Role.ATTACKED_PARTY, (), {NIGER}),
        (Role.ONE_PARTY, (), {NIGER}),
    ],
)
def test_the_words_say_to_whom_a_duty_is_owed(to, names, expected):
    told = norm(
        Action.CONSULT,
        triggers=(of("attack"),),
        to=to,
        names=names,
        bearer=Role.NAMED,
        bearers=(MALI,),
    )
    assert {to for _, to, _ in owing(told, attack())} == expected


@pytest.mark.parametrize("to", [None, Role.EACH_OTHER, Role.ALL_PARTIES, Role.OTHER_PARTIES])
def test_help_is_owed_to_the_one_attacked_however_the_words_put_it(to):
    told = norm(Action.ASSIST, triggers=(of("attack"),), to=to)
    assert set(owing(told, attack())) == {(BURKINA, NIGER, "6"), (MALI, NIGER, "6")}


def test_a_guarantee_may_be_owed_to_a_state_that_is_no_party():
    told = norm(
        Action.GUARANTEE,
        to=Role.NAMED,
        names=(GUINEA,),
        triggers=(of("attack", target=Target.NAMED, target_names=(GUINEA,)),),
    )
    assert set(owing(told, attack(GUINEA))) == {(each, GUINEA, "6") for each in PARTIES}
    assert owing(told, attack(NIGER)) == {}
    unnamed = norm(Action.GUARANTEE, triggers=(of("attack", target=Target.ANY),))
    assert set(owing(unnamed, attack(GUINEA))) == {(each, GUINEA, "6") for each in PARTIES}


def test_help_after_a_disaster_is_owed_to_nobody_in_particular():
    told = norm(Action.ASSIST, triggers=(of("disaster", target=None),))
    assert set(owing(told, event("disaster"))) == {(each, None, "6") for each in PARTIES}


def test_a_beneficiary_must_be_a_party_where_the_words_say_party():
    told = assist(triggers=(of("attack", target=Target.ANY),))
    assert owing(told, attack(GUINEA)) == {}
    assert len(owing(told, attack(NIGER))) == 2


def test_any_one_trigger_suffices_and_all_are_shown():
    told = assist(triggers=(of("attack"), of("use_of_force"), of("sanctions")))
    found = outcome(simple(told), attack())
    choice = next(each for each in found.duties[0].why.premises if each.any_of)
    assert [each.truth.value for each in choice.premises] == ["true", "true", "false"]


def test_standing_norms_give_no_rows():
    assert owing(norm(Action.COOPERATE), attack()) == {}


@pytest.mark.parametrize(
    ("kind", "modality", "sort"),
    [
        ("duty", Modality.MUST, "duties"),
        ("declaration", Modality.DECLARES, "duties"),
        ("disputes", Modality.MUST, "duties"),
        ("permission", Modality.MAY, "permissions"),
        ("prohibition", Modality.MUST_NOT, "prohibitions"),
    ],
)
def test_each_sort_of_norm_has_its_place(kind, modality, sort):
    told = assist(kind=kind, modality=modality)
    found = outcome(simple(told), attack())
    assert rows(found, sort) == {(BURKINA, NIGER, "6"): "owed", (MALI, NIGER, "6"): "owed"}


def states(told: Norm, *events: object, **more: object) -> set[str]:
    return set(owing(told, *(events or (attack(),)), **more).values())


def test_a_condition_in_words_turns_on_those_words():
    told = assist(conditions=(when(ConditionKind.OTHER, "if the  Council sees fit"),))
    found = outcome(simple(told), attack())
    wanted = Met("it", ConditionKind.OTHER, "if the  Council sees fit")
    assert found.duties[0].depends_on == (wanted,)
    said = Met("it", ConditionKind.OTHER, "If the Council sees fit")
    assert states(told, facts={said: True}) == {"owed"}
    assert states(told, facts={said: False}) == set()
    assert states(told, closed=True) == set()


def test_a_fact_may_leave_out_the_words_of_a_known_condition():
    told = assist(conditions=(when(ConditionKind.AFTER_CONSULTATION, "having consulted"),))
    assert states(told, facts={Met("it", ConditionKind.AFTER_CONSULTATION, ""): True}) == {"owed"}


def test_a_request_is_one_by_the_victim():
    told = assist(conditions=(when(ConditionKind.ON_REQUEST, "at its request"),))
    by_niger = Met("it", ConditionKind.ON_REQUEST, "at its request", NIGER)
    assert outcome(simple(told), attack()).duties[0].depends_on == (by_niger,)
    assert states(told, facts={by_niger: True}) == {"owed"}
    by_anybody = Met("it", ConditionKind.ON_REQUEST, "at its request")
    assert states(told, facts={by_anybody: True}) == {"owed"}
    by_guinea = Met("it", ConditionKind.ON_REQUEST, "at its request", GUINEA)
    assert states(told, facts={by_guinea: True}) == {"undetermined"}


def test_for_several_victims_any_request_counts():
    told = norm(
        Action.CONSULT,
        triggers=(of("attack"),),
        conditions=(when(ConditionKind.ON_REQUEST, "at its request"),),
    )
    two = event("attack", NIGER, MALI)
    by_mali = Met("it", ConditionKind.ON_REQUEST, "at its request", MALI)
    assert states(told, two, facts={by_mali: True}) == {"owed"}
    assert states(told, two, facts={by_mali: False}) == {"undetermined"}


def test_an_attack_must_be_unprovoked_where_the_words_say_so():
    told = assist(conditions=(when(ConditionKind.UNPROVOKED),))
    assert states(told) == {"undetermined"}
    assert states(told, facts={HasQuality("it", Quality.UNPROVOKED): True}) == {"owed"}
    negated = assist(conditions=(when(ConditionKind.UNPROVOKED, negated=True),))
    assert states(negated, facts={HasQuality("it", Quality.UNPROVOKED): True}) == set()


def test_an_aggressor_that_is_a_party_may_be_left_out():
    told = assist(conditions=(when(ConditionKind.AGGRESSOR_NOT_PARTY),))
    assert states(told) == {"owed"}
    assert states(told, attack(by=MALI)) == set()
    found = outcome(simple(told), attack(by=None))
    assert AuthorOfSort("it", Author.PARTY, NAME) in found.duties[0].depends_on


@pytest.mark.parametrize(
    "kind", [ConditionKind.UN_CHARTER, ConditionKind.OWN_CONSTITUTIONAL_PROCESS]
)
def test_some_conditions_do_not_gate(kind):
    assert states(assist(conditions=(when(kind),), exceptions=(when(kind),))) == {"owed"}


def test_an_exception_that_holds_excuses_and_shows_in_the_derivation():
    told = assist(exceptions=(when(ConditionKind.UNPROVOKED, negated=True),))
    provoked = {HasQuality("it", Quality.UNPROVOKED): False}
    found = outcome(simple(told), attack(), facts=provoked)
    assert {each.state.value for each in found.duties} == {"excused"}
    defeat = found.duties[0].why.premises[-1]
    assert defeat.claim == HasQuality("it", Quality.UNPROVOKED)
    assert states(told) == {"undetermined"}
    assert states(told, facts={HasQuality("it", Quality.UNPROVOKED): True}) == {"owed"}


def test_an_exception_leaves_nothing_of_a_duty_that_was_not_sure():
    told = assist(exceptions=(when(ConditionKind.OTHER, "unless so"),))
    facts = {Met("it", ConditionKind.OTHER, "unless so"): True}
    found = outcome(simple(told), attack(by=None), facts=facts)
    assert rows(found) == {}
    assert [step.claim for step in found.refusals[0].failing] == [
        Met("it", ConditionKind.OTHER, "unless so")
    ]


def test_a_norm_may_hold_in_an_area_only():
    told = assist(place=limit("the border region"))
    assert states(told, facts={Within("it", None, "the border region"): True}) == {"owed"}
    assert states(told) == {"undetermined"}
    assert states(assist(place=limit("any place", anywhere=True))) == {"owed"}


def unread(text: str) -> Words:
    return words(text)


def test_a_result_is_tainted_by_unread_words_of_its_own_rules_and_articles():
    told = assist(unread=(unread("promptly"),), triggers=(ATTACK, AGGRESSION))
    by_seven = COUNTED[2].model_copy(update={"unread": (unread("as the case may be"),)})
    sentence = Unread(citation=cited("6", 77), stopped_at=words("whatever"))
    elsewhere = Unread(citation=cited("9", 88), stopped_at=words("whatever"))
    rules = simple(told, by_seven, sentence, elsewhere)
    aircraft = event("armed_attack", Struck(NIGER, Asset.AIRCRAFT), by=GUINEA)
    by_both = outcome(rules, aircraft).duties[0].tainted_by
    assert [each.text for each in by_both] == ["promptly", "article 6", "as the case may be"]
    by_six_alone = outcome(rules, attack()).duties[0].tainted_by
    assert [each.text for each in by_six_alone] == ["promptly", "article 6"]


def test_unread_words_on_entry_into_force_taint_whatever_rests_on_it():
    entry = EntryIntoForce(citation=cited("15"), by="signature", unread=(unread("by all"),))
    found = outcome(treaty(entry, assist()), attack())
    assert [each.text for each in found.duties[0].tainted_by] == ["by all"]


def test_without_explanation_the_rows_are_the_same_and_come_alone():
    by_party = attack(by=MALI)
    full, bare = outcome(LIPTAKO, by_party), outcome(LIPTAKO, by_party, explain=False)
    assert rows(full) == rows(bare)
    assert {each.why for each in bare.duties} == {None}
    assert (bare.refusals, bare.bound) == ((), full.bound)


def test_refusals_name_the_kind_that_an_event_is_not():
    found = outcome(LIPTAKO, event("sanctions", NIGER, by=ECOWAS))
    assert rows(found) == {}
    refused = next(each for each in found.refusals if (each.bearer, each.article) == (MALI, "6"))
    assert IsKind("it", "attack") in {step.claim for step in refused.failing}


def test_after_six_months_notice_who_left_neither_owes_nor_is_owed():
    notice = TreatyAct(MALI, Act.NOTICE_OF_WITHDRAWAL, NAME, Day.on(SIGNED))
    during = outcome(LIPTAKO, attack(on=date(2024, 3, 15)), acts=(notice,))
    assert len(rows(during)) == 2
    after = outcome(LIPTAKO, attack(on=date(2024, 3, 16)), acts=(notice,))
    assert set(rows(after)) == {(BURKINA, NIGER, "6")}
    assert rows(outcome(LIPTAKO, attack(MALI, on=date(2024, 3, 16)), acts=(notice,))) == {}


def test_every_party_has_its_standing_on_the_day_of_each_event():
    found = outcome(LIPTAKO, attack(label="one"), attack(label="two", on=date(2023, 9, 1)))
    assert [(label, each.party, each.truth.value) for label, each in found.bound] == [
        *(("one", each, "true") for each in PARTIES),
        *(("two", each, "false") for each in PARTIES),
    ]


def test_several_treaties_run_side_by_side():
    other = simple(assist(), name="another", parties=(NIGER, GUINEA))
    found = outcome((LIPTAKO, other), attack(by=ECOWAS))
    assert {(each.treaty, each.bearer) for each in found.duties} == {
        (NAME, MALI),
        (NAME, BURKINA),
        ("another", GUINEA),
    }
