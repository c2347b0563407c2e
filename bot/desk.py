"""Opens the house for one command of the operator, beside a Vigil that may be running."""

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta

from telegram import Bot
from telegram.error import TelegramError

from bot.clock import Clock
from bot.keys import open_keyring
from bot.settings import Settings
from bot.wire import Wire
from rules.people import Role
from storage.deed import Deed, Invite, KeepHouse
from storage.keychain import Keychain
from storage.opening import Storage, open_storage
from storage.persons import Invitation

LINK_HOLDS = timedelta(hours=48)


class NotSetUp(Exception):
    """There is no database here yet: run vigil init."""


class NoTelegram(Exception):
    """Telegram could not be reached, and this cannot be done without it."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The house, open for the operator."""

    settings: Settings
    storage: Storage
    keychain: Keychain
    clock: Clock
    bot: Bot


@dataclass(frozen=True, slots=True)
class Invited:
    """A one-time link and the number that is said aloud with it (law 28)."""

    link: str
    number: str
    code: str
    hours: int


@asynccontextmanager
async def desk(
    settings: Settings, environ: Mapping[str, str], *, new: bool = False
) -> AsyncIterator[Desk]:
    """Open the house; `new`: its database may be missing and is made.

    Raises NotSetUp and whatever keeps the keys or the database from opening.
    """
    keyring, keychain = open_keyring(settings, environ)
    database = settings.database_file
    if database is not None and not database.exists() and not new:
        raise NotSetUp
    async with AsyncExitStack() as stack:
        clock = Clock(follows=settings.at_stand_in)
        wire = Wire(settings.telegram_url, settings.token, clock, direct=settings.at_stand_in)
        stack.push_async_callback(wire.close)
        bot = wire.bot()
        if settings.at_stand_in:
            # Its first answer tells the time we live in; without it we live in our own.
            await name_of(bot)
        storage = open_storage(settings.database_url, keyring, clock=clock.now)
        stack.push_async_callback(storage.close)
        yield Desk(settings, storage, keychain, clock, bot)


async def name_of(bot: Bot) -> str:
    """Return the bot's own name, without @. Raises NoTelegram."""
    try:
        me = await bot.get_me()
    except TelegramError as error:
        raise NoTelegram from error
    return me.username or ""


async def invite_coordinator(desk: Desk, language: str) -> Invited:
    """Make a one-time link for somebody who is to coordinate. Raises NoTelegram."""
    username = await name_of(desk.bot)
    stamps, house = desk.storage.stamps, await desk.storage.readings.house()
    token, number = stamps.new_token(), stamps.new_number()
    code = f"B{house.next_coordinator}"
    invitation = Invitation(
        digest=stamps.digest(token),
        role=Role.COORDINATOR,
        inviter=None,
        number=number,
        expires_at=desk.clock.now() + LINK_HOLDS,
        code=code,
        language=language,
    )
    counted = replace(house, next_coordinator=house.next_coordinator + 1)
    await desk.storage.journal.record(Deed(changes=(KeepHouse(counted), Invite(invitation))))
    hours = int(LINK_HOLDS / timedelta(hours=1))
    return Invited(f"https://t.me/{username}?start={token}", number, code, hours)
