"""Cases run under readings: what is asked for, what turns, and files that change meanwhile."""

import pytest
import runs

from charter.cli.guard import status
from charter.diagnostics import Refused
from charter.engine.run import DEFAULT, load_treaties, run_case, run_once, unchosen
from charter.findings.outcome import State

PACT = """Charter: Pact
Parties: Mali, Niger
Signed: 1 January 2020
In force: on signature

Article 1. Help
  If an armed attack occurs against a Party, the other Parties shall assist it.
"""


ATTACK = """Scenario: Togo attacks Niger
Charters: liptako-gourma
When
  on 2 October 2023, Togo launches an armed attack on Niger (the attack).
"""


def test_a_reading_that_no_charter_has_is_refused_with_the_closest_one(tmp_path):
    with pytest.raises(Refused, match="did you mean `both interests`"):
        run_once(runs.case(), tmp_path, reading="both interest")


def test_a_reading_that_is_like_none_is_refused_with_all_there_are(tmp_path):
    with pytest.raises(Refused, match="the readings are: `either interest suffices`, `both"):
        run_once(runs.case(), tmp_path, reading="xyz")


def test_a_charter_without_readings_says_that_it_has_none(tmp_path):
    (tmp_path / "pact.charter").write_text(PACT, "utf-8")
    asked = runs.case()
    pact = type(asked)("A", None, ("pact.charter",), asked.world, (), 1)
    with pytest.raises(Refused, match="the readings are: none"):
        run_once(pact, tmp_path, reading="xyz")


def test_every_duty_that_a_reading_turns_names_that_reading(tmp_path):
    run = run_case(runs.case(), tmp_path)
    found = {
        (key.bearer, key.article, each.here, each.there): run.turned[key]
        for each in run.turns
        for key in (each.key,)
        if key.kind == "duty"
    }
    ratified = ("in force on ratification by all",)
    assert found["Mali", "6", State.OWED, None] == ratified


def test_a_charter_that_changed_on_disk_is_read_again(tmp_path):
    path = tmp_path / "pact.charter"
    for parties in ("Mali, Niger", "Mali, Niger, Togo"):
        path.write_text(PACT.replace("Mali, Niger", parties), "utf-8")
        (treaty,) = load_treaties(("pact.charter",), tmp_path)
        assert treaty.parties == tuple(parties.split(", "))


def why_not(question, folder):
    """What `charter why-not` says of an attack by Togo on Niger."""
    path = folder / "attack.scenario"
    path.write_text(ATTACK, "utf-8")
    return status(["why-not", str(path), question, "--format", "plain"])


def test_who_is_asked_about_though_no_charter_names_it_is_weighed_as_the_parties_are(
    tmp_path, capsys
):
    assert why_not("Guinea owes Niger assistance", tmp_path) == 0
    assert "Guinea is not a party to AES" in capsys.readouterr().out
    assert why_not("Mali owes Guinea assistance", tmp_path) == 0
    assert "the attack is not directed against Guinea" in " ".join(capsys.readouterr().out.split())


def test_a_case_is_run_under_each_reading_alone():
    default, *others = runs.all_readings()
    assert {each.reading for each in others} == {each.name for each in unchosen(default)}
    turned = {each.reading for each in default.turns}
    assert turned == {"both interests", "in force on ratification by all"} & turned
    assert "in force on ratification by all" in turned
    assert not any(each.turns for each in others)


def test_a_run_under_a_reading_says_what_the_default_would_turn(tmp_path):
    run = run_case(runs.case(), tmp_path, reading="in force on ratification by all")
    back = [each for each in run.turns if each.reading == DEFAULT]
    assert (back[0].here, back[0].there) == (None, State.OWED)


def test_a_reason_that_is_no_part_of_a_duty_is_told(tmp_path, capsys):
    path = tmp_path / "attack.scenario"
    reason = "Mali owes Niger assistance, because Mali is the attacker."
    path.write_text(f"{ATTACK}Then\n  {reason}\n", "utf-8")
    assert status(["test", str(path), "--format", "plain"]) == 1
    assert "0 held, 1 failed" in capsys.readouterr().out
