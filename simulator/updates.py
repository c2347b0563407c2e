"""The updates that wait for a bot, by the rules of getUpdates.

An update is forgotten when a later poll asks beyond it, or when Telegram would have given up:
messages after 24 hours, taps on inline buttons after 150 seconds, on the virtual clock.
"""

import asyncio
import json
import math
import random
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from simulator.clock import Clock
from simulator.kinds import KINDS, ON_REQUEST
from simulator.refusals import OTHER_POLL, Refused

MESSAGE_LIFE = 24 * 60 * 60
TAP_LIFE = 150
WEEK = 7 * 24 * 60 * 60
LONGEST_POLL = 50
FULL_POLL = 100
#: Telegram passes over offsets so far beyond the newest update.
FARTHEST = 10


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update in the queue; `body` is its JSON, `expires` is in virtual seconds."""

    update_id: int
    kind: str
    body: bytes
    expires: float


@dataclass(slots=True)
class Queue:
    """One bot's updates."""

    clock: Clock
    bot_id: int
    #: What the bot asked for last; empty means all but `ON_REQUEST`.
    allowed: frozenset[str] = frozenset()
    #: How many updates were given up because nobody fetched them in time.
    expired: int = 0
    #: The next poll comes back at once, so that the bot learns that the clock was pushed.
    hurry: bool = False
    #: Updates are handed out once more after they were confirmed.
    twice: bool = False
    #: Called with the number of each update that the bot has taken.
    on_read: Callable[[int], None] | None = None
    #: Set when something was put in.
    stirred: asyncio.Event = field(default_factory=asyncio.Event)
    _queue: deque[Waiting] = field(default_factory=deque)
    _echo: list[Waiting] = field(default_factory=list)
    _next_id: int = 0
    _last_at: float = 0.0
    #: When the next of them expires at the earliest.
    _soonest: float = math.inf
    #: Ids no longer rise along the queue, because a raw update came with its own.
    _disordered: bool = False
    #: A number that was left out, for whoever overtakes, and the chat that is overtaken.
    _gap: tuple[int, object] | None = None
    #: Updates that a webhook is given once more after it has taken them.
    again: set[int] = field(default_factory=set)
    _poll: "asyncio.Future[Refused | None] | None" = None

    @property
    def polling(self) -> bool:
        """Tell whether a long poll is open."""
        return self._poll is not None and not self._poll.done()

    def allow(self, kinds: object) -> None:
        """Remember which kinds a bot asks for; whatever is no list of names changes nothing.

        A list without any kind that exists stands for the usual ones.
        """
        if isinstance(kinds, list) and all(isinstance(one, str) for one in kinds):
            asked = KINDS & {one.lower() for one in kinds}
            self.allowed = frozenset() if asked == KINDS - ON_REQUEST else asked

    def wants(self, kind: str) -> bool:
        """Tell whether an update of this kind is kept for the bot."""
        return kind in self.allowed if self.allowed else kind not in ON_REQUEST

    def put(self, kind: str, content: dict[str, Any], *, late: bool = False) -> int | None:
        """Queue an update and return its id, or None where the bot does not want such.

        A `late` one lets the next update of another chat overtake it, if that comes before anybody
        looks into the queue: Telegram keeps the order within a chat only.
        """
        if not self.wants(kind) or _end_of(kind, content, math.inf) <= self.clock.timestamp():
            return None
        chat = _chat_of(content)
        gap, self._gap = self._gap, None
        if gap is not None and gap[1] != chat and self._queue:
            overtaken = self._queue.pop()
            self._add(kind, {"update_id": gap[0], kind: content})
            self._queue.append(overtaken)
            return gap[0]
        if late:
            self._gap = (self._fresh_id(), chat)
        update_id = self._fresh_id()
        self._add(kind, {"update_id": update_id, kind: content})
        return update_id

    def put_raw(self, update: Any) -> int | None:
        """Queue whatever it is; an object without an id is given one."""
        if not isinstance(update, dict):
            self._add("raw", update, self._fresh_id())
            return None
        given = update.get("update_id")
        if given is None:
            given = self._fresh_id()
            update = {"update_id": given, **update}
        self._add(next((k for k in update if k != "update_id"), "raw"), update)
        if not isinstance(given, int):
            return None
        self._next_id = max(self._next_id, given)
        return given

    def pending(self) -> list[Any]:
        """List the updates that nobody has confirmed."""
        self._give_up()
        return [json.loads(waiting.body) for waiting in self._queue]

    def waiting(self) -> list[Waiting]:
        """List what waits, in order."""
        self._give_up()
        self._gap = None
        return list(self._queue)

    def holds(self, waiting: Waiting) -> bool:
        """Tell whether it still waits."""
        self._give_up()
        return any(one is waiting for one in self._queue)

    def settle(self, waiting: Waiting) -> None:
        """Forget what a webhook has taken."""
        if waiting.update_id in self.again:
            self.again.discard(waiting.update_id)
            self.stirred.set()
            return
        self._hand_over(self._drop(lambda one: one is waiting))

    def give_up(self, waiting: Waiting) -> None:
        """Forget what nobody took in time."""
        self.expired += len(self._drop(lambda one: one is waiting))

    def count(self) -> int:
        """Count the updates that nobody has confirmed."""
        self._give_up()
        return len(self._queue)

    def clear(self) -> None:
        """Forget everything that waits."""
        self._queue.clear()

    async def poll(self, offset: int, limit: int, patience: float) -> bytes:
        """Answer getUpdates with a JSON array; raise Refused when a newer poll takes over.

        Whatever lies before `offset` is forgotten now, when the request is processed. A negative
        offset keeps that many from the end. `patience` is the poll's timeout: in virtual seconds
        while the clock runs, in real ones while it is frozen.
        """
        self.release(Refused(409, OTHER_POLL))
        self._confirm(offset)
        batch = self._batch(limit)
        if not batch and patience > 0 and not self.hurry:
            await self._wait(min(patience, LONGEST_POLL) / (self.clock.speed or 1))
            batch = self._batch(limit)
        self.hurry = False
        return b"[" + b",".join(waiting.body for waiting in batch) + b"]"

    def release(self, refusal: Refused | None = None) -> bool:
        """Let the open poll come back at once; tell whether there was one."""
        if self._poll is None or self._poll.done():
            return False
        self._poll.set_result(refusal)
        return True

    def hasten(self) -> None:
        """Let the bot learn of a pushed clock: end its open poll, or the next one it makes."""
        self.hurry = not self.release()

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                refusal = await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None
        if refusal is not None:
            raise refusal

    def _batch(self, limit: int) -> list[Waiting]:
        self._give_up()
        self._gap = None
        echo, self._echo = self._echo, []
        size = min(max(limit, 1), FULL_POLL)
        return (echo + list(islice(self._queue, size)))[:size]

    def _confirm(self, offset: int) -> None:
        if offset > self._next_id + 1 + FARTHEST:
            return
        gone: list[Waiting] = []
        if offset < 0:
            gone = [self._queue.popleft() for _ in range(len(self._queue) + offset)]
        elif offset > 0:
            while self._queue and self._queue[0].update_id < offset:
                gone.append(self._queue.popleft())
            if self._disordered:
                gone += self._drop(lambda waiting: waiting.update_id < offset)
        self._hand_over(gone)
        if self.twice:
            self._echo = gone

    def _hand_over(self, gone: list[Waiting]) -> None:
        if self.on_read is not None:
            for one in gone:
                self.on_read(one.update_id)

    def _give_up(self) -> None:
        now = self.clock.timestamp()
        if now >= self._soonest:
            self.expired += len(self._drop(lambda waiting: waiting.expires <= now))
            self._soonest = min((waiting.expires for waiting in self._queue), default=math.inf)

    def _drop(self, condition: Callable[[Waiting], bool]) -> list[Waiting]:
        gone = [waiting for waiting in self._queue if condition(waiting)]
        self._queue = deque(waiting for waiting in self._queue if not condition(waiting))
        return gone

    def _add(self, kind: str, update: Any, update_id: int | None = None) -> None:
        now = self._last_at = self.clock.timestamp()
        number = update_id if update_id is not None else update["update_id"]
        body = json.dumps(update, ensure_ascii=False, separators=(",", ":")).encode()
        key = number if isinstance(number, int) else self._next_id
        if self._queue and key < self._queue[-1].update_id:
            self._disordered = True
        expires = _end_of(kind, update.get(kind) if isinstance(update, dict) else None, now)
        self._queue.append(Waiting(key, kind, body, expires))
        self._soonest = min(self._soonest, expires)
        self.stirred.set()
        self.release()

    def _fresh_id(self) -> int:
        now = self.clock.timestamp()
        # After a week without updates Telegram goes on from a number chosen at random; ours is
        # drawn from the bot's own sequence, so that a run can be repeated.
        if not self._next_id or now - self._last_at > WEEK:
            draw = random.Random(f"{self.bot_id}/{self._next_id}")  # noqa: S311 - no secret
            self._next_id += draw.randrange(1_000, 100_000_000)
        self._next_id += 1
        return self._next_id


def _end_of(kind: str, content: object, now: float) -> float:
    """Tell when Telegram gives an update up; a message's time runs from its own date."""
    if kind == "callback_query":
        return now + TAP_LIFE
    dated = content if isinstance(content, dict) else {}
    born = dated.get("edit_date") or dated.get("date")
    return (born if isinstance(born, int) else now) + MESSAGE_LIFE


def _chat_of(content: dict[str, Any]) -> object:
    holder = content if "chat" in content else content.get("message") or {}
    chat = holder.get("chat")
    return chat.get("id") if isinstance(chat, dict) else None
