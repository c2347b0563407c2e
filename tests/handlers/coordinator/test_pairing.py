"""Which of two equal buttons is the forced one is set by voice, and said to nobody."""

import pytest

from rules.events import Verdict
from rules.terms import Level
from storage.deed import Noted
from tests.handlers.phone import seals_notes, verdicts
from tests.handlers.speaking import deliver, sentences


@pytest.fixture
async def mina(house, bea, carl):
    """Mina, who presses one of two buttons, and has codes."""
    return await seals_notes(house)


async def test_the_forced_button_is_set_by_voice_and_said_to_nobody(mina, bea, carl, house):
    await deliver(house)

    heard = await bea.types("pair A7 2")

    assert heard.ids == ["office-pair-noted"]
    assert (await mina.credentials()).pair == 2
    assert heard.deed.unsays[0].at == house.now
    assert [type(one) for one in heard.deed.happenings] == [Noted]
    assert list(heard.deed.notes.values()) == ["pair"]
    said = await deliver(house)
    assert sentences(said, await carl.person()) == ["office-pair-told"]
    assert [one for one in said if one.to and one.to.chat == 100] == []
    assert verdicts(await mina.types("All good")) == [Verdict.FORCED]
    assert verdicts(await mina.types("Fine")) == [Verdict.GENUINE]


@pytest.mark.parametrize("text", ["pair", "pair A7", "pair A7 3", "pair A7 1 2", "pair A7 x"])
async def test_a_half_sentence_is_answered_with_an_example(mina, bea, text):
    before = await mina.credentials()

    assert (await bea.types(text)).ids == ["office-form-pair"]
    assert await mina.credentials() == before


async def test_where_no_two_buttons_were_agreed_there_is_nothing_to_set(house, bea):
    await house.defender(level=Level.HIGH)

    assert (await bea.types("pair A7 1")).ids == ["office-pair-not-agreed"]


async def test_it_can_be_set_before_anything_else_was_kept(house, bea):
    her = await house.defender(level=Level.MEDIUM, begins=False)

    await bea.types("pair A7 1")

    assert (await house.storage.proofs.credentials(her.id)).pair == 1
