"""Each of the eleven source facts is carried by something that exists."""

import re
from pathlib import Path

import pytest

from charter.elaborate.library import load
from charter.engine.charters import resolve
from charter.scenario.load import load_scenarios

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "seeds" / "source-facts.md").read_text("utf-8")
FACTS = re.findall(r"^(\d+)\. (.*?)(?=^\d+\. |\Z)", PAGE, re.MULTILINE | re.DOTALL)
TARGETS = [
    (number, kind, name, part)
    for number, fact in FACTS
    for kind, name, part in re.findall(r"`(charter|scenario|test):([^`#]+)#([^`]+)`", fact)
]


def test_there_are_eleven_facts_each_carried_or_background():
    assert [number for number, _ in FACTS] == [str(n) for n in range(1, 12)]
    carried = {number for number, *_ in TARGETS}
    assert all(number in carried or "`background`" in fact for number, fact in FACTS)


@pytest.mark.parametrize(("number", "kind", "name", "part"), TARGETS)
def test_what_carries_a_fact_exists(number, kind, name, part):
    match kind:
        case "charter":
            assert load(name).article_text(part)
        case "scenario":
            cases = load_scenarios(ROOT / "scenarios" / f"{name}.scenario", resolve).cases
            assert part in {title for case in cases for title in (case.scenario, case.variation)}
        case _:
            assert f"def {part}(" in (ROOT / "tests" / name).read_text("utf-8")
