"""What the page does not do: answer strangers, leave traces, ask the network, remember."""

import pytest
from playwright.async_api import expect

from sealing.recipients import fingerprint
from tests.miniapp.phone import KID, PUBLIC, b64

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("miniapp")]

NEUTRAL = {
    "en": "Please open this page from the chat once more.",
    "fa": "لطفاً این صفحه را دوباره از گفتگو باز کنید.",
}


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


async def test_its_bare_address_shows_by_which_letters_its_key_is_known(phone):
    hers = await phone("n", query={"c": None, "k": None, "m": None}, client=False)

    said = (await hers.page.locator("main").inner_text()).split("\n")
    assert [one for one in said if one] == [NEUTRAL["en"], fingerprint(PUBLIC)]
    assert await hers.page.locator("button").count() == 0


async def test_a_page_that_nobody_has_filled_says_the_same(phone, site):
    hers = await phone("n", address=site("nobody"))
    assert await hers.page.locator("main").inner_text() == NEUTRAL["en"]


async def test_out_of_a_chat_nothing_can_be_sent(phone):
    hers = await phone("n", client=False)
    assert await hers.page.locator("main").inner_text() == NEUTRAL["en"]


async def test_the_address_keeps_nothing_and_there_is_nothing_to_go_back_to(phone):
    hers = await phone("e")
    await hers.type("482915")
    await hers.press("Next")
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


HIDDEN = """(where) => {
    const value = where === "in sight" ? "visible" : "hidden";
    Object.defineProperty(document, "visibilityState", { value, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""
PUT_ASIDE = """(where) => {
    const said = { is_visible: where === "in sight" };
    Telegram.WebView.receiveEvent("visibility_changed", said);
}"""


@pytest.mark.parametrize("hide", [HIDDEN, PUT_ASIDE], ids=["hidden", "put aside by its client"])
async def test_what_was_typed_is_gone_when_the_page_was_out_of_sight_for_a_minute(phone, hide):
    hers = await phone("n")
    await hers.page.clock.install()
    words = hers.page.get_by_label("A few words")
    await words.fill("in the garden")
    await hers.type("48")
    await hers.page.evaluate(hide, "out of sight")
    await hers.page.clock.run_for(59_000)
    await hers.page.evaluate(hide, "in sight")
    await expect(words).to_have_value("in the garden")
    await hers.page.evaluate(hide, "out of sight")
    await hers.page.clock.run_for(60_000)
    await expect(words).to_have_value("")
    assert await hers.page.locator(".dots").inner_text() == ""
