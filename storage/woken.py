"""Wakes the loops when a commit has written something that is due before they would have looked."""

import asyncio
from weakref import WeakKeyDictionary


class Woken:
    """A bell that every waiting task hears, also when it rang while the task was busy."""

    def __init__(self) -> None:
        self._rings = 0
        self._bell = asyncio.Event()
        self._heard: WeakKeyDictionary[asyncio.Task[object], int] = WeakKeyDictionary()

    def ring(self) -> None:
        """Wake everybody who waits. To be called in the event loop."""
        self._rings += 1
        rung, self._bell = self._bell, asyncio.Event()
        rung.set()

    async def wait(self, timeout: float) -> bool:  # noqa: ASYNC109 - a wait that ends is its point
        """Wait until the bell rings, at most `timeout` seconds; say whether it rang.

        Each task hears each ring once: one that came since its last wait ends this one at once.
        """
        task = asyncio.current_task()
        assert task is not None
        if self._heard.get(task, 0) == self._rings:
            try:
                async with asyncio.timeout(timeout):
                    await self._bell.wait()
            except TimeoutError:
                return False
        self._heard[task] = self._rings
        return True
