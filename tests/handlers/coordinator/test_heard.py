"""A coordinator vouches for somebody, and others of the office see it (law 24)."""

from datetime import UTC, datetime, timedelta

import pytest

from rules.alarm import Stage
from rules.notices import Kind
from rules.watch import Stage as WatchStage
from storage.deed import Deed
from tests.handlers.coordinator.conftest import DUE
from tests.handlers.coordinator.office import Colleague
from tests.handlers.speaking import deliver, kinds


@pytest.fixture
async def evening(bea, carl, mina, house):
    """Ten to seven: her note is due in ten minutes."""
    house.now = DUE - timedelta(minutes=10)


@pytest.mark.parametrize(
    "text", ["heard A7 voice", "/heard a7 seen", "heard A7 VOICE", "/heard A7 voice by"]
)
async def test_a_sign_of_life_by_voice_keeps_the_promise(bea, mina, house, evening, text):
    read = await bea.types(text)

    assert read.ids[0] == "office-heard-noted"
    routine = await mina.routine()
    assert routine.last_sign_at == house.now
    assert routine.due_at == DUE + timedelta(days=1)


async def test_it_is_shown_to_the_others_of_the_office(bea, carl, mina, house, evening):
    await bea.types("heard A7 voice")

    said = await deliver(house)
    assert kinds(said, await carl.person()) == [Kind.HEARD_TOLD]
    assert Kind.HEARD_TOLD not in kinds(said, await bea.person())


async def test_alone_in_the_office_it_says_that_nobody_saw_it(bea, mina, house):
    read = await bea.types("heard A7 voice")

    assert "office-heard-alone" in read.ids


@pytest.mark.parametrize(
    ("when", "at"),
    [
        ("18:20", (23, 18, 20)),
        ("1820", (23, 18, 20)),
        ("at 18:20", (23, 18, 20)),
        ("40m", (23, 18, 10)),
        ("-2h", (23, 16, 50)),
        ("3h ago", (23, 15, 50)),
        ("23:30", (22, 23, 30)),
        ("yesterday 19:50", (22, 19, 50)),
        ("yesterday 06:00", (22, 6, 0)),
        ("\u06f1\u06f8:\u06f2\u06f0", (23, 18, 20)),
    ],
)
async def test_it_counts_from_its_own_time(bea, mina, house, evening, when, at):
    await bea.types(f"heard A7 voice {when}")

    day, hour, minute = at
    assert (await mina.routine()).last_sign_at == datetime(2026, 11, day, hour, minute, tzinfo=UTC)


async def test_a_time_that_cannot_be_changes_nothing(bea, mina, evening):
    for when in ["25:00", "soon", "tomorrow", "5d", "fri", "18:20 18:30", "0"]:
        read = await bea.types(f"heard A7 voice {when}")

        assert read.ids == ["office-form-heard-when"]
        assert (await mina.routine()).last_sign_at is None


@pytest.mark.parametrize("answer", ["1", "voice", "seen", "2", "voice 18:20"])
async def test_it_asks_how_if_that_was_not_said(bea, mina, evening, answer):
    read = await bea.types("heard A7")

    assert read.ids == ["office-heard-how"]
    assert (await mina.routine()).last_sign_at is None

    await bea.types(answer)

    assert (await mina.routine()).last_sign_at is not None


async def test_by_buttons(bea, mina, evening):
    assert (await bea.presses("heard:A7")).buttons == ["heard:A7 voice", "heard:A7 seen"]

    await bea.presses("heard:A7 seen")

    assert (await mina.routine()).last_sign_at is not None


async def test_nobody_is_vouched_for_by_mistake(bea, mina, evening):
    for text, answer in [
        ("heard", "office-form-heard"),
        ("heard A99 voice", "office-nobody-called"),
        ("heard B3 voice", "office-sends-no-notes"),
        ("heard B2 voice", "office-not-yourself"),
    ]:
        read = await bea.types(text)

        assert read.ids == [answer]
        assert read.deed.happenings == ()


async def test_somebody_who_has_not_begun_cannot_be_heard(bea, house):
    await bea.types("invite medium en UTC 09:00 Nino")

    read = await bea.types("heard A1 voice")

    assert read.ids == ["office-not-begun"]


async def test_with_an_alarm_open_it_says_how_to_confirm(bea, carl, mina, missed, house):
    read = await bea.types("heard A7 voice")

    assert "office-heard-confirm" in read.ids
    assert "confirm 1 voice" in read.text
    assert (await bea.sees(missed)).stage is Stage.HELD

    await bea.types("confirm 1 voice")

    assert (await bea.sees(missed)).stage is Stage.CLOSED


async def test_somebody_seen_at_home_has_arrived(bea, mina, house):
    await mina.types("4 +2")
    assert await mina.journey() is not None
    house.passes(hours=1)

    await bea.types("heard A7 seen there")

    assert await mina.journey() is None


async def test_on_a_trip_a_voice_does_not_end_the_trip(bea, mina, house):
    await mina.types("4 +2")
    house.passes(hours=1)

    await bea.types("heard A7 voice")

    assert (await mina.journey()).stage is WatchStage.WAITING


async def test_an_old_button_of_another_chat_is_nothing(bea, mina, house, evening):
    read = await Colleague(house, 300).presses("heard:A7 voice", stamped=False)

    assert read.deed == Deed()
