"""Whatever the database does to a writer, it goes on, and nobody is told what is not so."""

import asyncio
import sqlite3
import threading

import pytest
from sqlalchemy import func, select, text, update

from storage.chance import Chance
from storage.engines import read_url, writing_engine
from storage.keys import Keys
from storage.tables import leases
from storage.woken import Woken
from storage.writing import NotWrittenError, Writer
from tests.conftest import only_on, sqlite_path
from tests.fakes import Clock
from tests.storage.jobs import held_up, note, written


@only_on("postgresql")  # SQLite has one writer, which waits for nobody
async def test_a_deadlock_is_done_again(storage):
    await storage.writer.do(note("a"))
    await storage.writer.do(note("b"))
    met, begun = threading.Barrier(2, timeout=60), threading.Event()
    runs = []

    def crossing(first, second):
        def job(tx):
            runs.append(first)
            for name in (first, second):
                grow = update(leases).where(leases.c.name == name)
                tx.connection.execute(grow.values(fence=leases.c.fence + 1))
                begun.set()
                if len(runs) <= 2 and name == first:
                    met.wait()

        return job

    one = asyncio.ensure_future(storage.writer.do(crossing("a", "b")))
    await asyncio.to_thread(begun.wait, 60)
    await asyncio.gather(one, storage.writer.do(crossing("b", "a")))

    fences = select(func.sum(leases.c.fence))
    assert await storage.reader.ask(lambda look: look.connection.scalar(fences)) == 6
    assert len(runs) >= 3  # PostgreSQL may choose one of the two, or both


@only_on("postgresql")  # a file has no connection to lose
async def test_a_lost_connection_is_opened_again(storage):
    mine = text("SELECT pg_terminate_backend(pg_backend_pid())")
    attempts = []

    def job(tx):
        attempts.append(1)
        if len(attempts) == 1:
            tx.connection.execute(mine)
        return note("a")(tx)

    assert await storage.writer.do(job) == "a"
    assert len(attempts) == 2
    assert await written(storage) == ["a"]


@only_on("postgresql")  # on SQLite nobody is overruled after BEGIN
async def test_whoever_is_overruled_again_and_again_hears_of_it(storage):
    attempts = []

    def overruled(tx):
        attempts.append(1)
        fail = "DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001'; END $$"
        tx.connection.exec_driver_sql(fail)

    with pytest.raises(NotWrittenError):
        await storage.writer.do(overruled)
    assert len(attempts) == 6


@only_on("sqlite")  # on PostgreSQL nobody can lock everybody out
async def test_a_writer_waits_for_another_process_and_reconnects(storage, database):
    impatient = "PRAGMA busy_timeout = 1"
    await storage.writer.do(lambda tx: tx.connection.exec_driver_sql(impatient))
    other = sqlite3.connect(sqlite_path(database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    gave_up, not_begun = threading.Event(), storage.writer._not_begun

    def noted(jobs, error):
        gave_up.set()
        return not_begun(jobs, error)

    storage.writer._not_begun = noted
    waiting = asyncio.ensure_future(storage.writer.do(note("a")))
    assert await asyncio.to_thread(gave_up.wait, 60)  # the impatient connection
    other.execute("ROLLBACK")
    other.close()

    assert await waiting == "a"
    patience = "PRAGMA busy_timeout"
    now = await storage.writer.do(lambda tx: tx.connection.exec_driver_sql(patience).scalar())
    assert now == 10_000


async def test_a_thread_outlives_whatever_its_jobs_do_to_it(storage, database):
    def ruin(tx):
        tx.connection.close()

    with pytest.raises(NotWrittenError):
        await storage.writer.do(ruin)
    assert await storage.writer.do(note("a")) == "a"
    assert await written(storage) == ["a"]


async def test_a_database_that_is_not_there_is_said_to_everybody_who_writes(keyring):
    nowhere = writing_engine(read_url("postgresql://nobody@127.0.0.1:1/nowhere"))
    writer = Writer(nowhere, Keys(keyring), Chance.seeded(1), Woken(), Clock())

    for _ in range(2):
        with pytest.raises(NotWrittenError):
            await writer.do(note("a"))
    await asyncio.to_thread(writer.close)


def test_whoever_asked_in_a_loop_that_is_gone_harms_nobody(opened):
    storage = opened()

    async def ask():
        asyncio.ensure_future(storage.writer.do(note("a")))  # noqa: RUF006 - it is left behind
        await asyncio.sleep(0)

    asyncio.run(ask())

    assert asyncio.run(storage.writer.do(note("b"))) == "b"


async def test_a_group_that_lost_its_connection_fails_whole_and_the_next_goes_on(storage):
    def lose(tx):
        tx.connection.connection.driver_connection.close()

    go, busy = await held_up(storage)
    waiting = [asyncio.ensure_future(storage.writer.do(job)) for job in (note("a"), lose)]
    waiting += [asyncio.ensure_future(storage.writer.do(note(f"{n}"))) for n in range(9)]
    await asyncio.sleep(0)
    go.set()
    await asyncio.gather(*busy)
    results = await asyncio.gather(*waiting, return_exceptions=True)

    kept = await written(storage)
    assert kept == sorted(one for one in results if isinstance(one, str))
    assert isinstance(results[1], NotWrittenError)
    assert await storage.writer.do(note("z")) == "z"
