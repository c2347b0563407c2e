"""Codes and buttons are changed on the page; the chat only brings the key that opens it."""

from dataclasses import replace

import pytest

from rules.events import Verdict
from rules.terms import Level
from tests.handlers.phone import FORCED, OWN, events, not_begun, with_a_key
from tests.handlers.speaking import Somebody


@pytest.fixture
async def mina(house):
    house.rooms = replace(house.rooms, pages_url="https://page.example/n")
    her = await house.defender(level=Level.MEDIUM)
    return await with_a_key(house, her)


async def opens(mina, text="new numbers"):
    """Say it, and return which screen the key below the answer opens."""
    heard = await mina.types(text)
    await mina.reads()
    assert heard.ids == ["choose-on-page"]
    return mina.screen


async def test_first_codes_are_chosen_and_later_ones_changed_after_the_old_one(mina):
    assert await opens(mina) == "e"
    await mina.has_codes()

    assert await opens(mina) == "c"
    changed = await mina.sends(t="codes", code="905172", forced="338461", old=OWN)

    assert [one.verdict for one in events(changed)] == [Verdict.GENUINE]
    await mina.reads()
    assert events(await mina.sends(t="note", code="905172"))


async def test_a_phone_in_other_hands_is_shown_what_any_phone_is(mina, house):
    await house.coordinator(chat=300)
    await Somebody(house, 300).types("seized A7")
    assert await opens(mina) == "e"
    await mina.has_codes()

    assert await opens(mina) == "c"

    await Somebody(house, 300).types("free A7")
    assert await opens(mina) == "e"
    await mina.has_codes()
    assert [one.verdict for one in events(await mina.sends(t="note", code=OWN))] == [
        Verdict.GENUINE
    ]


async def test_the_two_buttons_are_set_there_with_her_code(mina):
    await mina.has_codes()
    assert await opens(mina, "my buttons") == "p"

    await mina.sends(t="pair", forced=2, code=OWN)

    assert (await mina.credentials()).pair == 2
    assert await opens(mina, "my buttons") == "p"


async def test_without_codes_they_are_set_once_and_then_by_the_office_alone(mina):
    assert await opens(mina, "my buttons") == "p"
    await mina.sends(t="pair", forced=2)
    await mina.reads()

    assert (await mina.types("my buttons")).ids == ["own-key-no-page"]


async def test_without_a_page_the_office_is_asked(house, mina):
    house.rooms = replace(house.rooms, pages_url=None)

    for text in ("new numbers", "my buttons"):
        assert (await mina.types(text)).ids == ["own-key-no-page"]


async def test_who_has_not_agreed_to_it_has_nothing_to_choose_and_is_told_whom_to_ask(house):
    tapper = await house.defender(chat=101, code="A8", level=Level.LOW)
    await house.contact(tapper, chat=200)

    for text in ("new numbers", "my buttons"):
        assert (await Somebody(house, 101).types(text)).ids == ["own-key-no-page"]
    assert (await Somebody(house, 101).types("my buttons are off")).ids == ["not-understood"]
    for text in ("new numbers", "my buttons"):
        assert (await Somebody(house, 200).types(text)).ids == ["nothing-to-read"]


async def test_whose_first_codes_were_chosen_in_other_hands_is_led_to_choosing_hers(house, mina):
    """Nobody has one that is right: once more would only be wrong once more."""
    await house.coordinator(chat=300)
    phone, office = mina, Somebody(house, 300)
    await office.types("seized A7")
    await phone.has_codes()
    assert (await phone.sends(t="note", code="905172")).ids == ["once-more"]
    assert (await phone.types("1")).ids == ["note-other-way"]
    await office.types("free A7")

    await phone.reads()
    assert (await phone.sends(t="note", code="905172")).ids == ["codes-choose"]
    await phone.reads()
    assert phone.screen == "e"
    assert (await phone.types("1")).ids == ["note-other-way", "codes-choose"]
    terms = await office.types("terms A7 grace 50")
    assert "office-choices-none" in (await office.presses(terms.buttons[0])).ids


async def test_nor_does_anything_begin_with_codes_of_other_hands(house):
    await house.coordinator(chat=300)
    phone = await not_begun(house)
    office = Somebody(house, 300)
    await office.types("seized A7")
    await phone.sends(t="codes", code=OWN, forced=FORCED)
    await office.types("free A7")
    for _ in range(12):
        heard = await phone.types("yes")
        if "codes-first" in heard.ids:
            break
        await phone.types("next")

    assert heard.ids == ["codes-first", "codes-choose"]
