"""A stand-in for Telegram, our bot at work on it, and Omid with his phone."""

import pytest
from telegram import Bot

from sealing.keyring import Keyring
from sealing.unlocking import create_unlock_key
from simulator.running import A_MONDAY, running
from storage.chance import Chance
from storage.keys import Keys
from storage.stamps import Stamps
from tests.handlers.telling.told import TOKEN


@pytest.fixture
def stamps(tmp_path):
    keyring = Keyring.create(
        tmp_path / "keys" / "keyring", create_unlock_key(tmp_path / "unlock" / "key")
    )
    return Stamps(Keys(keyring), Chance.seeded(1))


@pytest.fixture
async def stand():
    async with running(token=TOKEN, at=A_MONDAY) as stand:
        yield stand


@pytest.fixture
async def bot(stand):
    async with Bot(TOKEN, base_url=stand.bot_url) as bot:
        yield bot


@pytest.fixture
async def omid(stand):
    omid = await stand.person(7, "Omid")
    await omid.says("/start")
    return omid
