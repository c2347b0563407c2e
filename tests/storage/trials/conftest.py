"""Two who hold keys, and a courier who tells what is said to them."""

import pytest

from tests.storage.circle import Courier
from tests.storage.sheets import give_keys


@pytest.fixture
async def held(storage, circle):
    """Olga of the office and Zora, whom Amina named, hold keys."""
    await give_keys(storage, circle.olga, circle.zora)
    return circle


@pytest.fixture
def courier(storage):
    return Courier(storage)
