"""What must not count changes nothing; a chat that closes and opens is no sign either."""

from dataclasses import replace
from datetime import timedelta

import pytest
from telegram import Update

from handlers.context import By, Route
from handlers.router import hear
from rules.people import Role
from storage.deed import NOTHING, Deed, KeepPerson
from storage.persons import Address, ChatId
from tests.handlers.router.routes import BOT, ROUTES, called

# --- What never counts ---------------------------------------------------------------------------

ORIGIN = {"type": "hidden_user", "sender_user_name": "X", "date": 1_700_000_000}


SECOND_HAND = [
    {"edit_date": 1_700_000_000},
    {"forward_origin": ORIGIN},
    {"is_from_offline": True},
    {"via_bot": {"id": 5, "is_bot": True, "first_name": "Other", "username": "otherbot"}},
]


@pytest.mark.parametrize("how", SECOND_HAND)
async def test_an_edited_forwarded_scheduled_or_passed_on_note_is_no_sign_of_life(house, how):
    await house.defender(chat=100)

    deed = await house.hears(100, "1", routes=ROUTES, **how)

    assert called(deed) == ["type-it-new"]
    assert deed.happenings == deed.changes == ()


async def test_an_edit_is_no_sign_of_life_whatever_it_says(house):
    await house.defender(chat=100)
    message = {
        "message_id": 9,
        "date": int(house.now.timestamp()),
        "edit_date": int(house.now.timestamp()),
        "chat": {"id": 100, "type": "private"},
        "from": {"id": 100, "is_bot": False, "first_name": "Somebody"},
    }
    edited = {"edited_message": {**message, "text": "1"}}
    moved = {"edited_message": {**message, "location": {"latitude": 1.0, "longitude": 2.0}}}

    assert called(await house.gets(edited, 100, routes=ROUTES)) == ["type-it-new"]
    assert called(await house.gets(moved, 100, routes=ROUTES)) == []
    assert await house.gets(edited, 666, routes=ROUTES) == NOTHING


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_in_a_group_nothing_is_said_and_nothing_counts(house, kind):
    await house.defender(chat=100)
    chat = {"id": -100, "type": kind, "title": "Group"}

    assert await house.hears(100, "1", routes=ROUTES, chat=chat) == NOTHING
    assert await house.hears(100, "/start", routes=ROUTES, chat=chat) == NOTHING


async def test_another_bot_is_nobody(house):
    robot = {"id": 100, "is_bot": True, "first_name": "Robot"}
    await house.defender(chat=100)

    assert await house.hears(100, "1", routes=ROUTES, **{"from": robot}) == NOTHING


UNKNOWN_UPDATES = [
    {},
    {"poll": {"id": "1", "question": "?", "options": [], "total_voter_count": 0,
              "is_closed": True, "is_anonymous": True, "type": "regular",
              "allows_multiple_answers": False, "allows_revoting": False,
              "members_only": False}},
    {"callback_query": {"id": "1", "from": {"id": 100, "is_bot": False, "first_name": "S"},
                        "chat_instance": "1", "data": "note", "inline_message_id": "x"}},
    {"inline_query": {"id": "1", "from": {"id": 100, "is_bot": False, "first_name": "S"},
                      "query": "1", "offset": ""}},
]  # fmt: skip


@pytest.mark.parametrize("raw", UNKNOWN_UPDATES)
async def test_what_nobody_said_changes_nothing(house, raw):
    await house.defender(chat=100)

    assert await house.gets(raw, 100, routes=ROUTES) == NOTHING


async def test_a_note_counts_for_when_telegram_received_it_and_a_button_for_its_poll(house):
    heard = []

    async def listen(hearing):
        heard.append((hearing.at, hearing.now))
        return NOTHING

    routes = (
        Route(Role.DEFENDER, By.WORD, "note", listen),
        Route(Role.DEFENDER, By.BUTTON, "note", listen),
    )
    await house.defender(chat=100)
    sent = house.now - timedelta(hours=3)
    await house.hears(100, "1", routes=routes, date=int(sent.timestamp()))
    polled = house.now
    raw = Update.de_json(
        {
            "update_id": 5,
            "callback_query": {
                "id": "1",
                "from": {"id": 100, "is_bot": False, "first_name": "S"},
                "chat_instance": "1",
                "data": house.rooms.stamps.stamp(Address(BOT, ChatId(100)), "note"),
                "message": {"message_id": 1, "date": 0, "chat": {"id": 100, "type": "private"}},
            },
        },
        None,
    )
    visitor = await house.storage.readings.visitor(Address(BOT, ChatId(100)))
    house.passes(minutes=7)
    await hear(raw, visitor, house.rooms, polled, routes=routes)

    assert heard == [(sent, polled), (polled, house.now)]


# --- A chat that closes and opens ----------------------------------------------------------------


def turned(chat, status):
    user = {"id": BOT, "is_bot": True, "first_name": "Quiet notes", "username": "quiet_notes_bot"}
    member = {"user": user, "status": status}
    if status == "kicked":
        member["until_date"] = 0
    return {
        "my_chat_member": {
            "chat": {"id": chat, "type": "private"},
            "from": {"id": chat, "is_bot": False, "first_name": "Somebody"},
            "date": 1_700_000_000,
            "old_chat_member": {"user": user, "status": "member"},
            "new_chat_member": member,
        }
    }


async def test_blocking_is_no_alarm_the_office_hears_and_a_later_message_opens_the_chat(house):
    mina = await house.defender(chat=100)
    bea = await house.coordinator(chat=300)

    await house.gets(turned(100, "kicked"), 100)

    assert await house.alarms() == []
    gone = await house.storage.readings.person(mina.id)
    assert not gone.chats[0].reachable
    assert "subject-unreachable" in [
        str(one.act.kind) for one in await house.tells() if one.reader == bea.id
    ]

    deed = await house.hears(100, "1", routes=ROUTES)
    back = await house.storage.readings.person(mina.id)
    assert called(deed) == ["note"]
    assert back.chats[0].reachable


async def test_a_restored_chat_does_not_cross_what_the_conversation_writes(house):
    async def rename(hearing):
        return Deed(changes=(KeepPerson(replace(hearing.person, nick="Minu")),))

    mina = await house.defender(chat=100)
    await house.gets(turned(100, "kicked"), 100)
    await house.hears(100, "1", routes=(Route(Role.DEFENDER, By.WORD, "note", rename),))

    back = await house.storage.readings.person(mina.id)
    assert back.nick == "Minu"
    assert back.chats[0].reachable


async def test_a_contact_who_blocks_is_marked_with_the_one_who_named_them(house):
    mina = await house.defender(chat=100)
    await house.contact(mina, chat=200)

    await house.gets(turned(200, "kicked"), 200)
    owner = await house.storage.readings.person(mina.id)
    assert not owner.contacts[0].reachable

    await house.gets(turned(200, "member"), 200)
    owner = await house.storage.readings.person(mina.id)
    assert owner.contacts[0].reachable


async def test_a_stranger_who_blocks_is_nobody(house):
    assert await house.gets(turned(666, "kicked"), 666) == NOTHING
    assert await house.gets(turned(666, "member"), 666) == NOTHING
