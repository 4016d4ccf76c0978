"""What is wrong with how a text is read, whatever it says: failures that no text excuses."""

import json
import time
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from traceback import extract_tb
from typing import Any

from charter.diagnostics import CharterError
from charter.elaborate.bare import read_clause
from charter.report.card import card
from charter.report.reading import reading
from charter.report.schemas import schema_of
from charter.rules.provision import Provision, Unread
from charter.source import Source, Span

SLOWEST = 2.0
"""The most seconds of the processor that reading a text may take."""

Told = Mapping[str, Any]


def faults(text: str) -> tuple[str, ...]:
    """What is wrong with how a text is read, a line each; a text that is refused is no fault.

    >>> faults("If a Party is attacked, the others shall blunge it.")
    ()
    """
    try:
        return tuple(_faults(Source("text", text)))
    except CharterError:
        return ()
    except Exception as error:
        place = extract_tb(error.__traceback__)[-1]
        return (f"{type(error).__name__} in {Path(place.filename).name}:{place.lineno}: {error}",)


def _faults(source: Source) -> Iterator[str]:
    start = time.process_time()
    found = read_clause(source).provisions
    took = time.process_time() - start
    if took > SLOWEST:
        yield f"read in {took:.1f} s"
    if read_clause(source).provisions != found:
        yield "two readings differ"
    for each in found:
        yield from _of_card(each)
        yield from _of_words(each, source)
    reading("text", source, found)


def told(text: str) -> str:
    """What a text is read as, in one line: the same in every run of the program."""
    try:
        found = read_clause(Source("text", text)).provisions
    except CharterError as error:
        return str(error)
    return json.dumps([each.model_dump(mode="json") for each in found])


def _of_card(provision: Provision) -> Iterator[str]:
    found = card(provision)
    if found:
        schema = _schema()
        value = json.loads(json.dumps(found.model_dump(mode="json")))
        yield from (f"card: {each}" for each in misfits(value, schema, schema))


@cache
def _schema() -> Told:
    return schema_of("card")


def _of_words(provision: Provision, source: Source) -> Iterator[str]:
    """Words not read that do not stand in the text, or not at the place given for them.

    Of an item of a list that is not read at all, only the words that stopped the reader count: it
    is cited together with the words that lead to it.
    """
    found = (provision.stopped_at,) if isinstance(provision, Unread) else provision.unread
    for each in found:
        stands = source.words(Span(each.start, each.end))
        if not each.text or not stands.startswith(each.text):
            yield f"not read: {each.text!r} is not at {each.start} to {each.end}"


# ------------------------------------------------------------------ JSON against its schema


def misfits(value: Any, schema: Told, whole: Told, at: str = "it") -> Iterator[str]:
    """Where a JSON value does not fit a schema of the forms that the schema of cards has.

    >>> list(misfits(1, {"anyOf": [{"type": "null"}, {"type": "string"}]}, {}))
    ['it is 1']
    """
    match schema:
        case {"$ref": str(name)}:
            yield from misfits(value, whole["$defs"][name.removeprefix("#/$defs/")], whole, at)
        case {"anyOf": list(options)}:
            if all([*misfits(value, each, whole, at)] for each in options):
                yield f"{at} is {value!r}"
        case {"type": "object", "properties": properties}:
            yield from _of_object(value, properties, schema, whole, at)
        case {"type": "array", "items": items}:
            each = value if isinstance(value, list) else []
            yield from (fault for one in each for fault in misfits(one, items, whole, at))
            yield from () if isinstance(value, list) else (f"{at} is {value!r}",)
        case {"type": str(name)}:
            if type(value) is not PLAIN[name]:
                yield f"{at} is {value!r}"
        case _:
            raise AssertionError(schema)


PLAIN = {"string": str, "integer": int, "null": type(None)}


def _of_object(value: Any, properties: Told, schema: Told, whole: Told, at: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{at} is {value!r}"
        return
    wanted = {*schema.get("required", ())}
    yield from (f"{at} lacks {key}" for key in sorted(wanted - set(value)))
    yield from (f"{at} has {key}" for key in sorted(set(value) - set(properties)))
    for key in sorted(set(value) & set(properties)):
        yield from misfits(value[key], properties[key], whole, key)
