"""A reader makes a key, and reads on the phone what was sealed to it; nothing of it stays."""

from datetime import UTC, datetime

import pytest
from playwright.async_api import expect

from handlers.telling import inside
from handlers.words import Speech
from sealing.contents import Recipient
from sealing.recipients import fingerprint, read_identity, read_recipient, recipient_of
from storage.trials import Trial
from tests.miniapp.phone import age_identity, unb64
from tests.sealing import age_witness

pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.xdist_group("miniapp"),
    pytest.mark.slow,
]

BEA, CLEO = b"b" * 32, b"c" * 32
HEALTH = "[health] Health\nNo penicillin"


def sheet_for(seed, words=HEALTH):
    file = age_witness.seal_file(words.encode().ljust(2048), [read_recipient(recipient_of(seed))])
    return {"name": "sheet.age", "mimeType": "application/octet-stream", "buffer": file}


async def open_file(theirs, file):
    await theirs.page.get_by_label("The file").set_input_files(file)
    await theirs.press("Open")


async def make_key(phone, **how):
    theirs = await phone("y", **how)
    await theirs.press("Make a key")
    return theirs


async def test_a_key_is_made_kept_in_the_secure_store_and_only_its_open_half_is_sent(phone):
    theirs = await make_key(phone, secure=True)
    await theirs.page.get_by_text("Read these letters aloud").wait_for()
    letters = await theirs.page.locator(".letters").inner_text()
    await theirs.press("Send")
    sent = await theirs.sent()

    stores = await theirs.page.evaluate("STORES")
    identity = stores["secure"]["o"]
    assert "o" not in stores["device"]
    assert isinstance(sent, Recipient)
    public = unb64(sent.recipient)
    assert read_recipient(recipient_of(read_identity(identity))) == public
    assert letters == fingerprint(public)


async def test_without_a_secure_store_words_lock_the_key_before_anything_keeps_it(phone):
    theirs = await make_key(phone)
    first = theirs.page.get_by_label("The words that lock it")
    second = theirs.page.get_by_label("The same words once more")
    await first.fill("too short")
    await second.fill("too short")
    await theirs.press("Next")
    assert "20" in await theirs.alert()
    await first.fill("a river under quiet stones")
    await second.fill("a river under quiet stone")
    await theirs.press("Next")
    await expect(theirs.page.get_by_role("alert")).to_contain_text("not the same")
    await second.fill("a river under quiet stones")
    await theirs.press("Next")
    await theirs.page.get_by_text("Read these letters aloud").wait_for()
    kept = await theirs.page.evaluate("STORES.device")
    assert kept["o"].startswith("-----BEGIN AGE")
    await theirs.press("Send")
    public = unb64((await theirs.sent()).recipient)

    reading = await phone("r", kept=kept)
    words = HEALTH.encode().ljust(2048)
    file = {"name": "s.age", "mimeType": "", "buffer": age_witness.seal_file(words, [public])}
    lock = reading.page.get_by_label("The words that lock it")
    await lock.fill("something else altogether")
    await open_file(reading, file)
    assert await reading.alert() == "This file does not open with this key."
    await lock.fill("a river under quiet stones")
    await reading.press("Open")
    await expect(reading.page.get_by_text("No penicillin")).to_be_visible()


async def test_paper_opens_what_the_phone_opens(phone):
    theirs = await make_key(phone, secure=True)
    await theirs.press("Show what to write down")
    paper = await theirs.page.locator(".paper").inner_text()
    identity = await theirs.page.evaluate("STORES.secure.o")
    assert read_identity("AGE-SECRET-KEY-PQ-1" + "".join(paper.split())) == read_identity(identity)


async def test_a_key_that_is_there_is_used_again_and_not_made_anew(phone):
    theirs = await phone("y", kept_securely={"o": age_identity(CLEO)}, secure=True)
    await theirs.press("Use it")
    await theirs.press("Send")
    assert unb64((await theirs.sent()).recipient) == read_recipient(recipient_of(CLEO))


async def test_paper_opens_what_was_sealed_to_the_key_of_before(phone):
    theirs = await phone("r", kept_securely={"o": age_identity(CLEO)}, secure=True)
    paper = theirs.page.get_by_label("Your key", exact=True)
    await expect(paper).to_be_hidden()
    await open_file(theirs, sheet_for(BEA))
    await expect(theirs.page.get_by_role("alert")).to_contain_text("does not open")
    await paper.fill(age_identity(BEA))
    await theirs.press("Open")
    await expect(theirs.page.get_by_text("No penicillin")).to_be_visible()


WAITS = """() => {
    const { arrayBuffer } = Blob.prototype;
    File.prototype.arrayBuffer = function () {
        return new Promise((read) => { globalThis.give = () => read(arrayBuffer.call(this)); });
    };
    const { text } = Response.prototype;
    Response.prototype.text = async function () {
        const said = await text.call(this);
        globalThis.OPENED = said.includes("penicillin");
        return said;
    };
}"""


