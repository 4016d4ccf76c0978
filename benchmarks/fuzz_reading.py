"""Reads mutated clauses, a million of them, and reports each that is misread whatever it says.

A text is misread if reading it raises anything but a diagnostic, takes over two seconds, differs
from one time to the next, or gives cards that do not fit their schema or words as not read that
do not stand in it. Texts are made of the library's articles, of the clauses of a corpus where
there is one, and of the grammar's own vocabulary; each follows from its seed.

With ``--state FILE`` the run can be stopped at any time and goes on where it stopped. The digest
printed at the end is of all that was read: another run of the same seeds prints the same, also
under another PYTHONHASHSEED.
"""

import argparse
import json
import signal
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path

from charter.testing.misreading import SLOWEST, faults, told
from charter.testing.mutation import Stock, mutated, stock

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "clauses.jsonl"
MILLION = 1_000_000
BLOCK = 500
"""How many texts are read between two times that the state is kept."""

HANGS = 10 * SLOWEST
"""After how many seconds of the processor a reading is broken off."""


@dataclass(frozen=True)
class Failing:
    """A text that is misread, with what is wrong."""

    seed: int
    text: str
    faults: tuple[str, ...]

    def __str__(self) -> str:
        wrong = "".join(f"\n  {each}" for each in self.faults)
        return f"seed {self.seed}: {self.text!a}{wrong}"


@dataclass(frozen=True)
class State:
    """How far a run has come: the seed to go on with, the digest so far, what has failed."""

    made_from: str
    first: int
    following: int
    digest: str = ""
    failing: tuple[Failing, ...] = ()


# ------------------------------------------------------------------ one run


def read_on(state: State, seed: int, made_from: Stock) -> State:
    """The state after reading the text of one more seed."""
    text = mutated(seed, made_from)
    signal_after(HANGS)
    found = faults(text)
    said = "" if found else told(text)
    signal_after(0)
    digest = sha256(f"{state.digest}{said}".encode()).hexdigest()
    more = (Failing(seed, text, found),) if found else ()
    return replace(state, following=seed + 1, digest=digest, failing=state.failing + more)


def run(state: State, last: int, made_from: Stock, file: Path | None) -> State:
    """The state at the end, or where the run was interrupted; kept in the file as it goes."""
    start, begun = time.monotonic(), state.following
    with suppress(KeyboardInterrupt):
        for seed in range(begun, last):
            state = read_on(state, seed, made_from)
            if not (seed + 1) % BLOCK:
                keep(state, file)
                speed = (seed + 1 - begun) / (time.monotonic() - start)
                show(f"{seed + 1:,}/{last:,}  {len(state.failing)} failing  {speed:.0f}/s")
    keep(state, file)
    show("")
    return state


def signal_after(seconds: float) -> None:
    """Break off a reading that goes on for too long, where the system has such a timer."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def broken_off(*_: object) -> None:
    raise TimeoutError(f"broken off after {HANGS:.0f} s")


def show(line: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[2K{line}", end="", file=sys.stderr, flush=True)


# ------------------------------------------------------------------ what is kept between runs


def mark(made_from: Stock) -> str:
    """A mark of what texts are made from: with other clauses, seeds are of other texts."""
    return sha256(json.dumps(asdict(made_from)).encode()).hexdigest()[:16]


def keep(state: State, file: Path | None) -> None:
    """Write the state, whole or not at all."""
    if file:
        part = file.with_name(f"{file.name}.part")
        part.write_text(json.dumps(asdict(state)), "ascii")
        part.replace(file)


def recalled(file: Path | None, begun: State) -> State:
    """The state that was kept of the same run, else that of one that begins."""
    if not file or not file.exists():
        return begun
    kept = json.loads(file.read_text("ascii"))
    failing = tuple(Failing(**{**each, "faults": (*each["faults"],)}) for each in kept["failing"])
    state = State(**{**kept, "failing": failing})
    if (state.made_from, state.first) != (begun.made_from, begun.first):
        sys.exit(f"{file} is of other seeds, another grammar or other clauses; delete it first")
    return state


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=MILLION, help="how many texts are read")
    parser.add_argument("--first", type=int, default=0, help="the seed of the first of them")
    parser.add_argument("--state", type=Path, help="file by which a stopped run goes on")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="JSON lines with clauses")
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if hasattr(signal, "SIGPROF"):
        signal.signal(signal.SIGPROF, broken_off)
    made_from = stock(given.corpus)
    state = recalled(given.state, State(mark(made_from), given.first, given.first))
    state = run(state, given.first + given.count, made_from, given.state)
    print(*state.failing, sep="\n", end="\n" if state.failing else "")
    read = state.following - state.first
    print(f"{read:,} texts read, {len(state.failing):,} failing; digest {state.digest[:16]}")
    return 1 if state.failing else 0


if __name__ == "__main__":
    sys.exit(main())
