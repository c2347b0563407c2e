"""People write notes and choose codes on the committed page, in a real browser."""

import pytest
from playwright.async_api import expect

from sealing.contents import Codes, Cry, Note, Pair
from tests.miniapp.phone import KID, b64

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("miniapp")]

NEUTRAL = {
    "en": "Please open this page from the chat once more.",
    "fa": "لطفاً این صفحه را دوباره از گفتگو باز کنید.",
}


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
    await hers.page.get_by_role("button", name="۷", exact=True).focus()
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


# --- Codes and pair -------------------------------------------------------------------------------


async def enter(hers, code):
    await hers.type(code)
    await hers.press("Next")


async def test_two_codes_are_chosen_each_twice(phone):
    hers = await phone("e")
    for code in ("482915", "482915", "730164", "730164"):
        await enter(hers, code)
    await hers.press("Save")

    assert await hers.sent() == Codes("482915", "730164")


async def test_a_code_alone_can_be_chosen(phone):
    hers = await phone("e")
    for code in ("482915", "482915"):
        await enter(hers, code)
    await hers.press("No spare one")
    await hers.press("Save")

    assert await hers.sent() == Codes("482915")


async def test_a_weak_code_is_named_and_asked_for_anew(phone):
    hers = await phone("e")
    for weak, why in (
        ("123456", "These digits follow one another. Please mix them."),
        ("240585", "This looks like a date. Please choose another."),
        ("4829", "Six digits, or words with twelve letters and more, please."),
    ):
        await enter(hers, weak)
        await expect(hers.page.get_by_role("alert")).to_have_text(why)
    await enter(hers, "482915")
    await enter(hers, "482915")
    await enter(hers, "482916")
    await expect(hers.page.get_by_role("alert")).to_contain_text("too much alike")
    await enter(hers, "730164")
    await enter(hers, "730165")
    await expect(hers.page.get_by_role("alert")).to_contain_text("not the same")
    for code in ("730164", "730164"):
        await enter(hers, code)
    await hers.press("Save")

    assert await hers.sent() == Codes("482915", "730164")


async def test_a_change_asks_for_the_code_in_use_first(phone):
    hers = await phone("c")
    for code in ("555123", "482915", "482915", "730164", "730164"):
        await enter(hers, code)
    await hers.press("Save")

    assert await hers.sent() == Codes("482915", "730164", "555123")


async def test_the_clients_own_back_button_goes_one_step_back(phone):
    hers = await phone("e")
    await enter(hers, "482915")
    assert (await hers.said("web_app_setup_back_button"))[-1] == {"is_visible": True}
    await hers.page.evaluate("Telegram.WebView.receiveEvent('back_button_pressed')")
    await expect(hers.page.get_by_text("Choose six digits")).to_be_visible()
    assert (await hers.said("web_app_setup_back_button"))[-1] == {"is_visible": False}


@pytest.mark.parametrize(("everyday", "forced"), [("The first", 2), ("The second", 1)])
async def test_of_two_keys_she_names_the_everyday_one(phone, everyday, forced):
    hers = await phone("p")
    await hers.press("Save")
    assert await hers.alert() == "Please choose one of the two."
    await hers.page.get_by_label(everyday).check(force=True)
    await hers.type("482915")
    await hers.press("Save")

    assert await hers.sent() == Pair(forced, "482915")


# --- What the page does not do --------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", pytest.param("fa", marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    "query",
    [
        {"c": None},
        {"k": None},
        {"m": None},
        {"m": "x"},
        {"k": "00000000"},
        {"k": KID.upper()},
        {"c": "AAAA"},
        {"c": b64(b"c" * 17)},
        {"c": None, "m": "d"},
        {"k": "00000000", "m": "r"},
    ],
)
async def test_whatever_is_missing_is_answered_with_one_sentence(phone, query, language):
    hers = await phone("n", query=query, language=language)
    assert await hers.page.locator("main").inner_text() == NEUTRAL[language]
    assert await hers.page.locator("button").count() == 0


async def test_a_page_that_nobody_has_filled_says_the_same(phone, site):
    hers = await phone("n", address=site("nobody"))
    assert await hers.page.locator("main").inner_text() == NEUTRAL["en"]


async def test_out_of_a_chat_nothing_can_be_sent(phone):
    hers = await phone("n", client=False)
    assert await hers.page.locator("main").inner_text() == NEUTRAL["en"]


async def test_the_address_keeps_nothing_and_there_is_nothing_to_go_back_to(phone):
    hers = await phone("e")
    await enter(hers, "482915")
    assert hers.page.url == hers.address.split("?")[0]
    assert await hers.page.evaluate("history.length") == 2  # the empty page and this one
    assert await hers.page.evaluate("[localStorage.length, document.cookie]") == [0, ""]


async def test_after_it_has_loaded_the_page_asks_for_nothing_and_could_not(phone):
    hers = await phone("n")
    asked = []
    hers.page.on("request", lambda request: asked.append(request.url))
    await hers.page.context.set_offline(True)
    await hers.type("482915")
    await hers.press("Send")
    await hers.sent()
    assert asked == []


async def test_what_was_typed_is_gone_when_the_page_was_hidden_for_a_minute(phone):
    hers = await phone("n")
    await hers.page.clock.install()
    hide = """(state) => {
        Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
    }"""
    words = hers.page.get_by_label("A few words")
    await words.fill("in the garden")
    await hers.type("48")
    await hers.page.evaluate(hide, "hidden")
    await hers.page.clock.run_for(59_000)
    await hers.page.evaluate(hide, "visible")
    await expect(words).to_have_value("in the garden")
    await hers.page.evaluate(hide, "hidden")
    await hers.page.clock.run_for(60_000)
    await expect(words).to_have_value("")
    assert await hers.page.locator(".dots").inner_text() == ""
