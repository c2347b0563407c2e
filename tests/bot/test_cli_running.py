"""A house that runs as a process of its own, beside the commands that look at it."""

import asyncio
import json
import signal
import socket
import sys

import httpx
import pytest

from tests.bot.shell import INIT, ROOT, TOKEN

pytestmark = pytest.mark.slow  # starts real processes


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


PAGE = {"VIGIL_PUBLIC_URL": "http://127.0.0.1:8080/b7Qx"}


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


async def test_what_only_the_bench_and_the_demo_need_is_not_loaded_into_the_house():
    script = "import sys, bot.cli; print([one for one in sys.modules if one.split('.')[0] in "
    script += "('simulator', 'apprise', 'alembic', 'bench', 'pydantic')])"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", script, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    said, _ = await process.communicate()
    assert said.decode().strip() == "[]"
