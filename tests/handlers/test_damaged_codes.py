"""A damaged row of codes: nothing passes for a free sign, all is answered, and it is mended."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from rules.events import Verdict
from rules.terms import Level
from storage.tables import credentials
from tests.handlers.phone import FORCED, OWN, events, not_begun, with_a_key
from tests.handlers.speaking import Somebody


@pytest.fixture
async def bea(house):
    """Bea, who coordinates."""
    house.rooms = replace(house.rooms, pages_url="https://page.example/n")
    await house.coordinator()
    return Somebody(house, 300)


@pytest.fixture
async def mina(house, bea):
    """Mina, who had chosen codes and buttons, two hours before a note is due."""
    her = await house.defender(level=Level.MEDIUM)
    (watch,) = (await house.storage.readings.life(her.id)).watches
    house.now = watch.due_at - timedelta(hours=2)
    phone = await with_a_key(house, her)
    await phone.has_codes()
    await bea.types("pair A7 2")
    return phone


async def spoil(house):
    """Let what everybody proves with be damaged."""
    spoilt = update(credentials).values(sealed_credentials=bytes(200))
    await house.storage.writer.do(lambda tx: tx.connection.execute(spoilt).rowcount)


@pytest.mark.parametrize("text", ["Fine", "All good", "1", "new numbers", "my buttons"])
async def test_nothing_passes_for_a_free_sign_and_everything_is_answered(house, mina, text):
    await spoil(house)

    heard = await mina.types(text)

    assert events(heard) == []
    assert heard.ids == ["own-key-no-page"]


async def test_nothing_begins_that_could_not_be_kept(house, bea):
    phone = await not_begun(house)
    await phone.presses("begin:next")
    await spoil(house)
    for _ in range(12):
        heard = await phone.types("yes")
        if "own-key-no-page" in heard.ids:
            break
        await phone.types("next")

    assert heard.ids == ["own-key-no-page"]
    assert (await phone.routine()).begun_at is None


async def test_the_office_lets_her_choose_anew_and_she_can_send_notes_again(house, bea, mina):
    await spoil(house)

    assert (await bea.types("code A7")).ids == ["office-code-noted"]
    await mina.reads()
    assert mina.screen == "e"
    await mina.has_codes()

    for code, verdict in ((OWN, Verdict.GENUINE), (FORCED, Verdict.FORCED)):
        assert [one.verdict for one in events(await mina.sends(t="note", code=code))] == [verdict]
        await mina.reads()


async def test_the_office_sets_the_buttons_anew(house, bea, mina):
    await spoil(house)

    assert (await bea.types("pair A7 1")).ids == ["office-pair-noted"]

    assert [one.verdict for one in events(await mina.types("Fine"))] == [Verdict.FORCED]


async def test_whose_terms_are_changed_then_is_said_to_have_no_number(house, bea, mina):
    await spoil(house)
    terms = await bea.types("terms A7 grace 50")

    assert "office-choices-none" in (await bea.presses(terms.buttons[0])).ids
