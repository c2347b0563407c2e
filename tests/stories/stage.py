"""The stage of the stories: a whole house, the stand-in for Telegram, the clock in our hands.

Time stands still until a story moves it, so everything that can be said at a moment has been said
when `settle` returns. People act as on their phones; what was said is read from the stand-in.
"""

import asyncio
import sqlite3
from collections import Counter
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.running import How, build
from bot.settings import load
from simulator.people import Impossible, Stand
from storage.moments import to_micros
from tests.stories.circle import (
    BOT,
    CHATS,
    DAWN,
    IDS,
    NAMES,
    TERMS,
    TOKEN,
    ZONE,
    EvenChance,
    gather,
)
from tests.stories.fuse import Fuse

#: As long as nothing is due, the ear is content with having heard up to a minute ago.
_FRESH = timedelta(seconds=60)
_A_MOMENT = timedelta(seconds=10)
#: Everything that somebody still has to do something about, by the moment now.
_UNDONE = """
SELECT (SELECT count(*) FROM inbox WHERE state = 0 AND try_at <= :now)
     + (SELECT count(*) FROM watches WHERE wake_at <= :now)
     + (SELECT count(*) FROM alarms WHERE wake_at <= :now)
     + (SELECT count(*) FROM notices WHERE try_at <= :now OR fence IS NOT NULL)
"""


