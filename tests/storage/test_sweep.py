"""Time passes for everybody, and one row that cannot be decided stops nobody else."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import event, text, update

from rules.alarm import Stage as Help
from rules.events import CheckedIn
from rules.hearing import STEP_ASIDE_LIMIT
from rules.notices import Kind
from rules.watch import Stage
from storage.deed import Deed, Lived
from storage.moments import to_micros
from storage.tables import watches
from storage.writing import NotWrittenError
from tests.fakes import Fuse
from tests.storage.circle import BOT, Courier, a_circle, enrol, sweep_all

TTL = timedelta(minutes=1)


async def spoil(storage, circle, column="sealed_watch"):
    """Damage what is sealed of her promise, as a bad disk would."""

    def job(tx):
        garbage = update(watches).where(watches.c.person_id == circle.amina.id)
        tx.connection.execute(garbage.values({column: bytes(200)}))

    await storage.writer.do(job)


async def stages(storage, circles):
    lives = [await storage.readings.life(one.amina.id) for one in circles]
    return [life.watches[0].stage if life else None for life in lives]


async def pushed(storage, circle):
    query = text("SELECT wake_at, hurdles, stuck_since FROM watches WHERE person_id = :id")
    person = {"id": circle.amina.id}
    return await storage.reader.ask(lambda look: look.connection.execute(query, person).one())


async def test_the_sweep_handles_many_in_one_transaction(opened, clock):
    fuse = Fuse()
    storage = opened(on_commit=fuse)
    circles = [a_circle(number) for number in range(1, 31)]
    await enrol(storage, *circles)
    clock.push(hours=10)
    before = len(fuse.commits)
    swept = await storage.journal.sweep_watches(clock())
    assert (swept.handled, swept.poisoned, swept.more) == (30, (), False)
    assert fuse.commits[before:] == [("sweep",)]
    assert await stages(storage, circles) == [Stage.LATE] * 30


async def test_the_earliest_come_first_and_the_sweep_says_that_there_are_more(storage, clock):
    circles = [a_circle(number) for number in range(1, 8)]
    await enrol(storage, *circles)
    clock.push(hours=10)
    first = await storage.journal.sweep_watches(clock(), limit=4)
    assert (first.handled, first.more) == (4, True)
    second = await storage.journal.sweep_watches(clock(), limit=4)
    assert (second.handled, second.more) == (3, False)
    assert await storage.journal.sweep_watches(clock()) == second.__class__(0)


async def test_next_wake_is_the_earliest_of_promises_and_alarms(storage, clock):
    assert await storage.journal.next_wake() is None
    circle = a_circle()
    await enrol(storage, circle)
    due = clock() + timedelta(hours=10)
    assert await storage.journal.next_wake() == due
    clock.push(hours=11)
    await sweep_all(storage, clock())
    wakes = await storage.journal.next_wake()
    assert clock() < wakes < clock() + timedelta(minutes=31)


async def test_one_row_that_does_not_open_never_stops_the_others(storage, clock):
    circles = [a_circle(number) for number in range(1, 12)]
    await enrol(storage, *circles)
    bad = circles[4]
    await spoil(storage, bad)
    clock.push(hours=10)
    swept = await storage.journal.sweep_watches(clock())
    assert (swept.handled, len(swept.poisoned)) == (10, 1)
    good = [one for one in circles if one is not bad]
    assert await stages(storage, good) == [Stage.LATE] * 10
    row = await pushed(storage, bad)
    assert row.wake_at == to_micros(clock() + timedelta(minutes=1))
    assert (row.hurdles, row.stuck_since) == (1, to_micros(clock()))


async def test_a_stuck_row_is_tried_again_and_the_office_hears_after_ten_minutes(storage, clock):
    good, bad = a_circle(1), a_circle(2)
    await enrol(storage, good, bad)
    await spoil(storage, bad)
    clock.push(hours=10)
    courier, told = Courier(storage), []
    await courier.tell_all()
    for _ in range(11):
        await storage.journal.sweep_watches(clock())
        told = [one for one in await courier.tell_all() if one.reader != good.amina.id]
        if told:
            break
        clock.push(minutes=1)
    assert {one.act.kind for one in told} == {Kind.NO_WATCH}
    assert {one.act.facts["subject"] for one in told} == {bad.amina.id}
    assert {one.reader for one in told} == {
        good.olga.id, good.tom.id, bad.olga.id, bad.tom.id,
    }  # fmt: skip
    (stuck,) = await storage.journal.undecidable(clock())
    assert (stuck.what, stuck.hurdles) == ("watches", 5)
    assert (await storage.readings.counts()).stuck == 1


async def test_a_row_that_opens_again_is_decided_as_if_nothing_had_been(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    sealed = text("SELECT sealed_watch FROM watches")
    whole = await storage.reader.ask(lambda look: look.connection.scalar(sealed))
    await spoil(storage, circle)
    clock.push(hours=10)
    await storage.journal.sweep_watches(clock())
    mend = update(watches).values(sealed_watch=whole)
    await storage.writer.do(lambda tx: tx.connection.execute(mend).rowcount)
    clock.push(minutes=1)
    assert (await storage.journal.sweep_watches(clock())).handled == 1
    assert await stages(storage, [circle]) == [Stage.LATE]
    assert (await pushed(storage, circle)).hurdles == 0
    assert not await storage.journal.undecidable(clock() + timedelta(hours=1))


async def test_a_row_that_only_says_that_it_wakes_does_not_turn_the_sweep_for_ever(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    awake = update(watches).values(wake_at=to_micros(clock()))
    await storage.writer.do(lambda tx: tx.connection.execute(awake).rowcount)
    swept = await storage.journal.sweep_watches(clock())
    assert len(swept.poisoned) == 1
    assert (await storage.journal.sweep_watches(clock())).poisoned == ()


async def test_a_full_disk_poisons_nobody(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    clock.push(hours=10)

    def fail(connection, cursor, statement, *_):
        if statement.startswith("UPDATE watches"):
            raise OSError("no space left on device")

    engine = storage.writer._engine
    event.listen(engine, "before_cursor_execute", fail)
    with pytest.raises((OSError, NotWrittenError)):
        await storage.journal.sweep_watches(clock())
    event.remove(engine, "before_cursor_execute", fail)
    assert (await pushed(storage, circle)).hurdles == 0
    assert (await storage.journal.sweep_watches(clock())).handled == 1


async def test_deaf_promises_wait_for_what_is_heard_unless_terms_say_otherwise(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    clock.push(hours=30)
    assert (await storage.journal.sweep_deaf(clock())).handled == 0
    assert await stages(storage, [circle]) == [Stage.WAITING]


async def message(storage, chat, *, number, at):
    """Have a message arrive that nobody has handled yet."""
    raw = {
        "update_id": number,
        "message": {
            "message_id": number,
            "date": int(at.timestamp()),
            "chat": {"id": chat.address.chat, "type": "private"},
            "text": "1",
        },
    }
    fence = await storage.leases.take("ear", storage.clock(), TTL)
    await storage.inbox.keep(BOT, [raw], asked_at=storage.clock(), limit=100, fence=fence)
    await storage.leases.leave(fence)


async def test_whoever_wrote_something_not_handled_yet_is_not_silent(storage, clock):
    spoke, silent = a_circle(1), a_circle(2)
    await enrol(storage, spoke, silent)
    clock.push(hours=10)
    await message(storage, spoke.amina.chats[0], number=1, at=clock())
    clock.push(minutes=5)
    swept = await storage.journal.sweep_watches(clock())
    assert swept.handled == 1
    assert await stages(storage, [spoke, silent]) == [Stage.WAITING, Stage.LATE]
    # Never beyond ten minutes past the deadline in all.
    clock.push(minutes=5)
    assert clock() >= await storage.journal.next_wake() + STEP_ASIDE_LIMIT
    await storage.journal.sweep_watches(clock())
    assert await stages(storage, [spoke, silent]) == [Stage.LATE, Stage.LATE]


async def test_what_was_written_after_the_heard_moment_holds_nothing_back(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    heard = clock.push(hours=10)
    clock.push(minutes=5)
    await message(storage, circle.amina.chats[0], number=1, at=clock())
    assert (await storage.journal.sweep_watches(heard)).handled == 1


async def test_two_houses_that_sweep_together_tell_nobody_twice(opened, clock):
    one, two = opened(), opened()
    circles = [a_circle(number) for number in range(1, 41)]
    await enrol(one, *circles)
    courier = Courier(one)
    await courier.tell_all()
    clock.push(hours=10)
    swept = await asyncio.gather(
        *(house.journal.sweep_watches(clock(), limit=5) for house in (one, two) for _ in range(8))
    )
    assert sum(one.handled for one in swept) == 40
    told = await courier.tell_all()
    assert sorted(one.reader for one in told) == sorted(one.amina.id for one in circles)


async def test_an_alarm_climbs_although_nothing_is_heard(storage, clock):
    """Decision 6: a running ladder does not freeze while Telegram is away."""
    circle = a_circle()
    await enrol(storage, circle)
    courier = Courier(storage)
    heard = clock.push(hours=10)
    await sweep_all(storage, heard)
    await courier.tell_all()
    clock.push(minutes=30)
    await sweep_all(storage, clock())
    await courier.tell_all()
    clock.push(minutes=20)
    assert (await storage.journal.sweep_alarms(clock())).handled == 1
    (alarm,) = (await storage.readings.life(circle.amina.id)).alarms
    assert (alarm.stage, alarm.rung) == (Help.RAISED, 1)


async def test_a_check_in_after_the_sweep_calls_the_reminder_back_to_waiting(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    clock.push(hours=10)
    await sweep_all(storage, clock())
    await storage.journal.record(Deed(happenings=(Lived(circle.amina.id, CheckedIn(clock())),)))
    assert await stages(storage, [circle]) == [Stage.WAITING]


async def test_a_reminder_that_was_told_starts_her_fair_chance(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    courier = Courier(storage)
    await courier.tell_all()
    clock.push(hours=12)
    await sweep_all(storage, clock())
    (reminder,) = await courier.tell_all()
    assert reminder.act.kind is Kind.REMINDER
    watch = (await storage.readings.life(circle.amina.id)).watches[0]
    assert watch.reminded_at == clock()
