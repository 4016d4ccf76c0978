"""Every diagnostic code has a page, and what its page shows is so.

A page holds the code's title and explanation, an example, the command that refuses it with what it
says, and how to mend it. The example is a ``charter`` or ``scenario`` block, or, where it cannot be
shown, a ``python`` block with an expression for its bytes; it is kept as ``example.charter`` or
``example.scenario``.
"""

from importlib.util import find_spec
from pathlib import Path

import pytest
from pages import ROOT, Block, blocks, commands, is_shown, run

from charter.codes import CODES
from charter.diagnostics import Refused
from charter.source import Source
from charter.syntax.prescan import read_source

FOLDER = ROOT / "docs" / "diagnostics"
WITH_PAGES = [code for code in CODES if (FOLDER / f"{code}.md").exists()]
BEFORE_READING = [code for code in WITH_PAGES if code <= "C010"]
"""The codes of what is refused before any grammar sees the file."""


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
        if block.language != "console":
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


@pytest.mark.parametrize("code", WITH_PAGES)
def test_a_page_explains_its_code(code):
    parts = sections(page(code))
    title, _, explanation = parts[""].strip().partition("\n\n")
    assert title == f"# {code}: {CODES[code].title}"
    assert explanation.split() == CODES[code].explanation.split()
    assert list(parts) == ["", "Example", "How to mend it"]
    assert all(parts.values())
    assert f"[{code}]: " in shown(code)[1]


def test_every_page_is_of_a_code():
    assert {each.stem for each in FOLDER.glob("C*.md")} <= CODES.keys()


@pytest.mark.parametrize("code", BEFORE_READING)
def test_the_example_is_refused_in_the_words_shown(code, tmp_path, monkeypatch):
    keep_example(code, tmp_path)
    monkeypatch.chdir(tmp_path)
    command, words = shown(code)
    assert is_shown(words, str(outcome(command.split()[-1])))


@pytest.mark.skipif(find_spec("charter.cli") is None, reason="there is no command line yet")
@pytest.mark.parametrize("code", WITH_PAGES)
def test_the_command_says_the_words_shown(code, tmp_path):
    keep_example(code, tmp_path)
    command, words = shown(code)
    ran = run(command, tmp_path)
    assert ran.returncode in {1, 2}, ran.stdout
    assert is_shown(words, ran.stdout), ran.stdout
