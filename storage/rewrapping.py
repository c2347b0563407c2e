"""Moves everything that is sealed, and every blind index, to the newest key of its purpose.

It may be stopped and begun again at any time: each row says under which key it stands. An old key
is destroyed only when nothing in the database needs it any more.
"""

import contextlib
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    bindparam,
    func,
    or_,
    select,
    text,
    update,
)

from sealing.keyring import ROTATED, Keyring, Purpose
from storage.heads import sign_all
from storage.keychain import Keychain, alone_at_work
from storage.keys import Keys
from storage.leases import Fence
from storage.moments import to_micros
from storage.people import UNREADABLE
from storage.reading import Reader
from storage.resealing import TASKS, Standing, Task
from storage.tables import invitations
from storage.transactions import Look, Tx
from storage.writing import Writer

Progress = Callable[[str, int, int], None]  #: of which table, how many rows are done, of how many

_AT_ONCE = 200
#: Buttons live on in chats for two days; the key that signed them is kept one rotation longer.
_LINKS_KEPT = 2


@dataclass(frozen=True, slots=True)
class Rewrapped:
    """What was moved, and what could not be."""

    moved: int
    left: int  #: rows that do not open; the keys they name are not destroyed
    destroyed: tuple[tuple[Purpose, int], ...] = ()


class Rewrapping:
    """The door through which keys are changed."""

    def __init__(
        self, writer: Writer, reader: Reader, keys: Keys, clock: Callable[[], datetime]
    ) -> None:
        self._writer = writer
        self._reader = reader
        self._keys = keys
        self._clock = clock

    def rotate(self, keychain: Keychain, purposes: Iterable[Purpose] = ROTATED) -> None:
        """Make a new key for each of `purposes`; what is written from now on is under it."""

        def renewed(keyring: Keyring) -> Keyring:
            for purpose in purposes:
                keyring = keyring.with_new_version(purpose)
            return keyring

        keychain.change(self._keys, renewed)

    async def rewrap(
        self,
        keychain: Keychain,
        *,
        ours: Collection[Fence] = (),
        progress: Progress | None = None,
        purposes: Collection[Purpose] = ROTATED,
    ) -> Rewrapped:
        """Move all rows that are sealed under old keys of `purposes`, then destroy those keys.

        `ours`: the leases that this process holds. Raises OthersAtWorkError.
        """
        now = self._clock()
        await self._reader.ask(partial(alone_at_work, ours=ours, now=now))
        moved = left = 0
        for task in TASKS:
            if not any(one.purpose in purposes for one in task.standings):
                continue
            done = await self._move(task, purposes, progress)
            moved, left = moved + done.moved, left + done.left
        destroyed = await self._writer.do(
            lambda tx: _destroy_old(tx, keychain, purposes, now), kind="keys"
        )
        return Rewrapped(moved, left, destroyed)

    async def _move(
        self, task: Task, purposes: Collection[Purpose], progress: Progress | None
    ) -> Rewrapped:
        total = await self._reader.ask(lambda look: _count(look, task, purposes))
        moved = left = after = 0
        while True:
            some = await self._writer.do(
                partial(_move_some, task=task, purposes=purposes, after=after), kind="keys"
            )
            if some.last is None:
                return Rewrapped(moved, left)
            moved, left, after = moved + some.moved, left + some.left, some.last
            if progress:
                progress(task.table.name, moved + left, max(total, moved + left))


@dataclass(frozen=True, slots=True)
class _Some:
    moved: int
    left: int
    last: int | None


def _move_some(tx: Tx, task: Task, purposes: Collection[Purpose], after: int) -> _Some:
    table = task.table
    query = (
        task.rows.where(_is_old(tx.keys, task.standings, purposes), table.c.row > after)
        .order_by(table.c.row)
        .limit(_AT_ONCE)
        .with_for_update(of=table)
    )
    rows = tx.connection.execute(query).all()
    moved: list[dict[str, Any]] = []
    for row in rows:
        # What does not open under any key stays as it is, and keeps the key that it names.
        with contextlib.suppress(*UNREADABLE):
            moved.append({"b_row": row.row, **task.move(tx, row)})
    if moved:
        columns: dict[str, BindParameter[Any]] = {
            name: bindparam(name) for name in moved[0] if name != "b_row"
        }
        this = update(table).where(table.c.row == bindparam("b_row")).values(columns)
        tx.connection.execute(this, moved)
    return _Some(len(moved), len(rows) - len(moved), rows[-1].row if rows else None)


def _is_old(
    keys: Keys, standings: Iterable[Standing], purposes: Collection[Purpose]
) -> ColumnElement[bool]:
    """Return what is true of rows that stand under an older key of one of `purposes`."""
    return or_(
        *(
            func.substr(one.column, one.offset, 2)
            != keys.newest(one.purpose).version.to_bytes(2, "big")
            for one in standings
            if one.purpose in purposes
        )
    )


def _count(look: Look, task: Task, purposes: Collection[Purpose]) -> int:
    old = _is_old(look.keys, task.standings, purposes)
    return look.connection.scalar(select(func.count()).select_from(task.table).where(old)) or 0


def _destroy_old(
    tx: Tx, keychain: Keychain, purposes: Collection[Purpose], now: datetime
) -> tuple[tuple[Purpose, int], ...]:
    """Destroy every older key of `purposes` that no row names, while nobody can write one."""
    if tx.connection.dialect.name == "postgresql":
        for task in TASKS:
            tx.connection.execute(text(f"LOCK TABLE {task.table.name} IN SHARE ROW EXCLUSIVE MODE"))
    if Purpose.DIARY in purposes:
        sign_all(tx, now)
    destroyed: list[tuple[Purpose, int]] = []
    for purpose in purposes:
        kept = _LINKS_KEPT if purpose is Purpose.LINKS else 1
        older = sorted(tx.keys.held(purpose))[:-kept]
        named = _named(tx, purpose, now) if older else frozenset()
        destroyed.extend((purpose, one) for one in older if one not in named)

    def without(keyring: Keyring) -> Keyring:
        for purpose, version in destroyed:
            keyring = keyring.without_version(purpose, version)
        return keyring

    keychain.change(tx.keys, without)
    return tuple(destroyed)


def _named(tx: Tx, purpose: Purpose, now: datetime) -> frozenset[int]:
    """Return the older versions under which something still stands."""
    queries: list[Select[Any]] = [
        _versions(one).where(_is_old(tx.keys, [one], [purpose]))
        for task in TASKS
        for one in task.standings
        if one.purpose is purpose
    ]
    if purpose is Purpose.INDEX:
        # The token of a link that is out is known to nobody here, so its digest cannot be moved.
        link = Standing(invitations.c.digest, 1, purpose)
        old = _is_old(tx.keys, [link], [purpose])
        queries.append(_versions(link).where(old, invitations.c.expires_at > to_micros(now)))
    found = (one for query in queries for one in tx.connection.scalars(query))
    return frozenset(int.from_bytes(one, "big") for one in found)


def _versions(standing: Standing) -> Select[Any]:
    return select(func.substr(standing.column, standing.offset, 2)).distinct()
