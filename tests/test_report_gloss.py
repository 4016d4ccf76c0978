"""The words of a clause with the part that each phrase plays, in every form of a report."""

import re

import pytest
from said import said

from charter.elaborate.bare import read_clause
from charter.report.document import Style
from charter.report.gloss import glossed
from charter.source import Source, Span

CLAUSE = (
    "If a Party is attacked in Europe by a third State, the other Parties shall assist it most "
    "amicably with all means in their power, until peace is restored, unless it has provoked the "
    "attack, with a view to restoring security."
)
PARTS = {
    "trigger": "If a Party is attacked in Europe by a third State",
    "target": "a Party",
    "place": "in Europe",
    "author": "by a third State",
    "bearer": "the other Parties",
    "modality": "shall",
    "action": "assist it most amicably",
    "not read": "most amicably",
    "means": "with all means in their power",
    "until": "until peace is restored",
    "condition": "unless it has provoked the attack",
    "recital": "with a view to restoring security",
}


def gloss(text):
    source = Source("clause", text)
    return glossed(source, Span(0, len(text)), read_clause(source).provisions)


def test_every_phrase_has_its_part_in_the_order_of_the_text():
    rows = {str(part[0]): str(words[0]) for part, words in gloss(CLAUSE).table().rows}
    assert list(rows.items()) == list(PARTS.items())


def test_the_coloured_text_is_the_text():
    assert str(gloss(CLAUSE).text) == CLAUSE


def test_a_phrase_within_another_keeps_its_own_style():
    runs = [(run.style, run.text.strip()) for run in gloss(CLAUSE).text.runs[:4]]
    assert runs == [
        (Style.TRIGGER, "If"),
        (Style.TARGET, "a Party"),
        (Style.TRIGGER, "is attacked"),
        (Style.PLACE, "in Europe"),
    ]


@pytest.mark.parametrize("form", ["plain", "markdown"])
def test_a_form_without_colours_names_the_parts(form):
    lines = said("read", "-", "--format", form, stdin=CLAUSE).out.splitlines()
    for part, words in PARTS.items():
        assert any(re.match(rf"(\| )?{part} +(\| )?{words}", line) for line in lines), part


def test_colours_have_a_legend_and_unread_words_are_underlined():
    shown = said("read", "-", "--format", "rich", stdin=CLAUSE).out
    assert "\x1b[4mmost amicably\x1b[0m" in shown
    assert all(f"m{part}\x1b[0m" in shown for part in PARTS)


def test_without_colour_a_terminal_names_the_parts(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    shown = said("read", "-", "--format", "rich", stdin=CLAUSE).out
    plain = re.sub(r"\x1b\[\d+m", "", shown)
    assert re.search("bearer +the other Parties", plain)


def test_a_sentence_that_is_not_read_shows_whole_as_not_read():
    (row,) = gloss("The wind blows.").table().rows
    assert [str(each[0]) for each in row] == ["not read", "The wind blows"]


def test_the_parts_of_a_sentence_are_not_those_of_the_one_before():
    text = "If a Party is attacked, the other Parties shall assist it. They shall consult."
    source = Source("clause", text)
    span = Span(text.index("They"), len(text))
    last = [each for each in read_clause(source).provisions if each.citation.words.start]
    found = [(each.style, each.text) for each in glossed(source, span, last).phrases]
    assert found == [
        (Style.BEARER, "They"),
        (Style.MODALITY, "shall"),
        (Style.ACTION, "consult"),
    ]
