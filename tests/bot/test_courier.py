"""What was decided is said: first things first, in order, at least once, and never too fast."""

import asyncio
from datetime import timedelta

import pytest

from bot import courier as couriers
from bot.courier import Courier
from bot.limiter import Limiter
from handlers.telling import tell
from rules.notices import Rank
from storage.claims import TryAgain
from storage.deed import Deed, Reply, Words
from storage.persons import Address
from tests.bot.circle import AMINA, BEN, BOT

RECEIVED, NOBODY = "stranger-received", "stranger-nobody-here"
SAID = {RECEIVED: "Received.", NOBODY: "Nobody reads here at the moment."}


@pytest.fixture
async def amina(stand):
    person = await stand.person(AMINA, "Amina")
    await person.opens_link("x")
    return person


@pytest.fixture
async def ben(stand):
    person = await stand.person(BEN, "Ben")
    await person.opens_link("x")
    return person


@pytest.fixture
async def make(storage, clock, wire, hold):
    bot = wire.bot()

    def make(*, limits=False, senders=8, say=None):
        async def really(claimed):
            return await tell(bot, claimed, storage.stamps, clock.now)

        limiter = Limiter(on=limits)
        lease = hold("courier")
        return Courier(
            storage.outbox, say or really, limiter, clock, storage.woken, lease, senders=senders
        )

    return make


@pytest.fixture
def decide(storage):
    """Writes down what must be said."""

    async def decide(*replies):
        await storage.journal.record(Deed(replies=replies))

    return decide


def reply(chat=AMINA, words=RECEIVED, rank=Rank.REST):
    return Reply(to=Address(BOT, chat), words=(Words(words),), rank=rank)


@pytest.fixture
def heard(stand):
    """What arrived on phones, in its order: (chat, text)."""

    async def heard():
        return [
            (one["chat_id"], one["text"])
            for one in await stand.record()
            if one["direction"] == "out"
        ]

    return heard


@pytest.fixture
def left(storage, clock):
    """How much is still to be said, deletions left out."""

    async def left():
        backlog = await storage.outbox.backlog(clock.now() + timedelta(days=3))
        return sum(count for rank, count in backlog.due.items() if rank is not Rank.UNSAYING)

    return left


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

    await until(all_said, seconds=8)
    assert asyncio.get_running_loop().time() - began > 1.0


async def test_what_was_said_but_not_acknowledged_is_said_again(
    make, decide, amina, stand, turning, until, heard, left, clock
):
    await stand.arm("drop", methods=["sendmessage"], times=1)
    turning(make())
    await decide(reply(rank=Rank.ALARM))

    async def settled():
        await stand.push(30)
        return not await left()

    await until(settled, seconds=10)
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
    make, decide, stand, turning, until, heard, monkeypatch
):
    monkeypatch.setattr(couriers, "_LONGEST_ABSENCE", 0.3)
    people = [await stand.person(8000 + number, "P") for number in range(40)]
    await stand.tell("start", *[{"from": one.id, "payload": "x"} for one in people])
    number = await stand.arm("bad_gateway", methods=["sendmessage"])
    carrying = make()
    turning(carrying)
    await decide(*[reply(one.id, rank=Rank.ALARM) for one in people])
    await until(lambda: carrying.failures >= 10, seconds=10)
    tried = (await stand.ask("counts"))["sendMessage"]
    assert tried < 30
    await stand.disarm(number)

    async def all_said():
        await stand.push(30)
        return len({chat for chat, _ in await heard()}) == 40

    await until(all_said, seconds=15)
    assert carrying.failures == 0


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
    monkeypatch.setattr(couriers, "_PATIENCE", 0.1)
    bot, hangs = wire.bot(), iter([True])

    async def hanging(claimed):
        if next(hangs, False):
            await asyncio.sleep(3600)
        return await tell(bot, claimed, storage.stamps, clock.now)

    turning(make(say=hanging))
    await decide(reply())

    async def said():
        return await heard() == [(AMINA, "Received.")]

    await until(said)


async def test_when_it_is_stopped_what_is_on_its_way_arrives_and_is_settled(
    make, decide, amina, until, heard, left, storage, clock, wire
):
    bot, began = wire.bot(), asyncio.Event()

    async def slowly(claimed):
        began.set()
        await asyncio.sleep(0.3)
        return await tell(bot, claimed, storage.stamps, clock.now)

    task = asyncio.create_task(make(say=slowly).run())
    await decide(reply())
    await began.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert await heard() == [(AMINA, "Received.")]
    assert await left() == 0


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

    await until(said, seconds=8)


async def test_while_the_database_takes_nothing_what_was_told_is_kept_in_hand(
    make, decide, amina, storage, turning, until, heard, left
):
    fails = iter([True, True])

    def power_fails(edge, kinds):
        if edge == "before" and "settle" in kinds and next(fails, False):
            raise OSError("no space left on device")

    storage.writer.on_commit = power_fails
    carrying = make()
    turning(carrying)
    await decide(reply())
    await until(lambda: carrying.stands_since)

    async def settled():
        return not await left()

    await until(settled, seconds=8)
    assert carrying.stands_since is None
    assert await heard() == [(AMINA, "Received.")]


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


def test_what_somebodys_life_may_hang_on_is_put_off_a_minute_at_most(clock_now):
    carrying = Courier.__new__(Courier)
    carrying.failures = 0
    carrying._clock = clock_now
    claimed = type("Claimed", (), {"rank": Rank.FIRST})()
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
