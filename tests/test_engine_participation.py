"""Who is bound on a day: acts, dates, notices."""

from datetime import date, timedelta

import pytest
from engine_worlds import (
    ACCESSION,
    BURKINA,
    MALI,
    NIGER,
    PARTIES,
    SIGNED,
    TOGO,
    WITHDRAWAL,
    act,
    cited,
    figure,
    in_force,
    simple,
    treaty,
    world,
)

from charter.dates import UNKNOWN_DAY, Day
from charter.engine.participation import bound, participants
from charter.findings.claims import (
    ActDone,
    Consented,
    EnteredIntoForce,
    HappenedOn,
    InForce,
    IsParty,
)
from charter.findings.outcome import Bound
from charter.rules.provision import Accession, EntryIntoForce, Withdrawal
from charter.rules.terms import Act
from charter.rules.treaty import Treaty
from charter.scenario.model import TreatyAct, World
from charter.truth import Truth

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
ONE = timedelta(days=1)
NAME = "liptako-gourma"
RATIFIED = date(2023, 10, 9)
LATE = date(2024, 5, 28)


def at(rules: Treaty, day: date | Day, party: str = MALI, scene: World | None = None) -> Bound:
    when = day if isinstance(day, Day) else Day.on(day)
    return bound(rules, scene or world(), party, when, "it")[0]


def ratified(*done: tuple[str, date | None], **more: object) -> Treaty:
    acts = tuple(act(party, Act.RATIFICATION, day) for party, day in done)
    return treaty(in_force("ratification", **more), acts=acts)


def did(party: str, what: Act, day: date | Day) -> TreatyAct:
    return TreatyAct(party, what, NAME, day if isinstance(day, Day) else Day.on(day))


def ratification(party: str) -> ActDone:
    return ActDone(party, "ratification", NAME, "it")


def test_on_signature_the_treaty_binds_from_the_very_day():
    assert at(simple(), SIGNED - ONE).truth is F
    found = at(simple(), SIGNED)
    assert (found.truth, found.since, found.until, found.act) == (
        T,
        Day.on(SIGNED),
        None,
        "signature",
    )


def test_on_signature_by_all_the_last_signature_counts():
    late = treaty(
        in_force(),
        acts=(
            *(act(each, Act.SIGNATURE, SIGNED) for each in (MALI, NIGER)),
            act(BURKINA, Act.SIGNATURE, LATE),
        ),
    )
    assert at(late, LATE - ONE).truth is F
    assert at(late, LATE).truth is T


def test_before_the_last_stated_ratification_the_answer_is_no_and_then_not_known():
    rules = ratified((MALI, RATIFIED), (BURKINA, LATE), number=figure("all", "ratifications"))
    assert at(rules, LATE - ONE).truth is F
    found = at(rules, LATE)
    assert (found.truth, found.depends_on) == (U, (ratification(NIGER),))
    assert found.since == Day(LATE, None)


def test_a_fact_or_an_act_in_the_scenario_settles_a_ratification_not_known():
    rules = ratified((MALI, RATIFIED), (BURKINA, LATE), (NIGER, None))
    assert at(rules, LATE).depends_on == (ratification(NIGER),)
    assert at(rules, LATE, scene=world(facts={ratification(NIGER): True})).truth is T
    assert at(rules, LATE, scene=world(facts={ratification(NIGER): False})).truth is F
    acts = (did(NIGER, Act.RATIFICATION, LATE + ONE), did(MALI, Act.RATIFICATION, LATE + 2 * ONE))
    assert at(rules, LATE + ONE, scene=world(acts=acts)).truth is F
    assert at(rules, LATE + 2 * ONE, scene=world(acts=acts)).truth is T


def test_acts_towards_another_treaty_do_not_count():
    other = TreatyAct(NIGER, Act.RATIFICATION, "another", Day.on(RATIFIED))
    rules = ratified((MALI, RATIFIED), (BURKINA, RATIFIED))
    assert at(rules, LATE, scene=world(acts=(other,))).truth is U


@pytest.mark.parametrize(
    ("share", "day", "before"),
    [
        (2, LATE, U),
        ("2/3", LATE, U),
        ("majority", LATE, U),
        (1, RATIFIED, F),
        ("1/3", RATIFIED, F),
    ],
)
def test_enough_ratifications_bring_it_into_force_for_those_that_ratified(share, day, before):
    rules = ratified((MALI, RATIFIED), (BURKINA, LATE), number=figure(share))
    assert at(rules, day - ONE).truth is before
    assert at(rules, day).truth is T
    assert at(rules, day, NIGER).depends_on == (ratification(NIGER),)


