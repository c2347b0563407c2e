"""Whatever goes wrong on the way, what was decided is said at least once and settled."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot import courier as couriers
from bot.courier import Courier
from handlers.telling import tell
from rules.notices import Rank
from storage.claims import TryAgain
from storage.deed import Deed, KeepPerson, Reply, Words
from tests.bot.circle import AMINA, BEN, HE
from tests.bot.conftest import PATIENCE
from tests.bot.mail import RECEIVED, reply

pytestmark = pytest.mark.slow  # waits out real seconds of trouble


async def test_telegrams_refusal_to_go_on_halts_everybody(
    make, decide, amina, ben, stand, turning, until, heard
):
    await stand.arm(
        "refusal",
        methods=["sendmessage"],
        times=1,
        code=429,
        description="Too Many Requests: retry after 1",
        retry_after=1,
    )
    await decide(reply(), reply(BEN))
    began = asyncio.get_running_loop().time()
    turning(make(limits=True, senders=1))

    async def all_said():
        return len(await heard()) == 2

    await until(all_said)
    assert asyncio.get_running_loop().time() - began > 1.0


async def test_what_was_said_but_not_acknowledged_is_said_again(
    make, decide, amina, stand, standstill, due, turning, until, heard, left
):
    await stand.arm("drop", methods=["sendmessage"], times=1)
    carrying = make()
    turning(carrying)
    await decide(reply(rank=Rank.ALARM))

    async def settled():
        await due(carrying)
        return not await left()

    await until(settled)
    assert await heard() == [(AMINA, "Received.")] * 2


@pytest.mark.parametrize("act", ["blocks", "deactivates"])
async def test_whoever_cannot_be_reached_for_good_is_not_tried_for_ever(
    make, decide, amina, turning, until, heard, left, act
):
    await getattr(amina, act)()
    turning(make())
    await decide(reply())

    async def settled():
        return not await left()

    await until(settled)
    assert await heard() == []


async def test_while_telegram_is_away_one_at_a_time_asks_whether_it_is_back(
    make, decide, stand, standstill, due, wire, storage, clock, turning, until, heard, monkeypatch
):
    monkeypatch.setattr(couriers, "_LONGEST_ABSENCE", 0.05)
    bot, others, tellings = wire.bot(), [], set()

    async def noted(claimed):
        if carrying.failures >= couriers._AWAY_AFTER:
            others.append(len(tellings))
        tellings.add(claimed.id)
        outcome = await tell(bot, claimed, storage.stamps, clock.now)
        tellings.discard(claimed.id)
        return outcome

    people = [await stand.person(8000 + number, "P") for number in range(40)]
    await stand.tell("start", *[{"from": one.id, "payload": "x"} for one in people])
    number = await stand.arm("bad_gateway", methods=["sendmessage"])
    carrying = make(say=noted)
    turning(carrying)
    await decide(*[reply(one.id, rank=Rank.ALARM) for one in people])
    await until(lambda: len(others) >= 3)
    assert set(others) == {0}
    await stand.disarm(number)

    async def all_said():
        await due(carrying)
        return len({chat for chat, _ in await heard()}) == 40

    await until(all_said)
    await until(lambda: carrying.failures == 0)


async def test_a_fault_in_our_words_is_counted_and_stops_nobody(
    make, decide, amina, ben, turning, until, heard, left, wire, storage, clock
):
    bot = wire.bot()

    async def stumbling(claimed):
        if claimed.to.chat == AMINA:
            raise KeyError("what she said")
        return await tell(bot, claimed, storage.stamps, clock.now)

    carrying = make(say=stumbling)
    turning(carrying)
    await decide(reply(), reply(BEN))

    async def ben_heard():
        return await heard() == [(BEN, "Received.")]

    await until(ben_heard)
    await until(lambda: carrying.unsayable)
    assert carrying.failures == 0

    async def hers_is_left():
        return await left() == 1

    await until(hers_is_left)


async def test_a_telling_that_hangs_is_given_up_and_tried_again(
    make, decide, amina, turning, until, heard, monkeypatch, wire, storage, clock
):
    patience = couriers._PATIENCE
    monkeypatch.setattr(couriers, "_PATIENCE", 0.1)
    bot, hangs = wire.bot(), iter([True])

    async def hanging(claimed):
        if next(hangs, False):
            monkeypatch.setattr(couriers, "_PATIENCE", patience)  # the next may be slow
            await asyncio.sleep(3600)
        return await tell(bot, claimed, storage.stamps, clock.now)

    turning(make(say=hanging))
    await decide(reply())

    async def said():
        return await heard() == [(AMINA, "Received.")]

    await until(said)


async def test_when_it_is_stopped_what_is_on_its_way_arrives_and_is_settled(
    make, decide, amina, heard, left, storage, clock, wire, monkeypatch
):
    monkeypatch.setattr(couriers, "_AT_THE_END", PATIENCE)
    bot, began, is_stopped = wire.bot(), asyncio.Event(), asyncio.Event()

    async def slowly(claimed):
        began.set()
        await is_stopped.wait()
        return await tell(bot, claimed, storage.stamps, clock.now)

    task = asyncio.create_task(make(say=slowly).run())
    await decide(reply())
    await began.wait()
    task.cancel()
    asyncio.get_running_loop().call_soon(is_stopped.set)
    await asyncio.gather(task, return_exceptions=True)
    assert await heard() == [(AMINA, "Received.")]
    assert await left() == 0


async def test_what_hangs_when_it_is_stopped_is_given_up_and_said_by_the_next_one(
    make, decide, amina, heard, left, monkeypatch
):
    monkeypatch.setattr(couriers, "_AT_THE_END", 0.05)
    began = asyncio.Event()

    async def hanging(claimed):
        began.set()
        await asyncio.sleep(3600)

    task = asyncio.create_task(make(say=hanging).run())
    await decide(reply())
    await began.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert await heard() == []
    assert await left() == 1


async def test_what_is_for_somebody_without_a_chat_holds_nobody_up(
    make, decide, circle, storage, turning, until, heard, left
):
    ben = await storage.readings.person(HE)
    await storage.journal.record(Deed(changes=(KeepPerson(replace(ben, chats=())),)))
    turning(make())
    await decide(Reply(to=HE, words=(Words(RECEIVED),)), reply())

    async def settled():
        return not await left()

    await until(settled)
    assert (AMINA, "Received.") in await heard()
    assert BEN not in {chat for chat, _ in await heard()}


async def test_what_a_dead_predecessor_had_in_hand_is_said_at_once(
    make, decide, amina, storage, clock, turning, until, heard
):
    await decide(reply())
    dead = await storage.leases.take("courier", clock.now(), timedelta(seconds=60))
    assert len(await storage.outbox.turn([], 5, clock.now(), dead)) == 1
    storage.alive.let_go("courier-1")  # as the system does when a process dies
    turning(make())

    async def said():
        return await heard() == [(AMINA, "Received.")]

    await until(said)


async def test_whoever_lost_the_lease_settles_nothing_and_goes_on_when_it_is_back(
    make, decide, amina, elsewhere, clock, turning, until, heard
):
    carrying = make()
    turning(carrying)
    await until(lambda: carrying._hold.is_held)
    later = clock.now() + timedelta(minutes=5)
    stolen = await elsewhere.leases.take("courier", later, timedelta(hours=1))
    await decide(reply())
    await until(lambda: not carrying._hold.is_held)
    assert await heard() == []
    await elsewhere.leases.leave(stolen)

    async def said():
        return await heard() == [(AMINA, "Received.")]

    await until(said)


async def test_while_the_database_takes_nothing_what_was_told_is_kept_in_hand(
    make, decide, amina, storage, turning, until, heard, left, monkeypatch
):
    monkeypatch.setattr(couriers, "_PAUSE", 0.02)
    is_full = True

    def power_fails(edge, kinds):
        if edge == "before" and "settle" in kinds and is_full:
            raise OSError("no space left on device")

    storage.writer.on_commit = power_fails
    carrying = make()
    turning(carrying)
    await decide(reply())
    await until(lambda: carrying.stands_since)
    is_full = False

    async def settled():
        return not await left()

    await until(settled)
    # It is committed before the courier hears of it, and only then is the trouble over.
    await until(lambda: carrying.stands_since is None)
    assert await heard() == [(AMINA, "Received.")]


def test_what_somebodys_life_may_hang_on_is_put_off_a_minute_at_most(clock_now):
    carrying = Courier.__new__(Courier)
    carrying.failures = 0
    carrying._clock = clock_now
    claimed = type("Claimed", (), {"rank": Rank.FIRST, "act": reply()})()
    later = TryAgain(clock_now.now() + timedelta(minutes=5))
    assert carrying._learn(claimed, later).at == clock_now.now() + timedelta(minutes=1)
    claimed.rank = Rank.REST
    assert carrying._learn(claimed, later) == later


@pytest.fixture
def clock_now():
    at = type("Clock", (), {})()
    moment = couriers.datetime(2026, 3, 2, 9, 0)
    at.now = lambda: moment
    return at
