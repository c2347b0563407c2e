"""Jobs that are handed to the writer, and a writer that is kept busy meanwhile."""

import asyncio
import threading

from sqlalchemy import insert, select

from storage.tables import leases


def note(name, fence=1):
    """Write one row, under a name that is there once only."""

    def job(tx):
        tx.connection.execute(insert(leases).values(name=name, fence=fence, until=0))
        return name

    return job


async def written(storage):
    """Return the names of all rows that were written."""
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
