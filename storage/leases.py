"""Sees to it that what only one may do at a time is done by one, and that it is known by whom.

Every holder has a number higher than all before it. Whoever writes under a number that is no longer
the newest is refused, however late it wakes up (a fencing number).
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from storage.alive import Alive
from storage.moments import to_micros
from storage.tables import leases
from storage.transactions import Look, Tx
from storage.writing import Writer

_FOUND = select(leases.c.fence, leases.c.until).where(leases.c.name == bindparam("name"))
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


def holder_since(look: Look, name: str) -> int | None:
    """Return the number of the newest holder; None when nobody ever held it."""
    return look.connection.scalar(select(leases.c.fence).where(leases.c.name == name))


class Leases:
    """The leases of this database."""

    def __init__(self, writer: Writer, alive: Alive) -> None:
        self._writer = writer
        self._alive = alive

    async def take(self, name: str, now: datetime, ttl: timedelta) -> Fence | None:
        """Take the lease if it is free, has run out, or its holder is dead; None if it is held."""
        # Whoever gets the lock of the living knows that nobody else lives who had it.
        alone = await asyncio.to_thread(self._alive.hold, name)

        def job(tx: Tx) -> Fence | None:
            found = tx.connection.execute(_FOR_US, {"name": name}).one_or_none()
            if found is not None and not alone and found.until > to_micros(now):
                return None
            before = None if found is None else found.fence
            return Fence(name, _write(tx, name, before, now + ttl), ttl)

        try:
            fence = await self._writer.do(job, kind="lease")
        except IntegrityError:  # two took it for the first time, and the other came first
            fence = None
        if fence is None and alone:
            await asyncio.to_thread(self._alive.let_go, name)
        return fence

    async def keep(self, fence: Fence, now: datetime) -> bool:
        """Hold it for another while; False when somebody else holds it now."""

        def job(tx: Tx) -> bool:
            return _set(tx, fence, now + fence.ttl)

        if await self._writer.do(job, kind="lease"):
            return True
        await asyncio.to_thread(self._alive.let_go, fence.name)
        return False

    async def leave(self, fence: Fence) -> None:
        """Give it back, so that the next one need not wait."""

        def job(tx: Tx) -> bool:
            return _set(tx, fence, None)

        await self._writer.do(job, kind="lease")
        await asyncio.to_thread(self._alive.let_go, fence.name)


def _write(tx: Tx, name: str, before: int | None, until: datetime) -> int:
    if before is None:
        first = {"name": name, "fence": 1, "until": to_micros(until)}
        tx.connection.execute(insert(leases), first)
        return 1
    row = {"b_name": name, "b_fence": before, "until": to_micros(until)}
    tx.connection.execute(_SET, {**row, "fence": before + 1})
    return before + 1


def _set(tx: Tx, fence: Fence, until: datetime | None) -> bool:
    """Set until when it is held; None: not at all. False when it is somebody else's."""
    row = {
        "b_name": fence.name,
        "b_fence": fence.number,
        "fence": fence.number,
        "until": 0 if until is None else to_micros(until),
    }
    return tx.connection.execute(_SET, row).rowcount == 1
