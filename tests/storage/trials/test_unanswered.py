"""Who does not answer is asked three times; then whoever is on duty hears of it, once."""

from dataclasses import replace

import pytest

from sealing.agefile import open_file
from storage.agekeys import AgeKey
from storage.deed import DropKey, KeepKey, KeepPerson, TryKey
from storage.persons import OwnerLink
from storage.versions import CompareAndSwapMissed
from tests.storage.circle import a_circle
from tests.storage.sheets import public_of, record
from tests.storage.trials.trying import number_in, sheets, told, types, unanswered, unproven


async def test_who_does_not_answer_is_asked_three_times_and_the_office_hears_once(
    storage, held, courier, clock
):
    await record(storage, DropKey(held.olga.id))
    clock.push(days=90)
    for _ in range(3):
        assert (await sheets(storage, courier)).keys() == {held.zora.id}
        clock.push(days=6, hours=23)
        assert await told(storage, courier) == []
        clock.push(hours=1)
    assert await unproven(storage, courier) == [(held.olga.id, held.amina.id)]
    assert (await storage.dossiers.key_of(held.zora.id)).unproven
    for _ in range(20):
        clock.push(days=10)
        assert await told(storage, courier) == []


async def test_of_a_key_of_the_office_the_others_hear(storage, held, courier, clock):
    await record(storage, DropKey(held.zora.id))
    clock.push(days=90)
    for _ in range(3):
        assert (await sheets(storage, courier)).keys() == {held.olga.id}
        clock.push(days=7)
    assert await unproven(storage, courier) == [(held.tom.id, held.olga.id)]


async def test_of_a_contact_of_two_the_office_hears_under_each(storage, held, courier, clock):
    other = a_circle(2)
    zora = replace(
        await storage.readings.person(held.zora.id),
        owners=(OwnerLink(held.amina.id, "Amina"), OwnerLink(other.amina.id, "Amina")),
    )
    links = (replace(other.amina.contacts[0], id=zora.id),)
    await record(storage, KeepPerson(zora), KeepPerson(replace(other.amina, contacts=links)))
    await unanswered(storage, courier, clock)
    heard = [about for to, about in await unproven(storage, courier) if about != held.olga.id]
    assert sorted(heard) == sorted([held.amina.id, other.amina.id])


async def test_while_nobody_can_hear_it_it_is_not_lost(storage, held, courier, clock):
    await record(storage, DropKey(held.zora.id))
    tom = await storage.readings.person(held.tom.id)
    gone = tuple(replace(one, reachable=False) for one in tom.chats)
    await record(storage, KeepPerson(replace(tom, chats=gone)))
    await unanswered(storage, courier, clock)
    assert await unproven(storage, courier) == []
    tom = await storage.readings.person(held.tom.id)
    await record(storage, KeepPerson(replace(tom, chats=held.tom.chats)))
    assert await unproven(storage, courier) == [(held.tom.id, held.olga.id)]


@pytest.mark.parametrize("asked", [1, 3, 4])
async def test_another_key_starts_anew(storage, held, courier, clock, asked):
    await unanswered(storage, courier, clock, times=min(asked, 3))
    if asked == 4:
        await told(storage, courier)
    key = await storage.dossiers.key_of(held.zora.id)
    newer = AgeKey(held.zora.id, public_of(b"n" * 32), clock(), key.version)
    await record(storage, KeepKey(newer))
    assert not (await storage.dossiers.key_of(held.zora.id)).unproven
    clock.push(days=89)
    assert held.zora.id not in await sheets(storage, courier)
    clock.push(days=1)
    file = await storage.dossiers.handed_on((await sheets(storage, courier))[held.zora.id], str)
    assert open_file(file, b"n" * 32)


async def test_whoever_answers_late_is_told_of_no_more_and_starts_anew(
    storage, held, courier, clock
):
    await record(storage, DropKey(held.olga.id))
    await unanswered(storage, courier, clock, times=2)
    notice = (await sheets(storage, courier))[held.zora.id]
    number = await number_in(storage, notice, held.zora)
    clock.push(days=30)
    assert await unproven(storage, courier) != []
    assert (await types(storage, held.zora, number)).right
    assert not (await storage.dossiers.key_of(held.zora.id)).unproven
    clock.push(days=90)
    assert (await sheets(storage, courier)).keys() == {held.zora.id}


async def test_one_that_was_asked_for_is_of_a_key_that_is_held(storage, held, courier, clock):
    with pytest.raises(CompareAndSwapMissed):
        await record(storage, TryKey(held.bek.id, clock()))
