"""A sheet is locked in the browser, goes out as a file or in parts, and is read by its readers."""

import json

import pytest
from playwright.async_api import expect

from sealing.contents import Part
from sealing.dossier import read_head
from sealing.recipients import fingerprint, read_recipient, recipient_of
from tests.miniapp.phone import b64
from tests.sealing import age_witness

pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.xdist_group("miniapp"),
    pytest.mark.slow,
]

AMAL, BEA, CLEO = b"a" * 32, b"b" * 32, b"c" * 32
PEOPLE = (("Amal", recipient_of(AMAL)), ("Bea", recipient_of(BEA)))
CLASSICAL = "age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm"
HEALTH = "[health] Health\nNo penicillin"


@pytest.fixture
def house(site):
    return site("house", None, PEOPLE)


async def write(hers, section="Health", words="No penicillin"):
    await hers.page.locator("summary", has_text=section).click()
    await hers.page.get_by_role("textbox", name=section).fill(words)


async def kept_file(hers, button="Keep the file"):
    async with hers.page.expect_download() as waiting:
        await hers.press(button)
    download = await waiting.value
    return download.suggested_filename, (await download.path()).read_bytes()


def read(file, seed):
    return age_witness.open_file(file, seed).decode().rstrip()


async def test_a_sheet_made_in_the_browser_opens_for_the_two_who_are_named(phone, house):
    hers = await phone("d", address=house)
    await write(hers)
    await hers.press("Lock the sheet")
    name, file = await kept_file(hers)

    assert name == "sheet.age"
    assert read_head(file).recipients == 2
    assert read(file, AMAL) == read(file, BEA) == HEALTH
    assert "penicillin" not in await hers.page.locator("html").inner_html()


async def test_every_part_can_be_a_sheet_of_its_own(phone, house):
    hers = await phone("d", address=house)
    await write(hers)
    await write(hers, "Lawyer", "Ana")
    await hers.page.get_by_label("Every part as a sheet of its own").check()
    await hers.press("Lock the sheet")
    first = await kept_file(hers, "Keep file 2")
    second = await kept_file(hers, "Keep file 3")

    assert [first[0], second[0]] == ["sheet-2.age", "sheet-3.age"]
    assert read(first[1], AMAL) == "[lawyer] Lawyer\nAna"
    assert read(second[1], BEA) == HEALTH


async def test_all_sections_are_written_down(phone, house):
    hers = await phone("d", address=house, language="fa")
    await hers.open_all()
    await hers.page.get_by_label("پرسش ۱").fill("کدام درخت؟")  # noqa: RUF001
    await hers.page.get_by_label("جواب ۱").fill("کهنه")  # noqa: RUF001
    await hers.page.get_by_label("هیچ", exact=True).check(force=True)
    await hers.page.get_by_label("خانه، کلیدها، اجاره").fill("آنا")
    await hers.press("قفل کردن برگه")
    _, file = await kept_file(hers, "نگه داشتن فایل")

    said = read(file, AMAL)
    assert said.startswith("[questions] ")
    for line in ("? کدام درخت؟", "= کهنه", "هیچ", "خانه، کلیدها، اجاره: آنا"):
        assert line in said.splitlines()


async def test_somebodys_key_can_be_added_and_taken_out_again(phone, house):
    hers = await phone("d", address=house)
    await write(hers)
    await hers.page.locator("summary", has_text="Add somebody's key").click()
    for who, seed in (("Cleo", CLEO), ("Dina", b"d" * 32)):
        await hers.page.get_by_label("Whose key it is").fill(who)
        await hers.page.get_by_label("The key; it begins").fill(f" {recipient_of(seed)}\n")
        await hers.press("Add")
        await expect(hers.page.locator(".people")).to_contain_text(who)
        if seed == CLEO:
            letters = fingerprint(read_recipient(recipient_of(CLEO)))
            await expect(hers.page.locator(".people")).to_contain_text(letters)
            await hers.page.locator("summary", has_text="Add somebody's key").click()
    await hers.page.get_by_role("button", name="Remove Dina").click()
    await hers.press("Lock the sheet")
    _, file = await kept_file(hers)

    assert read_head(file).recipients == 3
    assert read(file, CLEO) == HEALTH


@pytest.mark.parametrize("other", [CLASSICAL, ""])
async def test_a_key_of_another_kind_is_refused(phone, house, other):
    hers = await phone("d", address=house)
    await hers.page.locator("summary", has_text="Add somebody's key").click()
    await hers.page.get_by_label("The key; it begins").fill(other)
    await hers.press("Add")

    assert "age1pq1" in await hers.alert()
    assert await hers.page.locator(".people li").count() == 2


