"""The words of a clause with the part that each phrase plays, in every form of a report."""

import re

import pytest
from said import said

from charter.elaborate.bare import read_clause
from charter.report.document import Style
from charter.report.gloss import glossed, phrases, words
from charter.source import Source, Span

CLAUSE = (
    "If a Party is attacked in Europe by a third State, the other Parties shall assist it most "
    "ardently with all means in their power, until peace is restored, unless it has provoked the "
    "attack, with a view to restoring security."
)
PARTS = {
    "trigger": "If a Party is attacked in Europe by a third State",
    "target": "a Party",
    "place": "in Europe",
    "author": "by a third State",
    "bearer": "the other Parties",
    "modality": "shall",
    "action": "assist it most ardently",
    "not read": "most ardently",
    "means": "with all means in their power",
    "until": "until peace is restored",
    "condition": "unless it has provoked the attack",
    "recital": "with a view to restoring security",
}


def gloss(text):
    source = Source("clause", text)
    return glossed(source, Span(0, len(text)), read_clause(source).provisions)


def test_every_phrase_has_its_part_in_the_order_of_the_text():
    _, table = gloss(CLAUSE)
    assert [tuple(str(line) for (line,) in row) for row in table.rows] == list(PARTS.items())


def test_the_coloured_text_is_the_text():
    said, _ = gloss(CLAUSE)
    assert str(said.text) == CLAUSE


def test_a_phrase_within_another_keeps_its_own_style():
    said, _ = gloss(CLAUSE)
    runs = [(run.style, run.text) for run in said.text.runs if run.text.strip()]
    assert runs[:4] == [
        (Style.TRIGGER, "If "),
        (Style.TARGET, "a Party"),
        (Style.TRIGGER, " is attacked "),
        (Style.PLACE, "in Europe"),
    ]


@pytest.mark.parametrize("form", ["plain", "markdown", "rich"])
def test_every_form_names_the_parts(form, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    shown = said("read", "-", "--format", form, stdin=CLAUSE).out
    lines = re.sub(r"\x1b\[[\d;]*m", "", shown).splitlines()
    for part, phrase in PARTS.items():
        row = re.compile(rf"(\| )?\**{part}\** +(\| )?{phrase}")
        assert any(map(row.match, lines)), part


def test_colours_have_a_legend_and_unread_words_are_underlined():
    shown = said("read", "-", "--format", "rich", stdin=CLAUSE).out
    assert "\x1b[4mmost ardently\x1b[0m" in shown
    assert all(f"m{part}\x1b[0m" in shown for part in PARTS)


def test_a_sentence_that_is_not_read_shows_whole_as_not_read():
    _, table = gloss("The wind blows.")
    assert [str(line) for row in table.rows for (line,) in row] == ["not read", "The wind blows"]


def test_the_parts_of_a_sentence_are_not_those_of_the_one_before():
    text = "If a Party is attacked, the other Parties shall assist it. They shall consult."
    source = Source("clause", text)
    span = Span(text.index("They"), len(text))
    last = [each for each in read_clause(source).provisions if each.citation.words.start]
    found = [(style, words(source, at)) for at, style in phrases(source, span, last)]
    assert found == [
        (Style.BEARER, "They"),
        (Style.MODALITY, "shall"),
        (Style.ACTION, "consult"),
    ]