def test_too_few_ratifications_so_far_leave_open_whether_others_made_up_the_number():
    rules = ratified((MALI, RATIFIED), (BURKINA, LATE), number=figure(2))
    found = at(rules, RATIFIED)
    assert (found.truth, found.depends_on) == (U, (ratification(NIGER),))
    assert found.since == Day(RATIFIED, LATE)


@pytest.mark.parametrize("share", [4, 0, "several", "1/0"])
def test_a_share_that_cannot_be_made_out_leaves_entry_into_force_open(share):
    rules = ratified(*((each, RATIFIED) for each in PARTIES), number=figure(share))
    found = at(rules, LATE)
    assert (found.truth, found.depends_on) == (U, (EnteredIntoForce(NAME, "it"),))
    assert found.since == Day(RATIFIED, None)


def test_only_the_ratifications_named_bring_it_into_force():
    rules = ratified((MALI, RATIFIED), names=(MALI,))
    assert at(rules, RATIFIED).truth is T
    assert at(rules, RATIFIED - ONE).truth is F


def test_a_delay_runs_from_the_last_ratification():
    rules = ratified(*((each, RATIFIED) for each in PARTIES), delay=figure(30, "days"))
    start = RATIFIED + timedelta(days=30)
    assert at(rules, start - ONE).truth is F
    found = at(rules, start)
    assert (found.truth, found.since, found.act) == (T, Day.on(start), "ratification")


@pytest.mark.parametrize("delay", [figure(6, "votes"), figure("some", "days")])
def test_a_delay_that_is_no_period_leaves_entry_open(delay):
    rules = ratified(*((each, RATIFIED) for each in PARTIES), delay=delay)
    assert at(rules, LATE).depends_on == (EnteredIntoForce(NAME, "it"),)


def test_on_a_date_the_treaty_binds_its_parties_whatever_they_signed():
    rules = treaty(in_force("date", date="2024-01-01"), acts=())
    assert at(rules, date(2023, 12, 31)).truth is F
    found = at(rules, date(2024, 1, 1))
    assert (found.truth, found.act) == (T, "signature")
    assert at(treaty(in_force("date"), acts=()), LATE).truth is U


def test_without_a_word_on_entry_into_force_it_is_not_known():
    found = at(treaty(), LATE)
    assert (found.truth, found.depends_on) == (U, (EnteredIntoForce(NAME, "it"),))
    assert found.act == "signature"
    assert at(treaty(acts=()), LATE).act == ""
    facts = {EnteredIntoForce(NAME, "it"): True}
    assert at(treaty(), LATE, scene=world(facts=facts)).truth is T


def test_in_a_closed_world_what_is_not_known_to_be_done_is_not_done():
    rules = ratified((MALI, RATIFIED), (BURKINA, LATE))
    assert at(rules, LATE, scene=world(closed=True)).truth is F
    assert at(simple(), UNKNOWN_DAY, scene=world(closed=True)).truth is F


def test_a_day_not_known_leaves_it_open_and_names_that_day():
    found = at(simple(), UNKNOWN_DAY)
    assert (found.truth, found.depends_on) == (U, (HappenedOn("it"),))
    september = Day.in_month(2023, 9)
    assert at(simple(), september).depends_on == (HappenedOn("it"),)
    assert at(simple(), Day.in_month(2023, 10)).truth is T
    assert at(simple(), Day.in_month(2023, 8)).truth is F


def test_where_the_act_and_the_day_are_both_unsure_both_are_named():
    rules = treaty(in_force(), parties=(MALI,), acts=(act(MALI, Act.SIGNATURE, None),))
    signature = ActDone(MALI, "signature", NAME, "it")
    assert at(rules, Day.in_month(2023, 9)).depends_on == (signature, HappenedOn("it"))


def test_a_state_that_has_done_nothing_is_no_party():
    found = at(simple(), LATE, TOGO)
    assert found == Bound(TOGO, NAME, F, None, None, "", ())


