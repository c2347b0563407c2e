"""Fills the places that the stand-in's page leaves to us, and does what is wished there.

The page knows nothing of promises or of a server of ours; what stands in its slots is ours.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.demo.cast import names_of, phones
from bot.demo.insight import Glimpse
from bot.demo.player import Player
from bot.demo.stage import ZONE
from bot.demo.story import Scene
from bot.demo.timeline import Telling, moments, timeline

_LOOK = 0.5  #: real seconds between two looks, at most
_MOVED = timedelta(seconds=30)  #: from so much virtual time on the rows have changed
_CROWD_EARLY = timedelta(hours=5)  #: how long before it is due the crowd's note is sent
_WAIT = 20.0  #: real seconds for which one question about wishes waits

KILL = "server"


@dataclass(slots=True)
class Page:
    """The slots of one stage."""

    scene: Scene
    player: Player | None = None  #: None: no stories yet
    _filled: dict[str, Any] = field(default_factory=dict)
    _written: set[tuple[int, datetime]] = field(default_factory=set)  #: chat, and for what note
    _looked: tuple[int, bool, datetime] | None = None

    async def fill(self, name: str, content: object) -> None:
        """Put something into a slot, if it is not there already."""
        if self._filled.get(name, ...) != content:
            self._filled[name] = content
            await self.scene.stage.stand.tell("slots", name=name, content=content)

    async def show_ourselves(self) -> None:
        """Show the phones, their zone, the switch of our server, the stories, and how we are."""
        stage = self.scene.stage
        await self.fill("phones", phones(self.scene.cast, stage.bot))
        await self.fill("zone", ZONE)
        dead = not stage.running
        if self.player is not None:
            await self.fill("stories", self.player.as_slot())
            await self.fill("buttons", [_switch(dead=dead)])
        await self.fill("status", _status(dead=dead))

    async def show_time(self) -> None:
        """Show promises and alarms as they stand in the database, if anything may have changed."""
        stage = self.scene.stage
        if not stage.lives:
            return
        now, said = await stage.stand.now(), stage.seen
        if self._looked is not None:
            before, ran, at = self._looked
            moved = abs(now - at) >= _MOVED
            if said == before and stage.running is ran and not moved:
                return
        self._looked = said, stage.running, now
        glimpse = await stage.look_inside().look(now)
        await self._let_the_crowd_write(glimpse)
        telling = Telling(glimpse, names_of(self.scene.cast), ZoneInfo(ZONE))
        await self.fill("timeline", timeline(telling))
        await self.fill("moments", moments(telling))

    async def _let_the_crowd_write(self, glimpse: Glimpse) -> None:
        """Let the crowd of one story send its notes by itself, so that the others stand alone."""
        stage = self.scene.stage
        if self.player is None or self.player.playing is not None or not stage.running:
            return
        soon = {
            (chat.address.chat, one.due_at)
            for line in glimpse.board.lines
            for one in line.watches
            if one.due_at is not None and one.due_at - glimpse.now <= _CROWD_EARLY
            for chat in glimpse.people[line.id].chats
        }
        crowd = {one.id for one in self.scene.cast.crowd}
        due = {one for one in soon - self._written if one[0] in crowd}
        self._written |= due
        if due:
            said = [{"bot": stage.bot, "from": chat, "text": "1"} for chat, _ in due]
            await stage.stand.tell("say", *said)

    async def run(self) -> None:
        """Keep the slots as things are, and do what is wished, until cancelled."""
        async with asyncio.TaskGroup() as loops:
            loops.create_task(self._keep_fresh())
            loops.create_task(self._listen())

    async def _keep_fresh(self) -> None:
        while True:
            try:
                await self.scene.stage.read()
                await self.show_ourselves()
                await self.show_time()
            except Exception as error:
                # A page that is filled a moment later is better than one that is filled no more.
                text = f"The page could not be filled: {type(error).__name__}"
                await self.fill("status", {"text": text, "tone": "bad"})
            await asyncio.sleep(_LOOK)

    async def _listen(self) -> None:
        stand, since = self.scene.stage.stand, 0
        while True:
            wishes = await stand.ask("wishes", since=since, wait=_WAIT)
            for wish in wishes:
                since = wish["n"]
                await self._do(wish["slot"], wish["id"])

    async def _do(self, slot: str, what: str) -> None:
        if slot == "stories" and self.player is not None:
            await self.player.wish(what)
        elif (slot, what) == ("buttons", KILL):
            stage = self.scene.stage
            await (stage.kill() if stage.running else stage.start())
            await self.show_ourselves()


@asynccontextmanager
async def shown(page: Page) -> AsyncIterator[Page]:
    """Keep the page fresh while the block runs; what ends its loops ends the block."""
    turning = asyncio.create_task(page.run())
    try:
        yield page
    finally:
        turning.cancel()
        await asyncio.gather(turning, return_exceptions=True)


def _switch(*, dead: bool) -> dict[str, Any]:
    return {
        "id": KILL,
        "label": "Our server is killed",
        "pressed": dead,
        "hint": "Takes the power from Vigil itself, in the middle of whatever it does (SIGKILL); "
        "pressed again, it is started and goes on from what it had written down.",
    }


def _status(*, dead: bool) -> dict[str, str]:
    if dead:
        text = "Our server is killed: nothing is heard or decided, and nothing is lost"
        return {"text": text, "tone": "bad"}
    return {"text": "Our server is running", "tone": "good"}
