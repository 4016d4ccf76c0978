"""In which form results are given out: on a terminal, in a pipe, in a file."""

import json
import os
import pty
import re
import subprocess
import sys
from unittest import mock

import pytest
from markdown_it import MarkdownIt
from said import BEFORE, ECOWAS, ROOT, said

CONTROL = re.compile(r"\x1b\[[0-9;]*m")
COLOUR = re.compile(r"\x1b\[[0-9;]*3[0-9][0-9;]*m")
COMMANDS = (
    ("run", ECOWAS),
    ("test", ECOWAS),
    ("why", ECOWAS, "Mali owes Niger assistance"),
    ("why-not", ECOWAS, "Togo owes Niger assistance"),
    ("readings", ECOWAS),
    ("parties", "liptako-gourma", "--at", "2023-10-02"),
    ("read", "charter/library/liptako-gourma.charter"),
    ("library",),
    ("library", "show", "liptako-gourma"),
)


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("NO_COLOR", raising=False)


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What the program writes to a terminal of eighty columns."""
    ours, theirs = pty.openpty()
    given = {**os.environ, "COLUMNS": "80", "TERM": "xterm-256color", **environment}
    command = [sys.executable, "-m", "charter", *arguments]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=given) as program:
        os.close(theirs)
        parts = []
        while part := _read(ours):
            parts.append(part)
    os.close(ours)
    assert program.returncode == 0
    return b"".join(parts).decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""


def rich(*arguments: str, width: int = 80) -> str:
    return said(*arguments, "--format", "rich", "--width", str(width)).out


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("form", ["rich", "plain"])
def test_nothing_is_wider_than_asked(command, width, form):
    text = CONTROL.sub("", said(*command, "--format", form, "--width", str(width)).out)
    assert max(map(len, text.splitlines())) <= width


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_colour_and_plain_say_the_same_words(command):
    drawn = re.compile(r"[─━═╭╮╰╯│├└•|`=-]")
    shown = drawn.sub(" ", CONTROL.sub("", rich(*command, width=100)))
    plain = drawn.sub(" ", said(*command, "--width", "100").out)
    assert sorted(shown.split()) == sorted(plain.split())


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_markdown_is_read_back_as_headings_lists_and_tables_with_the_words_in_them(command):
    text = said(*command, "--format", "markdown").out
    tokens = MarkdownIt().enable("table").parse(text)
    kinds = {each.type for each in tokens}
    assert not kinds & {"code_block", "fence", "hr", "html_block", "ordered_list_open"}
    assert kinds >= {"heading_open"}
    inline = [child for each in tokens for child in each.children or ()]
    marks = {"html_inline", "link_open", "image", "code_inline"}
    assert {each.content for each in inline if each.type in marks} <= {"<br>"}
    assert ("| --- |" in text) == ("table_open" in kinds)
    bars = [each.content for each in inline if each.type == "text" and "|" in each.content]
    assert not bars


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_data_are_json(command):
    json.loads(said(*command, "--format", "json").out)


def test_a_terminal_gets_colour_and_a_pipe_does_not():
    shown = on_a_terminal("run", ECOWAS, "-v", BEFORE)
    assert COLOUR.search(shown)
    assert "╭" in shown
    piped = said("run", ECOWAS, "-v", BEFORE).out
    assert "\x1b" not in piped
    assert piped.isascii() is False  # the words of a scenario stay what they are
    assert "╭" not in piped


def test_no_color_is_honoured_on_a_terminal():
    shown = on_a_terminal("run", ECOWAS, "-v", BEFORE, NO_COLOR="1")
    assert "╭" in shown
    assert not COLOUR.search(shown)


def test_a_terminal_is_filled_no_further_than_a_line_can_be_read(monkeypatch):
    monkeypatch.setenv("COLUMNS", "400")
    assert max(map(len, said("run", ECOWAS).out.splitlines())) <= 110


def test_a_state_is_a_word_and_not_a_colour_alone():
    shown = CONTROL.sub("", rich("run", ECOWAS, "-v", "the attacker is a party"))
    assert {"owed", "breached", "undetermined"} <= set(shown.split())


def test_a_long_heading_is_broken_and_not_cut():
    shown = CONTROL.sub("", rich("why", ECOWAS, "Burkina Faso owes Niger assistance", width=60))
    assert "…" not in shown
    assert "under Article 6 of AES" in " ".join(shown.split())


def test_a_result_goes_whole_into_a_file_or_not_at_all(tmp_path):
    file = tmp_path / "report.md"
    told = said("run", ECOWAS, "--format", "markdown", "-o", file)
    assert (told.status, told.out) == (0, "")
    assert file.read_text("utf-8") == said("run", ECOWAS, "--format", "markdown").out
    file.write_text("kept", "utf-8")
    with mock.patch("os.fdopen", side_effect=KeyboardInterrupt):
        assert said("run", ECOWAS, "-o", file).status == 2
    assert file.read_text("utf-8") == "kept"
    assert [each.name for each in tmp_path.iterdir()] == ["report.md"]


def test_a_file_that_cannot_be_written_is_an_error_in_plain_words(tmp_path):
    told = said("run", ECOWAS, "-o", tmp_path / "nowhere" / "report.md")
    assert (told.status, told.out) == (2, "")
    assert "C036" in told.err


@pytest.mark.parametrize("name", ["flip", "export", "sweep", "import"])
def test_what_comes_later_says_so(name):
    told = said(name, "whatever", "--charters", "x")
    assert (told.status, told.out) == (2, "")
    assert f"`charter {name}` comes in a later version" in told.err


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("run", "--help"), ("library", "-h")])
def test_help_is_a_result(arguments):
    told = said(*arguments)
    assert told.status == 0
    assert "Usage: charter" in told.out


def test_help_lists_the_commands_in_the_order_of_use_in_a_pipe_and_on_a_terminal():
    order = ["run", "test", "why", "why-not", "readings", "parties", "read", "check", "fmt"]
    for text in (said("--help").out, CONTROL.sub("", on_a_terminal("--help"))):
        found = re.findall(r"^[\s│]*(\S+) +[A-Z]", text.partition("Commands")[2], re.MULTILINE)
        assert [each for each in found if each in order] == order


def test_no_arguments_and_a_command_that_is_none_are_calls_that_are_wrong():
    assert said().status == 2
    told = said("rum", ECOWAS)
    assert told.status == 2
    assert "rum" in told.err
