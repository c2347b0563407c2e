"""A running stand-in, a bot on it through python-telegram-bot's own client, and Mina."""

import asyncio

import httpx
import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from simulator.running import running

TOKEN = "4242:secret-of-the-bot"
#: After so many real seconds what was waited for will never happen, on any machine.
PATIENCE = 60
#: A poll of fifty seconds that is over before this was ended; by itself it would have gone on.
AT_ONCE = 30


@pytest.fixture(autouse=True)
def newer_manners(monkeypatch):
    """Let PTB give times as timedelta; as numbers, they warn, and warnings are errors here."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
async def stand():
    async with running(token=TOKEN, speed=0) as stand:
        yield stand
        assert await stand.violations() == []


@pytest.fixture
async def bot(stand):
    # Nothing is encrypted on loopback: a client need not read the certificates of the world.
    unread = {"verify": False}
    one, other = HTTPXRequest(256, httpx_kwargs=unread), HTTPXRequest(httpx_kwargs=unread)
    where = {"base_url": stand.bot_url, "base_file_url": stand.file_url}
    async with Bot(TOKEN, **where, request=one, get_updates_request=other) as bot:
        yield bot


@pytest.fixture
def until():
    """Waits until something is so, however slow the machine is."""

    async def until(is_so):
        async with asyncio.timeout(PATIENCE):
            while not await is_so():  # noqa: ASYNC110 - no event tells of it
                await asyncio.sleep(0.005)

    return until


@pytest.fixture
def polls(stand, bot, until):
    """Waits until a long poll is open."""

    async def is_polling():
        return (await stand.ask("queue"))[str(bot.id)]["polling"]

    return lambda: until(is_polling)


@pytest.fixture
def struck(stand, until):
    """Waits until something has met a fault that strikes once."""

    async def is_over():
        return not [one for one in await stand.ask("faults") if not one["struck"]]

    return lambda: until(is_over)


@pytest.fixture
async def mina(stand):
    return await stand.person(7, "Mina", "fa")


@pytest.fixture
async def raw(stand):
    """Call the Bot API without any library: answers (status, body)."""
    async with httpx.AsyncClient(base_url=stand.bot_url + TOKEN, timeout=10) as http:

        async def call(method, **params):
            answer = await http.post(f"/{method}", json=params)
            return answer.status_code, answer.json()

        yield call
