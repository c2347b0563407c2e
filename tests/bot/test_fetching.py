"""A file that somebody sent is fetched into memory, within bounds, or is said to be gone."""

import asyncio
import contextlib

import pytest
from telegram import Bot
from telegram.error import NetworkError, TimedOut

from bot import fetching as fetchings
from bot.fetching import LONGEST, fetching
from tests.bot.circle import AMINA
from tests.bot.shell import TOKEN


@pytest.fixture
async def bot(wire, amina):
    return wire.bot()


@pytest.fixture
def sent(bot):
    """Lets a file lie at Telegram; returns the id by which it is named there."""

    async def sent(content):
        message = await bot.send_document(AMINA, content, filename="sheet.age")
        return message.document.file_id

    return sent


@pytest.mark.parametrize("size", [1, 4096, LONGEST])
async def test_a_file_comes_as_it_was_sent(bot, sent, size):
    content = bytes(range(256)) * (size // 256) + bytes(size % 256)
    assert await fetching(bot)(await sent(content)) == content


async def test_a_file_that_is_too_long_for_a_sheet_is_not_even_loaded(bot, sent, stand):
    short, long = await sent(b"x"), await sent(bytes(LONGEST + 1))
    nobody_gives = Bot(TOKEN, base_url=stand.bot_url, base_file_url="http://127.0.0.1:9/bot")
    async with nobody_gives:
        assert await fetching(nobody_gives)(long) is None
        with pytest.raises(NetworkError):
            await fetching(nobody_gives)(short)


async def test_a_file_that_telegram_does_not_know_is_gone(bot):
    assert await fetching(bot)("nothing-of-the-kind") is None


async def test_a_file_whose_address_is_over_is_gone(bot, sent, stand):
    file = await sent(b"x")
    elsewhere = Bot(TOKEN, base_url=stand.bot_url, base_file_url=f"{stand.url}/over/bot")
    async with elsewhere:
        assert await fetching(elsewhere)(file) is None


async def test_while_telegram_is_away_it_is_tried_again_later(bot, sent, stand):
    file = await sent(b"x")
    for kind in ("refuse", "bad_gateway"):
        await stand.arm(kind, methods=["getfile"], times=1)
        with pytest.raises(NetworkError):
            await fetching(bot)(file)
    assert await fetching(bot)(file) == b"x"


async def test_a_file_that_comes_drop_by_drop_is_put_off(bot, sent, stand, monkeypatch):
    """While one is loaded for the first time nobody's silence counts: no alarm may wait for it."""
    monkeypatch.setattr(fetchings, "_PATIENCE", 0.2)
    file = await sent(b"x")

    hung_up = asyncio.Event()

    async def drips(asked, answered):
        with contextlib.suppress(ConnectionError):
            await asked.readuntil(b"\r\n\r\n")
            answered.write(b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n")
            while not answered.is_closing():
                answered.write(b"x")
                await answered.drain()
                await asyncio.sleep(0.01)
        answered.close()
        with contextlib.suppress(ConnectionError):
            await answered.wait_closed()
        hung_up.set()

    async with await asyncio.start_server(drips, "127.0.0.1", 0) as slow:
        _, port = slow.sockets[0].getsockname()
        there = Bot(TOKEN, base_url=stand.bot_url, base_file_url=f"http://127.0.0.1:{port}/bot")
        async with there:
            with pytest.raises(TimedOut):
                await fetching(there)(file)
        await hung_up.wait()  # whoever gives up lets go of the line, too
