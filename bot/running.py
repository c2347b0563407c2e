"""Puts the house together and lets its loops turn until it is told to stop.

The order matters: encryption is proven first, then the keys, then the time, then the database; and
the last to stop is the courier, which settles what was told.
"""

import asyncio
import gc
import logging
import os
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from telegram import Bot
from telegram.error import TelegramError

from bot import state
from bot.clock import Clock
from bot.courier import SENDERS, Courier
from bot.ear import Ear
from bot.fetching import fetching
from bot.hold import Hold
from bot.horn import Horn
from bot.house import House
from bot.housekeeping import Housekeeping
from bot.inlet import Inlet
from bot.intake import Intake
from bot.keys import open_keyring
from bot.limiter import Limiter
from bot.page import PageMisshapen, PageMissing, read_bundle
from bot.page_host import PageHost
from bot.pulse import Pulse
from bot.settings import Settings
from bot.stale import PageWatch
from bot.tick import Tick
from bot.web import FRAMED_HERE, Web, forms_at, listen, page_at
from bot.wire import Wire
from bot.worries import Doors, Worries
from handlers.context import Rooms
from handlers.dossier import posted
from handlers.telling import PLAIN as PLAIN_WORDS
from handlers.telling import tell
from handlers.words import Speech
from storage.chance import Chance
from storage.claims import Claimed, Outcome
from storage.opening import Storage, open_storage
from storage.persons import BotId
from storage.writing import OnCommit

log = logging.getLogger(__name__)

_NEAR = timedelta(days=1)  #: a clock that is further off than this destroys no keys
_COLLECT = (20_000, 20, 20)  #: how much is made before the rubbish is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """What tests, the demo and the bench do differently; the real house takes it as it is."""

    chance: Chance | None = None  #: None: the operating system's
    on_commit: OnCommit | None = None
    limits: bool = True  #: False: send as fast as we can
    senders: int = SENDERS


PLAIN = How()


async def run(
    settings: Settings,
    stop: asyncio.Event,
    *,
    environ: Mapping[str, str] = os.environ,
    how: How = PLAIN,
) -> None:
    """Run the house until `stop`. Raises what keeps it from starting, or what ended it."""
    async with AsyncExitStack() as stack:
        house = await build(settings, stack, environ=environ, how=how)
        log.info("running.started", extra={"bot_id": settings.bot_id})
        # What stands now stands for ever; looking through it again and again cost a third of the
        # processor while many were due.
        gc.collect()
        gc.freeze()
        gc.set_threshold(*_COLLECT)
        await house.turn(stop)
        log.info("running.stopped")


