"""Mina, those whom she named, and the office."""

from datetime import UTC, datetime

import pytest

from tests.handlers.contact.silence import (
    falls_silent,
)
from tests.handlers.speaking import Somebody


@pytest.fixture
async def mina(house, bea):
    """Mina, who has named Auntie and Zaur, and whose practice days are over."""
    house.now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    mina = await house.defender()
    await house.contact(mina, chat=200, nick="Auntie")
    await house.contact(mina, chat=201, nick="Zaur")
    return Somebody(house, 100)


@pytest.fixture
async def asked(mina, house):
    """Auntie, who has just been asked: Mina's note did not come, and Bea does not answer."""
    await falls_silent(mina, house)
    auntie = Somebody(house, 200)
    (alarm,) = await house.alarms()
    assert (await auntie.person()).id in alarm.told
    return auntie
