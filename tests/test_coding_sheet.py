"""The coding sheet: which provisions of made-up charters give which codes, and why one is open."""

import csv
from pathlib import Path

import pytest
from codings import THREE, TWO, coded, not_zero, values

from charter.coding.finding import Reason
from charter.coding.pledges import Pledge
from charter.report.coding_words import COLUMNS, REASONS, meaning

ATTACKED = "If a Party is attacked, the other Party shall assist it."
CASES = Path(__file__).parent / "cases" / "coding" / "sheets.txt"


def cases() -> dict[str, dict[str, int]]:
    """Each article of the file, and every column whose code it makes other than 0."""
    _, *parts = CASES.read_text("utf-8").strip().split("\n\n")
    split = (part.split("\n  = ") for part in parts)
    return {" ".join(article.split()): _expected(columns) for article, columns in split}


def _expected(columns: str) -> dict[str, int]:
    if columns == "nothing":
        return {}
    return {name: int(value) for name, value in (each.split() for each in columns.split(", "))}


SHEETS = cases()
CODES = {"speclgth": 3, "renounce": 3, "proren": 2}
"""Columns with more codes than 0 and 1, and the last of their codes."""

NO_CODE_1 = {
    "defcocon", "defcodem", "offcocon", "offcodem", "neucocon", "neucodem", "concocon",
}  # fmt: skip
"""A particular conflict and a refused demand: the rules have them only in their own words."""


@pytest.mark.parametrize("article", SHEETS)
def test_an_article_gives_these_codes_and_no_others(article):
    found = coded(article)
    assert found.not_read == ()
    assert not_zero(found) == {"bilat": 1, **SHEETS[article]}


def test_every_column_is_shown_present_and_absent():
    for column in COLUMNS:
        shown = {sheet.get(column, 0) for sheet in SHEETS.values()}
        assert len(shown) > 1 or column in {"bilat", *NO_CODE_1}, column
    shown = {name: {each.get(name, 0) for each in SHEETS.values()} for name in CODES}
    assert shown == {name: set(range(most + 1)) for name, most in CODES.items()}
    assert [coded(parties=each).alliance["bilat"].value for each in (TWO, THREE)] == [1, 0]


def test_every_code_that_says_something_is_there_rests_on_words_of_an_article():
    for article in SHEETS:
        found = coded(article).alliance
        for column in not_zero(coded(article)):
            assert found[column].grounds, (article, column)
            cited = {each.citation.article for each in found[column].grounds}
            assert cited == ({"heading"} if column == "bilat" else {"1"})


def test_a_sheet_has_the_columns_of_every_case_and_meanings_for_them():
    found = coded(ATTACKED)
    assert set(found.alliance) == set(COLUMNS)
    assert all(meaning(column, code) for column, code in found.alliance.items())
    assert set(REASONS) == set(Reason)


def test_the_columns_are_named_as_in_the_data_set_and_take_its_codes():
    kept = Path(__file__).parents[2] / "shared" / "data" / "atop_member.csv"
    if not kept.exists():
        pytest.skip("the data set is not here")
    with kept.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [each for each in rows[0] if each in COLUMNS] == list(COLUMNS)
    for article in SHEETS:
        for column, value in not_zero(coded(article)).items():
            assert str(value) in {row[column] for row in rows} or column in ("length", "renewlgt")


# ------------------------------------------------------------------ what is open, and why

OPEN = {
    "The Parties shall assist each other.": ("defense", Reason.NO_EVENT),
    "Should one of the Parties be threatened by Zenda, the other shall assist it.": (
        "offense",
        Reason.VAGUE_EVENT,
    ),
    "If a Party is attacked or at war, the other Party shall assist it.": (
        "offense",
        Reason.WAR_BESIDE_ATTACK,
    ),
    "If one of the Parties is at war with a third Power, the other shall remain neutral.": (
        "neucoatt",
        Reason.WHO_BEGAN,
    ),
    "If a Party is attacked, the other Party shall mobilise its forces.": (
        "defense",
        Reason.OTHER_ACTION,
    ),
    "An armed attack on a Party shall be considered an attack on all the Parties.": (
        "defense",
        Reason.ONLY_COUNTED,
    ),
    "An armed attack on a Party in Europe shall be considered an attack on all the Parties. In the "
    "event of an attack, the other Party shall assist it.": ("defcoloc", Reason.REGION),
    "If the demand of a Party is refused by Zenda, the other shall support it.": (
        "defcodem",
        Reason.OWN_WORDS,
    ),
    "If a Party is attacked, the other Party shall assist it, unless it began the war.": (
        "defcocon",
        Reason.OWN_WORDS,
    ),
    "This Charter shall remain in force for ten years, but any Party may denounce it with six "
    "months' notice.": ("renounce", Reason.NOTICE_OR_TERM),
    "This Charter shall remain in force for ten years. Thereafter any Party may denounce this "
    "Charter with six months' notice.": ("proren", Reason.NOTICE_OR_TERM),
    "Withdrawal shall take effect six months after notice.": ("renounce", Reason.NOTICE_OR_TERM),
    "This Charter shall remain in force for ten years. Any Party may denounce this Charter if its "
    "security is threatened.": ("renounce", Reason.CONDITIONAL_NOTICE),
}


@pytest.mark.parametrize("article", OPEN)
def test_what_the_rules_do_not_settle_is_unknown_with_its_reason(article):
    column, reason = OPEN[article]
    found = coded(article)
    assert found.not_read == ()
    code = found.alliance[column]
    assert code.value is None
    assert reason in {each.reason for each in code.doubts}
    assert any(each.ground for each in code.doubts)


