"""What is typed or pressed reaches the right conversation, whatever question is open."""

from dataclasses import replace

import pytest

from handlers.router import UNSAID_AFTER
from rules.people import Role
from storage.deed import NOTHING, Deed, EndTalk, Unsay
from storage.persons import Address, ChatId
from tests.handlers.router.routes import BOT, ROUTES, called, rest, talks

# --- Words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["1", "\u06f1", "note", "NOTE.", "/1"])
async def test_a_defender_notes_by_digit_and_by_word(house, text):
    await house.defender(chat=100)

    deed = await house.hears(100, text, routes=ROUTES)

    assert called(deed) == (["not-understood"] if text == "/1" else ["note"])


async def test_what_they_sent_is_unsaid_soon_and_a_call_for_help_at_once(house):
    await house.defender(chat=100)
    address = Address(BOT, ChatId(100))

    note = await house.hears(100, "1", routes=ROUTES)
    cry = await house.hears(100, "help me", routes=ROUTES)

    assert note.unsays == (Unsay(address, (1,), house.now + UNSAID_AFTER),)
    assert cry.unsays == (Unsay(address, (3,), house.now),)


async def test_what_follows_the_word_goes_along(house):
    await house.defender(chat=100)

    assert rest(await house.hears(100, "3 Fri 20:00", routes=ROUTES)) == "Fri 20:00"


async def test_a_one_is_a_note_for_whoever_sends_notes_and_an_answer_for_a_contact(house):
    mina = await house.defender(chat=100)
    await house.contact(mina, chat=200)

    assert called(await house.hears(100, "1", routes=ROUTES)) == ["note"]
    assert called(await house.hears(200, "1", routes=ROUTES)) == ["seen"]


async def test_help_is_a_cry_from_a_defender_also_when_they_are_of_the_office(house):
    bea = await house.coordinator(chat=300)
    assert called(await house.hears(300, "help", routes=ROUTES)) == ["office-help"]

    bea = await house.storage.readings.person(bea.id)
    await house.keeps(replace(bea, roles=bea.roles | {Role.DEFENDER}))
    assert called(await house.hears(300, "help", routes=ROUTES)) == ["help"]
    assert called(await house.hears(300, "/help", routes=ROUTES)) == ["office-help"]


@pytest.mark.parametrize("text", ["take 12", "/take 12", "/TAKE@quiet_notes_bot 12", "Take ١٢"])
async def test_the_office_commands_with_and_without_a_slash(house, text):
    await house.coordinator(chat=300)

    deed = await house.hears(300, text, routes=ROUTES)

    assert called(deed) == ["take"]
    assert rest(deed) == "12"


async def test_a_command_of_the_office_is_nothing_in_another_mouth(house):
    mina = await house.defender(chat=100)
    await house.contact(mina, chat=200)

    for chat in (100, 200):
        deed = await house.hears(chat, "/take 12", routes=ROUTES)
        assert called(deed) == ["not-understood"]
        assert deed.happenings == deed.changes == ()


async def test_what_is_not_understood_is_said_so_or_heard_by_who_hears_anything(house):
    await house.defender(chat=100)
    await house.coordinator(chat=300)

    assert called(await house.hears(100, "hm?", routes=ROUTES)) == ["not-understood"]
    assert called(await house.hears(100, "", routes=ROUTES, photo=[])) == ["only-typed"]
    assert called(await house.hears(300, "hm?", routes=ROUTES)) == ["office-anything"]


# --- Questions -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "text", "by"),
    [
        ("break-until", "18:30", "break-until-step"),
        ("break-until", "1", "break-until-step"),
        ("break-sure", "yes", "break-step"),
        ("breakfast", "18:30", "not-understood"),
        ("break-until", "note", "note"),
        ("break-until", "note the hour", "break-until-step"),
        ("break-until", "sos", "help"),
        ("break-until", "help me they are here", "help"),
        ("shy", "3", "break"),
        ("shy", "18:30", "not-understood"),
    ],
)
async def test_an_open_question_hears_digits_but_never_keeps_a_cry_from_being_heard(
    house, step, text, by
):
    await house.defender(chat=100)
    await talks(house, 100, step)

    assert called(await house.hears(100, text, routes=ROUTES)) == [by]


async def test_an_unanswered_question_is_forgotten(house):
    await house.defender(chat=100)
    await talks(house, 100, "break-until")
    house.passes(minutes=31)

    assert called(await house.hears(100, "1", routes=ROUTES)) == ["note"]


async def test_a_question_that_is_over_is_over(house):
    await house.defender(chat=100)
    await talks(house, 100, "break-until")
    await house.storage.journal.record(Deed(changes=(EndTalk(Address(BOT, ChatId(100))),)))

    assert called(await house.hears(100, "1", routes=ROUTES)) == ["note"]


# --- Buttons -------------------------------------------------------------------------------------


async def test_a_button_is_heard_with_what_it_carries(house):
    mina = await house.defender(chat=100)
    await house.contact(mina, chat=200)

    deed = await house.feels(200, "seen:abc:d", routes=ROUTES)

    assert called(deed) == ["seen"]
    assert deed.replies[0].words[0].args["arg"] == "abc:d"
    assert deed.unsays == ()


async def test_a_forged_or_borrowed_button_does_nothing(house):
    mina = await house.defender(chat=100)
    await house.contact(mina, chat=200)
    borrowed = house.rooms.stamps.stamp(Address(BOT, ChatId(100)), "seen:abc")

    for data in ("seen:abc", "", borrowed, borrowed[:-1], "x" * 64):
        assert await house.feels(200, data, stamped=False, routes=ROUTES) == NOTHING


async def test_a_button_for_somebody_else_does_nothing(house):
    await house.defender(chat=100)

    assert await house.feels(100, "seen:abc", routes=ROUTES) == NOTHING
    assert await house.feels(100, "no-such-verb", routes=ROUTES) == NOTHING


async def test_a_stranger_who_presses_an_old_button_gets_the_dull_answer(house):
    assert called(await house.feels(666, "seen:abc", routes=ROUTES)) == ["stranger-not-in-use"]
