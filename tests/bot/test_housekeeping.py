"""What the house does by itself: erases, signs, follows its keys, tests those who are asked."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.housekeeping import Housekeeping, farewell
from rules.events import TimePassed
from rules.notices import Kind
from sealing.epochs import public_bytes
from sealing.keyring import Keyring, Purpose
from sealing.unlocking import create_unlock_key
from storage.agekeys import AgeKey
from storage.chance import Chance
from storage.deed import Deed, DropKey, Forget, KeepDossier, KeepKey, KeepPerson, Lived, Talk
from storage.keychain import Keychain
from storage.opening import open_storage
from storage.persons import Address, Dialogue
from tests.bot.circle import AMINA, BEN, BOT, HE, OFFICE, SHE, TERMS, people
from tests.sealing.age_witness import seal_file

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def keychain(tmp_path):
    unlock = create_unlock_key(tmp_path / "keys" / "unlock")
    Keyring.create(tmp_path / "keys" / "keyring", unlock)
    return Keychain(tmp_path / "keys" / "keyring", unlock)


@pytest.fixture
async def storage(database, keychain, clock):
    keyring = Keyring.open(keychain.path, keychain.unlock)
    storage = open_storage(database, keyring, clock=clock.now, chance=Chance.seeded(1))
    yield storage
    await storage.close()


@pytest.fixture
async def work(storage, keychain, clock, hold):
    return Housekeeping(storage, keychain, (hold("ear:4242"), hold("courier")))


@pytest.fixture
def moves(stand, clock):
    async def moves(**by):
        at = await stand.push(timedelta(**by).total_seconds())
        clock.answered(None, at.isoformat(), clock.now())

    return moves


async def said_to(storage, clock, work):
    """What waits to be said, by its sentence or kind."""
    fence = await work._holds[1].fence()
    now = clock.now() + timedelta(days=1)
    claimed = await storage.outbox.turn([], 200, now, fence)
    return [
        (one.to.chat, getattr(one.act, "kind", None) or one.act.words[0].id)
        for one in claimed
        if hasattr(one.act, "words") or hasattr(one.act, "kind")
    ]


async def test_each_hour_what_is_over_is_erased_and_the_diaries_are_signed(
    work, storage, circle, clock, moves
):
    talk = Dialogue(
        address=Address(BOT, AMINA), step="x", expires_at=clock.now() + timedelta(minutes=5)
    )
    await storage.journal.record(Deed(changes=(Talk(talk),)))
    assert (await storage.readings.counts()).dialogues == 1
    await moves(minutes=6)
    await work.each_hour()
    assert (await storage.readings.counts()).dialogues == 0
    checked = await storage.heads.check()
    assert checked.signed_at is not None
    assert checked.lines >= 1
    assert checked.faults == ()


async def test_what_was_replaced_goes_and_she_is_asked_each_week_to_seal_anew(
    work, storage, circle, clock, moves
):
    key = AgeKey(OFFICE, public_bytes(b"o" * 32), clock.now())
    kept = KeepDossier(SHE, 0, seal_file(b"Call my sister.", [key.public]), clock.now())
    await storage.journal.record(Deed(changes=(KeepKey(key), kept, kept)))
    await storage.journal.record(Deed(changes=(DropKey(OFFICE),)))
    assert (await said_to(storage, clock, work)).count((AMINA, Kind.SHEET_ANEW)) == 1
    await moves(hours=73)
    await work.each_hour()
    (left,) = await storage.dossiers.kept(SHE)
    assert left.anew
    await moves(hours=96)
    await work.each_hour()
    assert (await said_to(storage, clock, work)).count((AMINA, Kind.SHEET_ANEW)) == 2


async def test_whoever_has_left_is_forgotten_and_told_so(work, storage, circle, clock):
    await storage.journal.record(Deed(changes=(Forget(SHE),)))
    await work.each_hour()
    assert await storage.readings.person(SHE) is None
    assert await storage.readings.by_code("A7") is None
    assert len(storage.keys.held(Purpose.SUBJECTS)) == 1
    assert (AMINA, "erased") in await said_to(storage, clock, work)
    assert await work.forget() == 0


async def test_nobody_is_forgotten_while_an_alarm_is_open(work, storage, circle, clock, moves):
    await moves(hours=10, minutes=1)
    await storage.journal.record(Deed(happenings=(Lived(SHE, TimePassed(clock.now())),)))
    await moves(hours=1)
    await storage.journal.record(Deed(happenings=(Lived(SHE, TimePassed(clock.now())),)))
    assert await storage.readings.open_alarms()
    await storage.journal.record(Deed(changes=(Forget(SHE),)))
    assert await work.forget() == 0
    assert await storage.readings.person(SHE) is not None


async def test_new_keys_of_another_process_are_followed(work, storage, circle, keychain, clock):
    await work.follow_keys()
    unlock = keychain.unlock
    other = Keyring.open(keychain.path, unlock).with_new_version(Purpose.OUTBOX)
    other.save(keychain.path, unlock)
    assert storage.keys.newest(Purpose.OUTBOX).version == 1
    await work.follow_keys()
    assert storage.keys.newest(Purpose.OUTBOX).version == 2


async def test_while_the_keyring_is_broken_the_keys_in_memory_go_on(work, storage, keychain):
    keychain.path.write_bytes(b"oops")
    await work.follow_keys()
    assert storage.keys.newest(Purpose.OUTBOX).version == 1


async def test_a_contact_is_tested_at_the_worst_hour_they_accept_and_not_again_that_day(
    work, storage, circle, clock, moves, stand
):
    await storage.journal.record(Deed(changes=(KeepPerson(await proven(storage)),)))
    assert await work.sound_out() == 0  # it is ten in the morning
    await moves(hours=17, minutes=5)  # past three at night
    assert await work.sound_out() == 1
    assert (BEN, "sounding") in await said_to(storage, clock, work)
    assert await work.sound_out() == 0
    await moves(days=1)
    assert await work.sound_out() == 1  # no answer came
    tested = await storage.readings.person(HE)
    assert tested.facts["soundings-unanswered"] == "2"


async def proven(storage):
    return replace(await storage.readings.person(HE), facts={})


async def test_whoever_has_passed_is_left_in_peace_for_as_long_as_the_terms_say(
    work, storage, circle, clock, moves
):
    await moves(hours=17, minutes=5)
    ben = await storage.readings.person(HE)
    passed = replace(ben, facts={"sounded-at": clock.now().isoformat()})
    await storage.journal.record(Deed(changes=(KeepPerson(passed),)))
    await moves(days=TERMS.drill_every.days - 1)
    assert await work.sound_out() == 0
    await moves(days=1)
    assert await work.sound_out() == 1


async def test_somebody_who_is_just_saying_something_is_tested_the_next_time(
    work, storage, circle, clock, moves, monkeypatch
):
    await moves(hours=17, minutes=5)
    stale = await storage.readings.person(HE)
    await storage.journal.record(Deed(changes=(KeepPerson(replace(stale, nick="Benny")),)))
    assert not await work._sound(stale, clock.now())


async def test_a_house_that_is_too_large_is_not_searched_at_once(
    work, storage, circle, moves, monkeypatch
):
    monkeypatch.setattr("bot.housekeeping._MOST_SOUNDED", 2)
    await moves(hours=17, minutes=5)
    assert await work.sound_out() == 0


def test_only_somebody_who_sent_notes_and_can_be_reached_is_told_goodbye():
    amina, ben, *_ = people()
    assert farewell(ben, NOON) is None
    assert farewell(replace(amina, chats=()), NOON) is None
    words = farewell(amina, NOON).words[0]
    assert words.args["until"] == NOON + timedelta(days=30)
    assert len(words.args["receipt"]) == 4
