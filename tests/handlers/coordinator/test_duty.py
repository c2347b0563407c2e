"""Somebody is always on duty, and whoever goes has handed over what is open (law 23)."""

from dataclasses import replace

import pytest

from rules.alarm import Stage
from rules.events import Cause
from storage.persons import Chat
from tests.handlers.coordinator.office import Colleague, colleague_who_sends_notes, cry
from tests.handlers.speaking import deliver, sentences


@pytest.mark.parametrize("text", ["duty on", "/duty on", "Duty ON"])
async def test_going_on_duty_is_told_to_whoever_is_on_it(bea, carl, house, text):
    read = await carl.types(text)

    assert read.ids == ["office-duty-on"]
    assert (await carl.member()).on_duty
    assert sentences(await deliver(house), await bea.person()) == ["office-duty-also"]


async def test_the_last_one_on_duty_cannot_go(bea, carl):
    read = await bea.types("duty off")

    assert read.ids == ["office-duty-last"]
    assert (await bea.member()).on_duty


async def test_somebody_who_cannot_be_reached_does_not_count(bea, carl, house):
    await carl.types("duty on")
    him = await carl.person()
    closed = tuple(Chat(one.address, reachable=False) for one in him.chats)
    await house.keeps(replace(him, chats=closed))

    assert (await bea.types("duty off")).ids == ["office-duty-last"]


async def test_whoever_holds_an_alarm_cannot_go(bea, carl, missed):
    await carl.types("duty on")
    await bea.types("take 1")

    read = await bea.types("duty off")

    assert read.ids == ["office-duty-holds"]
    assert (await bea.member()).on_duty


async def test_with_somebody_else_on_duty_one_may_go(bea, carl, house):
    await carl.types("duty on")
    await deliver(house)

    read = await bea.types("/duty off")

    assert not (await bea.member()).on_duty
    assert read.ids == ["office-duty-off"]
    assert sentences(await deliver(house), await carl.person()) == ["office-duty-gone"]


async def test_two_who_go_at_once_do_not_leave_nobody(bea, carl, house):
    await carl.types("duty on")
    visitor = await house.storage.readings.visitor(bea._address())

    await bea.types("duty off")

    read = await carl.types("duty off")
    assert read.ids == ["office-duty-last"]
    assert visitor.house.version < (await house.storage.readings.house()).version


async def test_handing_over_needs_the_others_yes_and_lists_what_is_open(bea, carl, missed, house):
    await bea.types("take 1")

    await bea.types("duty give B3")

    (asked,) = [one for one in await house.tells() if one.to.chat == 301 and one.act.words]
    assert asked.act.words[0].args["open"] == "1 · A7"
    assert (await bea.member()).on_duty
    assert not (await carl.member()).on_duty
    yes = asked.act.buttons[0][0].data

    await carl.presses(yes)

    assert (await carl.member()).on_duty
    assert not (await bea.member()).on_duty
    alarm = await carl.sees(missed)
    assert (alarm.stage, alarm.holder) == (Stage.HELD, (await carl.person()).id)


async def test_a_no_changes_nothing_and_is_told(bea, carl, house):
    await bea.types("duty give B3")

    await carl.presses("duty:no B2")

    assert (await bea.member()).on_duty
    assert not (await carl.member()).on_duty
    assert "office-duty-declined" in sentences(await deliver(house), await bea.person())


async def test_an_old_offer_is_over(bea, carl, house):
    await bea.types("duty give B3")
    (asked,) = [one for one in await house.tells() if one.to.chat == 301]
    house.passes(hours=2)

    read = await carl.presses(asked.act.buttons[0][0].data)

    assert read.ids == ["office-too-late"]
    assert (await bea.member()).on_duty


async def test_nobody_takes_the_duty_from_somebody_who_did_not_ask(bea, carl):
    for text in ["duty from B2 29400000", "/duty from B2 29400000", "duty no B2"]:
        read = await carl.types(text)

        assert read.ids == ["office-form-duty"]
        assert (await bea.member()).on_duty


async def test_a_forged_offer_is_nothing(bea, carl):
    await carl.presses("duty:from B2 29400000", stamped=False)

    assert (await bea.member()).on_duty


async def test_what_is_about_somebody_is_never_offered_to_them(bea, house):
    her = await colleague_who_sends_notes(house)
    number = await cry(house, await her.person(), Cause.SOS)
    await deliver(house)

    await bea.types("duty give A9")
    (asked,) = [one for one in await house.tells() if one.to.chat == 303 and one.act.words]
    assert asked.act.words[0].args["open"] == "-"

    await bea.types(f"take {number}")
    assert (await bea.types("duty give A9")).ids == ["office-duty-bound"]

    await her.presses(asked.act.buttons[0][0].data)

    assert (await her.member()).on_duty
    assert (await bea.member()).on_duty  # what is with Bea cannot go to her
    assert (await bea.sees(number)).holder == (await bea.person()).id


async def test_who_is_on_duty(bea, carl, house):
    for text in ("duty who", "duty", "/duty"):
        read = await bea.types(text)
        assert read.text.index("B2: on duty") < read.text.index("B3: off duty")


async def test_what_cannot_be_done_changes_nothing(bea, carl, mina):
    for text, answer in [
        ("duty perhaps", "office-form-duty"),
        ("duty give", "office-form-duty"),
        ("duty give B99", "office-nobody-called"),
        ("duty give B2", "office-not-yourself"),
        ("duty give A7", "office-duty-cannot"),
        ("duty on", "office-duty-already"),
    ]:
        read = await bea.types(text)

        assert read.ids == [answer]
        assert read.deed.changes == ()


async def test_off_duty_twice_is_said(carl):
    assert (await carl.types("duty off")).ids == ["office-duty-not"]


async def test_a_contact_cannot_go_on_duty(aunt, house, bea):
    assert (await Colleague(house, 200).types("duty on")).deed.changes == ()
