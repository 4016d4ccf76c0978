"""Sentences of treaties and the rules they make."""

import pytest

from charter.elaborate.bare import read_clause
from charter.report.card import cards
from charter.source import Source


def provisions(text):
    return read_clause(Source("clause", text)).provisions


def only_card(text):
    (card,) = cards(provisions(text))
    return card


def test_the_other_parties_assist_a_party_that_is_attacked():
    card = only_card("If a Party is attacked by a third State, the other Parties shall assist it.")
    assert (card.provision, card.modality, card.action) == ("duty", "must", "assist")
    assert (card.bearer, card.beneficiary) == ("other_parties", "attacked_party")
    assert (card.trigger, card.trigger_target) == (("attack",), "one_party")
    assert card.trigger_by == "third_state"


def test_an_attack_on_one_is_an_attack_on_all():
    card = only_card(
        "An armed attack on one or more Parties shall be considered an attack against them all."
    )
    assert card.provision == "counts_as"
    assert card.counts_as.event == ("attack",)
    assert card.counts_as.against == "all_parties"


def test_may_is_a_permission_and_shall_not_a_prohibition():
    assert only_card("The Parties may assist one another.").provision == "permission"
    assert only_card("The Parties shall not invade another Party.").provision == "prohibition"


def test_no_party_shall_is_a_prohibition_on_each():
    card = only_card("No Party shall attack another Party.")
    assert (card.provision, card.modality, card.bearer) == ("prohibition", "must_not", "each_party")


def test_a_condition_in_other_words_is_kept_in_its_words():
    (norm,) = provisions("The Parties shall assist one another if the council so decides.")
    assert [each.words.text for each in norm.conditions] == ["the council so decides"]


def test_an_exception_is_kept_apart_from_a_condition():
    (norm,) = provisions("The Parties shall assist one another unless they are at war.")
    assert [each.words.text for each in norm.exceptions] == ["they are at war"]
    assert norm.conditions == ()


def test_a_word_without_a_phrase_is_carried_as_unread():
    (norm,) = provisions("The Parties shall consult together most amicably.")
    assert [each.text for each in norm.unread] == ["most amicably"]


DECIDING = ["shall", "may", "not", "no", "if", "unless", "except", "other", "each", "all", "any"]


@pytest.mark.parametrize("word", DECIDING)
def test_a_word_that_decides_is_never_passed_over(word):
    (found, *_) = provisions(f"The Parties shall consult together amicably {word} sincerely.")
    passed_over = [] if found.kind == "unread" else [each.text for each in found.unread]
    assert not any(word in words.split() for words in passed_over)


@pytest.mark.parametrize(
    ("figure", "number"), [("six months'", (6, "months")), ("1 year's", (1, "years"))]
)
def test_a_notice_has_its_period(figure, number):
    (rule,) = provisions(f"Any Party may denounce this Treaty with {figure} notice.")
    assert (rule.number.value, rule.number.unit) == number


def test_entry_into_force_on_a_day():
    (rule,) = provisions("This Treaty enters into force on 24 August 1949.")
    assert (rule.by, rule.date) == ("date", "1949-08-24")


def test_what_stops_the_reader_is_named():
    clause = read_clause(Source("clause", "The Parties shall rejoice."))
    assert clause.refused == "not read: `rejoice` stopped the reader"
    assert cards(clause.provisions) == ()
