"""The sentences of scenarios to syntax trees, each read by itself."""

from charter.source import Span
from charter.syntax.build import Stopped, parse_with
from charter.syntax.tree import Node

STARTS = ("stated", "expected")


def parse_scenario_sentence(text: str, span: Span, start: str) -> Node | Stopped:
    """The syntax tree of a sentence without its full stop; ``start`` is "stated" or "expected".

    >>> text = "Mali is a member of ECOWAS"
    >>> parse_scenario_sentence(text, Span(0, len(text)), "stated").form
    'membership'
    """
    return parse_with("scenario", STARTS, text, span, start)
