"""What happens to people is written whole or not at all, with the words that follow from it."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import text

from rules.events import (
    Answered,
    Cause,
    CheckedIn,
    Verdict,
)
from rules.notices import Kind
from rules.watch import Stage
from storage.deed import Cried, Deed, Forget, Helped, KeepPerson, Lived
from storage.persons import Standing
from storage.versions import CompareAndSwapMissed
from tests.fakes import Fuse, PowerCut
from tests.storage.circle import Courier, a_circle, enrol, somebody, sweep_all
from tests.storage.evenings import check_in, fall_silent, kinds


async def rows(storage, table):
    query = text(f"SELECT count(*) FROM {table}")
    return await storage.reader.ask(lambda look: look.connection.scalar(query))


async def test_a_check_in_costs_one_commit_and_is_answered(opened, clock):
    fuse = Fuse()
    storage, circle = opened(on_commit=fuse), a_circle()
    await enrol(storage, circle)
    courier = Courier(storage)
    assert kinds(await courier.tell_all()) == [(Kind.STARTED, circle.amina.id)]
    clock.push(hours=8)
    before = len(fuse.commits)
    await check_in(storage, circle)
    assert fuse.commits[before:] == [("effect",)]
    (receipt,) = await courier.tell_all()
    assert receipt.act.kind is Kind.RECEIPT
    assert receipt.act.facts["due"] == clock() + timedelta(hours=26)
    (watch,) = (await storage.readings.life(circle.amina.id)).watches
    assert watch.stage is Stage.WAITING
    assert watch.last_sign_at == clock()


async def test_a_power_cut_before_the_commit_leaves_nothing_of_a_check_in(opened, clock):
    fuse = Fuse()
    storage, circle = opened(on_commit=fuse), a_circle()
    await enrol(storage, circle)
    clock.push(hours=8)
    before = await storage.readings.life(circle.amina.id)
    counted = [await rows(storage, one) for one in ("notices", "diary")]
    fuse.blow("before")
    with pytest.raises(PowerCut):
        await check_in(storage, circle)
    assert await storage.readings.life(circle.amina.id) == before
    assert [await rows(storage, one) for one in ("notices", "diary")] == counted


async def test_events_for_nobody_change_nothing_and_hurt_nobody(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    nobody = somebody()
    deed = Deed(
        happenings=(
            Lived(nobody, CheckedIn(clock())),
            Helped(somebody(), Answered(clock(), circle.olga.id)),
            Lived(circle.amina.id, CheckedIn(clock())),
        ),
        changes=(Forget(nobody),),
    )
    await storage.journal.record(deed)
    assert await storage.readings.person(nobody) is None
    (watch,) = (await storage.readings.life(circle.amina.id)).watches
    assert watch.last_sign_at == clock()


async def test_a_forced_check_in_writes_the_same_rows_of_the_same_size(storage, clock):
    """Law 7: nothing in the database differs until the hush has ended."""
    circles = {verdict: a_circle(1 + place) for place, verdict in enumerate(Verdict)}
    await enrol(storage, *circles.values())
    clock.push(hours=8)
    written = {}
    for verdict, circle in circles.items():
        await check_in(storage, circle, verdict=verdict)
        written[verdict] = await storage.reader.ask(partial(what_stands, circle))
    assert written[Verdict.GENUINE] == written[Verdict.FORCED]
    assert written[Verdict.GENUINE]["diary"][-1].size > 200


def what_stands(circle, look):
    """Return all that a thief sees of her, less what is random."""
    queries = {
        "watches": "SELECT length(sealed_watch) AS size, stage, wake_at IS NULL, version"
        " FROM watches WHERE person_id = :id",
        "diary": "SELECT length(sealed_line) AS size, seq FROM diary"
        " WHERE subject_id = :id ORDER BY seq",
        "notices": "SELECT length(sealed_notice) AS size, rank, try_at, tries, alarm_id"
        " FROM notices ORDER BY row DESC LIMIT 1",
        "alarms": "SELECT count(*) FROM alarms WHERE person_id = :id",
        "people": "SELECT version, length(sealed_profile) FROM people WHERE id = :id",
    }
    return {
        table: look.connection.execute(text(query), {"id": circle.amina.id}).all()
        for table, query in queries.items()
    }


async def test_a_forced_sign_raises_duress_for_coordinators_when_the_hush_ends(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    courier = Courier(storage)
    await courier.tell_all()
    clock.push(hours=8)
    await check_in(storage, circle, verdict=Verdict.FORCED)
    assert kinds(await courier.tell_all()) == [(Kind.RECEIPT, circle.amina.id)]
    clock.push(minutes=3)
    await sweep_all(storage, clock())
    told = kinds(await courier.tell_all())
    assert set(told) == {(Kind.ALARM, circle.olga.id), (Kind.ALARM, circle.tom.id)}
    assert all(one.rank == 0 for one in courier.told[-2:])


async def test_a_person_written_with_an_old_version_is_decided_again(storage):
    circle = a_circle()
    await enrol(storage, circle)
    read = await storage.readings.person(circle.amina.id)
    await storage.journal.record(Deed(changes=(KeepPerson(replace(read, nick="Amma")),)))
    stale = Deed(
        changes=(KeepPerson(replace(read, nick="Other")),),
        happenings=(Cried(circle.amina.id, Cause.SOS, storage.clock()),),
    )
    with pytest.raises(CompareAndSwapMissed):
        await storage.journal.record(stale)
    assert (await storage.readings.person(circle.amina.id)).nick == "Amma"
    assert not await storage.readings.open_alarms()


async def test_a_deed_that_fails_in_company_leaves_the_others_whole(storage, clock):
    circles = [a_circle(number) for number in range(1, 5)]
    await enrol(storage, *circles)
    read = await storage.readings.person(circles[0].amina.id)
    stale = Deed(changes=(KeepPerson(replace(read, version=read.version + 5)),))
    good = [Deed(happenings=(Lived(one.amina.id, CheckedIn(clock())),)) for one in circles]
    ended = await asyncio.gather(
        *(storage.journal.record(one) for one in [good[0], stale, *good[1:]]),
        return_exceptions=True,
    )
    assert [type(one) for one in ended if one] == [CompareAndSwapMissed]
    for one in circles:
        (watch,) = (await storage.readings.life(one.amina.id)).watches
        assert watch.last_sign_at == clock()


async def test_whoever_is_to_be_forgotten_is_marked_and_asked_no_more(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    await storage.journal.record(Deed(changes=(Forget(circle.zora.id),)))
    assert (await storage.readings.person(circle.zora.id)).standing is Standing.LEFT
    roster = (await storage.readings.life(circle.amina.id)).roster
    assert [one.id for one in roster.contacts] == [circle.bek.id]
    alarm = await fall_silent(storage, circle, clock)
    assert alarm.asked == {circle.bek.id}
