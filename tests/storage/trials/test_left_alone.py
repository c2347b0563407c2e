"""Nobody is asked who is to be left alone, and nothing that fails keeps the others from it."""

import asyncio
from dataclasses import replace
from datetime import time, timedelta

import pytest
from sqlalchemy import update

from rules.events import Started
from rules.watch import Stage, WatchId
from storage.deed import (
    DropKey,
    Forget,
    KeepHouse,
    KeepPerson,
    Lived,
    OpenWatch,
    ProveKey,
)
from storage.persons import Standing
from storage.tables import recipients, watches
from tests.storage.circle import a_circle, enrol, somebody, sweep_all
from tests.storage.sheets import give_keys, record
from tests.storage.trials.trying import sheets, tries


async def changed(storage, person, **more):
    found = await storage.readings.person(person.id)
    await record(storage, KeepPerson(replace(found, **more)))


async def is_in_other_hands(storage, held, clock):
    until = clock() + timedelta(hours=72)
    chats = tuple(replace(one, seized_until=until) for one in held.zora.chats)
    await changed(storage, held.zora, chats=chats)


async def has_left(storage, held, clock):
    await record(storage, Forget(held.zora.id))


async def cannot_be_reached(storage, held, clock):
    chats = tuple(replace(one, reachable=False) for one in held.zora.chats)
    await changed(storage, held.zora, chats=chats)


async def is_doubted(storage, held, clock):
    links = tuple(replace(one, standing=Standing.DOUBTED) for one in held.amina.contacts)
    await changed(storage, held.amina, contacts=links)


async def is_no_contact_any_more(storage, held, clock):
    await changed(storage, held.amina, contacts=())


async def is_contact_of_nobody_who_is_here(storage, held, clock):
    await record(storage, Forget(held.amina.id))


async def keeps_what_does_not_open(storage, held, clock):
    await record(storage, OpenWatch(replace(held.watch, id=WatchId(b"y" * 16), owner=held.zora.id)))
    theirs = update(watches).where(watches.c.person_id == held.zora.id)
    await storage.writer.do(lambda tx: tx.connection.execute(theirs.values(sealed_watch=bytes(99))))


ALONE = [
    is_in_other_hands, has_left, cannot_be_reached, is_doubted, is_no_contact_any_more,
    is_contact_of_nobody_who_is_here, keeps_what_does_not_open,
]  # fmt: skip


@pytest.mark.parametrize("alone", ALONE)
async def test_who_is_to_be_left_alone_is_not_asked_and_the_others_are(
    storage, held, courier, clock, alone
):
    clock.push(days=90)
    await alone(storage, held, clock)
    await courier.tell_all()
    assert (await sheets(storage, courier)).keys() == {held.olga.id}


async def test_whoever_missed_a_note_of_their_own_gets_nothing_unasked(
    storage, held, courier, clock
):
    await give_keys(storage, held.bek)
    clock.push(days=90)
    own = replace(held.watch, id=WatchId(b"z" * 16), owner=held.zora.id)
    await record(storage, OpenWatch(own))
    await record(storage, happenings=(Lived(held.zora.id, Started(clock())),))
    while (await storage.readings.life(held.zora.id)).watches[0].stage is not Stage.MISSED:
        clock.push(hours=6)
        await sweep_all(storage, clock())
    asked = await sheets(storage, courier)
    assert held.bek.id in asked
    assert held.zora.id not in asked


async def test_whoever_is_asked_for_help_is_asked_for_nothing_else_until_it_is_over(
    storage, held, courier, clock
):
    await give_keys(storage, held.bek)
    clock.push(days=90)
    await record(storage, happenings=(Lived(held.amina.id, Started(clock())),))
    while not await storage.readings.open_alarms():
        clock.push(hours=6)
        await sweep_all(storage, clock())
    (alarm,) = await storage.readings.open_alarms()
    assert alarm.alarm.asked == {held.zora.id}
    # Olga does not know yet, and for Bek there is no alarm: what comes shows them nothing (law 11).
    assert (await sheets(storage, courier)).keys() == {held.olga.id, held.bek.id}

    clock.push(hours=1)
    await sweep_all(storage, clock())
    clock.push(days=7)
    (alarm,) = await storage.readings.open_alarms()
    assert held.olga.id in alarm.alarm.asked
    assert await sheets(storage, courier) == {}


async def test_while_the_house_sleeps_nobody_is_asked(storage, held, courier, clock):
    house = await storage.readings.house()
    awake = replace(house, awake_from=time(7), awake_to=time(23), zone="Asia/Dushanbe")
    await record(storage, KeepHouse(awake))
    clock.push(days=90, hours=9)  # six in the evening there is eleven at night
    assert await sheets(storage, courier) == {}
    clock.push(hours=8)
    assert len(await sheets(storage, courier)) == 2


async def test_a_sheet_that_has_not_gone_yet_stays_here_once_it_must_not_go(
    storage, held, courier, clock
):
    clock.push(days=90)
    await tries(storage)
    await is_in_other_hands(storage, held, clock)
    await record(storage, ProveKey(held.olga.id, clock(), clock()))
    assert await courier.tell_all() == []


async def test_of_a_key_that_has_gone_nothing_is_handed_on(storage, held, courier, clock):
    clock.push(days=90)
    notice = (await sheets(storage, courier))[held.zora.id]
    await record(storage, DropKey(held.zora.id))
    assert await storage.dossiers.handed_on(notice, str) is None


async def test_a_damaged_key_is_reported_and_keeps_nobody_else_from_being_asked(
    storage, held, courier, clock, caplog
):
    clock.push(days=90)
    theirs = update(recipients).where(recipients.c.person_id == held.zora.id)
    spoilt = theirs.values(sealed_recipient=bytes(99))
    await storage.writer.do(lambda tx: tx.connection.execute(spoilt))
    assert (await sheets(storage, courier)).keys() == {held.olga.id}
    assert "key-unreadable" in caplog.text


async def test_of_two_who_do_the_housekeeping_at_once_one_asks(opened, clock):
    houses, circle = [opened(), opened()], a_circle()
    await enrol(houses[0], circle, started=False)
    await give_keys(houses[0], circle.olga)
    clock.push(days=90)
    due = [await house.journal.trials_due() for house in houses]
    assert due == [(circle.olga.id,)] * 2
    tried = (houses[n % 2].journal.try_key(circle.olga.id) for n in range(8))
    assert sorted(await asyncio.gather(*tried)) == [0] * 7 + [1]
    assert await houses[0].journal.try_key(somebody()) == 0
