"""Who takes part is kept sealed, found by chat or code, and written only as it was read."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from rules.people import Part, Role
from rules.terms import Level
from storage.deed import (
    Deed,
    EndTalk,
    Invite,
    KeepHouse,
    KeepPerson,
    OpenWatch,
    Talk,
    UseUp,
)
from storage.expiring import erase_expired
from storage.persons import Address, BotId, Chat, ChatId, Dialogue, House, Invitation
from storage.versions import CompareAndSwapMissed
from tests.storage.circle import a_circle, chat, enrol, somebody


async def keep(storage, *changes):
    await storage.journal.record(Deed(changes=changes))


async def test_somebody_new_is_found_by_id_by_code_and_by_chat(storage):
    circle = a_circle()
    await enrol(storage, circle)
    amina = replace(circle.amina, version=1)
    assert await storage.readings.person(amina.id) == amina
    assert await storage.readings.by_code("A1") == amina
    assert await storage.readings.by_code("a1") == amina
    visitor = await storage.readings.visitor(amina.chats[0].address)
    assert visitor.person == amina
    assert await storage.readings.by_code("A9") is None
    assert (await storage.readings.visitor(chat(999).address)).person is None


async def test_the_same_chat_with_another_bot_is_another_chat(storage):
    circle = a_circle()
    await enrol(storage, circle)
    elsewhere = Address(BotId(777), circle.amina.chats[0].address.chat)
    assert (await storage.readings.visitor(elsewhere)).person is None


async def test_a_lost_phone_is_replaced_and_the_old_chat_is_a_strangers(storage):
    circle = a_circle()
    await enrol(storage, circle)
    amina = await storage.readings.person(circle.amina.id)
    await keep(storage, KeepPerson(replace(amina, chats=(chat(500),))))
    assert (await storage.readings.visitor(chat(500).address)).person.id == amina.id
    assert (await storage.readings.visitor(amina.chats[0].address)).person is None


async def test_a_reserve_bot_is_a_second_chat_of_the_same_person(storage):
    circle = a_circle()
    await enrol(storage, circle)
    amina = await storage.readings.person(circle.amina.id)
    reserve = Chat(Address(BotId(777), ChatId(11)))
    await keep(storage, KeepPerson(replace(amina, chats=(reserve, *amina.chats))))
    for one in (reserve, *amina.chats):
        assert (await storage.readings.visitor(one.address)).person.id == amina.id


async def test_nobody_takes_over_a_chat_or_a_code_that_is_somebody_elses(storage):
    circle = a_circle()
    await enrol(storage, circle)
    thief = replace(a_circle(2).amina, chats=circle.zora.chats)
    with pytest.raises(CompareAndSwapMissed):
        await keep(storage, KeepPerson(thief))
    namesake = replace(a_circle(2).amina, code="A1")
    with pytest.raises(CompareAndSwapMissed):
        await keep(storage, KeepPerson(namesake))
    zora = await storage.readings.person(circle.zora.id)
    with pytest.raises(CompareAndSwapMissed):
        await keep(storage, KeepPerson(replace(zora, code="A1")))
    assert await storage.readings.person(thief.id) is None


async def test_a_new_code_is_found_and_the_old_one_no_longer(storage):
    circle = a_circle()
    await enrol(storage, circle)
    amina = await storage.readings.person(circle.amina.id)
    await keep(storage, KeepPerson(replace(amina, code="A77")))
    assert (await storage.readings.by_code("A77")).id == amina.id
    assert await storage.readings.by_code("A1") is None


async def test_a_promise_of_somebody_unknown_is_not_kept(storage):
    circle = a_circle()
    await keep(storage, OpenWatch(circle.watch))
    assert await storage.journal.next_wake() is None


async def test_the_house_is_written_as_it_was_read(storage):
    assert await storage.readings.house() == House()
    await keep(storage, KeepHouse(House(awake_from=time(7), awake_to=time(23), zone="Asia/Tokyo")))
    read = await storage.readings.house()
    assert (read.version, read.awake_from, read.zone) == (1, time(7), "Asia/Tokyo")
    await keep(storage, KeepHouse(replace(read, next_alarm=12)))
    with pytest.raises(CompareAndSwapMissed):
        await keep(storage, KeepHouse(replace(read, next_alarm=99)))
    with pytest.raises(CompareAndSwapMissed):
        await keep(storage, KeepHouse(House()))
    assert (await storage.readings.house()).next_alarm == 12


def invitation(storage, token, **more):
    facts = {
        "digest": storage.stamps.digest(token),
        "role": Role.CONTACT,
        "inviter": somebody(),
        "number": "4821",
        "expires_at": storage.clock() + timedelta(hours=48),
        "nick": "Auntie",
        "part": Part.NEAR,
        "level": Level.LOW,
    }
    return Invitation(**{**facts, **more})


async def test_an_invitation_is_opened_by_its_token_alone(storage):
    token = storage.stamps.new_token()
    invited = invitation(storage, token)
    await keep(storage, Invite(invited))
    assert await storage.readings.invitation(token) == invited
    assert await storage.readings.invitation(storage.stamps.new_token()) is None


async def test_an_invitation_is_used_up_once(storage):
    token = storage.stamps.new_token()
    invited = invitation(storage, token)
    await keep(storage, Invite(invited))
    await keep(storage, UseUp(invited))
    assert await storage.readings.invitation(token) is None
    with pytest.raises(CompareAndSwapMissed):
        await keep(storage, UseUp(invited), KeepPerson(a_circle().zora))


async def test_an_invitation_expires_and_is_erased(storage, clock):
    token = storage.stamps.new_token()
    await keep(storage, Invite(invitation(storage, token)))
    clock.push(hours=48)
    assert await storage.readings.invitation(token) is None
    assert await storage.writer.do(lambda tx: erase_expired(tx, clock())) == 1
    assert (await storage.readings.counts()).invitations == 0


def step(storage, name="break-until", **more):
    facts = {
        "address": chat(11).address,
        "step": name,
        "data": {"code": "A7"},
        "expires_at": storage.clock() + timedelta(minutes=30),
    }
    return Dialogue(**{**facts, **more})


async def talking(storage):
    return (await storage.readings.visitor(chat(11).address)).dialogue


async def test_a_conversation_goes_on_where_it_stood(storage):
    await keep(storage, Talk(step(storage)))
    first = await talking(storage)
    assert (first.step, first.data, first.version) == ("break-until", {"code": "A7"}, 1)
    await keep(storage, Talk(replace(first, step="break-sure")))
    second = await talking(storage)
    assert (second.step, second.version) == ("break-sure", 2)
    with pytest.raises(CompareAndSwapMissed):
        await keep(storage, Talk(replace(first, step="elsewhere")))
    await keep(storage, EndTalk(first.address))
    assert await talking(storage) is None


async def test_a_conversation_that_expired_makes_room_for_a_new_one(storage, clock):
    await keep(storage, Talk(step(storage)))
    clock.push(minutes=30)
    assert await talking(storage) is None
    await keep(storage, Talk(step(storage, "journey-eta")))
    assert (await talking(storage)).step == "journey-eta"
    clock.push(hours=1)
    assert await storage.writer.do(lambda tx: erase_expired(tx, clock())) == 1


async def test_one_damaged_person_does_not_hide_the_others(storage):
    """What is said to others must not wait for a row that does not open."""
    one, two = a_circle(1), a_circle(2)
    await enrol(storage, one, two)

    def spoil(tx):
        tx.connection.exec_driver_sql("UPDATE people SET sealed_profile = sealed_key WHERE row = 1")

    await storage.writer.do(spoil)
    ids = [person.id for circle in (one, two) for person in circle.everybody]
    assert len(await storage.readings.names(ids)) == 9
