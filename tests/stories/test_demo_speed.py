"""Time at sixty and six hundred times its pace: nobody is alarmed too early, late, or in vain."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.stories.circle import TERMS

pytestmark = pytest.mark.slow

#: A machine may stall for a few real seconds, and at x600 each of them is ten minutes.
STALLS = timedelta(hours=3)
WITHIN = 60.0  #: real seconds


async def heard(stage, name, words, since=0):
    """When somebody heard these words, by the clock of the stand-in."""
    entry = await stage.people[name].hears(words, since=since, within=WITHIN)
    return entry["n"], entry["at"]


@pytest.mark.parametrize("speed", [60, 600])
async def test_a_promise_due_in_an_hour_is_alarmed_at_its_time(staged, speed):
    """At x60 the hour is not lived through: the clock is set close to its end."""
    async with staged() as stage:
        await stage.at("08:50")
        await stage.says("zarina", "1")
        await stage.at("20:00" if speed == 600 else "21:25")
        due = stage.now.replace(hour=16, minute=30, second=0, microsecond=0)  # 21:30 in Dushanbe
        await stage.stand.run_at(speed)
        _, at = await heard(stage, "maria", "Something to read")
        late = stage.now.fromisoformat(at) - due
        assert timedelta(0) <= late < STALLS, f"{late} late at x{speed}"
        alarms = await stage.alarms()
        assert [one.number for one in alarms] == [1]
        opened = alarms[0].opened_at - due
        assert timedelta(0) <= opened < STALLS
        print(f"x{speed}: opened {opened}, heard {late} after its time")  # noqa: T201
        await stage.stand.freeze()


async def test_at_six_hundred_no_note_is_lost(staged):
    """For three evenings she answers each reminder; the grace is longer than a machine stalls."""
    terms = replace(TERMS, grace=STALLS)
    async with staged(terms=terms) as stage:
        since = 0
        for _ in range(3):
            await stage.at("08:50")
            await stage.says("zarina", "1")
            await stage.at("20:20")
            await stage.stand.run_at(600)
            since, _ = await heard(stage, "zarina", "still open", since)
            await stage.people["zarina"].says("1")
            since, _ = await heard(stage, "zarina", "Noted", since)
            stage.now = await stage.stand.freeze()
            for _ in range(2):
                stage.house.clock.answered(None, stage.now.isoformat(), stage.now, "0")
            await stage.settle()
        assert await stage.alarms() == []
        maria = await stage.reads("maria")
        assert maria == []


async def test_a_clock_that_is_slowed_down_again_is_lived_by_at_once(staged):
    """Whoever looks on presses x600, then x1: what was asked meanwhile proves nothing ahead."""
    async with staged() as stage:
        await stage.at("08:50")
        await stage.says("zarina", "1")
        await stage.at("20:50")
        for speed in (600, 1, 600, 1):
            await stage.stand.run_at(speed)
            await asyncio.sleep(0)
        now = await stage.stand.now()
        await stage.until(lambda: follows(stage, 1))
        assert stage.house.clock.now() - now < timedelta(minutes=30)
        assert stage.house.ear.fetched_until <= await stage.stand.now()
        assert await stage.alarms() == []


async def follows(stage, speed):
    return stage.house.clock.speed == speed
