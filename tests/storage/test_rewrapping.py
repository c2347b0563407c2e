"""Keys are changed under a living house: nothing is lost, and the old ones open nothing."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from rules.events import Cause
from rules.notices import Kind
from rules.people import Role
from sealing.keyring import ROTATED, Keyring, Purpose
from storage.deed import Cried, Deed, Invite, Talk
from storage.keychain import OthersAtWorkError
from storage.persons import Dialogue, Invitation
from storage.rewrapping import Rewrapping
from storage.tables import people
from tests.storage.circle import BOT, Courier, a_circle, enrol

TTL = timedelta(minutes=1)


@pytest.fixture
async def house(house):
    """A house in which something of every kind is kept."""
    storage = house
    circle = a_circle()
    await enrol(storage, circle)
    later = storage.clock() + timedelta(hours=1)
    address = circle.amina.chats[0].address
    invitation = Invitation(
        digest=storage.stamps.digest("token"),
        role=Role.CONTACT,
        inviter=circle.amina.id,
        number="4821",
        expires_at=later,
    )
    talk = Dialogue(address=address, step="break-until", expires_at=later)
    cry = Cried(circle.amina.id, Cause.SOS, storage.clock())
    deed = Deed(happenings=(cry,), changes=(Invite(invitation), Talk(talk)))
    await storage.journal.record(deed)
    ear = await storage.leases.take("ear", storage.clock(), TTL)
    raw = {"update_id": 1, "message": {"chat": {"id": address.chat}, "text": "1"}}
    await storage.inbox.keep(BOT, [raw], asked_at=storage.clock(), limit=100, fence=ear)
    await storage.leases.leave(ear)
    return storage, circle


def rewrapping(storage):
    return Rewrapping(storage.writer, storage.reader, storage.keys, storage.clock)


async def everything(storage, circle):
    """Return all that must read the same, whatever the keys."""
    return (
        await storage.readings.visitor(circle.amina.chats[0].address),
        await storage.readings.by_code("A1"),
        await storage.readings.open_alarms(),
        await storage.readings.board(),
        await storage.readings.invitation("token"),
        await storage.readings.diary(circle.amina.id, 10),
        [one.raw for one in await storage.inbox.take(5, storage.clock())],
    )


async def test_all_that_is_kept_moves_to_the_newest_keys(house, keychain, opened):
    storage, circle = house
    seen = []
    door = rewrapping(storage)
    door.rotate(keychain)
    done = await door.rewrap(keychain, progress=lambda *step: seen.append(step))
    assert done.left == 0
    assert {table for table, _, _ in seen} == {
        "people", "chats", "alarms", "dialogues", "house", "invitations", "notices", "inbox",
    }  # fmt: skip
    assert all(1 <= moved <= total for _, moved, total in seen)
    # The link that is out, and buttons in chats, still need their keys; nothing else does.
    assert {purpose for purpose, _ in done.destroyed} == set(ROTATED) - {
        Purpose.INDEX,
        Purpose.LINKS,
    }
    held = Keyring.open(keychain.path, keychain.unlock)
    again = opened(keys=held)
    assert await everything(again, circle) == await everything(opened(keys=held), circle)
    assert len((await again.readings.open_alarms())[0].names) == 3
    told = [one.act.kind for one in await Courier(again).tell_all()]
    assert told.count(Kind.ALARM) == 2


async def test_before_and_after_the_house_reads_the_same(house, keychain):
    storage, circle = house
    before = await everything(storage, circle)
    door = rewrapping(storage)
    door.rotate(keychain)
    await door.rewrap(keychain)
    (update_again,) = before[-1]
    after = await everything(storage, circle)
    assert after[:-1] == before[:-1]
    assert update_again["update_id"] == 1


async def test_silence_is_still_held_back_for_what_waits_under_a_new_index_key(house, keychain):
    storage, _ = house
    door = rewrapping(storage)
    door.rotate(keychain, [Purpose.INDEX])
    await door.rewrap(keychain, purposes=[Purpose.INDEX])
    storage.clock.push(hours=10)
    # Nine hours beyond the deadline it would count all the same, so look right at it.
    assert (await storage.journal.sweep_watches(storage.clock())).handled == 0


async def test_the_index_key_goes_once_no_link_is_out(house, keychain, clock):
    storage, _ = house
    door = rewrapping(storage)
    door.rotate(keychain)
    await door.rewrap(keychain)
    clock.push(hours=1)
    done = await door.rewrap(keychain)
    assert (done.moved, done.destroyed) == (0, ((Purpose.INDEX, 1),))


async def test_a_rewrapping_that_was_cut_short_goes_on_where_it_stood(house, keychain, clock):
    storage, circle = house
    door = rewrapping(storage)
    door.rotate(keychain)

    class CutError(Exception):
        pass

    def cut(table, done, total):
        if table == "chats":
            raise CutError

    with pytest.raises(CutError):
        await door.rewrap(keychain, progress=cut)
    seen = []
    await door.rewrap(keychain, progress=lambda *step: seen.append(step[0]))
    assert "people" not in seen
    assert "alarms" in seen
    assert (await storage.readings.by_code("A1")).id == circle.amina.id


async def test_what_does_not_open_keeps_the_key_that_it_names(house, keychain):
    storage, circle = house

    def spoil(tx):
        theirs = people.c.id == circle.bek.id
        # One byte inside the seal: it still says which key it stands under.
        sealed = tx.connection.scalar(people.select().with_only_columns(people.c.sealed_key))
        tx.connection.execute(update(people).where(theirs).values(sealed_key=sealed))

    await storage.writer.do(spoil)
    door = rewrapping(storage)
    door.rotate(keychain)
    done = await door.rewrap(keychain)
    # Not only the person: their chat cannot be moved either.
    assert done.left == 2
    assert Purpose.SUBJECTS not in {purpose for purpose, _ in done.destroyed}


async def test_a_key_that_the_operator_made_meanwhile_is_taken_up(house, keychain):
    storage, _ = house
    outside = Keyring.open(keychain.path, keychain.unlock).with_new_version(Purpose.LINKS)
    outside.save(keychain.path, keychain.unlock)
    rewrapping(storage).rotate(keychain, [Purpose.HOUSE])
    assert set(storage.keys.held(Purpose.LINKS)) == {1, 2}
    assert set(storage.keys.held(Purpose.HOUSE)) == {1, 2}
    assert Keyring.open(keychain.path, keychain.unlock) == storage.keys.keyring


async def test_keys_are_not_changed_under_another_vigil_at_work(house, keychain):
    storage, _ = house
    fence = await storage.leases.take("courier", storage.clock(), TTL)
    door = rewrapping(storage)
    with pytest.raises(OthersAtWorkError):
        await door.rewrap(keychain)
    await door.rewrap(keychain, ours=[fence])