async def test_a_key_that_was_not_there_last_time_is_shown_as_new(phone, site, house):
    hers = await phone("d", address=house)
    assert await hers.page.get_by_text("new: please compare").count() == 0
    await write(hers)
    await hers.press("Lock the sheet")
    await hers.page.get_by_role("button", name="Keep the file").wait_for()
    kept = await hers.page.evaluate("STORES.device")

    for whose, said in ((CLEO, "new: please compare"), (BEA, "the same as last time")):
        there = site("changed", None, (PEOPLE[0], ("Bea", recipient_of(whose))))
        again = await phone("d", address=there, kept=kept)
        people = again.page.locator(".people li")
        await expect(people.nth(0)).to_contain_text("the same as last time")
        await expect(people.nth(1)).to_contain_text(said)


async def test_a_known_key_in_the_place_of_somebody_elses_is_shown_as_new(phone, site, house):
    hers = await phone("d", address=house)
    await write(hers)
    await hers.press("Lock the sheet")
    await hers.page.get_by_role("button", name="Keep the file").wait_for()
    kept = await hers.page.evaluate("STORES.device")
    assert not [name for name, _ in PEOPLE if name in kept["s"]]

    swapped = site("swapped", None, (("Amal", recipient_of(BEA)), ("Bea", recipient_of(AMAL))))
    again = await phone("d", address=swapped, kept=kept)
    await expect(again.page.get_by_text("new: please compare")).to_have_count(2)


async def test_an_empty_sheet_is_not_locked_nor_one_that_nobody_could_open(phone, house, site):
    hers = await phone("d", address=house)
    await hers.press("Lock the sheet")
    assert await hers.alert() == "Nothing is filled in yet."

    alone = await phone("d", address=site())
    await write(alone)
    await alone.press("Lock the sheet")
    assert await alone.alert() == "Nobody could open it. Please add a key first."


async def test_a_sheet_goes_part_by_part_each_time_the_page_is_opened(phone, house):
    hers = await phone("d", address=house)
    await write(hers)
    await hers.press("Lock the sheet")
    await hers.press("Send in 5 parts")
    parts = [await hers.sent()]
    for number in range(2, 6):
        kept = await hers.page.evaluate("STORES.device")
        hers = await phone("d", address=house, kept=kept)
        await hers.page.get_by_text(f"Part {number} of 5 comes next.").wait_for()
        await hers.press("Send")
        parts.append(await hers.sent())

    assert all(isinstance(one, Part) for one in parts)
    assert [(one.number, one.of) for one in parts] == [(number, 5) for number in range(1, 6)]
    assert len({one.dossier for one in parts}) == 1
    assert parts[0].dossier[0] == 0
    assert read(b"".join(one.data for one in parts), BEA) == HEALTH
    assert (await hers.page.evaluate("STORES.device"))["l"] is None


async def test_where_the_phone_has_no_room_for_what_comes_next_no_part_is_sent(phone, house):
    hers = await phone("d", address=house)
    await write(hers)
    await hers.page.evaluate(
        """() => {
            const { postEvent } = TelegramWebviewProxy;
            TelegramWebviewProxy.postEvent = (type, text) => {
                if (type !== "web_app_device_storage_save_key") return postEvent(type, text);
                const { req_id } = JSON.parse(text);
                const full = { req_id, error: "QUOTA_EXCEEDED" };
                setTimeout(() => Telegram.WebView.receiveEvent("device_storage_failed", full));
            };
        }"""
    )
    await hers.press("Lock the sheet")
    await hers.press("Send in 5 parts")
    assert await hers.alert() == "That did not work. Please try once more."
    await expect(hers.page.get_by_role("button", name="Send in 5 parts")).to_be_enabled()
    assert await hers.said("web_app_data_send") == []


async def test_what_waits_to_be_sent_can_be_left_for_a_new_sheet(phone, house):
    left = json.dumps([[b64(b"i" * 16), 2, b64(b"x" * 2000)]])
    hers = await phone("d", address=house, kept={"l": left})
    await hers.page.get_by_text("Part 2 of 2 comes next.").wait_for()
    await hers.press("Leave it and begin a new sheet")
    await expect(hers.page.get_by_role("button", name="Lock the sheet")).to_be_visible()
    assert (await hers.page.evaluate("STORES.device"))["l"] is None


@pytest.mark.parametrize("left", ["no JSON", "[]", "[[1,2,3]]", '[["AA",1,"AA"]]'])
async def test_what_was_kept_and_cannot_be_read_is_no_obstacle(phone, house, left):
    hers = await phone("d", address=house, kept={"l": left})
    await expect(hers.page.get_by_role("button", name="Lock the sheet")).to_be_visible()


async def test_without_a_chat_a_sheet_is_kept_as_a_file(phone, house):
    alone = {"client": False, "query": {"c": None, "k": None}}
    hers = await phone("d", address=house, **alone)
    await write(hers)
    await hers.press("Lock the sheet")
    _, file = await kept_file(hers)
    assert read(file, AMAL) == HEALTH
    assert await hers.page.get_by_role("button", name="Send").count() == 0
