"""A story that has just begun."""

import pytest

from rules.people import Part
from tests.handlers.opening.story import (
    CONTACT,
    OFFICE,
    Story,
)


@pytest.fixture
async def story(house):
    mina = await house.defender(nick="Mina", facts={"publicity": "quiet", "proxy": "her sister"})
    aunt = await house.contact(mina, chat=CONTACT, nick="Auntie", part=Part.NEAR)
    bea = await house.coordinator(chat=OFFICE)
    return Story(house, mina, aunt, bea)
