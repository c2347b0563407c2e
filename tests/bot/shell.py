"""A technician's shell: types commands, in this process or as processes of their own."""

import asyncio
import logging
import os
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app

TOKEN = "4242:AAE-some_Thing_that_is_long_enough_to_be_real"
ROOT = Path(__file__).parents[2]


class Shell:
    """Types commands and reads what they say."""

    def __init__(self, **environ):
        self.environ = environ

    async def __call__(self, *words):
        """Run a command in a thread of this process, for a start takes a second."""
        forgotten = {name: None for name in os.environ if name.startswith("VIGIL_")}
        runner = CliRunner(env=forgotten | self.environ)
        done = await asyncio.to_thread(runner.invoke, app, words)
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done.exit_code, done.output

    async def start(self, *words):
        """Run a command as the process it is in life."""
        bare = {name: text for name, text in os.environ.items() if not name.startswith("VIGIL_")}
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *words,
            env=bare | self.environ | {"PYTHONPATH": str(ROOT)},
            cwd="/",
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )


@pytest.fixture
def own_logs():
    """Commands set up logging for a process of their own; this one wants its own back."""
    root = logging.getLogger()
    before = root.handlers[:], root.level, sys.excepthook
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:], root.level, sys.excepthook = before


@pytest.fixture
async def shell(stand, tmp_path, own_logs):
    token = tmp_path / "token"
    token.write_text(TOKEN)
    token.chmod(0o600)
    return Shell(
        VIGIL_TELEGRAM_URL=stand.url,
        VIGIL_TOKEN_FILE=str(token),
        VIGIL_DATA_DIR=str(tmp_path / "data"),
    )


INIT = ("init", "--awake", "07:00-23:00", "--zone", "Asia/Dushanbe")
