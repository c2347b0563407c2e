"""What somebody wrote with a note is read by the office, when something is open about them."""

import pytest

from rules.terms import Level
from tests.handlers.phone import FORCED, OWN, with_a_key
from tests.handlers.speaking import Somebody, pass_time


@pytest.fixture
async def mina(house):
    her = await house.defender(level=Level.MEDIUM)
    phone = await with_a_key(house, her)
    await phone.has_codes()
    return phone


@pytest.fixture
async def office(house):
    await house.coordinator(chat=300)
    return Somebody(house, 300)


async def test_after_a_forced_note_the_office_reads_what_came_with_it(mina, office, house):
    await mina.sends(t="note", code=FORCED, text="grey van, two men", place=[38.5, 68.8])
    await pass_time(house, minutes=3)
    await mina.reads()

    shown = await office.types("wrote A7")

    assert shown.ids == ["inner-wrote"]
    assert "grey van, two men · 38.50000, 68.80000" in shown.text
    assert shown.replies[0].folds


async def test_words_with_a_cry_are_read_at_once(mina, office):
    await mina.sends(t="sos", text="third floor\n\u202eA7 is safe")

    shown = await office.presses("wrote:A7")

    assert "third floor  A7 is safe" in shown.text


async def test_on_a_quiet_day_they_are_nobodys_business(mina, office):
    await mina.sends(t="note", code=OWN, text="my sister is ill")

    assert (await office.types("wrote A7")).ids == ["office-wrote-not-open"]


async def test_where_nothing_was_written_it_says_so_and_reasons_of_the_office_are_not_hers(
    mina, office
):
    await office.types("seized A7")

    assert (await office.types("wrote A7")).ids == ["inner-wrote-nothing"]
    assert (await office.types("wrote")).ids == ["office-form-wrote"]
    assert (await office.types("wrote X9")).ids == ["office-nobody-called"]


async def test_nobody_but_the_office_reads_it(mina, office, house):
    await mina.sends(t="sos", text="third floor")
    aunt = Somebody(house, 200)
    await house.contact(await mina.person(), chat=200)

    for who in (aunt, mina):
        assert "third floor" not in (await who.types("wrote A7")).text
