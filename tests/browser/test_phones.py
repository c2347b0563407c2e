"""Each phone on the page is a chat with Telegram's manners."""

import pytest
from playwright.async_api import expect

from tests.browser.sitting import inline, keyboard

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.slow]


async def test_she_presses_start_and_writes_and_sees_that_the_bot_has_read_it(room):
    mina = await room.stand.person(7, "Mina")
    await mina.sees()
    phone = room.phone("Mina")

    await phone.tool("Start").click()
    await phone.says("good evening")

    said = await phone.hears("good evening")
    await expect(said.get_by_role("img", name="Sent")).to_be_visible()
    heard = [one["message"]["text"] for one in await room.bot_hears(2)]
    assert heard == ["/start", "good evening"]
    await expect(said.get_by_role("img", name="Read")).to_be_visible()


async def test_a_key_writes_its_label(room):
    mina = await room.somebody("Mina")
    phone = room.phone("Mina")
    await room.bot_says(mina, "Which?", reply_markup=keyboard(["1 note", "2 help"]))

    await phone.key("2 help").click()

    await phone.hears("2 help")
    assert [one["message"]["text"] for one in await room.bot_hears()] == ["2 help"]


async def test_a_tap_waits_for_the_bot_and_shows_its_answer(room):
    mina = await room.somebody("Mina")
    phone = room.phone("Mina")
    number = await room.bot_says(mina, "Who takes it?", reply_markup=inline(["Take", "Not me"]))

    await phone.button("Take").click()
    await expect(phone.button("Take")).to_have_attribute("aria-busy", "true")
    (update,) = await room.bot_hears()
    query = update["callback_query"]
    await room.call("answerCallbackQuery", callback_query_id=query["id"], text="It is yours")
    await room.call("editMessageText", chat_id=mina.id, message_id=number, text="Taken")

    assert query["data"] == "Take"
    await expect(phone.whole.get_by_text("It is yours")).to_be_visible()
    await expect(phone.messages.last).to_contain_text("Taken")
    await expect(phone.messages.last).to_contain_text("edited")
    await expect(phone.button("Take")).to_have_count(0)


async def test_what_the_bot_deletes_goes_and_the_back_can_show_it(room):
    mina = await room.somebody("Mina")
    phone = room.phone("Mina")
    number = await room.bot_says(mina, "Read and forget")
    await phone.hears("Read and forget")

    await room.call("deleteMessage", chat_id=mina.id, message_id=number)

    await expect(phone.messages.filter(has_text="Read and forget")).to_have_count(0)
    await phone.tool("Turn the phone over").click()
    await phone.whole.get_by_label("Show what was deleted").check()
    await phone.whole.get_by_role("button", name="Turn to the front").click()
    gone = await phone.hears("Read and forget")
    await expect(gone).to_contain_text("deleted by")


async def test_whoever_cannot_see_a_new_message_is_told_of_it(room):
    mina = await room.somebody("Mina")
    phone = room.phone("Mina")
    await phone.hears("/start")

    number = await room.bot_says(mina, "A note, by 20:00.")
    told = phone.whole.get_by_role("log")
    await expect(told).to_have_text("Notes: A note, by 20:00.")
    await room.call("editMessageText", chat_id=mina.id, message_id=number, text="Noted.")

    await expect(told).to_have_text("Notes changed a message: Noted.")


async def test_one_sees_the_bot_typing_until_it_has_spoken(room):
    mina = await room.somebody("Mina")
    phone = room.phone("Mina")
    await phone.hears("/start")

    await room.call("sendChatAction", chat_id=mina.id, action="typing")
    await expect(phone.status).to_have_text("typing…")
    await room.bot_says(mina, "Here I am")

    await expect(phone.status).to_have_text("bot")


async def test_she_stops_the_bot_and_takes_it_back(room):
    mina = await room.somebody("Mina")
    phone = room.phone("Mina")
    await phone.menu("Stop and block the bot")
    await phone.tool("Stop and block").click()

    await expect(phone.status).to_have_text("bot was stopped")
    refused = await room.http.post("/sendMessage", json={"chat_id": mina.id, "text": "Hello?"})
    assert refused.json()["description"] == "Forbidden: bot was blocked by the user"
    await phone.tool("Unblock").click()

    await expect(phone.status).to_have_text("bot")
    await room.bot_says(mina, "Hello again")
    await phone.hears("Hello again")


async def test_what_is_written_from_right_to_left_is_shown_so(room):
    nasrin = await room.somebody("نسرین", language="fa")
    phone = room.phone("نسرین")
    keys = keyboard(["یادداشت", "کمک"])
    await room.bot_says(nasrin, "سلام. این شماره را بگویید: 4821", reply_markup=keys)
    await phone.says("بله")

    await room.bot_says(nasrin, "Good evening")

    direction = "e => getComputedStyle(e).direction"
    text = phone.messages.locator(".text")
    assert await text.filter(has_text="سلام").evaluate(direction) == "rtl"
    assert await text.filter(has_text="بله").evaluate(direction) == "rtl"
    await phone.hears("Good evening")
    assert await text.filter(has_text="Good evening").evaluate(direction) == "ltr"
    assert await phone.key("یادداشت").evaluate(direction) == "rtl"
    # Telegram knows no order of keys from right to left: they stand as they were sent.
    first = await phone.key("یادداشت").bounding_box()
    second = await phone.key("کمک").bounding_box()
    assert first["x"] < second["x"]


async def test_a_message_in_two_scripts_keeps_its_number_together(room):
    nasrin = await room.somebody("نسرین", language="fa")
    await room.bot_says(nasrin, "تا ساعت 20:00 بنویسید")

    said = await room.phone("نسرین").hears("20:00")

    assert "20:00" in await said.locator(".text").inner_text()


async def test_without_a_slot_everybody_with_a_chat_has_a_phone_in_order_of_coming(room):
    await room.somebody("Mina", 9)
    await room.somebody("Amir", 8)

    headings = room.page.locator("#phones").get_by_role("heading", level=2)
    await expect(headings).to_have_text(["Mina", "Amir"])

    await room.stand.tell("slots", name="phones", content=[{"person": 8, "role": "contact"}])
    await expect(headings).to_have_text(["Amir"])
    await expect(room.phone("Amir").whole).to_contain_text("contact")