async def test_a_sheet_that_is_open_only_once_all_is_forgotten_is_not_shown(phone):
    theirs = await phone("r", kept_securely={"o": age_identity(CLEO)}, secure=True)
    await theirs.page.evaluate(WAITS)
    await open_file(theirs, sheet_for(CLEO))
    await theirs.page.wait_for_function("() => 'give' in globalThis")
    await theirs.page.evaluate("dispatchEvent(new Event('pagehide'))")
    await theirs.page.evaluate("give()")
    await theirs.page.wait_for_function("() => globalThis.OPENED")
    await theirs.page.evaluate("new Promise((after) => setTimeout(after))")
    assert "penicillin" not in await theirs.page.locator("html").inner_html()


async def test_a_key_that_is_locked_only_once_all_is_forgotten_stands_on_no_screen(phone):
    theirs = await make_key(phone)
    await theirs.page.get_by_label("The words that lock it").fill("a river under quiet stones")
    await theirs.page.get_by_label("The same words once more").fill("a river under quiet stones")
    await theirs.page.evaluate(
        """() => {
            const { postEvent } = TelegramWebviewProxy;
            TelegramWebviewProxy.postEvent = (type, text) => {
                if (type !== "web_app_device_storage_save_key") return postEvent(type, text);
                globalThis.give = () => postEvent(type, text);
            };
        }"""
    )
    await theirs.press("Next")
    await theirs.page.wait_for_function("() => 'give' in globalThis")
    await theirs.page.evaluate("dispatchEvent(new Event('pagehide'))")
    await theirs.page.get_by_role("button", name="Make a key").wait_for()
    await theirs.page.evaluate("give()")
    for _ in range(2):
        await theirs.page.evaluate("new Promise((after) => setTimeout(after))")
    assert await theirs.page.locator(".paper, .letters").count() == 0


@pytest.mark.parametrize("language", ["en", "fa"])
async def test_a_sheet_is_read_with_a_key_from_paper_and_is_gone_when_it_is_closed(phone, language):
    theirs = await phone("r", language=language, query={"c": None, "k": None}, client=False)
    await theirs.page.locator("textarea").fill(age_identity(CLEO).lower())
    await theirs.page.locator("input[type=file]").set_input_files(sheet_for(CLEO))
    await theirs.page.locator("button.main").click()
    await expect(theirs.page.get_by_text("No penicillin")).to_be_visible()
    await expect(theirs.page.get_by_role("heading", level=2)).to_have_text("Health")
    await theirs.page.locator("footer button").click()

    assert "penicillin" not in await theirs.page.locator("html").inner_html()
    assert await theirs.page.locator("textarea").input_value() == ""


@pytest.mark.parametrize("language", ["en", "fa", "ru"])
async def test_a_trial_sheet_opens_like_any_other_and_its_number_stands_by_itself(phone, language):
    theirs = await phone("r", language=language, query={"c": None, "k": None}, client=False)
    words = inside(Speech(language, "UTC", datetime(2026, 11, 23, tzinfo=UTC)), "048291")
    sealed = Trial("048291", read_recipient(recipient_of(CLEO))).sealed(words)
    file = {"name": "sheet.age", "mimeType": "application/octet-stream", "buffer": sealed}
    await theirs.page.locator("textarea").fill(age_identity(CLEO))
    await theirs.page.locator("input[type=file]").set_input_files(file)
    await theirs.page.locator("button.main").click()
    await expect(theirs.page.get_by_text("048291", exact=True)).to_be_visible()
    heading = words.split("\n")[0].removeprefix("[trial] ")
    await expect(theirs.page.get_by_role("heading", level=2)).to_have_text(heading)


async def test_what_is_read_stays_text_whatever_it_says(phone):
    theirs = await phone("r")
    await theirs.page.locator("textarea").fill(age_identity(CLEO))
    words = "[call] <b>Ana</b>\n<img src=x onerror=alert(1)>\n<script>alert(1)</script>"
    await open_file(theirs, sheet_for(CLEO, words))
    await expect(theirs.page.get_by_role("heading", level=2)).to_have_text("<b>Ana</b>")
    assert await theirs.page.locator("article img, article b, article script").count() == 0


@pytest.mark.parametrize("broken", ["theirs", "cut", "no age file"])
async def test_a_file_that_does_not_open_says_no_more_than_that(phone, broken):
    theirs = await phone("r")
    await theirs.page.locator("textarea").fill(age_identity(CLEO))
    file = sheet_for(BEA if broken == "theirs" else CLEO)
    if broken == "cut":
        file["buffer"] = file["buffer"][:-1]
    if broken == "no age file":
        file["buffer"] = b"hello"
    await open_file(theirs, file)
    await expect(theirs.page.get_by_role("alert")).to_have_text(
        "This file does not open with this key."
    )
