"""Brings a house and a stand-in for Telegram together, each in a process of its own."""

import asyncio
import os
import signal
import sys
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bench.crowd import TOKEN
from bench.ground import Ground
from bench.stopwatch import Stopwatch
from bench.usage import cpu_seconds
from simulator.people import Stand
from simulator.running import launched

_LOOK = 0.05  #: seconds between two looks at the stand-in, which answers in one or two thousandths
_CALM = 1.0  #: seconds over which a house must rest, ...
_CALMS = 7  #: times in a row (some of its work begins five seconds after the start), ...
_RESTING = 0.05  #: ... using no more than this share of a processor
_AT_ONCE = 2_000  #: people or messages handed to the stand-in in one request


class NeverHappenedError(Exception):
    """What was to be measured did not happen in time."""


@dataclass(slots=True)
class Company:
    """A stand-in and a house that talks to it."""

    stand: Stand
    process: Process
    report: Path
    started_in: float = 0.0  #: seconds from the house's start to its first poll

    async def counted(self, method: str) -> int:
        """Return how often the house has called this method of the Bot API."""
        return int((await self.stand.ask("counts")).get(method, 0))

    async def until(self, method: str, times: int, within: float) -> None:
        """Wait until a method was called so often. Raises NeverHappenedError after `within` s."""
        try:
            async with asyncio.timeout(within):
                # Nothing on the wire tells of the n-th call; looking costs the stand-in little.
                while await self.counted(method) < times:  # noqa: ASYNC110
                    await asyncio.sleep(_LOOK)
        except TimeoutError:
            seen = await self.counted(method)
            raise NeverHappenedError(f"{method}: {seen} of {times} in {within:.0f} s") from None

    def cpu_seconds(self) -> float:
        """Return how much of a processor the house has used so far."""
        return cpu_seconds(self.process.pid)

    async def calm(self, within: float = 120.0) -> None:
        """Wait until the house has done what it does when it starts, and rests.

        Raises NeverHappenedError after `within` seconds.
        """
        try:
            async with asyncio.timeout(within):
                used, rested = self.cpu_seconds(), 0
                while rested < _CALMS:
                    await asyncio.sleep(_CALM)
                    before, used = used, self.cpu_seconds()
                    rested = rested + 1 if used - before <= _RESTING * _CALM else 0
        except TimeoutError:
            raise NeverHappenedError(f"the house did not rest within {within:.0f} s") from None

    async def end(self) -> Stopwatch:
        """Ask the house to stop, and return what it noted."""
        self.process.send_signal(signal.SIGTERM)
        if await self.process.wait():
            raise NeverHappenedError("the house did not stop as it should; see what it said above")
        return Stopwatch.read(self.report)


@asynccontextmanager
async def company(
    ground: Ground,
    url: str,
    at: datetime,
    chats: Iterable[int] = (),
    *,
    limits: bool = True,
    noted: bool = True,
    more: Mapping[str, str] = MappingProxyType({}),
) -> AsyncIterator[Company]:
    """Let a house live in the database at `url` from the moment `at`, with these chats reachable.

    `limits`: whether we and the stand-in keep to Telegram's limits. `noted`: with a stopwatch;
    without one it is `vigil run` itself, and notes nothing. `more`: settings besides the usual.
    """
    async with AsyncExitStack() as stack:
        stand = await stack.enter_async_context(launched(at=at, token=TOKEN, limits=limits))
        await stand.tell("calls", keep=False)
        for some in portions([{"id": one, "first_name": "N", "started": True} for one in chats]):
            await stand.tell("people", *some)
        data_dir = ground.directory("house")
        report = data_dir / "report.json"
        ours = ("bench.house", str(report), *(() if limits else ("--unlimited",)))
        surroundings = {**_surroundings(ground, url, stand.url, data_dir), **more}
        # Getting ready has taken a while; what is measured begins at the moment that was asked for.
        # A pushed clock also ends the first poll at once, so that it can be seen.
        await stand.push_to(at)
        began = time.perf_counter()
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", *(ours if noted else ("bot", "run"))), env=surroundings
        )
        stack.push_async_callback(_gone, process)
        together = Company(stand, process, report)
        await together.until("getUpdates", 1, within=60)
        together.started_in = time.perf_counter() - began
        yield together


def _surroundings(ground: Ground, url: str, telegram_url: str, data_dir: Path) -> dict[str, str]:
    """Return the environment a house is started in."""
    token = data_dir / "token"
    token.touch(mode=0o600)
    token.write_text(TOKEN)
    ours = {
        "VIGIL_TELEGRAM_URL": telegram_url,
        "VIGIL_TOKEN_FILE": str(token),
        "VIGIL_DATA_DIR": str(data_dir),
        "VIGIL_KEYS_DIR": str(ground.keys_dir),
        "VIGIL_DATABASE_URL": url,
        "VIGIL_LOG_LEVEL": "WARNING",
    }
    theirs = {name: value for name, value in os.environ.items() if not name.startswith("VIGIL_")}
    return theirs | ours


async def say_together(stand: Stand, chats: Sequence[int], text: str) -> None:
    """Let everybody write the same."""
    for some in portions([{"from": one, "text": text} for one in chats]):
        await stand.tell("say", *some)


async def _gone(process: Process) -> None:
    if process.returncode is None:
        process.kill()
    await process.wait()


def portions(several: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Return what is done one after the other in as many requests as it takes."""
    return [several[first : first + _AT_ONCE] for first in range(0, len(several), _AT_ONCE)]
