"""Forty people at three in the morning: who is worst, who has it, in short pages."""

import re
from dataclasses import replace
from datetime import timedelta

from rules.events import Cause, CheckedIn, State, Verdict
from rules.notices import Kind
from rules.terms import Way
from storage.deed import Deed, Lived
from storage.persons import Chat
from tests.handlers.coordinator.conftest import DUE
from tests.handlers.coordinator.office import Colleague, colleague_who_sends_notes, cry
from tests.handlers.speaking import deliver, kinds, pass_time


async def test_the_board_names_everybody_by_code(bea, mina, aunt, house):
    for text in ["board", "/board", "BOARD"]:
        read = await bea.types(text)

        assert "Waiting: 1" in read.text
        assert "A7: note by 19:00." in read.text
        assert "Mina" not in read.text
        assert "Auntie" not in read.text
        assert read.deed.replies[0].folds[0].args["again"] == "board:!"


async def test_the_worst_stands_first(bea, mina, house):
    await house.defender(101, "A8", "Nora")
    nora = await house.storage.readings.by_code("A8")
    await house.defender(102, "A9", "Olga")
    await cry(house, nora, Cause.SOS)
    house.now = DUE - timedelta(minutes=5)
    await mina.types("1")
    house.now = DUE
    await pass_time(house, minutes=1)

    text = (await bea.types("board")).text

    assert text.index("1 · A8: asked for help") < text.index("A9: late") < text.index("A7: note")
    assert "Open: 1, with nobody: 1. Late: 2." in text


async def _says(house, number, state):
    """Somebody gives the forced sign, and says how it stands with them."""
    her = await house.defender(100 + number, f"A{number}", "Nick")
    sign = CheckedIn(house.now, Way.SEALED, Verdict.FORCED, state=state)
    await house.storage.journal.record(Deed((Lived(her.id, sign),)))
    return her


async def test_who_is_being_taken_stands_before_whoever_is_followed(bea, house):
    await cry(house, await house.defender(101, "A1", "Nick"), Cause.SOS)
    states = {2: State.CALM, 3: State.FOLLOWED, 4: State.TAKEN, 5: State.RAID}
    for number, state in states.items():
        await _says(house, number, state)
    await house.defender(106, "A6", "Nick")
    await pass_time(house, minutes=3)

    read = await bea.types("board")
    text = await _whole(bea, read)

    order = [text.index(f" A{number}: ") for number in (4, 5, 3, 1, 2)]
    assert order == sorted(order)
    assert order[-1] < text.index("A6: note by")
    assert "A4: held, or led away." in text
    assert "A5: somebody at the door." in text
    assert "A3: followed." in text
    numbers = {one.subject: one.number for one in await house.alarms()}
    worst = await house.storage.readings.by_code("A4")
    assert read.buttons[0] == f"alarm:{numbers[worst.id]}"


async def test_a_phone_in_other_hands_is_marked_and_stands_before_others_like_it(bea, house):
    for number in (1, 2, 3):
        await house.defender(100 + number, f"A{number}", "Nick")
        await cry(house, await house.storage.readings.by_code(f"A{number}"), Cause.SOS)
    await bea.types("seized A3")

    text = await _whole(bea, await bea.types("board"))
    assert text.index(" A3: ") < text.index(" A1: ") < text.index(" A2: ")
    assert "A3: that phone counts as in other hands until" in text

    house.passes(hours=73)

    assert "other hands" not in await _whole(bea, await bea.types("board"))


async def _whole(somebody, read):
    """What stands on all pages."""
    text, page = read.text, 2
    while f"board:{page} !" in read.buttons:
        read = await somebody.presses(f"board:{page} !")
        text += "\n" + read.text
        page += 1
    return text


async def test_who_has_it_stands_there(bea, carl, missed, house):
    assert "1 · A7: no note since" in (await bea.types("board")).text

    await carl.types("take 1")

    read = await bea.types("board")
    assert "With B3 until" in read.text
    assert "with nobody: 0" in read.text


async def test_a_missed_promise_is_not_said_twice(bea, missed):
    assert "missed" not in (await bea.types("board")).text


async def test_a_long_board_has_pages_and_loses_nobody(bea, house):
    for number in range(1, 41):
        await house.defender(1000 + number, f"A{number}", "Nick")

    read = await bea.types("board")
    seen = set(re.findall(r"A\d+(?=: )", read.text))
    page = 1
    while f"board:{page + 1} !" in read.buttons:
        page += 1
        read = await bea.presses(f"board:{page} !")
        seen |= set(re.findall(r"A\d+(?=: )", read.text))

    assert seen == {f"A{number}" for number in range(1, 41)}
    assert page > 2


async def test_a_page_that_is_not_there_shows_the_nearest(bea, mina):
    for text in ["board 2", "board 99", "board 0", "board all", "board -1"]:
        assert "A7: note by" in (await bea.types(text)).text


async def test_refreshing_changes_the_message_that_was_pressed(bea, mina):
    read = await bea.presses("board", message_id=77)

    assert read.deed.replies[0].edits == 77


async def test_a_break_a_change_and_a_lost_chat_are_seen(bea, carl, mina, aunt, house):
    await bea.types("pause A7 3d")
    lost = await aunt.person()
    gone = tuple(Chat(one.address, reachable=False) for one in lost.chats)
    await house.keeps(replace(lost, chats=gone))
    me = await mina.person()
    closed = tuple(Chat(one.address, reachable=False) for one in me.chats)
    await house.keeps(replace(me, chats=closed))

    text = (await bea.types("board")).text

    assert "A7: a change from" in text
    assert "A7: chat closed to us." in text
    assert "A7: 1 of their people cannot be reached." in text


async def test_it_says_when_nobody_is_on_duty(house, mina):
    await house.coordinator(301, "B3", on_duty=False)

    read = await Colleague(house, 301).types("board")

    assert "Nobody who can be reached is on duty" in read.text


async def test_somebody_invited_stands_there_as_not_begun(bea):
    await bea.types("invite low en UTC 09:00 Nino")

    assert "A1: not begun." in (await bea.types("board")).text


async def test_nobody_finds_themselves_on_the_board(bea, mina, house):
    her = await colleague_who_sends_notes(house)

    text = (await her.types("board")).text

    assert "A9" not in text
    assert "A7" in text


async def test_looking_at_the_board_changes_nothing(bea, missed, house):
    before = await bea.sees(missed)

    read = await bea.types("board")

    assert read.deed.happenings == ()
    assert read.deed.changes == ()
    assert await bea.sees(missed) == before
    assert Kind.ALARM not in kinds(await deliver(house), await bea.person())
