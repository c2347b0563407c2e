"""The questions of the first run."""

import asyncio
import os
import pty
import sys
from pathlib import Path

import pytest

from bot.init import WrongAnswer, read_awake

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("text", ["", "soon", "7", "25:00-26:00", "07:00-07:00", "7:00", "07-"])
def test_hours_that_make_no_sense_are_asked_for_again(text):
    with pytest.raises(WrongAnswer):
        read_awake(text)


@pytest.mark.parametrize("text", ["7-23", "07:00-23:00", " 7:00 - 23:00 "])
def test_hours_are_understood_as_people_write_them(text):
    begin, end = read_awake(text)
    assert (begin.hour, end.hour, begin.minute) == (7, 23, 0)


async def test_questions_are_asked_where_somebody_can_answer(environ, tmp_path):
    ours, theirs = pty.openpty()
    bare = {name: text for name, text in os.environ.items() if not name.startswith("VIGIL_")}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "init",
        env=bare | environ | {"PYTHONPATH": str(ROOT), "TERM": "dumb"},
        stdin=theirs, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    os.close(theirs)
    os.write(ours, b"whenever\n07:00-23:00\nAsia/Dushanbe\n")
    said, complained = await process.communicate()
    os.close(ours)
    assert process.returncode == 0, complained.decode()
    assert "When is somebody awake?" in complained.decode()
    assert "Say aloud" in said.decode()
