"""Pages of documentation: their fenced blocks, and whether what they show is so.

- ``console``: each ``$ command`` is run; what stands under it is its output (``...`` elides lines);
- ``python``: a doctest where it has prompts, else a script;
- ``charter`` and ``scenario``: a whole file, checked and tested; a name after the word keeps it
  under that name for the blocks that follow; ``fragment`` after it says that it is read as clauses;
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

ROOT = Path(__file__).parent.parent
FENCE = re.compile(r"^(`{3,})(\w*)[ ]*([^\n`]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
CHECKED_BY = {"charter": ("check",), "scenario": ("test",), "fragment": ("read",)}


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
    programs = os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", "")])
    return subprocess.run(
        command,
        shell=isinstance(command, str),
        cwd=folder,
        env={**os.environ, "PATH": programs, "COLUMNS": "80", "PYTHONUTF8": "1"},
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


def check_file(block: Block, folder: Path) -> None:
    is_fragment = block.rest == "fragment"
    name = "fragment.charter" if is_fragment else block.rest or f"shown.{block.language}"
    (folder / name).write_text(block.text, "utf-8")
    verb = CHECKED_BY["fragment" if is_fragment else block.language]
    ran = run([sys.executable, "-m", "charter", *verb, name], folder)
    assert ran.returncode == 0, ran.stdout


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
        case "sh":
            check_set_up(block)
        case other:
            assert other in {"text", "json", "toml", "lark"}, f"nothing checks `{other}` blocks"
