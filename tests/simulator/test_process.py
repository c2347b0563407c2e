"""The stand-in as a process of its own, its control road described."""

import asyncio
import re
import signal
import sys
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from simulator.clock import A_MONDAY
from simulator.faults import Kind
from simulator.people import Impossible, Stand
from simulator.running import launched
from simulator.stand import doors as all_doors
from tests.simulator.conftest import PATIENCE, TOKEN

BEGINS = datetime(2026, 7, 1, 6, tzinfo=UTC)


async def test_the_process_says_where_it_listens_and_ends_when_asked():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", "--at", BEGINS.isoformat(), "--token", TOKEN,
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    line = (await process.stdout.readline()).decode()
    assert line.startswith("listening on http://127.0.0.1:")
    async with Stand(line.split()[-1]) as stand:
        assert timedelta(0) <= await stand.now() - BEGINS < timedelta(minutes=5)
        health = await stand.ask("health")
        assert (health["ok"], health["bots"]) == (True, 1)
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), PATIENCE) == 0
    assert await process.stdout.read() == b""


async def test_a_process_can_be_launched_and_is_gone_afterwards():
    async with launched(token=TOKEN, speed=0, limits=False) as stand:
        assert await stand.now() == A_MONDAY
        assert (await stand.ask("limits"))["on"] is False
    async with httpx.AsyncClient(trust_env=False) as http:
        with pytest.raises(httpx.ConnectError):
            await http.get(stand.url)


async def test_a_port_that_is_taken_is_said_and_not_waited_for(stand):
    port = int(stand.url.rpartition(":")[2])
    with pytest.raises(RuntimeError, match="did not start"):
        async with launched(port=port):
            raise AssertionError("it started")


async def test_the_control_road_describes_every_door(stand):
    described = await stand.ask("openapi.json")
    doors = all_doors()
    for door in doors:
        operation = described["paths"][door.path][door.method.lower()]
        assert operation["summary"].endswith(".")
    assert sum(map(len, described["paths"].values())) == len(doors)
    said = described["paths"]["/control/say"]["post"]["requestBody"]
    assert said["content"]["application/json"]["schema"]["oneOf"][0]["required"] == ["from"]


async def test_the_control_road_says_what_it_does_not_understand(stand, mina):
    for path, given, words in (
        ("say", {"from": 7, "txet": "x"}, "400: /control/say takes no txet"),
        ("say", {"from": "7", "text": "x"}, "400: from should be integer"),
        ("say", {"text": "x"}, "400: /control/say needs from"),
        ("say", {"from": 8, "text": "x"}, "404: no person 8"),
        ("faults", {"kind": "gremlins"}, f"400: kind should be one of {', '.join(Kind)}"),
        ("people", {"id": 9}, "400: a new person needs a first_name"),
        ("tap", {"from": 7, "message_id": 5, "button": "x"}, "404: no message 5 in this chat"),
    ):
        with pytest.raises(Impossible, match=f"^{re.escape(words)}$"):
            await stand.tell(path, **given)
