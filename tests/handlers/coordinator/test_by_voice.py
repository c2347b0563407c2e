"""Somebody without Telegram is watched over: they call, and the office records it (law 24)."""

from datetime import timedelta

import pytest

from rules.alarm import Stage
from rules.notices import Kind
from rules.watch import Stage as Promise
from storage.persons import Standing
from tests.handlers.speaking import Somebody, deliver, kinds, pass_time

ONE_LINE = "invite voice low UTC 19:00 Nino"


@pytest.fixture
async def nino(house, bea, carl):
    """A1, who said yes aloud and has no chat."""
    await bea.types(ONE_LINE)
    await bea.types("yes")
    return await house.storage.readings.by_code("A1")


async def routine(house, person):
    (watch,) = (await house.storage.readings.life(person.id)).watches
    return watch


async def test_nothing_is_kept_before_their_yes(house, bea):
    assert (await bea.types(ONE_LINE)).ids == ["office-invite-consent"]
    assert await house.storage.readings.by_code("A1") is None

    assert (await bea.types("perhaps")).ids == ["office-invite-unknown", "office-invite-consent"]
    assert (await bea.types("2")).ids == ["office-unchanged"]

    assert await house.storage.readings.by_code("A1") is None
    assert await bea.dialogue() is None


async def test_one_question_at_a_time_and_no_language(house, bea):
    for text, question in (
        ("invite voice", "office-invite-level"),
        ("1", "office-invite-nick"),
        ("Nino", "office-invite-zone"),
        ("Dushanbe", "office-invite-times"),
        ("usual", "office-invite-consent"),
    ):
        assert (await bea.types(text)).ids == [question]

    assert (await bea.presses("office-invite-consent:yes")).ids == ["office-voice-begun"]


async def test_their_promise_begins_with_their_yes(house, nino):
    assert (nino.standing, nino.chats, nino.agreed_at) == (Standing.AGREED, (), house.now)
    watch = await routine(house, nino)
    assert watch.stage is Promise.WAITING
    assert watch.due_at == house.now.replace(hour=19, minute=0)


async def test_a_call_keeps_the_promise(house, bea, nino):
    house.now = house.now.replace(hour=18)

    assert (await bea.types("heard A1 voice")).ids == ["office-heard-noted"]

    watch = await routine(house, nino)
    assert watch.due_at == house.now.replace(hour=19) + timedelta(days=1)


async def test_without_a_call_the_office_is_asked_as_with_everybody(house, bea, nino):
    house.now = (await routine(house, nino)).due_at
    for minutes in (1, 120):
        await pass_time(house, minutes=minutes)
        said = await deliver(house)
    assert kinds(said, await bea.person()) == [Kind.ALARM]
    (alarm,) = await house.alarms()

    await bea.types("heard A1 voice")
    await bea.types(f"confirm {alarm.number} voice")

    assert await house.alarms() == []
    assert (await bea.sees(alarm.number)).stage is Stage.CLOSED
    assert (await routine(house, nino)).stage is Promise.WAITING


async def test_nobody_says_that_a_chat_is_closed_which_never_was(house, bea, nino):
    house.now = (await routine(house, nino)).due_at
    await pass_time(house, minutes=1)
    await deliver(house)

    for text in ("board", "who A1"):
        read = await bea.types(text)
        assert "inner-board-closed" not in read.ids
        assert "inner-person-unreachable" not in read.ids
    assert "A1: late" in (await bea.types("board")).text


async def test_they_may_have_a_chat_later(house, bea, nino):
    moved = await bea.types("move A1")
    phone = Somebody(house, 700)
    await phone.types(f"/start {moved.token}")
    await phone.types("yes")
    await bea.types(f"move A1 {moved.invitation.number}")

    assert (await phone.person()).id == nino.id
    await phone.types("1")
    assert (await phone.routine()).last_sign_at == house.now