async def build(
    settings: Settings,
    stack: AsyncExitStack,
    *,
    environ: Mapping[str, str] = os.environ,
    how: How = PLAIN,
) -> House:
    """Return the house, put together; `stack` takes it apart again."""
    # Telegram's client gives times as timedelta, as its next version will; as numbers it warns.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    keyring, keychain = open_keyring(settings, environ)
    clock = Clock(follows=settings.at_stand_in)
    wire = Wire(settings.telegram_url, settings.token, clock, direct=settings.at_stand_in)
    stack.push_async_callback(wire.close)
    bot = wire.bot()
    if settings.at_stand_in:
        await _learn_the_time(bot)
    storage = open_storage(
        settings.database_url,
        keyring,
        clock=clock.now,
        at_telegram=clock.now_at_telegram,
        chance=how.chance,
        on_commit=how.on_commit,
    )
    stack.push_async_callback(storage.close)
    await _warm_up(storage)
    clock.on_jump.append(storage.woken.ring)
    bot_id, bell = BotId(settings.bot_id), storage.woken
    last = state.read(settings.state_file)
    rooms = Rooms(
        readings=storage.readings,
        stamps=storage.stamps,
        proofs=storage.proofs,
        # Until Telegram says it again, the name is what it was the last time.
        bot_username=last.bot if last is not None else "",
        pages_url=settings.public_url,
        serves_page=settings.public_url is not None and settings.listen is not None,
        horn=bool(settings.horn_urls),
        now=clock.now,
        dossiers=storage.dossiers,
        fetch=fetching(bot),
    )
    listening = Hold(storage.leases, f"ear:{bot_id}", clock)
    carrying = Hold(storage.leases, "courier", clock)
    ear = Ear(bot_id, wire, storage.inbox, storage.journal, clock, bell, listening)
    intake = Intake(bot, storage.inbox, storage.readings, rooms, clock, bell)
    tick = Tick(bot_id, storage.ear, ear, storage.journal, clock, bell)

    page, files = settings.public_url, storage.dossiers.handed_on

    async def say(claimed: Claimed) -> Outcome:
        return await tell(bot, claimed, storage.stamps, clock.now, page, files)

    limiter = Limiter(on=how.limits)
    courier = Courier(storage.outbox, say, limiter, clock, bell, carrying, senders=how.senders)
    housekeeping = Housekeeping(
        storage, keychain, (listening, carrying), sure=partial(_is_agreed, clock)
    )
    # Before anybody is told anything: a key under a chat names the one that phones seal to.
    housekeeping.turn_epochs()
    host = _page_host(settings, storage)
    inlet = Inlet(storage, lambda *sheets: posted(intake.rooms, *sheets))
    web = _web(settings, host, inlet, stack) if host is not None else None
    doors = Doors(
        ear=ear,
        intake=intake,
        tick=tick,
        courier=courier,
        journal=storage.journal,
        outbox=storage.outbox,
        readings=storage.readings,
        page=PageWatch(settings, host.page) if host is not None else None,
    )
    return House(
        settings=settings,
        clock=clock,
        storage=storage,
        bot=bot,
        ear=ear,
        intake=intake,
        tick=tick,
        courier=courier,
        horn=Horn(settings.horn_urls),
        pulse=Pulse(settings.pulse_url),
        worries=Worries(doors),
        housekeeping=housekeeping,
        holds=(listening, carrying),
        web=web,
    )


def _page_host(settings: Settings, storage: Storage) -> PageHost | None:
    """Return what has the page ready; None where there is none.

    Raises PageMissing and PageMisshapen where it is to be served: then somebody is waiting for it.
    """
    if settings.public_url is None:
        return None
    post = settings.page_path if settings.listen is not None else None
    try:
        return PageHost(read_bundle(), storage, post=post)
    except (PageMissing, PageMisshapen):
        if settings.listen is not None:
            raise
        # It stands on another host, and whoever looks the house over is told what is wrong here.
        log.exception("running.no_page")
        return None


def _web(settings: Settings, host: PageHost, inlet: Inlet, stack: AsyncExitStack) -> Web | None:
    """Return what serves the page, its address taken; None where no phone is to come here."""
    if settings.listen is None:
        return None
    web = Web(
        listen(settings.listen),
        [page_at(settings.page_path, host), forms_at(settings.page_path, inlet)],
        framed_by=FRAMED_HERE if settings.at_stand_in else (),
    )
    stack.callback(web.close)
    return web


def _is_agreed(clock: Clock) -> bool:
    """Say whether Telegram's clock is about where ours is; a stand-in's is ours."""
    return clock.follows or (clock.offset is not None and abs(clock.offset) < _NEAR)


async def _warm_up(storage: Storage) -> None:
    """Read the words of the house's language now: the first alarm must not wait for a parser."""
    language = (await storage.readings.house()).language
    Speech(language, "UTC", storage.clock()).say(PLAIN_WORDS)


async def _learn_the_time(bot: Bot) -> None:
    """Wait for the stand-in's first answer: until then we would live in another time than it."""
    while True:
        try:
            await bot.initialize()
        except TelegramError:
            await asyncio.sleep(0.2)
        else:
            return
