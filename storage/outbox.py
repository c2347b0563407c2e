"""What must still be said: claimed for a while, told, and only then settled.

Settling and claiming are one job, so that one commit serves both. A teller that dies says nothing;
what it had claimed falls due again when its lease ends, or when its successor starts.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, literal_column, select, union_all, update

from rules.notices import Rank
from storage.claiming import Claiming
from storage.claims import Claimed, MovedTo, Outcome, Refused, Told, TryAgain, Why
from storage.leases import Fence, check_fence
from storage.moments import from_micros, to_micros
from storage.reading import Reader
from storage.settling import settle
from storage.tables import notices
from storage.transactions import Look, Tx
from storage.writing import Writer

__all__ = [
    "Backlog",
    "Claimed",
    "MovedTo",
    "Outbox",
    "Outcome",
    "Refused",
    "Told",
    "TryAgain",
    "Why",
]

_RELEASE = (
    update(notices)
    .where(notices.c.fence < bindparam("b_fence"))
    .values(fence=None, try_at=notices.c.born_at)
)
# A clock that was set back must not make an alarm wait until it has caught up.
_BORN_LATER = (
    update(notices).where(notices.c.born_at > bindparam("now")).values(try_at=bindparam("now"))
)
_WAS_DUE = (
    update(notices)
    .where(notices.c.try_at > bindparam("now"), notices.c.try_at <= bindparam("latest"))
    .values(try_at=bindparam("now"))
)
# One look at the head of each rank's part of the index, however much waits behind it.
_NEXT_TRY = union_all(
    *(
        select(func.min(notices.c.try_at).label("try_at")).where(
            notices.c.rank == literal_column(str(int(rank)))
        )
        for rank in Rank
    )
)
_BACKLOG = (
    select(notices.c.rank, func.count(), func.min(notices.c.born_at))
    .where(notices.c.try_at <= bindparam("now"))
    .group_by(notices.c.rank)
)


@dataclass(frozen=True, slots=True)
class Backlog:
    """What is due and not said yet."""

    due: Mapping[Rank, int]
    oldest: datetime | None  #: when the oldest of it was decided, deletions left out


class Outbox:
    """The door through which everything that is said goes out."""

    def __init__(self, writer: Writer, reader: Reader, clock: Callable[[], datetime]) -> None:
        self._writer = writer
        self._reader = reader
        self._clock = clock
        self._latest: datetime | None = None

    async def turn(
        self,
        settled: Sequence[tuple[Claimed, Outcome]],
        want: int,
        now: datetime,
        fence: Fence,
        *,
        kept: int = 0,
    ) -> list[Claimed]:
        """Commit what came of what was told, and claim up to `want` more, the first first.

        `kept`: how many of them belong to receipts and reminders, as long as such are waiting.
        Raises FenceLostError when another teller has taken over; then nothing was written.
        """

        def job(tx: Tx) -> list[Claimed]:
            check_fence(tx, fence)
            if self._latest is not None and now < self._latest:
                times = {"now": to_micros(now), "latest": to_micros(self._latest)}
                tx.connection.execute(_WAS_DUE, times)
            settle(tx, settled, now)
            claiming = Claiming(tx, now, fence)
            claiming.claim(min(kept, want), [Rank.REMINDER])
            claiming.claim(want, Rank)
            return sorted(claiming.claimed, key=lambda one: one.rank)

        claimed = await self._writer.do(job, kind="settle" if settled else "claim")
        self._latest = now
        return claimed

    async def release_dead(self, fence: Fence) -> int:
        """Take over at once what earlier tellers had claimed; return how much it was."""
        now = to_micros(self._clock())

        def job(tx: Tx) -> int:
            check_fence(tx, fence)
            tx.ring()
            released = tx.connection.execute(_RELEASE, {"b_fence": fence.number}).rowcount
            tx.connection.execute(_BORN_LATER, {"now": now})
            return released

        return await self._writer.do(job, kind="claim")

    async def backlog(self, now: datetime) -> Backlog:
        """Return what is due and not said yet."""

        def look(look: Look) -> Backlog:
            rows = look.connection.execute(_BACKLOG, {"now": to_micros(now)}).all()
            born = [oldest for rank, _, oldest in rows if rank != Rank.UNSAYING]
            due = {Rank(rank): count for rank, count, _ in rows}
            return Backlog(due, from_micros(min(born)) if born else None)

        return await self._reader.ask(look)

    async def next_try(self) -> datetime | None:
        """Return when the next thing is to be said or unsaid; it may have passed already."""

        def look(look: Look) -> datetime | None:
            found = [at for at in look.connection.scalars(_NEXT_TRY) if at is not None]
            return from_micros(min(found)) if found else None

        return await self._reader.ask(look)
