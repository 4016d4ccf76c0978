"""The codes that the program uses are the codes that have an explanation."""

import re

from pages import ROOT

from charter.codes import CODES

QUOTED = re.compile(r'"(C\d{3})"')
NAMED = re.compile(r"\(\?P<(C\d{3})>")


def used() -> set[str]:
    texts = [
        path.read_text("utf-8")
        for path in (ROOT / "charter").rglob("*.py")
        if path.parent.name != "codes"
    ]
    return {code for text in texts for code in (*QUOTED.findall(text), *NAMED.findall(text))}


def test_the_codes_used_are_those_explained():
    assert used() == CODES.keys()


def test_titles_tell_codes_of_a_hundred_apart():
    titles = [(code[1], each.title) for code, each in CODES.items()]
    assert len(set(titles)) == len(titles)


def test_a_title_is_lower_case_and_has_no_full_stop():
    for each in CODES.values():
        assert not each.title.endswith(".")
        assert each.title[0].islower() or each.title.startswith("Given")
        assert each.explanation.endswith(".")
