"""Every word of article 6 counts: without it the rules differ, or a diagnostic says so."""

import re

import pytest

from charter.diagnostics import Refused
from charter.elaborate.charter import read_charter, treaty, unread_words
from charter.elaborate.library import find
from charter.rules.model import Model
from charter.source import Source
from charter.syntax.prescan import read_source

CARRY_NO_MEANING = {
    "the",  # the article goes with the noun
    "Contracting",  # the Parties are those that contract
    "an",  # "considered aggression" is the same
    "a",  # "give rise to duty of assistance"
    "armed",  # "the use of force" is of armed force (UN Charter, article 2(4))
}

ORIGINAL = read_source(find("liptako-gourma"))


def _article(number: int) -> tuple[int, int]:
    start = ORIGINAL.text.index("\n", ORIGINAL.text.index(f"Article {number}."))
    return start, ORIGINAL.text.index("\n\n", start)


def _deletions(number: int) -> list[tuple[int, int, str]]:
    start, end = _article(number)
    return [
        (match.start(), match.end(), match.group())
        for match in re.compile(r"[\w'-]+").finditer(ORIGINAL.text, start, end)
    ]


def _meaning(rules: Model) -> object:
    """The rules without the words that carry them and without the text they are cited from."""

    def bare(value: object) -> object:
        if isinstance(value, dict):
            if "start" in value and "end" in value:
                return value["text"] if value["text"] in AIMS else None
            return {key: bare(each) for key, each in value.items() if key != "articles"}
        return [bare(each) for each in value] if isinstance(value, list) else value

    dumped = rules.model_dump(mode="json")
    AIMS.update(rule["aim"]["text"] for rule in dumped["provisions"] if rule.get("aim"))
    AIMS.update(
        rule["action_words"]["text"]
        for rule in dumped["provisions"]
        if rule.get("action") == "assist"
    )
    return bare(dumped)


AIMS: set[str] = set()
"""Words that are content of the rule themselves: what is to be restored, what help is owed."""


def _changes_or_is_reported(text: str) -> bool:
    try:
        charter = read_charter(Source(ORIGINAL.name, text), "liptako-gourma")
    except Refused:
        return True
    rules = treaty(charter)
    return bool(unread_words(charter, rules)) or _meaning(rules) != _meaning(UNCHANGED)


UNCHANGED = treaty(read_charter(ORIGINAL, "liptako-gourma"))


@pytest.mark.parametrize(("start", "end", "word"), _deletions(6))
def test_deleting_a_word_of_article_6_changes_the_rules_or_is_reported(start, end, word):
    without = ORIGINAL.text[:start] + ORIGINAL.text[end:]
    assert _changes_or_is_reported(without) or word in CARRY_NO_MEANING


def test_words_without_meaning_are_few():
    words = {word for *_, word in _deletions(6)}
    assert words >= CARRY_NO_MEANING
    assert len(words) > 6 * len(CARRY_NO_MEANING)


def test_the_charter_itself_is_read_whole():
    charter = read_charter(ORIGINAL, "liptako-gourma")
    for chosen in [(), *((each.reading.name,) for each in charter.readings)]:
        assert unread_words(charter, treaty(charter, chosen)) == ()
