"""Somebody has forgotten her codes: the office lets her choose anew, and hears when it is done."""

from dataclasses import replace

import pytest

from rules.events import Cause, Verdict
from rules.notices import Kind
from storage.deed import Cried, Deed, Noted, Reply
from tests.handlers.phone import FORCED, NEITHER, OWN, events, seals_notes, verdicts
from tests.handlers.speaking import Somebody, deliver, kinds, sentences

NEW = {"t": "codes", "code": "338461", "forced": "571294"}


@pytest.fixture
async def mina(house, bea, carl):
    """Mina, who seals her notes; the house has a page."""
    house.rooms = replace(house.rooms, pages_url="https://page.example/n")
    return await seals_notes(house)


async def test_her_next_key_opens_the_choosing_and_the_others_of_the_office_hear_it(
    mina, bea, carl
):
    heard = await bea.types("code A7")

    assert heard.ids == ["office-code-noted"]
    assert [type(one) for one in heard.deed.happenings] == [Noted]
    assert list(heard.deed.notes.values()) == ["code"]
    said = await mina.reads()
    assert sentences(said, await mina.person()) == ["codes-choose"]
    assert mina.screen == "e"
    assert sentences(said, await carl.person()) == ["office-code-told"]
    (hers,) = [one.act for one in said if isinstance(one.act, Reply) and one.act.screen == "e"]
    assert not hers.sound


async def test_without_the_old_code_she_chooses_and_whoever_is_on_duty_hears_it(mina, bea):
    await bea.types("code A7")
    await mina.reads()

    heard = await mina.sends(**NEW)

    assert heard.ids == ["menu-keys"]
    assert events(heard) == []  # nobody has proven to be her
    said = await mina.reads()
    assert kinds(said, await bea.person()) == [Kind.CODES_TOLD]
    assert verdicts(await mina.sends(t="note", code="338461")) == [Verdict.GENUINE]
    await mina.reads()
    assert (await mina.sends(t="note", code=OWN)).ids == ["once-more"]


@pytest.mark.parametrize(("code", "verdict"), [(OWN, Verdict.GENUINE), (FORCED, Verdict.FORCED)])
async def test_until_then_what_she_had_means_what_it_meant(mina, bea, code, verdict):
    await bea.types("code A7")
    await mina.reads()

    assert verdicts(await mina.sends(t="note", code=code)) == [verdict]


async def test_codes_that_cannot_be_taken_are_asked_anew_on_the_same_screen(mina, bea):
    await bea.types("code A7")
    await mina.reads()

    assert (await mina.sends(t="codes", code="123456")).ids == ["codes-other"]

    await mina.reads()
    assert mina.screen == "e"


async def test_after_a_day_the_old_one_is_needed_again(mina, bea, house):
    await bea.types("code A7")
    await mina.reads()
    house.passes(hours=24)
    await mina.reads()

    assert (await mina.sends(**NEW)).ids == ["once-more"]
    await mina.reads()
    assert events(await mina.sends(**NEW, old=OWN))


async def test_whoever_took_the_phone_meanwhile_chooses_only_forced_ones(mina, bea):
    await bea.types("code A7")
    await mina.reads()
    await bea.types("seized A7")

    heard = await mina.sends(**NEW)

    assert heard.ids == ["menu-keys"]  # as ever
    await bea.types("free A7")
    await mina.reads()
    assert verdicts(await mina.sends(t="note", code="338461")) == [Verdict.FORCED]
    await mina.reads()
    assert verdicts(await mina.sends(t="note", code=OWN)) == [Verdict.GENUINE]


# --- When not -------------------------------------------------------------------------------------


@pytest.mark.parametrize("cause", [Cause.LOCKED, Cause.SOS, Cause.CONCERN])
async def test_while_something_is_open_nothing_is_asked_of_her_chat(mina, bea, house, cause):
    her = await mina.person()
    await house.storage.journal.record(Deed((Cried(her.id, cause, house.now),)))
    await deliver(house)

    heard = await bea.types("code A7")

    assert heard.ids == ["office-code-not-now"]
    assert heard.deed.changes == ()
    assert [one for one in await deliver(house) if one.to and one.to.chat == 100] == []


async def test_on_a_phone_in_other_hands_nothing_is_asked(mina, bea):
    await bea.types("seized A7")
    assert (await bea.types("code A7")).ids == ["office-code-not-now"]


async def test_where_there_is_no_page_or_no_chat_it_is_said(mina, bea, house):
    house.rooms = replace(house.rooms, pages_url=None)
    assert (await bea.types("code A7")).ids == ["office-code-no-page"]
    house.rooms = replace(house.rooms, pages_url="https://page.example/n")
    await house.keeps(replace(await mina.person(), chats=()))
    assert (await bea.types("code A7")).ids == ["office-not-here-yet"]


async def test_only_the_office_may_say_it_and_never_of_themselves(mina, bea, house):
    before = await mina.credentials()
    for chat in (100, 666):
        assert (await Somebody(house, chat).types("code A7")).deed.changes == ()
    assert (await bea.types("code")).ids == ["office-form-code"]
    assert (await bea.types(f"code A7 {NEITHER}")).ids == ["office-form-code"]
    assert (await bea.types("code B2")).ids == ["office-not-yourself"]
    assert (await bea.types("code X9")).ids == ["office-nobody-called"]
    assert await mina.credentials() == before
