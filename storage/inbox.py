"""What Telegram handed us: committed before it is confirmed, done together with what it does.

An update that fails steps aside, so that later ones of its chat go on; after five tries it is set
aside for good, sealed, and the operator is told. Twice is a nuisance, never is a death.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, func, not_, select, update

from sealing.fields import SealBrokenError
from storage.deed import Deed
from storage.ear import IS_WAITING, ear_of, oldest_untried
from storage.journal import write_deed
from storage.leases import Fence
from storage.moments import to_micros
from storage.persons import BotId
from storage.reading import Reader
from storage.received import Waiting, keep_updates, one_of_each_lane, open_waiting
from storage.tables import inbox
from storage.transactions import Look, Tx
from storage.woken import Woken
from storage.writing import Writer

WAITING, DONE, DEAD = 0, 1, 2

TRIES = 5  #: an update that failed as often is set aside for good
#: How long a failed one waits before it is tried again. Together less than the ten minutes for
#: which it may hold back its sender's silence.
_WAITS = (timedelta(seconds=1), timedelta(seconds=15), timedelta(minutes=1), timedelta(minutes=4))
_KEPT = timedelta(days=14)  #: for so long an update that comes again is known
#: Telegram numbers updates anew after a week without any; then our old place means nothing.
_PLACE_GOOD_FOR = timedelta(days=6)
#: How many of the oldest are looked at, so that one busy chat does not hide the others.
_AHEAD = 8

_NEXT = (
    select(inbox)
    .where(
        IS_WAITING,
        inbox.c.try_at <= bindparam("now"),
        inbox.c.lane.not_in(bindparam("busy", expanding=True)),
    )
    .order_by(inbox.c.row)
    .limit(bindparam("limit"))
)
_THIS = and_(
    inbox.c.bot == bindparam("b_bot"),
    inbox.c.update_id == bindparam("b_update_id"),
    IS_WAITING,
)
_DONE = (
    update(inbox)
    .where(_THIS)
    .values(state=DONE, tries=0, lane=None, card=None, holds_from=None, sealed_raw=None)
)
_ASIDE = (
    update(inbox)
    .where(_THIS)
    .values(state=bindparam("state"), tries=bindparam("tries"), try_at=bindparam("try_at"))
)
_NEWEST = select(func.max(inbox.c.received_at)).where(inbox.c.bot == bindparam("bot"))
_OLD = delete(inbox).where(not_(IS_WAITING), inbox.c.received_at < bindparam("before"))


class Inbox:
    """The door through which everything comes in."""

    def __init__(
        self, writer: Writer, reader: Reader, woken: Woken, clock: Callable[[], datetime]
    ) -> None:
        self._writer = writer
        self._reader = reader
        self._woken = woken
        self._clock = clock
        self._in_work: set[bytes] = set()

    async def keep(
        self,
        bot: BotId,
        updates: Sequence[Mapping[str, Any]],
        *,
        asked_at: datetime,
        limit: int,
        fence: Fence,
    ) -> None:
        """Commit what a poll brought, and how far we have heard. Only then may it be confirmed.

        `asked_at`: when the poll was asked; `limit`: how many it could have brought. What was kept
        before stays as it is. Raises FenceLostError, and then nothing was kept.
        """

        def job(tx: Tx) -> None:
            keep_updates(tx, bot, updates, asked_at, limit, fence)

        await self._writer.do(job, kind="inbox")

    async def offset(self, bot: BotId) -> int:
        """Return from which update on the next poll asks: what lies before is committed."""

        def look(look: Look) -> int:
            newest = look.connection.scalar(_NEWEST, {"bot": bot})
            good = newest is not None and newest >= to_micros(self._clock() - _PLACE_GOOD_FOR)
            return ear_of(look, bot)[1] if good else 0

        return await self._reader.ask(look)

    async def take(self, limit: int, now: datetime) -> list[Waiting]:
        """Return up to `limit` updates to handle, the oldest first, one of a chat at a time.

        Each is in work until it is settled or steps aside.
        """
        busy = frozenset(self._in_work)
        asked = {"busy": list(busy), "now": to_micros(now), "limit": limit * _AHEAD}

        def look(look: Look) -> tuple[list[Waiting], list[Row[Any]]]:
            found: list[Waiting] = []
            broken: list[Row[Any]] = []
            rows = look.connection.execute(_NEXT, asked).all()
            for row in one_of_each_lane(rows, busy, limit):
                try:
                    found.append(open_waiting(look, row))
                except (SealBrokenError, ValueError):
                    broken.append(row)
            return found, broken

        found, broken = await self._reader.ask(look)
        for row in broken:
            # Nobody will ever read it; it is counted, so that the operator hears of it.
            await self._set_aside(row.bot, row.update_id, TRIES, now)
        # Others may have taken from the same lanes meanwhile.
        taken = [waiting for waiting in found if waiting.lane not in self._in_work]
        self._in_work.update(waiting.lane for waiting in taken)
        return taken

    async def settle(self, waiting: Waiting, deed: Deed) -> None:
        """Commit what follows from an update, and that it is done; the update itself is erased.

        Raises CompareAndSwapMissed, and then it is still in work and to be decided again.
        """
        at = self._clock()

        def job(tx: Tx) -> None:
            # Whoever comes second finds it done, and writes nothing.
            if tx.connection.execute(_DONE, _key(waiting.bot, waiting.update_id)).rowcount:
                write_deed(tx, deed, at)

        await self._writer.do(job, kind="effect")
        self._out_of_work(waiting)

    async def step_aside(self, waiting: Waiting, now: datetime) -> bool:
        """Let an update that failed wait, and its chat go on; say whether it is set aside for good.

        It is set aside after five tries, still sealed, and then holds back nothing any more.
        """
        tries = waiting.tries + 1
        try:
            await self._set_aside(waiting.bot, waiting.update_id, tries, now)
        finally:
            self._out_of_work(waiting)
        return tries >= TRIES

    async def oldest_untried(self) -> datetime | None:
        """Return since when something waits that nobody has tried to handle even once."""
        return await self._reader.ask(oldest_untried)

    async def dead_letters(self) -> int:
        """Return how many updates were set aside for good."""
        count = select(func.count()).where(inbox.c.state == DEAD)
        return await self._reader.ask(lambda look: look.connection.scalar(count) or 0)

    async def housekeep(self, now: datetime) -> int:
        """Erase what was done or set aside 14 days ago; return how many."""
        before = {"before": to_micros(now - _KEPT)}
        return await self._writer.do(
            lambda tx: tx.connection.execute(_OLD, before).rowcount, kind="housekeeping"
        )

    async def _set_aside(self, bot: BotId, update_id: int, tries: int, now: datetime) -> None:
        row: dict[str, Any] = {
            **_key(bot, update_id),
            "state": DEAD if tries >= TRIES else WAITING,
            "tries": tries,
            "try_at": to_micros(now if tries >= TRIES else now + _WAITS[tries - 1]),
        }

        def job(tx: Tx) -> None:
            tx.connection.execute(_ASIDE, row)

        await self._writer.do(job, kind="aside")

    def _out_of_work(self, waiting: Waiting) -> None:
        self._in_work.discard(waiting.lane)
        if not self._in_work:
            # With the last one handled we may have heard up to now, and somebody's time may be up.
            self._woken.ring()


def _key(bot: BotId, update_id: int) -> dict[str, int]:
    return {"b_bot": bot, "b_update_id": update_id}
