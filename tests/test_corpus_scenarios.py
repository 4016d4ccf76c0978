"""Clauses of real treaties, wrapped in a charter with made-up parties, run in scenarios at once.

``cases/corpus/charters.txt`` has the charters, each with the id of a clause in place of its words;
the scenario of the same name beside it says what follows from the reading card that a lawyer
wrote for the clause. The words are read from the shared corpus, and nothing runs where that is
absent.
"""

import json
import re
from pathlib import Path

import pytest

from charter.elaborate.bare import read_clause
from charter.elaborate.charter import read_charter, treaty
from charter.engine.charters import resolve
from charter.engine.run import run_case
from charter.report.card import cards
from charter.scenario.load import load_scenarios
from charter.source import Source
from charter.testing.compare import check_case

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "clauses.jsonl"
CASES = Path(__file__).parent / "cases" / "corpus"
CHARTERS = {
    chunk.split("\n", 1)[0].removeprefix("Charter: "): chunk
    for chunk in (CASES / "charters.txt").read_text("utf-8").strip().split("\n---\n")
}
SCENARIOS = sorted(each.stem for each in CASES.glob("*.scenario"))
UNSEEN = 6
"""Of as many clauses one is kept unseen, so that the language can be judged on it."""


def corpus():
    """The texts of the clauses that may be looked at, by their ids."""
    lines = CORPUS.read_text("utf-8").splitlines() if CORPUS.exists() else []
    seen = [json.loads(line) for at, line in enumerate(lines) if at % UNSEEN != UNSEEN - 1]
    return {each["id"]: each["text"] for each in seen}


CLAUSES = corpus()
with_corpus = pytest.mark.skipif(not CLAUSES, reason="the shared corpus is absent")


def in_charter(text):
    """The words of a clause as the lines of an article."""
    return "\n".join(f"  {line}" for line in text.splitlines())


def charter_text(name):
    """A charter of the table, with the words of its clauses in their places."""
    return re.sub(r" *<([\w-]+)>", lambda each: in_charter(CLAUSES[each[1]]), CHARTERS[name]) + "\n"


def missed(case, folder):
    """What a case expects and does not find, a line each."""
    run = run_case(case, folder)
    where = case.variation or "as stated"
    checks = check_case(run, lambda reading: run_case(case, folder, reading=reading))
    assert checks
    return [f"{where}, line {each.line}: {each.found}" for each in checks if not each.held]


@with_corpus
@pytest.mark.parametrize("name", SCENARIOS)
def test_what_follows_from_a_pasted_clause_is_what_its_card_says(name, tmp_path):
    (tmp_path / f"{name}.charter").write_text(charter_text(name), "utf-8")
    path = tmp_path / f"{name}.scenario"
    path.write_bytes((CASES / path.name).read_bytes())
    file = load_scenarios(str(path), resolve)
    failed = [each for case in file.cases for each in missed(case, tmp_path)]
    assert not failed, "\n".join(failed)


def test_each_scenario_has_its_charter_and_enough_clauses_are_run():
    used = {id for text in CHARTERS.values() for id in re.findall(r"<([\w-]+)>", text)}
    assert set(SCENARIOS) == set(CHARTERS)
    assert len(used) >= 40
    assert not CLAUSES or used <= set(CLAUSES)


@with_corpus
@pytest.mark.parametrize("id", CLAUSES)
def test_a_bare_clause_and_an_article_of_the_same_words_make_the_same_cards(id):
    text = f"Charter: Pact\nParties: Mali, Niger\n\nArticle 1\n{in_charter(CLAUSES[id])}\n"
    wrapped = treaty(read_charter(Source("pact.charter", text), "pact"))
    bare = read_clause(Source("clause", CLAUSES[id]))
    assert cards(wrapped.provisions) == cards(bare.provisions)
