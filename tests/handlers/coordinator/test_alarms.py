"""A coordinator is woken: what is it, who has it, what must not be done?"""

import pytest

from rules.alarm import Kind as AlarmKind
from rules.alarm import Stage
from rules.events import Cause, CheckedIn, State, Verdict
from rules.notices import Kind
from storage.deed import Deed, Lived
from tests.handlers.coordinator.office import Colleague, colleague_who_sends_notes, cry
from tests.handlers.speaking import deliver, kinds, pass_time


@pytest.mark.parametrize("text", ["/alarm 1", "alarm 1", "Alarm \u0661", "/ALARM \u06f1"])
async def test_one_screen_says_what_it_is_and_what_not_to_do(bea, missed, text):
    read = await bea.types(text)

    assert "1 · A7, low: missed, last note" in read.text
    assert "Do not call A7" in read.text
    assert "Nobody has it. Next people are asked at" in read.text
    assert "B2: told" in read.text
    assert read.deed.replies[0].folds  # it goes again after half an hour


@pytest.mark.parametrize("text", ["take 1", "/take 1", "Take \u06f1", "take", "/take"])
async def test_taking_by_typing(bea, missed, text):
    await bea.types(text)

    assert (await bea.sees(missed)).holder == (await bea.person()).id


async def test_taking_by_pressing_tells_those_who_know(bea, carl, missed, house):
    await bea.types("next 1")
    await deliver(house)
    await bea.types("next 1")
    await deliver(house)

    await carl.presses("take:1")

    said = await deliver(house)
    assert (await carl.sees(missed)).stage is Stage.HELD
    assert Kind.TAKEN in kinds(said, await bea.person())
    assert Kind.TAKEN in kinds(said, await carl.person())
    assert "With B3" not in (await bea.types("alarm 1")).text
    assert "It is with B3 until" in (await bea.types("alarm 1")).text


async def test_giving_it_back_asks_the_next_people_at_once(bea, aunt, missed, house):
    await bea.types("take 1")
    await deliver(house)

    await bea.types("handback 1")

    said = await deliver(house)
    assert kinds(said, await bea.person()) == [Kind.PASSED_ON]
    assert kinds(said, await aunt.person()) == [Kind.ASK]


async def test_only_who_has_it_gives_it_back(bea, carl, missed):
    await bea.types("take 1")

    read = await carl.types("hand back 1")

    assert read.ids == ["office-not-with-you"]
    assert (await bea.sees(missed)).holder == (await bea.person()).id


async def test_not_me_asks_others_when_nobody_else_is_asked(bea, aunt, missed, house):
    read = await bea.presses("not-me:1")

    assert read.ids == ["office-not-you"]
    assert kinds(await deliver(house), await aunt.person()) == [Kind.ASK]


async def test_the_next_people_are_asked_by_typing(bea, aunt, missed, house):
    await bea.types("/escalate 1")

    assert kinds(await deliver(house), await aunt.person()) == [Kind.ASK]


async def test_a_single_press_never_asks_the_next_people(bea, aunt, missed, house):
    read = await bea.presses("escalate:1")

    assert read.ids == ["office-next-sure"]
    assert read.buttons == ["escalate:1 yes"]
    assert kinds(await deliver(house), await aunt.person()) == []

    await bea.presses("escalate:1 yes")

    assert kinds(await deliver(house), await aunt.person()) == [Kind.ASK]


async def test_a_number_that_does_not_exist_changes_nothing(bea, missed):
    for text in [
        "alarm 99",
        "take 99",
        "take x",
        "take A7",
        "close 0",
        "confirm 1234567890123",
        "take -1",
    ]:
        before = await bea.sees(missed)

        read = await bea.types(text)

        assert read.ids == ["office-no-such-number"]
        assert read.deed.happenings == ()
        assert await bea.sees(missed) == before


async def test_nothing_open_is_said_plainly(bea, mina):
    assert (await bea.types("take")).ids == ["office-nothing-open"]


async def test_with_several_open_it_asks_which(bea, missed, house):
    await cry(house, await house.defender(101, "A8", "Nora"), Cause.SOS)

    read = await bea.types("take")

    assert read.ids == ["office-which-number"]
    assert read.buttons == ["take:1", "take:2"]


async def test_what_is_over_stays_over(bea, missed):
    for text in ("close 1 safe she wrote", "yes"):
        await bea.types(text)

    assert (await bea.types("take 1")).ids == ["office-over"]
    assert (await bea.types("next 1")).ids == ["office-over"]
    assert (await bea.types("confirm 1 voice")).ids == ["office-over"]
    assert "is closed: safe" in (await bea.types("alarm 1")).text


