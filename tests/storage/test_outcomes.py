"""What the courier learns reaches everybody who counts on the one who was told, or was not."""

from dataclasses import replace

from sqlalchemy import update

from rules.events import Cause, Told
from rules.notices import Kind, Notice
from rules.people import Role
from storage.claims import Claimed, MovedTo, Refused, TryAgain, Why
from storage.claims import Told as Said
from storage.deed import Cried, Deed, KeepPerson, Reply, Words
from storage.outcomes import note_outcomes
from storage.persons import ChatId
from storage.tables import alarms
from tests.storage.circle import Courier, a_circle, chat, enrol


async def cry_for_help(storage, circle, courier=None):
    """Let her ask for help, and claim what must be said."""
    await enrol(storage, circle, started=False)
    cry = Cried(circle.amina.id, Cause.SOS, storage.clock())
    await storage.journal.record(Deed(happenings=(cry,)))
    courier = courier or Courier(storage)
    await courier.claim()
    return {(one.reader, one.act.kind): one for one in courier.claimed}


async def note(storage, claimed, outcome):
    now = storage.clock()
    return bool(await storage.writer.do(lambda tx: note_outcomes(tx, [(claimed, outcome)], now)))


async def the_alarm(storage):
    (seen,) = await storage.readings.open_alarms()
    return seen.alarm


async def test_whoever_was_told_stands_in_the_alarm_with_the_moment(storage, clock):
    circle = a_circle()
    claimed = await cry_for_help(storage, circle)
    at = clock.push(seconds=3)
    again = await note(storage, claimed[circle.olga.id, Kind.ALARM], Said(at, 7))
    assert again is False
    assert (await the_alarm(storage)).told == {circle.olga.id: at}
    (line, *_) = await storage.readings.diary(circle.amina.id, 1)
    assert line.happening.event == Told(at, circle.olga.id)


async def test_a_sheet_that_arrived_does_not_count_as_the_word_of_an_alarm(storage, clock):
    circle = a_circle()
    claimed = await cry_for_help(storage, circle)
    asked = claimed[circle.olga.id, Kind.ALARM]
    facts = {"subject": circle.amina.id, "section": 0, "file": "00" * 16}
    sheet = replace(asked, act=Notice(circle.olga.id, Kind.SHEET, facts, asked.act.alarm))
    before = await the_alarm(storage)
    assert not await note(storage, sheet, Said(clock(), 8))
    assert await the_alarm(storage) == before


async def test_a_receipt_that_was_told_changes_nothing(storage, clock):
    circle = a_circle()
    claimed = await cry_for_help(storage, circle)
    before = await storage.readings.diary(circle.amina.id, 9)
    assert not await note(storage, claimed[circle.amina.id, Kind.SOS_NOTED], Said(clock(), 7))
    assert await storage.readings.diary(circle.amina.id, 9) == before
    assert not (await the_alarm(storage)).told


async def test_what_is_tried_again_has_happened_to_nobody(storage, clock):
    circle = a_circle()
    claimed = await cry_for_help(storage, circle)
    before = await the_alarm(storage)
    assert not await note(storage, claimed[circle.olga.id, Kind.ALARM], TryAgain(clock()))
    assert await the_alarm(storage) == before


async def test_a_second_chat_is_tried_before_somebody_is_given_up(storage, clock):
    circle = a_circle()
    olga = replace(circle.olga, chats=(*circle.olga.chats, chat(777)))
    claimed = await cry_for_help(storage, replace(circle, olga=olga))
    one = claimed[olga.id, Kind.ALARM]
    assert one.to == olga.chats[0].address
    assert await note(storage, one, Refused(Why.BLOCKED)) is True
    assert olga.id not in (await the_alarm(storage)).unreachable
    # The second is refused too: now she is lost, and the next coordinator is asked.
    elsewhere = replace(one, to=chat(777).address)
    assert await note(storage, elsewhere, Refused(Why.DEACTIVATED)) is False
    assert olga.id in (await the_alarm(storage)).unreachable
    kept = await storage.readings.person(olga.id)
    assert [chat.reachable for chat in kept.chats] == [False, False]


async def test_what_telegram_will_not_say_does_not_mean_that_somebody_is_lost(storage):
    circle = a_circle()
    claimed = await cry_for_help(storage, circle)
    for who in (circle.olga.id, circle.tom.id):
        await note(storage, claimed[who, Kind.ALARM], Refused(Why.BAD_REQUEST))
    alarm = await the_alarm(storage)
    assert not alarm.unreachable
    assert alarm.rung == 1  # nobody on the first rung heard of it, so it went on at once
    assert all(one.reachable for one in (await storage.readings.house()).members)


