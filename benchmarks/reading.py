"""Measures how fast treaty text is read: clauses, a megabyte, text that is made to be slow.

Each clause is read anew each time; nothing is remembered between two readings but the parse
tables. Times are of the processor, so that what else runs on the machine counts little. Text made
to be slow is read at three lengths, each twice the last: where reading is linear, each takes twice
as long as the last, where it is quadratic, four times.
"""

import argparse
import json
import os
import platform
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from statistics import median

from figures import CHARTER, ROOT, Figure, process

CORPUS = ROOT.parent / "shared" / "corpus" / "clauses.jsonl"
MEGABYTE = 1_000_000
LENGTH = 2_500
"""How many words the shortest text of a family has, about."""

CLAUSE = """\
Should one of the High Contracting Parties become the object of an unprovoked armed attack on its
territory in Europe by any third State or group of States, each other Party shall, upon the request
of the Party so attacked and in accordance with its constitutional processes, at once come to its
aid and support it with all military, economic and other means in its power, and the Parties shall
consult together without delay on the measures to be taken, provided that no Party shall be obliged
to send its armed forces outside Europe, until the Security Council has taken the measures
necessary to restore and maintain international peace and security.
"""
"""A clause of a hundred words."""

FAMILIES: dict[str, Callable[[int], str]] = {
    "parties in a list": lambda n: f"{named(n // 2)} and France shall assist Belgium.",
    "events in a list": lambda n: (
        f"In case of {'invasion, blockade or ' * (n // 3)}attack, the Parties shall consult."
    ),
    "acts in a list": lambda n: f"The Parties shall {'assist each other, ' * (n // 3)}and consult.",
    "conditions within a clause": lambda n: (
        "The Parties shall, " + "if a Party is attacked, " * (n // 5) + "assist it."
    ),
    "and, again and again": lambda n: f"The Parties shall assist {'and ' * n}each other.",
    "conditions, one in another": lambda n: (
        "If a Party is attacked, " * (n // 5) + "the others shall assist it."
    ),
    "exceptions, one in another": lambda n: (
        "The Parties shall consult " + "unless a Party is attacked " * (n // 5) + "."
    ),
    "provisos, one after another": lambda n: (
        "The Parties shall consult"
        + ", provided that no Party shall assist an enemy" * (n // 8)
        + "."
    ),
    "clauses of one sentence": lambda n: (
        "A Party shall assist the other, and " * (n // 7) + "shall consult."
    ),
    "which, again and again": lambda n: (
        "The Parties shall assist a State" + ", which shall assist a State" * (n // 5) + "."
    ),
    "that, again and again": lambda n: (
        "The Parties declare " + "that the Parties agree " * (n // 4) + "that they shall consult."
    ),
    "determiners, one after another": lambda n: f"The Parties shall assist {'any ' * n}Party.",
    "articles cited": lambda n: (
        "Subject to Articles "
        + ", ".join(map(str, range(1, n + 1)))
        + ", the Parties shall consult."
    ),
    "items of a list": lambda n: (
        "The Parties shall assist each other against:\n" + "(a) an attack on a Party;\n" * (n // 6)
    ),
    "items with provisos": lambda n: (
        "The Parties shall:\n" + "(a) assist each other unless this is refused;\n" * (n // 8)
    ),
    "words that are not read": lambda n: f"The Parties shall {'blunge ' * n}.",
    "words and marks that are not read": lambda n: f"The Parties {'% blunge, ' * (n // 2)}.",
    "quotation marks never closed": lambda n: '“ "' * (n // 2) + "The Parties shall consult.",
    "numbers of paragraphs": lambda n: "(a) 1. (i) " * (n // 3) + "The Parties shall consult.",
    "full stops": lambda n: ". " * n,
    "one word": lambda n: "x" * n,
}
"""Texts that are made to be slow, of about so many words."""


def named(number: int) -> str:
    return ", ".join(f"State{chr(97 + n % 26)}{n}" for n in range(number))


def seconds(text: str) -> float:
    from charter.elaborate.bare import read_clause
    from charter.source import Source

    start = time.process_time()
    read_clause(Source("text", text))
    return time.process_time() - start


def articles() -> tuple[str, ...]:
    """The words of each article of the library's charter."""
    from charter.elaborate.charter import read_charter
    from charter.elaborate.library import find
    from charter.source import Source

    charter = read_charter(Source(CHARTER, find(CHARTER).read_text("utf-8")), CHARTER)
    return tuple(each.wording.text for each in charter.articles)


# ------------------------------------------------------------------ clauses


def corpus() -> tuple[str, ...]:
    lines = CORPUS.read_text("utf-8").splitlines() if CORPUS.is_file() else []
    return tuple(json.loads(line)["text"] for line in lines)


def clauses(runs: int) -> Iterator[Figure]:
    """Each clause's median, and what all of them take together."""
    hundred = tuple(1000 * seconds(CLAUSE) for _ in range(runs + 1))[1:]
    yield Figure("a clause of 100 words", "ms", hundred, 5)
    texts, what = (corpus(), "corpus clause") if corpus() else (articles(), "article")
    rounds = [[1000 * seconds(text) for text in texts] for _ in range(runs)]
    each = tuple(median(values) for values in zip(*rounds, strict=True))
    yield Figure(f"each {what} by itself ({len(texts)})", "ms", each, 50)
    together = tuple(sum(values) for values in rounds)
    yield Figure(f"all of them ({len(texts)})", "ms", together, 1000)


# ------------------------------------------------------------------ a megabyte

READING = """
import sys, time
from charter.cli import collect_seldom
collect_seldom()
from charter.elaborate.bare import read_clause
from charter.source import Source
read_clause(Source("first", "The Parties shall consult."))
text = open(sys.argv[1], encoding="utf-8").read()
start = time.process_time()
read_clause(Source("text", text))
print(time.process_time() - start)
"""


def long_text(size: int) -> str:
    """The articles of the library's charter over and over, as many as fit."""
    whole = "\n".join(articles()) + "\n"
    return whole * (size // len(whole.encode()))


def megabyte(runs: int, size: int, folder: Path) -> Iterator[Figure]:
    """Time and memory of a process of its own that reads a long text, as the program does."""
    file = folder / "long.txt"
    file.write_text(long_text(size), "utf-8")
    found = [process(["-c", READING, str(file)], folder) for _ in range(runs)]
    name = f"treaty text of {size / MEGABYTE:.3g} MB"
    yield Figure(name, "ms", tuple(1000 * float(said) for *_, said in found), 3000)
    yield Figure(f"{name}, most memory held", "MB", tuple(used for _, used, _ in found), 512)


# ------------------------------------------------------------------ text made to be slow


def families(length: int) -> Iterator[str]:
    for name, made in FAMILIES.items():
        took = [min(seconds(made(times * length)) for _ in range(3)) for times in (1, 2, 4)]
        per_word = 1_000_000 * took[-1] / len(re.findall(r"\w+|[^\w\s]", made(4 * length)))
        ratios = "".join(f"{after / before:8.1f}" for before, after in pairwise(took))
        yield f"{name:36}{1000 * took[-1]:10.0f} ms{per_word:8.0f} µs/word{ratios}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="how often each is measured")
    parser.add_argument("--size", type=int, default=MEGABYTE, help="bytes of the long text")
    parser.add_argument("--length", type=int, default=LENGTH, help="words of text made to be slow")
    given = parser.parse_args()
    print(f"{datetime.now(UTC):%Y-%m-%d}, {platform.system()} {platform.machine()}, ", end="")
    print(f"{os.cpu_count()} processors, Python {platform.python_version()}, {given.runs} runs")
    print(f"{'':52}{'least':>9}{'median':>9}{'most':>9}{'':5}{'aim':>8}")
    with tempfile.TemporaryDirectory() as folder:
        print(*clauses(given.runs), sep="\n")
        print(*megabyte(given.runs, given.size, Path(folder)), sep="\n", flush=True)
    print(f"\n{'text of ' + str(4 * given.length) + ' words':36}{'':31}{'2n : n':>4}{'4n : 2n':>8}")
    for line in families(given.length):
        print(line, flush=True)


if __name__ == "__main__":
    main()
