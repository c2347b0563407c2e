"""A break with the office's yes: longer than alone, never at once, and over by itself."""

from datetime import timedelta

import pytest

from rules.notices import Kind
from rules.terms import Pause
from rules.watch import Stage
from tests.handlers.coordinator.conftest import DUE
from tests.handlers.coordinator.office import Colleague
from tests.handlers.speaking import deliver, kinds, pass_time


@pytest.mark.parametrize(
    "text", ["pause A7 5d", "/pause a7 5d", "pause A7 until 5d", "pause A7 \u06f5d"]
)
async def test_a_break_is_told_with_its_moments(bea, carl, mina, house, text):
    read = await bea.types(text)

    (pending,) = (await mina.routine()).pending
    assert pending.change == Pause(house.now + timedelta(days=5))
    assert read.ids == ["office-pause-noted"]
    assert read.deed.replies[0].words[0].args["from"] == pending.from_at
    said = await deliver(house)
    assert Kind.BREAK_PENDING in kinds(said, await mina.person())
    assert Kind.CHANGE_TOLD in kinds(said, await bea.person())
    assert (await mina.routine()).stage is Stage.WAITING  # nothing has begun


async def test_clock_times_are_those_where_she_is(bea, house):
    await bea.types("/invite low en Asia/Dushanbe 09:00 21:00 Nino")

    read = await bea.types("pause A1 fri 20:00")

    assert read.ids == ["office-not-begun"]


async def test_until_a_weekday_of_hers(bea, mina, house):
    await bea.types("pause A7 fri 20:00")

    (pending,) = (await mina.routine()).pending
    assert pending.change.until == DUE + timedelta(days=4, hours=1)


async def test_by_buttons(bea, mina, house):
    asked = await bea.presses("pause:A7")
    assert asked.buttons == ["pause:A7 1d", "pause:A7 3d", "pause:A7 7d"]

    await bea.presses("pause:A7 3d")

    assert (await mina.routine()).pending


async def test_what_the_rules_refuse_is_refused_in_their_words(bea, mina, house):
    for text in ["pause A7 40d", "pause A7 1h"]:
        read = await bea.types(text)

        assert read.ids == []
        assert (await mina.routine()).pending == ()
        assert kinds(await deliver(house), await bea.person()) == [Kind.CHANGE_REFUSED]


@pytest.mark.parametrize("text", ["pause A7 off", "resume A7", "/resume a7"])
async def test_a_break_that_waits_is_taken_back(bea, mina, house, text):
    await bea.types("pause A7 3d")

    read = await bea.types(text)

    assert (await mina.routine()).pending == ()
    assert read.ids == ["office-resumed"]


async def test_after_a_bad_end_notes_are_asked_for_again(bea, mina, missed):
    await bea.types("close 1 detained seen at the station")
    await bea.types("yes")
    assert (await mina.routine()).stage is Stage.RESTING

    read = await bea.types("resume A7")

    routine = await mina.routine()
    assert routine.stage is Stage.WAITING
    assert read.deed.replies[0].words[0].args["due"] == routine.due_at


async def test_a_break_begins_after_a_kept_note_and_ends_by_itself(bea, mina, house):
    await bea.types("pause A7 3d")
    until = house.now + timedelta(days=3)
    house.now = DUE
    await mina.types("1")
    house.now = (await mina.routine()).due_at - timedelta(minutes=30)
    await mina.types("1")

    await pass_time(house, hours=1)
    assert (await mina.routine()).paused_until == until

    house.now = until
    await pass_time(house, minutes=1)
    assert (await mina.routine()).stage is Stage.WAITING


async def test_what_is_no_break_changes_nothing(bea, carl, mina):
    for text, answer in [
        ("pause", "office-form-pause"),
        ("pause A7 soon", "office-form-pause"),
        ("pause A7 3", "office-form-pause"),
        ("pause A99 3d", "office-nobody-called"),
        ("pause B2 3d", "office-not-yourself"),
        ("pause B3 3d", "office-sends-no-notes"),
        ("resume", "office-form-resume"),
        ("resume A7", "office-no-break"),
        ("pause A7 off", "office-no-break"),
    ]:
        read = await bea.types(text)

        assert read.ids == [answer]
        assert read.deed.happenings == ()


async def test_she_does_not_give_herself_the_offices_yes(bea, mina, house):
    read = await Colleague(house, 100).types("/pause A7 20d")

    assert all(one.event.by is None for one in read.deed.happenings)
