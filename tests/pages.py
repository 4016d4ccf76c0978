"""Pages of documentation: their fenced blocks, and whether what they show is so.

- ``console``: each ``$ command`` is run; what stands under it is its output (``...`` elides lines);
- ``python``: a doctest where it has prompts, else a script;
- ``charter`` and ``scenario``: a whole file, checked and tested; a name after the word keeps it
  under that name for the blocks that follow; ``fragment`` after it says that it is read as clauses;
- ``charter-with-warnings``: a charter of which the check finds something, kept under its name;
- ``stated`` and ``expected``: sentences of a scenario; the word after it names a file that a block
  above kept, and each sentence is read as a variation of the scenario in that file;
- ``clauses``: sentences of a charter, each read by itself to its last word;
- ``sh``: sets a machine up, so it is not run here, but .ci/run or a test must contain each line.
"""

import doctest
import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from charter.elaborate.bare import read_clause
from charter.engine.charters import resolve
from charter.rules.provision import Unread
from charter.scenario.load import read_scenarios
from charter.source import Source

ROOT = Path(__file__).parent.parent
FENCE = re.compile(r"^(`{3,})([\w-]*)[ ]*([^\n`]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
CHECKED_BY = {
    "charter": ("check",),
    "charter-with-warnings": ("check",),
    "scenario": ("test",),
    "fragment": ("read",),
}


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, what follows it on the line, its text, its first line."""

    language: str
    rest: str
    text: str
    line: int


def blocks(page: str) -> Iterator[Block]:
    for match in FENCE.finditer(page):
        yield Block(match[2], match[3].strip(), match[4], page.count("\n", 0, match.start()) + 2)


def commands(text: str) -> Iterator[tuple[str, str]]:
    r"""Each command of a console block with the output shown; a line that ends in \ goes on."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command = re.match(r"(?:[^\n]*\\\n)*[^\n]*", part)
        assert command
        yield command[0], part[command.end() :].strip("\n")


def is_shown(shown: str, said: str) -> bool:
    """Whether the output is as shown, spaces at the ends of lines and elided lines aside."""
    lines = [line.rstrip() for line in shown.strip("\n").split("\n")]
    pattern = "".join("(?:.*\n)*?" if line == "..." else re.escape(line) + "\n" for line in lines)
    told = "".join(line.rstrip() + "\n" for line in said.strip("\n").split("\n"))
    return re.fullmatch(pattern, told) is not None


def run(command: str | list[str], folder: Path) -> "subprocess.CompletedProcess[str]":
    """What a reader sees at a terminal of their own: without what makes pytest talk to robots."""
    theirs = {
        name: value for name, value in os.environ.items() if name not in ("CI", "BUILD_NUMBER")
    }
    programs = os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", "")])
    return subprocess.run(
        command,
        shell=isinstance(command, str),
        cwd=folder,
        env={**theirs, "PATH": programs, "COLUMNS": "80", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def check_console(block: Block, folder: Path) -> None:
    assert block.text.startswith("$ "), "a console block begins with a command"
    for command, shown in commands(block.text):
        said = run(command, folder).stdout
        assert is_shown(shown, said), f"$ {command}\n{said}"


def check_python(block: Block, names: dict[str, object]) -> None:
    if ">>> " not in block.text:
        exec(compile(block.text, f"line {block.line}", "exec"), names)
        return
    test = doctest.DocTestParser().get_doctest(block.text, names, "page", None, block.line)
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    assert runner.run(test, out=said.append, clear_globs=False).failed == 0, "".join(said)
    names |= test.globs


def check_file(block: Block, folder: Path, *, status: int = 0) -> None:
    is_fragment = block.rest == "fragment"
    name = "fragment.charter" if is_fragment else block.rest or f"shown.{block.language}"
    (folder / name).write_text(block.text, "utf-8")
    verb = CHECKED_BY["fragment" if is_fragment else block.language]
    ran = run([sys.executable, "-m", "charter", *verb, name], folder)
    assert ran.returncode == status, ran.stdout


def sentences(text: str) -> list[str]:
    """The sentences of a block, each ended by a full stop at the end of a line; comments aside."""
    lines = [line for line in text.split("\n") if not line.startswith("#")]
    return re.findall(r"\S[^\0]*?\.(?=\n|$)", "\n".join(lines))


def check_sentences(block: Block, folder: Path) -> None:
    """Each sentence can be said of the scenario in the file that the block names."""
    world = (folder / block.rest).read_text("utf-8")
    head = "" if block.language == "stated" else "Then\n"
    found = sentences(block.text)
    assert found, "a block of sentences holds at least one"
    for sentence in found:
        text = f"{world}\nVariation: one more\n{head}  {sentence}\n"
        read_scenarios(Source(str(folder / block.rest), text), resolve)


def check_clauses(block: Block) -> None:
    found = sentences(block.text)
    assert found, "a block of clauses holds at least one"
    for sentence in found:
        for provision in read_clause(Source("clause", sentence)).provisions:
            assert not isinstance(provision, Unread), sentence
            assert not provision.unread, sentence


def check_set_up(block: Block) -> None:
    """A line that sets a machine up is one that continuous integration or a test runs too."""
    others = [each for each in (ROOT / "tests").glob("*.py") if each.name != "test_docs.py"]
    runners = [each for each in (ROOT / ".ci" / "run", *others) if each.is_file()]
    run_elsewhere = "".join(each.read_text("utf-8") for each in runners)
    for line in filter(None, map(str.strip, block.text.split("\n"))):
        assert line.startswith("#") or line in run_elsewhere, line


def check(block: Block, folder: Path, names: dict[str, object]) -> None:
    match block.language:
        case "console":
            check_console(block, folder)
        case "python":
            check_python(block, names)
        case "charter" | "scenario":
            check_file(block, folder)
        case "charter-with-warnings":
            check_file(block, folder, status=1)
        case "stated" | "expected":
            check_sentences(block, folder)
        case "clauses":
            check_clauses(block)
        case "sh":
            check_set_up(block)
        case other:
            assert other in {"text", "json", "toml", "lark"}, f"nothing checks `{other}` blocks"
