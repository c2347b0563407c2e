"""How long a poll waits: never beyond the moment at which somebody's silence matters."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot import ear as ears
from bot.clock import Clock
from bot.ear import LONGEST_POLL, Ear
from bot.hold import Hold
from storage.leases import Fence
from tests.bot.circle import BOT

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


class Wakes:
    """A journal that knows one thing: when somebody's time is up."""

    def __init__(self):
        self.at, self.asked = None, 0

    async def next_wake(self):
        self.asked += 1
        return self.at


@pytest.fixture
def journal():
    return Wakes()


@pytest.fixture
def ear(storage, wire, journal):
    """An ear whose time stands still, and that has heard everything up to now."""
    clock = Clock(machine=lambda: NOW, monotonic=lambda: 7000.0)
    hold = Hold(storage.leases, f"ear:{BOT}", clock)
    ear = Ear(BOT, wire, storage.inbox, journal, clock, storage.woken, hold)
    ear.fetched_until = NOW
    return ear


@pytest.mark.parametrize(
    ("wakes_in", "patience"),
    [(None, LONGEST_POLL), (7.9, 7), (1.0, 1), (3600.0, LONGEST_POLL), (0.0, LONGEST_POLL)],
)
async def test_a_poll_ends_before_somebodys_time_is_up(ear, journal, wakes_in, patience):
    if wakes_in is not None:
        journal.at = NOW + timedelta(seconds=wakes_in)
    assert await ear._patience() == patience


async def test_what_is_left_of_a_second_is_waited_out_and_then_asked_at_once(ear, journal):
    journal.at = NOW + timedelta(seconds=0.2)
    began = asyncio.get_running_loop().time()
    assert await ear._patience() == 0
    assert asyncio.get_running_loop().time() - began > 0.19


@pytest.mark.parametrize("why", ["never heard", "heard long ago", "more waits", "trouble"])
async def test_whoever_does_not_hear_asks_at_once(ear, journal, why):
    match why:
        case "never heard":
            ear.fetched_until = None
        case "heard long ago":
            ear.fetched_until = NOW - timedelta(minutes=2)
        case "more waits":
            ear._more_waits = True
        case _:
            ear.trouble_since = NOW
    assert await ear._patience() == 0
    assert not journal.asked


async def test_a_poll_that_waits_is_cut_when_somebodys_time_comes_first_and_not_before(
    ear, journal, storage, until, monkeypatch
):
    monkeypatch.setattr(ears, "_LINGER", 0.01)
    presses = asyncio.create_task(ear._until_time_presses(LONGEST_POLL))
    journal.at = NOW + timedelta(hours=1)
    storage.woken.ring()
    await until(lambda: journal.asked)
    journal.at = NOW + timedelta(seconds=2)
    await asyncio.sleep(0)
    assert not presses.done()
    storage.woken.ring()
    await presses
    assert journal.asked >= 2


async def test_a_poll_that_was_cut_proves_nothing(ear, journal):
    async def cut(request, patience):
        return None

    before = ear.fetched_until = NOW - timedelta(seconds=30)
    ear._poll = cut
    await ear._listen(None, Fence(f"ear:{BOT}", 1, timedelta(seconds=60)))
    assert ear.fetched_until == before
