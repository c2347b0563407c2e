"""The engine alone, in this process: storage as production opens it, and the tick that sweeps it.

Nothing polls here: what was heard is written down as the ear writes it.
"""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from bench.crowd import BOT, TOKEN
from bench.ground import Ground
from bench.stopwatch import Stopwatch
from bot.clock import Clock
from bot.ear import Ear
from bot.hold import TTL, Hold
from bot.tick import Tick
from bot.wire import Wire
from storage.leases import Fence
from storage.opening import Storage, open_storage

_NOBODY_LISTENS = "http://127.0.0.1:9"


@dataclass(slots=True)
class Engine:
    """A tick that may be turned, and what it wrote."""

    storage: Storage
    tick: Tick
    clock: Clock
    watch: Stopwatch
    _fence: Fence

    async def hear(self, until: datetime) -> None:
        """Write down that everything up to `until` has been heard."""
        await self.storage.ear.move(BOT, until, self._fence)


@asynccontextmanager
async def engine(ground: Ground, url: str, at: datetime) -> AsyncIterator[Engine]:
    """Open the database at `url` at the moment `at`, from which time goes on as it does here."""
    began = time.monotonic()
    clock = Clock(machine=lambda: at + timedelta(seconds=time.monotonic() - began))
    watch = Stopwatch()
    storage = open_storage(url, ground.keyring, clock=clock.now, on_commit=watch.on_commit)
    try:
        hold = Hold(storage.leases, f"ear:{BOT}", clock)
        wire = Wire(_NOBODY_LISTENS, TOKEN, clock, direct=True)
        ear = Ear(BOT, wire, storage.inbox, storage.journal, clock, storage.woken, hold)
        tick = Tick(BOT, storage.ear, ear, storage.journal, clock, storage.woken)
        fence = await storage.leases.take(hold.name, clock.now(), TTL)
        assert fence is not None, "nobody else has opened this copy"
        yield Engine(storage, tick, clock, watch, fence)
    finally:
        await storage.close()
