"""A damaged row costs what stands in it and nothing else: no end, no card, no chat, no key."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from sealing.cards import new_code
from sealing.keyring import Purpose
from storage.deed import Deed, DropCards, MakeCards, Talk
from storage.persons import Dialogue
from storage.tables import cards, dialogues, diary, notices, people
from tests.storage.circle import a_circle, enrol
from tests.storage.evenings import check_in, fall_silent

SPOILT = b"\x01\x00\x01" + bytes(97)  # names a key that is held, and does not open under it


async def spoil(storage, table, *where, **columns):
    spoilt = update(table).where(*where).values(**columns)
    assert await storage.writer.do(lambda tx: tx.connection.execute(spoilt).rowcount)


async def test_a_note_ends_an_alarm_though_a_word_of_it_is_damaged(storage, clock, caplog):
    circle = a_circle()
    await enrol(storage, circle)
    alarm = await fall_silent(storage, circle, clock)
    await spoil(storage, notices, notices.c.alarm_id == alarm.id, sealed_notice=SPOILT)

    await check_in(storage, circle)
    assert await storage.readings.open_alarms() == ()
    assert "notice-unreadable" in caplog.text


async def test_a_damaged_card_is_unknown_and_goes_with_the_next_ones(storage, circle, clock):
    codes = new_code(), new_code(), new_code()
    amina = circle.amina.id
    made = MakeCards(amina, b"a" * 16, codes[:1], codes[1:2])
    await storage.journal.record(Deed(changes=(made,)))
    await spoil(storage, cards, sealed_card=SPOILT)

    assert await storage.readings.card(codes[0]) is None
    anew = MakeCards(amina, b"b" * 16, codes[2:], ())
    await storage.journal.record(Deed(changes=(anew, DropCards(amina, b"b" * 16))))
    assert await storage.readings.cards_left(amina) == 1
    assert (await storage.readings.card(codes[2])).person == amina


async def test_a_damaged_step_of_a_conversation_ends_it_and_she_is_heard(storage, circle, clock):
    address = circle.amina.chats[0].address
    later = clock() + timedelta(hours=1)
    step = Dialogue(address=address, step="break-until", expires_at=later)
    await storage.journal.record(Deed(changes=(Talk(step),)))
    await spoil(storage, dialogues, sealed_step=SPOILT)

    visitor = await storage.readings.visitor(address)
    assert (visitor.person.id, visitor.dialogue) == (circle.amina.id, None)
    await storage.journal.record(Deed(changes=(Talk(step),)))
    assert (await storage.readings.visitor(address)).dialogue.step == "break-until"


async def test_a_damaged_line_of_a_diary_hides_no_other(storage, circle, clock):
    await check_in(storage, circle)
    before = await storage.readings.diary(circle.amina.id, 9)
    await check_in(storage, circle)
    newest = diary.c.seq == len(before) + 1
    await spoil(storage, diary, newest, sealed_line=SPOILT)
    assert await storage.readings.diary(circle.amina.id, 9) == before


@pytest.mark.parametrize("column", ["sealed_profile", "sealed_key"])
async def test_whoever_is_damaged_does_not_keep_the_keys_of_the_forgotten(house, keychain, column):
    storage, circle, other = house, a_circle(1), a_circle(2)
    await enrol(storage, circle, other)
    await spoil(storage, people, people.c.id == other.bek.id, **{column: SPOILT})

    await storage.forgetting.forget([circle.amina.id], keychain)
    newest = storage.keys.newest(Purpose.SUBJECTS).version
    if column == "sealed_profile":
        assert set(storage.keys.held(Purpose.SUBJECTS)) == {newest}
    await storage.forgetting.forget([circle.zora.id], keychain)
    # What may still be mended of the damaged one keeps the one key that it names, and no other.
    named = {1} if column == "sealed_key" else set()
    newest = storage.keys.newest(Purpose.SUBJECTS).version
    assert set(storage.keys.held(Purpose.SUBJECTS)) == named | {newest}
