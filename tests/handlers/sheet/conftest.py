"""Whoever writes a sheet, and whoever may read it."""

import pytest

from tests.handlers.sheets import (
    has_a_key_of_their_own,
    sends_sheet,
    sheet_for,
    with_page,
    writes_sheets,
)


@pytest.fixture
async def bea(house):
    """Bea, of the office, with a key."""
    bea = await house.coordinator()
    await has_a_key_of_their_own(house, bea)
    return bea


@pytest.fixture
async def mina(house, bea):
    """Mina, who seals her notes, with the page of her sheet open."""
    with_page(house)
    return await writes_sheets(house)


@pytest.fixture
async def mina_has_sent(mina, bea):
    """Mina, whose whole sheet is kept."""
    await sends_sheet(mina, sheet_for(bea))
    return mina
