"""What only one may do at a time is done by one, and nobody waits for the dead."""

import asyncio
import subprocess
import sys
from datetime import timedelta

import pytest
from sqlalchemy import text

from storage.alive import AliveHere
from storage.leases import FenceLostError, check_fence
from tests.conftest import only_on, sqlite_path

TTL = timedelta(seconds=30)


async def test_one_takes_it_and_nobody_else(opened, clock):
    one, other = opened(), opened()

    fence = await one.leases.take("courier", clock(), TTL)
    assert fence is not None
    assert await other.leases.take("courier", clock(), TTL) is None
    assert await one.leases.take("courier", clock(), TTL) is None
    assert await other.leases.take("ear:1", clock(), TTL) is not None


async def test_of_many_who_ask_at_once_one_gets_it(opened, clock):
    houses = [opened() for _ in range(4)]
    taken = await asyncio.gather(*(one.leases.take("courier", clock(), TTL) for one in houses))

    assert sum(fence is not None for fence in taken) == 1


async def test_who_keeps_it_keeps_it(opened, clock):
    one, other = opened(), opened()
    fence = await one.leases.take("courier", clock(), TTL)
    for _ in range(5):
        clock.push(seconds=20)
        assert await one.leases.keep(fence, clock())
    assert await other.leases.take("courier", clock(), TTL) is None


async def test_one_that_has_run_out_is_taken_over_and_the_old_holder_is_refused(opened, clock):
    one, other = opened(), opened()
    old = await one.leases.take("courier", clock(), TTL)
    clock.push(seconds=31)

    new = await other.leases.take("courier", clock(), TTL)

    assert new.number > old.number
    assert not await one.leases.keep(old, clock())
    with pytest.raises(FenceLostError):
        await one.writer.do(lambda tx: check_fence(tx, old))
    await other.writer.do(lambda tx: check_fence(tx, new))


async def test_the_lease_of_a_dead_process_is_taken_over_at_once(opened, clock):
    dead, heir = opened(), opened()
    old = await dead.leases.take("courier", clock(), TTL)
    await asyncio.to_thread(dead.alive.close)  # what the system does when a process dies

    new = await heir.leases.take("courier", clock(), TTL)

    assert new.number == old.number + 1
    assert not await dead.leases.keep(old, clock())


async def test_one_given_back_is_free_at_once(opened, clock):
    one, other = opened(), opened()
    await one.leases.leave(await one.leases.take("courier", clock(), TTL))

    assert await other.leases.take("courier", clock(), TTL) is not None


async def test_giving_back_what_somebody_else_has_takes_nothing_from_them(opened, clock):
    one, other, third = opened(), opened(), opened()
    old = await one.leases.take("courier", clock(), TTL)
    clock.push(seconds=31)
    assert await other.leases.take("courier", clock(), TTL) is not None
    await one.leases.leave(old)

    assert await third.leases.take("courier", clock(), TTL) is None


async def test_who_never_held_it_is_refused(opened, clock):
    one = opened()
    fence = await one.leases.take("courier", clock(), TTL)
    forged = type(fence)("ear:1", 1, TTL)

    with pytest.raises(FenceLostError):
        await one.writer.do(lambda tx: check_fence(tx, forged))


@only_on("postgresql")
async def test_a_server_that_closed_the_connection_took_the_lock_with_it(opened, clock):
    one, other = opened(), opened()
    fence = await one.leases.take("courier", clock(), TTL)
    close = text(
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND "
        "database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    await other.writer.do(lambda tx: tx.connection.execute(close))

    assert await other.leases.take("courier", clock(), TTL) is not None
    assert not await one.leases.keep(fence, clock())


HOLDER = """
import sys
from pathlib import Path
from storage.alive import AliveHere
assert AliveHere(Path(sys.argv[1])).hold("courier")
print("held", flush=True)
sys.stdin.read()
"""


@only_on("sqlite")  # on PostgreSQL the server sees the connection of a killed process close
def test_a_killed_process_holds_nothing(database):
    path = sqlite_path(database)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout.readline() == "held\n"
        mine = AliveHere(path)
        assert not mine.hold("courier")
        holder.kill()
    assert mine.hold("courier")
    mine.close()
