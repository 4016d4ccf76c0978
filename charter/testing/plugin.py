"""The pytest plugin that unit-tests interpretations: hooks only."""
