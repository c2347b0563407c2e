"""A dossier that comes over HTTPS is hers who was given the challenge it carries, for a day."""

import os
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from sealing.epochs import epoch_at
from sealing.keyring import Keyring, Purpose
from storage.deed import Deed, Forget, KeepCredentials, Reply, Words
from storage.expiring import erase_expired
from storage.inlets import GOOD_FOR, close_inlets
from storage.rewrapping import Rewrapping
from storage.tables import inlets
from tests.fakes import NINE
from tests.storage.circle import a_circle, enrol


@pytest.fixture(scope="session")
def keyring(keyring):
    return keyring.with_epoch(epoch_at(NINE)).with_epoch(epoch_at(NINE) + 1)


@pytest.fixture
async def house(opened, keychain):
    """A house whose keys can be changed, with two circles of people."""
    made = Keyring.create(keychain.path, keychain.unlock).with_epoch(epoch_at(NINE))
    made.save(keychain.path, keychain.unlock)
    storage = opened(keys=made)
    await enrol(storage, a_circle(1), a_circle(2), started=False)
    return storage


async def asks(storage, person, screen="d", ways="sealed"):
    """Somebody is brought the key of a screen; return the challenge that it carries."""
    words = (Words("sheet-open"),)
    reply = Reply(to=person.id, words=words, ways=ways, screen=screen)
    await storage.journal.record(Deed(replies=(reply,)))
    kept = await storage.proofs.credentials(person.id)
    return kept.challenges[0].value


async def behind(storage, challenge):
    return await storage.dossiers.behind_inlet(challenge)


async def rows(storage):
    query = select(func.count()).select_from(inlets)
    return await storage.reader.ask(lambda look: look.connection.scalar(query))


async def use(storage, person, challenge):
    kept = await storage.proofs.credentials(person.id)
    await storage.journal.record(Deed(changes=(KeepCredentials(kept.used(challenge, b"d" * 32)),)))


async def test_what_carries_her_challenge_is_hers(storage, circle):
    mine = await asks(storage, circle.amina)
    theirs = await asks(storage, circle.zora, ways="page")
    assert await behind(storage, mine) == circle.amina.id
    assert await behind(storage, theirs) == circle.zora.id


async def test_no_other_challenge_says_whose_it_is(storage, circle):
    note = await asks(storage, circle.amina, screen="n")
    assert await rows(storage) == 0
    await asks(storage, circle.amina)
    for other in (note, os.urandom(16), b"", b"x" * 1000):
        assert await behind(storage, other) is None


async def test_once_used_it_is_worth_nothing_nor_is_one_before_it(storage, circle):
    first, second, third = [await asks(storage, circle.amina) for _ in range(3)]
    await use(storage, circle.amina, second)
    assert [await behind(storage, one) for one in (first, second)] == [None, None]
    assert await behind(storage, third) == circle.amina.id


async def test_it_is_good_for_a_day_and_then_erased(storage, circle, clock):
    challenge = await asks(storage, circle.amina)
    clock.push(seconds=(GOOD_FOR - timedelta(seconds=1)).total_seconds())
    assert await behind(storage, challenge) == circle.amina.id
    clock.push(seconds=1)
    assert await behind(storage, challenge) is None
    assert await storage.writer.do(lambda tx: erase_expired(tx, clock())) == 1
    assert await rows(storage) == 0


async def test_it_is_one_of_the_newest_that_are_out(storage, circle):
    challenge = await asks(storage, circle.amina)
    for _ in range(8):
        await asks(storage, circle.amina, screen="n")
    assert await behind(storage, challenge) is None


async def test_whose_it_is_is_found_under_new_keys_and_only_under_them(house, keychain, opened):
    amina = await house.readings.by_code("A1")
    challenge = await asks(house, amina)
    door = Rewrapping(house.writer, house.reader, house.keys, house.clock)
    door.rotate(keychain, [Purpose.INDEX, Purpose.DIALOGUES])
    assert await behind(house, challenge) == amina.id
    done = await door.rewrap(keychain, purposes=[Purpose.INDEX, Purpose.DIALOGUES])
    assert {purpose for purpose, _ in done.destroyed} == {Purpose.INDEX, Purpose.DIALOGUES}
    again = opened(keys=Keyring.open(keychain.path, keychain.unlock))
    assert await behind(again, challenge) == amina.id


async def test_of_somebody_forgotten_no_inlet_is_left(house, keychain):
    gone, stays = [await house.readings.by_code(one) for one in ("A1", "A2")]
    hers, other = await asks(house, gone), await asks(house, stays)
    await house.journal.record(Deed(changes=(Forget(gone.id),)))
    await house.forgetting.forget([gone.id], keychain)
    assert await behind(house, hers) is None
    assert await behind(house, other) == stays.id
    assert await rows(house) == 1


async def test_one_that_does_not_open_stops_nobody(storage, circle):
    hers = await asks(storage, circle.amina)
    spoilt = update(inlets).values(sealed_inlet=bytes(200))
    await storage.writer.do(lambda tx: tx.connection.execute(spoilt).rowcount)
    assert await behind(storage, hers) is None
    other = await asks(storage, circle.bek)
    await storage.writer.do(lambda tx: close_inlets(tx, frozenset({circle.bek.id})))
    assert await behind(storage, other) is None
    assert await rows(storage) == 1
