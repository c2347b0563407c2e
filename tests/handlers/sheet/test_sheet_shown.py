"""What is kept of a sheet shows after "open" only; it can be taken back, and brought back."""

from datetime import timedelta

import pytest

from handlers.inner import inner_words_in
from rules.notices import Kind, Notice
from storage.deed import Deed
from tests.handlers.phone import Phone
from tests.handlers.sheets import (
    has_a_key_of_their_own,
    kept,
    with_page,
    writes_sheets,
)
from tests.handlers.speaking import deliver, kinds, pass_time


@pytest.fixture
async def mina(mina_has_sent):
    """Mina, whose whole sheet is kept."""
    return mina_has_sent


async def released_to(house, bea, mina):
    """Return how many files Bea gets when a rung says so."""
    facts = {"subject": (await mina.person()).id, "sections": "0"}
    await house.storage.journal.record(Deed(notices=(Notice(bea.id, Kind.SHEET, facts),)))
    return kinds(await deliver(house), bea).count(Kind.SHEET)


async def test_before_open_there_is_not_a_word_of_what_is_kept(mina):
    heard = await mina.types("sheet")

    assert heard.ids == ["sheet-open", "sheet-there"]
    assert not inner_words_in(heard.text, "en")
    assert "Bea" not in heard.text
    assert "B2" not in heard.text


async def test_open_says_since_when_for_how_many_and_by_which_letters(mina, bea, house):
    aunt = await house.contact(await mina.person())
    await has_a_key_of_their_own(house, aunt)

    heard = await mina.presses("sheet-show")

    assert heard.ids == [
        "inner-sheet-kept",
        "inner-sheet-compare",
        "inner-sheet-letters",
        "inner-sheet-letters",
    ]
    held = await house.storage.dossiers.keys_for((await mina.person()).id)
    for name, one in zip(("B2", "A."), held, strict=True):
        assert f"{name}: {one.letters}" in heard.text
    assert "Auntie" not in heard.text
    (shown,) = heard.replies
    assert shown.folds[0].args["again"] == "sheet-show"
    assert shown.edits == 1
    assert heard.buttons == ["sheet-withdraw"]


async def test_with_many_people_what_does_not_fit_follows(mina, house):
    her = await mina.person()
    for number in range(12):
        aunt = await house.contact(her, chat=201 + number, nick=f"Auntie number {number}")
        await has_a_key_of_their_own(house, aunt)

    heard = await mina.presses("sheet-show")

    assert len(heard.replies) > 1
    assert heard.ids.count("inner-sheet-letters") == 13
    assert all(one.folds for one in heard.replies)


async def test_when_a_key_has_changed_since_it_says_so(mina, bea, house):
    other = await house.coordinator(301, "B3")
    await has_a_key_of_their_own(house, other)
    await house.storage.journal.record(Deed())
    assert "inner-sheet-anew" not in (await mina.presses("sheet-show")).ids

    tom = Phone(house, 300)
    await tom.presses("own-key-yes")

    assert "inner-sheet-anew" in (await mina.presses("sheet-show")).ids


async def test_taken_back_it_goes_to_nobody_from_that_moment(mina, bea, house):
    assert await released_to(house, bea, mina) == 1

    heard = await mina.types("withdraw my sheet")

    assert heard.ids == ["sheet-withdrawn"]
    assert await kept(house, mina) == {}
    assert await released_to(house, bea, mina) == 0


async def test_what_was_taken_back_can_be_kept_again_for_three_days(mina, bea, house):
    await mina.presses("sheet-withdraw")
    shown = await mina.presses("sheet-show")
    assert "inner-sheet-gone" in shown.ids
    assert shown.buttons == ["sheet-keep"]
    await pass_time(house, hours=71)

    heard = await mina.types("keep my sheet")

    assert heard.ids == ["sheet-back"]
    assert list(await kept(house, mina)) == [0]
    assert await released_to(house, bea, mina) == 1


async def test_after_three_days_nothing_is_left_of_it(mina, house):
    await mina.types("withdraw my sheet")
    house.passes(hours=73)

    assert (await mina.types("keep my sheet")).ids == ["sheet-none"]
    assert (await mina.presses("sheet-show")).ids[0] == "sheet-none"


async def test_nobody_takes_back_what_is_not_there(house, bea):
    with_page(house)
    phone = await writes_sheets(house)

    assert (await phone.types("withdraw my sheet")).ids == ["sheet-none"]
    assert (await phone.types("keep my sheet")).ids == ["sheet-none"]
    assert (await phone.presses("sheet-show")).ids[0] == "sheet-none"


@pytest.mark.parametrize("data", ["sheet-show", "sheet-withdraw", "sheet-keep", "sheet-keys"])
async def test_an_informant_who_forges_her_buttons_learns_nothing(mina, bea, house, data):
    await house.contact(await mina.person())

    for chat in (200, 666):
        heard = await Phone(house, chat).presses(data)
        assert [one for one in heard.ids if not one.startswith("stranger-")] == []
        assert heard.deed.changes == ()


@pytest.mark.parametrize("text", ["sheet", "withdraw my sheet", "keep my sheet", "sheet keys"])
async def test_a_contact_who_types_her_words_is_answered_as_ever(mina, house, text):
    await house.contact(await mina.person())
    as_ever = await Phone(house, 200).types("hello there")

    heard = await Phone(house, 200).types(text)

    assert heard.ids == as_ever.ids
    assert heard.deed.changes == ()


async def test_a_change_that_waits_is_kept_by_its_own_word(mina):
    """ "Keep" alone is about promises, and never brings a sheet back."""
    await mina.types("withdraw my sheet")

    heard = await mina.types("keep")

    assert heard.ids == ["keep-nothing"]


async def test_a_sheet_is_shown_in_her_own_time_and_words(mina, house):
    house.passes(days=2)
    seen = (await kept(house, mina))[0]
    assert house.now - seen.made_at == timedelta(days=2)

    assert "Mon 08:00" in (await mina.presses("sheet-show")).text
