"""Somebody goes on a trip, needs more time, arrives or does not."""

from datetime import UTC, datetime, timedelta

import pytest

from rules.notices import Kind
from rules.watch import Sort, Stage
from tests.handlers.speaking import Somebody, deliver, kinds, pass_time

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
async def mina(house):
    """Mina at noon; her note is due at 19:00, a trip lasts 24 hours at most."""
    house.now = NOON
    await house.defender()
    await deliver(house)
    return Somebody(house, 100)


@pytest.mark.parametrize(
    "text", ["4 18:30", "trip 1830", "Trip +6:30", "\u0664 \u0661\u0668:\u0663\u0660"]
)
async def test_a_trip_begins_in_one_line(mina, house, text):
    heard = await mina.types(text)

    journey = await mina.journey()
    assert journey.due_at == NOON + timedelta(hours=6, minutes=30)
    assert heard.ids == []
    assert kinds(await deliver(house), await mina.person()) == [Kind.JOURNEY_BEGUN]


@pytest.mark.parametrize("first", ["4", "4 trip", "trip"])
async def test_a_trip_begins_in_two_steps(mina, first):
    assert (await mina.types(first)).ids == ["trip-until"]

    await mina.types("18:30")

    assert (await mina.journey()).due_at == NOON + timedelta(hours=6, minutes=30)
    assert await mina.dialogue() is None


async def test_a_trip_covers_the_note_that_falls_in_it(mina, house):
    await mina.types("4 20:00")

    await pass_time(house, hours=7, minutes=30)

    assert (await mina.routine()).stage is not Stage.LATE
    assert Kind.REMINDER not in kinds(await deliver(house), await mina.person())


@pytest.mark.parametrize("text", ["soon", "9", "99:99", "3 break of what", "+", "🙂"])
async def test_what_is_no_time_is_asked_again_and_changes_nothing(mina, text):
    await mina.types("4")

    await mina.types(text)

    assert await mina.journey() is None


async def test_what_is_no_time_names_the_right_form(mina):
    await mina.types("4")

    heard = await mina.types("after lunch")

    assert heard.ids == ["moment-not-read"]
    assert (await mina.types("18:30")).ids == []
    assert await mina.journey() is not None


async def test_a_trip_beyond_the_terms_is_refused_with_the_limit(mina):
    heard = await mina.types("4 +25")

    assert heard.ids == ["trip-too-long"]
    assert "Tue 12:00" in heard.text
    assert await mina.journey() is None


async def test_a_trip_into_the_past_is_refused(mina):
    assert (await mina.types("4 today 9")).ids == ["moment-past"]
    assert await mina.journey() is None


async def test_cancel_takes_the_question_away(mina):
    await mina.types("4")

    assert (await mina.types("cancel")).ids == ["unchanged"]
    assert await mina.dialogue() is None


async def test_the_question_is_forgotten_after_half_an_hour(mina, house):
    await mina.types("4")
    house.passes(minutes=31)

    await mina.types("18:30")

    assert await mina.journey() is None


@pytest.mark.parametrize("text", ["+1", "+", "more", "later", "+\u06f1", "+60m"])
async def test_an_hour_more(mina, house, text):
    await mina.types("4 18:30")

    await mina.types(text)

    assert (await mina.journey()).due_at == NOON + timedelta(hours=7, minutes=30)
    assert Kind.JOURNEY_EXTENDED in kinds(await deliver(house), await mina.person())


async def test_two_hours_more_where_terms_allow_them(mina):
    await mina.types("4 18:30")

    await mina.types("+2")

    assert (await mina.journey()).due_at == NOON + timedelta(hours=8, minutes=30)


async def test_more_than_terms_allow_is_refused_by_the_rules(mina, house):
    await mina.types("4 18:30")

    await mina.types("+3")

    assert (await mina.journey()).due_at == NOON + timedelta(hours=6, minutes=30)
    assert Kind.CHANGE_REFUSED in kinds(await deliver(house), await mina.person())


async def test_more_time_once_it_is_late(mina, house):
    await mina.types("4 18:30")
    await pass_time(house, hours=6, minutes=40)
    assert (await mina.journey()).stage is Stage.LATE

    await mina.types("+1")

    assert (await mina.journey()).stage is Stage.WAITING


async def test_no_more_time_once_others_are_asked(mina, house):
    await mina.types("4 18:30")
    for _ in range(20):
        await pass_time(house, minutes=15)
        await deliver(house)
    for _ in range(25):
        await pass_time(house, minutes=15)
        await deliver(house)
    assert (await mina.journey()).stage is Stage.MISSED

    assert (await mina.types("+1")).ids == ["trip-too-late"]
    assert (await mina.journey()).stage is Stage.MISSED


async def test_more_time_without_a_trip(mina):
    assert (await mina.types("+1")).ids == ["trip-none"]
    assert (await mina.types("+2")).ids == ["trip-none"]


@pytest.mark.parametrize("text", ["1", "1 note", "there", "Arrived.", "\u06f1"])
async def test_one_or_there_ends_the_trip_and_is_a_note(mina, house, text):
    await mina.types("4 18:30")
    house.passes(hours=5)

    await mina.types(text)

    assert await mina.journey() is None
    assert (await mina.routine()).last_sign_at == house.now


async def test_a_second_trip_is_not_begun_beside_the_first(mina):
    await mina.types("4 18:30")

    heard = await mina.types("4 20:00")

    assert heard.ids == ["trip-running"]
    assert heard.buttons == ["there", "more-time"]
    running = [one for one in (await mina.life()).watches if one.sort is Sort.JOURNEY]
    assert len(running) == 1


async def test_the_buttons_of_a_trip(mina):
    await mina.types("4 18:30")
    await mina.types("4")

    await mina.presses("more-time")
    assert (await mina.journey()).due_at == NOON + timedelta(hours=7, minutes=30)
    await mina.presses("there")
    assert await mina.journey() is None


async def test_a_trip_does_not_answer_a_note_that_is_open(mina, house):
    await pass_time(house, hours=7, minutes=5)
    assert (await mina.routine()).stage is Stage.LATE

    assert (await mina.types("4 +3")).ids == ["trip-note-first"]
    assert await mina.journey() is None


async def test_help_typed_instead_of_a_time_is_a_call_for_help(mina, house):
    await mina.types("4")

    await mina.types("2")

    assert [one.kind for one in await house.alarms()] == ["sos"]
    assert await mina.journey() is None