@dataclass
class Stage:
    """Everything that a story is played with."""

    stand: Stand
    home: object  #: where database, keys and token lie
    fuse: Fuse = field(default_factory=Fuse)
    seed: int = 1
    senders: int = 8
    house: object = None
    now: datetime = DAWN  #: what time it is at the stand-in
    people: dict = field(default_factory=dict)
    starts: int = 0
    since: int = 0  #: the record's number up to which `heard` was read
    _stack: AsyncExitStack | None = None
    _turning: asyncio.Task | None = None

    async def open(self, *, terms=TERMS, language="en", circle=True):
        """Give everybody a phone, write everybody down, and let the house live."""
        await self.stand.freeze()
        await self._push(DAWN)
        for name, shown in NAMES.items():
            self.people[name] = await self.stand.person(CHATS[name], shown, language, started=True)
        await self._build()
        if circle:
            await gather(self.house.storage, terms, language)
        self._live()
        await self.settle()

    # --- The house -----------------------------------------------------------------------------

    async def start(self):
        """Start the house from what the disk holds."""
        await self._build()
        self._live()

    async def stop(self):
        """Let the house end as it does when it is asked to."""
        if self._turning is not None:
            self._stop.set()
            await self._turning
        await self._gone()

    async def crash(self):
        """Drop everything that is in memory, as if the power had failed."""
        self.fuse.is_off = True
        if self._turning is not None:
            self._turning.cancel()
            await asyncio.gather(self._turning, return_exceptions=True)
        await self._gone()
        self.fuse.mend()

    async def _build(self):
        self.starts += 1
        settings = load(
            {
                "VIGIL_TELEGRAM_URL": self.stand.url,
                "VIGIL_TOKEN_FILE": str(self.home / "token"),
                "VIGIL_DATA_DIR": str(self.home),
            }
        )
        chance = EvenChance.seeded(1000 * self.seed + self.starts)
        how = How(chance=chance, on_commit=self.fuse.commits, limits=False, senders=self.senders)
        while True:
            self._stack = AsyncExitStack()
            try:
                self.house = await build(settings, self._stack, environ={}, how=how)
            except BaseException:
                await self._stack.aclose()
                if not self.fuse.is_off:
                    raise
                self.fuse.mend()  # it was cut while it started
            else:
                break
        for _ in range(2):  # from the second answer on it knows that time stands still
            self.house.clock.answered(None, self.now.isoformat(), self.now)

    def _live(self):
        self._stop = asyncio.Event()
        self._turning = asyncio.create_task(self.house.turn(self._stop))

    async def _gone(self):
        stack, self._stack, self._turning = self._stack, None, None
        if stack is not None:
            await self.house.horn.close()
            await stack.aclose()

    # --- Time ----------------------------------------------------------------------------------

    async def at(self, clock):
        """Let time pass until it is `clock` in Dushanbe, and let all be said.

        Whenever somebody's time is up on the way the house listens, as it would.
        """
        await self.come_near(clock)
        await self.push_to(clock)
        await self.settle()

    async def come_near(self, clock):
        """Let time pass until just before it is `clock`."""
        near = self._next(clock) - _A_MOMENT
        while (at := await self._wakes()) is not None and at <= near:
            await self._reach(at - _A_MOMENT)
            await self._reach(at)
        await self._reach(near)

    async def push_to(self, clock):
        """Push the clock to this time in Dushanbe and wait for nothing."""
        await self._push(self._next(clock))

    async def _push(self, moment):
        self.now = await self.stand.push_to(moment)

    async def _reach(self, moment):
        if moment > self.now:
            await self._push(moment)
            await self.settle()

    async def _wakes(self):
        return await self.house.storage.journal.next_wake()

    def _next(self, clock):
        now = self.now.astimezone(ZoneInfo(ZONE))
        then = datetime.combine(now.date(), time.fromisoformat(clock), ZoneInfo(ZONE))
        return then if then > now else then + timedelta(days=1)

    async def settle(self, within=120.0):
        """Wait until everything has been heard, decided and said that can be by now."""
        await self.until(self._is_still, within)

    async def until(self, is_so, within=120.0):
        """Wait until something is so; nothing tells of it, so it has to be looked for."""
        try:
            async with asyncio.timeout(within):
                while not await is_so():  # noqa: ASYNC110
                    await asyncio.sleep(0.003)
        except TimeoutError:
            raise AssertionError(f"it never came to that: {self.undone()} undone") from None

    async def _is_still(self):
        if self.fuse.is_off:
            await self.crash()
            await self.start()
            return False
        if self._turning.done():
            await self._turning
        house = self.house
        fetched = house.ear.fetched_until
        if house.clock.now() != self.now or fetched is None or self.now - fetched > _FRESH:
            return False
        if self.undone() or house.intake._answering or await self.stand.queue(BOT):
            return False
        # What the last question has brought since then is committed, or still on its way.
        return not self.undone() and not self.fuse.is_off

    def undone(self):
        """How much there is that somebody still has to do something about."""
        return self.ask(_UNDONE, now=to_micros(self.now))[0][0]

    def ask(self, question, **given):
        """Read the database's file as it is committed, past every door of the house."""
        file = next((self.home / "db").glob("vigil.sqlite"))
        connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        try:
            return connection.execute(question, given).fetchall()
        finally:
            connection.close()

    # --- People --------------------------------------------------------------------------------

    async def says(self, name, text, **how):
        """Somebody types, and everything that follows is said."""
        await self.people[name].says(text, **how)
        await self.settle()

    async def taps(self, name, label):
        """Somebody presses the newest button that begins like this."""
        seen = (await self.people[name].sees()).from_bot
        found = [
            (one.message_id, button)
            for one in seen
            for row in one.buttons
            for button in row
            if button.startswith(label)
        ]
        if not found:
            raise Impossible(f"{name} sees no key {label!r} but {[one.buttons for one in seen]}")
        await self.people[name].taps(found[-1][1], found[-1][0])
        await self.settle()

    async def gets(self, update, *, settled=True):
        """Let Telegram hand over any JSON as an update."""
        await self.stand.tell("raw_update", update=update)
        if settled:
            await self.settle()

    async def follows(self, name, link):
        """Somebody opens a link and presses Start."""
        await self.people[name].opens_link(link)
        await self.settle()

    async def reads(self, name):
        """The bot's texts that stand in somebody's chat, oldest first."""
        return [plain(one.text) for one in (await self.people[name].sees()).from_bot]

    async def heard(self):
        """What the bot has said since the last time, by name: each text and how often."""
        names = {number: name for name, number in CHATS.items()}
        record = await self.stand.record(self.since)
        said = {name: Counter() for name in CHATS}
        for entry in record:
            self.since = entry["n"]
            if entry["by"] == "bot" and entry["direction"] in {"out", "edit"}:
                said[names[entry["chat_id"]]][plain(entry["text"])] += 1
        return said

    # --- What is kept --------------------------------------------------------------------------

    async def life(self, name="zarina"):
        """Somebody's promises and the alarms about them."""
        return await self.house.storage.readings.life(IDS[name])

    async def routine(self):
        """Zarina's promise that comes again and again."""
        return next(one for one in (await self.life()).watches if one.sort == 0)

    async def alarms(self):
        """The open alarms, the oldest first."""
        return [one.alarm for one in await self.house.storage.readings.open_alarms()]


def plain(text):
    """A text without the marks that keep left-to-right and right-to-left apart."""
    return text.translate(dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F)))


def token_file(home):
    """Write the token where the settings look for it."""
    file = home / "token"
    file.touch(mode=0o600)
    file.write_text(TOKEN)
