"""People act as they can in their clients, and the record says what was really heard."""

import asyncio

import pytest
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import ParseMode

from simulator.people import Impossible, NothingHeard

OPEN = InlineKeyboardMarkup([[InlineKeyboardButton("Open", callback_data="o:1")]])


async def test_start_with_a_deep_link_brings_its_payload(bot, mina):
    await mina.opens_link("https://t.me/notes_bot?start=INV-abc_1")
    message = (await bot.get_updates())[0].message
    assert message.text == "/start INV-abc_1"
    assert (message.entities[0].type, message.entities[0].length) == ("bot_command", 6)
    assert message.from_user.language_code == "fa"


async def test_scheduled_forwarded_via_bot_and_edited_messages_are_marked(bot, mina):
    await mina.says("1", scheduled=True)
    await mina.says("1", forwarded=True)
    await mina.says("1", via_bot="helper_bot")
    own = await mina.says("2")
    await mina.edits(own["message_id"], "1")
    await mina.says("1", edited=True)
    scheduled, forwarded, via, plain, edited, alone = await bot.get_updates()
    assert scheduled.message.is_from_offline
    assert forwarded.message.forward_origin.sender_user.id == 7
    assert via.message.via_bot.username == "helper_bot"
    assert plain.message.text == "2"
    assert edited.edited_message.text == "1"
    assert edited.edited_message.message_id == own["message_id"]
    assert alone.edited_message.text == "1"


async def test_a_message_can_be_dated_and_carry_anything_the_schema_knows(stand, bot, mina):
    an_hour_ago = (await stand.now()).timestamp() - 3600
    await mina.says("", more={"location": {"latitude": 38.5, "longitude": 68.8}})
    await mina.says("late", date=an_hour_ago)
    place, late = await bot.get_updates()
    assert place.message.location.latitude == 38.5
    assert late.message.date.timestamp() == an_hour_ago
    with pytest.raises(Impossible, match="unknown field"):
        await mina.says("x", more={"locution": 1})
    with pytest.raises(Impossible, match="1 to 4096"):
        await mina.says("x" * 4097)


async def test_a_tap_brings_the_button_and_its_answer_comes_back(stand, bot, mina):
    await mina.opens_link("")
    await bot.send_message(7, "For you", reply_markup=OPEN)
    tapped = await mina.taps("Open")
    query = (await bot.get_updates())[-1].callback_query
    assert (query.data, query.message.text, query.from_user.id) == ("o:1", "For you", 7)
    await query.answer("Seen", show_alert=True)
    told = await stand.ask("tap", callback_query_id=tapped["callback_query_id"])
    assert told == {"answered": True, "text": "Seen", "alert": True}
    with pytest.raises(Impossible, match="no button"):
        await mina.taps("Close")


async def test_a_forged_tap_carries_what_no_button_has(bot, mina):
    await mina.opens_link("")
    sent = await bot.send_message(7, "For you", reply_markup=OPEN)
    await bot.delete_message(7, sent.message_id)
    await mina.forges_tap(sent.message_id, "take:99")
    query = (await bot.get_updates())[-1].callback_query
    assert query.data == "take:99"
    assert not query.message.is_accessible


async def test_the_reply_keyboard_comes_is_pressed_and_goes(bot, mina):
    await mina.opens_link("")
    keys = ReplyKeyboardMarkup([["1 note"], ["2 help", "3 break"]], input_field_placeholder="1")
    await bot.send_message(7, "Hello", reply_markup=keys)
    phone = await mina.sees()
    assert (phone.keyboard, phone.placeholder) == ([["1 note"], ["2 help", "3 break"]], "1")
    await mina.presses("2 help")
    assert (await bot.get_updates())[-1].message.text == "2 help"
    with pytest.raises(Impossible, match="no key"):
        await mina.presses("4 trip")
    await bot.send_message(7, "Done", reply_markup=ReplyKeyboardRemove())
    assert (await mina.sees()).keyboard == []


async def test_a_one_time_keyboard_hides_once_used(bot, mina):
    await mina.opens_link("")
    keys = ReplyKeyboardMarkup([["Yes"]], one_time_keyboard=True)
    await bot.send_message(7, "?", reply_markup=keys)
    await mina.presses("Yes")
    assert (await mina.sees()).keyboard == []


async def test_the_phone_shows_what_is_silent_protected_changed_and_deleted(bot, mina):
    await mina.opens_link("")
    first = await bot.send_message(7, "For you", disable_notification=True, reply_markup=OPEN)
    await bot.edit_message_text("Words", 7, first.message_id)
    second = await bot.send_message(7, "Noted", protect_content=True)
    await bot.delete_message(7, second.message_id)
    await bot.set_message_reaction(7, 1, "👍")
    phone = await mina.sees()
    assert [m.text for m in phone.from_bot] == ["Words"]
    assert (phone.from_bot[0].silent, phone.from_bot[0].edited) == (True, True)
    assert phone.from_bot[0].buttons == []
    assert [(m.text, m.protected, m.deleted_by) for m in phone.deleted] == [("Noted", True, "bot")]
    assert phone.messages[0].reaction == ["👍"]


