"""Fetches a file that somebody sent from Telegram into memory; none is ever written to disk."""

import asyncio
from collections.abc import Awaitable, Callable

from telegram import Bot
from telegram.error import BadRequest, InvalidToken, TimedOut

#: Bytes. What is longer is no sheet, and is not fetched.
LONGEST = 96 * 1024

#: Seconds, from the first question to the last byte. Until what was sent has been tried once, the
#: silence of nobody counts: a line that drips must not hold back everybody's alarm.
_PATIENCE = 15.0


def fetching(bot: Bot) -> Callable[[str], Awaitable[bytes | None]]:
    """Return what fetches a file by the id under which Telegram names it.

    It returns None where Telegram has the file no more, or it is too long; it raises TelegramError
    while Telegram cannot be asked, or takes too long. (https://core.telegram.org/bots/api#getfile)
    """

    async def fetch(file_id: str) -> bytes | None:
        try:
            async with asyncio.timeout(_PATIENCE):
                return await _fetched(bot, file_id)
        except TimeoutError as error:
            raise TimedOut from error

    return fetch


async def _fetched(bot: Bot, file_id: str) -> bytes | None:
    try:
        found = await bot.get_file(file_id)
    except BadRequest:
        return None
    # How long it is must be said before it is loaded: strangers send files too.
    if found.file_path is None or found.file_size is None or found.file_size > LONGEST:
        return None
    try:
        content = bytes(await found.download_as_bytearray())
    except (BadRequest, InvalidToken):
        # 404: the address under which it lay is good for an hour only.
        return None
    return content if len(content) <= LONGEST else None
