"""What happens to people is written whole or not at all, with the words that follow from it."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import text

from rules.alarm import Stage as Help
from rules.events import (
    Answered,
    Cause,
    CheckedIn,
    ClosingAsked,
    Confirmed,
    Outcome,
    Proof,
    Verdict,
)
from rules.notices import Kind
from rules.watch import Stage
from storage.deed import Cried, Deed, Forget, Helped, KeepPerson, Lived
from storage.persons import Standing
from storage.versions import CompareAndSwapMissed
from tests.fakes import Fuse, PowerCut
from tests.storage.circle import Courier, a_circle, enrol, somebody, sweep_all


def kinds(told):
    return [(one.act.kind, one.reader) for one in told]


async def rows(storage, table):
    query = text(f"SELECT count(*) FROM {table}")
    return await storage.reader.ask(lambda look: look.connection.scalar(query))


async def check_in(storage, circle, **more):
    deed = Deed(happenings=(Lived(circle.amina.id, CheckedIn(storage.clock(), **more)),))
    await storage.journal.record(deed)


async def fall_silent(storage, circle, clock, courier=None):
    """Let her evening pass without a note, up to the alarm; she is reminded on time."""
    clock.push(hours=10)
    await sweep_all(storage, clock())
    await (courier or Courier(storage)).tell_all()
    clock.push(minutes=30)
    await sweep_all(storage, clock())
    (alarm,) = (await storage.readings.life(circle.amina.id)).alarms
    return alarm


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


async def test_a_silence_climbs_the_ladder_until_somebody_takes_it_and_it_ends(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    courier = Courier(storage)
    await courier.tell_all()
    alarm = await fall_silent(storage, circle, clock, courier)
    assert (alarm.stage, alarm.number) == (Help.RAISED, 1)
    assert (Kind.ASK, circle.zora.id) in kinds(await courier.tell_all())
    # The ladder counts from the telling; nobody answers, so the next people are asked.
    clock.push(minutes=20)
    await sweep_all(storage, clock())
    told = kinds(await courier.tell_all())
    assert (Kind.ALARM, circle.olga.id) in told
    assert (Kind.ASK, circle.bek.id) in told
    await storage.journal.record(
        Deed(happenings=(Helped(alarm.id, Answered(clock(), circle.olga.id)),))
    )
    await courier.tell_all()
    await check_in(storage, circle)
    clock.push(minutes=16)
    await sweep_all(storage, clock())
    assert (Kind.LOOKING, circle.zora.id) in kinds(await courier.tell_all())
    confirmed = Confirmed(clock(), circle.olga.id, Proof.VOICE)
    await storage.journal.record(Deed(happenings=(Helped(alarm.id, confirmed, "her own voice"),)))
    told = kinds(await courier.tell_all())
    assert {(Kind.ALL_WELL, circle.zora.id), (Kind.ALL_WELL, circle.bek.id)} <= set(told)
    assert (Kind.CLOSED, circle.olga.id) in told
    life = await storage.readings.life(circle.amina.id)
    assert not life.alarms
    assert life.watches[0].stage is Stage.WAITING
    seen = await storage.readings.alarm(1)
    assert (seen.alarm.stage, seen.alarm.outcome) == (Help.CLOSED, Outcome.SAFE)
    newest = await storage.readings.diary(circle.amina.id, 50)
    assert any(line.words == "her own voice" for line in newest)


async def test_nobody_who_heard_nothing_is_told_the_end(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    courier = Courier(storage)
    await courier.tell_all()
    alarm = await fall_silent(storage, circle, clock, courier)
    assert alarm.asked == {circle.zora.id}
    # Not one notice has been claimed yet when a coordinator ends it.
    ended = ClosingAsked(clock(), circle.olga.id, Outcome.FALSE_ALARM)
    await storage.journal.record(Deed(happenings=(Helped(alarm.id, ended),)))
    told = kinds(await courier.tell_all())
    assert not [one for one in told if one[1] == circle.zora.id]
    assert (Kind.CLOSED, circle.olga.id) in told


async def test_whoever_was_told_is_told_the_end(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    courier = Courier(storage)
    alarm = await fall_silent(storage, circle, clock, courier)
    await courier.tell_all()
    ended = ClosingAsked(clock(), circle.tom.id, Outcome.SAFE)
    await storage.journal.record(Deed(happenings=(Helped(alarm.id, ended),)))
    assert (Kind.ALL_WELL, circle.zora.id) in kinds(await courier.tell_all())


async def test_what_comes_to_a_closed_alarm_is_answered_and_changes_nothing(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    courier = Courier(storage)
    alarm = await fall_silent(storage, circle, clock, courier)
    await courier.tell_all()
    ended = ClosingAsked(clock(), circle.tom.id, Outcome.SAFE)
    await storage.journal.record(Deed(happenings=(Helped(alarm.id, ended),)))
    await courier.tell_all()
    late = Answered(clock(), circle.zora.id)
    await storage.journal.record(Deed(happenings=(Helped(alarm.id, late),)))
    assert (Kind.IT_IS_OVER, circle.zora.id) in kinds(await courier.tell_all())
    seen = await storage.readings.alarm_by_id(alarm.id)
    assert seen.alarm.stage is Help.CLOSED


async def test_a_contact_who_blocked_the_bot_is_passed_over_at_once(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    courier = Courier(storage, blocked=[circle.zora.id])
    alarm = await fall_silent(storage, circle, clock, courier)
    told = kinds(await courier.tell_all())
    assert (Kind.ALARM, circle.olga.id) in told
    assert (Kind.CONTACT_UNREACHABLE, circle.olga.id) in told
    seen = await storage.readings.alarm(alarm.number)
    assert circle.zora.id in seen.alarm.unreachable
    link = next(one for one in seen.subject.contacts if one.id == circle.zora.id)
    assert not link.reachable
    assert not (await storage.readings.person(circle.zora.id)).chats[0].reachable
    # A later message from her chat restores it, also with those who count on her.
    back = await storage.readings.person(circle.zora.id)
    restored = replace(back, chats=tuple(replace(one, reachable=True) for one in back.chats))
    await storage.journal.record(Deed(changes=(KeepPerson(restored),)))
    amina = await storage.readings.person(circle.amina.id)
    assert all(one.reachable for one in amina.contacts)


async def test_a_coordinator_who_cannot_be_reached_is_so_in_the_roster_too(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    courier = Courier(storage, blocked=[circle.olga.id])
    await storage.journal.record(Deed(happenings=(Cried(circle.amina.id, Cause.SOS, clock()),)))
    told = kinds(await courier.tell_all())
    assert (Kind.ALARM, circle.tom.id) in told
    members = {one.id: one.reachable for one in (await storage.readings.house()).members}
    assert members == {circle.olga.id: False, circle.tom.id: True}


async def test_a_defender_who_blocked_the_bot_is_no_alarm_but_the_office_hears(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    courier = Courier(storage, blocked=[circle.amina.id])
    told = kinds(await courier.tell_all())
    assert told == [(Kind.SUBJECT_UNREACHABLE, circle.olga.id)]
    life = await storage.readings.life(circle.amina.id)
    assert life.watches[0].owner_unreachable
    assert not life.alarms


async def test_a_second_alarm_takes_the_next_number(storage, clock):
    one, two = a_circle(1), a_circle(2)
    await enrol(storage, one, two)
    both = tuple(Cried(who.amina.id, Cause.SOS, clock()) for who in (one, two))
    await storage.journal.record(Deed(happenings=both))
    seen = await storage.readings.open_alarms()
    assert [one.alarm.number for one in seen] == [1, 2]


async def test_a_second_cry_for_help_joins_the_alarm_that_is_open(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    cry = Deed(happenings=(Cried(circle.amina.id, Cause.SOS, clock()),))
    await storage.journal.record(cry)
    await storage.journal.record(cry)
    (seen,) = await storage.readings.open_alarms()
    assert seen.alarm.causes == (Cause.SOS, Cause.SOS)


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
