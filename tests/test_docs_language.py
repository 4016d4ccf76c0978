"""The language reference shows every form of sentence and every heading that the grammars have."""

import re
from collections.abc import Iterator
from typing import get_args

import pytest
from pages import ROOT, blocks, sentences

from charter.elaborate.bare import read_clause
from charter.rules.provision import Norm, Provision
from charter.source import Source, Span
from charter.syntax.build import Stopped
from charter.syntax.grammar import parser
from charter.syntax.scenario_build import STARTS, parse_scenario_sentence
from charter.syntax.scenario_layout import read_scenario_layout
from charter.syntax.tree import Node

PAGE = (ROOT / "docs" / "language.md").read_text("utf-8")


def shown() -> Iterator[Node]:
    """The tree of every sentence of scenarios on the page, and of all that is in it."""
    for block in blocks(PAGE):
        if block.language in STARTS:
            for sentence in sentences(block.text):
                yield from tree(sentence, block.language)
        if block.language == "scenario":
            for part in read_scenario_layout(Source("page", block.text)).parts:
                start = "expected" if part.word == "Then" else "stated"
                for each in part.sentences if part.has_sentences else ():
                    yield from tree(block.text[each.span.start : each.span.end], start)


def tree(sentence: str, start: str) -> Iterator[Node]:
    bare = sentence.rstrip(".")
    found = parse_scenario_sentence(bare, Span(0, len(bare)), start)
    assert not isinstance(found, Stopped), sentence
    waiting = [found]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(part for part in node.parts if isinstance(part, Node))


def forms() -> set[str]:
    """The rules of the scenario grammar that show in a tree."""
    rules = parser("scenario", STARTS).rules
    named = {rule.alias or str(rule.origin.name) for rule in rules if not rule.options.expand1}
    return {name for name in named if not name.startswith("_")}


def test_every_form_of_a_scenario_sentence_is_shown():
    found = {node.form for node in shown()}
    assert len(forms()) > 80
    assert forms() - found == set(), "show a sentence of each of these in docs/language.md"


def test_every_kind_of_provision_is_shown():
    kinds = set(get_args(Norm.model_fields["kind"].annotation))
    kinds |= {each.model_fields["kind"].default for each in get_args(get_args(Provision)[0])[1:]}
    shown = [
        provision.kind
        for block in blocks(PAGE)
        if block.language == "clauses"
        for each in sentences(block.text)
        for provision in read_clause(Source("page", each)).provisions
    ]
    assert len(kinds) > 10
    assert kinds - set(shown) == {"unread"}, "show a sentence of each of these in docs/language.md"


@pytest.mark.parametrize("grammar", ["charter", "scenario_layout"])
def test_every_heading_is_shown(grammar):
    written = (ROOT / "grammar" / f"{grammar}.lark").read_text("utf-8")
    patterns = re.findall(r"^(?:TITLE|HEADER|BLOCK)[.\d]*: /\(\?:([^)]*)\)", written, re.MULTILINE)
    headings = [each.replace("?", "") for pattern in patterns for each in pattern.split("|")]
    assert len(headings) > 7
    assert [each for each in headings if f"`{each}" not in PAGE] == []
