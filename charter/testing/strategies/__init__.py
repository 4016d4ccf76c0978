"""Strategies that make up treaties, what happens under them, and the texts of both.

States, places and treaties are invented, so that nothing made up is taken for history. What is
drawn first is plain and small, so that a case that breaks a law is shown at its smallest.
"""

from charter.testing.strategies.charters import charters
from charter.testing.strategies.scenarios import scenarios
from charter.testing.strategies.treaties import treaties
from charter.testing.strategies.worlds import events, worlds

__all__ = ["charters", "events", "scenarios", "treaties", "worlds"]
