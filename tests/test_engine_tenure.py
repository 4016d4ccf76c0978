"""How long a treaty binds and when a notice lets a party out, on terms made up by hand."""

from datetime import date

import pytest

from charter.dates import Day
from charter.engine.standing_duties import as_forbidding
from charter.engine.tenure import Leaving, Tenure, effect_of, end_of, tenure_of
from charter.findings.derivation import Cite
from charter.rules.model import Citation, Number, Words
from charter.rules.pattern import Condition
from charter.rules.provision import Duration, Norm, Who
from charter.rules.terms import Action, ConditionKind, Modality, Role, Target
from charter.rules.treaty import Treaty

WORDS = Words(text="the words", start=0, end=9)
HERE = Citation(article="1", words=WORDS)
SAID = Condition(kind=ConditionKind.OTHER, words=WORDS)
ENTRY = Day.on(date(1950, 3, 1))
SIX_MONTHS = Number(value=6, unit="months")


def years(number):
    return Number(value=number, unit="years")


def term(number=None, **more):
    return Duration(citation=HERE, number=years(number) if number else None, **more)


def renewal(*terms):
    treaty = Treaty(name="pact", title="Pact", short_name=None, parties=(), provisions=terms)
    return tenure_of(treaty).renewal


@pytest.mark.parametrize(
    ("terms", "follows"),
    [
        ((term(10),), "none"),
        ((term(10, until=WORDS),), "endless"),
        ((term(10, conditions=(SAID,)),), "open"),
        ((term(10), term(5, conditions=(SAID,))), "open"),
        ((term(10), term(5), term(5)), "open"),
        ((term(10), term()), "endless"),
        ((term(10), term(5)), "once"),
        ((term(10), term(5, until=WORDS)), "repeated"),
    ],
)
def test_what_follows_a_term_is_told_by_the_other_clauses_on_duration(terms, follows):
    assert renewal(*terms) == follows


def tenure(renewal, further=5):
    return Tenure(Cite("pact", HERE), years(10), renewal, years(further) if further else None)


def end(renewal, *notices, further=5):
    return end_of(tenure(renewal, further), ENTRY, SIX_MONTHS, notices)


def test_a_term_that_nothing_follows_is_the_last():
    assert end("none") == Day.on(date(1960, 3, 1))


def test_what_the_words_do_not_settle_leaves_the_end_open_from_the_first_term_on():
    assert end("open") == Day(date(1960, 3, 1), None)
    assert end("once") == Day(date(1965, 3, 1), None)
    assert end("once", further=None) == Day(date(1960, 3, 1), None)


def test_a_treaty_renewed_again_and_again_ends_with_the_term_of_a_notice():
    assert end("endless") is None
    assert end("repeated") is None
    assert end("repeated", Day.on(date(1967, 1, 1))) == Day.on(date(1970, 3, 1))


def test_a_notice_so_late_that_no_known_term_ends_behind_it_ends_none():
    assert end("repeated", Day.on(date(9000, 1, 1))) is None


def leaving(**more):
    asked = {"notice": None, "in_force": None, "before_term": None, "conditions": ()}
    return Leaving(cite=Cite("pact", HERE), **(asked | more))


def test_when_a_notice_lets_a_party_out():
    notice = Day.on(date(1955, 1, 1))
    out = Day.on(date(1955, 7, 1))
    assert effect_of(notice, ENTRY, None, None) == Day(notice.earliest, None)
    assert effect_of(notice, ENTRY, leaving(), None) == Day(notice.earliest, None)
    assert effect_of(notice, ENTRY, leaving(notice=SIX_MONTHS), None) == out
    assert effect_of(notice, ENTRY, leaving(in_force=years(20)), None) is None
    by_term = leaving(before_term=SIX_MONTHS)
    assert effect_of(notice, ENTRY, by_term, tenure("endless")) is None
    both = leaving(before_term=SIX_MONTHS, notice=SIX_MONTHS)
    assert effect_of(notice, ENTRY, both, tenure("endless")) == Day.on(date(1960, 3, 1))


def test_no_notice_ends_a_term_where_no_time_for_one_is_set():
    assert end_of(tenure("endless"), ENTRY, None, (Day.on(date(1955, 1, 1)),)) is None


# ------------------------------------------------------------------ duties that nothing triggers


def standing(action, whom):
    return Norm(
        kind="duty",
        citation=HERE,
        modality=Modality.MUST,
        action=action,
        action_words=WORDS,
        bearer=Who(role=Role.EACH_PARTY),
        beneficiary=whom,
    )


def test_to_respect_nobody_in_particular_forbids_nothing():
    norm = standing(Action.RESPECT, None)
    assert as_forbidding(norm) is norm


@pytest.mark.parametrize(
    ("role", "target"),
    [(Role.THIRD_STATES, Target.THIRD_STATES), (Role.EACH_OTHER, Target.OTHER_PARTY)],
)
def test_to_respect_somebody_forbids_to_infringe_that_one(role, target):
    made = as_forbidding(standing(Action.RESPECT, Who(role=role)))
    assert made.kind == "prohibition"
    assert [each.target for each in made.conduct] == [target]
