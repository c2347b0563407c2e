"""A sheet is handed on as a file under outer words, to be saved and opened by its reader alone."""

import pytest

from handlers.inner import inner_words_in
from handlers.telling import tell
from handlers.words import languages
from rules.notices import Kind, Notice
from rules.people import Role
from simulator.running import A_MONDAY
from storage.claims import Refused, Told, Why
from tests.handlers.telling.told import ALARM, BEA, MINA, OMID, claimed, newest, now

PAGE = "https://page.example/x"
SHEET, ID = b"age-encryption.org/v1\n...", b"f" * 16


async def handed_on(bot, stamps, to, *, page=PAGE, files=None, language="en", **facts):
    """Hand a sheet of Mina's on."""
    held = {ID: SHEET} if files is None else files

    async def file_of(notice, inside):
        return held.get(bytes.fromhex(notice.facts["file"]))

    notice = Notice(to, Kind.SHEET, {"subject": MINA, "file": ID.hex(), **facts}, ALARM)
    roles = frozenset({Role.COORDINATOR if to == BEA else Role.CONTACT})
    told = claimed(notice, reader=to, reader_roles=roles, language=language)
    return await tell(bot, told, stamps, now, page, file_of)


@pytest.mark.parametrize(("section", "name"), [(0, "sheet.age"), (5, "sheet-5.age")])
async def test_a_contact_gets_a_file_of_a_dull_name_that_may_be_saved(
    bot, stamps, omid, stand, section, name
):
    outcome = await handed_on(bot, stamps, OMID, section=section)

    seen = await newest(omid)
    assert outcome == Told(A_MONDAY, seen.message_id)
    assert seen.more["document"]["file_name"] == name
    assert seen.more["document"]["file_size"] == len(SHEET)
    assert seen.silent
    assert not seen.protected
    assert not inner_words_in(seen.text)
    assert "Mina" not in seen.text
    assert "A7" not in seen.text


async def test_the_button_opens_the_screen_on_which_it_is_read_and_carries_nothing(
    bot, stamps, omid
):
    await handed_on(bot, stamps, OMID, section=0)

    (((button,),),) = [(await newest(omid)).inline]
    assert button["web_app"] == {"url": f"{PAGE}?m=r&l=en"}


async def test_without_a_page_there_is_no_button(bot, stamps, omid):
    await handed_on(bot, stamps, OMID, section=0, page=None)

    assert (await newest(omid)).buttons == []


async def test_the_office_reads_whose_it_is_by_number_and_code(bot, stamps, omid):
    await handed_on(bot, stamps, BEA, section=0, number=12)

    assert (await newest(omid)).text.startswith("12 · A7")


async def test_what_was_withdrawn_in_between_settles_without_a_word(bot, stamps, omid):
    before = len((await omid.sees()).messages)

    outcome = await handed_on(bot, stamps, OMID, section=0, files={})

    assert outcome == Refused(Why.BAD_REQUEST)
    assert len((await omid.sees()).messages) == before


@pytest.mark.parametrize("language", languages())
async def test_a_trial_sheet_looks_like_any_other_and_says_inside_what_to_type(
    bot, stamps, omid, language
):
    await handed_on(bot, stamps, OMID, section=0, language=language)
    real = await newest(omid)
    said = []

    async def sealed(notice, inside):
        said.append(inside("048291"))
        return SHEET

    notice = Notice(OMID, Kind.TRIAL, {"asked": A_MONDAY})
    contact = {"reader": OMID, "reader_roles": frozenset({Role.CONTACT}), "language": language}
    outcome = await tell(bot, claimed(notice, **contact), stamps, now, PAGE, sealed)

    trial = await newest(omid)
    assert outcome == Told(A_MONDAY, trial.message_id)
    assert (trial.text, trial.silent, trial.inline) == (real.text, real.silent, real.inline)
    assert trial.more["document"]["file_name"] == real.more["document"]["file_name"]
    heading, _, number = said[0].split("\n")
    assert heading.startswith("[trial] ")
    assert number == "048291"
    assert not inner_words_in(said[0])


async def test_whoever_has_blocked_us_is_lost_as_ever(bot, stamps, omid):
    await omid.blocks()

    assert await handed_on(bot, stamps, OMID, section=0) == Refused(Why.BLOCKED)
