"""Nothing binds before entry into force; a day before and a day after differ."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given
from hypothesis import strategies as st
from laws import answer, cases, law, listed
from pacts import pact

from charter.dates import Day
from charter.findings.claims import ActDone, EnteredIntoForce, InForce
from charter.findings.outcome import State
from charter.rules.model import Number
from charter.rules.provision import Accession, EntryIntoForce, Withdrawal
from charter.rules.terms import Act, Role, Unit
from charter.scenario.model import Event, Struck, TreatyAct, World
from charter.testing.strategies.cast import GROUP, OUTSIDER, STATES, dates, early
from charter.testing.strategies.treaties import cite
from charter.testing.strategies.worlds import cast_of
from charter.truth import Truth

ONE = timedelta(days=1)
ALL = Number(value="all", unit=Unit.RATIFICATIONS)
OPEN = Accession(citation=cite(8))
DECIDING = (ActDone, EnteredIntoForce, InForce)


def owing(rules, day, *acts, party=STATES[0]):
    """The parties that owe help when another party is attacked on a day."""
    event = Event("the attack", "armed_attack", Day.on(day), (GROUP,), (Struck(party),))
    world = World(actors=cast_of(rules), events=(event,), acts=acts)
    return {each.bearer for each in answer(rules, world).duties if each.state is State.OWED}


@law(60)
@given(cases(), st.sampled_from((Act.SIGNATURE, Act.RATIFICATION)))
def test_nothing_binds_before_all_have_done_what_entry_into_force_takes(case, act):
    treaty, world = case
    entry = EntryIntoForce(citation=cite(None), by=str(act), number=ALL)
    others = (each for each in treaty.provisions if not isinstance(each, EntryIntoForce))
    treaty = treaty.model_copy(update={"provisions": (entry, *others)})
    facts = {claim: said for claim, said in world.facts.items() if not isinstance(claim, DECIDING)}
    world = replace(world, facts=facts, acts=())
    acceded = {each.party for each in treaty.acts if each.act is Act.ACCESSION}
    done = [each for each in treaty.acts if each.act is act and each.party not in acceded]
    days = [each.earliest for each in done if each.earliest]
    assume(days)
    early = {each.label for each in world.events if each.day.latest and each.day.latest < max(days)}
    found = answer(treaty, world)
    assert not [row for row in listed(found) if row.event in early]
    assert not [
        bound for event, bound in found.bound if event in early and bound.truth is Truth.TRUE
    ]


@law(40)
@given(early(), st.sampled_from((Role.ALL_PARTIES, Role.OTHER_PARTIES)))
def test_the_day_before_signature_and_the_day_of_it_differ(signed, role):
    rules = pact(role, Day.on(signed), STATES[:3])
    assert owing(rules, signed - ONE) == set()
    assert owing(rules, signed) == owing(rules, signed + ONE) == set(STATES[1:3])


@law(40)
@given(early(), dates(), st.integers(1, 7))
def test_the_day_before_withdrawal_takes_effect_and_the_day_of_it_differ(signed, notice, months):
    assume(notice >= signed)
    period = Withdrawal(citation=cite(9), number=Number(value=months, unit=Unit.MONTHS))
    rules = pact(Role.ALL_PARTIES, Day.on(signed), STATES[:3], period)
    leaver = STATES[2]
    done = TreatyAct(leaver, Act.NOTICE_OF_WITHDRAWAL, rules.name, Day.on(notice))
    month = notice.month - 1 + months
    left = notice.replace(year=notice.year + month // 12, month=month % 12 + 1, day=1)
    left += timedelta(days=min(notice.day, _length(left)) - 1)
    assert leaver in owing(rules, left - ONE, done)
    assert leaver not in owing(rules, left, done)


def _length(first):
    return ((first + timedelta(days=31)).replace(day=1) - first).days


@law(40)
@given(early(), dates())
def test_the_day_before_accession_and_the_day_of_it_differ(signed, joined):
    assume(joined > signed)
    rules = pact(Role.ALL_PARTIES, Day.on(signed), STATES[:2], OPEN)
    done = TreatyAct(OUTSIDER, Act.ACCESSION, rules.name, Day.on(joined))
    assert OUTSIDER not in owing(rules, joined - ONE, done)
    assert OUTSIDER in owing(rules, joined, done)
