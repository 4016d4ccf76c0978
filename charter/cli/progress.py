"""Progress of long work, on a terminal only."""

import sys
from collections.abc import Iterator, Sequence

ENOUGH = 5


def each_with_progress(items: Sequence[str]) -> Iterator[str]:
    """Each item in turn, its number and name shown on standard error while it is worked on."""
    shown = sys.stderr.isatty() and len(items) >= ENOUGH
    for number, item in enumerate(items, start=1):
        if shown:
            print(f"\r\x1b[2K{number}/{len(items)} {item}", end="", file=sys.stderr, flush=True)
        yield item
    if shown:
        print("\r\x1b[2K", end="", file=sys.stderr, flush=True)
