"""The stand-in ends at once and without a complaint, whoever still waits for something."""

import asyncio
import signal
import sys
from urllib.parse import urlsplit

import httpx
import pytest


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("door", ["wishes", "record"])
async def test_whoever_waits_when_it_stops_is_let_go_without_a_fault(how, door):
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "simulator", "--token", "4242:secret"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    url = (await process.stdout.readline()).decode().split()[-1]
    answer, ask = await asyncio.open_connection("127.0.0.1", urlsplit(url).port)
    ask.write(f"GET /control/{door}?wait=50 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
    await ask.drain()
    async with httpx.AsyncClient(base_url=url, timeout=60) as http:
        for _ in range(3):  # Whoever asks later is answered later: so the first one waits now.
            assert (await http.get("/control/health")).is_success

    process.send_signal(how)

    _, complained = await process.communicate()
    assert (await answer.read())[:13] in {b"", b"HTTP/1.1 503 "}
    ask.close()
    assert (process.returncode, complained.decode()) == (0, "")
