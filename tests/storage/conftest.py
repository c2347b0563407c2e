"""A circle of people and a teller, for what is said to them."""

import pytest

from tests.storage.circle import a_circle, enrol
from tests.storage.telling import Teller


@pytest.fixture
async def circle(storage):
    circle = a_circle()
    await enrol(storage, circle, started=False)
    return circle


@pytest.fixture
async def teller(storage, clock, circle):
    return await Teller.begin(storage, clock)
