"""A Mini App opens inside the phone, in a sandboxed frame, and speaks Telegram's protocol."""

import pytest
from playwright.async_api import expect

from tests.browser.sitting import keyboard

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.slow]

SANDBOX = (
    "allow-scripts allow-same-origin allow-popups allow-forms allow-modals"
    " allow-storage-access-by-user-activation"
)
SAY = "(_, [type, data]) => say(type, data)"
FOREIGN = "(_, [type, data]) => letForeignFrameSay(type, data)"


async def opened(room, address, reply_markup=None):
    """Mina opens the app behind a key; gives her, her phone, and the app's frame."""
    mina = await room.somebody("Mina")
    phone = room.phone("Mina")
    key = {"text": "Write", "web_app": {"url": f"{address}/index.html"}}
    await room.bot_says(mina, "Please", reply_markup=reply_markup or keyboard([key]))
    await phone.whole.get_by_role("button", name="Write").click()
    frame = phone.whole.frame_locator("iframe")
    await expect(frame.get_by_role("heading", name="A small Mini App")).to_be_visible()
    return mina, phone, frame


async def test_an_app_learns_theme_and_viewport_and_keeps_a_word_on_the_device(room, app):
    _, phone, frame = await opened(room, app)

    await expect(frame.locator("#background")).to_have_text("#ffffff")
    await expect(frame.locator("#viewport")).to_contain_text("high")
    await expect(frame.locator("#stored")).to_have_text("kept")
    iframe = phone.whole.locator("iframe")
    assert await iframe.get_attribute("sandbox") == SANDBOX
    assert (await iframe.get_attribute("src")).startswith(app)

    await room.page.get_by_role("radio", name="Dark").check(force=True)

    await expect(frame.locator("#background")).not_to_have_text("#ffffff")


async def test_the_main_button_sends_what_the_bot_alone_reads_and_the_app_is_gone(room, app):
    mina, phone, _ = await opened(room, app)

    await phone.tool("Send the note").click()

    await expect(phone.whole.locator("iframe")).to_have_count(0)
    (update,) = await room.bot_hears()
    data = {"data": "the note", "button_text": "Write"}
    assert update["message"]["web_app_data"] == data
    await phone.hears("Data from the “Write” button was transferred to the bot.")
    assert "the note" not in await phone.whole.inner_text()
    assert (await mina.sees()).messages[-1].more["web_app_data"] == data


async def test_data_count_once(room, app):
    _, phone, frame = await opened(room, app)
    twice = "() => { for (const data of ['one', 'two']) say('web_app_data_send', { data }); }"

    await frame.locator("body").evaluate(twice)

    await phone.hears("was transferred to the bot.")
    await phone.says("that was all")
    await phone.hears("that was all")
    heard = [one["message"] for one in await room.bot_hears(2)]
    assert [one["web_app_data"]["data"] for one in heard if "web_app_data" in one] == ["one"]


async def test_what_a_foreign_frame_says_is_not_heard(room, app):
    _, phone, frame = await opened(room, app)
    body = frame.locator("body")

    await body.evaluate(FOREIGN, ["web_app_data_send", {"data": "forged"}])
    await body.evaluate(FOREIGN, ["web_app_close", {}])
    await body.evaluate(SAY, ["web_app_data_send", {"data": "genuine"}])

    await phone.hears("was transferred to the bot.")
    sent = [one["message"]["web_app_data"]["data"] for one in await room.bot_hears()]
    assert sent == ["genuine"]


async def test_a_popup_stands_over_the_app_and_tells_which_button_was_pressed(room, app):
    _, phone, frame = await opened(room, app)
    asked = {
        "title": "Leave?",
        "message": "What you wrote is lost.",
        "buttons": [{"id": "stay", "type": "default", "text": "Stay"}, {"id": "go", "type": "ok"}],
    }
    await frame.locator("body").evaluate(SAY, ["web_app_open_popup", asked])
    popup = phone.whole.get_by_role("alertdialog", name="Leave?")
    await expect(popup).to_contain_text("What you wrote is lost.")

    await popup.get_by_role("button", name="Stay").click()

    heard = frame.get_by_role("list", name="What the host has said").get_by_role("listitem")
    await expect(heard.filter(has_text="popup_closed")).to_contain_text('"button_id":"stay"')


async def test_an_app_below_a_message_is_told_who_opens_it_and_sends_nothing(room, app):
    address = f"{app}/index.html"
    below = {"inline_keyboard": [[{"text": "Write", "web_app": {"url": address}}]]}
    _, phone, frame = await opened(room, app, below)
    src = await phone.whole.locator("iframe").get_attribute("src")
    assert "user%253D" in src or "user%3D" in src
    assert "hash%3D" in src

    await frame.locator("body").evaluate(SAY, ["web_app_data_send", {"data": "unheard"}])
    await frame.locator("body").evaluate(SAY, ["web_app_close", {}])

    await expect(phone.whole.locator("iframe")).to_have_count(0)
    assert await room.bot_hears(0) == []


async def test_an_officer_finds_what_an_app_has_stored(room, app):
    _, phone, frame = await opened(room, app)
    await expect(frame.locator("#stored")).to_have_text("kept")
    await phone.tool("Close the app").click()

    await phone.whole.get_by_role("button", name="three minutes").click()

    view = room.page.get_by_role("dialog", name="three minutes")
    await expect(view).to_contain_text("device android: word")
    await expect(view).to_contain_text("kept")
