"""In the stand-in's phones a reader's key lies where that client keeps secrets, or under words."""

import contextlib

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import expect

from sealing.checkin import open_envelope
from sealing.contents import Recipient, read
from sealing.recipients import read_identity, recipient_of
from simulator.running import running
from tests.browser.sitting import TOKEN, Room, keyboard
from tests.miniapp.conftest import PATIENCE
from tests.miniapp.phone import DEPLOYMENT, KID, SEED, b64, unb64
from tests.sealing import age_witness

pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.xdist_group("miniapp"),
    pytest.mark.slow,
]

CHALLENGE = b"r" * 16
HEALTH = "[health] Health\nNo penicillin"
WORDS = "a river under quiet stones"


@pytest_asyncio.fixture(loop_scope="session")
async def room(page_browser):
    """The stand-in, its page in a browser, and a bot that the test speaks for."""
    async with contextlib.AsyncExitStack() as stack:
        stand = await stack.enter_async_context(running(token=TOKEN, speed=0, limits=False))
        context = await page_browser.new_context(viewport={"width": 1440, "height": 1000})
        stack.push_async_callback(context.close)
        context.set_default_timeout(PATIENCE)
        page = await context.new_page()
        await page.goto(stand.url)
        http = httpx.AsyncClient(base_url=stand.bot_url + TOKEN, timeout=60, trust_env=False)
        await stack.enter_async_context(http)
        one = Room(stand, page, http)
        one.ben = await one.somebody("Ben")
        yield one
        assert await stand.violations() == []


@pytest.fixture
def opens(room, site):
    """Ben presses a key that the bot brought him; returns what stands in the frame."""

    async def opens(screen):
        address = f"{site()}?c={b64(CHALLENGE)}&k={KID}&m={screen}&l=en"
        keys = keyboard([{"text": "Office", "web_app": {"url": address}}])
        await room.bot_says(room.ben, "Please", reply_markup=keys)
        await room.phone("Ben").key("Office").click()
        return room.phone("Ben").whole.frame_locator("iframe")

    return opens


async def stored(room):
    """Everything that lies on Ben's devices."""
    return await room.stand.ask("storage", person=room.ben.id)


async def sent(room):
    """The key that the house got."""
    (update,) = await room.bot_hears()
    data = update["message"]["web_app_data"]["data"]
    opened = read(open_envelope([SEED], DEPLOYMENT, [CHALLENGE], data).content)
    assert isinstance(opened, Recipient)
    return unb64(opened.recipient)


async def reads(frame, public):
    """Give the page a sheet for this key, as it was saved from the chat."""
    file = age_witness.seal_file(HEALTH.encode().ljust(2048), [public])
    given = {"name": "sheet.age", "mimeType": "application/octet-stream", "buffer": file}
    await frame.get_by_label("The file").set_input_files(given)
    await frame.get_by_role("button", name="Open", exact=True).click()
    await expect(frame.get_by_text("No penicillin")).to_be_visible()


async def test_on_a_phone_with_a_keychain_the_key_lies_there_and_nowhere_else(room, opens):
    frame = await opens("y")
    await frame.get_by_role("button", name="Make a key").click()
    await frame.get_by_role("button", name="Send", exact=True).click()
    public = await sent(room)

    shelves = await stored(room)
    (identity,) = shelves["secure android"].values()
    assert read_identity(identity)
    assert recipient_of(read_identity(identity)).startswith("age1pq1")
    # The page reads the device's own store too, and leaves nothing of the key there.
    assert identity not in str({**shelves, "secure android": {}})
    await reads(await opens("r"), public)


async def test_on_a_client_without_one_words_lock_the_key_before_it_is_kept(room, opens):
    phone = room.phone("Ben")
    await phone.tool("Turn the phone over").click()
    await phone.whole.get_by_label("Telegram on").select_option("Desktop")
    await phone.whole.get_by_role("button", name="Turn to the front").click()
    frame = await opens("y")
    await frame.get_by_role("button", name="Make a key").click()
    await frame.get_by_label("The words that lock it").fill(WORDS)
    await frame.get_by_label("The same words once more").fill(WORDS)
    await frame.get_by_role("button", name="Next", exact=True).click()
    await frame.get_by_role("button", name="Send", exact=True).click()
    public = await sent(room)

    shelves = await stored(room)
    assert list(shelves) == ["device tdesktop"]
    assert shelves["device tdesktop"]["o"].startswith("-----BEGIN AGE ENCRYPTED FILE-----")
    assert "AGE-SECRET-KEY" not in str(shelves).upper()
    frame = await opens("r")
    await frame.get_by_label("The words that lock it").fill(WORDS)
    await reads(frame, public)


async def test_a_client_that_was_installed_anew_asks_for_the_key_from_paper(room, opens):
    frame = await opens("y")
    await frame.get_by_role("button", name="Make a key").click()
    await frame.get_by_role("button", name="Show what to write down").click()
    paper = await frame.locator(".paper").inner_text()
    await frame.get_by_role("button", name="Send", exact=True).click()
    public = await sent(room)
    await room.stand.tell("reinstall", device="android", **{"from": room.ben.id})

    frame = await opens("r")
    await frame.locator("textarea").fill(paper)
    await reads(frame, public)
