"""Who waits together is committed together: all of it or nothing, and nobody hears too early."""

import asyncio

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from storage.tables import leases
from storage.writing import GROUP_LIMIT, NotWrittenError, WriterClosedError
from tests.conftest import only_on, sqlite_path
from tests.fakes import Fuse, PowerCut
from tests.storage.jobs import held_up, note, together, written


async def test_what_waits_together_is_committed_together(opened):
    fuse = Fuse()
    storage = opened(on_commit=fuse)
    results = await together(storage, *(note(f"{n:02}") for n in range(99)))

    assert results == [f"{n:02}" for n in range(99)]
    assert await written(storage) == results
    groups = [kinds for kinds in fuse.commits if "effect" in kinds]
    assert sum(map(len, groups)) == 99
    assert max(map(len, groups)) <= GROUP_LIMIT
    assert len(groups) <= len(storage.writer._threads) + 1


async def test_a_job_that_fails_takes_nothing_with_it_but_itself(storage):
    def half_done(tx):
        note("half")(tx)
        raise ZeroDivisionError

    results = await together(storage, note("a"), note("b"), half_done, note("b"), note("c"))

    # Where several threads write, either of the two may have come first.
    twice = {type(results.pop(3)), type(results.pop(1))}
    assert twice == {str, IntegrityError}
    assert [type(one) for one in results] == [str, ZeroDivisionError, str]
    assert await written(storage) == ["a", "b", "c"]


async def test_a_job_that_fails_alone_leaves_nothing(storage):
    def half_done(tx):
        note("half")(tx)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await storage.writer.do(half_done)
    assert await written(storage) == []


@pytest.mark.parametrize("count", [1, 5])
async def test_a_group_whose_power_fails_before_the_commit_leaves_nothing(opened, count):
    fuse = Fuse()
    storage = opened(on_commit=fuse)
    await storage.writer.do(note("first"))
    fuse.blow("before", commits_from_now=1)

    results = await asyncio.gather(
        *(storage.writer.do(note(f"{n}")) for n in range(count)), return_exceptions=True
    )

    lost = [n for n, one in enumerate(results) if isinstance(one, PowerCut)]
    assert lost
    assert await written(storage) == sorted(
        {"first", *map(str, range(count))} - set(map(str, lost))
    )


async def test_what_was_committed_before_the_power_failed_is_there(opened):
    fuse = Fuse()
    storage = opened(on_commit=fuse)
    fuse.blow("after")

    with pytest.raises(PowerCut):
        await storage.writer.do(note("kept"))
    assert await written(storage) == ["kept"]


async def test_nobody_hears_of_it_before_it_is_committed(opened):
    order = []

    def watch(edge, kinds):
        order.append((edge, future.done()))

    storage = opened(on_commit=watch)
    future = asyncio.ensure_future(storage.writer.do(note("a")))
    await future

    assert order == [("before", False), ("after", False)]


async def test_a_commit_that_would_keep_nothing_is_never_called_written(storage, database):
    def fallen_out(tx):
        note("a")(tx)
        # The database drops the transaction by itself, as SQLite does when the disk is full.
        if sqlite_path(database):
            tx.connection.connection.driver_connection.execute("ROLLBACK")
        else:
            broken = tx.connection.connection.driver_connection.cursor()
            with pytest.raises(Exception, match="does_not_exist"):
                broken.execute("SELECT does_not_exist")

    with pytest.raises(NotWrittenError):
        await storage.writer.do(fallen_out)
    assert await written(storage) == []
    await storage.writer.do(note("b"))
    assert await written(storage) == ["b"]


@only_on("sqlite")  # PostgreSQL keeps the savepoints of a failed transaction
async def test_a_group_that_fell_out_of_its_transaction_fails_whole(storage):

    def fallen_out(tx):
        tx.connection.connection.driver_connection.execute("ROLLBACK")

    results = await together(storage, note("a"), fallen_out, note("b"))

    assert [type(one) for one in results] == [NotWrittenError] * 3
    assert await written(storage) == []


async def test_two_processes_on_one_database_overrule_nothing(opened):
    houses = [opened(), opened()]
    await houses[0].writer.do(note("counted", fence=0))

    def count(tx):
        found = select(leases.c.fence).where(leases.c.name == "counted").with_for_update()
        fence = tx.connection.scalar(found)
        tx.connection.execute(
            update(leases).where(leases.c.name == "counted").values(fence=fence + 1)
        )

    await asyncio.gather(*(houses[n % 2].writer.do(count) for n in range(100)))

    found = select(leases.c.fence)
    assert await houses[0].reader.ask(lambda look: look.connection.scalar(found)) == 100


async def test_whoever_stopped_waiting_does_not_stop_the_writing(storage):
    go, busy = await held_up(storage)
    given_up = asyncio.ensure_future(storage.writer.do(note("a")))
    await asyncio.sleep(0)
    given_up.cancel()
    go.set()
    await asyncio.gather(*busy)
    await asyncio.to_thread(storage.writer.close)  # what was handed in is committed by then

    assert await written(storage) == ["a"]


async def test_closing_commits_what_was_handed_in_and_takes_nothing_more(opened):
    storage = opened()
    waiting = [asyncio.ensure_future(storage.writer.do(note(f"{n}"))) for n in range(9)]
    await asyncio.sleep(0)
    await asyncio.to_thread(storage.writer.close)

    assert await asyncio.gather(*waiting) == [f"{n}" for n in range(9)]
    with pytest.raises(WriterClosedError):
        await storage.writer.do(note("late"))
