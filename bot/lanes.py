"""Keeps the order within each chat, and the distance Telegram wants between two messages there.

What cannot go yet is not held in memory: it is promised a moment and goes back to the outbox until
then, so that the courier's hands are free for other chats. Only the order of the promises is
remembered here; a restart forgets it and loses nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.limiter import Limiter
from rules.notices import Notice, Rank
from storage.claims import Claimed
from storage.deed import Reply
from storage.persons import Address

#: Waiting this long (in seconds) in memory is cheaper than going back.
SHORT = 0.25
_STEP = 1.0
#: Whoever was promised a moment and never came back was dropped with its alarm (in seconds).
_GIVEN_UP = 30.0
_REMEMBERED = 1024

#: What waits for a chat, in its order, and until when.
Promises = dict[bytes, datetime]


def _as_it_is(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)


@dataclass(frozen=True, slots=True)
class Go:
    """It may be said now."""


@dataclass(frozen=True, slots=True)
class Linger:
    """It may be said after so many seconds; ask again then."""

    seconds: float


@dataclass(frozen=True, slots=True)
class GoBack:
    """It goes back to the outbox until then."""

    until: datetime


Step = Go | Linger | GoBack


class Lanes:
    """One lane for each chat that something waits for."""

    def __init__(
        self,
        limiter: Limiter,
        now: Callable[[], datetime],
        stretch: Callable[[float], timedelta] = _as_it_is,
    ) -> None:
        """`stretch`: how much of the time that `now` tells passes in so many real seconds."""
        self._limiter = limiter
        self._now = now
        self._stretch = stretch
        self._lanes: dict[Address, Promises] = {}

    def next_step(self, claimed: Claimed, chat: Address) -> Step:
        """Say whether this may be said in its chat now, after a moment, or later."""
        if not _is_a_new_message(claimed):
            return Go()
        waiting = self._waiting(chat)
        first = next(iter(waiting), claimed.id)
        # The first word of an alarm waits behind nothing but the second Telegram wants.
        urgent = claimed.rank is Rank.FIRST
        if first != claimed.id and not urgent:
            last, step = max(waiting.values()), self._stretch(_STEP)
            mine = max(waiting.get(claimed.id, last + step), self._now() + step)
            return self._promise(chat, claimed, mine)
        seconds = self._limiter.take_chat(chat)
        if seconds and (urgent or seconds <= SHORT):
            return Linger(seconds)
        if seconds:
            return self._promise(chat, claimed, self._now() + self._stretch(seconds))
        waiting.pop(claimed.id, None)
        if not waiting:
            del self._lanes[chat]
        return Go()

    def failed(self, put_back: Iterable[Claimed], chat: Address, until: datetime) -> None:
        """Let everything else in this chat wait behind what could not be said, in its order."""
        waiting = self._waiting(chat)
        first = {one.id: until for one in put_back if _is_a_new_message(one)}
        behind = {one: at for one, at in waiting.items() if one not in first}
        self._lanes[chat] = first | behind

    def _promise(self, chat: Address, claimed: Claimed, until: datetime) -> GoBack:
        self._lanes[chat][claimed.id] = until
        return GoBack(until)

    def _waiting(self, chat: Address) -> Promises:
        too_late = self._now() - self._stretch(_GIVEN_UP)
        if len(self._lanes) > _REMEMBERED:
            for other in list(self._lanes):
                self._forget(other, too_late)
        if chat in self._lanes:
            self._forget(chat, too_late)
        return self._lanes.setdefault(chat, {})

    def _forget(self, chat: Address, too_late: datetime) -> None:
        """Forget the promises of those who never came back for them."""
        kept = {one: until for one, until in self._lanes[chat].items() if until > too_late}
        self._lanes[chat] = kept
        if not kept:
            del self._lanes[chat]


def _is_a_new_message(claimed: Claimed) -> bool:
    """Say whether it is a message of its own: what edits or deletes one waits for nobody."""
    match claimed.act:
        case Notice():
            return True
        case Reply(edits=None):
            return True
        case _:
            return False
