"""Whoever reads cannot write, and sees one moment; whoever waits hears every ring."""

import asyncio
import threading

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import DBAPIError

from storage.tables import leases
from storage.woken import Woken
from tests.conftest import only_on


def note(name, fence=1):
    """Write one row, under a name that is there once only."""

    def job(tx):
        tx.connection.execute(insert(leases).values(name=name, fence=fence, until=0))
        return name

    return job


async def written(storage):
    names = select(leases.c.name).order_by(leases.c.name)
    return list(await storage.reader.ask(lambda look: look.connection.scalars(names).all()))


async def held_up(storage):
    """Keep every writing thread busy until the event is set: what follows waits together."""
    go, begun = threading.Event(), threading.Semaphore(0)

    def busy(tx):
        begun.release()
        assert go.wait(60)

    tasks = []
    for _ in storage.writer._threads:
        tasks.append(asyncio.ensure_future(storage.writer.do(busy, kind="busy")))
        await asyncio.to_thread(begun.acquire)
    return go, tasks


async def together(storage, *jobs):
    """Hand in jobs so that they are committed in as few groups as there are writing threads."""
    go, busy = await held_up(storage)
    waiting = [asyncio.ensure_future(storage.writer.do(job)) for job in jobs]
    await asyncio.sleep(0)
    go.set()
    await asyncio.gather(*busy)
    return await asyncio.gather(*waiting, return_exceptions=True)


async def test_a_reader_cannot_write(storage):
    with pytest.raises(Exception, match=r"read-?only"):
        await storage.reader.ask(note("a"))
    assert await written(storage) == []


async def test_what_is_read_is_of_one_moment(storage):
    await storage.writer.do(note("a"))
    halfway, go_on = threading.Event(), threading.Event()
    count = select(func.count()).select_from(leases)

    def twice(look):
        before = look.connection.scalar(count)
        halfway.set()
        assert go_on.wait(60)
        return before, look.connection.scalar(count)

    reading = asyncio.ensure_future(storage.reader.ask(twice))
    await asyncio.to_thread(halfway.wait, 60)
    await storage.writer.do(note("b"))
    go_on.set()

    assert await reading == (1, 1)


async def test_the_bell_rings_after_the_commit_and_not_for_what_failed(storage):
    def ringing(tx):
        tx.ring()

    def failing(tx):
        tx.ring()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await storage.writer.do(failing)
    assert not await storage.woken.wait(0)
    await storage.writer.do(ringing)
    assert await storage.woken.wait(1)
    assert not await storage.woken.wait(0)


async def test_every_task_hears_every_ring_also_one_that_came_while_it_was_busy():
    bell, heard = Woken(), []
    first, second = asyncio.Event(), asyncio.Event()

    async def listen(name):
        assert await bell.wait(60)
        heard.append(name)
        first.set()
        await second.wait()  # busy; it rings meanwhile
        assert await bell.wait(60)
        heard.append(name)

    tasks = [asyncio.ensure_future(listen(name)) for name in "ab"]
    await asyncio.sleep(0)
    bell.ring()
    await first.wait()
    bell.ring()
    second.set()
    await asyncio.gather(*tasks)

    assert sorted(heard) == ["a", "a", "b", "b"]


@only_on("postgresql")  # a file has no connection to lose
async def test_a_reader_whose_connection_was_lost_gets_another(storage):
    mine = text("SELECT pg_terminate_backend(pg_backend_pid())")
    one = text("SELECT 1")
    for _ in range(4):
        with pytest.raises(DBAPIError):
            await storage.reader.ask(lambda look: look.connection.execute(mine))

    assert await storage.reader.ask(lambda look: look.connection.scalar(one)) == 1
