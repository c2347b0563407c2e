"""Time passes for promises and alarms: as far as we have heard, at once, and whatever fails."""

from datetime import UTC, datetime, timedelta

import pytest

from bot import tick as ticks
from bot.ear import Ear
from bot.hold import Hold
from bot.tick import Tick
from rules.alarm import Kind, Stage
from rules.watch import Stage as WatchStage
from tests.bot.circle import BOT, SHE

EVENING = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)


class Hears:
    """An ear that says what it is told to say."""

    def __init__(self):
        self.deaf = False

    def is_deaf(self, heard, now):
        return self.deaf


@pytest.fixture
def ear():
    return Hears()


@pytest.fixture
async def tick(storage, clock, ear):
    return Tick(BOT, storage.ear, ear, storage.journal, clock, storage.woken)


@pytest.fixture
async def fence(storage, clock):
    return await storage.leases.take("ear:4242", clock.now(), timedelta(days=3))


@pytest.fixture
def reach(stand, clock, storage, fence):
    """Moves the clock to a moment, and our hearing with it."""

    async def reach(at, *, heard=True):
        await stand.push_to(at)
        clock.answered(None, at.isoformat(), clock.now())
        if heard:
            await storage.ear.move(BOT, at, fence)

    return reach


async def stage_of_hers(storage):
    life = await storage.readings.life(SHE)
    return life.watches[0].stage


async def test_a_promise_grows_late_and_is_missed_when_its_time_has_passed_and_was_heard(
    tick, storage, circle, reach
):
    await reach(EVENING)
    await tick.turn()
    assert await stage_of_hers(storage) is WatchStage.LATE
    await reach(EVENING + timedelta(minutes=31))
    await tick.turn()
    assert await stage_of_hers(storage) is WatchStage.MISSED
    assert len(await storage.readings.open_alarms()) == 1


async def test_nothing_is_raised_for_a_silence_that_was_not_heard(tick, storage, circle, reach):
    await reach(EVENING)
    await tick.turn()
    await reach(EVENING + timedelta(hours=3), heard=False)
    await tick.turn()
    assert await stage_of_hers(storage) is WatchStage.LATE
    assert await storage.readings.open_alarms() == ()


async def test_a_ladder_goes_on_while_we_are_deaf(tick, storage, circle, reach):
    await reach(EVENING)
    await tick.turn()
    await reach(EVENING + timedelta(minutes=31))
    await tick.turn()
    (before,) = await storage.readings.open_alarms()
    await reach(EVENING + timedelta(hours=3), heard=False)
    await tick.turn()
    (after,) = await storage.readings.open_alarms()
    assert after.alarm.rung > before.alarm.rung
    assert (after.alarm.kind, after.alarm.stage) == (Kind.MISSED, Stage.RAISED)


async def test_before_anything_was_heard_nothing_passes(tick, storage, circle, stand, clock):
    await stand.push_to(EVENING + timedelta(hours=5))
    clock.answered(None, (EVENING + timedelta(hours=5)).isoformat(), clock.now())
    await tick.turn()
    assert await stage_of_hers(storage) is WatchStage.WAITING


async def test_the_deaf_are_swept_only_while_we_are_deaf(tick, ear, storage, circle, reach):
    swept = []
    real = type(storage.journal).sweep_deaf

    async def sweep_deaf(self, now, limit=200):
        swept.append(now)
        return await real(self, now, limit)

    type(storage.journal).sweep_deaf = sweep_deaf
    try:
        await reach(EVENING)
        await tick.turn()
        assert swept == []
        assert tick.deaf_since is None
        ear.deaf = True
        await tick.turn()
        assert len(swept) == 1
        assert tick.is_deaf
        assert EVENING <= tick.deaf_since <= tick._clock.now()
        ear.deaf = False
        await tick.turn()
        assert tick.deaf_since is None
    finally:
        type(storage.journal).sweep_deaf = real


