"""A whole story is played by clicking, with the real bot behind: the demo as people start it."""

import asyncio
import contextlib
import os
import re
import signal
import sys
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.browser.sitting import Handset

pytestmark = pytest.mark.asyncio(loop_scope="session")

ROOT = Path(__file__).parents[2]
#: Four phones fit beside each other.
ROOM = {
    "viewport": {"width": 1640, "height": 1290},
    "device_scale_factor": 0.65,
    "timezone_id": "America/Lima",  # the watcher's; the people of the demo live elsewhere
}
_KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "XDG_RUNTIME_DIR", "VIRTUAL_ENV")
WITHIN = 240  #: real seconds after which the demo will never be ready, or over
THEIRS = re.compile(r"\btheirs\b")


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def demo(chromium, tmp_path_factory):
    """The address of a demo whose defender reads Persian."""
    home = tmp_path_factory.mktemp("demo")
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    with (home / "printed").open("wb") as printed:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "demo", "--stage", "--language", "fa"),
            cwd=ROOT,
            env=kept | {"VIGIL_DATA_DIR": str(home / "data"), "PYTHONUNBUFFERED": "1"},
            stdout=printed,
            stderr=printed,
            start_new_session=True,
        )
    try:
        yield await _address_in(home / "printed", process)
        process.send_signal(signal.SIGINT)
        async with asyncio.timeout(WITHIN):
            assert await process.wait() == 0, (home / "printed").read_text()
    finally:
        # With all that it has started, however this ended.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
    assert "Traceback" not in (home / "printed").read_text()


async def _address_in(file, process):
    """Wait until the demo says that all is ready; gives its address."""
    async with asyncio.timeout(WITHIN):
        while "Stories are ready" not in file.read_text():
            assert process.returncode is None, file.read_text()
            await asyncio.sleep(0.1)
    return re.search(r"http://\S+", file.read_text())[0]


class Play:
    """The page of the demo, with the four phones of its circle."""

    def __init__(self, page):
        self.page = page
        self.zarina = Handset(page, "Зарина")
        self.maria = Handset(page, "María")
        self.nasrin = Handset(page, "نسرین")
        self.farid = Handset(page, "Farid")
        self.narrator = page.get_by_role("region", name="Story being played")
        self.next = self.narrator.get_by_role("button", name="Next step")

    async def step(self, number):
        """Wait until a step has been done and the story waits."""
        await expect(self.narrator).to_contain_text(f"{number} of 10")
        await expect(self.next).not_to_have_attribute("aria-disabled", "true")

    async def push(self, label):
        await self.page.get_by_role("button", name=label, exact=True).click()


async def test_a_silence_from_the_first_reminder_to_the_end(demo, open_page, keep_picture):
    play = Play(await open_page(demo, **ROOM))
    await expect(play.page.get_by_label("Zone of this clock")).to_have_value("Asia/Dushanbe")
    await play.zarina.tool("Lay face down").click()
    await play.page.get_by_role("button", name="Silence").click()

    await play.step(1)  # A word comes without a sound.
    await expect(play.zarina.notes.first).to_contain_text("21:00")
    await expect(play.zarina.notes.first).to_contain_text("silent")
    await play.zarina.tool("Pick the phone up").click()
    await play.next.click()

    await play.step(2)  # She is reminded, and nobody else hears of it.
    await expect(play.zarina.messages.filter(has_text="21:30")).to_have_count(2)
    await expect(play.maria.messages.filter(has_text="Something to read")).to_have_count(0)
    reminder = play.zarina.messages.last.locator(".text")
    assert await reminder.evaluate("e => getComputedStyle(e).direction") == "rtl"
    await play.next.click()

    await play.step(3)  # Her first contact is asked, and has opened what came.
    await play.maria.hears("We have had no note from Zara")
    await expect(play.maria.button("No, but I can help")).to_be_visible()
    await expect(play.farid.messages.filter(has_text="Who takes it?")).to_have_count(0)
    await play.next.click()

    await play.step(4)  # The second one is asked, and the office.
    await play.nasrin.hears("Something to read, please, when you are alone.")
    asked = await play.farid.hears("Who takes it?")
    await expect(asked).to_contain_text("21:40")
    number = re.search(r"(\d+) · A1", await asked.inner_text())[1]
    await expect(play.page.get_by_role("region", name="Promises and alarms")).to_contain_text(
        f"Alarm {number}"
    )
    await _keep_for_readme(play.page, keep_picture)
    await play.narrator.get_by_role("button", name="Stop").click()

    await play.farid.button("Take").click()  # From here on everything is done by hand.
    await play.farid.hears(f"{number} is with B1 until")
    await play.maria.hears("Somebody is looking after it.")
    await play.nasrin.hears("Somebody is looking after it.")

    keys = play.zarina.whole.get_by_role("group", name="Keyboard", exact=True)
    note = keys.get_by_role("button", name="1", exact=False)
    assert await note.evaluate("e => getComputedStyle(e).direction") == "rtl"
    await note.click()
    receipt = await play.zarina.hears(re.compile(r"21:4\d\W*ثبت شد"))
    await expect(receipt.get_by_role("img", name="Sent without sound")).to_be_visible()
    await play.push("+15 min")
    await play.maria.hears("We have a message and are looking at it.")
    await play.nasrin.hears("We have a message and are looking at it.")

    await play.farid.says(f"confirm {number} voice")
    await play.farid.hears(f"{number} is over. All is well.")
    await play.maria.hears("All is well. Thank you.")
    await play.nasrin.hears("All is well. Thank you.")
    await expect(play.zarina.messages.filter(has_text="is over")).to_have_count(0)
    await expect(play.page.get_by_role("button", name="0 violations")).to_be_visible()
    await keep_picture(play.page, "story-end", full_page=True)


async def _keep_for_readme(page, keep_picture):
    await keep_picture(page, "story")
    if asked_for := os.environ.get("VIGIL_SCREENSHOT"):
        await page.screenshot(path=ROOT / asked_for)


@pytest.mark.parametrize("gone", ["Our server is killed", "Telegram is down"])
async def test_a_note_waits_until_both_ends_are_there_again(demo, open_page, gone):
    play = Play(await open_page(demo, **ROOM))
    knob = play.page.get_by_role("switch", name=gone)
    await knob.click()
    await expect(knob).to_be_checked()

    await play.zarina.says("1")
    said = await play.zarina.hears("1")
    await expect(said.get_by_role("img", name="Sent")).to_be_visible()
    await play.push("+15 min")
    await expect(play.zarina.messages.last).not_to_have_class(THEIRS)
    await knob.click()

    await expect(knob).not_to_be_checked()
    await expect(play.zarina.messages.last).to_have_class(THEIRS)
    running = play.page.get_by_role("region", name="Promises and alarms").get_by_role("table")
    await expect(running.locator('tr[data-tone="calm"]')).not_to_have_count(0)
    await expect(running.locator('tr[data-tone="open"]')).to_have_count(0)
