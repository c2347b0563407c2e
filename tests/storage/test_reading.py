"""Whoever reads cannot write, and sees one moment; whoever waits hears every ring."""

import asyncio
import threading

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from storage.tables import leases
from storage.woken import Woken
from tests.conftest import only_on
from tests.storage.jobs import note, written


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
