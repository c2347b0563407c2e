"""Somebody sits before the page: what they see of a phone and press on it, by role and name."""

import re
from dataclasses import dataclass
from typing import Any

import httpx
from playwright.async_api import Locator, Page, expect

from simulator.people import Person, Stand

TOKEN = "4242:secret-of-the-bot"


@dataclass
class Handset:
    """One phone of the row."""

    page: Page
    name: str

    @property
    def whole(self) -> Locator:
        """All of it."""
        return self.page.get_by_role("region", name=f"Phone of {self.name}", exact=True)

    @property
    def messages(self) -> Locator:
        """The messages of its chat, without the lines that name a day."""
        return self.whole.locator("li[data-message]")

    @property
    def status(self) -> Locator:
        """What stands below the bot's name."""
        return self.whole.locator(".chat-head").get_by_role("status")

    @property
    def field(self) -> Locator:
        """Where one writes."""
        return self.whole.get_by_role("textbox", name="Message", exact=True)

    @property
    def notes(self) -> Locator:
        """What lies on its lock screen."""
        return self.whole.get_by_role("list", name="Notifications").get_by_role("listitem")

    def tool(self, label: str) -> Locator:
        """A button above the phone."""
        return self.whole.get_by_role("button", name=label, exact=True)

    def key(self, label: str) -> Locator:
        """A key of the reply keyboard."""
        keyboard = self.whole.get_by_role("group", name="Keyboard", exact=True)
        return keyboard.get_by_role("button", name=label, exact=True)

    def button(self, label: str) -> Locator:
        """The newest inline button of that name."""
        below = self.whole.get_by_role("group", name="Buttons", exact=True)
        return below.get_by_role("button", name=label, exact=True).last

    async def says(self, text: str) -> None:
        """Write and press Enter."""
        await self.field.fill(text)
        await self.field.press("Enter")

    async def menu(self, item: str) -> None:
        """Choose something in the chat's menu."""
        await self.tool("Chat menu").click()
        await self.whole.get_by_role("dialog").get_by_role("button", name=item).click()

    async def hears(self, words: str | re.Pattern[str]) -> Locator:
        """Wait until the newest message from the bot with these words stands in the chat."""
        found = self.messages.filter(has_text=words).last
        await expect(found).to_be_visible()
        return found


@dataclass
class Room:
    """The stand-in alone, a page that shows it, and a bot that the test itself speaks for."""

    stand: Stand
    page: Page
    http: httpx.AsyncClient
    heard: int = 0

    async def call(self, method: str, **params: Any) -> Any:
        """Call the Bot API and return its result."""
        answer = await self.http.post(f"/{method}", json=params)
        assert answer.status_code == 200, answer.text
        return answer.json()["result"]

    async def bot_says(self, person: Person, text: str, **more: Any) -> int:
        """Send a message; return its id."""
        sent = await self.call("sendMessage", chat_id=person.id, text=text, **more)
        number: int = sent["message_id"]
        return number

    async def bot_hears(self, count: int = 1) -> list[dict[str, Any]]:
        """Wait until there are so many new updates, fetch what there is, and confirm it."""
        found: list[dict[str, Any]] = []
        while len(found) < count:
            found += await self.call("getUpdates", offset=self.heard + 1, timeout=50)
            self.heard = found[-1]["update_id"] if found else self.heard
        return found + await self.call("getUpdates", offset=self.heard + 1)

    async def somebody(self, name: str, number: int = 7, language: str = "en") -> Person:
        """Let somebody in who has pressed Start, which the bot has heard."""
        person = await self.stand.person(number, name, language)
        await person.opens_link("")
        await self.bot_hears()
        return person

    def phone(self, name: str) -> Handset:
        """Somebody's phone on the page."""
        return Handset(self.page, name)


def keyboard(*rows: list[Any], **how: Any) -> dict[str, Any]:
    """A reply keyboard of labels, or of whole buttons."""
    whole = [[{"text": one} if isinstance(one, str) else one for one in row] for row in rows]
    return {"keyboard": whole, "resize_keyboard": True, **how}


def inline(*rows: list[str]) -> dict[str, Any]:
    """Inline buttons that call back with their own labels."""
    return {"inline_keyboard": [[{"text": one, "callback_data": one} for one in r] for r in rows]}
