"""Sees to it that what only one may do at a time is done by one, and that it is known by whom.

Every holder has a number higher than all before it. Whoever writes under a number that is no longer
the newest is refused, however late it wakes up (a fencing number).
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, insert, select, update

from storage.alive import Alive
from storage.moments import to_micros
from storage.reading import Reader
from storage.tables import leases
from storage.transactions import Look, Tx
from storage.writing import Writer

_FOUND = select(leases.c.fence, leases.c.until).where(leases.c.name == bindparam("name"))
_NEWEST = select(leases.c.fence).where(leases.c.name == bindparam("name"))
_FOR_US = _FOUND.with_for_update()
# Whoever writes under a lease keeps a successor from taking it until that is committed.
_SHARED = _FOUND.with_for_update(read=True)
_SET = (
    update(leases)
    .where(leases.c.name == bindparam("b_name"), leases.c.fence == bindparam("b_fence"))
    .values(fence=bindparam("fence"), until=bindparam("until"))
)


class FenceLostError(Exception):
    """Somebody else does this work now; nothing was written."""


@dataclass(frozen=True, slots=True)
class Fence:
    """A lease that we hold: what for, as which holder, and for how long at a time."""

    name: str
    number: int
    ttl: timedelta


def check_fence(tx: Tx, fence: Fence) -> None:
    """Raise FenceLostError unless `fence` is still the newest of its name."""
    found = tx.connection.execute(_SHARED, {"name": fence.name}).one_or_none()
    if found is None or found.fence != fence.number:
        raise FenceLostError


def newest_holder(look: Look, name: str) -> int:
    """Return the number of the newest holder; 0 when nobody ever held it."""
    return look.connection.scalar(_NEWEST, {"name": name}) or 0


class Leases:
    """The leases of this database."""

    def __init__(self, writer: Writer, reader: Reader, alive: Alive) -> None:
        self._writer = writer
        self._reader = reader
        self._alive = alive

    async def take(self, name: str, now: datetime, ttl: timedelta) -> Fence | None:
        """Take the lease if it is free, has run out, or its holder is dead; None if it is held."""
        newest = await self._reader.ask(lambda look: newest_holder(look, name))
        is_dead = await asyncio.to_thread(self._alive.is_dead, _holder(name, newest))
        fence = Fence(name, newest + 1, ttl)
        # We live before we are heard of: nobody may take us for dead in between.
        if not await asyncio.to_thread(self._alive.hold, _holder(name, fence.number)):
            return None

        def job(tx: Tx) -> bool:
            found = tx.connection.execute(_FOR_US, {"name": name}).one_or_none()
            if found is None:
                first = {"name": name, "fence": fence.number, "until": to_micros(now + ttl)}
                tx.connection.execute(insert(leases), first)
                return True
            is_free = is_dead or found.until <= to_micros(now)
            return is_free and found.fence == newest and _set(tx, fence, newest, now + ttl)

        taken = await self._writer.do(job, kind="lease")
        if not taken:
            await self._let_go(fence)
        return fence if taken else None

    async def keep(self, fence: Fence, now: datetime) -> bool:
        """Hold it for another while; False when somebody else holds it now."""

        def job(tx: Tx) -> bool:
            return _set(tx, fence, fence.number, now + fence.ttl)

        if await self._writer.do(job, kind="lease"):
            return True
        await self._let_go(fence)
        return False

    async def leave(self, fence: Fence) -> None:
        """Give it back, so that the next one need not wait."""

        def job(tx: Tx) -> bool:
            return _set(tx, fence, fence.number, None)

        await self._writer.do(job, kind="lease")
        await self._let_go(fence)

    async def _let_go(self, fence: Fence) -> None:
        await asyncio.to_thread(self._alive.let_go, _holder(fence.name, fence.number))


def _holder(name: str, number: int) -> str:
    return f"{name}-{number}"


def _set(tx: Tx, fence: Fence, before: int, until: datetime | None) -> bool:
    """Set until when it is held; None: not at all. False when it is somebody else's."""
    row = {
        "b_name": fence.name,
        "b_fence": before,
        "fence": fence.number,
        "until": 0 if until is None else to_micros(until),
    }
    return tx.connection.execute(_SET, row).rowcount == 1
