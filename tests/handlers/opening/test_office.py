"""The office opens an alarm or a person, and reads what it is and what not to do."""

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.context import short
from rules.events import (
    Answered,
    Cause,
    ChangeAsked,
    CheckedIn,
    ClosingAsked,
    Confirmed,
    Finding,
    Outcome,
    Proof,
    Verdict,
)
from rules.people import Role
from rules.terms import Leave, Level, Pause
from storage.deed import Deed, Lived, Words
from tests.handlers.opening.story import (
    OFFICE,
    Story,
    _missed,
    labels,
)
from tests.handlers.speaking import pass_time


@pytest.mark.parametrize(
    ("cause", "first", "not_to_do"),
    [
        (Cause.MISSED, "A7, low: missed", "Do not call A7."),
        (Cause.JOURNEY, "A7, low: not back from a trip", "Do not call A7."),
        (Cause.UNHEARD, "A7, low: missed while we could not hear.", "Do not call A7."),
        (Cause.SOS, "A7, low: asked for help at", "Do not call or write"),
        (Cause.FORCED, "A7 gave the forced sign at", "never show that you know"),
        (Cause.CONCERN, "A7, low: one of their people is worried", "Do not call A7."),
        (Cause.LOCKED, "A7: too many wrong codes", "never show that you know"),
        (Cause.DRILL, "A7: practice.", "Take it"),
    ],
)
async def test_the_office_reads_what_it_is_and_what_not_to_do(story, cause, first, not_to_do):
    alarm = await story.cries(cause)

    deed = await story.opens(OFFICE, str(alarm.number))

    read = story.reads(deed)
    reply = deed.replies[0]
    assert read.startswith(first)
    assert not_to_do in read
    assert "Publicity: quiet." in read
    assert "Mina" not in read, "the office knows a code name"
    assert reply.folds[0].args["again"] == f"open:{alarm.number}"
    assert reply.edits == 77
    assert ("her sister" in read) == (cause in {Cause.FORCED, Cause.LOCKED})


async def test_the_office_reads_who_has_it_and_whose_turn_is_next(story):
    alarm = await story.cries()
    raised = await story.opens(OFFICE, str(alarm.number))
    assert f"Next people are asked at {alarm.turn_at:%H:%M}." in story.reads(raised)
    assert labels(raised.replies[0]) == ["button-take", "button-not-me", "button-office-wrote"]

    held = await story.happens(alarm, Answered(story.house.now, story.bea.id))
    mine = await story.opens(OFFICE, str(alarm.number))
    assert f"It is with B2 until {held.turn_at:%H:%M}." in story.reads(mine)
    assert labels(mine.replies[0]) == ["button-hand-back", "button-office-wrote"]


async def test_the_office_reads_what_a_contact_found_and_from_whom(story):
    alarm = await story.cries()
    for place, finding in enumerate(Finding):
        told = {
            Finding.SAFE: "Auntie says: seen or heard, and well. This ends nothing",
            Finding.CANNOT_REACH: "Auntie says: no answer.",
            Finding.IN_DANGER: "Auntie says: something is wrong.",
        }[finding]
        deed = await story.opens(OFFICE, f"{alarm.number}:{place}:{short(story.aunt.id)}")
        assert story.reads(deed).startswith(told)
        assert deed.replies[0].folds[0].args["again"].endswith(short(story.aunt.id))


@pytest.mark.parametrize("found", ["9:x", "x:y", ":", "0:", "0:" + "A" * 21])
async def test_a_found_that_makes_no_sense_is_left_out(story, found):
    alarm = await story.cries()

    read = story.reads(await story.opens(OFFICE, f"{alarm.number}:{found}"))

    assert read.startswith("A7, low: missed")


async def test_the_office_reads_that_somebody_wants_to_close_it(house):
    nur = await house.defender(chat=101, code="N1", nick="Nur", level=Level.HIGH)
    bea = await house.coordinator(chat=OFFICE)
    other = await house.coordinator(chat=301, code="B3")
    story = Story(house, nur, None, bea)
    alarm = await story.cries(Cause.SOS)

    wanted = await story.happens(alarm, ClosingAsked(house.now, other.id, Outcome.DETAINED))
    deed = await story.opens(OFFICE, str(alarm.number))

    assert wanted.closing == (other.id, Outcome.DETAINED)
    assert "B3 wants to close it: detained." in story.reads(deed)
    assert len(story.reads(deed)) <= 350

    assert await story.happens(wanted, ClosingAsked(house.now, bea.id, Outcome.DETAINED)) is None
    closed = await story.opens(OFFICE, str(alarm.number))
    assert story.reads(closed) == f"{alarm.number} · N1 is closed: detained."


