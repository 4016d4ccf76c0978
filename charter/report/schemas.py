"""JSON Schemas of what the program gives out and takes in."""

from typing import Any

from pydantic import TypeAdapter

from charter.report.result import Result
from charter.rules.treaty import Treaty
from charter.scenario.model import World

Schema = dict[str, Any]


def schema_of(what: str) -> Schema:
    """The schema of a result list, of a scenario's world, of a reading card, or of rules."""
    match what:
        case "result":
            return TypeAdapter(list[Result]).json_schema(by_alias=True)
        case "scenario":
            return TypeAdapter(World).json_schema()
        case "rules":
            return Treaty.model_json_schema()
        case "card":
            return _card()
        case _:
            raise AssertionError(what)


def _card() -> Schema:
    from charter.report.card import Card

    return Card.model_json_schema()
