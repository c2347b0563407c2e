"""By a clock that is pushed or runs fast, what is under way is neither lost nor done twice."""

import asyncio
from datetime import timedelta

from bot.hold import TTL, Hold
from bot.house import House
from bot.lanes import Go, GoBack, Lanes
from bot.limiter import Limiter
from handlers.telling import tell
from tests.bot.circle import AMINA
from tests.bot.mail import reply
from tests.bot.test_lanes import CHAT, NOON, Time, said


async def test_what_is_being_told_is_not_told_again_when_its_lease_is_over(
    make, decide, amina, stand, storage, clock, wire, turning, until, heard, left
):
    bot, told, finish = wire.bot(), [], asyncio.Event()

    async def slowly(claimed):
        told.append(claimed.id)
        await finish.wait()
        return await tell(bot, claimed, storage.stamps, clock.now)

    turning(make(say=slowly))
    await decide(reply())
    await until(lambda: told)
    claims = await claims_of(storage)
    clock.answered(None, (await stand.push(600)).isoformat(), clock.now())
    await until(lambda: claims_again(storage, claims))
    finish.set()

    async def settled():
        return not await left()

    await until(settled)
    assert len(told) == 1
    assert await heard() == [(AMINA, "Received.")]


async def claims_of(storage):
    """How often anything was claimed, as the database has it."""
    return await storage.reader.ask(
        lambda look: look.connection.exec_driver_sql("SELECT sum(tries) FROM notices").scalar()
    )


async def claims_again(storage, before):
    return await claims_of(storage) > before


def test_in_a_fast_chat_the_rest_still_goes_a_real_second_apart():
    time = Time()

    def now():
        return NOON + timedelta(seconds=600 * time.passed)

    def stretch(seconds):
        return timedelta(seconds=600 * seconds)

    lanes = Lanes(Limiter(monotonic=time.monotonic), now, stretch)
    for number in range(3):
        assert lanes.next_step(said(100 + number), CHAT) == Go()
    assert lanes.next_step(said(1), CHAT) == GoBack(NOON + timedelta(minutes=10))
    assert lanes.next_step(said(2), CHAT) == GoBack(NOON + timedelta(minutes=20))
    time.passed = 1.0
    assert lanes.next_step(said(1), CHAT) == Go()


async def test_a_lease_lasts_real_seconds_however_fast_the_clock_goes(
    storage, elsewhere, clock, turning, until
):
    clock.answered(None, clock.now().isoformat(), clock.now(), "600")
    ours = Hold(storage.leases, "ear", clock)
    turning(ours)
    await until(lambda: ours.is_held)
    soon = clock.now() + timedelta(minutes=5)
    assert await elsewhere.leases.take("ear", soon, TTL) is None


async def test_the_house_looks_after_itself_as_often_by_a_fast_clock(house: House):
    scheduler = house._schedule()
    house._keep_pace(scheduler)
    assert every(scheduler) == {"look": 30, "each_hour": 3600}
    now = house.clock.now()
    house.clock.answered(None, now.isoformat(), now, "600")
    house._keep_pace(scheduler)
    assert every(scheduler) == {"look": 0.25, "each_hour": 6}


def every(scheduler):
    jobs = {job.id: job.trigger.interval.total_seconds() for job in scheduler.get_jobs()}
    return {name: jobs[name] for name in ("look", "each_hour")}
