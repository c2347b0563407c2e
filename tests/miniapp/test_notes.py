"""People write notes on the committed page, in a real browser."""

import pytest
from playwright.async_api import expect

from sealing.contents import Cry, Note

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("miniapp")]


async def test_a_note_goes_as_it_was_written(phone):
    hers = await phone("n")
    await hers.page.get_by_label("A few words").fill("  in the garden ")
    await hers.page.get_by_label("Visitors").check(force=True)
    await hers.type("482915")
    await hers.press("Send")

    assert await hers.sent() == Note("482915", 2, "in the garden")
    assert (await hers.said("web_app_close")) == [{}]


async def test_after_sending_nothing_of_it_is_left_on_the_screen(phone):
    hers = await phone("n")
    await hers.page.get_by_label("A few words").fill("in the garden")
    await hers.type("482915")
    await hers.press("Send")
    await hers.sent()

    assert await hers.page.locator("body").inner_text() == "Done"
    assert await hers.page.locator("input, textarea, button").count() == 0
    assert len(await hers.said("web_app_data_send")) == 1


async def test_what_the_client_did_not_take_is_not_said_to_be_done(phone):
    hers = await phone("n")
    await hers.page.evaluate(
        """() => {
            const { postEvent } = TelegramWebviewProxy;
            TelegramWebviewProxy.postEvent = (type, text) => {
                if (type !== "web_app_data_send") return postEvent(type, text);
                TelegramWebviewProxy.postEvent = postEvent;
                throw new Error("nobody takes it");
            };
        }"""
    )
    await hers.type("482915")
    await hers.press("Send")
    assert await hers.alert() == "That did not work. Please try once more."
    await hers.press("Send")

    assert await hers.sent() == Note("482915")


async def test_a_star_asks_for_help_and_needs_no_code(phone):
    hers = await phone("n")
    star = hers.page.get_by_role("button", name="Favourite")
    await star.click()
    await expect(star).to_have_attribute("aria-pressed", "true")
    await hers.press("Send")

    assert await hers.sent() == Cry("")


async def test_a_star_that_was_taken_back_asks_for_nothing(phone):
    hers = await phone("n")
    for _ in range(2):
        await hers.press("Favourite")
    await hers.type("482915")
    await hers.press("Send")

    assert await hers.sent() == Note("482915")


async def test_without_a_code_nothing_goes(phone):
    hers = await phone("n")
    await hers.type("48")
    for _ in range(3):
        await hers.press("Erase the last one")
    await hers.press("Send")

    assert await hers.alert() == "Please enter your number first."
    assert await hers.said("web_app_data_send") == []


async def test_a_phrase_is_typed_where_no_keyboard_learns_it(phone):
    hers = await phone("n")
    await hers.press("Words instead of digits")
    field = hers.page.get_by_label("Your words")
    await expect(field).to_be_focused()
    assert await field.get_attribute("type") == "password"
    assert await field.get_attribute("autocomplete") == "one-time-code"
    await field.fill("Three Quiet Words")
    await hers.press("Send")

    assert await hers.sent() == Note("threequietwords")


async def test_a_code_can_be_typed_on_a_keyboard_and_is_shown_as_dots(phone):
    hers = await phone("n", language="fa")
    await hers.page.get_by_role("button", name="۷", exact=True).focus()  # noqa: RUF001
    for key in ("4", "8", "2", "9", "Backspace", "9", "1", "5"):
        await hers.page.keyboard.press(key)
    assert await hers.page.locator(".dots").inner_text() == "••••••"
    await hers.press("فرستادن")

    assert await hers.sent() == Note("482915")


async def test_digits_are_mixed_where_she_wants_it_and_stay_so(phone):
    hers = await phone("n")
    await hers.press("Mix the digits")
    assert await hers.page.evaluate("STORES.device.m") == "1"
    await hers.type("482915")
    await hers.press("Send")
    assert await hers.sent() == Note("482915")

    again = await phone("n", kept={"m": "1"})
    mix = again.page.get_by_role("button", name="Mix the digits")
    await expect(mix).to_have_attribute("aria-pressed", "true")
    await again.type("482915")
    await again.press("Send")
    assert await again.sent() == Note("482915")


async def test_a_place_goes_only_where_it_is_asked_for_and_she_says_so(phone):
    here = {"geolocation": {"latitude": 34.5281234, "longitude": 69.1723456}}
    not_asked = await phone("n")
    assert await not_asked.page.get_by_role("button", name="With place").count() == 0

    hers = await phone("n", query={"w": "1"}, permissions=["geolocation"], **here)
    await hers.press("With place")
    assert await hers.alert() == "Place added"
    await hers.type("482915")
    await hers.press("Send")
    assert await hers.sent() == Note("482915", place=(34.52812, 69.17235))

    silent = await phone("n", query={"w": "1"}, permissions=["geolocation"], **here)
    await silent.type("482915")
    await silent.press("Send")
    assert await silent.sent() == Note("482915")


async def test_a_place_that_is_not_found_is_said_and_the_note_goes_without(phone):
    hers = await phone("n", query={"w": "1"}, permissions=[])
    await hers.press("With place")
    assert await hers.alert() == "No place was found."
    await hers.type("482915")
    await hers.press("Send")
    assert await hers.sent() == Note("482915")
