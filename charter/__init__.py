"""Charter reads treaty clauses into rules and works out who owes what to whom, and why."""

__version__ = "0.1.0"
