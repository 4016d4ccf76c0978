"""What the words of a sentence leave open: how else it could be read, under which name."""

from collections.abc import Iterator, Sequence

from charter.elaborate.readings import StatedReading
from charter.report.document import Block, Listing, Run, Style, Text, text
from charter.source import Span


def left_open(span: Span, readings: Sequence[StatedReading]) -> Iterator[Block]:
    """A list of the ways in which words of a sentence could also be read."""
    here = [each for each in readings if span.start <= each.head.start < span.end]
    usual = {each.reading.point: each for each in here if each.reading.is_default}
    items = tuple(
        _way(each, usual[each.reading.point]) for each in here if not each.reading.is_default
    )
    if items:
        yield Listing(items)


def _way(each: StatedReading, usual: StatedReading) -> Text:
    (said,) = each.interpretations
    return text(
        Run("could also be read: ", Style.OPEN),
        f"“{said.read_as}” for “{said.words}” (reading “{each.reading.name}”: "
        f"{_reason(each)}). As it is read, “{usual.reading.name}”: {_reason(usual)}.",
    )


def _reason(each: StatedReading) -> str:
    return each.reading.reason.rstrip(".")