def test_who_accedes_is_bound_from_then_with_the_consent_that_is_asked_for():
    rules = simple(ACCESSION)
    acts = (did(TOGO, Act.ACCESSION, LATE),)
    found = at(rules, LATE, TOGO, world(acts=acts))
    assert (found.truth, found.depends_on, found.since, found.act) == (
        U,
        (Consented(TOGO, NAME),),
        Day.on(LATE),
        "accession",
    )
    given = {Consented(TOGO, NAME): True}
    assert at(rules, LATE, TOGO, world(acts=acts, facts=given)).truth is T
    assert at(rules, LATE - ONE, TOGO, world(acts=acts, facts=given)).truth is F


@pytest.mark.parametrize(
    ("day", "more"),
    [(LATE, {}), (LATE - ONE, {}), (LATE, {"facts": {}, "closed": True})],
)
def test_who_is_refused_consent_is_bound_from_no_day(day, more):
    acts = (did(TOGO, Act.ACCESSION, LATE),)
    scene = world(acts=acts, **{"facts": {Consented(TOGO, NAME): False}, **more})
    refused = ((Consented(TOGO, NAME), F),)
    found = at(simple(ACCESSION), day, TOGO, scene)
    assert found == Bound(TOGO, NAME, F, None, None, "", (), refused)


def test_who_is_stated_not_to_be_bound_is_bound_from_no_day():
    scene = world(facts={InForce(MALI, NAME, "it"): False})
    assert at(simple(), LATE, MALI, scene).since is None
    assert at(simple(), SIGNED - ONE).since == Day.on(SIGNED)


def test_a_treaty_open_to_all_needs_no_consent_and_one_silent_on_accession_does():
    acts = (did(TOGO, Act.ACCESSION, LATE),)
    assert at(simple(Accession(citation=cited("11"))), LATE, TOGO, world(acts=acts)).truth is T
    assert at(simple(), LATE, TOGO, world(acts=acts)).truth is U


def test_consent_is_needed_where_any_sentence_on_accession_asks_for_it():
    open_to_all = Accession(citation=cited("11", 5))
    acts = (did(TOGO, Act.ACCESSION, LATE),)
    for rules in (simple(open_to_all, ACCESSION), simple(ACCESSION, open_to_all)):
        assert at(rules, LATE, TOGO, world(acts=acts)).truth is U


def test_articles_that_disagree_on_entry_into_force_settle_nothing_and_the_heading_does():
    signature, ratification, headed = (
        EntryIntoForce(citation=cited(where), by=by)
        for where, by in (("1", "signature"), ("2", "ratification"), ("heading", "signature"))
    )
    for clauses in ((signature, ratification), (ratification, signature)):
        assert at(treaty(*clauses), LATE).depends_on == (EnteredIntoForce(NAME, "it"),)
        assert at(treaty(*clauses, headed), LATE).truth is T
    assert at(treaty(signature, signature), LATE).truth is T


def test_what_is_said_of_the_act_of_ratifying_disagrees_with_no_entry_into_force():
    signature = EntryIntoForce(citation=cited("1"), by="signature")
    exchange = EntryIntoForce(citation=cited("2"), by="ratification", of="act")
    late = EntryIntoForce(citation=cited("3"), by="ratification", of="later_party")
    assert at(treaty(signature, exchange, late), LATE).truth is T


def test_periods_of_notice_that_disagree_settle_nothing():
    notice = (did(MALI, Act.NOTICE_OF_WITHDRAWAL, SIGNED),)
    year = Withdrawal(citation=cited("12"), number=figure(1, "years"))
    bare = Withdrawal(citation=cited("13"))
    for clauses in ((WITHDRAWAL, year), (year, WITHDRAWAL)):
        assert at(simple(*clauses), LATE, MALI, world(acts=notice)).truth is U
    for clauses in ((WITHDRAWAL, bare), (bare, WITHDRAWAL)):
        assert at(simple(*clauses), LATE, MALI, world(acts=notice)).truth is F


def test_who_must_wait_past_the_end_of_the_calendar_has_not_left():
    for length in (figure(10**4, "years"), figure(10**7, "days")):
        rules = simple(Withdrawal(citation=cited("12"), number=length))
        acts = (did(MALI, Act.NOTICE_OF_WITHDRAWAL, SIGNED),)
        assert at(rules, LATE, MALI, world(acts=acts)).truth is T


def test_a_heading_may_list_a_party_that_came_by_accession():
    rules = treaty(
        in_force(),
        Accession(citation=cited("11")),
        acts=(
            *(act(each, Act.SIGNATURE, SIGNED) for each in (MALI, BURKINA)),
            act(NIGER, Act.ACCESSION, LATE),
        ),
    )
    assert at(rules, SIGNED).truth is T
    assert [at(rules, day, NIGER).truth for day in (LATE - ONE, LATE)] == [F, T]


