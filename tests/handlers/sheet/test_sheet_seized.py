"""A phone in other hands is answered as ever; what the office is given of her stays as it was."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from rules.notices import Kind, Notice
from storage.deed import Deed
from tests.handlers.phone import Phone
from tests.handlers.sheets import (
    WORDS,
    attaches,
    file_of,
    kept,
    read_by,
    sends_sheet,
    sheet_for,
    with_page,
    writes_sheets,
)
from tests.handlers.speaking import deliver

CAPTORS = b"all is well, tell them nothing"


@pytest.fixture
async def mina(house, mina_has_sent):
    """Mina, whose whole sheet is kept, and whose phone was taken an hour later."""
    house.passes(hours=1)
    return mina_has_sent


async def in_other_hands(house, phone, *, yes=True):
    """Let coordinators say in whose hands the phone is."""
    her = await phone.person()
    until = house.now + timedelta(hours=72) if yes else None
    chats = tuple(replace(one, seized_until=until) for one in her.chats)
    await house.keeps(replace(her, chats=chats))


async def life(house, bea, phone):
    """All that a captor may try; what the chat showed each time."""
    shown = []
    for step in ("sheet", "sent", "show", "withdraw", "show", "withdraw", "keep", "show", "file"):
        house.passes(minutes=5)
        match step:
            case "sheet":
                heard = await phone.types("sheet")
            case "sent":
                await phone.reads()
                heard = await sends_sheet(phone, sheet_for(bea, text=CAPTORS), name=b"captors")
            case "show":
                heard = await phone.presses("sheet-show")
            case "withdraw":
                heard = await phone.types("withdraw my sheet")
            case "keep":
                heard = await phone.types("keep my sheet")
            case "file":
                heard = await attaches(
                    house, phone.chat, sheet_for(bea, text=CAPTORS), "sheet-2.age"
                )
        shown.append(heard.deed.replies)
        shown.append(heard.deed.unsays)
        await phone.reads()
    shown.append((await phone.presses("sheet-show")).deed.replies)
    return shown


async def test_what_it_does_is_answered_as_ever(house, bea, mina):
    with_page(house)
    nora = await writes_sheets(house, chat=101, code="A8", nick="Nora")
    await sends_sheet(nora, sheet_for(bea))
    await in_other_hands(house, nora)

    hers, captors = await life(house, bea, mina), await life(house, bea, nora)

    assert [ids(step) for step in hers] == [ids(step) for step in captors]
    assert [buttons(step) for step in hers] == [buttons(step) for step in captors]
    assert [facts(step) for step in hers] == [facts(step) for step in captors]


def ids(step):
    return [one.id for reply in step for one in getattr(reply, "words", ())]


def facts(step):
    """What goes into the words, but for moments: the two lives follow each other."""
    said = [one.args for reply in step for one in getattr(reply, "words", ())]
    return [
        {name: fact for name, fact in args.items() if not isinstance(fact, datetime)}
        for args in said
    ]


def buttons(step):
    rows = [row for reply in step for row in getattr(reply, "buttons", ())]
    return [one.data for row in rows for one in row]


async def test_what_it_overwrites_and_takes_back_stays_for_the_office(house, bea, mina):
    await in_other_hands(house, mina)

    await life(house, bea, mina)

    (seen,) = (await kept(house, mina)).values()
    assert read_by(bea, await file_of(house, seen)) == WORDS
    facts = {"subject": (await mina.person()).id, "sections": "0", "earlier": 1}
    await house.storage.journal.record(Deed(notices=(Notice(bea.id, Kind.SHEET, facts),)))
    files = [
        bytes.fromhex(one.act.facts["file"])
        for one in await deliver(house)
        if isinstance(one.act, Notice) and one.act.kind is Kind.SHEET
    ]
    given = [(await house.storage.dossiers.file(one)).file for one in files]
    assert [read_by(bea, one) for one in given] == [WORDS]


async def test_the_office_sees_what_came_from_there_and_that_it_counts_for_nothing(
    house, bea, mina
):
    await in_other_hands(house, mina)
    await mina.types("sheet")
    await mina.reads()
    await sends_sheet(mina, sheet_for(bea, text=CAPTORS), name=b"captors")

    heard = await Phone(house, 300).types("sheet A7")

    assert sorted(heard.ids) == ["inner-office-sheet", "inner-office-sheet-seized"]


async def test_when_it_is_taken_a_second_time_nothing_seems_to_be_done_yet(house, bea, mina):
    office = Phone(house, 300)
    await office.types("seized A7")
    await mina.types("withdraw my sheet")
    assert "inner-sheet-gone" in (await mina.presses("sheet-show")).ids
    await office.types("seized A7")  # said again, for longer: it goes on
    assert "inner-sheet-gone" in (await mina.presses("sheet-show")).ids
    await office.types("free A7")

    await office.types("seized A7")

    assert (await mina.presses("sheet-show")).ids[0] == "inner-sheet-kept"


async def test_in_her_own_hands_again_she_sees_what_is_true(house, bea, mina):
    await in_other_hands(house, mina)
    await life(house, bea, mina)

    await in_other_hands(house, mina, yes=False)
    shown = await mina.presses("sheet-show")

    assert shown.ids[0] == "inner-sheet-kept"
    assert shown.replies[0].words[0].args["section"] == 0
    assert shown.buttons == ["sheet-withdraw"]
