"""Law 7 for cards: from the update that comes to the receipt that is settled, nothing differs.

Two people who are alike each send a number, one of them a forced one, in their own chat or from a
phone that was lent. Every question to the database, every size, every line in the log is compared.
"""

import logging
from dataclasses import replace
from datetime import timedelta

import pytest
from telegram import Update

from handlers.context import Rooms
from handlers.router import hear
from rules.events import Verdict
from rules.notices import Notice
from rules.terms import Way
from sealing.cards import grouped, new_code
from storage.claims import Told
from storage.deed import Deed, MakeCards, Reply, Unsay
from storage.persons import Address, ChatId
from tests.storage.circle import BOT, Courier, a_circle, enrol, short_terms
from tests.storage.mail import Post, text
from tests.stories.traces import Trace

TERMS = replace(short_terms(), ways=frozenset({Way.CARD}))
LENT = 800_001


async def no_file(_):
    """Nobody sends a file here."""
    return


async def life_of(house, clock, fence, post, number, chat, code):
    """One number, from the wire to the last thing that is said of it; what went to whom."""
    await post.brings(text(number, chat, clock(), grouped(code)))
    (waiting,) = await house.inbox.take(8, clock())
    update = Update.de_json(dict(waiting.raw), None)
    rooms = Rooms(
        house.readings,
        house.stamps,
        "bot",
        None,
        house.proofs,
        clock,
        house.dossiers,
        no_file,
    )
    visitor = await house.readings.visitor(Address(BOT, ChatId(chat)))
    await house.inbox.settle(waiting, await hear(update, visitor, rooms, waiting.received_at))
    said, settled = [], []
    while claimed := await house.outbox.turn(settled, 20, clock(), fence):
        said += [(type(one.act), _words(one.act), one.to.chat == chat) for one in claimed]
        settled = [(one, Told(clock(), 7)) for one in claimed]
    await house.outbox.turn(settled, 0, clock(), fence)
    return said


def _words(act):
    match act:
        case Notice(kind=kind, silent=silent, at=at):
            return (kind, silent, at)
        case Reply(words=words, keep=keep, sound=sound, rank=rank):
            return (words, keep, sound, rank)
        case Unsay(at=at):
            return (at,)


@pytest.mark.parametrize("where", ["own", "lent"])
async def test_law_7_a_forced_number_is_heard_written_and_answered_as_a_free_one(
    opened, clock, caplog, where
):
    caplog.set_level(logging.DEBUG)
    house = opened()
    circles = [a_circle(1, TERMS), a_circle(2, TERMS)]
    await enrol(house, *circles)
    (due,) = {(await house.readings.life(one.amina.id)).watches[0].due_at for one in circles}
    clock.push(seconds=(due - clock() - timedelta(hours=1)).total_seconds())
    courier = Courier(house)
    await courier.tell_all()  # what was said as their promises began
    post = await Post.begin(house, clock, circles[0])
    await post.brings()
    seen, said, logged = [], [], []
    for number, (circle, verdict) in enumerate(zip(circles, Verdict, strict=True), start=1):
        code = new_code()
        free, forced = ((code,), ()) if verdict is Verdict.GENUINE else ((), (code,))
        made = MakeCards(circle.amina.id, b"b" * 16, free, forced)
        await house.journal.record(Deed(changes=(made,)))
        chat = circle.amina.chats[0].address.chat if where == "own" else LENT + number
        caplog.clear()
        with Trace() as trace:
            said.append(await life_of(house, clock, courier.fence, post, number, chat, code))
        seen.append(trace.seen)
        logged.append([(one.levelno, one.name, one.msg) for one in caplog.records])
        assert await house.readings.card(code) is None
        assert (await house.readings.life(circle.amina.id)).watches[0].due_at > due
    assert said[0] == said[1]
    assert {to_the_sender for *_, to_the_sender in said[0]} == {True}
    assert len(said[0]) >= 2
    assert seen[0] == seen[1]
    assert len(seen[0]) > 15
    assert logged[0] == logged[1]
