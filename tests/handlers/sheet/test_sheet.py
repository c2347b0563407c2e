"""Somebody writes a sheet on a bad phone, sends it in parts, and knows when it is kept."""

import pytest

from handlers.words import Speech
from rules.notices import Kind
from rules.terms import Level
from tests.handlers.phone import OWN, Phone
from tests.handlers.sheets import (
    PAGE,
    WORDS,
    file_of,
    has_a_key_of_their_own,
    kept,
    pieces,
    read_by,
    sends_piece,
    sends_sheet,
    sheet_for,
    with_page,
    writes_sheets,
)
from tests.handlers.speaking import deliver, kinds, text_of

# --- The way in -----------------------------------------------------------------------------------


async def test_the_word_brings_a_key_to_her_sheet_above_the_key_of_her_notes(mina, house):
    heard = await mina.types("my sheet")

    assert heard.ids == ["sheet-open", "sheet-there"]
    assert heard.replies[0].ways.split()[-2:] == ["sealed", "page"]
    assert heard.replies[0].screen == "d"
    assert heard.buttons == ["sheet-show"]
    assert heard.deed.changes == ()


async def test_whoever_only_taps_writes_a_sheet_too(house, bea):
    with_page(house)

    phone = await writes_sheets(house, Level.LOW)

    assert phone.screen == "d"
    heard = await sends_sheet(phone, sheet_for(bea))
    assert heard.ids == ["sheet-kept"]


@pytest.mark.parametrize("text", ["sheet music is lovely", "my sheets"])
async def test_a_sentence_that_begins_with_the_word_is_not_the_word(mina, text):
    assert (await mina.types(text)).ids == ["not-understood"]


async def test_where_nobody_has_a_key_nothing_can_be_locked(house):
    with_page(house)
    await house.coordinator()
    await house.defender()

    assert (await Phone(house, 100).types("sheet")).ids == ["sheet-nobody"]


async def test_without_a_page_she_is_told_of_the_file_and_finds_the_keys(house, bea):
    await house.defender()

    heard = await Phone(house, 100).types("sheet")

    assert heard.ids == ["sheet-by-file", "sheet-there"]
    assert heard.buttons == ["sheet-show", "sheet-keys"]
    assert not any(one.ways for one in heard.replies)


async def test_a_page_from_elsewhere_lacks_the_keys_of_her_people_so_they_can_be_copied(house, bea):
    with_page(house, serves=False)
    mina = await house.defender()
    aunt = await house.contact(mina)
    await has_a_key_of_their_own(house, aunt)
    phone = Phone(house, 100)
    assert "sheet-keys" in (await phone.types("sheet")).buttons

    heard = await phone.types("keys of my people")

    copied = [one.words[-1].args["recipient"] for one in heard.replies[1:]]
    held = await house.storage.dossiers.keys_for(mina.id)
    assert copied == [one.recipient for one in held]
    assert [one.code_or_nick for one in held] == ["B2", "Auntie"]
    said = text_of(heard.replies[1], house.now)
    assert f"\n{held[0].recipient}" in said  # nothing is copied along with it
    assert all(one.folds for one in heard.replies[1:])


# --- In parts -------------------------------------------------------------------------------------


async def test_each_part_is_answered_with_how_far_it_is_and_a_fresh_key(mina, bea, house):
    *most, last = pieces(sheet_for(bea, text=WORDS * 50))
    assert len(most) > 1

    for number, piece in enumerate(most, start=1):
        before = mina.challenge
        heard = await sends_piece(mina, piece)

        assert heard.text.startswith(f"{number} of {len(most) + 1}.")
        assert heard.deed.unsays[0].at == house.now
        said = await mina.reads()
        assert not any(one.act.sound for one in said)
        assert (mina.screen, mina.challenge != before) == ("d", True)

    heard = await sends_piece(mina, last)

    assert heard.ids == ["sheet-kept"]
    assert "for 1 person" in heard.text
    (seen,) = (await kept(house, mina)).values()
    assert read_by(bea, await file_of(house, seen)) == WORDS * 50


