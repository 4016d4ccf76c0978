"""However the shipped files are damaged, the program says what is wrong, in words, with a place."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pages import ROOT
from sessions import charter

CHARTERS = sorted(ROOT.glob("charter/library/*.charter"))
SCENARIOS = sorted(ROOT.glob("scenarios/*.scenario"))
PIECES = {"word": r"\S+\s*", "line": r"[^\n]*\n", "character": r"(?s:.)"}
ODD = st.sampled_from(
    ["\0", "\u202e", "\ufeff", "\u200b", "(", ")" * 200, "(" * 200, '"', "”", ".", ":", "#", "\r",
     "日本", "e\u0301", "\t", "Article 6", "Reading", "Given\n", "\nVariation:", "30 February 2023"]
)  # fmt: skip
DIAGNOSTIC = re.compile(r"^error\[C\d{3}\]: \S", re.MULTILINE)
PLACED = re.compile(r"^ *\^+$", re.MULTILINE)
OF_WHOLE_FILES = re.compile(r"C00[128]|C02|C03[67]")


@dataclass(frozen=True)
class Damage:
    """What is done to the piece of a text that lies at a share of it."""

    what: str
    piece: str
    share: float
    put: str

    def __call__(self, text: str) -> str:
        pieces = re.findall(PIECES[self.piece], text)
        if len(pieces) < 3:
            return text
        at = min(int(self.share * len(pieces)), len(pieces) - 2)
        match self.what:
            case "delete":
                del pieces[at]
            case "double":
                pieces.insert(at, pieces[at])
            case "swap":
                pieces[at : at + 2] = [pieces[at + 1], pieces[at]]
            case "cut":
                del pieces[at:]
            case _:
                pieces.insert(at, self.put)
        return "".join(pieces)


damages = st.lists(
    st.builds(
        Damage,
        st.sampled_from(["delete", "double", "swap", "insert", "delete", "swap", "cut"]),
        st.sampled_from(sorted(PIECES)),
        st.floats(0, 1),
        ODD | st.text(max_size=6),
    ),
    min_size=1,
    max_size=4,
)


def damaged(path: Path, done: list[Damage]) -> bytes:
    text = path.read_text("utf-8")
    for each in done:
        text = each(text)
    return text.encode("utf-8", "surrogatepass")


def check(*arguments: str) -> None:
    ended = charter(*arguments)
    said = (arguments, ended.err)
    assert ended.status in {0, 1, 2}, said
    assert "C039" not in ended.err, said
    assert "Traceback" not in ended.out + ended.err, said
    if ended.status == 2:
        assert DIAGNOSTIC.search(ended.err), said
        assert PLACED.search(ended.err) or OF_WHOLE_FILES.search(ended.err), said


def check_charter(folder: Path, raw: bytes) -> None:
    (folder / "bent.charter").write_bytes(raw)
    for command in ("check", "read", "fmt"):
        check(command, "bent.charter")


def check_scenario(folder: Path, raw: bytes) -> None:
    (folder / "bent.scenario").write_bytes(raw)
    check("run", "--reading", "all", "bent.scenario")
    check("test", "bent.scenario")
    check("why", "bent.scenario", "Mali owes Niger assistance")
    check("why-not", "bent.scenario", "Mali breaches Article 8")
    check("fmt", "bent.scenario")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("bent")


examples = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@examples
@given(st.sampled_from(CHARTERS), damages)
def test_a_damaged_charter_is_read_or_refused(folder, monkeypatch, path, done):
    monkeypatch.chdir(folder)
    check_charter(folder, damaged(path, done))


@examples
@given(st.sampled_from(SCENARIOS), damages)
def test_a_damaged_scenario_is_run_or_refused(folder, monkeypatch, path, done):
    monkeypatch.chdir(folder)
    check_scenario(folder, damaged(path, done))


@examples
@given(st.text(max_size=80))
def test_any_question_is_answered_or_refused(monkeypatch, question):
    monkeypatch.chdir(ROOT)
    check("why", "--", str(SCENARIOS[0]), question)
