"""The names of states decide nothing: other names, and the same answers under those names."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import partial
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from laws import answer, cases, law, whole
from pydantic import BaseModel

from charter.testing.strategies.cast import OUTSIDER, STATES

NAMES = (*STATES, OUTSIDER)


def renamed(value: Any, names: Mapping[str, str]) -> Any:
    """The value with every name in it changed, however deep it lies."""
    again = partial(renamed, names=names)
    match value:
        case Enum():
            return value
        case str():
            return names.get(value, value)
        case BaseModel():
            return type(value).model_validate(again(value.model_dump()))
        case Mapping():
            return {again(key): again(each) for key, each in value.items()}
        case tuple():
            made = map(again, value)
            return type(value)(*made) if hasattr(value, "_fields") else tuple(made)
        case list():
            return list(map(again, value))
        case frozenset():
            return frozenset(map(again, value))
    if is_dataclass(value):
        return type(value)(
            **{each.name: again(getattr(value, each.name)) for each in fields(value)}
        )
    return value


@law(80)
@given(cases(), st.permutations(NAMES))
def test_changing_the_names_of_states_changes_the_names_in_the_answer_alone(case, others):
    names = dict(zip(NAMES, others, strict=True))
    treaty, world = case
    asked = answer(renamed(treaty, names), renamed(world, names))
    assert whole(asked) == renamed(whole(answer(treaty, world)), names)