def test_an_accession_before_entry_into_force_binds_from_entry():
    rules = treaty(in_force(), Accession(citation=cited("11")))
    acts = (did(TOGO, Act.ACCESSION, SIGNED - ONE),)
    assert at(rules, SIGNED - ONE, TOGO, world(acts=acts)).truth is F
    assert at(rules, SIGNED, TOGO, world(acts=acts)).since == Day.on(SIGNED)


@pytest.mark.parametrize(
    ("period", "last"),
    [
        (figure(6, "months"), date(2024, 7, 27)),
        (figure(1, "years"), date(2025, 1, 27)),
        (figure(10, "days"), date(2024, 2, 6)),
    ],
)
def test_a_notice_lets_a_party_out_when_its_period_has_run(period, last):
    rules = simple(Withdrawal(citation=cited("12"), number=period))
    scene = world(acts=(did(MALI, Act.NOTICE_OF_WITHDRAWAL, date(2024, 1, 28)),))
    assert at(rules, last, scene=scene).truth is T
    assert at(rules, last + ONE, scene=scene).truth is F
    assert at(rules, last + ONE, NIGER, scene).truth is T
    assert at(rules, last, scene=scene).until == Day.on(last + ONE)


@pytest.mark.parametrize("clause", [(), (Withdrawal(citation=cited("12")),)])
def test_a_notice_for_which_no_period_is_set_has_an_effect_not_known(clause):
    scene = world(acts=(did(MALI, Act.NOTICE_OF_WITHDRAWAL, LATE),))
    assert at(simple(*clause), LATE - ONE, scene=scene).truth is T
    found = at(simple(*clause), LATE, scene=scene)
    withdrawal = ActDone(MALI, "withdrawal", NAME, "it")
    assert (found.truth, found.depends_on) == (U, (withdrawal,))
    settled = world(acts=scene.acts, facts={withdrawal: False})
    assert at(simple(*clause), LATE, scene=settled).truth is T


def test_a_withdrawal_lets_a_party_out_on_its_day_whatever_was_notified():
    acts = (
        did(MALI, Act.NOTICE_OF_WITHDRAWAL, SIGNED),
        did(MALI, Act.WITHDRAWAL, LATE),
    )
    rules = simple(WITHDRAWAL)
    assert at(rules, LATE - ONE, scene=world(acts=acts)).truth is T
    assert at(rules, LATE, scene=world(acts=acts)).truth is F
    assert (
        at(rules, LATE, scene=world(facts={ActDone(MALI, "withdrawal", NAME, "it"): True})).truth
        is F
    )


def test_facts_on_being_bound_stand_above_the_dates():
    assert at(simple(), LATE, scene=world(facts={InForce(MALI, NAME, "it"): False})).truth is F
    assert at(simple(), LATE, scene=world(facts={IsParty(MALI, NAME): False})).truth is F
    outsider = at(simple(), LATE, TOGO, world(facts={IsParty(TOGO, NAME): True}))
    assert outsider.depends_on == (
        ActDone(TOGO, "accession", NAME, "it"),
        Consented(TOGO, NAME),
    )


def test_participants_are_all_parties_and_whoever_has_acceded():
    assert [each.party for each in participants(simple(), None, Day.on(SIGNED))] == [*PARTIES]
    scene = world(acts=(did(TOGO, Act.ACCESSION, LATE),))
    found = participants(simple(ACCESSION), scene, Day.on(LATE), label="then")
    assert [(each.party, each.truth) for each in found] == [
        *((each, T) for each in PARTIES),
        (TOGO, U),
    ]
    open_heading = participants(treaty(), None, Day.on(SIGNED), label="then")
    assert open_heading[0].depends_on == (EnteredIntoForce(NAME, "then"),)


def test_a_treaty_without_parties_binds_nobody():
    rules = treaty(in_force(), parties=())
    assert participants(rules, None, Day.on(SIGNED)) == ()


def test_half_a_year_after_a_day_not_known_is_a_day_not_known():
    acts = (did(MALI, Act.NOTICE_OF_WITHDRAWAL, Day(None, LATE)),)
    found = at(simple(WITHDRAWAL), LATE, MALI, world(acts=acts))
    assert (found.truth, found.until) == (U, Day(None, date(2024, 11, 28)))
