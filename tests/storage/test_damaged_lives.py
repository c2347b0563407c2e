"""A damaged promise hides no cry for help, and stands in the way of no alarm that is open."""

import pytest
from sqlalchemy import update

from rules.alarm import Stage
from rules.events import Answered, Cause, CheckedIn, ClosingAsked, Outcome
from rules.notices import Kind
from sealing.fields import SealBrokenError
from storage.deed import Cried, Deed, Helped, Lived
from storage.tables import alarms, watches
from tests.storage.circle import Courier, a_circle, enrol, sweep_all
from tests.storage.evenings import fall_silent, kinds


@pytest.fixture
async def circle(storage):
    circle = a_circle()
    await enrol(storage, circle)
    return circle


async def damage(storage, table, circle):
    hers = update(table).where(table.c.person_id == circle.amina.id)
    (column,) = (one.name for one in table.c if one.name.startswith("sealed_"))
    await storage.writer.do(lambda tx: tx.connection.execute(hers.values({column: bytes(200)})))


async def cry(storage, circle):
    happened = Cried(circle.amina.id, Cause.SOS, storage.clock())
    await storage.journal.record(Deed(happenings=(happened,)))
    return (await storage.readings.open_alarms())[-1].alarm


async def test_a_cry_for_help_is_heard_though_her_promise_does_not_open(storage, circle):
    await damage(storage, watches, circle)
    alarm = await cry(storage, circle)
    told = kinds(await Courier(storage).tell_all())
    # Whom her terms say never to tell nobody can read: the office alone hears of it.
    office = {circle.olga.id, circle.tom.id}
    assert {who for kind, who in told if kind is Kind.ALARM} == office
    assert (Kind.SOS_NOTED, circle.amina.id) in told
    assert {who for _, who in told} == office | {circle.amina.id}
    assert (await storage.readings.alarm_by_id(alarm.id)).alarm.told.keys() == office


async def test_a_cry_is_heard_though_another_alarm_does_not_open(storage, circle, clock):
    silent = await fall_silent(storage, circle, clock)
    await damage(storage, alarms, circle)
    assert (await cry(storage, circle)).id != silent.id
    assert await storage.readings.alarm_by_id(silent.id) is None


async def test_an_alarm_climbs_is_taken_and_ends_though_her_promise_does_not_open(
    storage, circle, clock
):
    alarm = await cry(storage, circle)
    courier = Courier(storage)
    await courier.tell_all()
    await damage(storage, watches, circle)
    clock.push(hours=1)
    await sweep_all(storage, clock())
    (climbed,) = await storage.readings.open_alarms()
    assert climbed.alarm.wake_at > clock()
    assert (Kind.ALARM, circle.olga.id) in kinds(await courier.tell_all())

    olga = circle.olga.id
    await storage.journal.record(Deed(happenings=(Helped(alarm.id, Answered(clock(), olga)),)))
    held = (await storage.readings.alarm_by_id(alarm.id)).alarm
    assert (held.stage, held.holder) == (Stage.HELD, olga)
    over = ClosingAsked(clock(), olga, Outcome.SAFE)
    await storage.journal.record(Deed(happenings=(Helped(alarm.id, over, "by voice"),)))
    assert await storage.readings.open_alarms() == ()


async def test_what_needs_her_promise_is_not_decided_without_it(storage, circle, clock):
    """Her note is set aside, and the operator hears of it: nobody may think that it has counted."""
    await damage(storage, watches, circle)
    note = Lived(circle.amina.id, CheckedIn(clock()))
    with pytest.raises(SealBrokenError):
        await storage.journal.record(Deed(happenings=(note,)))


async def test_whoever_does_not_open_whole_is_on_the_board_while_an_alarm_goes_on(storage, circle):
    await damage(storage, watches, circle)
    assert (await storage.readings.board()).lines == ()
    alarm = await cry(storage, circle)
    (line,) = (await storage.readings.board()).lines
    assert (line.code, [one.id for one in line.alarms]) == (circle.amina.code, [alarm.id])