def test_such_an_attack_in_a_sentence_of_its_own_is_the_attack_in_that_region():
    found = coded(
        "An armed attack on a Party in Europe shall be considered an attack on all the Parties. In "
        "the event of such an attack, the other Party shall assist it."
    )
    assert found.alliance["defcoloc"].value == 1


def test_a_pledge_made_with_a_condition_and_without_it_is_open_on_that_condition():
    found = coded("If a Party is attacked by Zenda, the other shall assist it.", ATTACKED)
    assert found.alliance["defense"].value == 1
    code = found.alliance["defcoadv"]
    assert (code.value, {each.reason for each in code.doubts}) == (None, {Reason.SOME_HAVE_IT})


def test_where_words_are_not_read_no_code_says_that_something_is_not_there():
    read, unread = coded(ATTACKED), coded(ATTACKED, "Ruritania bananas.")
    for column, code in read.alliance.items():
        after = unread.alliance[column]
        if code.value == 0:
            assert (after.value, after.as_read) == (None, 0)
            assert after.doubts == unread.not_read
        else:
            assert after.value == code.value
    (place,) = unread.not_read
    assert (place.reason, place.ground.citation.article) == (Reason.NOT_READ, "2")


def test_where_an_article_was_not_seen_no_code_says_that_something_is_not_there():
    found = coded(ATTACKED, "Gap: the words were not seen.")
    assert found.alliance["nonagg"].value is None
    assert [each.reason for each in found.not_read] == [Reason.NOT_SEEN]


def test_an_article_on_where_another_applies_confines_the_pledge_and_one_on_the_next_does_not():
    assert coded(ATTACKED, "Article 1 applies in Europe.").alliance["defcoloc"].value == 1
    assert coded(ATTACKED, "Article 3 applies in Europe.").alliance["defcoloc"].value == 0


def test_a_right_to_leave_in_an_article_of_its_own_holds_while_the_term_runs():
    term = "This Charter shall remain in force for five years."
    found = coded(term, "Any Party may denounce this Charter with six months' notice.")
    assert [found.alliance[each].value for each in ("renounce", "proren")] == [1, 0]


# ------------------------------------------------------------------ who owes


def owing(found, pledge=Pledge.DEFENSE):
    return {each.name: each.codes[pledge].value for each in found.members}


def test_a_party_owes_by_name_or_by_role():
    one_sided = coded(
        "Ruritania and Strelsau shall assist Graustark if Graustark is attacked.", parties=THREE
    )
    assert owing(one_sided) == {"Ruritania": 1, "Graustark": 0, "Strelsau": 1}
    assert owing(coded(ATTACKED, parties=TWO)) == {"Ruritania": 1, "Graustark": 1}
    others = coded("If Graustark is attacked, the other Parties shall assist it.", parties=THREE)
    assert owing(others) == {"Ruritania": 1, "Graustark": 0, "Strelsau": 1}


def test_conditions_are_those_of_the_member_that_owes_the_pledge():
    towards = "If Graustark is attacked by Zenda, Ruritania shall assist Graustark."
    found = coded(towards, "If Ruritania is attacked, Graustark shall assist Ruritania.")
    conditions = {each.name: each.codes["defcoadv"].value for each in found.members}
    assert conditions == {"Ruritania": 1, "Graustark": 0}
    assert found.alliance["defcoadv"].value == 1


def test_duties_that_mirror_each_other_are_symmetric_and_others_leave_it_open():
    towards = "If Graustark is attacked by Zenda, Ruritania shall assist Graustark."
    back = "If Ruritania is attacked by Zenda, Graustark shall assist Ruritania."
    assert coded(towards, back).alliance["asymm"].value == 0
    code = coded(towards, back.replace(" by Zenda", "")).alliance["asymm"]
    assert (code.value, {each.reason for each in code.doubts}) == (None, {Reason.OTHER_DUTIES})


def test_an_organ_that_is_to_help_binds_no_party():
    assert owing(coded("If a Party is attacked, the Council shall assist it.")) == dict.fromkeys(
        TWO, 0
    )


# ------------------------------------------------------------------ laws


@pytest.mark.parametrize(
    "restated",
    [
        "The Parties shall assist one another if one of them is attacked.",
        "When a Party is attacked, the other Party is obliged to assist it.",
        "Each Party undertakes to assist the other if it is attacked.",
        "Should one of the Parties suffer an armed attack, the other shall come to its aid.",
        "In case of an armed attack on a Party, the other Party undertakes to give it help.",
    ],
)
def test_a_pledge_in_other_words_has_the_same_sheet(restated):
    assert values(coded(restated)) == values(coded(ATTACKED))


ONE_OF_EACH = (
    ATTACKED,
    "If one of the Parties is at war with Zenda, the other shall remain neutral.",
    "The Parties undertake not to attack each other.",
    "The Parties shall consult in the event of a threat of aggression.",
    "This Charter shall remain in force for ten years.",
    "Ruritania bananas.",
)


def test_the_order_of_articles_is_irrelevant():
    expected = values(coded(*ONE_OF_EACH))
    for at in range(len(ONE_OF_EACH)):
        turned = (*ONE_OF_EACH[at:], *ONE_OF_EACH[:at])
        assert values(coded(*turned)) == expected
        assert values(coded(*reversed(turned))) == expected


def test_the_names_of_the_parties_are_irrelevant():
    other = coded(*ONE_OF_EACH, parties=("Mali", "Niger"))
    assert values(other) == values(coded(*ONE_OF_EACH))


def test_an_article_more_takes_no_code_away():
    for article in SHEETS:
        alone, more = coded(article).alliance, coded(article, ATTACKED).alliance
        for pledge in Pledge:
            assert alone[pledge].value != 1 or more[pledge].value == 1
