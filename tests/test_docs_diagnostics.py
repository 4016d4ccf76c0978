"""Every diagnostic code has a page, and what its page shows is so.

A page holds the code's title and explanation, an example, the command that refuses it with what it
says, and how to mend it. The example is a ``charter`` or ``scenario`` block, or, where it cannot be
shown, a ``python`` block with an expression for its bytes; it is kept as ``example.charter`` or
``example.scenario``. ``CHARTER_UPDATE=1`` writes anew what a command says; read the difference.
"""

import os
import shlex
from pathlib import Path

import pytest
from pages import ROOT, Block, blocks, commands, is_shown, run
from sessions import charter

from charter.cli import guard
from charter.codes import CODES
from charter.diagnostics import Refused
from charter.source import Source
from charter.syntax.prescan import read_source

FOLDER = ROOT / "docs" / "diagnostics"
UPDATE = os.environ.get("CHARTER_UPDATE") == "1"
BEFORE_READING = [code for code in CODES if code <= "C010"]
"""The codes of what is refused before any grammar sees the file."""

PROVOKED = {
    "C038": compile("raise RecursionError", "evaluate.py", "exec"),
    "C039": compile("raise ValueError", "evaluate.py", "exec"),
}
"""What stands in for the faults that no input is known to bring about."""


def page(code: str) -> str:
    return (FOLDER / f"{code}.md").read_text("utf-8")


def sections(text: str) -> dict[str, str]:
    """The parts of a page under its second headings; the part before them under ``""``."""
    first, *others = text.split("\n## ")
    parts = (other.partition("\n") for other in others)
    return {"": first, **{title: body.strip() for title, _, body in parts}}


def shown(code: str) -> tuple[str, str]:
    """The one command of a page, and what it is shown to say."""
    (console,) = (each for each in blocks(page(code)) if each.language == "console")
    (found,) = commands(console.text)
    return found


def keep_example(code: str, folder: Path) -> None:
    for block in blocks(page(code)):
        if block.language not in {"console", "text"}:
            suffix = "scenario" if block.language == "scenario" else "charter"
            (folder / f"example.{suffix}").write_bytes(example(block))


def example(block: Block) -> bytes:
    assert block.language in {"charter", "scenario", "python"}
    if block.language != "python":
        return block.text.encode()
    raw = eval(block.text)
    assert isinstance(raw, bytes)
    return raw


def outcome(path: str) -> Source | Refused:
    try:
        return read_source(path)
    except Refused as refusal:
        return refusal


@pytest.mark.parametrize("code", CODES)
def test_a_page_explains_its_code(code):
    parts = sections(page(code))
    title, _, explanation = parts[""].strip().partition("\n\n")
    assert title == f"# {code}: {CODES[code].title}"
    assert explanation.split() == CODES[code].explanation.split()
    assert list(parts) == ["", "Example", "How to mend it"]
    assert all(parts.values())
    assert f"[{code}]: " in shown(code)[1]


def test_every_code_has_a_page_and_every_page_a_code():
    assert {each.stem for each in FOLDER.glob("C*.md")} == CODES.keys()


@pytest.mark.parametrize("code", BEFORE_READING)
def test_the_example_is_refused_in_the_words_shown(code, tmp_path, monkeypatch):
    keep_example(code, tmp_path)
    monkeypatch.chdir(tmp_path)
    command, words = shown(code)
    assert is_shown(words, str(outcome(command.split()[-1])))


@pytest.mark.parametrize("code", [code for code in CODES if code not in PROVOKED])
def test_the_command_says_the_words_shown(code, tmp_path, monkeypatch):
    keep_example(code, tmp_path)
    command, words = shown(code)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    *before, last = command.split(" && ")
    for each in before:
        run(each, tmp_path)
    program, *arguments = shlex.split(last)
    ended = charter(*arguments)
    assert program == "charter"
    assert ended.status in ({0} if words.startswith("note") else {1, 2}), ended.out
    said = ended.err + ended.out
    if UPDATE and not is_shown(words, said):
        plain = "\n".join(map(str.rstrip, said.rstrip("\n").split("\n")))
        (FOLDER / f"{code}.md").write_text(page(code).replace(words, plain), "utf-8")
    assert is_shown(shown(code)[1], said), said


@pytest.mark.parametrize("code", PROVOKED)
def test_what_no_input_is_known_to_bring_about_is_said_as_shown(code, monkeypatch):
    def broken(*_arguments, **_options):
        exec(PROVOKED[code])

    monkeypatch.setattr(guard.app, "main", broken)
    command, words = shown(code)
    ended = charter(*shlex.split(command)[1:])
    assert (ended.status, ended.out) == (2, "")
    assert is_shown(words, ended.err), ended.err
