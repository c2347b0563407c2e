"""What is said reaches the right conversation; what must not count changes nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from telegram import Update

from handlers.context import By, Route, say
from handlers.patience import ANSWERS_A_CHAT, ANSWERS_A_SPAN, SPAN, Patience
from handlers.router import UNSAID_AFTER, hear
from handlers.stranger import DULL
from rules.people import Role
from storage.deed import NOTHING, Deed, EndTalk, Invite, KeepHouse, KeepPerson, Talk, Unsay, UseUp
from storage.persons import Address, BotId, ChatId, Dialogue, Invitation, Standing

BOT = BotId(4242)


def heard_as(name, *, passes=False):
    """A conversation that says under which name it was called, and with what."""

    async def conversation(hearing):
        if passes:
            return None
        return hearing.answer(say("notice-plain", name=name, rest=hearing.rest, arg=hearing.arg))

    return conversation


def route(role, by, name, *, called=None, passes=False, **how):
    return Route(role, by, name, heard_as(called or name, passes=passes), **how)


ROUTES = (
    route(Role.DEFENDER, By.WORD, "note", always=True),
    route(Role.DEFENDER, By.WORD, "help", always=True, at_once=True),
    route(Role.DEFENDER, By.WORD, "break"),
    route(Role.DEFENDER, By.STEP, "break", called="break-step"),
    route(Role.DEFENDER, By.STEP, "break-until", called="break-until-step"),
    route(Role.DEFENDER, By.STEP, "shy", passes=True),
    route(Role.DEFENDER, By.BUTTON, "keep"),
    route(Role.CONTACT, By.WORD, "seen"),
    route(Role.CONTACT, By.BUTTON, "seen"),
    route(Role.COORDINATOR, By.COMMAND, "take", always=True),
    route(Role.COORDINATOR, By.COMMAND, "help", called="office-help"),
    route(Role.COORDINATOR, By.ANYTHING, "", called="office-anything"),
    route(None, By.WORD, "language"),
    route(None, By.LINK, "defender", called="link-defender"),
    route(None, By.LINK, "moving", called="link-moving"),
    route(None, By.STEP, "enrol", called="enrol-step"),
)


def called(deed):
    """Under which names the conversations were called."""
    return [words.args.get("name", words.id) for reply in deed.replies for words in reply.words]


def rest(deed):
    return deed.replies[0].words[0].args["rest"]


async def talks(house, chat, step, **data):
    address = Address(BOT, ChatId(chat))
    dialogue = Dialogue(
        address=address, step=step, data=data, expires_at=house.now + timedelta(minutes=30)
    )
    await house.storage.journal.record(Deed(changes=(Talk(dialogue),)))


# --- Strangers -----------------------------------------------------------------------------------

STRANGE = [
    "hello",
    "/start",
    "/start wrong-token",
    "/start " + "a" * 64,
    "/start a b",
    "/help",
    "1",
    "sos",
    "open",
    "take 12",
    "123456",
    "!" * 4000,
]


@pytest.mark.parametrize("text", STRANGE)
async def test_a_stranger_gets_the_same_dull_answer_to_everything(house, text):
    deed = await house.hears(666, text, routes=ROUTES)

    assert called(deed) == ["stranger-not-in-use"]
    assert deed == replace(NOTHING, replies=deed.replies)


async def test_what_is_no_text_gets_a_stranger_the_same_answer(house):
    for more in ({"photo": []}, {"sticker": None}, {"location": {"latitude": 1, "longitude": 2}}):
        deed = await house.hears(666, "", routes=ROUTES, **more)
        assert called(deed) == ["stranger-not-in-use"]
        house.passes(hours=2)


@pytest.mark.parametrize("dull", DULL)
async def test_the_operator_chooses_which_dull_answer_everybody_gets(house, dull):
    kept = await house.storage.readings.house()
    await house.storage.journal.record(Deed(changes=(KeepHouse(replace(kept, stranger=dull)),)))

    assert called(await house.hears(666, "hello")) == [f"stranger-{dull}"]
    assert called(await house.hears(667, "/start nothing")) == [f"stranger-{dull}"]


async def test_a_bare_start_gets_everybody_the_same_answer(house):
    await house.defender(chat=100)

    known = await house.hears(100, "/start", routes=ROUTES)
    strange = await house.hears(666, "/start", routes=ROUTES)

    assert called(known) == called(strange) == ["stranger-not-in-use"]


async def test_a_stranger_who_goes_on_and_on_is_answered_no_more_for_a_while(house):
    answers = [bool((await house.hears(666, "hello")).replies) for _ in range(10)]
    assert answers == [True] * ANSWERS_A_CHAT + [False] * (10 - ANSWERS_A_CHAT)

    assert (await house.hears(667, "hello")).replies, "another chat is another matter"
    house.passes(seconds=SPAN.total_seconds())
    assert (await house.hears(666, "hello")).replies


def test_many_strangers_together_are_answered_so_often_and_remembered_in_little():
    patience, now = Patience(), datetime(2026, 11, 23, tzinfo=UTC)

    given = sum(patience.allows(chat, now) for chat in range(20_000))

    assert given == ANSWERS_A_SPAN
    assert len(patience.by_chat) <= ANSWERS_A_SPAN


async def test_somebody_who_has_left_is_a_stranger(house):
    mina = await house.defender(chat=100)
    await house.keeps(replace(await house.storage.readings.person(mina.id), standing=Standing.LEFT))

    assert called(await house.hears(100, "1", routes=ROUTES)) == ["stranger-not-in-use"]


# --- Links ---------------------------------------------------------------------------------------


async def invited(house, token="good-token", **how):
    how = {"role": Role.DEFENDER, "inviter": None, "number": "4821"} | how
    invitation = Invitation(
        digest=house.storage.stamps.digest(token),
        expires_at=house.now + timedelta(hours=48),
        **how,
    )
    await house.storage.journal.record(Deed(changes=(Invite(invitation),)))
    return invitation


async def test_a_good_link_opens_its_conversation_and_is_unsaid_at_once(house):
    await invited(house)

    deed = await house.hears(555, "/start good-token", routes=ROUTES)

    assert called(deed) == ["link-defender"]
    assert deed.unsays == (Unsay(Address(BOT, ChatId(555)), (1,), house.now),)


async def test_a_link_for_somebody_already_here_is_about_moving(house):
    mina = await house.defender()
    await invited(house, person=mina.id)

    assert called(await house.hears(555, "/start good-token", routes=ROUTES)) == ["link-moving"]


async def test_a_link_that_is_used_or_expired_or_misspelt_tells_nothing(house):
    invitation = await invited(house)
    late = await invited(house, token="late-token")
    await house.storage.journal.record(Deed(changes=(UseUp(invitation),)))

    for token in ("good-token", "good-tokem", "Good-Token", late.number):
        assert called(await house.hears(555, f"/start {token}", routes=ROUTES)) == [
            "stranger-not-in-use"
        ]
        house.passes(hours=1)
    house.passes(hours=48)
    deed = await house.hears(555, "/start late-token", routes=ROUTES)
    assert called(deed) == ["stranger-not-in-use"]
    assert deed.unsays == ()


async def test_somebody_in_the_middle_of_joining_is_heard_though_they_are_nobody_yet(house):
    await talks(house, 555, "enrol-number")

    assert called(await house.hears(555, "yes", routes=ROUTES)) == ["enrol-step"]
    assert called(await house.hears(555, "sprache", routes=ROUTES)) == ["enrol-step"]


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