async def test_whoever_it_is_about_neither_sees_nor_touches_it(bea, house):
    her = await colleague_who_sends_notes(house)
    number = await cry(house, await her.person(), Cause.FORCED)

    for text in (f"alarm {number}", f"take {number}", f"close {number} safe x", "worry A9"):
        read = await her.types(text)
        assert read.deed.happenings == ()
        assert set(read.ids) <= {"office-no-such-number", "office-not-yourself"}
    assert "A9" not in (await her.types("board")).text
    assert (await her.types("take")).ids == ["office-nothing-open"]
    assert "1 · A9" in (await bea.types("alarm 1")).text


async def test_duress_says_first_what_must_not_be_done(bea, carl, mina, house):
    number = await cry(house, await mina.person(), Cause.FORCED)

    read = await bea.types(f"alarm {number}")

    assert "forced sign" in read.text
    assert "never show that you know" in read.text


async def test_a_sign_of_life_shows_only_when_everybody_hears_of_it(bea, mina, missed, house):
    await mina.types("1")

    assert "A note came" not in (await bea.types("alarm 1")).text

    await pass_time(house, minutes=16)
    assert "A note came" in (await bea.types("alarm 1")).text


async def test_nothing_leads_to_speaking_with_her_about_a_sign_that_was_forced(
    bea, mina, missed, house
):
    sign = CheckedIn(house.now, verdict=Verdict.FORCED, state=State.RAID)
    await house.storage.journal.record(Deed((Lived((await mina.person()).id, sign),)))
    for minutes in (3, 16):
        await pass_time(house, minutes=minutes)
        await deliver(house)

        read = await bea.types("alarm 1")
        assert read.ids[:3] == ["inner-alarm-duress", "inner-state-raid", "inner-do-duress"]
        assert "inner-sign-came" not in read.ids


@pytest.mark.parametrize(
    ("cause", "about", "advised"),
    [
        (Cause.SEIZED, "seized", "duress"),
        (Cause.WARNED, "warned", "duress"),
        (Cause.OTHER_HANDS, "other-hands", "other-hands"),
        (Cause.CONCERN, "concern", "concern"),
    ],
)
async def test_it_says_why_and_what_that_asks_for(bea, carl, mina, house, cause, about, advised):
    number = await cry(house, await mina.person(), cause)

    read = await bea.types(f"alarm {number}")

    assert read.ids[:2] == [f"inner-alarm-{about}", f"inner-do-{advised}"]


async def test_who_was_asked_is_listed_page_by_page(bea, mina, missed, house):
    for number in range(10, 26):
        await house.coordinator(300 + number, f"B{number}")
    for _ in range(3):
        await bea.types("next 1")
        await deliver(house)

    read = await bea.types("alarm 1")
    pages = [read.text]
    while f"alarm:1 {len(pages) + 1} !" in read.buttons:
        read = await bea.presses(f"alarm:1 {len(pages) + 1} !")
        pages.append(read.text)

    assert len(pages) > 1
    for code in ("B2", "B10", "B25"):
        assert any(f"{code}: told" in page for page in pages)
    assert any("Auntie: told" in page for page in pages)


@pytest.mark.parametrize("text", ["worry A7 her shop is closed", "/worry a7"])
async def test_a_worry_goes_to_the_office_alone(bea, carl, mina, aunt, house, text):
    read = await bea.types(text)

    (alarm,) = await house.alarms()
    assert alarm.kind is AlarmKind.CONCERN
    assert read.ids == ["office-worry-noted"]
    said = await deliver(house)
    assert kinds(said, await aunt.person()) == []
    assert kinds(said, await bea.person()) == [Kind.ALARM]


async def test_a_worry_about_nobody_changes_nothing(bea, carl, mina, house):
    for text, answer in [
        ("worry", "office-form-worry"),
        ("worry A99", "office-nobody-called"),
        ("worry B3", "office-sends-no-notes"),
        ("worry B2", "office-not-yourself"),
        ("worry <script>alert(1)</script>", "office-nobody-called"),
    ]:
        read = await bea.types(text)

        assert read.ids == [answer]
        assert await house.alarms() == []


async def test_a_stranger_cannot_take_anything(missed, house, bea):
    stranger = Colleague(house, 999)

    await stranger.types("take 1")
    await stranger.presses("take:1")

    assert (await bea.sees(missed)).holder is None


async def test_a_contact_cannot_use_what_is_for_the_office(aunt, missed, house, bea):
    her = Colleague(house, 200)

    for text in ("take 1", "/close 1 safe", "/board", "/who A7", "/heard A7 voice", "/duty on"):
        assert (await her.types(text)).deed.happenings == ()
    assert (await bea.sees(missed)).holder is None


async def test_what_folded_away_comes_back_in_its_place(bea, missed):
    read = await bea.types("alarm 1")
    assert read.deed.replies[0].edits is None
    again = read.deed.replies[0].folds[0].args["again"]

    back = await bea.presses(again, message_id=55)

    assert back.deed.replies[0].edits == 55
    assert back.text == read.text
