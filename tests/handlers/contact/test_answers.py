"""A contact is asked, answers in whatever way they can, and hears no outcome from us."""

import pytest

from handlers.context import short
from rules.alarm import Stage
from rules.events import Finding
from rules.notices import Kind
from storage.deed import Deed, Helped
from tests.handlers.contact.silence import (
    _taken_by,
    alarm_of,
)
from tests.handlers.speaking import Somebody, deliver, kinds


async def test_nothing_is_shown_while_nothing_is_open(mina, house):
    auntie = Somebody(house, 200)
    for text in ("hello", "1", "2", "3", "4", "5", "what is Mina's schedule", "seen", "6"):
        heard = await auntie.types(text)
        assert heard.ids in (["nothing-to-read"], ["worried-sure"]), text
        assert "Mina" not in heard.text


@pytest.mark.parametrize("text", ["2", "\u0662", "no, but i can help", "can help"])
async def test_an_answer_holds_the_rung(asked, house, bea, text):
    heard = await asked.types(text)

    alarm = await alarm_of(house)
    assert (alarm.stage, alarm.holder) == (Stage.HELD, (await asked.person()).id)
    assert heard.ids == ["answer-help"]
    assert Kind.TAKEN in kinds(await deliver(house), bea)


async def test_what_is_answered_can_be_pressed(asked, house):
    await asked.types("open")
    alarm = await alarm_of(house)

    heard = await asked.presses(f"can-help:{short(alarm.id)}", message_id=77)

    assert (await alarm_of(house)).stage is Stage.HELD
    (reply,) = heard.replies
    assert reply.edits == 77  # the inner words go at once
    assert f"hand-back:{short(alarm.id)}" in heard.buttons


async def test_answering_again_moves_nothing(asked, house):
    """Law 29: one answer holds a rung once."""
    await asked.types("2")
    held = await alarm_of(house)
    house.passes(minutes=20)

    await asked.types("2")

    assert (await alarm_of(house)).turn_at == held.turn_at


async def test_who_has_seen_them_is_asked_how_it_was(asked, house):
    heard = await asked.types("1")

    assert heard.ids == ["answer-seen"]
    assert [one.split(":")[0] for one in heard.buttons] == ["found-safe", "in-danger"]


async def test_cannot_now_asks_others_at_once(asked, house):
    rung = (await alarm_of(house)).rung

    heard = await asked.types("3")

    assert heard.ids == ["answer-cannot-now"]
    alarm = await alarm_of(house)
    assert alarm.rung > rung
    assert (await asked.person()).id not in alarm.unreachable


@pytest.mark.parametrize(
    ("text", "finding", "said"),
    [
        ("4", Finding.SAFE, "answer-safe"),
        ("seen or heard, and well", Finding.SAFE, "answer-safe"),
        ("5", Finding.CANNOT_REACH, "answer-cannot-reach"),
        ("no answer", Finding.CANNOT_REACH, "answer-cannot-reach"),
        ("6", Finding.IN_DANGER, "answer-in-danger"),
        ("something is wrong", Finding.IN_DANGER, "answer-in-danger"),
    ],
)
async def test_what_they_found_goes_to_the_office(asked, house, bea, text, finding, said):
    await asked.types("2")
    await deliver(house)

    heard = await asked.types(text)

    assert heard.ids == [said]
    if finding is not None:
        assert [one.event.finding for one in heard.deed.happenings] == [finding]
        assert Kind.FOUND in kinds(await deliver(house), bea)


async def test_a_report_of_safety_ends_nothing(asked, house):
    await asked.types("2")

    await asked.types("4")

    assert (await alarm_of(house)).stage is not Stage.CLOSED


async def test_their_own_words_go_to_the_diary(asked):
    heard = await asked.types("6 they took her in a white car")

    assert [one.reason for one in heard.deed.happenings] == ["they took her in a white car"]


async def test_they_give_it_back_and_are_free(asked, house):
    await asked.types("2")
    await deliver(house)

    heard = await asked.types("7")

    assert heard.ids == []  # the thanks are the rules' to say
    assert (await alarm_of(house)).holder is None
    assert Kind.PASSED_ON in kinds(await deliver(house), await asked.person())


async def test_nobody_gives_back_what_they_do_not_have(asked, house):
    before = await alarm_of(house)

    assert (await asked.types("7")).ids == ["answer-not-yours"]
    assert await alarm_of(house) == before


async def test_whoever_helps_while_somebody_else_has_it_hears_so(asked, house, bea):
    await house.storage.journal.record(
        Deed((Helped((await alarm_of(house)).id, _taken_by(bea, house)),))
    )

    heard = await asked.types("2")

    assert heard.ids == ["notice-taken-contact"]
    assert (await alarm_of(house)).holder == bea.id
