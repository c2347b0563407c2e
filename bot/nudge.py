"""Wakes one loop, whoever calls: a commit that wrote something due, or its own workers."""

import asyncio

from storage.woken import Woken


class Nudge:
    """An ear for the bell of storage together with one's own."""

    def __init__(self, bell: Woken) -> None:
        self._bell = bell
        self._nudged = asyncio.Event()

    def now(self) -> None:
        """Let the loop look again. To be called in the event loop."""
        self._nudged.set()

    async def wait(self, seconds: float) -> None:
        """Wait until nudged, at most so long; a nudge since the last wait ends it at once."""
        # The end of the time is one more nudge: cheaper than a timeout, which cancels and catches.
        alarm_clock = asyncio.get_running_loop().call_later(max(0.0, seconds), self._nudged.set)
        try:
            await self._nudged.wait()
        finally:
            alarm_clock.cancel()
        self._nudged.clear()

    async def listen(self) -> None:
        """Pass on the bell, for ever."""
        while True:
            await self._bell.wait(3600)
            self._nudged.set()
