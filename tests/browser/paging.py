"""The page of a phone as it lies open in its frame: what is read and pressed there, by name."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.async_api import FrameLocator, Locator, expect

from handlers.words import Speech
from simulator.people import Person
from tests.browser.sitting import Handset

_WORDS = Path(__file__).parents[2] / "miniapp" / "src" / "words"
_DIGITS = {"ar": "٠١٢٣٤٥٦٧٨٩", "fa": "۰۱۲۳۴۵۶۷۸۹"}
NARROW = 320  #: pixels of the smallest phone that anybody should have to use


def spoken(language: str, sentence: str, **given: object) -> str:
    """What the chat says, in that language."""
    return Speech(language, "Asia/Dushanbe", datetime(2026, 3, 2, tzinfo=UTC)).say(sentence, given)


async def label_of(person: Person, screen: str) -> str:
    """What stands on the key, or the button under a message, behind which that screen lies."""
    seen = await person.sees()
    shown = [*seen.keys, *(row for one in seen.messages for row in one.inline)]
    keys = [key for row in shown for key in row if "web_app" in key]
    (found,) = {key["text"] for key in keys if _screen(key["web_app"]["url"]) == screen}
    return found


def _screen(address: str) -> str:
    return parse_qs(urlsplit(address).query)["m"][0]


@dataclass
class Paper:
    """The page in the frame of one phone."""

    phone: Handset
    language: str = "en"

    @property
    def frame(self) -> FrameLocator:
        """What stands in the frame."""
        return self.phone.whole.frame_locator("iframe")

    @property
    def gone(self) -> Locator:
        """The frame itself, of which there is none once the page is closed."""
        return self.phone.whole.locator("iframe")

    def says(self, name: str, **given: object) -> str:
        """A sentence of the page's own."""
        words = json.loads((_WORDS / f"{self.language}.json").read_text("utf-8"))[name]
        for key, value in given.items():
            words = words.replace(f"{{{key}}}", self.number(value))
        return words

    def number(self, value: object) -> str:
        """Digits as the page's language writes them."""
        digits = _DIGITS.get(self.language)
        return str(value).translate(str.maketrans("0123456789", digits)) if digits else str(value)

    async def opened(self, title: str) -> "Paper":
        """Wait until a screen of this title is shown."""
        await expect(self.frame.locator("h1")).to_have_text(self.says(title))
        return self

    async def reads(self, name: str, **given: object) -> None:
        """Wait until the page says something."""
        await expect(self.frame.get_by_text(self.says(name, **given), exact=True)).to_be_visible()

    async def types(self, code: str) -> None:
        """Press the keys of its own keypad, one after the other."""
        for digit in code:
            keypad = self.frame.locator(".keys")
            await keypad.get_by_role("button", name=self.number(digit), exact=True).click()
        await expect(self.frame.locator(".dots")).to_have_text("•" * len(code))

    async def presses(self, name: str, **given: object) -> None:
        """Press a button of the page."""
        words = self.says(name, **given)
        await self.frame.get_by_role("button", name=words, exact=True).click()

    async def enters(self, code: str) -> None:
        """Type a number where one is chosen, and go on."""
        await self.types(code)
        await self.presses("next")

    async def sends(self, code: str, words: str = "") -> None:
        """Send a note, and wait until the page has closed itself."""
        await self.opened("title-note")
        if words:
            await self.frame.get_by_label(self.says("text"), exact=True).fill(words)
        await self.types(code)
        await self.presses("send")
        await self.is_closed()

    async def is_closed(self) -> None:
        """Wait until the page is gone."""
        await expect(self.gone).to_have_count(0)

    async def fits(self) -> None:
        """Nothing of it has to be pushed sideways, on a phone as narrow as they come."""
        box = await self.gone.bounding_box()
        assert box is not None
        assert round(box["width"]) == NARROW
        wide = await self.frame.locator("html").evaluate("one => one.scrollWidth")
        assert wide <= box["width"]


async def open_page(phone: Handset, person: Person, screen: str, language: str = "en") -> Paper:
    """Press the key behind which that screen lies, on the phone itself."""
    label = await label_of(person, screen)
    await phone.whole.get_by_role("button", name=label, exact=True).last.click()
    return Paper(phone, language)
