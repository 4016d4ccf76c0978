"""What the README and the pages in docs/ show is so, page by page, from top to bottom.

A page works in a folder of its own, which holds a copy of ``scenarios/``.
"""

import re
import shutil
from importlib.util import find_spec

import pytest
from pages import ROOT, Block, blocks, check, commands, is_shown

from charter.cli.app import app
from charter.cli.later import LATER
from charter.diagnostics import Refused

PAGES = [
    page
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
    if page.parent.name != "diagnostics"  # test_docs_diagnostics.py holds these to more
]


@pytest.mark.skipif(find_spec("charter.cli") is None, reason="there is no command line yet")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_shows_is_so(page, tmp_path, monkeypatch):
    shutil.copytree(ROOT / "scenarios", tmp_path / "scenarios")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "page"}
    for block in blocks(page.read_text("utf-8")):
        try:
            check(block, tmp_path, names)
        except Exception as error:
            error.add_note(f"{page.relative_to(ROOT)}:{block.line}: {block.language}")
            raise


def test_every_command_has_its_example_and_nothing_else_is_called_one():
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    sections = dict(
        re.findall(r"^## charter (\S+)\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    )
    assert sections.keys() == app.commands.keys() - LATER.keys()
    assert all(
        f"$ charter {name}" in body or f"| charter {name}" in body
        for name, body in sections.items()
    )
    assert all(f"`charter {name}" in page for name in LATER)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_refers_to_is_there(page):
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for link in re.findall(r"\]\(([^)#\s]+)", text):
        assert link.startswith("https:") or (page.parent / link).exists(), link
    for path, test in re.findall(r"`(tests/\w+\.py)(?:::(\w+))?`", text):
        assert f"def {test}" in (ROOT / path).read_text("utf-8"), (path, test)
    for path in re.findall(
        r"`((?:scenarios|charter|grammar|docs|benchmarks)/[\w./-]+\.\w+)`", text
    ):
        assert (ROOT / path).exists(), path


PAGE = """# A page

```console
$ charter run a.scenario \\
    --format plain
Mali owes Niger assistance
...
$ charter --version
```

````text
```python
not code
```
````

```charter pact.charter
Charter: Pact
```
"""


def test_blocks_are_taken_out_with_their_lines():
    console, text, charter = blocks(PAGE)
    assert [each.language for each in (console, text, charter)] == ["console", "text", "charter"]
    assert (charter.rest, charter.text, charter.line) == ("pact.charter", "Charter: Pact\n", 18)
    assert text.text.startswith("```python")


def test_commands_are_taken_out_with_what_is_shown_under_them():
    first, second = commands(next(blocks(PAGE)).text)
    assert first[0] == "charter run a.scenario \\\n    --format plain"
    assert first[1] == "Mali owes Niger assistance\n..."
    assert second == ("charter --version", "")


@pytest.mark.parametrize(
    ("shown", "said", "same"),
    [
        ("a\nb", "a  \nb\n", True),
        ("a\n...\nd", "a\nb\nc\nd\n", True),
        ("a\n...", "a\n", True),
        ("", "", True),
        ("", "a\n", False),
        ("a.c", "abc", False),
        ("a\nb", "a\nb\nc", False),
        ("a\n...\nd", "a\nb\n", False),
    ],
)
def test_output_is_as_shown_save_for_elided_lines(shown, said, same):
    assert is_shown(shown, said) is same


WORLD = """Scenario: One
Charters: liptako-gourma
When
  on 2 October 2023, Togo attacks Niger (the raid).
"""


def test_a_page_that_lies_fails(tmp_path):
    with pytest.raises(AssertionError, match="there"):
        check(Block("console", "", "$ echo there\nhere\n", 1), tmp_path, {})
    with pytest.raises(AssertionError, match="Expected"):
        check(Block("python", "", ">>> 1 + 1\n3\n", 1), tmp_path, {})
    with pytest.raises(ZeroDivisionError):
        check(Block("python", "", "1 / 0\n", 1), tmp_path, {})
    with pytest.raises(AssertionError, match="nowhere"):
        check(Block("sh", "", "# set-up\nget it from nowhere\n", 1), tmp_path, {})
    (tmp_path / "one.scenario").write_text(WORLD, "utf-8")
    for language in ("stated", "expected"):
        with pytest.raises(Refused):
            check(Block(language, "one.scenario", "the wind blows.\n", 1), tmp_path, {})
        with pytest.raises(AssertionError, match="at least one"):
            check(Block(language, "one.scenario", "# nothing\n", 1), tmp_path, {})
    with pytest.raises(AssertionError, match="blows"):
        check(Block("clauses", "", "The wind blows.\n", 1), tmp_path, {})
    with pytest.raises(AssertionError, match="nothing checks"):
        check(Block("prolog", "", "", 1), tmp_path, {})


def test_a_page_that_is_true_passes(tmp_path):
    names: dict[str, object] = {}
    check(Block("console", "", "$ echo one; echo two\n...\ntwo\n", 1), tmp_path, {})
    check(Block("python", "", "a = 1\n", 1), tmp_path, names)
    check(Block("python", "", ">>> a + 1\n2\n>>> b = a\n", 1), tmp_path, names)
    assert names["b"] == 1
    (tmp_path / "one.scenario").write_text(WORLD, "utf-8")
    check(Block("stated", "one.scenario", "the victim\n  is Mali.\n", 1), tmp_path, {})
    check(Block("expected", "one.scenario", "# who\nMali owes nothing.\n", 1), tmp_path, {})
    check(Block("clauses", "", "The Parties shall assist one another.\n", 1), tmp_path, {})
