"""Sentences of treaty English with the cards that a lawyer wrote for them before they were read.

A chunk of ``cases/reading`` is a sentence and its cards, a line each; ``unread:`` or ``refused:``
lines have the words that the reader flags because it cannot yet make those cards.
"""

from pathlib import Path

import pytest

from charter.elaborate.bare import read_clause
from charter.report.card import CountedAs, cards
from charter.source import Source

CASES = [
    pytest.param(chunk.strip().splitlines(), id=f"{path.stem}-{number}")
    for path in sorted((Path(__file__).parent / "cases" / "reading").glob("*.txt"))
    for number, chunk in enumerate(path.read_text("utf-8").split("\n---\n"), 1)
]
LISTS = ("trigger", "conditions", "means")
NOT_COMPARED = ("place", "until", "unread")


def comma_list(text):
    return tuple(each.strip() for each in text.split(",") if each.strip())


def value(key, text):
    if key == "number":
        figure, unit = text.split()
        return {"value": int(figure) if figure.isdigit() else figure, "unit": unit}
    if key == "counts_as":
        events, _, against = text.partition("/")
        return CountedAs(event=comma_list(events), against=against.strip() or None).model_dump()
    listed = key in LISTS or key.endswith("_names")
    return tuple(sorted(comma_list(text))) if listed else text


def wanted(line):
    first, *keys = (part.strip() for part in line.split(" |"))
    said = dict(zip(("provision", "modality", "action"), first.split(), strict=False))
    pairs = (key.partition(":")[::2] for key in keys)
    return said | {key: value(key, text.strip()) for key, text in pairs}


def found(card):
    keys = {k: v for k, v in card.model_dump().items() if v and k not in NOT_COMPARED}
    return {k: tuple(sorted(v)) if isinstance(v, tuple) else v for k, v in keys.items()}


@pytest.mark.parametrize("chunk", CASES)
def test_a_sentence_makes_its_cards_or_flags_its_words(chunk):
    sentence, *lines = chunk
    flags = [line for line in lines if line.startswith(("unread:", "refused:"))]
    clause = read_clause(Source("clause", sentence))
    made = cards(clause.provisions)
    right = [found(card) for card in made] == [wanted(each) for each in lines if each not in flags]
    unread = dict.fromkeys(words for card in made for words in card.unread)
    flagged = [f"unread: {words}" for words in unread]
    flagged += [f"refused: {clause.refused}"] if clause.refused else []
    assert right != bool(flags), [found(card) for card in made]
    assert not flags or flags == flagged
