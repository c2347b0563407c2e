"""People choose their codes, and which of two keys is the everyday one, on the committed page."""

import pytest
from playwright.async_api import expect

from sealing.contents import Codes, Pair

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("miniapp")]


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
