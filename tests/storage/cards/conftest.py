"""A circle for which a card was made."""

import pytest

from tests.storage.cards.numbers import make
from tests.storage.circle import a_circle, enrol


@pytest.fixture
async def circle(storage):
    circle = a_circle()
    await enrol(storage, circle)
    await make(storage, circle)
    return circle
