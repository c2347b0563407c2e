"""Inner words appear only after "open", only one's own, as it stands then, and go again."""

from dataclasses import replace

import pytest

from handlers.context import short
from rules.alarm import Kind, Stage
from rules.events import (
    Answered,
    Cause,
    CheckedIn,
    ClosingAsked,
    Outcome,
    Told,
    Verdict,
)
from storage.deed import Cried, Deed, Lived, Words
from tests.handlers.opening.story import (
    CONTACT,
    _missed,
    _opened,
    labels,
)


async def test_a_contact_opens_the_question_in_the_place_of_the_outer_words(story):
    alarm = await story.cries()

    deed = await story.opens(CONTACT, short(alarm.id))

    (reply,) = deed.replies
    assert reply.edits == 77
    assert labels(reply) == ["button-seen", "button-can-help", "button-cannot-now"]
    assert reply.folds == (Words("folded", {"again": f"open:{short(alarm.id)}"}),)
    read = story.reads(deed)
    assert read.startswith("We have had no note from Mina since this morning.")
    assert "tell nobody" in read
    assert "A7" not in read
    assert len(read) <= 350


@pytest.mark.parametrize("typed", ["open", "OPEN!", "again", "read"])
async def test_whoever_cannot_press_types_it(story, typed):
    await story.cries()

    deed = await story.types(CONTACT, typed)

    (reply,) = deed.replies
    assert reply.edits is None
    assert reply.folds, "what comes new is protected and folds away too"
    assert "Mina" in story.reads(deed)


async def test_while_there_is_no_alarm_there_is_nothing_to_read(story):
    assert story.reads(await story.types(CONTACT, "open")) == "Nothing to read now."
    assert story.reads(await story.opens(CONTACT, "A" * 22)) == "Nothing to read now."


async def test_what_a_contact_was_not_asked_they_cannot_open(story):
    await story.house.storage.journal.record(
        Deed((Cried(story.mina.id, Cause.MISSED, story.house.now),))
    )
    (alarm,) = await story.house.alarms()
    assert story.aunt.id not in alarm.asked

    deed = await story.opens(CONTACT, short(alarm.id))

    assert story.reads(deed) == "Nothing to read now."


async def test_a_contact_who_was_taken_out_reads_nothing_more(story):
    alarm = await story.cries()
    aunt = await story.house.storage.readings.person(story.aunt.id)
    await story.house.keeps(replace(aunt, owners=()))

    assert story.reads(await story.opens(CONTACT, short(alarm.id))) == "Nothing to read now."


async def test_after_the_end_there_is_nothing_to_read(story):
    alarm = await story.cries()
    await story.happens(alarm, ClosingAsked(story.house.now, story.bea.id, Outcome.DETAINED))

    deed = await story.opens(CONTACT, short(alarm.id))

    assert story.reads(deed) == "Nothing to read now."


async def test_whoever_has_it_is_asked_what_they_found_and_the_others_that_somebody_has_it(story):
    alarm = await story.cries()
    held = await story.happens(alarm, Answered(story.house.now, story.aunt.id))

    mine = await story.opens(CONTACT, short(alarm.id))
    assert f"until {held.turn_at:%H:%M}" in story.reads(mine)
    assert labels(mine.replies[0]) == [
        "button-found-safe",
        "button-cannot-reach",
        "button-in-danger",
        "button-hand-back",
    ]

    await story.happens(alarm, Answered(story.house.now, story.bea.id))
    theirs = await story.opens(CONTACT, short(alarm.id))
    assert story.reads(theirs).startswith("Somebody is looking after it.")
    assert labels(theirs.replies[0]) == []


@pytest.mark.parametrize("held", [False, True])
async def test_genuine_or_forced_a_contact_reads_the_same_all_the_way(house, story, held):
    read = {}
    for verdict in Verdict:
        alarm = await _missed(story)
        if held:
            await story.happens(alarm, Answered(house.now, story.aunt.id))
        come = CheckedIn(house.now, verdict=verdict)
        await house.storage.journal.record(Deed((Lived(story.mina.id, come),)))
        seen = [await _opened(story, alarm)]
        for minutes in (1, 2, 1, 12):
            house.passes(minutes=minutes)
            await house.storage.journal.sweep_watches(house.now)
            await house.storage.journal.sweep_alarms(house.now)
            seen.append(await _opened(story, alarm))
        read[verdict] = seen
        (now,) = await house.alarms()
        assert now.kind is (Kind.DURESS if verdict is Verdict.FORCED else Kind.MISSED)
        await story.happens(now, ClosingAsked(house.now, story.bea.id, Outcome.SAFE))

    assert read[Verdict.FORCED] == read[Verdict.GENUINE]
    first, *_, last = read[Verdict.GENUINE]
    assert first[0].startswith("Somebody is looking after it.")
    assert last[0].startswith("We have a message and are looking at it.")


async def test_when_nobody_confirms_the_next_contact_is_asked_a_question(house, story):
    uncle = await house.contact(story.mina, chat=201, nick="Uncle")
    alarm = await _missed(story)
    come = CheckedIn(house.now)
    await house.storage.journal.record(Deed((Lived(story.mina.id, come),)))
    for _ in range(40):
        house.passes(minutes=16)
        await house.storage.journal.sweep_alarms(house.now)
        (alarm,) = await house.alarms()
        if alarm.stage is Stage.RAISED and uncle.id in alarm.asked_now:
            break
        await story.happens(alarm, *(Told(house.now, who) for who in alarm.asked_now))

    asked = await story.opens(201, short(alarm.id))

    assert alarm.worded
    assert story.reads(asked).startswith("We have had no note from Mina")
    assert labels(asked.replies[0])[0] == "button-seen"
    before, _ = await _opened(story, alarm)
    assert before.startswith("We have a message and are looking at it.")


@pytest.mark.parametrize("cause", [Cause.MISSED, Cause.SOS, Cause.DRILL])
@pytest.mark.parametrize("nick", ["Mina", "سارا جان", "N" * 24])
async def test_what_a_contact_reads_stays_short_and_names_no_hour_of_a_note(story, cause, nick):
    aunt = await story.house.storage.readings.person(story.aunt.id)
    await story.house.keeps(replace(aunt, owners=(replace(aunt.owners[0], nick=nick),)))
    alarm = await story.cries(cause)

    read = story.reads(await story.opens(CONTACT, short(alarm.id)))

    assert nick in read
    assert len(read) <= 350
    assert not any(sign.isdigit() for sign in read)
