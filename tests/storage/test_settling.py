"""What was told is settled once, and every message arranges its own end."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rules.notices import BRIEFLY, DAY, LONGEST, OPEN_FOR, AlarmId, Keep, Kind, Notice, Rank
from rules.terms import Level
from storage.claims import Fold, MovedTo, Refused, Told, TryAgain, Why
from storage.deed import Deed, KeepPerson, Reply, Unsay, Words
from storage.moments import to_micros
from storage.outgoing import drop_unclaimed
from storage.persons import Address, ChatId
from tests.storage.circle import BOT
from tests.storage.telling import ALARM, SOMEWHERE, numbered, rows, say


async def test_what_is_settled_twice_ends_once(storage, clock, teller):
    await say(storage, numbered(1))
    (claimed,) = await teller.claim()
    await teller.tell(claimed)
    await teller.tell(claimed)

    (row,) = await rows(storage)
    assert row.rank == Rank.UNSAYING


async def test_what_could_not_be_said_is_tried_at_its_time(storage, clock, teller):
    await say(storage, numbered(1))
    (claimed,) = await teller.claim()
    await teller.settle((claimed, TryAgain(clock() + timedelta(seconds=5))))

    assert await storage.outbox.next_try() == clock() + timedelta(seconds=5)
    clock.push(seconds=5)
    assert [one.id for one in await teller.claim()] == [claimed.id]


@pytest.mark.parametrize(
    ("kind", "facts", "stays"),
    [
        (Kind.SOS_NOTED, {}, BRIEFLY),
        (Kind.ASK, {}, DAY),
        (Kind.ALARM, {}, LONGEST),
        (Kind.REMINDER, {}, timedelta(hours=3)),
        (Kind.NUDGE, {"due": timedelta(hours=11)}, timedelta(hours=11)),
        (Kind.NUDGE, {"due": timedelta(hours=80)}, LONGEST),
        (Kind.NUDGE, {"due": timedelta(minutes=-1)}, BRIEFLY),
        (Kind.NUDGE, {}, timedelta(hours=3)),
    ],
)
async def test_every_message_has_an_end(storage, clock, circle, teller, kind, facts, stays):
    told_at = clock()
    carried = {name: told_at + span for name, span in facts.items()}
    kept = {circle.amina.id: timedelta(hours=3)}
    await say(storage, Notice(circle.amina.id, kind, carried), chat_kept=kept)
    (claimed,) = await teller.claim()
    await teller.tell(claimed, 12)

    assert await storage.outbox.next_try() == told_at + stays
    clock.at = told_at + stays
    (end,) = await teller.claim()
    assert end.act == Unsay(circle.amina.chats[0].address, (12,), told_at + stays)
    await teller.tell(end)
    assert await rows(storage) == []


@pytest.mark.parametrize("level", Level)
async def test_whoever_wrote_no_terms_down_keeps_as_long_as_the_level_says(
    storage, circle, teller, level
):
    found = await storage.readings.person(circle.amina.id)
    await storage.journal.record(Deed(changes=(KeepPerson(replace(found, level=level)),)))
    await say(storage, Notice(circle.amina.id, Kind.REMINDER))
    (claimed,) = await teller.claim()

    hours = {Level.LOW: 24, Level.MEDIUM: 6, Level.HIGH: 1}[level]
    assert claimed.chat_kept == timedelta(hours=hours)


async def test_inner_words_fold_away_and_the_message_goes_when_it_would_have(
    storage, clock, circle, teller
):
    outer = (Words("outer", {"again": "open:3"}),)
    await say(storage, Reply(to=circle.zora.id, words=(Words("in"),), edits=31, folds=outer))
    (claimed,) = await teller.claim()
    assert claimed.message_id == 31
    await teller.tell(claimed, 31)

    clock.at += OPEN_FOR
    (fold,) = await teller.claim()
    address = circle.zora.chats[0].address
    assert fold.act == Fold(address, 31, outer)
    assert (fold.to, fold.message_id, fold.language) == (address, 31, "en")
    await teller.tell(fold, 31)
    assert await rows(storage) == []


async def test_inner_words_in_a_message_of_their_own_fold_and_go(storage, clock, teller):
    said = numbered(1, folds=(Words("outer"),), keep=Keep.DAY, language="fr")
    await say(storage, said)
    (claimed,) = await teller.claim()
    await teller.tell(claimed, 31)

    clock.at += DAY
    fold, unsay = await teller.claim()
    assert fold.act == Fold(SOMEWHERE, 31, (Words("outer"),), "fr")
    assert unsay.act.messages == (31,)


async def test_what_left_no_message_has_no_end(storage, clock, teller):
    await say(storage, numbered(1, folds=(Words("outer"),)))
    (claimed,) = await teller.claim()
    await teller.settle((claimed, Told(clock())))

    assert await rows(storage) == []


async def test_who_has_no_chat_is_handed_out_without_one(storage, circle, teller):
    zora = await storage.readings.person(circle.zora.id)
    await storage.journal.record(Deed(changes=(KeepPerson(replace(zora, chats=())),)))
    await say(storage, Notice(zora.id, Kind.ASK, alarm=ALARM, first=True))
    (claimed,) = await teller.claim(1)

    assert (claimed.reader, claimed.to) == (zora.id, None)
    before = await rows(storage)
    await teller.settle((claimed, Refused(Why.NOT_FOUND)))
    assert len(await rows(storage)) == len(before) - 1


async def test_a_refusal_settles_and_a_move_is_said_again_in_the_new_chat(
    storage, clock, circle, teller
):
    await say(storage, Notice(circle.zora.id, Kind.ASK), numbered(1))
    ask, reply = await teller.claim()
    await teller.settle((ask, MovedTo(ChatId(555))), (reply, Refused(Why.BLOCKED)))

    (again,) = await teller.claim()
    assert (again.id, again.to) == (ask.id, Address(BOT, ChatId(555)))
    assert len(await rows(storage)) == 1


async def test_deleting_what_cannot_be_deleted_ends(storage, clock, teller):
    await say(storage, Unsay(SOMEWHERE, (5, 6), clock()))
    (claimed,) = await teller.claim()
    await teller.settle((claimed, Refused(Why.BAD_REQUEST)))

    assert await rows(storage) == []


async def test_an_alarm_that_ends_says_nothing_more_except_to_who_was_ever_asked(
    storage, circle, teller
):
    zora, bek, olga = circle.zora.id, circle.bek.id, circle.olga.id
    await say(storage, Notice(zora, Kind.ASK, alarm=ALARM), Notice(olga, Kind.ALARM, alarm=ALARM))
    (told, _) = await teller.claim()
    await teller.settle((told, TryAgain(teller.clock() + timedelta(seconds=9))))
    await say(
        storage,
        Notice(zora, Kind.TAKEN_CONTACT, alarm=ALARM),
        Notice(bek, Kind.ASK, alarm=ALARM),
        Notice(bek, Kind.ASK, alarm=AlarmId(b"b" * 16)),
        numbered(1, alarm=ALARM),
    )

    assert await storage.writer.do(lambda tx: drop_unclaimed(tx, ALARM)) == {bek}
    assert len(await rows(storage)) == 4
    assert await storage.writer.do(lambda tx: drop_unclaimed(tx, ALARM)) == frozenset()


async def test_what_is_said_again_elsewhere_keeps_no_claim(storage, clock, circle, teller):
    await say(storage, Notice(circle.zora.id, Kind.ASK))
    (ask,) = await teller.claim()
    await teller.settle((ask, MovedTo(ChatId(555))))

    (row,) = await rows(storage)
    assert (row.fence, row.try_at) == (None, to_micros(clock()))


async def test_only_what_changes_a_message_names_one(storage, clock, teller):
    await say(storage, numbered(1), numbered(2, edits=5), Unsay(SOMEWHERE, (6,), clock()))

    assert [one.message_id for one in await teller.claim()] == [None, 5, None]


async def test_inner_words_that_left_no_message_need_no_folding(storage, clock, teller):
    await say(storage, numbered(1, folds=(Words("outer"),)))
    (claimed,) = await teller.claim()
    assert claimed.to == SOMEWHERE
    await teller.settle((replace(claimed, to=None), Told(clock(), 9)))

    assert await rows(storage) == []
