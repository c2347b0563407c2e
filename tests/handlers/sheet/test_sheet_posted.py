"""What the page posts by itself is kept like what comes through the chat, and said there alone."""

from dataclasses import replace
from datetime import timedelta

from handlers.dossier import posted
from storage.persons import Standing
from tests.handlers.phone import Phone
from tests.handlers.sheets import (
    file_of,
    kept,
    read_by,
    sheet_for,
)
from tests.handlers.speaking import deliver, sentences


async def posts(house, phone, sheets):
    """Let her page post these sheets; return what her chat is told."""
    her = await phone.person()
    deed = await posted(house.rooms, her.id, sheets, house.now)
    await house.storage.journal.record(deed)
    return sentences(await deliver(house), her)


async def test_a_whole_sheet_is_kept_and_said_in_her_chat(house, mina, bea):
    assert await posts(house, mina, {0: sheet_for(bea, text=b"all")}) == ["sheet-kept"]

    (seen,) = (await kept(house, mina)).values()
    assert read_by(bea, await file_of(house, seen)) == b"all"


async def test_sections_are_kept_together_and_said_once(house, mina, bea):
    assert await posts(house, mina, {1: sheet_for(bea), 5: sheet_for(bea)}) == ["sheet-kept"]

    assert sorted(await kept(house, mina)) == [1, 5]


async def test_where_one_of_them_cannot_be_kept_none_is(house, mina, bea):
    told = await posts(house, mina, {1: sheet_for(bea), 5: b"no age file"})

    assert told == ["sheet-fault-not-a-sheet"]
    assert await kept(house, mina) == {}


async def test_after_it_the_key_below_sends_notes_again(house, mina, bea):
    her = await mina.person()
    deed = await posted(house.rooms, her.id, {0: sheet_for(bea)}, house.now)
    await house.storage.journal.record(deed)

    await mina.reads()

    assert mina.screen == "n"


async def test_from_a_phone_in_other_hands_it_is_said_and_counts_for_nothing(house, mina, bea):
    await posts(house, mina, {0: sheet_for(bea, text=b"hers")})
    her = await mina.person()
    until = house.now + timedelta(hours=72)
    chats = tuple(replace(one, seized_until=until) for one in her.chats)
    await house.keeps(replace(her, chats=chats))

    assert await posts(house, mina, {0: sheet_for(bea, text=b"captors")}) == ["sheet-kept"]

    (seen,) = (await kept(house, mina)).values()
    assert read_by(bea, await file_of(house, seen)) == b"hers"


async def test_of_somebody_who_has_left_or_never_sent_notes_nothing_is_kept(house, mina, bea):
    her = await mina.person()
    aunt = await house.contact(her)
    await house.keeps(replace(await mina.person(), standing=Standing.LEFT))

    for who in (her, aunt):
        deed = await posted(house.rooms, who.id, {0: sheet_for(bea)}, house.now)
        assert (deed.changes, deed.replies) == ((), ())
    assert await Phone(house, 100).person() is not None
