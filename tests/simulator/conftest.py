"""A running stand-in, a bot on it through python-telegram-bot's own client, and Mina."""

import httpx
import pytest
from telegram import Bot

from simulator.running import running

TOKEN = "4242:secret-of-the-bot"


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
    async with Bot(TOKEN, base_url=stand.bot_url, base_file_url=stand.file_url) as bot:
        yield bot


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
