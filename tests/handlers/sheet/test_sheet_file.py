"""A sheet comes as a file from the page or the age tool, attached by whoever wrote it alone."""

import pytest

from storage.deed import KeepDossier
from tests.handlers.phone import Phone
from tests.handlers.sheets import (
    attaches,
    kept,
    sheet_for,
)


@pytest.mark.parametrize(
    ("name", "section"),
    [("sheet.age", 0), ("sheet-3.age", 3), ("Sheet-7 (1).age", 7), ("sheet-12.age", 0), ("", 0)],
)
async def test_a_file_is_kept_by_its_name_and_goes_from_the_chat_at_once(
    mina, bea, house, name, section
):
    heard = await attaches(house, 100, sheet_for(bea), name)

    assert heard.deed.unsays[0].at == house.now
    assert list(await kept(house, mina)) == [section]
    assert heard.replies[0].screen == "n"


async def test_a_photo_or_a_letter_is_no_sheet(mina, house):
    heard = await attaches(house, 100, b"%PDF-1.7 dear Mina", "letter.pdf")

    assert heard.ids == ["sheet-fault-not-a-sheet"]
    assert heard.deed.unsays[0].at == house.now


async def test_what_is_too_long_is_not_even_fetched(mina, bea, house):
    huge = {"file_size": 200 * 1024}

    heard = await attaches(house, 100, sheet_for(bea), document=huge)

    assert heard.ids == ["sheet-fault-too-long"]
    assert await kept(house, mina) == {}


async def test_a_file_that_telegram_has_no_more_changes_nothing(mina, bea, house):
    gone = {"file_id": "erased long ago"}

    heard = await attaches(house, 100, sheet_for(bea), document=gone)

    assert heard.ids == ["sheet-fault-too-long"]
    assert await kept(house, mina) == {}


FORWARDED = {"forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "x"}}


async def test_a_file_that_was_passed_on_is_to_be_attached_by_herself(mina, bea, house):
    heard = await attaches(house, 100, sheet_for(bea), **FORWARDED)

    assert heard.ids == ["attach-it-anew"]
    assert heard.deed.unsays[0].at == house.now
    assert await kept(house, mina) == {}


async def test_a_contact_is_answered_as_ever_whatever_they_attach(mina, bea, house):
    await house.contact(await mina.person())

    heard = await attaches(house, 200, sheet_for(bea))
    passed_on = await attaches(house, 200, sheet_for(bea), **FORWARDED)

    assert heard.ids == ["only-typed"]
    assert passed_on.ids == []
    assert not [one for one in heard.deed.changes if isinstance(one, KeepDossier)]


async def test_a_stranger_gets_the_dull_answer_whatever_they_attach(mina, bea, house):
    hello = await Phone(house, 667).types("hello")

    heard = await attaches(house, 666, sheet_for(bea))

    assert heard.ids == hello.ids
    assert heard.deed.changes == ()
