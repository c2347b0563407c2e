"""Whoever holds a key shows every 90 days that it still opens: a small sheet, and its number."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sealing.agefile import SealedForOthersError, open_file
from sealing.keyring import Keyring, Purpose
from sealing.unlocking import create_unlock_key
from storage.agekeys import AgeKey
from storage.claims import Told
from storage.deed import (
    DropKey,
    ProveKey,
    Unsay,
)
from storage.keychain import Keychain
from storage.rows import read_noun, write_noun
from storage.shapes import packed, unpacked
from storage.versions import CompareAndSwapMissed
from tests.storage.circle import Courier, a_circle, enrol, somebody
from tests.storage.sheets import give_keys, public_of, record, seed_of
from tests.storage.trials.trying import another, number_in, sheets, tries, types


async def test_ninety_days_after_a_key_came_its_holder_reads_a_number_and_types_it(
    storage, held, courier, clock
):
    clock.push(days=89, hours=23)
    assert await sheets(storage, courier) == {}
    clock.push(hours=1)
    sent = await sheets(storage, courier)
    assert sent.keys() == {held.olga.id, held.zora.id}
    assert await sheets(storage, courier) == {}

    number = await number_in(storage, sent[held.zora.id], held.zora)
    assert len(number) == 6
    assert number.isdecimal()
    at = clock.push(hours=2)
    assert (await types(storage, held.zora, number)).right

    key = await storage.dossiers.key_of(held.zora.id)
    assert (key.proven_at, key.unproven) == (at, False)
    assert (await storage.dossiers.key_of(held.olga.id)).proven_at is None
    clock.push(days=89, hours=23)
    assert held.zora.id not in await sheets(storage, courier)
    clock.push(hours=1)
    assert held.zora.id in await sheets(storage, courier)


async def test_nobody_else_reads_it_and_it_is_as_long_as_any_short_sheet(
    storage, held, courier, clock
):
    clock.push(days=90)
    notice = (await sheets(storage, courier))[held.zora.id]
    file = await storage.dossiers.handed_on(notice, str)
    with pytest.raises(SealedForOthersError):
        open_file(file, seed_of(held.olga))
    assert len(open_file(file, seed_of(held.zora))) == 2048


async def test_told_twice_it_says_the_same_and_another_day_or_to_others_something_else(
    storage, held, courier, clock
):
    clock.push(days=90)
    sent = await sheets(storage, courier)
    first, again = [await number_in(storage, sent[held.zora.id], held.zora) for _ in range(2)]
    others = await number_in(storage, sent[held.olga.id], held.olga)
    clock.push(days=7)
    later = await number_in(storage, (await sheets(storage, courier))[held.zora.id], held.zora)
    assert first == again
    assert len({first, others, later}) == 3
    assert not (await types(storage, held.zora, first)).right


async def test_a_wrong_number_changes_nothing(storage, held, courier, clock):
    clock.push(days=90)
    number = await number_in(storage, (await sheets(storage, courier))[held.zora.id], held.zora)
    for wrong in (another(number), "000000"[: len(number)]):
        assert not (await types(storage, held.zora, wrong)).right
    assert (await storage.dossiers.key_of(held.zora.id)).proven_at is None
    assert (await types(storage, held.zora, number)).right


@pytest.mark.parametrize("number", ["", "12345", "1234567"])
async def test_what_has_not_six_digits_is_no_answer(storage, held, courier, clock, number):
    clock.push(days=90)
    await sheets(storage, courier)
    assert await types(storage, held.zora, number) is None


async def test_without_a_trial_a_number_means_nothing(storage, held, clock):
    assert await types(storage, held.zora, "123456") is None
    assert await types(storage, held.bek, "123456") is None
    assert await storage.dossiers.tried(somebody(), "123456", clock()) is None


async def test_for_a_week_it_is_answered_once_more_and_counts_once(storage, held, courier, clock):
    clock.push(days=90)
    number = await number_in(storage, (await sheets(storage, courier))[held.zora.id], held.zora)
    at = clock()
    await types(storage, held.zora, number)
    clock.push(days=6)
    again = await types(storage, held.zora, number)
    assert (again.right, again.proven) == (True, True)
    assert not (await types(storage, held.zora, another(number))).right
    assert (await storage.dossiers.key_of(held.zora.id)).proven_at == at
    clock.push(days=1)
    assert await types(storage, held.zora, number) is None


async def test_an_answer_to_a_sheet_that_was_overtaken_is_decided_again(
    storage, held, courier, clock
):
    clock.push(days=90)
    await sheets(storage, courier)
    stale = ProveKey(held.zora.id, clock(), clock())
    clock.push(days=7)
    await sheets(storage, courier)
    with pytest.raises(CompareAndSwapMissed):
        await record(storage, stale)
    await record(storage, DropKey(held.zora.id))
    with pytest.raises(CompareAndSwapMissed):
        await record(storage, replace(stale, asked_at=clock()))


async def test_a_number_from_before_the_keys_were_changed_is_known_still(opened, tmp_path, clock):
    unlock = create_unlock_key(tmp_path / "unlock" / "key")
    keychain = Keychain(tmp_path / "keyring", unlock)
    house = opened(keys=Keyring.create(keychain.path, unlock))
    circle = a_circle()
    await enrol(house, circle, started=False)
    await give_keys(house, circle.zora)
    clock.push(days=90)
    notice = (await sheets(house, Courier(house)))[circle.zora.id]
    before = await number_in(house, notice, circle.zora)
    keychain.change(house.keys, lambda keyring: keyring.with_new_version(Purpose.LINKS))
    after = await number_in(house, notice, circle.zora)
    assert before != after
    assert (await types(house, circle.zora, after)).right
    assert (await types(house, circle.zora, before)).right


async def test_what_was_written_before_there_were_trials_opens(storage, held, clock):
    """Nothing is written of a trial before there is one: such a row looks as an earlier one did."""
    key = AgeKey(held.zora.id, public_of(seed_of(held.zora)), clock())
    number, fields = unpacked(write_noun(key))
    assert fields.keys() == {"person", "public", "made_at"}
    assert read_noun(AgeKey, packed([number, fields])) == key


async def test_the_sheet_leaves_the_chat_again_a_day_later(storage, held, courier, clock):
    clock.push(days=90)
    await tries(storage)
    told = {one.to: one for one in await courier.claim()}
    at = clock()
    settled = [(one, Told(at, n)) for n, one in enumerate(told.values(), start=70)]
    assert await storage.outbox.turn(settled, 20, clock(), courier.fence) == []
    clock.push(hours=23, minutes=59)
    assert await courier.claim() == []
    clock.push(minutes=1)
    gone = {one.to: one.act for one in await courier.claim()}
    assert gone == {
        chat: Unsay(chat, (n,), at + timedelta(days=1)) for n, chat in enumerate(told, start=70)
    }
