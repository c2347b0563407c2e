"""Takes what was kept and lets it have its effect: in order within a chat, several chats at once.

Whatever goes wrong with one update, the others go on; it is tried again later, and after five tries
it is set aside and the operator is told.
"""

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import datetime

from telegram import Bot, Update
from telegram.error import TelegramError

from bot.clock import Clock
from bot.nudge import Nudge
from handlers.context import Rooms
from handlers.router import hear
from storage.deed import NOTHING, Deed
from storage.inbox import Inbox
from storage.persons import Address, BotId, ChatId
from storage.readings import Readings, Visitor
from storage.received import Waiting
from storage.versions import CompareAndSwapMissed
from storage.woken import Woken

log = logging.getLogger(__name__)

#: The database writes together what arrives together: twice as many cost a fifth less for each.
WORKERS = 16
_ATTEMPTS = 5
_TAKEN_AHEAD = 4 * WORKERS
_LONGEST_SLEEP = 15.0
_PAUSE = 1.0
_ANSWERS_AT_ONCE = 16

Hear = Callable[[Update, Visitor, Rooms, datetime], Awaitable[Deed]]


class Intake:
    """The workers and what they have in hand."""

    def __init__(
        self,
        bot: Bot,
        inbox: Inbox,
        readings: Readings,
        rooms: Rooms,
        clock: Clock,
        bell: Woken,
        *,
        hear: Hear = hear,
    ) -> None:
        self._bot = bot
        self._inbox = inbox
        self._readings = readings
        self.rooms = rooms
        self._clock = clock
        self._hear = hear
        self._nudge = Nudge(bell)
        self._taken: deque[Waiting] = deque()
        self._more = asyncio.Event()
        self._answering: set[asyncio.Task[None]] = set()
        self.dead_letters = 0  #: set aside since the start

    async def run(self) -> None:
        """Work for ever."""
        async with asyncio.TaskGroup() as loops:
            loops.create_task(self._nudge.listen())
            for _ in range(WORKERS):
                loops.create_task(self._work())
            while True:
                await self._fetch()

    async def handle(self, waiting: Waiting) -> None:
        """Let one update have its effect, or step aside."""
        try:
            update = await self._decide(waiting)
        except Exception:
            # One update must never stop the others; what it said is not written down here.
            log.exception("intake.failed", extra={"update_id": waiting.update_id})
            if await self._inbox.step_aside(waiting, self._clock.now()):
                self.dead_letters += 1
                log.critical("intake.dead_letter", extra={"update_id": waiting.update_id})
        else:
            self._answer(update)

    async def _fetch(self) -> None:
        room = _TAKEN_AHEAD - len(self._taken)
        try:
            found = await self._inbox.take(room, self._clock.now()) if room > 0 else []
        except Exception:
            # The database is in trouble. Nothing is lost: what was kept stays kept.
            log.exception("intake.stands")
            await asyncio.sleep(_PAUSE)
            return
        self._taken.extend(found)
        self._more.set()
        if len(found) < room or not room:
            await self._nudge.wait(_LONGEST_SLEEP)

    async def _work(self) -> None:
        while True:
            while not self._taken:
                self._more.clear()
                await self._more.wait()
            waiting = self._taken.popleft()
            try:
                await self.handle(waiting)
            except Exception:
                # Not even stepping aside could be written; it comes again with the next start.
                log.exception("intake.stands", extra={"update_id": waiting.update_id})
                await asyncio.sleep(_PAUSE)
            self._nudge.now()

    async def _decide(self, waiting: Waiting) -> Update | None:
        """Ask the handlers what follows and commit it; decide again when somebody wrote first."""
        update = Update.de_json(dict(waiting.raw), self._bot)
        chat = update.effective_chat
        sender = update.effective_user
        where = chat.id if chat is not None else sender.id if sender is not None else None
        for attempt in range(1, _ATTEMPTS + 1):
            deed = NOTHING
            if where is not None:
                address = Address(BotId(waiting.bot), ChatId(where))
                visitor = await self._readings.visitor(address)
                deed = await self._hear(update, visitor, self.rooms, waiting.received_at)
            try:
                await self._inbox.settle(waiting, deed)
            except CompareAndSwapMissed:
                if attempt == _ATTEMPTS:
                    raise
            else:
                break
        return update

    def _answer(self, update: Update | None) -> None:
        """Take the spinning circle off a button; nobody depends on it, so nobody waits for it."""
        query = update.callback_query if update is not None else None
        if query is None or len(self._answering) >= _ANSWERS_AT_ONCE:
            return

        async def answer() -> None:
            with contextlib.suppress(TelegramError):
                await self._bot.answer_callback_query(query.id)

        task = asyncio.create_task(answer())
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)
