"""By a clock of ours that is fast, what wakes by heard time wakes no later: that is Telegram's."""

import pytest

from rules.alarm import Kind as Help
from rules.events import CheckedIn, Started, Verdict
from storage.deed import Deed, Lived
from tests.fakes import Clock
from tests.storage.circle import Courier, a_circle, enrol


@pytest.fixture
def telegram():
    """The clock by which messages are dated, and by which we know what was heard."""
    return Clock()


@pytest.fixture
def storage(opened, clock, telegram):
    clock.push(hours=3)
    return opened(at_telegram=telegram)


@pytest.fixture
async def circle(storage, telegram):
    circle = a_circle()
    await enrol(storage, circle, started=False)
    await happens(storage, circle, Started(telegram()))
    return circle


async def happens(storage, circle, event):
    await storage.journal.record(Deed(happenings=(Lived(circle.amina.id, event),)))


async def alarms(storage):
    return [seen.alarm.kind for seen in await storage.readings.open_alarms()]


@pytest.mark.parametrize("set_right", [False, True])
async def test_a_forced_sign_is_told_two_minutes_after_it_came(
    storage, circle, clock, telegram, set_right
):
    await happens(storage, circle, CheckedIn(telegram(), verdict=Verdict.FORCED))
    if set_right:
        clock.at = telegram()
    telegram.push(seconds=15)
    await storage.journal.sweep_watches(telegram())
    assert await alarms(storage) == []
    telegram.push(minutes=2)
    await storage.journal.sweep_watches(telegram())
    assert await alarms(storage) == [Help.DURESS]


async def test_her_silence_is_told_when_her_grace_is_over(storage, circle, clock, telegram):
    for one in (clock, telegram):
        one.push(hours=10)
    await storage.journal.sweep_watches(telegram())
    await Courier(storage).tell_all()
    telegram.push(minutes=30)
    await storage.journal.sweep_watches(telegram())
    assert await alarms(storage) == [Help.MISSED]
