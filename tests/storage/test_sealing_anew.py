"""When a key goes, whoever could seal to it is asked to seal anew: once, and again each week."""

from dataclasses import replace

import pytest
from sqlalchemy import update

from rules.events import Cause, ClosingAsked, Outcome, Started
from rules.notices import Kind
from rules.watch import Stage
from sealing.keyring import Keyring
from sealing.unlocking import create_unlock_key
from storage.agekeys import AgeKey
from storage.deed import (
    Cried,
    DropKey,
    Forget,
    Helped,
    KeepHouse,
    KeepKey,
    KeepPerson,
    Lived,
    WithdrawDossier,
)
from storage.keychain import Keychain
from storage.persons import Standing
from storage.tables import dossiers, watches
from tests.storage.circle import Courier, a_circle, enrol, sweep_all
from tests.storage.sheets import give_keys, keep, public_of, record, sheet_for


@pytest.fixture
async def held(storage, circle):
    """Olga, Tom and Zora hold keys; Amina has sealed to them."""
    await give_keys(storage, circle.olga, circle.tom, circle.zora)
    await keep(storage, circle.amina, sheet_for(circle.olga, circle.zora))
    return circle


@pytest.fixture
def courier(storage):
    return Courier(storage)


async def asked(courier):
    """Who is asked to seal anew."""
    return [one.reader for one in await courier.tell_all() if one.act.kind is Kind.SHEET_ANEW]


async def is_anew(storage, owner):
    return [one.anew for one in await storage.dossiers.kept(owner.id) if one.gone_at is None]


async def changed(storage, person, **more):
    found = await storage.readings.person(person.id)
    await record(storage, KeepPerson(replace(found, **more)))


async def drops(storage, held):
    await record(storage, DropKey(held.tom.id))


async def has_another(storage, held):
    other = AgeKey(held.olga.id, public_of(b"another" + bytes(25)), storage.clock(), version=1)
    await record(storage, KeepKey(other))


async def is_removed(storage, held):
    bek = [link for link in held.amina.contacts if link.id == held.bek.id]
    await changed(storage, held.amina, contacts=tuple(bek))


async def says_no_more(storage, held):
    links = tuple(replace(one, standing=Standing.READING) for one in held.amina.contacts)
    await changed(storage, held.amina, contacts=links)


async def leaves(storage, held):
    await record(storage, Forget(held.zora.id))


async def leaves_the_office(storage, held):
    await record(storage, Forget(held.olga.id))


async def is_off_the_roster(storage, held):
    house = await storage.readings.house()
    await record(storage, KeepHouse(replace(house, members=house.members[:1])))


GOING = [
    drops, has_another, is_removed, says_no_more, leaves, leaves_the_office, is_off_the_roster,
]  # fmt: skip


@pytest.mark.parametrize("goes", GOING)
async def test_she_is_asked_when_somebody_goes_who_could_open_it(storage, held, courier, goes):
    assert await is_anew(storage, held.amina) == [False]
    await goes(storage, held)
    assert await is_anew(storage, held.amina) == [True]
    assert await asked(courier) == [held.amina.id]
    # The housekeeping does not ask again at once.
    assert await storage.journal.ask_anew() == 0


async def test_whoever_goes_and_held_no_key_asks_nothing_of_her(storage, held, courier):
    await record(storage, Forget(held.bek.id))
    await changed(storage, held.amina, nick="Mina")
    house = await storage.readings.house()
    await record(storage, KeepHouse(replace(house, language="ru")))
    await give_keys(storage, held.bek)
    same = AgeKey(held.tom.id, (await storage.dossiers.key_of(held.tom.id)).public, storage.clock())
    await record(storage, KeepKey(replace(same, version=1)))
    assert await asked(courier) == []
    assert await is_anew(storage, held.amina) == [False]


async def test_whoever_has_left_is_asked_nothing_more(storage, held, courier):
    await record(storage, Forget(held.amina.id), DropKey(held.olga.id))
    assert await asked(courier) == []


async def test_only_those_are_asked_who_could_seal_to_it(storage, held, courier):
    other = a_circle(2)
    await record(storage, *map(KeepPerson, other.everybody))
    await give_keys(storage, other.zora)
    await keep(storage, other.amina, sheet_for(held.olga))
    await record(storage, DropKey(held.zora.id))
    assert await asked(courier) == [held.amina.id]
    await record(storage, DropKey(held.olga.id))
    assert sorted(await asked(courier)) == sorted([held.amina.id, other.amina.id])


async def test_nobody_is_asked_who_keeps_nothing(storage, circle, courier):
    await give_keys(storage, circle.olga)
    await record(storage, DropKey(circle.olga.id))
    await give_keys(storage, circle.olga)
    await keep(storage, circle.amina, sheet_for(circle.olga))
    await record(storage, WithdrawDossier(circle.amina.id, storage.clock()))
    await record(storage, DropKey(circle.olga.id))
    assert await asked(courier) == []
    assert await storage.journal.ask_anew() == 0


