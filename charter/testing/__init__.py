"""Unit tests for interpretations: expectations of scenario files, and strategies for made-up cases.

``charters``, ``treaties``, ``events``, ``worlds`` and ``scenarios`` are strategies of hypothesis,
which is imported when one of them is first asked for.

>>> from charter.testing import treaties
>>> from hypothesis import given, settings
>>> @settings(max_examples=10, deadline=None, database=None)
... @given(treaties())
... def every_treaty_has_at_least_two_parties(treaty):
...     assert len(treaty.parties) >= 2
>>> every_treaty_has_at_least_two_parties()
"""

from typing import TYPE_CHECKING

from charter.diagnostics import CharterError

if TYPE_CHECKING:
    from charter.testing.strategies import charters, events, scenarios, treaties, worlds

__all__ = ["MissingHypothesis", "charters", "events", "scenarios", "treaties", "worlds"]


class MissingHypothesis(CharterError, ImportError):
    """A strategy is asked for, and hypothesis is not installed."""

    def __init__(self, strategy: str) -> None:
        super().__init__(
            f"`charter.testing.{strategy}` needs hypothesis, which is not installed: "
            "pip install hypothesis"
        )


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        from charter.testing import strategies
    except ModuleNotFoundError as error:
        if error.name != "hypothesis":
            raise
        raise MissingHypothesis(name) from None
    return getattr(strategies, name)
