"""She chooses her numbers and sends her notes in the phones of the stand-in, by clicking."""

import re

import pytest
import pytest_asyncio
from playwright.async_api import expect

from bot.demo.keepsakes import NUMBER, SPARE
from handlers.inner import inner_words_in
from tests.browser.paging import open_page, spoken
from tests.browser.staged import ROOM, Row, sister_of, staged

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.slow]

OWN, OTHER, NEITHER = "268415", "917350", "268451"
OPEN_FIRST = re.compile(r"Open before you do anything")


@pytest_asyncio.fixture(loop_scope="session", params=["en", "ar"])
async def row(request, open_page, tmp_path):
    """The phones of a stage on which she reads this language."""
    async with staged(tmp_path, request.param) as scene:
        yield Row(scene, await open_page(scene.stage.stand.url, **ROOM))


async def has_codes(row, phone):
    """Let the office have her choose, and choose by clicking."""
    her, language = row.scene.cast.defender, row.scene.cast.language
    farid = row.phone(row.scene.cast.coordinator)
    await farid.says("code A1")
    await phone.hears(spoken(language, "codes-choose"))
    page = await open_page(phone, her, "e", language)
    await page.opened("title-choose")
    await page.fits()
    for number in (OWN, OWN, OTHER, OTHER):
        await page.enters(number)
    await page.reads("choose-ready")
    await page.presses("save")
    await page.is_closed()
    await farid.hears("A1: a change, just now.")
    return farid


async def test_numbers_are_chosen_on_the_page_and_stand_nowhere_else(row):
    cast, language = row.scene.cast, row.scene.cast.language
    phone = row.phone(cast.defender)

    farid = await has_codes(row, phone)

    await phone.hears(spoken(language, "menu-keys"))
    await row.scene.at("20:40")
    page = await open_page(phone, cast.defender, "n", language)
    await page.sends(OWN)
    await phone.hears("20:40")
    read = await row.officer_reads(cast.defender)
    for number in (OWN, OTHER):
        assert number not in read
    await farid.button("Open").click()
    await farid.hears("A1 has chosen codes, or whoever held that phone has.")


async def test_what_is_too_easy_is_said_before_anything_is_sent(row):
    cast, language = row.scene.cast, row.scene.cast.language
    phone = row.phone(cast.defender)
    await row.phone(cast.coordinator).says("code A1")
    await phone.hears(spoken(language, "codes-choose"))
    page = await open_page(phone, cast.defender, "e", language)
    await page.opened("title-choose")
    direction = await page.frame.locator("html").get_attribute("dir")

    for number, fault in (("123456", "fault-row"), ("121212", "fault-repeats")):
        await page.enters(number)
        await page.reads(fault)
    await page.enters(OWN)
    await page.enters(OWN)
    await page.enters(OWN)
    await page.reads("fault-alike")
    await page.enters(OTHER)
    await page.enters(OWN)
    await page.reads("choose-differ")
    await phone.tool("Close the app").click()

    assert direction == ("rtl" if language == "ar" else "ltr")
    await page.is_closed()
    record = await row.scene.stage.stand.record()
    assert [one for one in record if one["carries"] == "web_app_data"] == []


async def test_a_free_note_and_a_forced_one_leave_two_phones_alike_but_the_office_hears(row):
    scene = row.scene
    cast, language = scene.cast, scene.cast.language
    her, sister = cast.defender, await sister_of(scene)
    farid = row.phone(cast.coordinator)
    # In small steps: over a push of many hours one of them may be passed over as never heard.
    for clock in ("20:28", "20:32", "20:40"):
        await scene.at(clock)
    before = await row.text(her)
    assert before == await row.text(sister)

    for person, number in ((her, NUMBER), (sister, SPARE)):
        page = await open_page(row.phone(person), person, "n", language)
        await page.fits()
        await page.sends(number, "سلام")
        await row.phone(person).hears("20:40")
    await scene.stage.settle()
    receipts = [await row.text(one) for one in (her, sister)]
    assert receipts[0] == receipts[1] != before

    await scene.at("20:43")  # by then chance has had its say
    heard = await farid.hears(OPEN_FIRST)
    await expect(heard).to_contain_text("A2")
    await expect(farid.messages.filter(has_text="A1. Open before")).to_have_count(0)
    for clock in ("20:43", "21:10", "22:00"):
        await scene.at(clock)
        hers, theirs = [await row.text(one) for one in (her, sister)]
        assert hers == theirs, clock
    hers, theirs = [await row.officer_reads(one) for one in (her, sister)]
    assert not inner_words_in(await row.text(her))
    for read in (hers, theirs):
        assert NUMBER not in read
        assert SPARE not in read
        assert "سلام" not in read
    assert {line.chat.split()[0] for line in await scene.stage.read()} == {
        "defender",
        "coordinator",
    }
    await farid.button("Open").click()
    await farid.hears("A2 gave the forced sign at 20:40.")


async def test_a_wrong_number_is_asked_for_once_more_and_calls_nobody(row):
    scene = row.scene
    cast, language = scene.cast, scene.cast.language
    phone = row.phone(cast.defender)
    await scene.at("20:40")
    scene.stage.begin(())

    page = await open_page(phone, cast.defender, "n", language)
    await page.sends(NEITHER)
    await phone.hears(spoken(language, "once-more"))
    await scene.at("20:45")
    page = await open_page(phone, cast.defender, "n", language)
    await page.sends(NUMBER)

    await phone.hears("20:45")
    await scene.at("21:45")
    assert {line.chat.split()[0] for line in await scene.stage.read()} == {"defender"}
