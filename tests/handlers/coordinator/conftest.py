"""An office of two, and Mina, who sends them notes at 19:00."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from storage.keeping import Changes
from storage.lives import read_lives
from tests.handlers.coordinator.office import Colleague
from tests.handlers.speaking import Somebody, deliver, pass_time

DUE = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)


@pytest.fixture
async def bea(house):
    """B2, who is on duty."""
    await house.coordinator(300, "B2")
    return Colleague(house, 300)


@pytest.fixture
async def carl(house, bea):
    """B3, who is not."""
    await house.coordinator(301, "B3", on_duty=False)
    return Colleague(house, 301)


@pytest.fixture
async def mina(house):
    """A7, whose first note is due at 19:00 and has two hours of grace."""
    await house.defender()
    return Somebody(house, 100)


@pytest.fixture
async def nino(bea, house):
    """A1, who is invited and has not come yet."""
    await bea.types("/invite low en Asia/Dushanbe 09:00 21:00 Nino")
    return house


@pytest.fixture
async def aunt(house, mina):
    """The one whom Mina named first."""
    await house.contact(await mina.person())
    return Somebody(house, 200)


@pytest.fixture
async def missed(house, bea, carl, mina, aunt):
    """The number of the alarm that opened when Mina's note did not come; Bea has been told."""
    await mina.types("1 early this morning")
    # A week of notes has come, and her practice days are over.
    await _practised(house, mina)
    house.now = DUE
    for minutes in (1, 120):
        await pass_time(house, minutes=minutes)
        await deliver(house)
    (alarm,) = await house.alarms()
    assert (await bea.person()).id in alarm.told
    return alarm.number


async def _practised(house, mina):
    routine = replace(await mina.routine(), practice_until=house.now)
    subject = routine.owner

    def write(tx):
        lives = read_lives(tx, [subject])
        changes = Changes(tx)
        found = lives.found[subject]
        changes.note(found, replace(found.life, watches=(routine,)))
        changes.write()

    await house.storage.writer.do(write, kind="effect")
