"""The gate on branches bites: one branch that nobody took, or a file that is gone, fails it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKE = shutil.which("make")
BIN = Path(sys.executable).parent

ROOMS = ("rules", "sealing", "storage", "handlers", "bot", "simulator")
WATCHED = (
    *("rules/watch.py", "sealing/fields.py", "storage/inbox.py", "storage/journal.py"),
    *("storage/outbox.py", "bot/ear.py", "bot/courier.py"),
)
FILE = "def answer(late):\n    if late:\n        return 1\n    return 0\n"
BOTH = "from {room} import {name}\n{name}.answer(True), {name}.answer(False)\n"
ONE = "from {room} import {name}\n{name}.answer(True)\n"


@pytest.fixture
def house(tmp_path):
    for file in ("Makefile", "pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / file, tmp_path)
    for room in ROOMS:
        (tmp_path / room).mkdir()
        (tmp_path / room / "__init__.py").touch()
    for file in WATCHED:
        (tmp_path / file).write_text(FILE)
    return tmp_path


def gate(house, half_tested=None):
    """Runs the house once, counting branches, then asks the gate."""
    lines = ""
    for file in filter(lambda file: (house / file).exists(), WATCHED):
        room, name = file.removesuffix(".py").split("/")
        lines += (ONE if file == half_tested else BOTH).format(room=room, name=name)
    (house / "life.py").write_text(lines)
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "COV"))}
    subprocess.run([BIN / "coverage", "run", "life.py"], cwd=house, env=plain, check=True)
    settled = [f"--assume-old=.venv/{stamp}" for stamp in ("installed", "installed-dev")]
    return subprocess.run(
        [MAKE, "branches", f"BIN={BIN}", *settled],
        cwd=house,
        env=plain,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_house_whose_every_branch_was_taken_passes(house):
    said = gate(house)

    assert said.returncode == 0, said.stdout + said.stderr
    assert said.stdout.count("every branch of") == len(WATCHED)


@pytest.mark.slow
@pytest.mark.parametrize("file", WATCHED)
def test_one_branch_that_nobody_took_fails(house, file):
    said = gate(house, half_tested=file)

    assert said.returncode == 2
    assert file in said.stdout


@pytest.mark.slow
@pytest.mark.parametrize("file", WATCHED)
def test_a_file_that_was_renamed_away_fails(house, file):
    if file in {"rules/watch.py", "sealing/fields.py"}:
        shutil.rmtree((house / file).parent)
    else:
        (house / file).unlink()

    said = gate(house)

    assert said.returncode == 2
    assert "No data to report" in said.stdout
