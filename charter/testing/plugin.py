"""The pytest plugin that unit-tests interpretations: hooks only."""

from pathlib import Path

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker of contested expectations known."""
    config.addinivalue_line(
        "markers", "contested: a scenario in which an expectation is contested among lawyers"
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "pytest.Collector | None":
    """A scenario file is a file of tests."""
    if file_path.suffix != ".scenario":
        return None
    from charter.testing.items import ScenarioTests

    return ScenarioTests.from_parent(parent, path=file_path)
