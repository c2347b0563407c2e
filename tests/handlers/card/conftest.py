"""Somebody for whom cards were agreed."""

import pytest

from rules.terms import Level
from tests.handlers.card.codes import (
    HERS,
    OFFICE,
)
from tests.handlers.speaking import deliver


@pytest.fixture
async def mina(house):
    """Somebody for whom cards were agreed, two hours before a note is due."""
    mina = await house.defender(chat=HERS, level=Level.MEDIUM)
    await house.coordinator(chat=OFFICE)
    await house.nears(mina)
    await deliver(house)
    return mina
