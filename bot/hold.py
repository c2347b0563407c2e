"""Holds a lease for as long as this process lives: what only one may do at a time, one does."""

import asyncio
import contextlib
import logging
from dataclasses import replace
from datetime import timedelta

from bot.clock import Clock
from storage.leases import Fence, Leases

log = logging.getLogger(__name__)

TTL = timedelta(seconds=60)  #: of real time, however fast the clock goes that we live by
_RENEW_EVERY = TTL.total_seconds() / 3
_TRY_EVERY = 5.0


class Hold:
    """One lease, taken as soon as it is free and renewed until the end."""

    def __init__(self, leases: Leases, name: str, clock: Clock) -> None:
        self.name = name
        self._leases = leases
        self._clock = clock
        self._fence: Fence | None = None
        self._taken = asyncio.Event()
        self._lost = asyncio.Event()

    @property
    def is_held(self) -> bool:
        """Whether we are the ones who do this work."""
        return self._fence is not None

    async def fence(self) -> Fence:
        """Return under which number we work; waits while somebody else does."""
        while self._fence is None:
            await self._taken.wait()
            self._taken.clear()
        return self._fence

    def lost(self) -> None:
        """Take note that a write was refused: somebody else does this work now."""
        if self._fence is not None:
            log.warning("lease.lost", extra={"lease": self.name})
        self._fence = None
        self._lost.set()

    async def run(self) -> None:
        """Take the lease and keep it, for ever."""
        waiting = False
        while True:
            try:
                await self._renew()
            except Exception:
                # The database is in trouble: what we hold stays ours until it has run out.
                log.exception("lease.failed", extra={"lease": self.name})
            if self._fence is None and not waiting:
                log.warning("lease.waits", extra={"lease": self.name})
            waiting = self._fence is None
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_TRY_EVERY if waiting else _RENEW_EVERY):
                    await self._lost.wait()
            self._lost.clear()

    async def leave(self) -> None:
        """Give it back, so that the next start need not wait."""
        if self._fence is not None:
            fence, self._fence = self._fence, None
            await self._leases.leave(fence)

    async def _renew(self) -> None:
        now, ttl = self._clock.now(), self._clock.stretch(TTL.total_seconds())
        if self._fence is not None and not await self._leases.keep(
            replace(self._fence, ttl=ttl), now
        ):
            self.lost()
        if self._fence is None:
            self._fence = await self._leases.take(self.name, now, ttl)
            if self._fence is not None:
                log.info("lease.taken", extra={"lease": self.name, "fence": self._fence.number})
                self._taken.set()
