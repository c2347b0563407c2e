"""Starts the stand-in on a free loopback port, inside a test or as a process of its own."""

import asyncio
import socket
import sys
from collections.abc import AsyncIterator, Iterator, MutableMapping
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from typing import Any

import uvicorn

from simulator.clock import A_MONDAY
from simulator.people import Stand
from simulator.stand import StandIn
from simulator.wire import Receive, Scope, Send

LOOPBACK = "127.0.0.1"


class _Server(uvicorn.Server):
    """A server that leaves signals to whoever started it, and stops at once when told.

    uvicorn's own looks every tenth of a second whether it should stop; a hundred tests feel that.
    """

    def __init__(self, config: uvicorn.Config, stand_in: StandIn, stop: asyncio.Event) -> None:
        super().__init__(config)
        self._stand_in = stand_in
        self._stop = stop

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def main_loop(self) -> None:
        await self._stop.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for door in (*self.servers, *(sockets or ())):
            door.close()
        self._stand_in.close()
        tasks = list(self.server_state.tasks)
        if tasks:
            # Who waits was let go just now and ends by itself; only who sleeps must be woken.
            await asyncio.wait(tasks, timeout=0.1)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class _UntilTheEnd:
    """Lets go of whoever still waits when the server stops, which is no fault of anybody's."""

    def __init__(self, stand_in: StandIn, stop: asyncio.Event) -> None:
        self._stand_in = stand_in
        self._stop = stop

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = False

        async def noted(message: MutableMapping[str, Any]) -> None:
            nonlocal began
            began = True
            await send(message)

        try:
            await self._stand_in(scope, receive, noted)
        except asyncio.CancelledError:
            if began or not self._stop.is_set():
                raise
            headers = [(b"content-length", b"0")]
            await send({"type": "http.response.start", "status": 503, "headers": headers})
            await send({"type": "http.response.body"})


def bind(port: int = 0) -> socket.socket:
    """Take a port on loopback; 0 takes any free one."""
    # Without the protocol named, asyncio leaves Nagle on and answers wait 40 ms for an ACK.
    line = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    line.bind((LOOPBACK, port))
    return line


async def serve(stand_in: StandIn, line: socket.socket, stop: asyncio.Event) -> None:
    """Answer on a port until told to stop."""
    config = uvicorn.Config(
        _UntilTheEnd(stand_in, stop),
        http=stand_in.lines.protocol(),
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        # Our own Date header carries the virtual clock.
        date_header=False,
        server_header=False,
        backlog=1024,
        timeout_keep_alive=600,
    )
    await _Server(config, stand_in, stop).serve(sockets=[line])


@asynccontextmanager
async def launched(
    port: int = 0,
    at: datetime = A_MONDAY,
    token: str | None = None,
    *,
    speed: float = 1.0,
    limits: bool = True,
) -> AsyncIterator[Stand]:
    """Run the stand-in as a process of its own and give the client of its control road."""
    said = ["--port", str(port), "--at", at.isoformat(), "--speed", str(speed)]
    said += ["--token", token] if token else []
    said += [] if limits else ["--no-limits"]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", *said, stdout=asyncio.subprocess.PIPE
    )
    try:
        line = await process.stdout.readline() if process.stdout else b""
        if not line:
            raise RuntimeError(f"the stand-in did not start; it ended with {await process.wait()}")
        async with Stand(line.decode().split()[-1], process.pid) as stand:
            yield stand
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


@asynccontextmanager
async def running(
    port: int = 0,
    at: datetime = A_MONDAY,
    token: str | None = None,
    *,
    speed: float = 1.0,
    limits: bool = True,
) -> AsyncIterator[Stand]:
    """Run the stand-in inside this process and give the client of its control road."""
    stand_in = StandIn(at, speed)
    stand_in.town.limits.on = limits
    if token is not None:
        stand_in.town.admit_bot(token)
    line = bind(port)
    # Whoever is told the address can connect at once, also before the first turn of the server.
    line.listen(1024)
    stop = asyncio.Event()
    serving = asyncio.create_task(serve(stand_in, line, stop))
    try:
        async with Stand(f"http://{LOOPBACK}:{line.getsockname()[1]}") as stand:
            yield stand
    finally:
        stop.set()
        await serving
        line.close()
