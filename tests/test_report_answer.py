"""The answer in short: true of every row it speaks of, short, and never silent on a doubt."""

from dataclasses import replace

import pytest
from runs import ATTACK, attack, case, help_given, run

from charter.engine.run import Run
from charter.findings.claims import IsKind
from charter.findings.outcome import Conflict, State
from charter.report.answer import MOST_SENTENCES, alike, in_short
from charter.rules.terms import Modality


def told(found: Run) -> str:
    return str(in_short(found).text).removeprefix("In short: ").partition(" Another reading")[0]


def with_states(found: Run, *states: State) -> Run:
    """The run with its first duty once in each state, each borne by a party of its own."""
    duty = found.outcome.duties[0]
    rows = tuple(
        replace(duty, bearer=f"Party {number}", state=state) for number, state in enumerate(states)
    )
    return replace(found, outcome=replace(found.outcome, duties=rows))


def test_those_who_owe_the_same_stand_in_one_sentence():
    assert told(run()) == (
        "Burkina Faso and Mali owe Niger assistance, including armed force (Article 6)."
    )


def test_what_is_done_is_told_after_what_is_owed():
    assert told(run(case(performances=(help_given(),)))) == (
        "Burkina Faso owes Niger assistance, including armed force (Article 6). "
        "What Mali owed Niger is performed: assistance, including armed force (Article 6)."
    )


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.OWED, "Party 0 owes Niger assistance"),
        (State.UNDETERMINED, "Whether Party 0 owes Niger assistance"),
        (State.PERFORMED, "What Party 0 owed Niger is performed"),
        (State.BREACHED, "What Party 0 owed Niger is not performed"),
        (State.EXCUSED, "What Party 0 owed Niger is excused"),
        (State.SUSPENDED, "What Party 0 owed Niger is suspended"),
        (State.ENDED, "What Party 0 owed Niger has ended"),
    ],
)
def test_every_state_is_told(state, words):
    assert told(with_states(run(), state)).startswith(words)


def test_nobody_owes_anything_for_the_closest_reason():
    assert told(run(case(attack("Guinea")))) == (
        "Nobody owes anything, because Guinea is not a party to AES."
    )


def test_where_the_reasons_differ_none_is_told_as_the_reason():
    both = (attack("Guinea"), replace(attack(kind="coup"), label="the coup"))
    assert told(run(case(*both))) == "Nobody owes anything."


def test_what_several_depend_on_is_told_of_each():
    facts = {IsKind(ATTACK, "terrorism"): False}
    assert told(run(case(attack(author=None), facts=facts))).startswith(
        "Whether Burkina Faso and Mali owe Niger assistance, including armed force (Article 6), "
        "depends on whether each of them is the author of the intervention."
    )


def test_parties_that_owe_on_account_of_other_events_are_not_put_together():
    by_mali = replace(attack(author="Mali"), label="the raid")
    assert told(run(case(attack(), by_mali))).startswith(
        "Burkina Faso owes Niger assistance, including armed force (Article 6), on account of the "
        "intervention and the raid. "
        "Mali owes Niger assistance, including armed force (Article 6), on account of the "
        "intervention. Mali breaches Article 8(1), on account of the raid."
    )


def test_a_group_says_nothing_that_its_rows_do_not():
    by_mali = replace(attack(author="Mali"), label="the raid")
    rows = run(case(attack(), by_mali, replace(attack("Mali"), label="the siege"))).outcome.duties
    groups = alike(rows)
    assert sum(len(group.rows) for group in groups) == len(rows)
    for group in groups:
        pairs = {(row.bearer, row.event) for row in group.rows}
        assert pairs == {(who, event) for who in group.bearers for event in group.events}


def test_more_than_a_few_sentences_are_counted():
    many = tuple(State.OWED for _ in range(MOST_SENTENCES + 2))
    found = with_states(run(), *many)
    apart = tuple(
        replace(row, beneficiary=f"Ally {number}")
        for number, row in enumerate(found.outcome.duties)
    )
    said = told(replace(found, outcome=replace(found.outcome, duties=apart)))
    assert said.count(" owes Ally ") == MOST_SENTENCES
    assert said.endswith("2 more answers stand below.")


def test_a_duty_that_is_only_declared_is_told_as_declared():
    found = run()
    duty = found.outcome.duties[0]
    norm = duty.norm.model_copy(update={"modality": Modality.DECLARES})
    outcome = replace(found.outcome, duties=(replace(duty, norm=norm),))
    assert "declares that it would give Niger assistance" in told(replace(found, outcome=outcome))


def test_a_conflict_is_told():
    found = run()
    cited = found.outcome.duties[0].why.cite
    clash = Conflict("Mali", (cited, cited), None)
    said = told(replace(found, outcome=replace(found.outcome, conflicts=(clash,))))
    assert "Mali cannot satisfy both Article 6 of AES and Article 6 of AES." in said


def test_other_readings_are_announced_only_where_they_turn_something():
    assert "Another reading would turn some of this" in str(in_short(run()).text)
    assert "Another reading" not in str(in_short(run(case(attack("Guinea")))).text)
