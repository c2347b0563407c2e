"""Telegram's limits on sending: 1 a second in a chat, 20 a minute in a group, 30 a second in all.

They are counted in real seconds, as a bot's own limiter counts them; a pushed clock does not
refill them. Source: "My bot is hitting limits" in Telegram's Bots FAQ.
"""

import math
from dataclasses import dataclass, field

LONGEST_HALT = 300


@dataclass(slots=True)
class Bucket:
    """Lets `burst` pass at once and `rate` a second in the long run."""

    rate: float
    burst: float
    left: float
    at: float
    halted_until: float = 0.0
    ignored: int = 0

    def take(self, now: float) -> int:
        """Take one; return 0, or the seconds to stay away, growing each time they are ignored."""
        if now < self.halted_until:
            self.ignored += 1
            halt = min(2**self.ignored, LONGEST_HALT)
            self.halted_until = max(self.halted_until, now + halt)
            return math.ceil(self.halted_until - now)
        self.left = min(self.burst, self.left + (now - self.at) * self.rate)
        self.at = now
        # A bucket that refilled while nobody asked has the float's last bit missing.
        if self.left < 1 - 1e-6:
            halt = max(1, math.ceil((1 - self.left) / self.rate))
            self.halted_until = now + halt
            return halt
        self.left -= 1
        self.ignored = 0
        return 0

    def give_back(self) -> None:
        """Undo a take."""
        self.left += 1


@dataclass(slots=True)
class Limits:
    """All buckets; switched off for measurements."""

    on: bool = True
    chat_rate: float = 1.0
    chat_burst: float = 5.0
    group_rate: float = 20 / 60
    group_burst: float = 20.0
    all_rate: float = 30.0
    all_burst: float = 30.0
    refused: int = 0
    _chats: dict[tuple[int, int], Bucket] = field(default_factory=dict)
    _all: dict[int, Bucket] = field(default_factory=dict)

    def take(self, bot_id: int, chat_id: int, now: float) -> int:
        """Count one message to a chat; return 0 or `retry_after` in seconds."""
        if not self.on:
            return 0
        everything = self._all.get(bot_id)
        if everything is None:
            everything = Bucket(self.all_rate, self.all_burst, self.all_burst, now)
            self._all[bot_id] = everything
        wait = everything.take(now)
        if not wait:
            wait = self._chat(bot_id, chat_id, now).take(now)
            if wait:
                everything.give_back()
        self.refused += bool(wait)
        return wait

    def forget(self) -> None:
        """Start counting anew."""
        self._chats.clear()
        self._all.clear()

    def _chat(self, bot_id: int, chat_id: int, now: float) -> Bucket:
        bucket = self._chats.get((bot_id, chat_id))
        if bucket is None:
            rate, burst = (
                (self.chat_rate, self.chat_burst)
                if chat_id > 0
                else (self.group_rate, self.group_burst)
            )
            bucket = self._chats[bot_id, chat_id] = Bucket(rate, burst, burst, now)
        return bucket