async def test_a_reply_that_cannot_be_said_still_shows_that_a_chat_is_lost(storage, clock):
    circle = a_circle()
    await enrol(storage, circle, started=False)
    where = circle.zora.chats[0].address
    reply = Reply(to=where, words=(Words("hello"),))
    await storage.journal.record(Deed(replies=(reply,)))
    courier = Courier(storage)
    (claimed,) = await courier.claim()
    assert not await note(storage, claimed, Refused(Why.BLOCKED))
    assert not (await storage.readings.person(circle.zora.id)).chats[0].reachable
    told = {(one.act.kind, one.reader) for one in await courier.claim()}
    assert told == {
        (Kind.CONTACT_UNREACHABLE, circle.amina.id),
        (Kind.CONTACT_UNREACHABLE, circle.olga.id),
    }


async def test_a_stranger_who_cannot_be_told_is_nobodys_concern(storage, clock):
    reply = Reply(to=chat(999).address, words=(Words("not-in-use"),))
    await storage.journal.record(Deed(replies=(reply,)))
    (claimed,) = await Courier(storage).claim()
    assert not await note(storage, claimed, Refused(Why.BLOCKED))
    assert not await note(storage, claimed, MovedTo(ChatId(5)))
    assert (await storage.readings.counts()).people == 0


async def test_a_chat_that_moved_is_followed(storage):
    circle = a_circle()
    claimed = await cry_for_help(storage, circle)
    one = claimed[circle.olga.id, Kind.ALARM]
    assert await note(storage, one, MovedTo(ChatId(-100_555))) is True
    moved = replace(one.to, chat=ChatId(-100_555))
    assert (await storage.readings.visitor(moved)).person.id == circle.olga.id
    assert (await storage.readings.visitor(one.to)).person is None
    # The same news a second time moves nothing.
    assert await note(storage, one, MovedTo(ChatId(-100_555))) is True


async def test_whoever_was_forgotten_meanwhile_is_not_written_again(storage):
    circle = a_circle()
    claimed = await cry_for_help(storage, circle)
    one = claimed[circle.olga.id, Kind.ALARM]
    gone: Claimed = replace(one, reader=circle.watch.id)
    assert not await note(storage, gone, Refused(Why.BLOCKED))
    assert not await note(storage, gone, MovedTo(ChatId(5)))


async def test_one_alarm_that_cannot_be_opened_does_not_stop_the_others(storage, clock, caplog):
    good, bad = a_circle(1), a_circle(2)
    await enrol(storage, good, bad)
    for circle in (good, bad):
        cry = Cried(circle.amina.id, Cause.SOS, clock())
        await storage.journal.record(Deed(happenings=(cry,)))
    courier = Courier(storage)
    claimed = [one for one in await courier.claim() if one.act.kind is Kind.ALARM]
    spoil = update(alarms).where(alarms.c.person_id == bad.amina.id)
    broken = spoil.values(sealed_alarm=bytes(200))
    await storage.writer.do(lambda tx: tx.connection.execute(broken).rowcount)
    settled = [(one, Said(clock(), 1)) for one in claimed]
    await storage.writer.do(lambda tx: note_outcomes(tx, settled, clock()))
    told = (await storage.readings.life(good.amina.id)).alarms[0].told
    assert told.keys() == {one.reader for one in claimed if one.act.facts["number"] == 1}
    assert [one.getMessage().split()[0] for one in caplog.records if one.levelname == "ERROR"] == [
        "outcome-not-noted"
    ] * (len(claimed) // 2)


async def test_a_contact_who_is_lost_is_no_news_in_the_chat_of_somebody_missing(storage, clock):
    """Law 15: once somebody was told, nothing comes to her chat unasked."""
    circle, courier = a_circle(), Courier(storage)
    claimed = await cry_for_help(storage, circle, courier)
    await note(storage, claimed[circle.olga.id, Kind.ALARM], Said(clock(), 7))
    zora = await storage.readings.person(circle.zora.id)
    assert Role.CONTACT in zora.roles
    lost = tuple(replace(one, reachable=False) for one in zora.chats)
    await storage.journal.record(Deed(changes=(KeepPerson(replace(zora, chats=lost)),)))
    told = {(one.act.kind, one.reader) for one in await courier.tell_all()}
    assert (Kind.CONTACT_UNREACHABLE, circle.olga.id) in told
    assert (Kind.CONTACT_UNREACHABLE, circle.amina.id) not in told
