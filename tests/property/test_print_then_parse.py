"""Laying a file out anew keeps its meaning, and laying it out twice changes nothing.

Texts are first put out of shape: other line breaks, other indentation, comments between the lines.
"""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import law
from pydantic import BaseModel

from charter.elaborate.charter import read_charter, treaty
from charter.engine.charters import resolve
from charter.rules.model import Words
from charter.scenario.case import Case
from charter.scenario.load import read_scenarios
from charter.source import Source
from charter.syntax.layout import format_charter
from charter.syntax.scenario_format import format_scenario
from charter.testing import charters, scenarios

ROOT = Path(__file__).parents[2]
REMARKS = ("# a remark", "", "   # another; with signs: (x).")


@st.composite
def misshapen(draw: st.DrawFn, text: str) -> str:
    """The text with some of its spaces widened or broken, and comments between its lines.

    The lines that open a part stay whole, since their ends decide.
    """
    lines = []
    for line in text.splitlines():
        is_words = line.startswith("  ") and "#" not in line
        lines.append(draw(stretched(line)) if is_words else line)
        if draw(st.integers(0, 9)) == 9:
            lines.append(draw(st.sampled_from(REMARKS)))
    return "\n".join(lines) + draw(st.sampled_from(("", "\n", "\n\n\n")))


@st.composite
def stretched(draw: st.DrawFn, line: str) -> str:
    words = line.split()
    gap = st.sampled_from((" ", "  ", " \t", "\n   "))
    return "  " + "".join(word + draw(gap) for word in words)


def meaning(value: Any) -> Any:
    """A value without the places and the line breaks of the text it was read from."""
    match value:
        case Words():
            return " ".join(value.text.split())
        case BaseModel():
            return {name: meaning(getattr(value, name)) for name in type(value).model_fields}
        case str():
            return " ".join(value.split())
        case Mapping():
            return {meaning(key): meaning(each) for key, each in value.items()}
        case tuple() | list():
            return tuple(map(meaning, value))
    if is_dataclass(value) and not isinstance(value, type):
        kept = [each.name for each in fields(value) if each.name not in {"line", "span"}]
        return (type(value).__name__, *((name, meaning(getattr(value, name))) for name in kept))
    return value


def rules(text: str) -> Any:
    """What a charter means under each of its readings."""
    charter = read_charter(Source("made-up.charter", text), "made-up")
    chosen = ((), *((each.reading.name,) for each in charter.readings))
    return tuple(meaning(treaty(charter, each)) for each in chosen)


def cases(text: str) -> Any:
    """What a scenario file means, case by case."""
    found: tuple[Case, ...] = read_scenarios(Source("made-up.scenario", text), resolve).cases
    return meaning(found)


@law(60)
@given(charters().flatmap(lambda text: st.tuples(st.just(text), misshapen(text))))
def test_a_charter_laid_out_anew_has_the_same_rules(texts):
    canonical, text = texts
    laid_out = format_charter(Source("made-up.charter", text))
    assert format_charter(Source("made-up.charter", laid_out)) == laid_out
    assert rules(laid_out) == rules(text) == rules(canonical)
    assert re.findall("#.*", laid_out) == re.findall("#.*", text)


@law(60)
@given(scenarios().flatmap(lambda text: st.tuples(st.just(text), misshapen(text))))
def test_a_scenario_laid_out_anew_has_the_same_cases(texts):
    canonical, text = texts
    laid_out = format_scenario(Source("made-up.scenario", text))
    assert format_scenario(Source("made-up.scenario", laid_out)) == laid_out
    assert cases(laid_out) == cases(text) == cases(canonical)
    assert re.findall("#.*", laid_out) == re.findall("#.*", text)


SHIPPED = sorted([*ROOT.glob("charter/library/*.charter"), *ROOT.glob("scenarios/*.*")])


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_a_shipped_file_laid_out_anew_means_the_same(path):
    text = path.read_text("utf-8")
    layout, means = (
        (format_charter, rules) if path.suffix == ".charter" else (format_scenario, shipped)
    )

    @law(3)
    @given(misshapen(text))
    def check(other):
        laid_out = layout(Source(str(path), other))
        assert layout(Source(str(path), laid_out)) == laid_out
        assert means(laid_out) == means(text)

    check()


def shipped(text: str) -> Any:
    found = read_scenarios(Source(str(ROOT / "scenarios" / "x.scenario"), text), resolve).cases
    return meaning(found)
