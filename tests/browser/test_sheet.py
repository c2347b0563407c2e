"""A sheet is written, locked, kept, handed on and opened in the stand-in's phones, by clicking."""

import re
import secrets
from datetime import timedelta

import pytest
import pytest_asyncio
from playwright.async_api import expect

from handlers.inner import inner_words_in
from sealing.agefile import open_file
from sealing.recipients import recipient_of
from tests.browser.paging import open_page, spoken
from tests.browser.staged import ROOM, Row, staged

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.slow]

WORDS = "four dull words and a fifth"
PARTS = 5  #: of a sheet that two people can open
SISTER, BAG = "اتصلوا بأختي Zuhra first", "Insulin, the blue bag"


@pytest_asyncio.fixture(loop_scope="session", params=["en", "ar"])
async def row(request, open_page, tmp_path):
    """The phones of a stage on which she reads this language."""
    async with staged(tmp_path, request.param) as scene:
        yield Row(scene, await open_page(scene.stage.stand.url, accept_downloads=True, **ROOM))


async def makes_a_key(row, person, words=None):
    """Let a contact make a key on the page, locked by `words` where the phone has no secure store.

    Gives the letters that are read there.
    """
    phone = row.phone(person)
    await phone.tool("Start").click()
    await phone.says("my key")
    await phone.hears(spoken("en", "own-key-first"))
    page = await open_page(phone, person, "y")
    await page.presses("key-make")
    for field in ("key-words", "key-words-again") if words else ():
        await page.frame.get_by_label(page.says(field), exact=True).fill(words)
    if words:
        await page.presses("next")
    letters = await page.frame.locator("code.letters").inner_text()
    await page.fits()
    await page.presses("send")
    await page.is_closed()
    said = await phone.hears("Kept. Its letters:")
    await expect(said).to_contain_text(letters)
    return letters


async def fills_in(page):
    """Write two parts of the sheet."""
    for name, words in (("call", SISTER), ("health", BAG)):
        section = page.frame.locator("details.section", has_text=page.says(f"sheet-{name}"))
        await section.locator("summary").click()
        await section.get_by_role("textbox").fill(words)


async def locks(row, letters, *, apart=False):
    """Write a sheet in her language, for whoever is named, and lock it."""
    her, language = row.scene.cast.defender, row.scene.cast.language
    phone = row.phone(her)
    await phone.says("my sheet")
    await phone.hears(spoken(language, "sheet-open"))
    page = await open_page(phone, her, "d", language)
    await page.opened("title-sheet")
    shown = page.frame.locator(".people code")
    assert sorted(await shown.all_inner_texts()) == sorted(letters)
    await fills_in(page)
    await page.frame.get_by_label(page.says("apart")).set_checked(apart)
    await page.fits()
    await page.presses("lock")
    return page


async def test_a_sheet_is_handed_on_when_nobody_finds_her_and_opened_by_its_reader(row, tmp_path):
    scene, cast = row.scene, row.scene.cast
    language, nasrin, farid = cast.language, row.phone(cast.second), row.phone(cast.coordinator)
    seed = secrets.token_bytes(32)
    await farid.says(f"keys add {recipient_of(seed)}")
    kept = await (await farid.hears("Kept. Its letters:")).inner_text()
    hers = await makes_a_key(row, cast.second)
    letters = [kept.partition("letters: ")[2][:19], hers]

    page = await locks(row, letters)
    await page.presses("send")
    her = row.phone(cast.defender)
    await expect(page.frame.get_by_text(spoken(language, "stranger-received"))).to_be_visible()
    await her.tool("Close the app").click()
    await her.hears(spoken(language, "sheet-kept", at=await scene.stage.stand.now(), count=2))
    read = await row.officer_reads(cast.defender)
    assert SISTER not in read
    assert BAG not in read

    for clock in ("21:00", "21:30", "21:40"):
        await scene.at(clock)
    arrived = await nasrin.hears(spoken("en", "notice-sheet-no-number"))
    assert not inner_words_in(await arrived.inner_text())
    async with row.page.expect_download() as saving:
        await arrived.get_by_role("link").click()
    saved = tmp_path / "sheet.age"
    await (await saving.value).save_as(saved)

    page = await open_page(nasrin, cast.second, "r")
    await page.opened("title-read")
    await page.frame.locator("input[type=file]").set_input_files(saved)
    await page.presses("read-open")
    for words in (SISTER, BAG):
        await expect(page.frame.get_by_text(words, exact=True)).to_be_visible()
    await nasrin.tool("Close the app").click()
    await page.is_closed()
    assert BAG not in await row.officer_reads(cast.second)
    assert BAG in open_file(saved.read_bytes(), seed).decode()


async def test_a_sheet_goes_in_parts_through_the_chat_and_is_given_by_hand(row, tmp_path):
    scene, cast = row.scene, row.scene.cast
    language, maria, farid = cast.language, row.phone(cast.first), row.phone(cast.coordinator)
    await farid.says(f"keys add {recipient_of(secrets.token_bytes(32))}")
    kept = await (await farid.hears("Kept. Its letters:")).inner_text()
    await without_secure_store(maria)
    hers = await makes_a_key(row, cast.first, words=WORDS)
    page = await locks(row, [kept.partition("letters: ")[2][:19], hers])
    her = row.phone(cast.defender)

    # A chat gets a word a second: what comes sooner waits for a second that has to pass.
    began = await scene.stage.stand.freeze(frozen=False)
    of = PARTS
    await page.presses("parts", n=of)
    for have in range(1, of):
        await page.is_closed()
        await her.hears(spoken(language, "sheet-part", have=have, of=of))
        page = await open_page(her, cast.defender, "d", language)
        await page.reads("part-next", n=have + 1, of=of)
        await page.presses("send")
    await page.is_closed()
    minutes = [began + timedelta(minutes=passed) for passed in range(10)]
    kept = [re.escape(spoken(language, "sheet-kept", at=at, count=2)) for at in minutes]
    await her.hears(re.compile("|".join(kept)))
    await scene.stage.stand.freeze()

    await farid.says("release A1 Maria")
    await farid.button("Yes, give it to Maria").click()
    arrived = await maria.hears(spoken("en", "notice-sheet-no-number"))
    async with row.page.expect_download() as saving:
        await arrived.get_by_role("link").click()
    saved = tmp_path / "sheet.age"
    await (await saving.value).save_as(saved)
    page = await open_page(maria, cast.first, "r")
    await page.opened("title-read")
    await page.frame.locator("input[type=file]").set_input_files(saved)
    await page.frame.get_by_label(page.says("key-words"), exact=True).fill(WORDS)
    await page.presses("read-open")
    await expect(page.frame.get_by_text(BAG, exact=True)).to_be_visible()
    await maria.tool("Close the app").click()
    read = await row.officer_reads(cast.first)
    assert "BEGIN AGE ENCRYPTED FILE" in read
    assert "AGE-SECRET-KEY" not in read


async def without_secure_store(phone):
    """Let a phone be an older one, on which a key has to be locked by words."""
    await phone.tool("Turn the phone over").click()
    await phone.whole.get_by_label("This phone has a secure store").uncheck()
    await phone.whole.get_by_role("button", name="Turn to the front").click()
