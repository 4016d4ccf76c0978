"""The package does the main job when it is installed away from the checkout."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from charter import __version__

ROOT = Path(__file__).parent.parent
SHIPPED = ("README.md", "LICENSE", "pyproject.toml", "charter/py.typed", "grammar/treaty.lark")

WATCHED = """
import json, sys
opened = []
sys.addaudithook(lambda event, told: opened.append(str(told[0])) if event == "open" else None)
from charter.cli.guard import status
code = status(sys.argv[1:])
from charter.syntax.grammar import grammar_folder
print(json.dumps([code, str(grammar_folder()), opened]), file=sys.stderr)
"""
"""Runs the program and tells its exit code, where its grammars are, and every file it opened."""


@dataclass(frozen=True)
class Installed:
    """An environment of its own, with the wheel and nothing of the checkout in it."""

    folder: Path
    programs: Path

    def run(self, program: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return ran([str(self.programs / program), *arguments], self.folder)


def ran(command: list[str], folder: Path) -> "subprocess.CompletedProcess[str]":
    left_out = {"PYTHONPATH", "PYTHONHOME", "COLUMNS"}
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    said = subprocess.run(
        command,
        cwd=folder,
        env={**kept, "PYTHONUTF8": "1", "CHARTER_CACHE": str(folder / "cache")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert said.returncode == 0, said.stdout + said.stderr
    return said


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """The folder with the source archive, and the wheel that was built from that archive."""
    folder = tmp_path_factory.mktemp("built")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    ran(build, folder)
    return folder


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory) -> Installed:
    folder = tmp_path_factory.mktemp("away")
    venv.create(folder / "env", with_pip=True)
    found = Installed(folder, folder / "env" / ("Scripts" if os.name == "nt" else "bin"))
    (wheel,) = built.glob("*.whl")
    found.run("python", "-m", "pip", "install", "--quiet", str(wheel))
    shutil.copy(ROOT / "scenarios" / "ecowas-intervention.scenario", folder / "one.scenario")
    return found


def test_the_source_archive_holds_what_the_wheel_is_built_from(built):
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    assert names.issuperset(SHIPPED)
    assert not [name for name in names if name.startswith((".ci", ".venv", "dist/"))]


def test_the_wheel_holds_the_package_its_grammars_and_its_library(built):
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    grammars = {f"charter/_grammar/{path.name}" for path in (ROOT / "grammar").glob("*.lark")}
    shelf = {f"charter/library/{path.name}" for path in (ROOT / "charter/library").iterdir()}
    assert names.issuperset(grammars | shelf | {"charter/py.typed"})
    assert not [name for name in names if name.startswith(("tests/", "scenarios/", "grammar/"))]


def test_the_installed_program_says_its_version_and_lists_its_library(installed):
    assert installed.run("charter", "--version").stdout.split()[-1] == __version__
    assert "liptako-gourma" in installed.run("charter", "library").stdout


def test_the_installed_program_runs_a_scenario(installed):
    rows = json.loads(installed.run("charter", "run", "one.scenario", "--format", "json").stdout)
    owing = {each["bearer"] for each in rows[0]["duties"] if each["state"] == "owed"}
    assert owing == {"Mali", "Burkina Faso"}
    assert all(said["held"] for row in rows for said in row["expectations"])


def test_the_installed_program_opens_no_file_of_the_checkout(installed):
    told = installed.run("python", "-c", WATCHED, "run", "one.scenario").stderr
    code, grammars, opened = json.loads(told.splitlines()[-1])
    assert code == 0
    assert Path(grammars).parts[-2:] == ("charter", "_grammar")
    assert Path(grammars).is_relative_to(installed.folder / "env")
    assert any(name.endswith("liptako-gourma.charter") for name in opened)
    assert not [name for name in opened if Path(name).is_relative_to(ROOT)]
