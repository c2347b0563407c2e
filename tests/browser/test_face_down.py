"""A phone that lies face down, one that is looked through, and one in somebody else's hands."""

import pytest
from playwright.async_api import expect

from tests.browser.sitting import keyboard

pytestmark = pytest.mark.asyncio(loop_scope="session")

LONG = "Something to read, please, when you are alone. " * 5


async def test_a_lock_screen_shows_the_first_words_and_whether_they_sound(room, keep_picture):
    mina = await room.somebody("Mina")
    phone = room.phone("Mina")
    await room.bot_says(mina, "Seen before it was laid down")
    await phone.hears("Seen before")
    await phone.tool("Lay face down").click()
    await expect(phone.whole.get_by_text("No notifications")).to_be_visible()

    await room.bot_says(mina, LONG)
    await room.bot_says(mina, "A note, by 20:00.", disable_notification=True)

    await expect(phone.notes).to_have_count(2)
    silent, sounding = phone.notes.nth(0), phone.notes.nth(1)
    await expect(silent).to_contain_text("A note, by 20:00.")
    await expect(silent).to_contain_text("silent")
    await expect(sounding).to_contain_text("Something to read, please")
    await expect(sounding).to_contain_text("…")
    await expect(sounding).to_contain_text("sounds")
    assert LONG.strip() not in await sounding.inner_text()
    await expect(phone.whole.get_by_role("region", name="Chat", exact=True)).to_be_hidden()
    await keep_picture(room.page, "face-down")


async def test_an_edit_notifies_nobody_and_changes_no_notification(room):
    mina = await room.somebody("Mina")
    phone = room.phone("Mina")
    await phone.tool("Lay face down").click()
    number = await room.bot_says(mina, "Something to read, please.")
    await expect(phone.notes).to_have_count(1)

    await room.call("editMessageText", chat_id=mina.id, message_id=number, text="The inner words")
    await room.bot_says(mina, "Later")  # Both were drawn by the time this one is.

    await expect(phone.notes).to_have_count(2)
    await expect(phone.notes.nth(1)).to_contain_text("Something to read, please.")
    await expect(phone.messages.filter(has_text="The inner words")).to_be_hidden()
    await phone.tool("Pick the phone up").click()
    await phone.hears("The inner words")


async def test_what_is_unsaid_vanishes_from_the_lock_screen(room):
    mina = await room.somebody("Mina")
    phone = room.phone("Mina")
    await phone.tool("Lay face down").click()
    number = await room.bot_says(mina, "Something to read, please.")
    await expect(phone.notes).to_have_count(1)

    await room.call("deleteMessage", chat_id=mina.id, message_id=number)

    await expect(phone.notes).to_have_count(0)
    await expect(phone.whole.get_by_text("A notification was withdrawn")).to_be_visible()


async def test_a_phone_laid_down_stays_so_when_the_page_is_read_anew(room):
    mina = await room.somebody("Mina")
    phone = room.phone("Mina")
    await phone.tool("Lay face down").click()
    await room.bot_says(mina, "First")
    await expect(phone.notes).to_have_count(1)

    await room.page.reload()

    await expect(phone.notes).to_have_count(1)
    await expect(phone.tool("Lay face down")).to_have_attribute("aria-pressed", "true")


async def test_an_officer_reads_exactly_what_the_chat_holds(room, keep_picture):
    mina = await room.somebody("Mina")
    phone = room.phone("Mina")
    gone = await room.bot_says(mina, "Forget this")
    await room.bot_says(mina, "Noted 19:52.", reply_markup=keyboard(["1 note"]))
    await mina.says("سلام")
    await room.call("deleteMessage", chat_id=mina.id, message_id=gone)
    await phone.hears("سلام")
    await expect(phone.messages.filter(has_text="Forget this")).to_have_count(0)

    await phone.whole.get_by_role("button", name="three minutes").click()

    view = room.page.get_by_role("dialog", name="three minutes")
    rows = view.get_by_role("table").get_by_role("row")
    held = (await mina.sees()).messages
    assert len(held) == 3
    await expect(rows).to_have_count(1 + len(held))
    for row, message in zip((await rows.all())[1:], held, strict=True):
        await expect(row).to_contain_text(message.text)
        await expect(row).to_contain_text("the owner" if message.direction == "in" else "Notes")
    await expect(view).to_contain_text("1 note")
    await expect(view).to_contain_text("Nothing is stored.")
    await expect(view).not_to_contain_text("Forget this")
    await keep_picture(room.page, "officer")
    await room.page.keyboard.press("Escape")
    await expect(view).to_have_count(0)


async def test_what_is_done_on_a_seized_phone_is_known_for_it(room):
    await room.somebody("Mina")
    phone = room.phone("Mina")
    await phone.hears("/start")

    await phone.tool("This phone is seized").click()
    await expect(room.page.get_by_role("dialog")).to_be_visible()  # What an officer does first.
    await room.page.keyboard.press("Escape")
    await expect(phone.whole.get_by_text("In somebody else")).to_be_visible()
    await phone.says("I am well")

    await phone.hears("I am well")
    assert [one["message"]["text"] for one in await room.bot_hears()] == ["I am well"]
    await phone.tool("This phone is seized").click()
    await phone.tool("Turn the phone over").click()
    acts = phone.whole.get_by_role("list", name="Done on this phone").get_by_role("listitem")
    await expect(acts.filter(has_text="I am well")).to_contain_text("somebody else")
