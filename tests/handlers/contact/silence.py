"""Mina falls silent, and those whom she named are asked."""

from rules.events import Answered, ClosingAsked, Outcome
from storage.deed import Deed, Helped
from tests.handlers.speaking import deliver, pass_time


async def falls_silent(mina, house):
    """Days of notes; then none, until the first contact was asked."""
    for _ in range(8):
        house.now = house.now.replace(hour=18, minute=0)
        await mina.types("1")
        await pass_time(house, hours=12)
        await deliver(house)
    house.now = house.now.replace(hour=19, minute=1)
    for _ in range(12):
        await pass_time(house, minutes=15)
        await deliver(house)


async def alarm_of(house):
    (alarm,) = await house.alarms()
    return alarm


def _taken_by(bea, house):
    return Answered(house.now, bea.id)


async def closes(house, bea):
    alarm = await alarm_of(house)
    event = ClosingAsked(house.now, bea.id, Outcome.SAFE)
    await house.storage.journal.record(Deed((Helped(alarm.id, event),)))
    await deliver(house)
    assert await house.alarms() == []
    return alarm


async def alarm_of_mina(mina):
    (alarm,) = (await mina.life()).alarms
    return alarm
