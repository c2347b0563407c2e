"""Says when the next message may go: Telegram refuses whoever sends faster, and refuses all of it.

28 a second in all, one a second in a chat with a burst of three, 20 a minute in a group; a refusal
halts everything for as long as Telegram says. Source: Telegram's Bots FAQ, "My bot is hitting
limits". It counts on monotonic time, so a clock that is set loses nothing.
"""

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from storage.persons import Address

PER_SECOND = 28
KEPT_SHARE = 4 / 28  #: for receipts and reminders, when such are waiting
#: No second ever sees more than this, however the bursts fall.
_WALL = 30
_BURST = 8
_CHAT_BURST = 3
_GROUP_A_MINUTE = 20
_CHATS_REMEMBERED = 1024
_HALT_MARGIN = 0.1


@dataclass(slots=True)
class _Bucket:
    """Fills at `rate` a second up to `most`."""

    rate: float
    most: float
    left: float
    at: float

    def fill(self, now: float) -> float:
        self.left = min(self.most, self.left + (now - self.at) * self.rate)
        self.at = now
        return self.left

    def seconds_until_one(self, now: float) -> float:
        return max(0.0, (1 - self.fill(now)) / self.rate)

    def is_whole(self, now: float) -> bool:
        return self.fill(now) >= self.most


class _Window:
    """Lets at most `most` pass in any `seconds`, wherever one begins to count."""

    def __init__(self, most: int, seconds: float) -> None:
        self._passed: deque[float] = deque(maxlen=most)
        self._most = most
        self._seconds = seconds

    def room(self, now: float) -> int:
        while self._passed and self._passed[0] <= now - self._seconds:
            self._passed.popleft()
        return self._most - len(self._passed)

    def take(self, now: float) -> None:
        self._passed.append(now)

    def give_back(self) -> None:
        if self._passed:
            self._passed.pop()

    def seconds_until_one(self, now: float) -> float:
        return 0.0 if self.room(now) else self._passed[0] + self._seconds - now

    def is_whole(self, now: float) -> bool:
        return self.room(now) == self._most


@dataclass(frozen=True, slots=True)
class Grant:
    """So many may go now."""

    count: int
    kept: int = 0  #: so many of them belong to receipts and reminders, if such are waiting


class Limiter:
    """One for each bot: Telegram counts each bot by itself."""

    def __init__(self, *, on: bool = True, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._on = on
        self._monotonic = monotonic
        now = monotonic()
        self._all = _Bucket(PER_SECOND, _BURST, _BURST, now)
        self._wall = _Window(_WALL, 1.0)
        self._kept = 0.0
        self._chats: dict[Address, _Bucket | _Window] = {}
        self._halted_until = -math.inf

    def grant(self, most: int) -> Grant:
        """Take up to `most` places; what is not used is given back."""
        if not self._on:
            # Without a limit nobody waits for a place, so none has to be kept.
            return Grant(most)
        now = self._monotonic()
        if now < self._halted_until:
            return Grant(0)
        # What filled while nobody asked lacks the last bit of a float.
        filled = math.floor(self._all.fill(now) + 1e-9)
        count = max(0, min(most, filled, self._wall.room(now)))
        self._all.left -= count
        for _ in range(count):
            self._wall.take(now)
        # Where few go at a time, a whole one is kept every seventh time.
        self._kept += count * KEPT_SHARE
        kept = min(count, math.floor(self._kept + 1e-9))
        self._kept -= kept
        return Grant(count, kept)

    def give_back(self, count: int) -> None:
        """Return places that nothing was found for."""
        if self._on and count:
            self._all.left = min(self._all.most, self._all.left + count)
            for _ in range(count):
                self._wall.give_back()

    def seconds_until(self, places: int = 1) -> float:
        """Tell how long until `places` (at most a burst) could be granted together."""
        if not self._on:
            return 0.0
        now = self._monotonic()
        missing = min(places, _BURST) - self._all.fill(now)
        return max(
            0.0,
            self._halted_until - now,
            missing / PER_SECOND,
            self._wall.seconds_until_one(now),
        )

    def take_chat(self, chat: Address) -> float:
        """Take the chat's place and return 0.0; or take nothing and return the seconds to wait."""
        if not self._on:
            return 0.0
        now = self._monotonic()
        bucket = self._chat(chat, now)
        wait = bucket.seconds_until_one(now)
        if wait > 1e-9:
            return wait
        if isinstance(bucket, _Window):
            bucket.take(now)
        else:
            bucket.left -= 1
        return 0.0

    def halt(self, seconds: float) -> None:
        """Let nothing pass for so long: Telegram has said so, or is away."""
        until = self._monotonic() + seconds + _HALT_MARGIN
        self._halted_until = max(self._halted_until, until)

    def go_on(self) -> None:
        """End a halt early: Telegram is back."""
        self._halted_until = -math.inf

    def _chat(self, chat: Address, now: float) -> _Bucket | _Window:
        bucket = self._chats.get(chat)
        if bucket is None:
            if len(self._chats) >= _CHATS_REMEMBERED:
                # Those whose limit is whole may do the same whether they are remembered or not.
                whole = [one for one, bucket in self._chats.items() if bucket.is_whole(now)]
                for one in whole:
                    del self._chats[one]
            is_group = chat.chat < 0
            bucket = (
                _Window(_GROUP_A_MINUTE, 60.0)
                if is_group
                else _Bucket(1.0, _CHAT_BURST, _CHAT_BURST, now)
            )
            self._chats[chat] = bucket
        return bucket