async def test_it_sleeps_until_the_next_moment_and_no_longer_than_half_a_minute(
    tick, circle, clock, reach
):
    await reach(EVENING - timedelta(minutes=40))
    assert await tick.turn() == ticks.LONGEST_SLEEP
    await reach(EVENING - timedelta(seconds=25))
    before = clock.seconds_until(EVENING)
    sleep = await tick.turn()
    assert clock.seconds_until(EVENING) <= sleep <= before


async def test_what_is_due_and_not_heard_yet_is_looked_at_again_soon(tick, circle, reach):
    await reach(EVENING - timedelta(minutes=1))
    await tick.turn()
    await reach(EVENING + timedelta(minutes=1), heard=False)
    assert await tick.turn() == ticks._OVERDUE_SLEEP


async def test_with_nobody_to_watch_it_sleeps(tick, reach):
    await reach(EVENING)
    assert await tick.turn() == ticks.LONGEST_SLEEP


async def test_it_is_woken_when_we_have_heard_further(
    tick, storage, circle, reach, turning, until, monkeypatch
):
    for sleep in ("LONGEST_SLEEP", "_OVERDUE_SLEEP"):
        monkeypatch.setattr(ticks, sleep, 3600.0)
    turned, turn = [], tick.turn

    async def noted():
        turned.append(await turn())
        return turned[-1]

    tick.turn = noted
    turning(tick)
    await until(lambda: turned)
    assert set(turned) == {3600.0}  # unless it is woken, it sleeps for longer than we wait
    await reach(EVENING)

    async def late():
        return await stage_of_hers(storage) is WatchStage.LATE

    await until(late)


async def test_a_round_that_fails_is_counted_and_tried_again(
    tick, storage, circle, reach, turning, until, monkeypatch
):
    monkeypatch.setattr(ticks, "_LONGEST_PAUSE", 0.05)
    counted = []

    def power_fails(edge, kinds):
        if edge == "before" and "sweep" in kinds and tick.failures < 3:
            counted.append(tick.failures)
            raise OSError("no space left on device")

    storage.writer.on_commit = power_fails
    await reach(EVENING)
    turning(tick)

    async def late():
        return await stage_of_hers(storage) is WatchStage.LATE

    await until(late)
    await until(lambda: tick.failures == 0)
    assert set(counted) == {0, 1, 2}


async def test_a_row_that_cannot_be_decided_is_counted(tick, storage, circle, reach, monkeypatch):
    monkeypatch.setattr("storage.story.lived", lambda *given: 1 / 0)
    await reach(EVENING)
    await tick.turn()
    assert tick.poisoned == 1
    monkeypatch.undo()
    await reach(EVENING + timedelta(minutes=5))
    await tick.turn()
    assert tick.poisoned == 0
    assert await stage_of_hers(storage) is WatchStage.LATE


async def test_many_are_swept_in_batches_until_none_is_due(
    tick, storage, circle, reach, monkeypatch
):
    monkeypatch.setattr(ticks, "_FIRST_BATCH", 1)
    await reach(EVENING)
    await tick.turn()
    await reach(EVENING + timedelta(minutes=31))
    await tick.turn()
    assert await stage_of_hers(storage) is WatchStage.MISSED


async def test_what_is_fetched_while_the_database_answers_makes_nobody_deaf(
    tick, storage, circle, clock, reach, wire
):
    hold = Hold(storage.leases, "ear:4242", clock)
    ear = tick._ear = Ear(BOT, wire, storage.inbox, storage.journal, clock, storage.woken, hold)
    await reach(EVENING - timedelta(hours=1))
    ear.fetched_until = clock.now()
    await tick.turn()
    ask = storage.ear.heard_until

    async def slowly(bot):
        heard = await ask(bot)
        if clock.now() < EVENING:  # while this answer is on its way, time passes and all is heard
            await reach(EVENING + timedelta(minutes=1))
            ear.fetched_until = clock.now()
        return heard

    storage.ear.heard_until = slowly
    await tick.turn()
    await tick.turn()
    assert tick.deaf_since is None
    (watch,) = (await storage.readings.life(SHE)).watches
    assert watch.stage is WatchStage.LATE
    backlog = await storage.readings.diary(SHE, 100)
    assert not [one for one in backlog if getattr(one.happening.event, "deaf_from", None)]
