"""The checks on style bite: what may not be written is refused, and the one exception is not."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUFF = Path(sys.executable).with_name("ruff")

CLOCK = "import datetime\n\n\ndef look():\n    return datetime.datetime.now(datetime.UTC)\n"
STOPWATCH = "import time\n\n\ndef look():\n    return time.time()\n"
MOCK = "from unittest import mock\n\nTELEGRAM = mock.Mock()\n"
CIRCLE = "from typing import TYPE_CHECKING\n\nBROKEN = TYPE_CHECKING\n"
TIMERS = "from telegram.ext import JobQueue\n\nTIMERS = JobQueue()\n"


def faults(file, code):
    """The codes that ruff finds in what would stand in that file."""
    found = subprocess.run(
        [RUFF, "check", "--no-cache", "--output-format=concise", f"--stdin-filename={file}", "-"],
        cwd=ROOT,
        input=code,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode in (0, 1), found.stderr
    return {line.split()[1] for line in found.stdout.splitlines() if line.startswith(file)}


@pytest.mark.parametrize("file", ["rules/watch.py", "storage/journal.py", "tests/fakes.py"])
@pytest.mark.parametrize("code", [CLOCK, STOPWATCH, MOCK, CIRCLE, TIMERS])
def test_clocks_mocks_circles_and_timers_are_refused(file, code):
    assert "TID251" in faults(file, code)


@pytest.mark.parametrize("code", [CLOCK, STOPWATCH])
def test_one_file_reads_the_clock(code):
    assert "TID251" not in faults("bot/clock.py", code)


def test_every_exception_from_a_check_has_its_reason():
    text = (ROOT / "pyproject.toml").read_text()
    exceptions = text[text.index("[tool.ruff.lint]") : text.index("flake8-tidy-imports")]
    codes = [line for line in exceptions.splitlines() if line.strip().startswith('"')]

    assert codes
    for line in codes:
        assert "  # " in line or line.endswith("= ["), line
