"""Measures the figures of docs/benchmarks.md on this machine.

Each is measured several times and given as its least, its median and its greatest value; the
first run of each, which warms the disk, is left out. Ratios are of medians of the same run.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
SCENARIO = ROOT / "scenarios" / "ecowas-intervention.scenario"
CHARTER = "liptako-gourma"
EVALUATIONS = 50
"""How many evaluations one measurement takes the mean of."""

LOADING = """
import time
start = time.perf_counter()
import charter.cli.guard, charter.engine.charters, charter.engine.run, charter.report.overview
import charter.scenario.load, charter.syntax.lexer, charter.testing.compare
print(time.perf_counter() - start)
"""

FIRST_READING = f"""
import time
from charter.elaborate.library import load
import charter.syntax.lexer
start = time.perf_counter()
load({CHARTER!r})
print(time.perf_counter() - start)
"""


@dataclass(frozen=True)
class Figure:
    """What was measured, in a unit, several times; ``aim`` is the most it should be."""

    name: str
    unit: str
    values: tuple[float, ...]
    aim: float | None = None

    @property
    def median(self) -> float:
        return median(self.values)

    def __str__(self) -> str:
        low, middle, high = min(self.values), self.median, max(self.values)
        aim = f"{self.aim:8.0f}" if self.aim else " " * 8
        return f"{self.name:52}{low:9.1f}{middle:9.1f}{high:9.1f}  {self.unit:3}{aim}"


def repeated(measure: Callable[[], float], runs: int) -> tuple[float, ...]:
    measure()
    return tuple(measure() for _ in range(runs))


# ------------------------------------------------------------------ whole processes


def process(arguments: list[str], cache: Path | None) -> tuple[float, float, str]:
    """How long a process of its own took, the most memory it held, and what it printed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "CHARTER_CACHE": str(cache or ""), "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        start = time.perf_counter()
        child = subprocess.Popen([sys.executable, *arguments], env=environment, stdout=said)
        _, status, used = os.wait4(child.pid, 0)
        took = time.perf_counter() - start
        assert os.waitstatus_to_exitcode(status) == 0, arguments
        said.seek(0)
        return took, used.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2), said.read()


def whole(arguments: list[str], cache: Path) -> Callable[[], float]:
    return lambda: 1000 * process(["-m", "charter", *arguments], cache)[0]


def told(code: str, cache: Path | None) -> Callable[[], float]:
    """What code in a process of its own measures and prints, in milliseconds."""
    return lambda: 1000 * float(process(["-c", code], cache)[2])


def own_charter(folder: Path) -> Path:
    """The same scenario beside a copy of its charter, which is then read in each run."""
    text = (ROOT / "charter" / "library" / f"{CHARTER}.charter").read_text("utf-8")
    (folder / "own.charter").write_text(text, "utf-8")
    scenario = folder / SCENARIO.name
    scenario.write_text(SCENARIO.read_text("utf-8").replace(CHARTER, "own.charter"), "utf-8")
    return scenario


def processes(runs: int, cache: Path) -> Iterator[Figure]:
    run, own = ["run", str(SCENARIO)], ["run", str(own_charter(cache))]
    yield Figure("charter --version", "ms", repeated(whole(["--version"], cache), runs), 80)
    yield Figure("charter run, three cases", "ms", repeated(whole(run, cache), runs), 350)
    read = repeated(whole(own, cache), runs)
    yield Figure("charter run, a charter that does not ship", "ms", read)
    yield Figure("of it, loading the program", "ms", repeated(told(LOADING, cache), runs))
    memory = repeated(lambda: process(["-m", "charter", *run], cache)[1], runs)
    yield Figure("charter run, most memory held", "MB", memory)
    kept = repeated(told(FIRST_READING, cache), runs)
    yield Figure("first reading of the charter, tables kept", "ms", kept)
    built = repeated(told(FIRST_READING, None), runs)
    yield Figure("first reading of the charter, tables built", "ms", built)


# ------------------------------------------------------------------ within one process


def reading() -> Callable[[], float]:
    """Reads the whole charter anew; a line more each time, so that nothing is remembered."""
    from charter.elaborate.charter import read_charter, treaty
    from charter.elaborate.library import find
    from charter.source import Source

    text = find(CHARTER).read_text("utf-8")
    lines = 0

    def measure() -> float:
        nonlocal lines
        lines += 1
        start = time.perf_counter()
        treaty(read_charter(Source(CHARTER, "\n" * lines + text), CHARTER))
        return 1000 * (time.perf_counter() - start)

    return measure


def evaluation(*, explain: bool) -> Callable[[], float]:
    """One evaluation of the scenario's first case, in microseconds: the mean of many."""
    from charter.elaborate.library import load
    from charter.engine.charters import resolve
    from charter.engine.evaluate import evaluate
    from charter.engine.plan import plan
    from charter.scenario.load import load_scenarios

    planned = plan((load(CHARTER),))
    world = load_scenarios(SCENARIO, resolve).cases[0].world

    def measure() -> float:
        start = time.perf_counter()
        for _ in range(EVALUATIONS):
            evaluate(planned, world, explain=explain)
        return 1_000_000 * (time.perf_counter() - start) / EVALUATIONS

    return measure


def within(runs: int) -> Iterator[Figure]:
    yield Figure("reading the charter again", "ms", repeated(reading(), runs), 60)
    bare = repeated(evaluation(explain=False), runs)
    yield Figure("one evaluation, without derivation", "µs", bare, 200)
    explained = repeated(evaluation(explain=True), runs)
    yield Figure("one evaluation, with derivation", "µs", explained, 1000)


# ------------------------------------------------------------------ the whole


def measured(runs: int) -> tuple[Figure, ...]:
    with tempfile.TemporaryDirectory() as cache:
        return (*processes(runs, Path(cache)), *within(runs))


def ratios(figures: tuple[Figure, ...]) -> Iterator[str]:
    of = {figure.name: figure.median for figure in figures}
    for name, other in (
        ("first reading of the charter, tables built", "first reading of the charter, tables kept"),
        ("one evaluation, with derivation", "one evaluation, without derivation"),
    ):
        yield f"{name}: {of[name] / of[other]:.1f} times {other.rpartition(', ')[2]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=11, help="how often each is measured")
    runs = parser.parse_args().runs
    figures = measured(runs)
    print(f"{datetime.now(UTC):%Y-%m-%d}, {platform.system()} {platform.machine()}, ", end="")
    print(f"{os.cpu_count()} processors, Python {platform.python_version()}, {runs} runs")
    print(f"{'':52}{'least':>9}{'median':>9}{'most':>9}{'':5}{'aim':>8}")
    print(*figures, sep="\n")
    print(*ratios(figures), sep="\n")


if __name__ == "__main__":
    main()
