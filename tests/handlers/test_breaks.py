"""Somebody takes a break; by a plain message it begins late, and always ends by itself."""

from datetime import UTC, datetime, timedelta

import pytest

from rules.notices import Kind
from rules.terms import Pause
from rules.watch import Stage
from tests.handlers.speaking import Somebody, deliver, kinds, pass_time

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)  #: a Monday


@pytest.fixture
async def mina(house):
    """Mina at noon; her note is due at 19:00; breaks wait 12 hours and last 14 days at most."""
    house.now = NOON
    await house.defender()
    await deliver(house)
    return Somebody(house, 100)


async def pending(mina):
    return [one.change for one in (await mina.routine()).pending]


@pytest.mark.parametrize(
    "text",
    ["3 fri 20:00", "break friday 20:00", "pause fri 20", "\u06f3 fri \u06f2\u06f0:\u06f0\u06f0"],
)
async def test_a_break_in_one_line_waits_for_its_moment(mina, house, text):
    heard = await mina.types(text)

    assert await pending(mina) == [Pause(datetime(2026, 11, 27, 20, tzinfo=UTC))]
    assert (await mina.routine()).stage is Stage.WAITING
    assert heard.ids == []
    assert kinds(await deliver(house), await mina.person()) == [Kind.BREAK_PENDING]


@pytest.mark.parametrize("first", ["3", "3 break", "break"])
async def test_a_break_in_two_steps(mina, first):
    assert (await mina.types(first)).ids == ["break-until"]

    await mina.types("3d")

    assert await pending(mina) == [Pause(NOON + timedelta(days=3))]
    assert await mina.dialogue() is None


@pytest.mark.parametrize("text", ["a while", "9", "32:00", "monday", "-2d"])
async def test_what_is_no_moment_changes_nothing(mina, text):
    await mina.types("3")

    await mina.types(text)

    assert await pending(mina) == []


async def test_a_break_that_is_too_long_is_refused_by_the_rules(mina, house):
    await mina.types("3 60d")

    assert await pending(mina) == []
    assert kinds(await deliver(house), await mina.person()) == [Kind.CHANGE_REFUSED]


async def test_a_break_that_has_passed_is_refused(mina):
    assert (await mina.types("3 today 9")).ids == ["moment-past"]
    assert await pending(mina) == []


async def test_a_break_that_waits_is_shown_and_can_be_taken_back(mina, house):
    await mina.types("3 fri 20:00")

    heard = await mina.types("3")
    assert heard.ids == ["break-coming"]
    assert heard.buttons == ["keep"]
    await mina.presses("keep")

    assert await pending(mina) == []
    assert Kind.CHANGE_DROPPED in kinds(await deliver(house), await mina.person())


async def test_nothing_to_keep(mina):
    assert (await mina.types("keep")).ids == ["keep-nothing"]


async def test_a_break_that_has_begun_is_shown_and_ended(mina, house):
    await mina.types("3 fri 20:00")
    for _ in range(2):
        house.now = house.now.replace(hour=18)
        await mina.types("1")
        await pass_time(house, days=1)
    assert (await mina.routine()).paused_until is not None

    assert (await mina.types("3")).ids == ["break-now"]
    await mina.types("resume")

    assert (await mina.routine()).stage is Stage.WAITING
    assert Kind.BREAK_OVER in kinds(await deliver(house), await mina.person())


async def test_nothing_to_resume(mina):
    assert (await mina.types("resume")).ids == ["break-none"]


async def test_a_break_that_waits_is_dropped_by_resume(mina):
    await mina.types("3 fri 20:00")

    await mina.types("i am back")

    assert await pending(mina) == []


async def test_cancel_takes_the_question_away(mina):
    await mina.types("3")

    assert (await mina.types("never mind")).ids == ["unchanged"]
    assert await mina.dialogue() is None


async def test_somebody_whose_notes_have_not_begun_has_no_break(house):
    await house.keeps(house._person(101, "defender", code="A9", nick="Nino"))

    heard = await Somebody(house, 101).types("3")

    assert heard.ids == ["not-understood"]
