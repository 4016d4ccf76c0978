"""What pytest does not collect: files that are wrong on purpose; and the tests' own options."""

import pytest

collect_ignore_glob = ["cases/errors/*", "cases/corpus/*"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the program says now over the files in tests/golden; then read the diff",
    )
