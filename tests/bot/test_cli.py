"""The operator's commands, as a technician types them: real processes, real exit codes."""

import asyncio
import hashlib
import json
import logging
import os
import re
import signal
import socket
import stat
import sys
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from bot.cli import app
from tests.bot.conftest import TOKEN

pytestmark = pytest.mark.slow  # starts real processes

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


@pytest.fixture(autouse=True)
def own_logs():
    """Commands set up logging for a process of their own; this one wants its own back."""
    root = logging.getLogger()
    before = root.handlers[:], root.level, sys.excepthook
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:], root.level, sys.excepthook = before


@pytest.fixture
async def shell(stand, tmp_path):
    token = tmp_path / "token"
    token.write_text(TOKEN)
    token.chmod(0o600)
    return Shell(
        VIGIL_TELEGRAM_URL=stand.url,
        VIGIL_TOKEN_FILE=str(token),
        VIGIL_DATA_DIR=str(tmp_path / "data"),
    )


INIT = ("init", "--awake", "07:00-23:00", "--zone", "Asia/Dushanbe")


async def test_init_sets_everything_up_and_prints_what_to_say_aloud(shell, tmp_path):
    code, said = await shell(*INIT)
    assert code == 0
    assert re.search(r"https://t\.me/\w+\?start=[\w-]{22}\n", said)
    assert re.search(r'Say aloud: "My number is \d{4}\.', said)
    for file in ("data/keys/unlock-key", "data/keys/keyring", "data/db/vigil.sqlite"):
        assert stat.S_IMODE((tmp_path / file).stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    assert TOKEN not in said


async def test_init_again_changes_nothing_that_is_there(planted, shell, tmp_path):
    await shell(*INIT)
    kept = [(tmp_path / "data/keys" / name).read_bytes() for name in ("unlock-key", "keyring")]
    code, said = await shell("init", "--awake", "always", "--zone", "UTC")
    assert code == 0
    assert "made" not in said
    assert "everything was set up already" in said
    assert "start=" in said  # nobody has joined yet, so there is a new link
    assert kept == [
        (tmp_path / "data/keys" / name).read_bytes() for name in ("unlock-key", "keyring")
    ]


@pytest.mark.parametrize(
    ("flags", "answer"),
    [
        ((), "give --awake"),
        (("--awake", "always"), "give --zone"),
        (("--awake", "sometimes", "--zone", "UTC"), "When is somebody awake?"),
        (("--awake", "always", "--zone", "Dushanbe"), "Which zone?"),
        (("--awake", "always", "--zone", "UTC", "--language", "xx"), "Which language?"),
        (("--awake", "always", "--zone", "UTC", "--stranger", "x"), "Which answer to strangers?"),
    ],
)
async def test_init_that_is_not_told_enough_makes_nothing(shell, tmp_path, flags, answer):
    code, said = await shell("init", *flags)
    assert code == 1
    assert answer in said
    assert not (tmp_path / "data").exists()


async def test_init_refuses_keys_beside_the_database(shell, tmp_path):
    shell.environ["VIGIL_KEYS_DIR"] = str(tmp_path / "data" / "db")
    code, said = await shell(*INIT)
    assert code == 1
    assert "Keys lie beside the database" in said
    assert not (tmp_path / "data" / "db").exists()


async def test_init_names_what_the_bot_shows_and_should_not(planted, shell, stand, wire):
    bot = wire.bot()
    await bot.set_my_description("Emergency alarm for human rights defenders")
    await bot.set_my_commands([("board", "see who is missing")])
    code, said = await shell(*INIT)
    assert code == 1
    assert "inner words in its description" in said
    assert "took the menu of commands away" in said
    assert await bot.get_my_commands() == ()
    await bot.set_my_description("Notes for the office")
    assert (await shell(*INIT))[0] == 0


async def test_init_without_telegram_says_so(shell):
    shell.environ["VIGIL_TELEGRAM_URL"] = "http://127.0.0.1:9"
    code, said = await shell(*INIT)
    assert code == 1
    assert "Telegram could not be reached" in said


async def test_wrong_settings_are_all_named_at_once(shell):
    shell.environ |= {"VIGIL_LOG_LEVEL": "LOUD", "VIGIL_TOKEN_FILE": "/nowhere"}
    for command in (("run",), INIT, ("invite",), ("health",), ("forget", "A1", "--yes")):
        code, said = await shell(*command)
        # Container engines know 0 and 1 only.
        assert code == (1 if command == ("health",) else 2)
        assert "VIGIL_LOG_LEVEL" in said
        assert "VIGIL_TOKEN_FILE" in said
        assert "Traceback" not in said


async def test_doctor_names_each_fault_with_its_mend(shell):
    code, said = await shell("doctor")
    assert code == 1
    assert "No unlock key was found" in said
    await shell(*INIT)
    code, said = await shell("doctor", "--json")
    found = json.loads(said)
    assert code == 1
    assert not found["well"]
    faults = {fault["what"]: fault for fault in found["faults"]}
    assert faults["There is no coordinator yet."]["mend"] == "vigil invite, and hand over the link"
    assert all(fault["mend"] for fault in found["faults"])
    assert not faults["Vigil has never run here."]["grave"]


async def test_doctor_names_wrong_settings(shell):
    shell.environ["VIGIL_LOG_LEVEL"] = "LOUD"
    code, said = await shell("doctor", "--json")
    assert code == 1
    assert json.loads(said)["faults"][0]["what"].startswith("VIGIL_LOG_LEVEL must be")


async def test_doctor_sees_keys_that_do_not_fit(planted, shell, tmp_path):
    await shell(*INIT)
    (tmp_path / "data/keys/unlock-key").unlink()
    shell.environ["VIGIL_UNLOCK_KEY_FILE"] = str(tmp_path / "other")
    (tmp_path / "other").write_text("A" * 43 + "=\n")
    (tmp_path / "other").chmod(0o600)
    code, said = await shell("doctor")
    assert code == 1
    assert "The keyring does not open" in said


async def test_invite_makes_another_link(planted, shell):
    await shell(*INIT)
    code, said = await shell("invite", "--json")
    assert code == 0
    assert re.fullmatch(r"https://t\.me/\w+\?start=[\w-]{22}", json.loads(said)["link"])
    code, said = await shell("invite")
    assert "B3" in said
    assert (await shell("invite", "--language", "xx"))[0] == 1


async def test_invite_before_init_says_what_is_missing(shell):
    code, said = await shell("invite")
    assert code == 1
    assert "No unlock key was found" in said


async def test_forget_somebody_unknown(planted, shell):
    await shell(*INIT)
    code, said = await shell("forget", "A9", "--yes")
    assert code == 1
    assert "Nobody of this code name" in said


async def test_keys_are_rotated_and_everything_moves_to_them(planted, shell, tmp_path):
    await shell(*INIT)
    before = (tmp_path / "data/keys/keyring").read_bytes()
    assert (await shell("keys", "rotate"))[0] == 0
    assert (tmp_path / "data/keys/keyring").read_bytes() != before
    code, said = await shell("keys", "rewrap")
    assert code == 0
    assert re.search(r"Moved \d+ rows; destroyed [1-9]\d* old keys", said)
    assert (await shell("invite"))[0] == 0


async def test_a_house_that_runs_is_healthy_and_stops_when_it_is_told(
    planted, shell, tmp_path, until
):
    await shell(*INIT)
    assert (await shell("health"))[0] == 1
    process = await shell.start("run")
    try:
        await until((tmp_path / "data" / "state.json").exists)
        assert (await shell("health"))[0] == 0
        code, said = await shell("doctor")
        assert "Vigil is not running" not in said
        assert "never run" not in said
        # While it runs, others leave the keys to it.
        code, said = await shell("keys", "rewrap")
        assert code == 1
        assert "Another Vigil works with this database" in said
    finally:
        process.send_signal(signal.SIGTERM)
        said, complained = await process.communicate()
    assert process.returncode == 0
    assert TOKEN not in said.decode() + complained.decode()
    assert "running.stopped" in complained.decode()


PAGE = {"VIGIL_PUBLIC_URL": "http://127.0.0.1:8080/b7Qx", "VIGIL_LISTEN": "127.0.0.1:0"}


async def test_a_house_with_a_page_runs_and_writes_no_visit_down(planted, shell, tmp_path, until):
    await shell(*INIT)
    with socket.create_server(("127.0.0.1", 0)) as line:
        port = line.getsockname()[1]
        shell.environ |= PAGE | {"VIGIL_LISTEN": f"127.0.0.1:{port}", "VIGIL_LOG_LEVEL": "DEBUG"}
        # Somebody else is there already: said in one sentence, and nothing runs half.
        process = await shell.start("run")
        _, complained = await process.communicate()
        assert process.returncode == 1
        assert f"The page cannot be served at 127.0.0.1 port {port}" in complained.decode()
        assert "Traceback" not in complained.decode()
    process = await shell.start("run")
    try:
        await until((tmp_path / "data" / "state.json").exists, seconds=30)
        async with httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{port}", trust_env=False
        ) as client:
            page = await client.get("/b7Qx?c=one-challenge")
            assert page.status_code == 200
            assert (await client.get("/somewhere-else")).content == b""
        _, said = await shell("doctor", "--json")
        shown = json.loads(said)["page"]
        assert shown["served"]
        for one in shown["keys"]:
            assert f'"kid":"{one["kid"]}"' in page.text
    finally:
        process.send_signal(signal.SIGTERM)
        said, complained = await process.communicate()
    assert process.returncode == 0
    for what in ("one-challenge", "b7Qx", "somewhere-else"):
        assert what not in said.decode() + complained.decode()


