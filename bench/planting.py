"""Plants a crowd in a database: each row sealed by the house's own seals, thousands in a commit.

Storage's own doors write one person in a dozen statements; these rows are the same ones, made with
the same seals for the same places and handed over together. A test reads them back by those doors
and compares them with what those doors write.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from bench.crowd import Crowd
from rules.events import Started
from rules.watch import Watch
from sealing.blind import version_of_blind
from sealing.keyring import Keyring
from storage.chance import Chance
from storage.deed import Lived
from storage.diary import BUCKET as DIARY_BUCKET
from storage.diary import START, Line, linked
from storage.house import keep_house
from storage.keys import Keys
from storage.moments import to_micros
from storage.opening import Storage
from storage.people import keep_person
from storage.persons import Person
from storage.rows import write_address, write_noun, write_person
from storage.subjects import Subject, new_subject
from storage.tables import chats, diary, people, watches
from storage.transactions import Tx

#: People in one commit: enough that the commit does not count, few enough to fit in memory.
TOGETHER = 5_000
#: From so many on, a second process seals while this one writes.
_MANY = 20_000
_AHEAD = 3  #: batches sealed before they are written
# A million people touch pages all over a dozen indexes. With SQLite's usual 2 MB of memory each of
# them would be read and written again and again; what is measured later has the usual memory.
_MUCH_MEMORY = "PRAGMA cache_size = -1500000"

_PROFILE_BUCKET = 512
_CHAT_BUCKET = 128
_WATCH_BUCKET = 512
_TABLES = (people, chats, watches, diary)

Row = dict[str, Any]
Batch = tuple[list[Row], ...]  #: for people, chats, watches and diary


async def plant(storage: Storage, crowd: Crowd) -> None:
    """Write the house, its coordinators and everybody in the crowd."""
    await storage.writer.do(lambda tx: _plant_house(tx, crowd), kind="planting")
    async for batch in _sealed(storage.keys.keyring, crowd):
        await storage.writer.do(_writing(batch), kind="planting")
    await storage.writer.do(_tidy, kind="planting")


def sealed_rows(keyring: Keyring, crowd: Crowd, numbers: range) -> Batch:
    """Return the rows of these people for each table: people, chats, watches, diary."""
    keys, chance = Keys(keyring), Chance.real()
    rows = [_rows_of(keys, chance, crowd.person(one), crowd.watch(one)) for one in numbers]
    return tuple(list(table) for table in zip(*rows, strict=True))


async def _sealed(keyring: Keyring, crowd: Crowd) -> AsyncIterator[Batch]:
    batches = deque(
        range(first, min(first + TOGETHER, crowd.size)) for first in range(0, crowd.size, TOGETHER)
    )
    if crowd.size < _MANY:
        for batch in batches:
            yield sealed_rows(keyring, crowd, batch)
        return
    loop = asyncio.get_running_loop()
    coming: deque[asyncio.Future[Batch]] = deque()
    # A process that starts afresh: ours has threads, which a fork would leave halfway.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        while batches or coming:
            while batches and len(coming) < _AHEAD:
                batch = batches.popleft()
                coming.append(loop.run_in_executor(other, sealed_rows, keyring, crowd, batch))
            yield await coming.popleft()


def _plant_house(tx: Tx, crowd: Crowd) -> None:
    if tx.connection.dialect.name == "sqlite":
        tx.connection.exec_driver_sql(_MUCH_MEMORY)
    for one in crowd.coordinators():
        keep_person(tx, one)
    keep_house(tx, crowd.house())


def _writing(batch: Batch) -> Callable[[Tx], None]:
    def job(tx: Tx) -> None:
        for table, rows in zip(_TABLES, batch, strict=True):
            tx.connection.execute(table.insert(), rows)

    return job


def _tidy(tx: Tx) -> None:
    """Let PostgreSQL learn how the rows are spread, as its own housekeeping does within minutes."""
    if tx.connection.dialect.name != "sqlite":
        tx.connection.exec_driver_sql("ANALYZE")


def _rows_of(keys: Keys, chance: Chance, person: Person, watch: Watch) -> tuple[Row, Row, Row, Row]:
    subject, wrapped, key_version = new_subject(keys, person.id)
    profile = subject.seal(
        "people", "sealed_profile", person.id, write_person(person), bucket=_PROFILE_BUCKET
    )
    itself = {
        "id": person.id,
        "version": 1,
        "blind_code": keys.blind("code", person.code),
        "key_version": key_version,
        "sealed_key": wrapped,
        "sealed_profile": profile,
    }
    return (
        itself,
        _chat_row(keys, subject, person, chance.new_id()),
        _watch_row(subject, watch),
        _line_row(subject, watch, chance.new_id()),
    )


def _chat_row(keys: Keys, subject: Subject, person: Person, row: bytes) -> Row:
    address = person.chats[0].address
    blind = keys.blind("chat", address.bot, address.chat)
    return {
        "id": row,
        "blind": blind,
        "index_version": version_of_blind(blind),
        "person_id": person.id,
        "sealed_chat": subject.seal(
            "chats", "sealed_chat", row, write_address(address), bucket=_CHAT_BUCKET
        ),
    }


def _watch_row(subject: Subject, watch: Watch) -> Row:
    return {
        "id": watch.id,
        "person_id": watch.owner,
        "stage": int(watch.stage),
        "wake_at": None if watch.wake_at is None else to_micros(watch.wake_at),
        "deaf_at": None if watch.deaf_at is None else to_micros(watch.deaf_at),
        "version": 1,
        "sealed_watch": subject.seal(
            "watches", "sealed_watch", watch.id, write_noun(watch), bucket=_WATCH_BUCKET
        ),
    }


def _line_row(subject: Subject, watch: Watch, row: bytes) -> Row:
    """Return the first line of somebody's diary: their promise began."""
    assert watch.begun_at is not None
    began = Line(watch.begun_at, Lived(watch.owner, Started(watch.begun_at)))
    sealed = subject.seal("diary", "sealed_line", row, write_noun(began), bucket=DIARY_BUCKET)
    return {
        "id": row,
        "subject_id": subject.id,
        "seq": 1,
        "hash": linked(START, row, subject.id, 1, sealed),
        "sealed_line": sealed,
    }
