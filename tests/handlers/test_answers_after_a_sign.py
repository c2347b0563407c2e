"""From a sign of life on, a contact who answers learns nothing of what the sign meant (law 17)."""

from datetime import timedelta

import pytest

from handlers.context import short
from rules.events import Answered, CheckedIn, ClosingAsked, Outcome, Verdict
from rules.notices import Notice
from rules.people import Part
from storage.deed import Deed, Helped, Lived
from storage.persons import Address
from tests.handlers.speaking import Somebody, deliver, pass_time


@pytest.fixture
async def mina(house, bea):
    """Mina, who named her aunt, and whose practice days are over."""
    mina = await house.defender()
    await house.contact(mina, chat=200, nick="Auntie", part=Part.NEAR)
    for _ in range(10):
        house.passes(days=1)
        note = CheckedIn(house.now.replace(hour=18))
        await house.storage.journal.record(Deed((Lived(mina.id, note),)))
    await deliver(house)
    return Somebody(house, 100)


@pytest.fixture
async def auntie(house, mina):
    """Her aunt, who was asked when a note was missing."""
    auntie = Somebody(house, 200)
    await falls_silent(house, mina, auntie)
    return auntie


async def falls_silent(house, mina, auntie):
    """A note is missing, and in the end her aunt is asked."""
    house.now = (await mina.routine()).due_at + timedelta(minutes=1)
    aunt = (await auntie.person()).id
    for _ in range(10):
        await pass_time(house, minutes=30)
        await deliver(house)
        if aunt in {who for alarm in await house.alarms() for who in alarm.told}:
            return
    raise AssertionError


async def answered(house, mina, auntie, bea, *, verdict, word, held, late):
    """Return all that her aunt reads from the sign of life on, if she answers `word`."""
    (alarm,) = await house.alarms()
    if held:
        await happens(house, alarm, Answered(house.now, (await auntie.person()).id))
    await deliver(house)
    sign = CheckedIn(house.now, verdict=verdict)
    await house.storage.journal.record(Deed((Lived((await mina.person()).id, sign),)))
    # The hush is over after two minutes, the neutral words are said after fifteen.
    read = [await reads(house, minutes) for minutes in ((3, 13) if late else (3,))]
    if word == "bea takes it":
        await happens(house, alarm, Answered(house.now, bea.id))
    else:
        heard = await auntie.presses(f"{word}:{short(alarm.id)}")
        read.append([heard.ids, [one.partition(":")[0] for one in heard.buttons]])
    return [*read, await reads(house, 0)]


async def reads(house, minutes):
    await pass_time(house, minutes=minutes)
    said = [one for one in await deliver(house) if one.to == Address(one.to.bot, 200)]
    return [one.act.kind for one in said if isinstance(one.act, Notice)]


async def happens(house, alarm, event):
    await house.storage.journal.record(Deed((Helped(alarm.id, event),)))


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("held", [False, True])
@pytest.mark.parametrize(
    "word",
    ["seen", "can-help", "cannot-now", "found-safe", "cannot-reach", "hand-back", "bea takes it"],
)
async def test_whatever_they_answer_they_read_the_same(house, mina, auntie, bea, word, held, late):
    how = {"word": word, "held": held, "late": late}
    free = await answered(house, mina, auntie, bea, verdict=Verdict.GENUINE, **how)
    (alarm,) = await house.alarms()
    await happens(house, alarm, ClosingAsked(house.now, bea.id, Outcome.SAFE))
    await deliver(house)
    await falls_silent(house, mina, auntie)

    forced = await answered(house, mina, auntie, bea, verdict=Verdict.FORCED, **how)

    assert forced == free
    (alarm,) = await house.alarms()
    assert alarm.kind == "duress"
