"""What only one may do at a time, one does, and it is known by whom."""

from datetime import timedelta

import pytest

from bot import hold as holds
from bot.hold import Hold


async def test_a_free_lease_is_taken_at_once_and_given_back_at_the_end(storage, clock, hold):
    held = hold("courier")
    fence = await held.fence()
    assert fence.number == 1
    await held.leave()
    assert await storage.leases.take("courier", clock.now(), timedelta(seconds=5)) is not None


@pytest.fixture
def tried(storage):
    """Each time that somebody of this house asks for a lease, and what they were given."""
    tried, take = [], storage.leases.take

    async def noted(name, now, ttl):
        fence = await take(name, now, ttl)
        tried.append(fence)
        return fence

    storage.leases.take = noted
    return tried


async def test_whoever_waits_gets_it_when_it_is_given_back(
    storage, elsewhere, clock, turning, until, tried, monkeypatch
):
    monkeypatch.setattr(holds, "_TRY_EVERY", 0.05)
    first = await elsewhere.leases.take("courier", clock.now(), timedelta(hours=1))
    second = Hold(storage.leases, "courier", clock)
    turning(second)
    await until(lambda: len(tried) >= 2)
    assert not second.is_held
    await elsewhere.leases.leave(first)
    await until(lambda: second.is_held)
    assert (await second.fence()).number == 2


async def test_whoever_lost_it_notices_and_takes_it_again_when_it_is_free(
    elsewhere, clock, hold, until, tried, monkeypatch
):
    monkeypatch.setattr(holds, "_RENEW_EVERY", 0.05)
    monkeypatch.setattr(holds, "_TRY_EVERY", 0.05)
    held = hold("courier")
    await held.fence()
    later = clock.now() + 2 * holds.TTL  # as after a sleep of the whole machine
    thief = await elsewhere.leases.take("courier", later, timedelta(hours=1))
    await until(lambda: not held.is_held)
    await until(lambda: len(tried) >= 3)  # once at the beginning, and then in vain
    assert not held.is_held
    await elsewhere.leases.leave(thief)
    await until(lambda: held.is_held)
    assert (await held.fence()).number == 3


async def test_while_the_database_is_in_trouble_what_is_held_stays_held(
    storage, clock, hold, until, monkeypatch
):
    monkeypatch.setattr(holds, "_RENEW_EVERY", 0.02)
    held = hold("courier")
    await held.fence()
    tried = []

    async def keep(fence, now):
        tried.append(1)
        raise OSError("gone")

    monkeypatch.setattr(type(storage.leases), "keep", lambda self, fence, now: keep(fence, now))
    await until(lambda: len(tried) >= 2)
    assert held.is_held
    held.lost()
    held.lost()
    assert not held.is_held
    await held.leave()
