"""Every form of expectation, held and not held, in one world."""

from functools import partial
from pathlib import Path

import pytest

from charter.engine.charters import resolve
from charter.engine.run import run_once
from charter.report import tested as report
from charter.report.plain import plain
from charter.scenario.load import read_scenarios
from charter.source import Source
from charter.testing.compare import check_case

CASES = Path(__file__).parent / "cases" / "expectations"
WORLD = (CASES / "world.txt").read_text("utf-8")

HELD = (CASES / "held.txt").read_text("utf-8").splitlines()

MISSED = (CASES / "missed.txt").read_text("utf-8").splitlines()


def run_of(*sentences: str):
    """The world with these lines under Then, run."""
    text = WORLD.format(".\n  ".join(sentences))
    (case,) = read_scenarios(Source("one.scenario", text), resolve).cases
    return run_once(case, Path(), file="one.scenario")


def checked(*sentences: str):
    """What becomes of each of several lines under Then."""
    run = run_of(*sentences)
    return check_case(run, partial(_again, run.case))


def rendered(sentence: str) -> str:
    """What the program prints of one line under Then."""
    return plain(report.tested([(run_of(sentence), checked(sentence))]), 88)


def _again(case, reading):
    return run_once(case, Path(), reading=reading)


@pytest.mark.parametrize("sentence", HELD)
def test_an_expectation_that_is_so_holds(sentence):
    found = checked(sentence)
    assert found
    assert all(each.held for each in found), [each.found for each in found if not each.held]


@pytest.mark.parametrize("sentence", MISSED)
def test_an_expectation_that_is_not_so_is_missed_and_says_what_was_found(sentence):
    found = checked(sentence)
    assert found
    assert not any(each.held for each in found), [each.found for each in found]
    assert all(each.found and each.found != each.expected for each in found)


def test_nobody_else_speaks_of_more_than_the_other_lines_under_the_same_reading():
    lines = (
        "Burkina Faso owes Niger assistance",
        "it is undetermined whether Burkina Faso and Niger owe Mali assistance",
        "it is undetermined whether Mali owes Togo assistance",
        "it is undetermined whether Mali and Togo owe Burkina Faso assistance",
        "Burkina Faso, Mali and Togo must combat terrorism",
    )
    other = [f'under reading "both interests", {each}' for each in lines]
    assert checked("nobody else owes anything", *lines)[0].held
    assert not checked("nobody else owes anything", *other)[0].held
    for number in range(len(lines)):
        left = (*lines[:number], *lines[number + 1 :])
        assert not checked("nobody else owes anything", *left)[0].held, lines[number]


def test_contested_is_marked_and_still_judged():
    (found,) = checked("contested: Guinea owes Niger assistance")
    assert (found.held, found.contested) == (False, True)
    (found,) = checked("Guinea owes Niger assistance (contested)")
    assert (found.held, found.contested) == (False, True)
