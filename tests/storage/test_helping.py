"""An alarm is told, taken and ended over the database, also where somebody cannot be reached."""

from dataclasses import replace

from rules.alarm import Stage as Help
from rules.events import Answered, Cause, ClosingAsked, Confirmed, Outcome, Proof
from rules.notices import Kind
from rules.watch import Stage
from storage.deed import Cried, Deed, Helped, KeepPerson
from tests.storage.circle import Courier, a_circle, enrol, sweep_all
from tests.storage.evenings import check_in, fall_silent, kinds


async def test_a_silence_climbs_the_ladder_until_somebody_takes_it_and_it_ends(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    courier = Courier(storage)
    await courier.tell_all()
    alarm = await fall_silent(storage, circle, clock, courier)
    assert (alarm.stage, alarm.number) == (Help.RAISED, 1)
    assert (Kind.ASK, circle.zora.id) in kinds(await courier.tell_all())
    # The ladder counts from the telling; nobody answers, so the next people are asked.
    clock.push(minutes=20)
    await sweep_all(storage, clock())
    told = kinds(await courier.tell_all())
    assert (Kind.ALARM, circle.olga.id) in told
    assert (Kind.ASK, circle.bek.id) in told
    await storage.journal.record(
        Deed(happenings=(Helped(alarm.id, Answered(clock(), circle.olga.id)),))
    )
    await courier.tell_all()
    await check_in(storage, circle)
    clock.push(minutes=16)
    await sweep_all(storage, clock())
    assert (Kind.LOOKING, circle.zora.id) in kinds(await courier.tell_all())
    confirmed = Confirmed(clock(), circle.olga.id, Proof.VOICE)
    await storage.journal.record(Deed(happenings=(Helped(alarm.id, confirmed, "her own voice"),)))
    told = kinds(await courier.tell_all())
    assert {(Kind.ALL_WELL, circle.zora.id), (Kind.ALL_WELL, circle.bek.id)} <= set(told)
    assert (Kind.CLOSED, circle.olga.id) in told
    life = await storage.readings.life(circle.amina.id)
    assert not life.alarms
    assert life.watches[0].stage is Stage.WAITING
    seen = await storage.readings.alarm(1)
    assert (seen.alarm.stage, seen.alarm.outcome) == (Help.CLOSED, Outcome.SAFE)
    newest = await storage.readings.diary(circle.amina.id, 50)
    assert any(line.words == "her own voice" for line in newest)


async def test_nobody_who_heard_nothing_is_told_the_end(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    courier = Courier(storage)
    await courier.tell_all()
    alarm = await fall_silent(storage, circle, clock, courier)
    assert alarm.asked == {circle.zora.id}
    # Not one notice has been claimed yet when a coordinator ends it.
    closing = ClosingAsked(clock(), circle.olga.id, Outcome.FALSE_ALARM)
    await storage.journal.record(Deed(happenings=(Helped(alarm.id, closing),)))
    told = kinds(await courier.tell_all())
    assert not [one for one in told if one[1] == circle.zora.id]
    assert (Kind.CLOSED, circle.olga.id) in told


async def ended(storage, circle, clock, courier):
    """Let her people be asked, and Tom end it; return the alarm as it was."""
    await enrol(storage, circle)
    alarm = await fall_silent(storage, circle, clock, courier)
    await courier.tell_all()
    closing = ClosingAsked(clock(), circle.tom.id, Outcome.SAFE)
    await storage.journal.record(Deed(happenings=(Helped(alarm.id, closing),)))
    return alarm


async def test_whoever_was_told_is_told_the_end(storage, clock):
    circle, courier = a_circle(), Courier(storage)
    await ended(storage, circle, clock, courier)
    assert (Kind.ALL_WELL, circle.zora.id) in kinds(await courier.tell_all())


async def test_what_comes_to_a_closed_alarm_is_answered_and_changes_nothing(storage, clock):
    circle, courier = a_circle(), Courier(storage)
    alarm = await ended(storage, circle, clock, courier)
    await courier.tell_all()
    late = Answered(clock(), circle.zora.id)
    await storage.journal.record(Deed(happenings=(Helped(alarm.id, late),)))
    assert (Kind.IT_IS_OVER, circle.zora.id) in kinds(await courier.tell_all())
    seen = await storage.readings.alarm_by_id(alarm.id)
    assert seen.alarm.stage is Help.CLOSED


async def test_a_contact_who_blocked_the_bot_is_passed_over_at_once(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    courier = Courier(storage, blocked=[circle.zora.id])
    alarm = await fall_silent(storage, circle, clock, courier)
    told = kinds(await courier.tell_all())
    assert (Kind.ALARM, circle.olga.id) in told
    assert (Kind.CONTACT_UNREACHABLE, circle.olga.id) in told
    seen = await storage.readings.alarm(alarm.number)
    assert circle.zora.id in seen.alarm.unreachable
    link = next(one for one in seen.subject.contacts if one.id == circle.zora.id)
    assert not link.reachable
    assert not (await storage.readings.person(circle.zora.id)).chats[0].reachable
    # A later message from her chat restores it, also with those who count on her.
    back = await storage.readings.person(circle.zora.id)
    restored = replace(back, chats=tuple(replace(one, reachable=True) for one in back.chats))
    await storage.journal.record(Deed(changes=(KeepPerson(restored),)))
    amina = await storage.readings.person(circle.amina.id)
    assert all(one.reachable for one in amina.contacts)


async def test_a_coordinator_who_cannot_be_reached_is_so_in_the_roster_too(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    courier = Courier(storage, blocked=[circle.olga.id])
    await storage.journal.record(Deed(happenings=(Cried(circle.amina.id, Cause.SOS, clock()),)))
    told = kinds(await courier.tell_all())
    assert (Kind.ALARM, circle.tom.id) in told
    members = {one.id: one.reachable for one in (await storage.readings.house()).members}
    assert members == {circle.olga.id: False, circle.tom.id: True}


async def test_a_defender_who_blocked_the_bot_is_no_alarm_but_the_office_hears(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    courier = Courier(storage, blocked=[circle.amina.id])
    told = kinds(await courier.tell_all())
    assert told == [(Kind.SUBJECT_UNREACHABLE, circle.olga.id)]
    life = await storage.readings.life(circle.amina.id)
    assert life.watches[0].owner_unreachable
    assert not life.alarms


async def test_a_second_alarm_takes_the_next_number(storage, clock):
    one, two = a_circle(1), a_circle(2)
    await enrol(storage, one, two)
    both = tuple(Cried(who.amina.id, Cause.SOS, clock()) for who in (one, two))
    await storage.journal.record(Deed(happenings=both))
    seen = await storage.readings.open_alarms()
    assert [one.alarm.number for one in seen] == [1, 2]


async def test_a_second_cry_for_help_joins_the_alarm_that_is_open(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    cry = Deed(happenings=(Cried(circle.amina.id, Cause.SOS, clock()),))
    await storage.journal.record(cry)
    await storage.journal.record(cry)
    (seen,) = await storage.readings.open_alarms()
    assert seen.alarm.causes == (Cause.SOS, Cause.SOS)
