"""What was decided is said: first things first, in order, and never too fast."""

import asyncio

from bot.limiter import Limiter
from handlers.telling import tell
from rules.notices import Rank
from storage.claims import Told
from tests.bot.circle import AMINA, BEN
from tests.bot.mail import NOBODY, RECEIVED, SAID, reply


class Monotonic:
    """Real seconds that pass only when it is said."""

    def __init__(self):
        self.at = 5000.0

    def __call__(self):
        return self.at


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
    make, decide, amina, stand, standstill, due, turning, until, heard
):
    words = [RECEIVED, NOBODY] * 5
    await stand.arm("refuse", methods=["sendmessage"], skip=3, times=1)
    for one in words:
        await decide(reply(words=one))
    carrying = make()
    turning(carrying)

    async def all_said():
        await due(carrying)
        said = await heard()
        return said if len(said) == 10 else None

    said = await until(all_said)
    assert [text for _, text in said] == [SAID[one] for one in words]


async def test_within_the_limits_a_busy_chat_holds_nobody_else_up(
    make, decide, amina, ben, turning, until, heard
):
    await decide(*[reply() for _ in range(12)], reply(BEN))
    turning(make(limiter=Limiter(monotonic=Monotonic())))  # for Amina's chat no second passes

    async def ben_heard():
        said = await heard()
        return said if (BEN, "Received.") in said else None

    said = await until(ben_heard)
    assert 1 <= len(said) <= 4


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

    said = await until(all_said)
    assert [text for _, text in said] == [SAID[one] for one in words]
    assert (await stand.ask("limits"))["refused"] == 0


async def test_the_first_word_of_an_alarm_waits_a_second_at_most_behind_others_of_its_chat(
    make, decide, amina, turning, until, heard
):
    seconds = Monotonic()
    await decide(*[reply() for _ in range(30)])
    carrying = make(limiter=Limiter(monotonic=seconds))
    turning(carrying)

    async def burst_said():
        return len(await heard()) == 3

    await until(burst_said)
    await decide(reply(words=NOBODY, rank=Rank.FIRST))
    # It goes back for nothing: it stands first until its chat may hear the next one.
    lanes = carrying._in_hand
    await until(lambda: any(lane[0].rank is Rank.FIRST for lane in lanes.values()))
    seconds.at += 1.0

    async def one_more_said():
        said = await heard()
        return said if len(said) > 3 else None

    assert (await until(one_more_said))[3] == (AMINA, SAID[NOBODY])


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

    said = await until(receipts)
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
    make, decide, storage, clock, turning, until, left
):
    commits = []

    async def quickly(claimed):
        # They end one after the other, and no wire makes one of them wait for long.
        for _ in range(claimed.to.chat % 5):
            await asyncio.sleep(0)
        return Told(clock.now(), 1)

    await decide(*[reply(8000 + number, rank=Rank.ALARM) for number in range(100)])
    storage.writer.on_commit = lambda edge, kinds: (
        commits.append(kinds) if edge == "after" else None
    )
    turning(make(say=quickly))

    async def all_settled():
        return not await left()

    await until(all_settled)
    carried = [one for one in commits if {"settle", "claim"} & set(one)]
    assert 100 // 8 <= len(carried) <= 20
