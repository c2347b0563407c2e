"""Lets requests pass, and lets the clock be pushed only while none is under way.

An answer then belongs wholly to the time before a push or wholly to the time after it.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class Gate:
    """Counts the requests under way; long polls that wait are outside."""

    inside: int = 0
    #: When the last request came or went, on the loop's clock.
    stirred: float = 0.0
    _free: asyncio.Event = field(default_factory=asyncio.Event)
    _empty: asyncio.Event = field(default_factory=asyncio.Event)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def __post_init__(self) -> None:
        self._free.set()
        self._empty.set()

    async def enter(self) -> None:
        """Pass, unless somebody waits to be alone; then pass after them."""
        while not self._free.is_set():
            await self._free.wait()
        self.inside += 1
        self._empty.clear()
        self.stirred = asyncio.get_running_loop().time()

    def leave(self) -> None:
        """Be under way no more."""
        self.inside -= 1
        self.stirred = asyncio.get_running_loop().time()
        if not self.inside:
            self._empty.set()

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        """Hold new requests back and go on when the last one under way has left."""
        async with self._turn:
            self._free.clear()
            try:
                await self._empty.wait()
                yield
            finally:
                self._free.set()

    async def quiet(self, seconds: float) -> None:
        """Wait until no request has come or gone for so many real seconds."""
        loop = asyncio.get_running_loop()
        # No event tells of a silence; it has to be waited out.
        while self.inside or loop.time() - self.stirred < seconds:  # noqa: ASYNC110
            await asyncio.sleep(max(self.stirred + seconds - loop.time(), 0.005))
