"""Some of the office must never hear of somebody; some of them send notes themselves."""

import pytest
from sqlalchemy import update

from rules.alarm import Kind as AlarmKind
from rules.alarm import Stage
from rules.events import Cause, CheckedIn
from rules.notices import Kind
from storage.deed import Lived, Reply
from storage.tables import watches
from tests.handlers.coordinator.office import colleague_who_sends_notes, cry, kept_from
from tests.handlers.speaking import deliver, kinds


@pytest.fixture
async def olga(house, bea, carl):
    """A5, of whom B3 must never hear, with an alarm that is open."""
    person = await kept_from(house, await carl.person())
    await cry(house, person, Cause.SOS)
    await deliver(house)
    return person


async def test_for_whom_it_is_kept_from_an_alarm_does_not_exist(bea, carl, olga):
    for text in [
        "alarm 1",
        "take 1",
        "next 1",
        "notme 1",
        "handback 1",
        "confirm 1 voice",
        "close 1 safe x",
    ]:
        read = await carl.types(text)

        assert read.ids == ["office-no-such-number"]
        assert read.deed.happenings == ()
        assert (await bea.types("alarm 1")).ids != ["office-no-such-number"]


async def test_for_whom_she_is_kept_from_she_does_not_exist(carl, olga):
    for text in [
        "who A5",
        "terms A5",
        "order A5 duty 30",
        "heard A5 voice",
        "pause A5 3d",
        "move A5",
        "worry A5",
        "spoke A5 yes",
        "resume A5",
    ]:
        read = await carl.types(text)

        assert read.ids == ["office-nobody-called"]
        assert read.deed.happenings == ()


async def test_she_is_not_on_their_board_though_her_promise_does_not_open(bea, carl, olga, house):
    hers = update(watches).where(watches.c.person_id == olga.id).values(sealed_watch=bytes(200))
    await house.storage.writer.do(lambda tx: tx.connection.execute(hers).rowcount)
    assert "A5" not in (await carl.types("board")).text
    assert "1 · A5: asked for help" in (await bea.types("board")).text
    assert (await carl.types("take 1")).ids == ["office-no-such-number"]
    assert (await bea.types("take 1")).deed.happenings


async def test_she_is_not_on_their_board_nor_in_an_offer(bea, carl, olga, house):
    assert "A5" not in (await carl.types("board")).text
    assert "A5" in (await bea.types("board")).text
    assert (await carl.types("take")).ids == ["office-nothing-open"]

    await bea.types("duty give B3")

    replies = [one.act for one in await house.tells() if isinstance(one.act, Reply)]
    (asked,) = [one for one in replies if one.words[0].id == "office-duty-asked"]
    assert asked.words[0].args["open"] == "-"


async def test_nothing_of_hers_is_shown_to_them_by_others(bea, carl, olga, house):
    await bea.types("heard A5 voice")
    await bea.types("pause A5 3d")
    await bea.types("terms A5 grace 3h")
    await bea.types("yes")

    assert kinds(await deliver(house), await carl.person()) == []


async def test_what_weakens_is_told_to_the_others_even_when_whoever_asks_is_on_duty(
    bea, carl, mina, house
):
    await bea.types("pause A7 3d")

    said = await deliver(house)
    assert kinds(said, await carl.person()) == [Kind.CHANGE_TOLD]
    assert kinds(said, await bea.person()) == [Kind.CHANGE_TOLD]

    await bea.types("terms A7 grace 3h")
    await bea.types("yes")

    assert Kind.CHANGE_TOLD in kinds(await deliver(house), await carl.person())


@pytest.fixture
async def both(house, bea):
    """A9, who coordinates and sends notes, and the number of an alarm about somebody else."""
    her = await colleague_who_sends_notes(house)
    return her, await cry(house, await house.defender(101, "A8", "Nora"), Cause.SOS)


async def test_whoever_also_sends_notes_can_always_ask_for_help(both, bea, house):
    her, number = both
    await her.types(f"close {number}")

    await her.types("2")

    about = [one.subject for one in await house.alarms() if one.kind is AlarmKind.SOS]
    assert (await her.person()).id in about
    assert (await bea.sees(number)).stage is not Stage.CLOSED


async def test_a_one_is_her_note_and_no_yes(both, bea):
    her, number = both
    await her.types(f"close {number} safe she called")

    read = await her.types("1")

    assert [type(one.event) for one in read.deed.happenings if isinstance(one, Lived)] == [
        CheckedIn
    ]
    assert (await bea.sees(number)).stage is not Stage.CLOSED

    await her.types("yes")

    assert (await bea.sees(number)).stage is Stage.CLOSED


async def test_what_is_kept_from_them_cannot_be_opened_either(bea, carl, olga):
    for text in ["open 1", "open", "open A5"]:
        assert (await carl.types(text)).ids == ["nothing-to-read"]
        assert (await bea.types(text)).ids != ["nothing-to-read"]


async def test_whoever_was_asked_because_nobody_else_was_left_can_take_it(bea, carl, house):
    person = await kept_from(house, await bea.person(), await carl.person())
    number = await cry(house, person, Cause.SOS)
    assert Kind.ALARM in kinds(await deliver(house), await carl.person())

    assert (await carl.types("open")).ids[0] == "inner-alarm-sos"
    await carl.types(f"take {number}")

    assert (await carl.sees(number)).holder == (await carl.person()).id
