"""What was decided is said: first things first, in order, and never too fast."""

import asyncio

from handlers.telling import tell
from rules.notices import Rank
from tests.bot.circle import AMINA, BEN
from tests.bot.mail import NOBODY, RECEIVED, SAID, reply


async def test_what_was_decided_is_said_once_and_settled(
    make, decide, amina, turning, until, heard, left
):
    turning(make())
    await decide(reply())

    async def settled():
        return not await left()

    await until(settled)
    assert await heard() == [(AMINA, "Received.")]


async def test_the_first_word_of_an_alarm_overtakes_whatever_waits(
    make, decide, amina, ben, turning, until, heard
):
    await decide(*[reply() for _ in range(5)], reply(BEN, NOBODY, Rank.FIRST))
    turning(make(senders=1))

    async def all_said():
        said = await heard()
        return said if len(said) == 6 else None

    said = await until(all_said)
    assert said[0] == (BEN, SAID[NOBODY])


async def test_a_chat_hears_things_in_the_order_in_which_they_were_decided(
    make, decide, amina, stand, turning, until, heard
):
    words = [RECEIVED, NOBODY] * 5
    await stand.arm("refuse", methods=["sendmessage"], skip=3, times=1)
    for one in words:
        await decide(reply(words=one))
    turning(make())

    async def all_said():
        said = await heard()
        return said if len(said) == 10 else None

    said = await until(all_said, seconds=15)
    assert [text for _, text in said] == [SAID[one] for one in words]


async def test_within_the_limits_a_busy_chat_holds_nobody_else_up(
    make, decide, amina, ben, turning, until, heard
):
    await decide(*[reply() for _ in range(12)], reply(BEN))
    turning(make(limits=True))

    async def ben_heard():
        said = await heard()
        return said if (BEN, "Received.") in said else None

    said = await until(ben_heard, seconds=2)
    assert len(said) <= 5


async def test_a_busy_chat_gets_one_a_second_and_keeps_its_order(
    make, decide, amina, stand, turning, until, heard
):
    await stand.limits(on=True)
    words = [RECEIVED, NOBODY] * 3
    for one in words:
        await decide(reply(words=one))
    turning(make(limits=True))

    async def all_said():
        said = await heard()
        return said if len(said) == 6 else None

    said = await until(all_said, seconds=10)
    assert [text for _, text in said] == [SAID[one] for one in words]
    assert (await stand.ask("limits"))["refused"] == 0


async def test_the_first_word_of_an_alarm_waits_a_second_at_most_behind_others_of_its_chat(
    make, decide, amina, turning, until, heard
):
    await decide(*[reply() for _ in range(30)])
    turning(make(limits=True))
    await asyncio.sleep(0.5)
    await decide(reply(words=NOBODY, rank=Rank.FIRST))

    async def said_it():
        return (AMINA, SAID[NOBODY]) in await heard()

    await until(said_it, seconds=2.5)


async def test_a_flood_of_alarms_leaves_room_for_receipts(
    make, decide, stand, turning, until, heard
):
    people = [await stand.person(8000 + number, "P") for number in range(60)]
    await stand.tell("start", *[{"from": one.id, "payload": "x"} for one in people])
    await decide(*[reply(one.id, RECEIVED, Rank.FIRST) for one in people[:50]])
    await decide(*[reply(one.id, NOBODY, Rank.REMINDER) for one in people[50:]])
    turning(make(limits=True))

    async def receipts():
        said = [text for _, text in await heard()]
        return said if SAID[NOBODY] in said else None

    said = await until(receipts, seconds=4)
    assert said.index(SAID[NOBODY]) < 25


async def test_one_that_takes_long_keeps_none_of_the_others_from_being_settled(
    make, decide, stand, storage, clock, wire, turning, until, left
):
    people = [await stand.person(8000 + number, "P") for number in range(5)]
    await stand.tell("start", *[{"from": one.id, "payload": "x"} for one in people])
    bot, free = wire.bot(), asyncio.Event()

    async def slowly(claimed):
        if claimed.to.chat == people[0].id:
            await free.wait()
        return await tell(bot, claimed, storage.stamps, clock.now)

    await decide(*[reply(one.id) for one in people])
    turning(make(say=slowly, senders=2))

    async def four_settled():
        return await left() == 1

    await until(four_settled)
    free.set()

    async def all_settled():
        return not await left()

    await until(all_settled)


async def test_many_are_settled_and_claimed_in_few_commits(
    make, decide, stand, storage, turning, until, heard
):
    commits = []
    people = [await stand.person(8000 + number, "P") for number in range(100)]
    await stand.tell("start", *[{"from": one.id, "payload": "x"} for one in people])
    await decide(*[reply(one.id, rank=Rank.ALARM) for one in people])
    storage.writer.on_commit = lambda edge, kinds: (
        commits.append(kinds) if edge == "after" else None
    )
    turning(make())

    async def all_said():
        return len(await heard()) == 100

    await until(all_said, seconds=10)
    carried = [one for one in commits if one[0] == "after" and {"settle", "claim"} & set(one)]
    assert len(carried) <= 20
