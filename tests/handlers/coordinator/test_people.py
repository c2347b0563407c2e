"""One person as the office may see them; and one who wants to leave."""

from dataclasses import replace

import pytest

from rules.events import Cause
from rules.people import Part
from storage.persons import Chat, ContactLink, Standing
from tests.handlers.coordinator.conftest import DUE
from tests.handlers.coordinator.office import Colleague, colleague_who_sends_notes, cry
from tests.handlers.speaking import pass_time


async def test_who_shows_level_times_and_the_parts_of_her_people(bea, mina, aunt, house):
    await house.contact(await mina.person(), 201, "Mother", Part.FAMILY)
    for text in ["who A7", "/who a7", "WHO A7"]:
        read = await bea.types(text)

        assert "A7, low." in read.text
        assert "first note by 19:00" in read.text
        assert "1. Friend: ready." in read.text
        assert "2. Family: ready." in read.text
        for name in ("Mina", "Auntie", "Mother"):
            assert name not in read.text
        assert "terms:A7" in read.buttons


async def test_who_of_her_people_has_answered(bea, mina, house):
    me = await mina.person()
    standings = (Standing.INVITED, Standing.AGREED, Standing.PROVEN)
    links = tuple(
        ContactLink(house.storage.chance.new_id(), f"N{part}", part, standing)
        for part, standing in zip((Part.NEAR, Part.LAWYER, Part.FRIEND), standings, strict=True)
    )
    lost = replace(links[2], id=house.storage.chance.new_id(), reachable=False)
    await house.keeps(replace(me, contacts=(*links, lost)))

    text = (await bea.types("who A7")).text

    assert "1. Close by: has not answered yet." in text
    assert "2. Lawyer: has said yes, not tested yet." in text
    assert "3. Friend: ready." in text
    assert "4. Friend: cannot be reached." in text


async def test_nobody_named_is_said(bea, mina):
    assert "inner-who-nobody" in (await bea.types("who A7")).ids


async def test_where_a_promise_stands(bea, mina, house):
    await mina.types("1")
    assert "inner-person-waiting" in (await bea.types("who A7")).ids

    await mina.types("4 +2")
    assert "inner-person-journey" in (await bea.types("who A7")).ids

    await mina.types("1")
    house.now = DUE
    await pass_time(house, minutes=1)
    assert "inner-person-late" in (await bea.types("who A7")).ids


async def test_an_alarm_about_somebody_is_named_with_whether_anybody_has_it(bea, missed):
    assert "1 is open; nobody has it." in (await bea.types("who A7")).text

    await bea.types("take 1")

    assert "1 is open; somebody has it." in (await bea.types("who A7")).text
    assert "inner-person-missed" in (await bea.types("who A7")).ids


async def test_a_bad_end_leaves_somebody_without_a_watch_and_it_is_said(bea, missed):
    await bea.types("close 1 detained seen at the station")
    await bea.types("yes")

    assert "inner-person-resting" in (await bea.types("who A7")).ids


async def test_what_waits_and_a_closed_chat_are_said(bea, carl, mina, house):
    await bea.types("pause A7 3d")
    await bea.types("terms A7 grace 3h")
    await bea.types("yes")
    me = await mina.person()
    closed = tuple(Chat(one.address, reachable=False) for one in me.chats)
    await house.keeps(replace(me, chats=closed))

    ids = (await bea.types("who A7")).ids
    ids += (await bea.presses("who:A7 2")).ids

    assert {"inner-person-change-pause", "inner-person-change-terms"} <= set(ids)
    assert "inner-person-unreachable" in ids


async def test_a_colleague(bea, carl):
    read = await bea.types("who B3")

    assert read.ids == ["inner-duty-off"]
    assert read.buttons == []


async def test_an_invited_one(bea):
    await bea.types("/invite low en UTC usual Nino")

    read = await bea.types("who A1")

    assert "A1, low: invited, not come yet." in read.text
    assert "A1 has not begun yet." in read.text
    assert "Nino" not in read.text


async def test_who_is_nobody(bea, mina):
    for text, answer in [
        ("who", "office-form-who"),
        ("who A99", "office-nobody-called"),
        ("who ' OR 1=1", "office-nobody-called"),
        ("who B2", "office-not-yourself"),
    ]:
        assert (await bea.types(text)).ids == [answer]


@pytest.mark.parametrize(
    "written", ["A7", "a7", "A\u0667", "a\u06f7", "\u04107", "\u04307", "\u03917", "A7."]
)
async def test_a_code_name_is_understood_as_a_tired_hand_types_it(bea, mina, written):
    """In Arabic or Persian digits, in small letters, on a Cyrillic or Greek keyboard."""
    for command in ("who", "seized", "free"):
        assert "A7" in (await bea.types(f"{command} {written}")).text
    assert (await bea.types(f"invite {written}")).ids == ["office-here-already"]


async def test_what_is_said_back_is_short_and_harmless(bea):
    read = await bea.types("who <b>" + "x" * 300)

    assert read.deed.replies[0].words[0].args["code"] == "BXXXXXXX"


async def test_nobody_learns_of_an_alarm_about_themselves(bea, mina, house):
    her = await colleague_who_sends_notes(house)
    await cry(house, await her.person(), Cause.FORCED)

    assert (await her.types("who A9")).ids == ["office-not-yourself"]
    assert "is open" in (await bea.types("who A9")).text


# --- Leaving -------------------------------------------------------------------------------------


@pytest.fixture
async def leaving(bea, mina):
    """Mina has asked to stop."""
    await mina.types("stop")
    await mina.types("yes")
    assert (await mina.routine()).pending


async def test_after_a_talk_alone_nothing_holds_her(bea, mina, leaving, house):
    asked = await bea.types("spoke A7")
    assert asked.ids == ["office-spoke-sure"]
    assert (await mina.routine()).pending[0].from_at > house.now

    await bea.types("spoke A7 yes")

    assert (await mina.routine()).pending[0].from_at == house.now


async def test_by_a_press_and_another(bea, mina, leaving, house):
    shown = await bea.types("who A7")
    assert "spoke:A7" in shown.buttons
    asked = await bea.presses("spoke:A7")
    assert (await mina.routine()).pending[0].from_at > house.now

    await bea.presses(asked.buttons[0])

    assert (await mina.routine()).pending[0].from_at == house.now


async def test_nobody_is_let_go_who_did_not_ask(bea, mina):
    for text, answer in [
        ("spoke", "office-form-spoke"),
        ("spoke A7", "office-not-leaving"),
        ("spoke A7 yes", "office-not-leaving"),
        ("spoke B2 yes", "office-not-yourself"),
        ("spoke A99 yes", "office-nobody-called"),
    ]:
        read = await bea.types(text)

        assert read.ids == [answer]
        assert read.deed.happenings == ()


async def test_only_the_office_says_that_it_has_spoken_with_her(bea, mina, leaving, house):
    await Colleague(house, 100).types("/spoke A7 yes")

    assert (await mina.routine()).pending[0].from_at > house.now


async def test_a_phone_in_other_hands_stands_there(bea, mina):
    assert "inner-person-seized" not in (await bea.types("who A7")).ids
    await bea.types("seized A7")

    assert "inner-person-seized" in (await bea.types("who A7")).ids