async def test_a_sign_that_came_proves_nothing_until_somebody_confirms(story):
    alarm = await _missed(story)
    at = story.house.now
    await story.house.storage.journal.record(Deed((Lived(story.mina.id, CheckedIn(at)),)))
    before = story.reads(await story.opens(OFFICE, str(alarm.number)))
    story.house.passes(minutes=16)
    await story.house.storage.journal.sweep_alarms(story.house.now)
    after = story.reads(await story.opens(OFFICE, str(alarm.number)))

    assert "A note came" not in before
    assert f"A note came at {at:%H:%M}. It proves nothing yet" in after
    assert len(after) <= 350

    await story.happens(alarm, Confirmed(story.house.now, story.bea.id, Proof.VOICE))
    closed = await story.opens(OFFICE, str(alarm.number))
    assert story.reads(closed) == f"{alarm.number} · A7 is closed: safe."
    assert labels(closed.replies[0]) == []


async def test_of_a_forced_sign_the_office_reads_only_what_not_to_do(story):
    alarm = await _missed(story)
    at = story.house.now
    forced = CheckedIn(at, verdict=Verdict.FORCED)
    await story.house.storage.journal.record(Deed((Lived(story.mina.id, forced),)))
    for minutes in (3, 16):
        await pass_time(story.house, minutes=minutes)

        read = story.reads(await story.opens(OFFICE, str(alarm.number)))

        assert "never show that you know" in read
        assert "A note came" not in read


async def test_typed_open_takes_a_number_a_code_or_the_newest(story):
    alarm = await story.cries()

    by_number = await story.types(OFFICE, f"open {alarm.number}")
    newest = await story.types(OFFICE, "open")
    by_code = await story.types(OFFICE, "open a7")

    assert story.reads(by_number) == story.reads(newest)
    assert story.reads(newest).startswith("A7, low: missed")
    assert by_number.replies[0].edits is None
    assert "note by" in story.reads(by_code)


@pytest.mark.parametrize(
    "wanted", ["999", "p:", "p:xyz", "Z9", "p:" + "A" * 22, "A" * 22, "9" * 30, "x:y:z"]
)
async def test_what_does_not_exist_cannot_be_opened(story, wanted):
    await story.cries()

    assert story.reads(await story.opens(OFFICE, wanted)) == "Nothing to read now."
    if ":" not in wanted:
        typed = await story.types(OFFICE, f"open {wanted}")
        assert story.reads(typed) == "Nothing to read now."


async def test_a_coordinator_cannot_open_the_alarm_about_themselves(story):
    mina = await story.house.storage.readings.person(story.mina.id)
    await story.house.keeps(replace(mina, roles=mina.roles | {Role.COORDINATOR}))
    alarm = await story.cries()

    for wanted in (str(alarm.number), short(alarm.id), f"p:{short(mina.id)}"):
        assert story.reads(await story.opens(100, wanted)) == "Nothing to read now."
    assert story.reads(await story.types(100, "open")) == "Nothing to read now."


async def test_somebody_who_is_neither_cannot_open_anything(story):
    alarm = await story.cries()

    assert (await story.opens(100, str(alarm.number))).replies == ()
    assert (await story.types(100, "open 1")).replies[0].words[0].id == "not-understood"


async def test_the_office_opens_a_person_and_reads_what_to_do(story):
    arg = f"p:{short(story.mina.id)}"
    now = story.house.now
    fresh = await story.opens(OFFICE, arg)
    assert story.reads(fresh).startswith("A7: first note by")
    assert fresh.replies[0].folds == (
        Words("folded-person", {"subject": "A7", "again": f"open:{arg}"}),
    )

    asked = (
        Lived(story.mina.id, CheckedIn(now)),
        Lived(story.mina.id, ChangeAsked(now, Pause(now + timedelta(days=3)))),
        Lived(story.mina.id, ChangeAsked(now, Leave())),
    )
    await story.house.storage.journal.record(Deed(asked))
    read = story.reads(await story.opens(OFFICE, arg))
    assert "Last 08:00." in read
    assert "A break begins" in read
    assert "A7 wants to leave" in read
    assert 'send "spoke A7"' in read


async def test_the_office_reads_of_a_person_who_rests_or_is_late_or_gone(story):
    arg = f"p:{short(story.mina.id)}"
    house = story.house
    house.passes(hours=12)
    await house.storage.journal.sweep_watches(house.now)
    assert "note is late" in story.reads(await story.opens(OFFICE, arg))

    mina = await house.storage.readings.person(story.mina.id)
    gone = tuple(replace(chat, reachable=False) for chat in mina.chats)
    await house.keeps(replace(mina, chats=gone))
    assert "closed to us" in story.reads(await story.opens(OFFICE, arg))

    house.passes(hours=12)
    await house.storage.journal.sweep_watches(house.now)
    house.passes(hours=12)
    await house.storage.journal.sweep_watches(house.now)
    assert "note is missing" in story.reads(await story.opens(OFFICE, arg))
    (alarm,) = await house.alarms()
    await story.happens(alarm, ClosingAsked(house.now, story.bea.id, Outcome.DETAINED))
    read = story.reads(await story.opens(OFFICE, arg))
    assert "no note is asked for" in read
