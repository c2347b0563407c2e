"""When nobody is let choose anew: her chat would show what it must not, or nobody reads there."""

from dataclasses import replace

import pytest

from rules.events import Cause, ChangeAsked
from rules.terms import NewTerms
from storage.deed import Deed, Lived
from tests.handlers.coordinator.office import cry, kept_from


@pytest.fixture(autouse=True)
def page(house):
    """The house has a page."""
    house.rooms = replace(house.rooms, pages_url="https://page.example/n")


async def test_whose_chat_is_closed_is_not_said_to_be_asked(mina, bea, house):
    kept = await mina.person()
    closed = tuple(replace(one, reachable=False) for one in kept.chats)
    await house.keeps(replace(kept, chats=closed))

    heard = await bea.types("code A7")

    assert heard.ids == ["office-duty-cannot"]
    assert heard.deed.changes == ()


async def test_what_is_open_and_kept_from_whoever_asks_holds_as_well(mina, bea, carl, house):
    """Of an alarm nobody may learn in her own chat, whoever of the office knows of it."""
    olga = await kept_from(house, await bea.person())
    await cry(house, olga, Cause.FORCED)
    (routine,) = (await house.storage.readings.life(olga.id)).watches
    for_all = replace(routine.terms, never_tell=frozenset())
    change = ChangeAsked(house.now, NewTerms(for_all), by=(await carl.person()).id)
    await house.storage.journal.record(Deed((Lived(olga.id, change),)))

    heard = await bea.types("code A5")

    assert heard.ids == ["office-code-not-now"]
    assert heard.deed.changes == ()
