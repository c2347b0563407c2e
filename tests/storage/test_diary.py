"""Nobody who holds the database alone can rewrite what happened."""

import pytest
from sqlalchemy import delete, text, update

from rules.events import CheckedIn
from rules.people import PersonId
from sealing.keyring import Keyring, Purpose
from storage.deed import Deed, Lived
from storage.diary import START, linked
from storage.heads import Fault, Heads
from storage.tables import diary, heads
from tests.storage.circle import a_circle, enrol


@pytest.fixture
def signed(storage, clock):
    return Heads(storage.writer, storage.reader, clock)


async def live(storage, circle, clock, days=3):
    for _ in range(days):
        clock.push(hours=1)
        happened = Lived(circle.amina.id, CheckedIn(clock()))
        await storage.journal.record(Deed(happenings=(happened,)))


async def do(storage, *statements):
    def job(tx):
        for one in statements:
            tx.connection.execute(one)

    await storage.writer.do(job)


def line(circle, seq):
    return (diary.c.subject_id == circle.amina.id) & (diary.c.seq == seq)


async def test_a_diary_that_nobody_touched_is_whole(storage, signed, clock):
    one, two = a_circle(1), a_circle(2)
    await enrol(storage, one, two)
    await live(storage, one, clock)
    assert (await signed.check()).faults == ((Fault.UNSIGNED, None),)
    assert await signed.sign() == 2
    checked = await signed.check()
    assert (checked.signed_at, checked.lines, checked.faults) == (clock(), 5, ())
    # What comes after the signature is whole too, and signed the next time.
    await live(storage, two, clock)
    assert (await signed.check()).faults == ()
    assert await signed.sign() == 1
    assert await signed.sign() == 0


async def test_a_changed_line_shows(storage, signed, clock):
    circle = a_circle()
    await enrol(storage, circle)
    await live(storage, circle, clock)
    await signed.sign()
    await do(storage, update(diary).where(line(circle, 2)).values(sealed_line=bytes(291)))
    assert (await signed.check()).faults == ((Fault.BROKEN, circle.amina.id),)


async def test_a_line_missing_in_between_shows(storage, signed, clock):
    circle = a_circle()
    await enrol(storage, circle)
    await live(storage, circle, clock)
    await signed.sign()
    await do(storage, delete(diary).where(line(circle, 2)))
    assert (await signed.check()).faults == ((Fault.BROKEN, circle.amina.id),)


async def test_a_diary_cut_short_shows_even_when_its_hashes_are_right(storage, signed, clock):
    circle = a_circle()
    await enrol(storage, circle)
    await live(storage, circle, clock)
    await signed.sign()
    await do(storage, delete(diary).where(line(circle, 4)))
    assert (await signed.check()).faults == ((Fault.CUT_SHORT, circle.amina.id),)


async def test_a_diary_taken_away_whole_shows(storage, signed, clock):
    circle = a_circle()
    await enrol(storage, circle)
    await signed.sign()
    await do(storage, delete(diary))
    assert (await signed.check()).faults == ((Fault.CUT_SHORT, circle.amina.id),)


async def test_a_chain_written_anew_by_a_thief_does_not_carry_our_signature(storage, signed, clock):
    circle = a_circle()
    await enrol(storage, circle)
    await live(storage, circle, clock)
    await signed.sign()
    query = text("SELECT id, seq, sealed_line FROM diary WHERE subject_id = :id ORDER BY seq")
    person = {"id": circle.amina.id}
    rows = await storage.reader.ask(lambda look: look.connection.execute(query, person).all())
    # The thief leaves out the third line and makes all hashes and ends fit again.
    before, anew = START, []
    for place, row in enumerate([*rows[:2], rows[3]], start=1):
        before = linked(before, row.id, circle.amina.id, place, row.sealed_line)
        anew.append(update(diary).where(diary.c.id == row.id).values(seq=place, hash=before))
    end = update(heads).where(heads.c.id == circle.amina.id).values(digest=before)
    await do(storage, delete(diary).where(line(circle, 3)), *anew, end)
    assert (await signed.check()).faults == ((Fault.FORGED, None),)


async def test_an_older_signature_says_its_age(storage, signed, clock):
    circle = a_circle()
    await enrol(storage, circle)
    await signed.sign()
    signed_at = clock()
    clock.push(hours=5)
    assert (await signed.check()).signed_at == signed_at


async def test_the_moment_of_a_signature_cannot_be_changed(storage, signed):
    await enrol(storage, a_circle())
    await signed.sign()
    await do(storage, update(heads).values(made_at=heads.c.made_at + 1))
    assert (await signed.check()).faults == ((Fault.FORGED, None),)


async def test_a_new_signing_key_keeps_older_signatures_good(opened, keyring, clock):
    storage = opened()
    await enrol(storage, a_circle())
    await Heads(storage.writer, storage.reader, clock).sign()
    renewed: Keyring = keyring.with_new_version(Purpose.DIARY)
    storage.keys.follow(renewed)
    signed = Heads(storage.writer, storage.reader, clock)
    assert (await signed.check()).faults == ()
    await signed.sign()
    assert (await signed.check()).faults == ()


async def test_a_line_of_one_person_does_not_fit_into_anothers_chain():
    one, two = PersonId(bytes(16)), PersonId(bytes([1] * 16))
    assert linked(START, b"r", one, 1, b"s") != linked(START, b"r", two, 1, b"s")
    assert linked(START, b"r", one, 1, b"s") != linked(START, b"r", one, 2, b"s")
    assert linked(START, b"r", one, 1, b"s") != linked(b"x" * 32, b"r", one, 1, b"s")