async def test_when_all_is_kept_the_key_of_her_notes_stands_there_again(mina, bea):
    await mina.sends(t="codes", code=OWN)
    await mina.reads()
    await mina.types("sheet")
    await mina.reads()

    await sends_sheet(mina, sheet_for(bea))

    assert mina.screen == "n"
    await mina.sends(t="note", code=OWN)
    assert Kind.RECEIPT in kinds(await mina.reads(), await mina.person())


async def test_on_a_slow_line_the_next_part_leaves_before_the_answer_to_the_last_has_come(
    mina, bea, house
):
    for piece in pieces(sheet_for(bea)):
        heard = await sends_piece(mina, piece)  # always the same key: nothing has been read

    assert heard.ids == ["sheet-kept"]
    assert list(await kept(house, mina)) == [0]


async def test_a_part_that_comes_twice_counts_once(mina, bea):
    first, second, *_ = pieces(sheet_for(bea, text=WORDS * 50))
    await sends_piece(mina, first)
    await sends_piece(mina, first)

    heard = await sends_piece(mina, second)

    assert heard.text.startswith("2 of")


async def test_between_two_parts_she_can_send_a_note_with_the_key_below(mina, bea, house):
    await mina.sends(t="codes", code=OWN)
    await mina.reads()
    await mina.types("sheet")
    await mina.reads()
    *most, last = pieces(sheet_for(bea))
    for piece in most:
        await sends_piece(mina, piece)

    await mina.sends(t="note", code=OWN)
    await mina.reads()
    await mina.types("sheet")
    await mina.reads()
    heard = await sends_piece(mina, last)

    assert heard.ids == ["sheet-kept"]


async def test_a_part_that_a_note_overtakes_is_not_lost(mina, bea):
    await mina.sends(t="codes", code=OWN)
    await mina.reads()
    await mina.types("sheet")
    await mina.reads()
    sealed = [mina.seals(**piece) for piece in pieces(sheet_for(bea))]
    note = mina.seals(t="note", code=OWN)

    heard = [await mina.sends(one) for one in (note, *sealed)]

    assert heard[-1].ids == ["sheet-kept"]


async def test_of_a_sheet_in_sections_each_is_kept_by_itself_and_the_key_goes_on(mina, bea, house):
    await sends_sheet(mina, sheet_for(bea), 2, b"lawyer")
    heard = await sends_sheet(mina, sheet_for(bea), 5, b"questions")

    assert heard.ids == ["sheet-kept-part"]
    assert heard.text.startswith("Part 5 kept")
    assert mina.screen == "d"
    assert sorted(await kept(house, mina)) == [2, 5]


async def test_a_new_sheet_takes_the_place_of_the_old(mina, bea, house):
    await sends_sheet(mina, sheet_for(bea))
    house.passes(days=1)
    await mina.types("sheet")
    await mina.reads()

    await sends_sheet(mina, sheet_for(bea, text=b"another"), name=b"second")

    (seen,) = (await kept(house, mina)).values()
    assert read_by(bea, await file_of(house, seen)) == b"another"


@pytest.mark.parametrize("section", [8, 255])
async def test_a_part_of_no_section_is_refused_when_it_is_whole(mina, bea, house, section):
    heard = await sends_sheet(mina, sheet_for(bea), section)

    assert heard.ids == ["sheet-fault-not-a-sheet"]
    assert mina.screen == "d"
    assert await kept(house, mina) == {}


async def test_a_sheet_that_strangers_could_open_is_not_kept(mina, bea, house):
    stranger = await house.coordinator(301, "B3")

    heard = await sends_sheet(mina, sheet_for(bea, stranger))

    assert heard.ids == ["sheet-fault-strange"]
    assert await kept(house, mina) == {}


async def test_a_key_from_somebody_who_needs_none_is_answered_like_what_does_not_open(mina):
    heard = await mina.sends(t="key", recipient="x" * 1622)

    assert heard.ids == ["once-more"]
    assert mina.screen == "d"
    await mina.reads()
    assert mina.screen == "n"


async def test_all_that_is_said_unasked_of_a_sheet_is_dull(mina, bea, house):
    await sends_sheet(mina, sheet_for(bea))

    said = await deliver(house)

    speech = Speech("en", "UTC", house.now)
    assert PAGE not in str([text_of(one.act, house.now) for one in said])
    assert "sheet" in speech.say("sheet-there")
