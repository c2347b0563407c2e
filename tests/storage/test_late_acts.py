"""What was said to us while we could not hear begins when we hear it: no rung is passed over."""

import pytest

from rules.alarm import Stage
from rules.events import Answered, Cause, Escalated, HandedBack
from rules.notices import Kind
from storage.deed import Cried, Deed, Helped
from tests.storage.circle import Courier, a_circle, enrol


@pytest.fixture
def circle():
    return a_circle()


@pytest.fixture
async def courier(storage, circle):
    await enrol(storage, circle, started=False)
    return Courier(storage)


async def cry(storage, circle, cause, at):
    await storage.journal.record(Deed(happenings=(Cried(circle.amina.id, cause, at),)))


async def act(storage, event):
    alarm = await the_alarm(storage)
    await storage.journal.record(Deed(happenings=(Helped(alarm.id, event),)))


async def the_alarm(storage):
    (seen,) = await storage.readings.open_alarms()
    return seen.alarm


def kinds(told):
    return {one.act.kind for one in told}


@pytest.mark.parametrize("cause", [Cause.SOS, Cause.LOCKED, Cause.CONCERN])
async def test_a_cry_that_waited_for_us_asks_one_rung_and_then_waits(
    storage, circle, courier, clock, cause
):
    cried_at = clock()
    clock.push(hours=3)
    await cry(storage, circle, cause, cried_at)
    await storage.journal.sweep_alarms(clock())

    assert Kind.NOBODY_TOLD not in kinds(await courier.tell_all())
    alarm = await the_alarm(storage)
    assert (alarm.rung, alarm.since) == (0, cried_at)


async def test_the_next_people_are_asked_once_however_late_we_hear_of_it(
    storage, circle, courier, clock
):
    await cry(storage, circle, Cause.SOS, clock())
    await courier.tell_all()
    pressed = clock.push(minutes=1)
    clock.push(hours=1)
    await act(storage, Escalated(pressed, circle.olga.id))
    await storage.journal.sweep_alarms(clock())

    assert Kind.NOBODY_TOLD not in kinds(await courier.tell_all())
    assert (await the_alarm(storage)).repeats == 0
    assert (await the_alarm(storage)).rung == 1


async def test_whoever_took_it_has_it_for_as_long_as_ever(storage, circle, courier, clock):
    await cry(storage, circle, Cause.SOS, clock())
    await courier.tell_all()
    pressed = clock.push(minutes=1)
    clock.push(hours=2)
    await act(storage, Answered(pressed, circle.olga.id))
    await storage.journal.sweep_alarms(clock())

    held = await the_alarm(storage)
    assert (held.stage, held.holder, held.turn_at) == (
        Stage.HELD,
        circle.olga.id,
        clock() + held.hold,
    )
    clock.push(minutes=5)
    await act(storage, HandedBack(pressed, circle.olga.id))
    await storage.journal.sweep_alarms(clock())
    assert (await the_alarm(storage)).rung == 1
