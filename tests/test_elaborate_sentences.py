"""Sentences of treaties and the rules they make."""

from collections import defaultdict

import pytest

from charter.elaborate.bare import read_clause
from charter.report.card import cards
from charter.source import Source
from charter.syntax.grammar import parser
from charter.syntax.lexer import phrases_of


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


def test_each_other_party_is_every_party_but_the_one_attacked():
    card = only_card("If a Party is attacked, each other Party shall assist the attacked Party.")
    assert (card.bearer, card.beneficiary) == ("other_parties", "attacked_party")
    assert card.unread == ()


def test_no_condition_behind_the_verb_hides_the_one_after_it():
    card = only_card(
        "The Parties shall assist one another, if previous agreement has been reached, provided "
        "that the council meets, until peace is restored."
    )
    assert card.conditions == ("after_consultation", "other")
    assert card.until == "until peace is restored"


def test_instruments_are_counted_and_a_constitutional_process_is_kept_with_ratification():
    counted = only_card("This Treaty enters into force on the deposit of three instruments.")
    assert counted.number.model_dump() == {"value": 3, "unit": "ratifications"}
    by_all = only_card(
        "This Treaty enters into force on ratification by all the Parties, in accordance with "
        "their constitutional processes."
    )
    assert by_all.conditions == ("own_constitutional_process",)


def test_an_organ_that_informs_is_not_informed_though_a_proviso_is_passive():
    card = only_card("The Council shall inform the Parties, provided that they are asked.")
    assert (card.bearer, card.beneficiary) == ("organ", "all_parties")


def test_a_list_of_names_behind_a_condition_is_one_subject():
    card = only_card("In case of war, Belgium, Mali and Niger shall remain neutral.")
    assert card.bearer_names == ("Belgium", "Mali", "Niger")
    assert card.unread == ()


def test_what_is_not_an_event_is_not_passed_over_in_what_another_counts_as():
    (found,) = provisions("An attack on a Party shall be considered a wumpus or an aggression.")
    assert [each.text for each in found.unread] == ["wumpus"]


def test_a_pronoun_that_stands_for_the_subject_before_is_read():
    text = "If a Party is attacked, the other Parties shall assist it. They shall consult together."
    _, consulting = cards(provisions(text))
    assert (consulting.action, consulting.bearer) == ("consult", "other_parties")
    assert consulting.unread == ()


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
    clause = read_clause(Source("clause", "The archivists of the Alliance."))
    assert clause.refused == "not read: `archivists` stopped the reader"
    assert cards(clause.provisions) == ()


def test_a_verb_that_nobody_knows_is_some_other_act_and_unread():
    clause = read_clause(Source("clause", "The Parties shall at once rejoice."))
    (card,) = cards(clause.provisions)
    assert (card.provision, card.action, card.unread) == ("duty", "other", ("rejoice",))


def test_each_phrase_belongs_to_one_terminal():
    terminals = defaultdict(set)
    for terminal in parser("treaty", ("sentence",)).terminals:
        for words in phrases_of(terminal):
            terminals[" ".join(words)].add(terminal.name)
    several = {phrase for phrase, names in terminals.items() if len(names) > 1}
    assert len(terminals) > 900
    assert several == {"may", "attacked"}, "a month and a modal; behind and before its noun"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Under no circumstances shall a Party attack another Party.", "must_not"),
        ("None of the Parties will assist a third State.", "must_not"),
        ("Neither of them will, without consulting the other, attack a third State.", "must_not"),
        ("The Parties shall not attack one another.", "must_not"),
        ("The Parties shall not only assist one another.", None),
    ],
)
def test_a_negation_turns_the_sign_or_stops_the_reader(text, modality):
    found = cards(provisions(text))
    assert [card.modality for card in found] == ([modality] if modality else [])


def test_a_negation_inside_a_condition_does_not_turn_the_duty():
    text = "If a dispute is not settled by negotiation, the Parties shall consult together."
    assert all(card.modality != "must_not" for card in cards(provisions(text)))


def test_such_an_attack_is_the_attack_that_the_sentence_spoke_of():
    text = (
        "The Parties agree that an armed attack against one of them by a third State shall be "
        "considered an attack against them all and agree that, if such an armed attack occurs, "
        "each of them will assist the Party so attacked."
    )
    counting, duty = cards(provisions(text))
    assert counting.counts_as.against == "all_parties"
    assert (duty.bearer, duty.beneficiary) == ("each_party", "attacked_party")
    assert (duty.trigger_target, duty.trigger_by) == ("one_party", "third_state")


def test_a_relative_clause_binds_whom_it_speaks_of():
    text = (
        "Any Party may withdraw by notice to the Government of Mali, which shall inform the "
        "other Parties."
    )
    withdrawal, duty = cards(provisions(text))
    assert withdrawal.provision == "withdrawal"
    assert (duty.action, duty.bearer_names) == ("report", ("Mali",))


def test_an_attack_that_must_lead_to_war_depends_on_the_war():
    text = (
        "If a Party is attacked by a third Power and thus finds itself in a state of war, the "
        "other Party shall assist it."
    )
    (norm,) = provisions(text)
    assert norm.triggers[0].kinds == ("attack",)
    assert [each.words.text for each in norm.conditions] == ["thus finds itself in a state of war"]
    assert only_card(text).trigger == ("attack", "war")
    assert only_card(text).conditions == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Parties shall not attack another Party and shall not attack a third State.",
        "No Party shall attack Mali, and no Party shall blockade the ports of Mali.",
        "The Parties shall assist Mali, and shall assist Niger by armed force.",
    ],
)
def test_no_verb_of_a_sentence_is_lost_to_one_before_it(text):
    assert len(provisions(text)) == 2


def test_of_two_verbs_that_say_the_same_the_fuller_is_kept():
    (found,) = provisions("The Parties shall assist Mali, and shall assist Mali by armed force.")
    assert found.means
    assert len(provisions("The Parties shall assist and aid one another.")) == 1


def test_a_clause_behind_if_attacked_is_a_clause_of_its_own():
    text = "The Parties shall assist one another if attacked and shall consult one another."
    found = provisions(text)
    assert any(getattr(each, "action", None) == "consult" for each in found)
