"""Listens to Telegram: polls, commits what came, and only then lets Telegram forget it.

The next poll's offset confirms what came before, so it moves after the commit and never ahead of
it. Silence is evidence up to the moment at which a poll that left nothing behind was asked, which
is why a poll never waits beyond the next moment that somebody's silence matters.
"""

import asyncio
import json
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.clock import Clock
from bot.hold import Hold
from bot.wire import Request, Wire
from storage.inbox import Inbox
from storage.journal import Journal
from storage.leases import Fence, FenceLostError
from storage.persons import BotId
from storage.updates import update_id_of
from storage.woken import Woken

log = logging.getLogger(__name__)

LIMIT = 100  #: what Telegram hands over at once, at most
LONGEST_POLL = 25
#: What we are handed; Telegram keeps the last list it was given, so it is given each time.
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
DEAF_AFTER = timedelta(minutes=2)
#: Older than any poll of ours makes it: our time has jumped, or a poll brought all it could.
_STALE = timedelta(seconds=60)

_REBUILD_AFTER = 45.0  #: seconds of failing polls: a proxy can leak the only connection for good
_ANSWER_MARGIN = 10.0
_LONGEST_PAUSE = 10.0
_SHORTEST_PAUSE = 0.1  #: however fast the clock goes
_CONFLICT_PAUSE = 30.0
#: After a week without updates Telegram draws a new number, which may be lower than the last.
_NUMBERS_LAST = timedelta(days=6)
#: A ring of the bell is looked into no more often than this, in seconds.
_LINGER = 0.3