async def test_the_page_is_exported_with_what_to_do_with_it(planted, shell, tmp_path):
    await shell(*INIT)
    site = tmp_path / "site"
    code, said = await shell("miniapp", "export", str(site))
    assert code == 0
    page = (site / "index.html").read_bytes()
    assert f"SHA-256 of the whole file: {hashlib.sha256(page).hexdigest()}" in said
    assert "VIGIL_LISTEN=none" in said
    assert re.search(r"good until \d{4}-\d\d-\d\d", said)
    shell.environ |= PAGE | {"VIGIL_LISTEN": "none"}
    _, said = await shell("doctor")
    assert "(on another host)" in said
    assert "never exported" not in said
    for line in (site / "page.txt").read_text().splitlines()[2:4]:
        assert line.split()[-1] in said
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpg").touch()
    code, said = await shell("miniapp", "export", str(tmp_path / "photos"))
    assert code == 1
    assert "The directory holds something that was not exported here" in said


async def test_what_only_the_bench_and_the_demo_need_is_not_loaded_into_the_house():
    script = "import sys, bot.cli; print([one for one in sys.modules if one.split('.')[0] in "
    script += "('simulator', 'apprise', 'alembic', 'bench', 'pydantic')])"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", script, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    said, _ = await process.communicate()
    assert said.decode().strip() == "[]"


async def test_help_is_given_and_an_unknown_command_refused(shell):
    code, said = await shell("--help")
    assert code == 0
    for command in (
        "run",
        "init",
        "doctor",
        "invite",
        "forget",
        "keys",
        "miniapp",
        "demo",
        "bench",
    ):
        assert command in said
    assert (await shell("fly"))[0] == 2
