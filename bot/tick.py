"""Tells promises and alarms that time has passed. Holds no timers of its own.

It sleeps until the next moment that changes something, at most thirty seconds because clocks jump,
and is woken when an earlier one is written or when we have heard further.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial

from bot.clock import Clock
from bot.ear import DEAF_AFTER, Ear
from rules.hearing import alarm_time
from storage.ear import Ear as Hearing
from storage.journal import Journal
from storage.persons import BotId
from storage.sweeping import Swept
from storage.woken import Woken

log = logging.getLogger(__name__)

LONGEST_SLEEP = 30.0
#: What is due and could not be swept yet is looked at again this soon, if nothing wakes us before.
_OVERDUE_SLEEP = 5.0
_BATCH = 200
_FIRST_BATCH = 50
_COURIERS_TURN = 0.005
_LONGEST_PAUSE = 10.0


class Tick:
    """The engine's one loop over time."""

    def __init__(
        self,
        bot: BotId,
        hearing: Hearing,
        ear: Ear,
        journal: Journal,
        clock: Clock,
        bell: Woken,
    ) -> None:
        self._bot = bot
        self._hearing = hearing
        self._ear = ear
        self._journal = journal
        self._clock = clock
        self._bell = bell
        self.failures = 0  #: rounds in a row that failed
        self.poisoned = 0  #: rows that could not be decided in the last round
        self.is_deaf = False
        self.deaf_since: datetime | None = None
        self._deaf_from: datetime | None = None  #: until when we had heard when an outage began
        self._heard: datetime | None = None  #: until when we had heard at the last turn
        self.turned_at = 0.0  #: when a round was last finished, in seconds of the event loop

    async def run(self) -> None:
        """Turn for ever."""
        self.turned_at = asyncio.get_running_loop().time()
        while True:
            try:
                sleep = await self.turn()
                self.failures = 0
            except Exception:
                # The loop goes on whatever happens: while it stands, no alarm is raised. The pulse
                # stops meanwhile.
                self.failures += 1
                log.exception("tick.failed", extra={"times": self.failures})
                await asyncio.sleep(min(self.failures, _LONGEST_PAUSE))
                continue
            await self._bell.wait(sleep)

    async def turn(self) -> float:
        """Let all time pass that has passed; return how many seconds there is nothing to do."""
        now = self._clock.now()
        heard = await self._hearing.heard_until(self._bot)
        deaf = self._ear.is_deaf(heard, now)
        if deaf and not self.is_deaf:
            # What was fetched while the database answered is not in its answer; in the next it is.
            heard = await self._hearing.heard_until(self._bot)
            deaf = self._ear.is_deaf(heard, now)
        self._notice_deafness(deaf)
        deaf_from = self._outage(heard, now)
        for_alarms = alarm_time(heard, now)
        # The furthest moment that anything is told of; what wakes later sleeps on.
        reached = max(for_alarms, now) if self.is_deaf else for_alarms
        wake = await self._journal.next_wake()
        poisoned = 0
        if wake is not None and wake <= reached:
            if heard is not None:
                sweep = partial(self._journal.sweep_watches, deaf_from=deaf_from)
                poisoned += await self._sweep(sweep, heard)
            # A sweep that finds nothing is a commit all the same, so it is asked for first.
            wake = await self._journal.next_wake()
            if wake is not None and wake <= for_alarms:
                poisoned += await self._sweep(self._journal.sweep_alarms, for_alarms)
        if self.is_deaf:
            poisoned += await self._sweep(self._journal.sweep_deaf, now)
        self.poisoned = poisoned
        self.turned_at = asyncio.get_running_loop().time()
        return await self._patience()

    async def _sweep(
        self, sweep: Callable[[datetime, int], Awaitable[Swept]], until: datetime
    ) -> int:
        """Sweep until nothing is due any more; return how many rows could not be decided."""
        handled = poisoned = 0
        batch = _FIRST_BATCH
        while True:
            swept = await sweep(until, batch)
            handled += swept.handled
            poisoned += len(swept.poisoned)
            if not swept.more:
                break
            # The first are decided quickly, and whoever carries the news gets in before the others.
            await asyncio.sleep(_COURIERS_TURN if batch == _FIRST_BATCH else 0)
            batch = _BATCH
        if handled or poisoned:
            log.info("tick.swept", extra={"handled": handled, "poisoned": poisoned})
        return poisoned

    def _outage(self, heard: datetime | None, now: datetime) -> datetime | None:
        """Return since when we had not heard, if we hear again only now; None after that.

        A start after a long stop is the end of an outage too: ours.
        """
        before, self._heard = self._heard, heard
        if heard is None:
            return None
        if self._deaf_from is None and before is None and now - heard >= DEAF_AFTER:
            self._deaf_from = heard
        elif self._deaf_from is None and self.is_deaf:
            # What waited for us may have moved our hearing on in the same breath.
            self._deaf_from = before or heard
        if self._deaf_from is None or heard <= self._deaf_from:
            return None
        since = self._deaf_from
        if not self.is_deaf:
            self._deaf_from = None
        return since

    def _notice_deafness(self, deaf: bool) -> None:  # noqa: FBT001 - it is what is noticed
        if deaf is not self.is_deaf:
            log.warning("tick.deaf" if deaf else "tick.hears_again")
            self.deaf_since = self._clock.now() if deaf else None
        self.is_deaf = deaf

    async def _patience(self) -> float:
        wake = await self._journal.next_wake()
        if wake is None:
            return LONGEST_SLEEP
        seconds = self._clock.seconds_until(wake)
        return min(seconds, LONGEST_SLEEP) if seconds else _OVERDUE_SLEEP
