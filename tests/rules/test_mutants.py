"""Every law is really looked for: one wrong edit of the rules for each, and its test turns red.

The edits stand in tests/rules/mutants/edits.toml. Each is made in a copy of the rules, where only
the test that it names is run.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
EDITS = tomllib.loads((HERE / "mutants" / "edits.toml").read_text())["edit"]
LAWS_TESTED_HERE = {
    number
    for file in HERE.glob("test_*.py")
    for number in re.findall(r"^def test_law_(\d+)_", file.read_text(), re.MULTILINE)
}

pytestmark = pytest.mark.slow


@pytest.fixture
def copy(tmp_path):
    """A copy of the rules, of their tests and of the page that describes them."""
    for part in ("rules", "tests/rules"):
        ignored = shutil.ignore_patterns("__pycache__", "test_mutants.py")
        shutil.copytree(ROOT / part, tmp_path / part, ignore=ignored)
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "architecture.md", tmp_path / "docs")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def run(copy, *tests):
    """Run these tests there, and return how it ended and what was printed."""
    named = [f"tests/rules/{test}" for test in tests]
    quiet = ["-q", "-x", "-p", "no:xdist", "-p", "no:cacheprovider", "-p", "no:cov"]
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", *quiet, *named],
        cwd=copy,
        env={"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return ended.returncode, ended.stdout + ended.stderr


def test_every_law_that_is_tested_here_has_a_wrong_edit():
    assert {edit["law"] for edit in EDITS} >= LAWS_TESTED_HERE
    assert len(LAWS_TESTED_HERE) > 20


def test_without_a_wrong_edit_all_of_them_are_green(copy):
    code, printed = run(copy, *dict.fromkeys(edit["test"] for edit in EDITS))
    assert code == 0, printed


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: f"{edit['law']}: {edit['why']}")
def test_a_wrong_edit_turns_its_law_red(copy, edit):
    file = copy / "rules" / edit["file"]
    text = file.read_text()
    assert text.count(edit["old"]) == 1, "the rules have changed: write the edit anew"
    file.write_text(text.replace(edit["old"], edit["new"]))

    code, printed = run(copy, edit["test"])

    assert code == 1, printed
    assert "1 failed" in printed, printed
    # Red because the law is broken, not because the copy cannot be run.
    assert re.search(r"^E +(assert|AssertionError|rules\.)", printed, re.MULTILINE), printed