async def test_block_and_unblock_reach_the_bot(bot, mina):
    await mina.opens_link("")
    await mina.blocks()
    await mina.blocks()
    with pytest.raises(Impossible, match="blocked"):
        await mina.says("x")
    await mina.opens_link("again")
    statuses = [
        (u.my_chat_member.old_chat_member.status, u.my_chat_member.new_chat_member.status)
        for u in await bot.get_updates()
        if u.my_chat_member
    ]
    assert statuses == [("member", "kicked"), ("kicked", "member")]


async def test_html_and_entities_are_shown_as_text(bot, mina):
    await mina.opens_link("")
    text = "سلام <b>دوست &amp; یار</b> 👋 <tg-spoiler>x</tg-spoiler> /help"
    sent = await bot.send_message(7, text, parse_mode=ParseMode.HTML)
    assert sent.text == "سلام دوست & یار 👋 x /help"
    assert {e.type: t for e, t in sent.parse_entities().items()} == {
        "bold": "دوست & یار",
        "spoiler": "x",
        "bot_command": "/help",
    }


async def test_the_record_tells_what_was_said_and_done(stand, bot, mina):
    await mina.opens_link("x")
    sent = await bot.send_message(7, "For you", reply_markup=OPEN, disable_notification=True)
    await mina.taps("Open")
    await bot.edit_message_text("Words", 7, sent.message_id)
    await bot.delete_message(7, sent.message_id)
    await mina.deletes()
    entries = await stand.record()
    assert [(e["direction"], e["method"], e["by"], e["text"]) for e in entries] == [
        ("in", "say", "person", "/start x"),
        ("out", "sendMessage", "bot", "For you"),
        ("in", "tap", "person", "Open"),
        ("edit", "editMessageText", "bot", "Words"),
        ("delete", "deleteMessage", "bot", "Words"),
        ("delete", "delete", "person", "/start x"),
    ]
    assert entries[1]["buttons"] == [["Open"]]
    assert entries[1]["silent"] is True
    assert {(e["person"], e["chat_id"], e["bot"]) for e in entries} == {("Mina", 7, bot.id)}
    assert [e["n"] for e in entries] == [1, 2, 3, 4, 5, 6]
    assert await stand.record(since=4) == entries[4:]


async def test_one_can_wait_to_hear_something(stand, bot, mina):
    await mina.opens_link("")
    listening = asyncio.create_task(mina.hears("Noted", within=60))
    await asyncio.sleep(0.05)
    await bot.send_message(7, "Hello")
    await bot.send_message(7, "Noted 09:00")
    assert (await listening)["text"] == "Noted 09:00"
    with pytest.raises(NothingHeard, match="Noted 09:00"):
        await mina.hears("Goodbye", within=0.1)


async def test_calls_are_listed_without_the_token(stand, bot, mina):
    await mina.opens_link("")
    await bot.send_message(7, "Hello")
    calls = await stand.calls()
    assert [(c["method"], c["bot"], c["status"]) for c in calls] == [
        ("getMe", bot.id, 200),
        ("sendMessage", bot.id, 200),
    ]
    assert "secret" not in str(calls) + str(await stand.ask("bots"))


async def test_quiet_waits_until_all_is_confirmed(stand, bot, mina):
    sent = await mina.says("hello")
    assert not await stand.quiet(0.02, within=0.1)
    await bot.get_updates(offset=sent["update_id"] + 1)
    assert await stand.quiet(0.02, within=60)


async def test_groups_hear_and_are_heard(stand, bot, mina):
    await stand.tell("groups", id=-5, title="Circle", members=[7])
    await mina.says("/hello all", chat=-5)
    message = (await bot.get_updates())[0].message
    assert (message.chat.id, message.chat.type, message.from_user.id) == (-5, "group", 7)
    await bot.send_message(-5, "hello")
    assert await bot.leave_chat(-5)


async def test_the_keys_go_with_the_message_that_brought_them_and_with_no_other(bot, mina):
    """TDLib: reply_markup_message_id; Telegram Desktop: History::clearLastKeyboard."""
    await mina.opens_link("")
    keys = ReplyKeyboardMarkup([["1 note"]], is_persistent=True)
    first = await bot.send_message(7, "Noted", reply_markup=keys)
    second = await bot.send_message(7, "Noted again", reply_markup=keys)
    await bot.delete_message(7, first.message_id)
    assert (await mina.sees()).keyboard == [["1 note"]]
    await bot.delete_message(7, second.message_id)
    assert (await mina.sees()).keyboard == []
    third = await bot.send_message(7, "Noted", reply_markup=keys)
    await mina.deletes(third.message_id)
    assert (await mina.sees()).keyboard == []
