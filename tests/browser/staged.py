"""The demo's own stage, with the real house behind it, for a browser that looks at its phones."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.async_api import Page, expect

from bot.demo.hands import say
from bot.demo.keepsakes import her_numbers
from bot.demo.page import Page as Slots
from bot.demo.page import shown
from bot.demo.planting import _begun, her_terms
from bot.demo.playing import set_up_at_once, stage
from bot.demo.story import Scene
from rules.people import PersonId
from simulator.people import Person
from storage.persons import Address, BotId, Chat, ChatId
from tests.browser.sitting import Handset

#: A row of phones whose frames are 320 pixels wide.
ROOM = {"viewport": {"width": 1360, "height": 1250}, "timezone_id": "America/Lima"}


@asynccontextmanager
async def staged(home: Path, language: str = "en") -> AsyncIterator[Scene]:
    """Everybody is enrolled in a moment; the clock stands still and is pushed by the test."""
    async with stage(home / "data") as one:
        scene = await set_up_at_once(one, language)
        await one.stand.freeze()
        async with shown(Slots(scene)):
            yield scene
        assert await one.stand.violations() == []
    assert "Traceback" not in one.log.read_text()


async def sister_of(scene: Scene) -> Person:
    """Let somebody in who is like her in everything: terms, numbers, keys, and what she reads."""
    one, insight, name = scene.stage, scene.stage.look_inside(), "زهرا"
    her = await insight.behind(one.bot, scene.cast.defender.id)
    assert her is not None
    sister = await one.enter("defender", name, scene.cast.language, started=True)
    scene.cast.crowd.append(sister)
    storage, now = await insight.storage(), await one.stand.now()
    # The first byte draws the dull word on the key to the page.
    who = PersonId(her.id[:1] + storage.chance.new_id()[1:])
    chats = (Chat(Address(BotId(one.bot), ChatId(sister.id))),)
    alike = replace(her, id=who, version=0, code="A2", nick="Zuhra", contacts=(), chats=chats)
    house = replace(await storage.readings.house(), next_defender=3)
    begun = _begun(house, (alike,), {who: her_terms()}, now, storage.chance.ids(1))
    numbers = await her_numbers(insight, who)
    await insight.record(replace(begun, changes=(*begun.changes, numbers)))
    await say(one, sister, "1")
    return sister


@dataclass
class Row:
    """The page of phones, and the phones on it."""

    scene: Scene
    page: Page

    def phone(self, person: Person) -> Handset:
        """Somebody's phone."""
        return Handset(self.page, person.first_name)

    async def text(self, person: Person) -> str:
        """All that can be read on a phone, without the name of its owner above it.

        Once it shows as many messages as stand there: the page is told of each a moment later.
        """
        await expect(self.phone(person).messages).to_have_count(len((await person.sees()).messages))
        whole = await self.phone(person).whole.locator(".case").inner_text()
        return re.sub(r"\s+", " ", whole)

    async def officer_reads(self, person: Person) -> str:
        """All that somebody reads who has the unlocked phone for three minutes."""
        await self.phone(person).whole.get_by_role("button", name="three minutes").click()
        view = self.page.get_by_role("dialog", name="three minutes")
        await expect(view).to_be_visible()
        read = await view.inner_text()
        await self.page.keyboard.press("Escape")
        await expect(view).to_have_count(0)
        return read