async def test_she_is_asked_each_week_until_she_has_done_it(storage, held, courier, clock):
    await drops(storage, held)
    assert await asked(courier) == [held.amina.id]
    clock.push(days=6, hours=23)
    assert await storage.journal.ask_anew() == 0
    clock.push(hours=1)
    assert await storage.journal.ask_anew() == 1
    assert await asked(courier) == [held.amina.id]
    assert await storage.journal.ask_anew() == 0

    await keep(storage, held.amina, sheet_for(held.olga, held.zora))
    assert await is_anew(storage, held.amina) == [False]
    clock.push(days=8)
    assert await storage.journal.ask_anew() == 0


async def test_of_many_files_she_is_asked_once_and_again_when_another_goes(storage, held, courier):
    await keep(storage, held.amina, sheet_for(held.olga), 1)
    await keep(storage, held.amina, sheet_for(held.tom), 2)
    await drops(storage, held)
    assert await asked(courier) == [held.amina.id]
    await record(storage, DropKey(held.zora.id))
    assert await asked(courier) == [held.amina.id]


async def test_while_a_promise_is_missed_nothing_comes_unasked_and_afterwards_it_does(
    storage, held, courier, clock
):
    await record(storage, happenings=(Lived(held.amina.id, Started(clock())),))
    while (await storage.readings.life(held.amina.id)).watches[0].stage is not Stage.MISSED:
        clock.push(hours=6)
        await sweep_all(storage, clock())
    await drops(storage, held)
    assert await asked(courier) == []
    assert await storage.journal.ask_anew() == 0
    assert await is_anew(storage, held.amina) == [True]

    (alarm,) = await storage.readings.open_alarms()
    await _ends(storage, alarm.alarm, held)
    assert await storage.journal.ask_anew() == 1
    assert await asked(courier) == [held.amina.id]


async def test_after_a_cry_that_others_know_of_she_is_asked_later(storage, held, courier, clock):
    await record(storage, happenings=(Cried(held.amina.id, Cause.SOS, clock()),))
    await courier.tell_all()
    await drops(storage, held)
    assert await asked(courier) == []
    (alarm,) = await storage.readings.open_alarms()
    await _ends(storage, alarm.alarm, held)
    assert await storage.journal.ask_anew() == 1


async def test_those_who_are_forgotten_are_missed_as_well(opened, tmp_path, clock):
    unlock = create_unlock_key(tmp_path / "unlock" / "key")
    keychain = Keychain(tmp_path / "keyring", unlock)
    house = opened(keys=Keyring.create(keychain.path, unlock))
    circle = a_circle()
    await enrol(house, circle, started=False)
    await give_keys(house, circle.olga, circle.zora)
    await keep(house, circle.amina, sheet_for(circle.olga))
    courier = Courier(house)
    # Forgotten by the operator, without having left before.
    await house.forgetting.forget([circle.zora.id], keychain)
    assert await asked(courier) == [circle.amina.id]
    # And one who has left before is missed once, not twice.
    await record(house, Forget(circle.olga.id))
    assert await asked(courier) == [circle.amina.id]
    ours = [courier.fence]
    await house.forgetting.forget([circle.olga.id], keychain, ours=ours)
    assert await asked(courier) == []
    await house.forgetting.forget([circle.amina.id], keychain, ours=ours)
    assert await house.journal.ask_anew() == 0


async def _ends(storage, alarm, held):
    ended = [
        Helped(alarm.id, ClosingAsked(storage.clock(), one.id, Outcome.SAFE))
        for one in (held.olga, held.tom)
    ]
    for one in ended:
        await record(storage, happenings=(one,))


async def test_who_has_a_promise_that_does_not_open_is_asked_nothing(storage, held, courier):
    """Nobody knows whether something is open about her: then nothing may come unasked (law 15)."""
    theirs = update(watches).where(watches.c.person_id == held.amina.id)
    await storage.writer.do(lambda tx: tx.connection.execute(theirs.values(sealed_watch=bytes(99))))
    await drops(storage, held)
    assert await asked(courier) == []


async def test_whoever_changes_a_key_has_the_sheets_of_no_stranger_looked_through(
    storage, held, caplog, courier
):
    """A contact could else keep the whole house busy: each new key would have them all read."""
    other = a_circle(2)
    await record(storage, *(KeepPerson(one) for one in other.everybody))
    await keep(storage, other.amina, sheet_for(held.olga))
    # One that does not open is in the log whenever it is looked at.
    hers = update(dossiers).where(dossiers.c.person_id == other.amina.id)
    await storage.writer.do(
        lambda tx: tx.connection.execute(hers.values(sealed_head=bytes(200))).rowcount
    )
    another = AgeKey(held.zora.id, public_of(b"another" + bytes(25)), storage.clock(), version=1)
    await record(storage, KeepKey(another))
    assert "dossier-unreadable" not in caplog.text
    assert await asked(courier) == [held.amina.id]
    await drops(storage, held)
    assert "dossier-unreadable" in caplog.text