class Ear:
    """One for each bot; holds the lease `ear:<bot>` while it listens."""

    def __init__(
        self,
        bot: BotId,
        wire: Wire,
        inbox: Inbox,
        journal: Journal,
        clock: Clock,
        bell: Woken,
        hold: Hold,
    ) -> None:
        self._bot = bot
        self._wire = wire
        self._inbox = inbox
        self._journal = journal
        self._clock = clock
        self._bell = bell
        self._hold = hold
        self._offset = 0
        self._last_update_at: datetime | None = None
        self._failing_since: float | None = None
        self._failures = 0
        self._more_waits = False
        self._jumped = asyncio.Event()
        clock.on_jump.append(self._jumped.set)
        #: Until when polls prove that everything said was fetched; None before the first.
        self.fetched_until: datetime | None = None
        #: Since when no poll has succeeded; None while they do.
        self.trouble_since: datetime | None = None

    def is_deaf(self, heard: datetime | None, now: datetime) -> bool:
        """Say whether we cannot hear: Telegram is away, or what it handed us is not worked through.

        A clock that jumps makes nobody deaf: only trouble that lasts does.
        """
        if self.trouble_since is not None:
            return now - self.trouble_since >= DEAF_AFTER
        fetched = self.fetched_until
        listens = fetched is not None and now - fetched < DEAF_AFTER
        return listens and (heard is None or now - heard >= DEAF_AFTER)

    async def run(self) -> None:
        """Listen for ever."""
        request = self._request()
        try:
            while True:
                fence = await self._hold.fence()
                if self._must_rebuild():
                    await self._wire.drop(request)
                    request = self._request()
                    log.warning("ear.rebuilt")
                try:
                    await self._listen(request, fence)
                except FenceLostError:
                    self._hold.lost()
                except Exception as error:
                    # Whether the poll or the commit failed: the offset stays, so that Telegram
                    # hands over again whatever it handed over.
                    await self._pause(error)
        finally:
            await self._wire.drop(request)

    async def _listen(self, request: Request, fence: Fence) -> None:
        patience = await self._patience()
        asked_at = self._clock.now_at_telegram()
        updates = await self._poll(request, patience)
        if updates is None:
            return
        # A clock that we follow may have been slowed down meanwhile: we asked no later than now.
        asked_at = min(asked_at, self._clock.now_at_telegram())
        await self._inbox.keep(self._bot, updates, asked_at=asked_at, limit=LIMIT, fence=fence)
        if self.trouble_since is not None:
            log.info("ear.hears_again")
        self.trouble_since, self._failing_since, self._failures = None, None, 0
        numbers = [number for one in updates if (number := update_id_of(one)) is not None]
        if numbers:
            self._offset = max(numbers) + 1
            self._last_update_at = self._clock.now()
            log.debug("ear.kept", extra={"count": len(updates)})
        self._more_waits = len(updates) >= LIMIT
        if not self._more_waits:
            # Never back: a clock that we follow may be set right by a moment.
            self.fetched_until = max(asked_at, self.fetched_until or asked_at)

    def _request(self) -> Request:
        return self._wire.request(connections=2, read_timeout=LONGEST_POLL + _ANSWER_MARGIN)

    async def _poll(self, request: Request, patience: int) -> Sequence[dict[str, Any]] | None:
        """Return what Telegram hands over; None when the poll was cut because time presses."""
        poll = asyncio.create_task(self._ask(request, patience))
        presses = asyncio.create_task(self._until_time_presses(patience))
        try:
            await asyncio.wait({poll, presses}, return_when=asyncio.FIRST_COMPLETED)
            # What has just been handed over is taken, however much time presses.
            return poll.result() if poll.done() else presses.result()
        finally:
            for task in (poll, presses):
                task.cancel()
            await asyncio.gather(poll, presses, return_exceptions=True)

    async def _ask(self, request: Request, patience: int) -> Sequence[dict[str, Any]]:
        if self._last_update_at and self._clock.now() - self._last_update_at > _NUMBERS_LAST:
            self._offset = 0
        params: dict[str, str | int] = {
            "timeout": patience,
            "limit": LIMIT,
            "allowed_updates": json.dumps(ALLOWED),
        }
        if self._offset:
            params["offset"] = self._offset
        address = f"{self._wire.method('getUpdates')}?{urlencode(params)}"
        result: Any = await request.post(address, read_timeout=patience + _ANSWER_MARGIN)
        if not isinstance(result, list):
            raise TelegramError("Invalid server response")
        return result

    async def _patience(self) -> int:
        """Return how many seconds the next poll may wait; waits out what is left of a second."""
        heard = self.fetched_until
        stale = heard is None or self._clock.now() - heard > _STALE
        if stale or self._more_waits or self.trouble_since is not None:
            return 0  # as long as we do not know that we hear, nobody's silence means anything
        seconds = await self._seconds_until_time_presses()
        # Telegram counts by the clock that we live in.
        shown = self._clock.stretch(min(seconds, LONGEST_POLL)).total_seconds()
        if 0 < shown < 1:
            await asyncio.sleep(seconds)
            return 0
        return int(min(shown, LONGEST_POLL))

    async def _until_time_presses(self, patience: int) -> None:
        """Return when something became due before a poll that waits `patience` seconds ends."""
        loop = asyncio.get_running_loop()
        ends = loop.time() + self._clock.real(patience - 1)
        while True:
            await self._bell.wait(LONGEST_POLL)
            await asyncio.sleep(_LINGER)
            if loop.time() + await self._seconds_until_time_presses() < ends:
                return

    async def _seconds_until_time_presses(self) -> float:
        wake = await self._journal.next_wake()
        # What was heard already waits for the sweep, not for us.
        if wake is None or (self.fetched_until is not None and wake <= self.fetched_until):
            return LONGEST_POLL
        return self._clock.seconds_until(wake)

    async def _pause(self, error: Exception) -> None:
        loop = asyncio.get_running_loop()
        self._failures += 1
        self._failing_since = self._failing_since or loop.time()
        self.trouble_since = self.trouble_since or self._clock.now()
        seconds = min(2.0 ** (self._failures - 1) / 2, _LONGEST_PAUSE)
        seconds = max(self._clock.real(seconds), _SHORTEST_PAUSE)
        match error:
            case RetryAfter():
                wait = error.retry_after
                seconds = wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
            case Conflict():
                seconds = min(3.0 * self._failures, _CONFLICT_PAUSE)
            case InvalidToken():
                seconds = _CONFLICT_PAUSE
            case _:
                pass
        log.warning("ear.failed", extra={"times": self._failures, "kind": type(error).__name__})
        # A clock that is pushed ends the pause: hours may have passed in it.
        self._jumped.clear()
        over = loop.call_later(seconds, self._jumped.set)
        try:
            await self._jumped.wait()
        finally:
            over.cancel()

    def _must_rebuild(self) -> bool:
        since = self._failing_since
        if since is None or asyncio.get_running_loop().time() - since < _REBUILD_AFTER:
            return False
        self._failing_since = None
        return True
